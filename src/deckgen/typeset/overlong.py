"""Words that are wider than their line."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import dataclass
from .paragraph import Para, Unit, break_lines, line_width, whole_points


@dataclass(frozen=True, slots=True)
class Overlong:
    """A unit wider than its line: the paragraph's number, where in its text the unit starts, the line's room in pt.

    `text` is the unit's without the blanks behind it.
    """

    para: int
    start: int
    unit: Unit
    room: float

    @property
    def text(self) -> str:
        return self.unit.text.rstrip(" \t")


def overlong(paras: Sequence[Para], size: int, width: float, *, margin: float = 0.003) -> Overlong | None:
    """The first unit that is wider than its line at `size` pt in `width` pt, or None."""
    for number, para in enumerate(paras):
        s = whole_points(size * para.scale)
        room = (width - para.indent) * (1 - margin)
        at, left = 0, para.first_indent
        for line in break_lines(para, s, room):
            if line.end > room:
                n = max(range(len(line.units)), key=lambda i: line_width(line.units[i].core, s))
                start = at + sum(len(u.text) for u in line.units[:n])
                return Overlong(number, start, line.units[n], room - left)
            at += sum(len(u.text) for u in line.units) + line.hard
            left = 0.0
    return None
