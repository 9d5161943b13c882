"""A look as a small drawing of letters: where its placeholders and shapes stand on the slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..records import dataclass

if TYPE_CHECKING:
    from ..theme.records import Look, ShapeSpec, Theme, When
    from ..units import Box

WIDTH = 56
"""Characters of a sketch across, frame included; a character is twice as high as wide."""
LEAST = 24
UNICODE = "┌┐└┘─│·"
ASCII = "++++-|."
ITEMS = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """A box with a label in cells, both ends included; `quiet` ones are decoration and have no label."""

    label: str
    left: int
    top: int
    right: int
    bottom: int
    quiet: bool = False

    @property
    def area(self) -> int:
        return (self.right - self.left + 1) * (self.bottom - self.top + 1)


def sketch(look: Look, theme: Theme, width: int = WIDTH, *, ascii_only: bool = False) -> list[str]:
    """The lines of the drawing, `width` characters wide at most.

    Repeated shapes are drawn for three items (as many as there are columns for those over columns); what stands on the slide only under
    a condition is drawn as if every slot were filled.
    """
    width = max(LEAST, min(width, WIDTH))
    height = max(8, round(width * theme.height / theme.width / 2)) + 2
    canvas = _Canvas(width, height, ASCII if ascii_only else UNICODE)
    parts = list(_parts(look, theme, width, height))
    for part in [p for p in parts if p.quiet]:
        canvas.fill(part)
    for part in sorted(
        _apart([p for p in parts if not p.quiet], height - 2), key=lambda p: (p.top == p.bottom, -p.area)
    ):
        canvas.box(part)
    canvas.frame()
    return canvas.rows()


def _parts(look: Look, theme: Theme, width: int, height: int) -> Iterator[_Part]:
    def cells(box: Box, label: str, quiet: bool = False) -> _Part | None:
        left = 1 + _cell(box.x, theme.width, width - 2)
        top = 1 + _cell(box.y, theme.height, height - 2)
        right = _cell(box.right, theme.width, width - 2)
        bottom = _cell(box.bottom, theme.height, height - 2)
        if right < 1 or bottom < 1 or left > width - 2 or top > height - 2:
            return None
        if box.h * (height - 2) < 1.4 * theme.height:
            bottom = top  # hardly higher than a row
        left, top = max(left, 1), max(top, 1)
        right, bottom = min(max(right, left), width - 2), min(max(bottom, top), height - 2)
        return _Part(label, left, top, right, bottom, quiet)

    whole = theme.width * theme.height
    shown: set[str] = set()
    count = max(1, sum(p.role.startswith("body") for p in look.placeholders)) if _columned(look) else ITEMS
    found: list[_Part | None] = []
    for shape in look.shapes:
        text = shape.text.slot if shape.text is not None else shape.slot
        if not _holds(shape.when, count) or (not text and shape.box.w * shape.box.h > 0.9 * whole):
            continue
        if not text and shape.when.slot:
            continue  # a plate or scrim behind something that has a label of its own
        found += [cells(box, text, quiet=not text) for box in _copies(shape, count, look)]
    for spec in look.placeholders:
        if spec.role not in shown and _holds(spec.when, count):
            shown.add(spec.role)
            found.append(cells(spec.box, spec.role))
    yield from (p for p in found if p is not None)


def _apart(parts: list[_Part], last: int) -> list[_Part]:
    """Single rows that would hide another part's label, one row further down."""
    result: list[_Part] = []
    for part in sorted(parts, key=lambda p: (p.top == p.bottom, p.top, p.left)):
        while part.top == part.bottom < last and any(_same_row(part, other) for other in result):
            part = replace(part, top=part.top + 1, bottom=part.bottom + 1)
        result.append(part)
    return result


def _same_row(a: _Part, b: _Part) -> bool:
    """Whether `a` stands where `b` has its label."""
    return a.top == b.top and a.left <= b.right and b.left <= a.right


def _columned(look: Look) -> bool:
    return any(s.repeat is not None and s.repeat.over == "columns" for s in look.shapes)


def _copies(shape: ShapeSpec, count: int, look: Look) -> Iterable[Box]:
    if shape.repeat is None:
        return [shape.box]
    if shape.repeat.over == "columns":
        bodies = [p.box for p in look.placeholders if p.role.startswith("body")]
        return [shape.box.moved(b.x - bodies[0].x, 0) for b in bodies]
    from ..layout.repeat import offsets

    return [shape.box.moved(dx, dy) for dx, dy in offsets(shape.repeat, shape.box, count)]


def _holds(when: When, count: int) -> bool:
    """Whether it is drawn with all slots filled, for an item that is neither done nor the current one."""
    return (
        not when.without
        and not when.current
        and not when.done
        and (when.count is None or when.count[0] <= count <= when.count[1])
        and (not when.grounds or "light" in when.grounds)
    )


def _cell(emu: int, whole: int, cells: int) -> int:
    return round(emu / whole * cells)


class _Canvas:
    """Rows of characters."""

    def __init__(self, width: int, height: int, signs: str) -> None:
        self._cells = [[" "] * width for _ in range(height)]
        self._signs = signs

    def rows(self) -> list[str]:
        return ["".join(row) for row in self._cells]

    def fill(self, part: _Part) -> None:
        """Decoration: dots."""
        for y in range(part.top, part.bottom + 1):
            for x in range(part.left, part.right + 1):
                self._cells[y][x] = self._signs[6]

    def frame(self) -> None:
        """The slide's own edge."""
        self._border(0, 0, len(self._cells[0]) - 1, len(self._cells) - 1)

    def box(self, part: _Part) -> None:
        """A box with its label in the upper edge; one of a single row is the label in brackets."""
        wide = part.right - part.left + 1
        if part.bottom == part.top:
            text = f"[{part.label[: wide - 2]}".ljust(wide - 1) + "]" if wide > 2 else part.label[:wide]
            self._write(part.left, part.top, text)
            return
        for y in range(part.top + 1, part.bottom):
            self._write(part.left + 1, y, " " * (wide - 2))
        self._border(part.left, part.top, part.right, part.bottom)
        if wide >= len(part.label) + 4:
            self._write(part.left + 1, part.top, f" {part.label} ")
        elif wide >= len(part.label) + 2:
            self._write(part.left + 1, part.top, part.label)
        elif wide > 2 and part.bottom - part.top > 1:
            self._write(part.left + 1, part.top + 1, part.label[: wide - 2])
        else:
            self._write(part.left, part.top, part.label[:wide])

    def _border(self, left: int, top: int, right: int, bottom: int) -> None:
        a, b, c, d, flat, upright = tuple(self._signs[:6])
        if right == left:
            for y in range(top, bottom + 1):
                self._cells[y][left] = upright
            return
        self._write(left, top, a + flat * (right - left - 1) + b)
        self._write(left, bottom, c + flat * (right - left - 1) + d)
        for y in range(top + 1, bottom):
            self._cells[y][left] = self._cells[y][right] = upright

    def _write(self, x: int, y: int, text: str) -> None:
        for i, sign in enumerate(text):
            self._cells[y][x + i] = sign
