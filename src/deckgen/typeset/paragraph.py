"""Breaking paragraphs into lines and adding up their height.

Line pitch is a multiple of the font size whatever the font: PowerPoint and LibreOffice (for presentations)
both take 1.2 em for single spacing. A line is as high as the largest size in it asks for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from deckgen.typeset.breaking import meetings, opportunities
from deckgen.typeset.measure import Measure
from deckgen.typeset.stretches import HARD_BREAK, Span, span_size, stretches_of, whole_points, widths_of
from deckgen.typeset.tabs import after_tab

from ..records import dataclass

__all__ = [
    "SINGLE", "Line", "Lines", "Para", "Span", "Unit", "apart", "break_lines", "cut_at", "end_of", "extent", "least_width", "line_width",
    "pieces_width", "set_paragraphs", "tail_of", "units_of", "whole_points",
]  # fmt: skip

SINGLE: Final = 1.2  # pitch of single spacing in em
_SUBSCRIPT_DEPTH: Final = 0.165  # em that LibreOffice adds to a line with a subscript
_DESCENT: Final = 0.3  # em that the last line keeps below its baseline when lines are set tighter than single
_APART: Final = 0.3  # em between East Asian and other text: a fifth of the height of a font, at most 1.5 em


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; lengths in pt.

    Text starts at `indent`, on the first line at `indent + first_indent` (0 for a bulleted paragraph, whose
    bullet hangs but whose text does not). `leading` is the line pitch in em of the paragraph's size, which is
    `scale` times the size of the text, in whole points. `before` counts between paragraphs only. "\\t" jumps
    to `tab`, measured from the box's left edge, and beyond it to the next multiple of 72 pt (LibreOffice
    measures both from the indent, and forgets `tab` where there is no bullet); "\\v" is a hard line break.
    """

    spans: tuple[Span, ...]
    indent: float = 0.0
    first_indent: float = 0.0
    before: float = 0.0
    leading: float = SINGLE
    subscript: bool = False
    scale: float = 1.0
    tab: float = 0.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs set in lines.

    `texts` holds the lines of each paragraph with the spaces they end in, so joined they are the paragraph
    without its hard breaks; `height` is in pt; `width` is the right end of the widest line in pt from the
    box's left edge; `count` is the number of lines; `lowered` is the part of `height` that subscripts take below
    their baselines.
    """

    texts: tuple[tuple[str, ...], ...]
    height: float
    width: float
    count: int
    lowered: float = 0.0


Pieces = tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """What cannot be broken: a word and the blanks behind it, which may stick out of the line.

    `apart` is the room in em that LibreOffice adds where East Asian and other text meet in it or behind it.
    """

    text: str
    core: Pieces
    blanks: Pieces
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: its units and its right end without blanks, in pt from the paragraph's indent.

    `hard` says that the line ends with a hard break or its paragraph.
    """

    units: tuple[Unit, ...]
    end: float
    hard: bool


def units_of(para: Para) -> tuple[tuple[Unit, ...], ...]:
    """The units of a paragraph, one tuple for each stretch between hard breaks."""
    return _units(para.spans)[1]


@lru_cache(maxsize=512)
def _units(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[tuple[Unit, ...], ...]]:
    """The spans that the units are pieces of (those asked for may be others, equal to them), and the units."""
    text = "".join([s.text for s in spans])
    cut = _Cutter(spans)
    out: list[tuple[Unit, ...]] = []
    start = 0
    for segment in HARD_BREAK.split(text):
        bounds = [0, *opportunities(segment), len(segment)]
        stretch = []
        for a, b in pairwise(bounds):
            stretch.append(_unit(segment[a:b], start + a, cut))
        if met := meetings(segment):
            counts = [bisect_left(met, b) - bisect_left(met, a) for a, b in pairwise(bounds)]
            stretch = [replace(u, apart=_APART * n) if n else u for u, n in zip(stretch, counts, strict=True)]
        out.append(tuple(stretch))
        start += len(segment) + 1
    return spans, tuple(out)


