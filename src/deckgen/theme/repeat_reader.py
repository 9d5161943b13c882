"""`repeat:` of a shape in theme.yaml -> `Repeat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..source.nodes import Node
from .records import Repeat

if TYPE_CHECKING:
    from .shape_reader import Pen

FOLLOWING = ("rows", "gaps")
OVERS = ("items", "body", "columns", "series")


def read_repeat(pen: Pen, node: Node | None) -> Repeat | None:
    """Where copies of a shape stand; None without a repeat or after a finding."""
    if node is None:
        return None
    v = pen.values
    ways = ("step", "at", "between", "around", "grid")
    keys = v.keys(node, ("over", *ways, *FOLLOWING), "repeat")
    if follows := [way for way in FOLLOWING if way in keys]:
        return _following(pen, follows[0], keys, node)
    over = v.choice(keys.get("over"), OVERS, "items")
    given = [way for way in ways if way in keys]
    if over == "columns":
        if given:
            v.wrong(
                node,
                f"a repeat over columns has no {given[0]!r}",
                "the columns say where the copies stand",
            )
        return Repeat(over)
    if len(given) != 1:
        v.wrong(node, f"a repeat has exactly one of {', '.join(ways)}")
        return None
    way, value = given[0], keys[given[0]]
    if way == "step":
        return Repeat(over, step=pen.offset(value))
    if way == "at":
        return Repeat(over, at=tuple(pen.offset(item) for item in v.items(value, "at")))
    if way == "between":
        ends = [pen.offset(item) for item in v.items(value, "between")]
        if len(ends) != 2:
            v.wrong(value, "`between` has two points", "write `between: [[0, 0], [9, -3]]`")
            return None
        return Repeat(over, between=(ends[0], ends[1]))
    if way == "around":
        parts = v.keys(value, ("centre", "radius", "start"), "around")
        x, y = v.point(parts.get("centre"))
        radius, start = v.length(parts.get("radius"), low=0), v.number(parts.get("start"), 0, -360, 360)
        move = pen.shared.moves.get(value.span.file)
        if move is not None:
            x, y, radius = move.x(x), move.y(y), round(radius * min(move.scale))
        return Repeat(over, around=(x, y, radius, start))
    parts = v.keys(value, ("columns", "gap", "pitch", "down"), "grid")
    return Repeat(
        over,
        columns=v.whole(parts.get("columns"), 1, 1, 20),
        gap=pen.offset(parts.get("gap")),
        pitch=pen.offset(parts["pitch"]) if "pitch" in parts else None,
        down=v.flag(parts.get("down")),
    )


def _following(pen: Pen, way: str, keys: Mapping[str, Node], node: Node) -> Repeat | None:
    """A repeat over the rows of a placeholder's list, wherever they stand."""
    role = pen.role(keys[way])
    if len(keys) > 1:
        pen.values.wrong(node, f"a repeat with {way!r} has nothing else", "the rows say where copies stand")
    if not role:
        return None
    return Repeat(rows=role) if way == "rows" else Repeat(gaps=role)
