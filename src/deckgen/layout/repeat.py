"""Where the copies of a repeated shape stand (DESIGN.md section 4): offsets in EMU from the shape's own box."""

from __future__ import annotations

import math

from ..theme.records import Repeat
from ..units import Box
from .draft import Draft, ItemSlots


def offsets(repeat: Repeat, box: Box, count: int) -> list[tuple[int, int]]:
    """`count` offsets (dx, dy); fewer if the repeat names fewer places.  Those of a mirrored repeat go to the left."""
    if not repeat.mirrored:
        return _offsets(repeat, box, count)
    if repeat.around is None:
        return [(-dx, dy) for dx, dy in _offsets(repeat, box, count)]
    cx = repeat.around[0]
    seen = _offsets(repeat, box, count)
    return [(round(2 * (cx - box.w / 2 - box.x)) - dx, dy) for dx, dy in seen]


def _offsets(repeat: Repeat, box: Box, count: int) -> list[tuple[int, int]]:
    if repeat.step is not None:
        dx, dy = repeat.step
        return [(dx * i, dy * i) for i in range(count)]
    if repeat.between is not None:
        (x0, y0), (x1, y1) = repeat.between
        if count == 1:
            return [(x0, y0)]
        shares = [i / (count - 1) for i in range(count)]
        return [(round(x0 + (x1 - x0) * s), round(y0 + (y1 - y0) * s)) for s in shares]
    if repeat.around is not None:
        cx, cy, radius, start = repeat.around
        result = []
        for i in range(count):
            angle = math.radians(start + 360 * i / max(count, 1))
            x = cx + radius * math.sin(angle) - box.w / 2
            y = cy - radius * math.cos(angle) - box.h / 2
            result.append((round(x - box.x), round(y - box.y)))
        return result
    if repeat.columns:
        across, down = repeat.pitch or (box.w + repeat.gap[0], box.h + repeat.gap[1])
        rows = -(-count // repeat.columns)
        places = [
            divmod(i, rows) if repeat.down else (i % repeat.columns, i // repeat.columns)
            for i in range(count)
        ]
        return [(across * column, down * row) for column, row in places]
    return list(repeat.at[:count])


def series(draft: Draft) -> tuple[ItemSlots, ...]:
    """What a repeat over `series` counts: the slides of the series that this one is of, those before it done."""
    return tuple(
        [ItemSlots(current=n == draft.index, done=n < draft.index) for n in range(1, draft.count + 1)]
    )