class _Cutter:
    """Cuts a paragraph's text at ascending positions into pieces of one span each."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = iter(spans)
        self._span = Span("", spans[0].measure) if spans else None  # the span that is reached,
        self._origin = self._end = 0  # where it starts and ends in the paragraph

    def __call__(self, a: int, b: int) -> Pieces:
        if a >= b:
            return ()
        pieces = []
        while a < b:
            while self._end <= a:
                self._span = next(self._spans)
                self._origin, self._end = self._end, self._end + len(self._span.text)
            span = self._span
            assert span is not None
            stop = b if b <= self._end else self._end
            pieces.append((span, span.text[a - self._origin : stop - self._origin]))
            a = stop
        return tuple(pieces)


def apart(text: str) -> float:
    """The room in em that LibreOffice adds where East Asian and other text meet."""
    return _APART * len(meetings(text))


def pieces_width(pieces: Sequence[tuple[Span, str]], size: int) -> float:
    """The most that pieces without tabs take, in pt."""
    w = 0.0
    for span, text in pieces:
        w += widths_of(span, size)[text]
    return w


def least_width(pieces: Sequence[tuple[Span, str]], size: int) -> float:
    """The least that pieces take, in pt; neighbours in one font may kern."""
    w = 0.0
    for (measure, scale, tracking), group in groupby(pieces, key=_font):
        w += measure.least("".join([text for _, text in group]), size * scale, tracking)
    return w


def _font(piece: tuple[Span, str]) -> tuple[Measure, float, float]:
    return piece[0].measure, piece[0].scale, piece[0].tracking


def line_width(pieces: Sequence[tuple[Span, str]], size: int) -> float:
    """The most that pieces without tabs take as a line of their own, in pt."""
    return pieces_width(pieces, size) + tail_of(pieces, size)


def tail_of(pieces: Sequence[tuple[Span, str]], size: int) -> float:
    """What negative tracking behind the last glyph takes off, in pt (0 or more).

    PowerPoint counts it at the end of a line too, LibreOffice does not.
    """
    if not pieces or pieces[-1][0].tracking >= 0:
        return 0.0
    span = pieces[-1][0]
    return -round(span.tracking * span_size(span, size), 2)


def end_of(units: Sequence[Unit], x: float, size: int) -> float:
    """Right end in pt of a line of units without tabs that starts at `x`, without the blanks it ends in."""
    end = x
    for unit in units:
        w = pieces_width(unit.core, size) + unit.apart * size
        x += w
        if w:
            end = x + tail_of(unit.core, size)
        x += pieces_width(unit.blanks, size)
    return end


def cut_at(unit: Unit, positions: Sequence[int]) -> list[Unit]:
    """A unit cut at ascending positions of its text."""
    if not positions:
        return [unit]
    cut = _Cutter([replace(span, text=text) for span, text in (*unit.core, *unit.blanks)])
    bounds = [0, *positions, len(unit.text)]
    return [_unit(unit.text[a:b], a, cut) for a, b in pairwise(bounds)]


def _unit(text: str, start: int, cut: _Cutter) -> Unit:
    core = start + len(text.rstrip(" \t"))
    return Unit(text, cut(start, core), cut(core, start + len(text)))


def break_lines(para: Para, size: int, width: float) -> Iterator[Line]:
    """Greedy lines of a paragraph in `width` pt counted from its indent; `size` is the paragraph's own in pt.

    A unit wider than the line stands alone and ends beyond the width. A tab that leads out of the line starts
    the next one, behind a line that LibreOffice leaves empty.
    """
    x = para.first_indent
    spans, stretches = _units(para.spans)
    widths = {id(span): widths_of(span, size) for span in spans}
    tight = any(span.tracking < 0 for span in spans)
    for stretch in stretches:
        line: list[Unit] = []
        end = x
        for unit in stretch:
            w = unit.apart * size
            for span, text in unit.core:
                w += widths[id(span)][text]
            tail = tail_of(unit.core, size) if tight else 0.0
            if line and w and x + w + tail > width:
                yield Line(tuple(line), end, False)
                line, x, end = [], 0.0, 0.0
            x += w
            if w:
                end = x + tail
            line.append(unit)
            for span, text in unit.blanks:
                if "\t" not in text:
                    x += widths[id(span)][text]
                    continue
                for i, spaces in enumerate(text.split("\t")):
                    if i:
                        blank = pieces_width(((span, " "),), size)
                        x = after_tab(x, x + blank, para.tab, para.indent)
                        if x > width:
                            yield Line(tuple(line), end, False)
                            yield Line((), 0.0, False)
                            line, x, end = [], 0.0, 0.0
                    if spaces:
                        x += pieces_width(((span, spaces),), size)
        yield Line(tuple(line), end, True)
        x = 0.0


def _pitch(line: Line) -> float:
    """Largest size in the line relative to the paragraph's, which the paragraph mark brings at least."""
    return max([1.0, *(span.scale for unit in line.units for span, _ in unit.core)])


