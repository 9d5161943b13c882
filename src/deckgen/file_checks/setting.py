"""How high and wide a text comes out: at most and at least (see the package)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..pptx_reader.records import Bullet, Paragraph, ParagraphStyle, RunStyle, Spacing, Text
from ..records import dataclass
from ..typeset.breaking import anywhere
from ..typeset.families import Families
from ..typeset.measure import Measure
from ..typeset.paragraph import (
    SINGLE,
    Para,
    Span,
    Unit,
    break_lines,
    cut_at,
    least_width,
    pieces_width,
    units_of,
)
from ..units import to_points

_LONG: Final = 4000  # characters of a paragraph that are set; a longer one is as much higher as it is longer
_RAISED: Final = 2 / 3  # size of super- and subscripts
_SMALL_CAPS: Final = 0.8
_DESCENT: Final = 0.3  # em that the last line keeps when lines are set tighter than single
_SUBSCRIPT: Final = 0.165  # em that LibreOffice adds to a line with a subscript
_Face = tuple[Measure, float, float]
"""What spans have in common that are set alike: they ask for the same line size."""
_NUMBER: Final = "88."  # as wide as most paragraph numbers


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set in lines; points.  `torn` is the first word that is wider than its line, "" if none is.

    `ink` is what is free above and below the letters of a line, about; it can hang out of a box unseen.  `lead` and `trail` are the heights of
    blank lines before and behind the text, which nobody sees either.
    """

    height: float
    width: float
    lines: int
    torn: str
    room: float
    ink: float
    lead: float = 0.0
    trail: float = 0.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The shrinking that is written in the file: a share of the size, and of a line's spacing what is taken off."""

    font: float = 1.0
    reduction: float = 0.0


class Setter:
    """Sets texts with the fonts of `families`."""

    def __init__(self, families: Families) -> None:
        self._families = families

    def known(self, text: Text) -> bool:
        """Whether tables have the widths of all fonts that the text is in."""
        runs = [r for p in text.paragraphs for r in p.runs if r.text.strip()]
        return all(self._families.pair(r.style.latin, r.style.bold, r.style.italic).known for r in runs)

    def most(self, text: Text, width: float, scale: Scale) -> Setting:
        """The most that the text takes in lines of `width` points (inf: they are never broken)."""
        return self._set(text, width, scale, True)

    def least(self, text: Text, width: float, scale: Scale) -> Setting:
        """The least that it takes."""
        return self._set(text, width, scale, False)

    def _set(self, text: Text, width: float, scale: Scale, most: bool) -> Setting:
        height = widest = size = lead = trail = seen = 0.0
        count, torn, torn_room = 0, "", 0.0
        last = len(text.paragraphs) - 1
        for n, paragraph in enumerate(text.paragraphs):
            style = paragraph.style
            mark = style.end.size * scale.font
            left, right = to_points(style.left), to_points(style.right)
            room = max(width - max(left, 0.0) - max(right, 0.0), 0.0)
            para, sizes, factor = self._para(paragraph, scale, most)
            drawn = 0.0
            if n or text.body.first_spacing:
                height += _gap(style.before, sizes, mark, scale, most)
            for units, end in _most_lines(para, room) if most else _least_lines(para, room):
                size = max((sizes[_face(s)] for u in units for s, _ in u.core), default=mark)
                rows = 1
                if end > room * (1.0 if most else 1.01) + 0.01:
                    # The rest of a torn word shares its line with what follows.
                    parts = end / room if room > 0.01 * size else float(sum(len(u.text) for u in units))
                    rows = min(math.ceil(parts) if most else max(int(parts), 1), 10_000)
                    if not torn:
                        torn, torn_room = _longest(units), room
                pitch = rows * _pitch(style.line, size, scale, most)
                drawn += pitch
                if any(u.core for u in units):
                    lead = lead if seen else height + (drawn - pitch) * factor
                    seen, trail = size, -(height + drawn * factor)
                widest = max(widest, left + min(end, room))
                count += rows
            height += drawn * factor
            if n < last or text.body.first_spacing:
                height += _gap(style.after, sizes, mark, scale, most)
            if most and any(r.style.baseline < 0 for r in paragraph.runs):
                height += _SUBSCRIPT * max([mark, *sizes.values()])
        trail = max(0.0, height + trail) if seen else 0.0
        if most and text.paragraphs and text.paragraphs[-1].style.line[0] == "pct":
            height += _DESCENT * size * max(0.0, 1 - text.paragraphs[-1].style.line[1] + scale.reduction)
        return Setting(height, widest, count, torn, torn_room, 0.25 * seen, lead, trail)

    def _para(self, paragraph: Paragraph, scale: Scale, most: bool) -> tuple[Para, dict[_Face, float], float]:
        """The paragraph for the typesetter, the line size that each face asks for, and how much longer the paragraph is than what is set."""
        spans: list[Span] = []
        sizes: dict[_Face, float] = {}
        left, total = _LONG, sum(len(r.text) for r in paragraph.runs)
        for run in paragraph.runs:
            size = run.style.size * scale.font
            for text, share in _cased(run.text[:left], run.style, most):
                span = self._span(text, run.style, size, share, most)
                spans.append(span)
                sizes[_face(span)] = max(sizes.get(_face(span), 0.0), size)
            left -= len(run.text)
            if left <= 0:
                break
        style = paragraph.style
        first = to_points(style.indent)
        if style.bullet.kind != "none" and paragraph.text.strip():
            size = next(iter(sizes.values()), style.end.size * scale.font)
            first = self._beside(style, style.bullet, size, most)
        tab = to_points(style.tabs[0]) if style.tabs else 0.0
        para = Para(tuple(spans), indent=max(to_points(style.left), 0.0), first_indent=first, tab=tab)
        return para, sizes, max(total / _LONG, 1.0)

    def _span(self, text: str, style: RunStyle, size: float, share: float, most: bool) -> Span:
        pair = self._families.pair(style.latin, style.bold, style.italic)
        drawn = size * share * (_RAISED if style.baseline else 1.0)
        if not most:
            text = text.replace("\t", " ")
        return Span(text, pair.most if most else pair.least, drawn, style.spacing / drawn)

    def _beside(self, style: ParagraphStyle, bullet: Bullet, size: float, most: bool) -> float:
        """Where the first line's text starts beside its bullet, from the paragraph's left margin."""
        indent = to_points(style.indent)
        if not most:
            return max(indent, 0.0)
        text = _NUMBER if bullet.kind == "number" else bullet.char or "\u2022"
        bullet_size = bullet.size or size * bullet.scale
        measure = self._families.pair(style.end.latin, style.end.bold, style.end.italic).most
        return max(indent + min(measure.width(text, bullet_size), 1.5 * bullet_size), 0.0)


