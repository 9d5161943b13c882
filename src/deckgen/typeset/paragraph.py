"""Breaking paragraphs into lines and adding up their height.

Line pitch is a multiple of the font size whatever the font: PowerPoint and LibreOffice (for presentations)
both take 1.2 em for single spacing. A line is as high as the largest size in it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from deckgen.records import dataclass
from deckgen.typeset.breaking import opportunities
from deckgen.typeset.measure import SOFT_HYPHEN, Measure

SINGLE: Final = 1.2  # pitch of single spacing in em
DEFAULT_TAB: Final = 72.0  # distance in pt of the tab stops every paragraph has
_SUBSCRIPT_DEPTH: Final = 0.165  # em that LibreOffice adds to a line with a subscript
_DESCENT: Final = 0.3  # em that the last line keeps below its baseline when lines are set tighter than single

_HARD_BREAK: Final = re.compile("[\v\n]")


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one run. `scale` is relative to the paragraph's size, `tracking` in em."""

    text: str
    measure: Measure
    scale: float = 1.0
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; lengths in pt.

    Text starts at `indent`, on the first line at `indent + first_indent` (0 for a bulleted paragraph, whose
    bullet hangs but whose text does not). `leading` is the line pitch in em of the paragraph's size, which is
    `scale` times the size of the text, in whole points. `before` counts between paragraphs only. "\\t" jumps
    to `tab`, measured from the box's left edge, and beyond it to the next multiple of 72 pt; "\\v" is a hard
    line break.
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
    box's left edge; `count` is the number of lines.
    """

    texts: tuple[tuple[str, ...], ...]
    height: float
    width: float
    count: int


Pieces = tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """What cannot be broken: a word and the blanks behind it, which may stick out of the line."""

    text: str
    core: Pieces
    blanks: Pieces
    tabs: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: its units, its right end without blanks and where a further unit would start.

    Positions are in pt from the paragraph's indent. `hard` says that the line ends with a hard break or its
    paragraph.
    """

    units: tuple[Unit, ...]
    end: float
    pen: float
    hard: bool


def units_of(para: Para) -> tuple[tuple[Unit, ...], ...]:
    """The units of a paragraph, one tuple for each stretch between hard breaks."""
    return _units(para.spans)[1]


@lru_cache(maxsize=512)
def _units(spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[tuple[Unit, ...], ...]]:
    """The spans that the units are pieces of (others may be equal to them), and the units."""
    text = "".join([s.text for s in spans])
    cut = _Cutter(spans) if len(spans) != 1 else None
    out: list[tuple[Unit, ...]] = []
    start = 0
    for segment in _HARD_BREAK.split(text):
        bounds = [0, *opportunities(segment), len(segment)]
        stretch = []
        core: Pieces
        blanks: Pieces
        for a, b in pairwise(bounds):
            piece = segment[a:b]
            word = piece.rstrip(" \t")
            if cut is None:
                blank = piece[len(word) :]
                core = ((spans[0], word),) if word else ()
                blanks = ((spans[0], blank),) if blank else ()
            else:
                core = cut(start + a, start + a + len(word))
                blanks = cut(start + a + len(word), start + b)
            stretch.append(Unit(piece, core, blanks, "\t" in piece[len(word) :]))
        out.append(tuple(stretch))
        start += len(segment) + 1
    return spans, tuple(out)


