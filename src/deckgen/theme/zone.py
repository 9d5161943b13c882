"""Looks drawn for another page: moved from that theme's body zone into this one's (DESIGN.md section 4).

A theme's zone is where its master has title and body: the body's left and right edge, its top and bottom, the title's top.  A theme
that says no master of its own but a `grid` with a margin has the zone of its parent between its own margins.  A look that a theme
takes from a parent (or from `plain`) is mapped so that edges fall on edges, each stretch between them evenly: what stands at the
margin there stands at the margin here, what fills the slide still does.  Every length counts in the theme in whose file it is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import dataclass
from ..source.nodes import Map, Node, Scalar, Seq
from ..units import Box, inches

WIDE, HIGH = 12_192_000, 6_858_000


@dataclass(frozen=True, slots=True)
class Zone:
    """A theme's page in EMU: the body's edges, the title's box, the slide's width and height."""

    left: int
    right: int
    top: int
    bottom: int
    title: Box
    wide: int = WIDE
    high: int = HIGH


def zone_of(node: Map, parent: Zone | None) -> Zone | None:
    """The zone of a theme's own map over that of its parent; None where neither has one."""
    master = node.get("master")
    boxes = {
        role: _box(part.get("box"))
        for role in ("title", "body")
        if isinstance(master, Map) and isinstance(part := master.get(role), Map)
    }
    title, body = boxes.get("title"), boxes.get("body")
    if parent is None:
        if title is None or body is None:
            return None
        return Zone(body.x, body.right, body.y, body.bottom, title)
    if title is not None or body is not None:
        body = body or Box(parent.left, parent.top, parent.right - parent.left, parent.bottom - parent.top)
        return Zone(body.x, body.right, body.y, body.bottom, title or parent.title)
    grid = node.get("grid")
    margin = _number(grid.get("margin")) if isinstance(grid, Map) else None
    if margin is None or not 0 <= margin < 6:
        return parent
    left, right = inches(margin), WIDE - inches(margin)
    move = Move(parent, Zone(left, right, parent.top, parent.bottom, parent.title))
    return Zone(left, right, parent.top, parent.bottom, move.box(parent.title))


def _number(node: Node | None) -> float | None:
    try:
        return float(node.text) if isinstance(node, Scalar) else None
    except ValueError:
        return None


def _box(node: Node | None) -> Box | None:
    numbers = [_number(item) for item in node.items] if isinstance(node, Seq) else []
    known = [n for n in numbers if n is not None and abs(n) <= 40]
    return Box.of_inches(*known) if len(known) == len(numbers) == 4 and known[2] > 0 < known[3] else None


@dataclass(frozen=True, slots=True)
class Move:
    """From one zone to another."""

    source: Zone
    target: Zone

    @property
    def scale(self) -> tuple[float, float]:
        """How much wider and higher the target's body is."""
        a, b = self.source, self.target
        return _ratio(b.right - b.left, a.right - a.left), _ratio(b.bottom - b.top, a.bottom - a.top)

    def x(self, value: int) -> int:
        """A place across."""
        a, b = self.source, self.target
        return _between(value, (0, a.left, a.right, a.wide), (0, b.left, b.right, b.wide))

    def y(self, value: int) -> int:
        """A place down."""
        knots, places = ((0, z.title.y, z.top, z.bottom, z.high) for z in (self.source, self.target))
        return _between(value, knots, places)

    def box(self, box: Box, *, round_: bool = False, least: int = 0) -> Box:
        """A box moved.  What is `round_` keeps its proportions; a text's box stays `least` EMU high, within the slide."""
        x, y = self.x(box.x), self.y(box.y)
        moved = Box(x, y, self.x(box.x + box.w) - x, self.y(box.y + box.h) - y)
        if round_ and box.w and box.h:
            scale = min(moved.w / box.w, moved.h / box.h)
            w, h = round(box.w * scale), round(box.h * scale)
            return Box(moved.x + (moved.w - w) // 2, moved.y + (moved.h - h) // 2, w, h)
        if 0 < moved.h < min(least, box.h):
            high = min(least, box.h)
            return Box(moved.x, min(moved.y, self.target.high - high), moved.w, high)
        return moved

    def offset(self, pair: tuple[int, int]) -> tuple[int, int]:
        """A distance within the body."""
        kx, ky = self.scale
        return round(pair[0] * kx), round(pair[1] * ky)


def _ratio(one: int, other: int) -> float:
    return one / other if other > 0 < one else 1.0


def _between(value: int, knots: Sequence[int], places: Sequence[int]) -> int:
    """Piecewise linear; beyond the ends, and where knots fall together, as far off as before."""
    if value <= knots[0]:
        return value - knots[0] + places[0]
    for low, high, start, end in zip(knots, knots[1:], places, places[1:], strict=False):
        if value <= high and high > low:
            return round(start + (value - low) * (end - start) / (high - low))
    return value - knots[-1] + places[-1]