def _face(span: Span) -> _Face:
    return span.measure, span.scale, span.tracking


def _cased(text: str, style: RunStyle, most: bool) -> Iterable[tuple[str, float]]:
    """The text as it is drawn, and the share of the size that it is drawn at."""
    if style.caps == "none":
        return [(text, 1.0)]
    return [(text.upper(), 1.0 if most or style.caps == "all" else _SMALL_CAPS)]


def _most_lines(para: Para, room: float) -> Iterator[tuple[Sequence[Unit], float]]:
    """The most lines that any program makes."""
    return ((line.units, line.end) for line in break_lines(para, 1, room))


def _least_lines(para: Para, room: float) -> Iterator[tuple[Sequence[Unit], float]]:
    """The fewest lines that any program may make: least widths, broken wherever one of them breaks."""
    start = para.first_indent
    for stretch in units_of(para):
        line: list[Unit] = []
        pieces: list[tuple[Span, str]] = []
        done, end = start, start
        for unit in (part for u in stretch for part in cut_at(u, anywhere(u.text))):
            reach = end
            if unit.core:
                # Pieces before the last unit's are summed up: kerning across units is not worth measuring lines anew.
                reach = done + least_width([*pieces, *unit.core], 1)
            if line and unit.core and reach > room * 1.01:
                yield line, end
                line, pieces, done = [], [], 0.0
                reach = least_width(unit.core, 1)
            line.append(unit)
            end = reach
            if unit.core:
                done, pieces = reach, list(unit.blanks)
            else:
                pieces += unit.blanks
        yield line, end
        start = 0.0


def _pitch(line: Spacing, size: float, scale: Scale, most: bool) -> float:
    kind, value = line
    if kind == "pts":
        return value if most else value * scale.font
    return SINGLE * size * max(value - scale.reduction, 0.0)


def _gap(space: Spacing, sizes: dict[_Face, float], mark: float, scale: Scale, most: bool) -> float:
    """Space between paragraphs: a share of the line in PowerPoint, of the size in LibreOffice."""
    kind, value = space
    if kind == "pts":
        return value if most else value * scale.font
    size = max(sizes.values(), default=mark)
    return value * size * (SINGLE if most else 1.0)


def _longest(units: Sequence[Unit]) -> str:
    if not units:
        return ""
    unit = max(units, key=lambda u: pieces_width(u.core, 1))
    return unit.text.strip()
