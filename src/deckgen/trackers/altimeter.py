"""A balloon on a thread that climbs from the first slide to the last, past one stop for each point (ART.md section 4).

Options, lengths in inches: `x` of the thread; `from`, the balloon's centre at progress 0; `travel`, how far it climbs; `balloon` and
`stop`, diameters; `clear`, the least distance of a stop above the balloon's top; `thread-width` in points; `fill`, `thread`, `stops`: colour roles;
`stop-alpha` in percent; `large: true` takes the place in the series (index of count) in place of the progress.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..scene.items import Connector, Item, Shape
from ..theme.paint import Stroke
from ..theme.records import Ground, Theme
from ..units import Box, inches, points
from ._tracker import Facts, Tracker, number


def draw(facts: Facts, options: Mapping[str, object], ground: Ground, theme: Theme) -> tuple[Item, ...]:
    """Thread, stops above the balloon (one freeform), balloon."""

    def length(key: str, default: float = 0.0) -> float:
        return number(options, key, default)

    def role(key: str, default: str) -> str:
        return str(options.get(key, default))

    large = bool(options.get("large"))
    if large:
        stops, progress = facts.count, (facts.index - 1) / (facts.count - 1) if facts.count > 1 else 0.0
    else:
        stops, progress = facts.stops, facts.progress
    x, low, travel = length("x"), length("from"), length("travel")
    size, dot = length("balloon", 0.278), length("stop", 0.069)
    centre = low - travel * progress
    top = centre - size / 2
    alpha = round(length("stop-alpha", 55) * 1000)
    items: list[Item] = []
    y1, y2 = inches(centre + size / 2), theme.height
    if y1 < y2:
        items.append(
            Connector(
                id=f"{facts.slide}:thread",
                name="!!thread",
                box=Box(inches(x), y1, 0, y2 - y1),
                x1=inches(x),
                y1=y1,
                x2=inches(x),
                y2=y2,
                decorative=True,
                stroke=Stroke(ground.roles[role("thread", "text")], points(length("thread-width", 1.0))),
            )
        )
    spread = [low - travel * k / (stops - 1) for k in range(stops)] if stops > 1 else []
    ahead = [y for y in spread if y + dot / 2 <= top - length("clear", 0.22) + 1e-6]
    if ahead:
        items.append(_dots(facts, x, ahead, dot, ground, role("stops", "muted"), alpha))
    items.append(
        Shape(
            id=f"{facts.slide}:balloon",
            name="!!balloon",
            preset="ellipse",
            decorative=True,
            box=Box.of_inches(x - size / 2, top, size, size),
            fill=ground.roles[role("fill", "primary")],
        )
    )
    return tuple(items)


def _dots(
    facts: Facts, x: float, ahead: list[float], dot: float, ground: Ground, role: str, alpha: int
) -> Shape:
    """All stops as one freeform: circles of four cubics each (kappa 0.5523)."""
    first = min(ahead) - dot / 2
    box = Box.of_inches(x - dot / 2, first, dot, max(ahead) - min(ahead) + dot)
    path: list[tuple[str | int, ...]] = []
    r, k = inches(dot) // 2, round(inches(dot) / 2 * 0.5523)
    for y in sorted(ahead):
        cy = inches(y - first)
        path += [
            ("M", 0, cy), ("C", 0, cy - k, r - k, cy - r, r, cy - r), ("C", r + k, cy - r, 2 * r, cy - k, 2 * r, cy),
            ("C", 2 * r, cy + k, r + k, cy + r, r, cy + r), ("C", r - k, cy + r, 0, cy + k, 0, cy), ("Z",),
        ]  # fmt: skip
    color = ground.roles[role]
    fill = type(color)(color.slot, color.mods, alpha)
    return Shape(
        id=f"{facts.slide}:stops",
        name="Stops",
        preset="",
        path=tuple(path),
        box=box,
        fill=fill,
        decorative=True,
    )


TRACKER = Tracker(
    draw,
    {
        **dict.fromkeys(
            ("x", "from", "travel", "balloon", "stop", "clear", "thread-width", "stop-alpha"), "number"
        ),
        **dict.fromkeys(("fill", "thread", "stops"), "role"),
        "large": "flag",
    },
)
