"""Balanced headlines: a right inset that moves words to the next line without adding a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from deckgen.records import dataclass
from deckgen.typeset.paragraph import (
    Line,
    Para,
    Unit,
    break_lines,
    pieces_width,
    set_paragraphs,
    units_of,
    whole_points,
)

_SPARE: Final = 0.006  # share of the line by which the intended breaks must hold in either width model
_MOST_UNITS: Final = 200  # running text gains nothing from balancing
_MOST_TRIES: Final = 64
_GAIN: Final = 0.02  # smaller improvements are not worth an inset

# Words that want to stay with the next one: articles, prepositions, conjunctions, forms of address.
_DE: Final = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
    mein dein sein ihr unser euer zur zum am an ans auf aufs aus außer bei beim bis durch für gegen
    hinter im in ins mit nach neben ob ohne seit über um unter vom von vor während wegen zu zwischen
    und oder als wie nicht sehr pro per je herr frau dr. prof. nr. ca. z. b. u. a.
"""
_EN: Final = """
    a an the this that these those my your our their its his her about above after against among
    around as at before behind below between by down during for from in into like of off on onto out
    over per since through to toward towards under until up upon with within without and or but nor
    not no very mr mrs ms dr mr. mrs. ms. dr.
"""
_CLINGING: Final = {"de": frozenset(_DE.split()), "en": frozenset(_EN.split())}
# A number that counts something; a year does not.
_NUMBER: Final = re.compile(r"(?!(?:1[89]|20)\d\d$)[\d.,:+\u2212\u2013-]*\d")


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to break the paragraphs: lines by the wide model, and the box widths in pt that produce it."""

    lines: tuple[tuple[Line, ...], ...]
    least: float
    most: float


def balance(paras: Sequence[Para], size: int, width: float, lang: str) -> float:
    """Right inset in pt (0 or more) that makes the lines of a headline (`size`, `width` in pt) look intended.

    Wanted: lines that differ by less than a third, no short word alone on the last line, no article,
    preposition or number parted from its noun, never a line more. The breaks hold by the wide model (the
    widest line fits with 0.6 % to spare) and by the narrow one (no line takes the next word, with 0.6 % to
    spare). 0.0 if no inset gives something better or the text does not fit the width at all.
    """
    if sum(len(stretch) for p in paras for stretch in units_of(p)) > _MOST_UNITS:
        return 0.0
    natural = set_paragraphs(paras, size, width)
    if natural is None or natural.count == sum(len(units_of(p)) for p in paras):
        return 0.0
    counts = [len(t) for t in natural.texts]
    today = max(_cost(_set(paras, size, width, narrow=narrow), paras, size, lang) for narrow in (False, True))
    best, inset = today - _GAIN, 0.0
    for setting in _settings(paras, size, width, counts):
        top = min(setting.most, width)
        if setting.least > top:
            continue
        cost = _cost(setting.lines, paras, size, lang)
        if cost < best:
            best, inset = cost, width - (setting.least + top) / 2
    return inset


def _set(
    paras: Sequence[Para], size: int, width: float, *, narrow: bool = False
) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        tuple(break_lines(p, whole_points(size * p.scale), width - p.indent, narrow=narrow)) for p in paras
    )  # fmt: skip


def _settings(paras: Sequence[Para], size: int, width: float, counts: list[int]) -> Iterator[_Setting]:
    """The ways to break the text without a further line, from the widest box to the narrowest."""
    w = width
    for _ in range(_MOST_TRIES):
        lines = _set(paras, size, w)
        if any(len(found) > n for found, n in zip(lines, counts, strict=True)):
            return
        edges = [(p.indent, line.end) for p, found in zip(paras, lines, strict=True) for line in found]
        widest = max(indent + end for indent, end in edges)
        if widest > w:
            return  # a word no longer fits its line
        yield _Setting(
            lines, max(i + end / (1 - _SPARE) for i, end in edges), _most(paras, lines, size, width)
        )
        w = widest - 0.01


def _most(paras: Sequence[Para], lines: tuple[tuple[Line, ...], ...], size: int, width: float) -> float:
    """Width in pt at which, by the narrow model, the first line takes in the next word."""
    most = float("inf")
    for para, found in zip(paras, lines, strict=True):
        s = whole_points(size * para.scale)
        for i, line in enumerate(found):
            if line.hard:
                continue
            start = para.first_indent if i == 0 else 0.0
            text = tuple(piece for u in line.units for piece in (*u.core, *u.blanks))
            if any("\t" in t for _, t in text):  # a tab swallows differences before it
                reach = line.pen * (1 - _SPARE)
            else:
                reach = start + pieces_width(text, s, narrow=True)
            reach += pieces_width(found[i + 1].units[0].core, s, narrow=True)
            most = min(most, para.indent + reach / (1 + _SPARE))
    return most


def _cost(lines: tuple[tuple[Line, ...], ...], paras: Sequence[Para], size: int, lang: str) -> float:
    """How bad the breaks look; 0 is perfect."""
    clinging = _CLINGING.get(lang.lower().split("-")[0], frozenset())
    cost = 0.0
    for found in lines:
        stretch: list[Line] = []
        for line in found:
            stretch.append(line)
            if line.hard:
                cost += _stretch_cost(stretch, clinging)
                stretch = []
    return cost


def _bare(unit: Unit) -> str:
    return unit.text.strip(" \t").casefold().lstrip("(\u201e\u201c\u00bb\"'")


def _stretch_cost(stretch: list[Line], clinging: frozenset[str]) -> float:
    if len(stretch) < 2:
        return 0.0
    ends = [line.end for line in stretch]
    spread = (max(ends) - min(ends)) / max(max(ends), 1.0)
    cost = 0.5 * spread + 3.0 * max(0.0, spread - 1 / 3)
    last = "".join(u.text for u in stretch[-1].units).split()
    if len(last) == 1 and sum(map(str.isalpha, last[0])) < 5:
        cost += 2.0
    for line, below in pairwise(stretch):
        word, following = _bare(line.units[-1]), _bare(below.units[0])
        if word in clinging or (_NUMBER.fullmatch(word) and following not in clinging):
            cost += 1.0
    return cost