class _Cutter:
    """Cuts a paragraph's text at ascending positions into pieces of one span each."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._at = 0  # span that the last cut ended in
        self._origin = 0  # where that span starts in the paragraph

    def __call__(self, a: int, b: int) -> Pieces:
        pieces = []
        while a < b:
            span = self._spans[self._at]
            end = self._origin + len(span.text)
            if end <= a:
                self._at, self._origin = self._at + 1, end
                continue
            stop = min(b, end)
            pieces.append((span, span.text[a - self._origin : stop - self._origin]))
            a = stop
        return tuple(pieces)


def whole_points(size: float) -> int:
    """Size as it is written to the file: whole points, half up, at least 1."""
    return max(1, int(size + 0.5))


def pieces_width(pieces: Pieces, size: int, *, narrow: bool = False) -> float:
    """Width in pt of pieces without tabs; `narrow` takes the narrow model where a measure has one."""
    w = 0.0
    for span, text in pieces:
        widths, tracking = _table(span, size, narrow)
        w += widths[text] + (tracking * (len(text) - text.count(SOFT_HYPHEN)) if tracking else 0.0)
    return w


def after_blanks(unit: Unit, x: float, para: Para, size: int, *, narrow: bool = False) -> float:
    """Where the pen stands after the blanks of `unit` when it was at `x` (pt from the paragraph's indent)."""
    for span, text in unit.blanks:
        for i, spaces in enumerate(text.split("\t")):
            if i:
                least = para.indent + x + pieces_width(((span, " "),), size, narrow=narrow)
                stop = para.tab if para.tab > para.indent + x else (least // DEFAULT_TAB + 1) * DEFAULT_TAB
                x = stop - para.indent
            if spaces:
                x += pieces_width(((span, spaces),), size, narrow=narrow)
    return x


def _table(span: Span, size: int, narrow: bool) -> tuple[Mapping[str, float], float]:
    """The widths of a run's pieces by text, and the tracking after each glyph, in pt; `size` is the paragraph's."""
    measure, scale = span.measure, span.scale
    if narrow:
        measure = measure.narrow or measure
    # a scaled run may be written in whole points or drawn at the exact share of the size (super- and subscripts)
    own = size if scale == 1.0 else max(size * scale, whole_points(size * scale))
    return measure.widths(own), round(span.tracking * own, 2)


def break_lines(para: Para, size: int, width: float, *, narrow: bool = False) -> Iterator[Line]:
    """Greedy lines of a paragraph in `width` pt counted from its indent; `size` is the paragraph's own in pt.

    A unit wider than the line stands alone and ends beyond the width.
    """
    x = para.first_indent
    spans, stretches = _units(para.spans)
    tables = {id(span): _table(span, size, narrow) for span in spans}
    for stretch in stretches:
        line: list[Unit] = []
        end = x
        for unit in stretch:
            w = 0.0
            for span, text in unit.core:
                widths, tracking = tables[id(span)]
                w += widths[text] + (tracking * (len(text) - text.count(SOFT_HYPHEN)) if tracking else 0.0)
            if line and w and x + w > width:
                yield Line(tuple(line), end, x, False)
                line, x, end = [], 0.0, 0.0
            x += w
            if w:
                end = x
            if len(unit.blanks) == 1 and not unit.tabs:
                ((span, text),) = unit.blanks
                widths, tracking = tables[id(span)]
                x += widths[text] + (tracking * len(text) if tracking else 0.0)
            elif unit.blanks:
                x = after_blanks(unit, x, para, size, narrow=narrow)
            line.append(unit)
        yield Line(tuple(line), end, x, True)
        x = 0.0


def _pitch(line: Line) -> float:
    """Largest size in the line relative to the paragraph's, which the paragraph mark brings at least."""
    return max([1.0, *(span.scale for unit in line.units for span, _ in unit.core)])


def set_paragraphs(paras: Sequence[Para], size: int, width: float, *, margin: float = 0.003) -> Lines | None:
    """Set paragraphs at `size` pt in a box `width` pt wide inside its insets.

    `margin` is the share of the line kept free for what the model does not know. None if a unit is wider than
    its line: programs would tear it between two letters.
    """
    texts: list[tuple[str, ...]] = []
    height = right = 0.0
    for i, para in enumerate(paras):
        s = whole_points(size * para.scale)
        room = (width - para.indent) * (1 - margin)
        lines: list[str] = []
        even = max((span.scale for span in para.spans), default=1.0) <= 1.0
        pitch = 0.0
        for line in break_lines(para, s, room):
            if line.end > room:
                return None
            lines.append("".join([u.text for u in line.units]))
            pitch += 1.0 if even else _pitch(line)
            right = max(right, para.indent + line.end)
        height += (para.before if i else 0.0) + para.leading * s * pitch
        if para.subscript:
            lowered = sum(1 for span in para.spans if span.scale < 1)
            height += _SUBSCRIPT_DEPTH * s * min(len(lines), max(1, lowered))
        texts.append(tuple(lines))
    if paras and paras[-1].leading < SINGLE:
        last = paras[-1]
        height += _DESCENT * whole_points(size * last.scale) * (1 - last.leading / SINGLE)
    return Lines(tuple(texts), height, right, sum(map(len, texts)))


def overlong(paras: Sequence[Para], size: int, width: float, *, margin: float = 0.003) -> str | None:
    """The first unit that is wider than its line at `size` pt in `width` pt, or None."""
    for para in paras:
        s = whole_points(size * para.scale)
        room = (width - para.indent) * (1 - margin)
        for line in break_lines(para, s, room):
            if line.end > room:
                wide = max(line.units, key=lambda u: pieces_width(u.core, s))
                return wide.text.strip(" \t")
    return None
