"""Where text goes on behind a tab."""

from __future__ import annotations

from typing import Final

DEFAULT_TAB: Final = 72.0  # distance in pt of the tab stops every paragraph has


def after_tab(x: float, least: float, tab: float, indent: float) -> float:
    """Where text goes on behind a tab at `x`: the farther of what the programs do, in pt from the paragraph's indent.

    `least` is a blank's width behind `x`, `tab` the paragraph's own tab stop (0: none), counted from its box as `indent` is.
    """
    stops = [(least // DEFAULT_TAB + 1) * DEFAULT_TAB]
    if tab > indent + x:
        stops.append(tab - indent)
    else:
        stops.append(((indent + least) // DEFAULT_TAB + 1) * DEFAULT_TAB - indent)
    if tab > x:
        stops.append(tab)
    return max(stops)
