"""What a theme makes of a brand's colour, as a small table: colours, contrasts, how far charts' series are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._columns import table

if TYPE_CHECKING:
    from ..theme.records import Ground, Theme

ROLES = (("text", "text"), ("accent-text", "brand as text"), ("on-primary", "text on brand"))


def palette(theme: Theme) -> list[str]:
    """A row for each use of the brand's colour, a column for each ground; then the series of charts."""
    grounds = list(theme.grounds.values())
    rows = [["", *(g.name for g in grounds)], ["ground", *(_bare(theme, g, "ground") for g in grounds)]]
    rows.append(["brand", *(_beside(theme, g, "primary") for g in grounds)])
    rows += [[words, *(_beside(theme, g, role) for g in grounds)] for role, words in ROLES]
    rows.append(["tint", *(_bare(theme, g, "soft") for g in grounds)])
    rows += [[f"series {n}", *(_series(theme, g, n) for g in grounds)] for n in range(1, 7)]
    return [
        *table(rows, indent=2),
        "  figures: contrast to what lies behind (text has 4.5 or more; a series below 3 gets an outline)",
    ]


def _bare(theme: Theme, ground: Ground, role: str) -> str:
    from ..theme.colors import resolve

    return resolve(ground.roles[role], ground, theme.slots) if role in ground.roles else ""


def _beside(theme: Theme, ground: Ground, role: str) -> str:
    from ..theme.colors import contrast, resolve

    if role not in ground.roles:
        return ""
    shown = _bare(theme, ground, role)
    under = role.removeprefix("on-")
    behind = ground.fill_hexes if under == role else (resolve(ground.roles[under], ground, theme.slots),)
    return f"{shown} {min(contrast(shown, color) for color in behind):4.1f}"


def _series(theme: Theme, ground: Ground, number: int) -> str:
    return _beside(theme, ground, f"accent{number}")
