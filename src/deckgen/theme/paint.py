"""Colours, fills, strokes and grounds as the theme and the scene speak of them: scheme colours only, never hex."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ..records import dataclass, replace
from ..units import Box

Slot: TypeAlias = Literal[
    "tx1", "bg1", "tx2", "bg2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Color:
    """A scheme colour: `slot` as the ground's colour map names it, then `mods` in order.

    `mods` are DrawingML colour transforms in 1/1000 percent: ("lumMod", 75000), ("lumOff", 25000), ("satMod", ...).
    `alpha` is opacity in 1/1000 percent (100000 is opaque).
    """

    slot: Slot
    mods: tuple[tuple[str, int], ...] = ()
    alpha: int = 100_000


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear gradient: stops of (position in 1/1000 percent, colour); angle in 1/60000 degree (5400000: downwards)."""

    stops: tuple[tuple[int, Color], ...]
    angle: int = 5_400_000


Fill: TypeAlias = Color | Gradient | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """An outline or a line: width in EMU; `head`/`tail` put an arrowhead (triangle, large) at the start or the end."""

    color: Color
    width: int
    head: bool = False
    tail: bool = False
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground: its fill, its colour map (as p:clrMap attributes: bg1, tx1, bg2, tx2, accent1-6, hlink, folHlink -> scheme slot) and its roles.

    `roles` are scheme colours under that map, `hexes` the theme's own tokens (for contrast and tests, "#RRGGBB"); `fill_hexes` the
    fill's colours (one, or a gradient's stops from start to end).
    """

    name: str
    fill: Fill
    color_map: Mapping[str, str]
    roles: Mapping[str, Color]
    hexes: Mapping[str, str]
    fill_hexes: tuple[str, ...]

    def shade(self, role: str, alpha: int = 100_000) -> Color:
        """The scheme colour of `role`; `alpha` in 1/1000 percent."""
        color = self.roles[role]
        return color if alpha == 100_000 else replace(color, alpha=alpha)

    def gradient(self, stops: tuple[tuple[int, str, int], ...], angle: int) -> Gradient:
        """A gradient of roles: stops of (position, role, alpha)."""
        return Gradient(tuple((at, self.shade(role, alpha)) for at, role, alpha in stops), angle)


def radius_of(radius: int, box: Box) -> tuple[tuple[str, int], ...]:
    """`adj` of a rounded rectangle: radius / shorter side x 100000, at most half (ECMA-376, roundRect); none for a radius of 0."""
    side = min(box.w, box.h)
    return (("adj", min(50_000, round(radius / side * 100_000))),) if radius and side else ()
