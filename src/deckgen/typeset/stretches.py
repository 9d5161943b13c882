"""Paragraphs measured word by word, the quick way that most of them can go: between hard breaks, units with their widths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

from deckgen.typeset.breaking import meetings, opportunities, words_alone
from deckgen.typeset.measure import Measure

from ..patterns import pattern
from ..records import dataclass

HARD_BREAK: Final = pattern("[\v\n]")


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one run. `scale` is relative to the paragraph's size, `tracking` in em."""

    text: str
    measure: Measure
    scale: float = 1.0
    tracking: float = 0.0


def whole_points(size: float) -> int:
    """Size as it is written to the file: whole points, half up, at least 1."""
    return max(1, int(size + 0.5))


def span_size(span: Span, size: int) -> float:
    # A scaled run may be written in whole points or drawn at the exact share of the size (super- and
    # subscripts).
    return size if span.scale == 1.0 else max(size * span.scale, whole_points(size * span.scale))


def widths_of(span: Span, size: int) -> Mapping[str, float]:
    """The most that a run's pieces take, in pt, by text."""
    return span.measure.widths(span_size(span, size), span.tracking)


_Unit = tuple[int, float, float, float]
"""Where a unit ends in its stretch, the widths of its word and of the blanks behind it, what negative tracking takes off the word's end."""


_Pieces = tuple[Sequence[str], Sequence[Mapping[str, float]], Sequence[float]]
"""Texts of one font each, their widths by text, what negative tracking takes off a word's end in them."""


class Stretch:
    """A text between hard breaks: where it ends on one line, and the most that negative tracking takes off a word's end."""

    __slots__ = ("_pieces", "_units", "spare", "text", "whole")

    def __init__(
        self, text: str, whole: float, spare: float, units: list[_Unit] | None, pieces: _Pieces | None
    ) -> None:
        self.text = text
        self.whole = whole
        self.spare = spare
        self._units = units
        self._pieces = pieces

    @property
    def units(self) -> list[_Unit]:
        """Its units; asked for where it doesn't stay on one line."""
        if self._units is None:
            assert self._pieces is not None
            self._units = _word_units(*self._pieces)
        return self._units

    @property
    def widest(self) -> float:
        """The width of its widest word."""
        if self._units is None and self._pieces is not None and len(self._pieces[0]) == 1:
            table = self._pieces[1][0]
            return max([table[word] for word in self.text.split(" ")])
        return max([unit[1] for unit in self.units])


_MEASURED: dict[int, tuple[tuple[Span, ...], dict[int, tuple[Stretch, ...] | None]]] = {}
_KEPT: Final = 512


def stretches_of(spans: tuple[Span, ...], size: int) -> tuple[Stretch, ...] | None:
    """The stretches of a paragraph between hard breaks; the same spans are mostly asked for again.

    Most texts are set without more than that: no tab, no run larger than its paragraph, no blanks in two fonts, no East Asian text beside
    other.  None for others.
    """
    known = _MEASURED.get(id(spans))
    if known is None or known[0] is not spans:
        if len(_MEASURED) >= _KEPT:
            _MEASURED.clear()
        known = _MEASURED[id(spans)] = (spans, {})
    by_size = known[1]
    if size not in by_size:
        by_size[size] = _measured(spans, size)
    return by_size[size]


def _measured(spans: tuple[Span, ...], size: int) -> tuple[Stretch, ...] | None:
    if not spans:
        return (Stretch("", 0.0, 0.0, [(0, 0.0, 0.0, 0.0)], None),)
    texts = [s.text for s in spans]
    text = texts[0] if len(texts) == 1 else "".join(texts)
    if "\t" in text or max([s.scale for s in spans]) > 1.0:
        return None
    tables = [widths_of(s, size) for s in spans]
    tails = [-round(s.tracking * span_size(s, size), 2) if s.tracking < 0 else 0.0 for s in spans]
    if words_alone(text):
        return (_words(text, texts, tables, tails),)
    ends = list(accumulate(map(len, texts)))
    result: list[Stretch] = []
    start = k = 0
    for segment in HARD_BREAK.split(text):
        if meetings(segment):
            return None  # LibreOffice adds room in such units
        units = []
        a = 0
        for b in (*opportunities(segment), len(segment)):
            unit = segment[a:b]
            word = unit.rstrip(" ")
            w, tail, at, stop = 0.0, 0.0, start + a, start + a + len(word)
            while at < stop:
                while ends[k] <= at:
                    k += 1
                here = min(stop, ends[k])
                w += tables[k][text[at:here]]
                tail, at = tails[k], here
            blanks, stop = 0.0, start + b
            if at < stop:
                while ends[k] <= at:
                    k += 1
                if ends[k] < stop:
                    return None
                blanks = tables[k][text[at:stop]]
            units.append((b, w, blanks, tail))
            a = b
        result.append(_stretch(segment, units))
        start += len(segment) + 1
    return tuple(result)


def _words(
    text: str, texts: Sequence[str], tables: Sequence[Mapping[str, float]], tails: Sequence[float]
) -> Stretch:
    """A text that breaks behind each of its blanks, one by one, and nowhere else."""
    x = tail = 0.0
    for part, table, after in zip(texts, tables, tails, strict=True):
        if part:
            words = part.split(" ")
            x += sum([table[word] for word in words])
            if len(words) > 1:
                x += table[" "] * (len(words) - 1)
            if words[-1]:
                tail = after
            elif len(words) > 1:
                tail = 0.0
    return Stretch(text, x + tail, max(tails), None, (texts, tables, tails))


def _word_units(
    texts: Sequence[str], tables: Sequence[Mapping[str, float]], tails: Sequence[float]
) -> list[_Unit]:
    """The units of such a text."""
    units: list[_Unit] = []
    at, w, tail = 0, 0.0, 0.0
    for text, table, after in zip(texts, tables, tails, strict=True):
        blank, begun = table[" "], False
        for word in text.split(" "):
            if begun:
                at += 1
                units.append((at, w, blank, tail))
                w = tail = 0.0
            begun = True
            if word:
                w += table[word]
                tail = after
                at += len(word)
    units.append((at, w, 0.0, tail))
    return units


def _stretch(text: str, units: list[_Unit]) -> Stretch:
    x = end = most = 0.0
    for _, w, blanks, tail in units:
        if w:
            x += w
            end = x + tail
            if tail > most:
                most = tail
        x += blanks
    return Stretch(text, end, most, units, None)
