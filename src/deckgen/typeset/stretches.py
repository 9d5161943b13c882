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


class Stretch:
    """A text between hard breaks: where it ends on one line, the most that negative tracking takes off a word's end, its widest word."""

    __slots__ = ("_units", "spare", "text", "whole", "widest", "word")

    def __init__(
        self,
        text: str,
        whole: float,
        spare: float,
        widest: float,
        units: list[_Unit] | None,
        word: _Word | None,
    ) -> None:
        self.text = text
        self.whole = whole
        self.spare = spare
        self.widest = widest
        self.word = word
        self._units = units

    @property
    def units(self) -> list[_Unit]:
        """Its units; asked for where it doesn't stay on one line."""
        if self._units is None:
            assert self.word is not None
            table, tail = self.word
            self._units = _word_units([self.text], [table], [tail])[0]
        return self._units


_Word = tuple[Mapping[str, float], float]
"""Widths by text, and what negative tracking takes off a word's end, of a text in one font."""
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
    if size not in known[1]:
        known[1][size] = _measured(spans, size)
    return known[1][size]


def _measured(spans: tuple[Span, ...], size: int) -> tuple[Stretch, ...] | None:
    if not spans:
        return (Stretch("", 0.0, 0.0, 0.0, [(0, 0.0, 0.0, 0.0)], None),)
    first = spans[0]
    if len(spans) == 1 and first.scale == 1.0 and first.tracking >= 0:  # as most are
        text = first.text
        if words_alone(text) and "\t" not in text:
            table = first.measure.widths(size, first.tracking)
            widths = [table[word] for word in text.split(" ")]
            whole = sum(widths) + table[" "] * (len(widths) - 1) if text else 0.0
            return (Stretch(text, whole, 0.0, max(widths), None, (table, 0.0)),)
    texts = [s.text for s in spans]
    text = texts[0] if len(texts) == 1 else "".join(texts)
    if "\t" in text or max([s.scale for s in spans]) > 1.0:
        return None
    tables = [widths_of(s, size) for s in spans]
    tails = [-round(s.tracking * span_size(s, size), 2) if s.tracking < 0 else 0.0 for s in spans]
    if words_alone(text):
        if len(texts) > 1:
            units, whole, spare, widest = _word_units(texts, tables, tails)
            return (Stretch(text, whole, spare, widest, units, None),)
        table, tail = tables[0], tails[0]
        widths = [table[word] for word in text.split(" ")]
        whole = sum(widths) + table[" "] * (len(widths) - 1) + tail if text else 0.0
        return (Stretch(text, whole, tail, max(widths), None, (table, tail)),)
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


def _word_units(
    texts: Sequence[str], tables: Sequence[Mapping[str, float]], tails: Sequence[float]
) -> tuple[list[_Unit], float, float, float]:
    """The units of a text that breaks behind each of its blanks, one by one, and nowhere else; and what `Stretch` says of it."""
    units: list[_Unit] = []
    at, w, tail, x, most, widest = 0, 0.0, 0.0, 0.0, 0.0, 0.0
    for text, table, after in zip(texts, tables, tails, strict=True):
        if after > most:
            most = after
        blank, begun = table[" "], False
        for word in text.split(" "):
            if begun:
                at += 1
                units.append((at, w, blank, tail))
                if w > widest:
                    widest = w
                x += w + blank
                w = tail = 0.0
            begun = True
            if word:
                w += table[word]
                tail = after
                at += len(word)
    units.append((at, w, 0.0, tail))
    return units, x + w + tail, most, w if w > widest else widest


def _stretch(text: str, units: list[_Unit]) -> Stretch:
    x = end = most = widest = 0.0
    for _, w, blanks, tail in units:
        if w:
            x += w
            end = x + tail
            if w > widest:
                widest = w
            if tail > most:
                most = tail
        x += blanks
    return Stretch(text, end, most, widest, units, None)
