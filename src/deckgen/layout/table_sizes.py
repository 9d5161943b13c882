"""Widths of a table's columns and heights of its rows, in points, from what its texts need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..records import dataclass

_STEPS = (0.08, 0.04, 0.02)  # shares of the room that columns give each other, in search of fewer lines
_SHARE = 0.5  # of spare width that goes out in equal parts, the rest by what columns hold


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs, insets included: all texts on one line; the widest word.  A `rigid` one (numbers) never wraps."""

    natural: float
    least: float
    rigid: bool = False

    @property
    def floor(self) -> float:
        """The least width that the column may have."""
        return self.natural if self.rigid else self.least


def column_widths(needs: Sequence[Need], room: float, shares: Sequence[float] = ()) -> list[float] | None:
    """Widths that add up to `room`; None where even the widest words and the numbers don't fit side by side.

    With `shares` the widths are in that proportion, whatever the columns hold.
    """
    if shares and len(shares) == len(needs) and sum(shares) > 0:
        return [room * share / sum(shares) for share in shares]
    floors = [n.floor for n in needs]
    if sum(floors) > room:
        return None
    wants = [max(n.natural, n.floor) for n in needs]
    if sum(wants) > room:
        return _shrunk(floors, wants, room)
    wants = _even(needs, wants, room)
    return _grown(needs, wants, room - sum(wants))


def _shrunk(floors: list[float], wants: list[float], room: float) -> list[float]:
    """Each column gives in proportion to what it has over its least width."""
    share = (room - sum(floors)) / (sum(wants) - sum(floors))
    return [floor + (want - floor) * share for floor, want in zip(floors, wants, strict=True)]


def _even(needs: Sequence[Need], wants: list[float], room: float) -> list[float]:
    """Columns of numbers get one width, where there is room for it: side by side they read as a series."""
    widest = max((w for n, w in zip(needs, wants, strict=True) if n.rigid), default=0.0)
    even = [widest if n.rigid else w for n, w in zip(needs, wants, strict=True)]
    return even if sum(even) <= room else wants


def _grown(needs: Sequence[Need], wants: list[float], spare: float) -> list[float]:
    """Spare width: half in equal parts, half by what columns hold; columns of numbers take less, so that they stay together."""
    weights = [
        (_SHARE / len(wants) + (1 - _SHARE) * want / sum(wants)) * (0.6 if n.rigid else 1.0)
        for n, want in zip(needs, wants, strict=True)
    ]
    whole = sum(weights)
    return [want + spare * weight / whole for want, weight in zip(wants, weights, strict=True)]


def eased(
    widths: Sequence[float], floors: Sequence[float], heights: Callable[[int, float], Sequence[float]]
) -> list[float]:
    """`widths` with as few lines as columns can get by giving each other width; none goes below its floor.

    `heights(column, width)` are the heights of a column's texts by row; a row is as high as its highest text.  A search that takes every
    step that helps: columns are few, and each is measured again only at widths that are new.
    """
    now = list(widths)
    columns = [list(heights(c, w)) for c, w in enumerate(now)]
    height = sum(map(max, zip(*columns, strict=True)))
    for step in (share * sum(now) for share in _STEPS):
        better = True
        while better:
            better = False
            for giver, taker in ((g, t) for g in range(len(now)) for t in range(len(now)) if g != t):
                if now[giver] - step < floors[giver]:
                    continue
                tried = [*columns]
                tried[giver] = list(heights(giver, now[giver] - step))
                tried[taker] = list(heights(taker, now[taker] + step))
                total = sum(map(max, zip(*tried, strict=True)))
                if total < height - 0.01:
                    now[giver], now[taker] = now[giver] - step, now[taker] + step
                    columns, height, better = tried, total, True
    return now


def row_heights(lines: Sequence[float], margin: float, pitch: float) -> list[float]:
    """Heights of rows: `pitch`, or what a row's highest cell (`lines`) needs with `margin` above and below."""
    return [max(pitch, height + 2 * margin) for height in lines]


def even_parts(count: int, parts: int) -> list[tuple[int, int]]:
    """`count` rows in `parts` ranges (from, to) whose lengths differ by one at most, the longer ones first."""
    size, more = divmod(count, parts)
    ranges, at = [], 0
    for i in range(parts):
        end = at + size + (1 if i < more else 0)
        ranges.append((at, end))
        at = end
    return ranges