def _set(para: Para, size: int, room: float) -> tuple[list[str], float, float] | None:
    """The lines of a paragraph, their pitches added up, its right end; None if a unit is wider than its line."""
    widths = stretches_of(para.spans, size)
    lines: list[str] = []
    right = 0.0
    if widths is None:
        pitch = 0.0
        for line in break_lines(para, size, room):
            if line.end > room:
                return None
            lines.append("".join([u.text for u in line.units]))
            pitch += _pitch(line)
            right = max(right, para.indent + line.end)
        return lines, pitch, right
    x = para.first_indent
    for stretch in widths:  # as `break_lines` does it
        segment = stretch.text
        if x + stretch.whole + stretch.spare <= room:
            lines.append(segment)
            right = max(right, para.indent + x + stretch.whole)
            x = 0.0
            continue
        begin = at = 0
        end = x
        for stop, w, blanks, tail in stretch.units:
            if at > begin and w and x + w + tail > room:
                lines.append(segment[begin:at])
                if end > room:
                    return None
                right = max(right, para.indent + end)
                begin, x, end = at, 0.0, 0.0
            x += w
            if w:
                end = x + tail
            x += blanks
            at = stop
        lines.append(segment[begin:at])
        if end > room:
            return None
        right = max(right, para.indent + end)
        x = 0.0
    return lines, float(len(lines)), right


def extent(para: Para, size: int) -> tuple[float, float] | None:
    """Where a paragraph's text ends on one line, and the most that its widest word takes as a line, in pt; None for texts that take more to
    be set."""
    found = stretches_of(para.spans, whole_points(size * para.scale))
    if found is None:
        return None
    ends = [(0.0 if n else para.first_indent) + stretch.whole for n, stretch in enumerate(found)]
    return para.indent + max(ends), max([stretch.widest + stretch.spare for stretch in found])


def set_paragraphs(paras: Sequence[Para], size: int, width: float, *, margin: float = 0.003) -> Lines | None:
    """Set paragraphs at `size` pt in a box `width` pt wide inside its insets.

    `margin` is the share of the line kept free for what the model does not know. None if a unit is wider than
    its line: programs would tear it between two letters.
    """
    texts: list[tuple[str, ...]] = []
    height = right = below = 0.0
    for i, para in enumerate(paras):
        s = whole_points(size * para.scale)
        room = (width - para.indent) * (1 - margin)
        found = _set(para, s, room)
        if found is None:
            return None
        lines, pitch, end = found
        right = max(right, end)
        height += (para.before if i else 0.0) + para.leading * s * pitch
        if para.subscript:
            lowered = sum(1 for span in para.spans if span.scale < 1)
            below += _SUBSCRIPT_DEPTH * s * min(len(lines), max(1, lowered))
        texts.append(tuple(lines))
    if paras and paras[-1].leading < SINGLE:
        last = paras[-1]
        height += _DESCENT * whole_points(size * last.scale) * (1 - last.leading / SINGLE)
    return Lines(tuple(texts), height + below, right, sum(map(len, texts)), below)
