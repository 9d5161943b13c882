"""A row of bars across the page, one for each stop: done, current, ahead (ART.md section 6, "Register").

Options, lengths in inches: `x`, `y` and `width` of the row, `height` of the bars, `gap` between them; `done`, `current`, `ahead`: colour
roles.  Nothing is drawn where there are fewer than two stops.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..scene.items import Item, Shape
from ..theme.records import Ground, Theme
from ..units import Box
from ._tracker import Facts, Tracker, number


def draw(facts: Facts, options: Mapping[str, object], ground: Ground, theme: Theme) -> tuple[Item, ...]:
    """The bars from the first stop to the last."""

    def length(key: str, default: float) -> float:
        return number(options, key, default)

    stops = facts.stops
    if stops < 2:
        return ()
    x, y, width = length("x", 0.667), length("y", 0.417), length("width", 12.0)
    high, gap = length("height", 0.056), length("gap", 0.083)
    each = (width - gap * (stops - 1)) / stops
    # a slide between two stops belongs to the one behind it
    current = min(stops - 1, int(facts.progress * (stops - 1) + 1e-6))
    bars = []
    for n in range(stops):
        state = "done" if n < current else "current" if n == current else "ahead"
        role = str(options.get(state, {"done": "text", "current": "primary", "ahead": "line"}[state]))
        bars.append(
            Shape(
                id=f"{facts.slide}:register-{n + 1}",
                name=f"Register {n + 1}",
                box=Box.of_inches(x + (each + gap) * n, y, each, high),
                fill=ground.roles[role],
                decorative=True,
            )
        )
    return tuple(bars)


TRACKER = Tracker(
    draw,
    {
        **dict.fromkeys(("x", "y", "width", "height", "gap"), "number"),
        **dict.fromkeys(("done", "current", "ahead"), "role"),
    },
)
