"""Balanced headlines, and last lines of more than a short word: an inset that moves words to the next line without adding a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import Final

from deckgen.typeset.breaking import anywhere, preferred
from deckgen.typeset.paragraph import (
    Line,
    Para,
    Span,
    Unit,
    break_lines,
    cut_at,
    end_of,
    least_width,
    pieces_width,
    set_paragraphs,
    units_of,
    whole_points,
)

from ..records import dataclass, replace

_SPARE: Final = 0.006  # share of the line by which the intended breaks must hold
_MOST_UNITS: Final = 200  # running text gains nothing from balancing
_MOST_TRIES: Final = 64
_GAIN: Final = 0.02  # smaller improvements are not worth an inset
_ONE_FONT: Final = 0.05  # breaks that hold in one font only are worth that much less
_SHORT: Final = 5  # letters and digits from which on a word may stand alone on a last line

Paras = tuple[Para, ...]
Setting = tuple[tuple[Line, ...], ...]
"""Lines of each paragraph."""
Judge = Callable[[Setting], float]
"""How bad the breaks of a setting are; 0 is perfect."""


@dataclass(frozen=True, slots=True)
class _Face:
    """The text in one of the fonts that it may come out in.

    `counts` are the lines of each paragraph that a program takes at least in the whole width, `cost` is how
    bad its breaks look there.
    """

    paras: Paras
    counts: tuple[int, ...]
    cost: float


def balance(paras: Sequence[Para], size: int, width: float, lang: str) -> float:
    """Inset in pt (0 or more) that makes the lines of a headline (`size`, `width` in pt) look intended.

    Wanted: lines that differ by less than a third, no short word alone on the last line, no break that
    `preferred` leaves out. The inset adds no line in any of the fonts that the text is measured in, whatever
    program sets it, and the breaks hold: the widest line fits with 0.6 % to spare as the programs set it
    widest, and no line takes in what follows as they set it narrowest. Where no inset gives the same breaks
    in all fonts, those of the font that is written count, and the others' must not get worse. 0.0 if no inset
    gives something better or the text does not fit the width at all.
    """
    return _inset(tuple(paras), size, width, partial(_cost, lang))


def company(para: Para, size: int, width: float) -> float:
    """Inset in pt (0 or more) that gives the short word alone on a paragraph's last line the word before it for company.

    The least that does, so that the other lines stay as they are where they can; what `balance` says of lines, fonts and programs holds
    here too. 0.0 if the last line is longer or no inset helps.
    """
    return _inset((para,), size, width, _alone)


def stands_alone(line: str) -> bool:
    """Whether a line holds nothing but one short word."""
    words = line.split()
    return len(words) == 1 and 0 < sum(map(str.isalnum, words[0])) < _SHORT


def _alone(lines: Setting) -> float:
    return float(sum(len(found) > 1 and stands_alone(_text(found[-1])) for found in lines))


def _text(line: Line) -> str:
    return "".join([u.text for u in line.units])


def _inset(whole: Paras, size: int, width: float, judge: Judge) -> float:
    stretches = [s for p in whole for s in units_of(p)]
    if sum(map(len, stretches)) > _MOST_UNITS or any("\t" in span.text for p in whole for span in p.spans):
        return 0.0
    natural = set_paragraphs(whole, size, width)
    if natural is None or natural.count == len(stretches):
        return 0.0
    faces = [_face(p, size, width, judge) for p in _variants(whole)]
    written, others = faces[0], faces[1:]
    best, inset = max(f.cost for f in faces) - _GAIN, 0.0
    for lines in _settings(written, size, width):
        cost = judge(lines)
        if cost >= best:
            continue
        low, high = _interval(written.paras, lines, size, width)
        if low > high:
            continue
        spans = [_interval(face.paras, lines, size, width) for face in others if _as_few(lines, face)]
        least, most = max([low, *(a for a, _ in spans)]), min([high, *(b for _, b in spans)])
        if len(spans) == len(others) and least <= most:
            best, inset = cost, width - (least + most) / 2
        elif cost + _ONE_FONT < min(best, written.cost - _GAIN):
            w = next(
                (w for w in ((low + high) / 2, high) if all(_no_worse(f, size, w, judge) for f in others)),
                None,
            )
            if w is not None:
                best, inset = cost + _ONE_FONT, width - w
    return inset


def _variants(paras: Paras) -> Iterator[Paras]:
    """The text in each of the fonts it may come out in, the one written first."""
    for i in range(max([1, *(len(s.measure.faces) for p in paras for s in p.spans)])):
        yield tuple(
            replace(p, spans=tuple(replace(s, measure=s.measure.faces[min(i, len(s.measure.faces) - 1)]) for s in p.spans))
            for p in paras
        )  # fmt: skip


def _face(paras: Paras, size: int, width: float, judge: Judge) -> _Face:
    least = _least_set(paras, size, width)
    cost = max(judge(_set(paras, size, width)), judge(least))
    return _Face(paras, tuple(len(lines) for lines in least), cost)


def _set(paras: Paras, size: int, width: float) -> Setting:
    return tuple(tuple(break_lines(p, whole_points(size * p.scale), width - p.indent)) for p in paras)


def _least_set(paras: Paras, size: int, width: float) -> Setting:
    """The fewest lines that a program may set: at the least width, broken wherever one of them breaks."""
    wide = width * (1 + _SPARE)
    return tuple(tuple(_least_lines(p, whole_points(size * p.scale), wide - p.indent)) for p in paras)


def _least_lines(para: Para, size: int, width: float) -> Iterator[Line]:
    start = para.first_indent
    for stretch in units_of(para):
        line: list[Unit] = []
        pieces: list[tuple[Span, str]] = []
        last, most = 0, start  # pieces up to the line's last word; the most that all of them take
        for unit in (part for u in stretch for part in cut_at(u, anywhere(u.text))):
            core = pieces_width(unit.core, size)
            if (
                line and unit.core and most + core > width
                and start + least_width([*pieces, *unit.core], size) > width
            ):  # fmt: skip
                yield Line(tuple(line), start + least_width(pieces[:last], size), False)
                line, pieces, start, last, most = [], [], 0.0, 0, 0.0
            line.append(unit)
            pieces += unit.core
            last = len(pieces) if unit.core else last
            pieces += unit.blanks
            most += core + pieces_width(unit.blanks, size)
        yield Line(tuple(line), start + least_width(pieces[:last], size), True)
        start = 0.0


def _settings(face: _Face, size: int, width: float) -> Iterator[Setting]:
    """The ways to break the text without a further line, from the widest box to the narrowest."""
    w = width
    for _ in range(_MOST_TRIES):
        lines = _set(face.paras, size, w)
        if not _as_few(lines, face):
            return
        widest = max(
            p.indent + line.end for p, found in zip(face.paras, lines, strict=True) for line in found
        )
        if widest > w:
            return  # a word no longer fits its line
        yield lines
        w = widest - 0.01


def _as_few(lines: Setting, face: _Face) -> bool:
    return all(len(found) <= n for found, n in zip(lines, face.counts, strict=True))


def _interval(paras: Paras, lines: Setting, size: int, width: float) -> tuple[float, float]:
    """Least and most width in pt in which the text comes out in these lines for sure."""
    low, high = 0.0, width
    for para, found in zip(paras, lines, strict=True):
        s = whole_points(size * para.scale)
        units = iter([u for stretch in units_of(para) for u in stretch])
        rows = [[next(units) for _ in line.units] for line in found]  # the same in this font
        for i, (line, row) in enumerate(zip(found, rows, strict=True)):
            start = 0.0 if i else para.first_indent
            low = max(low, para.indent + end_of(row, start, s) / (1 - _SPARE))
            if not line.hard:
                following = rows[i + 1][0]
                head = cut_at(following, anywhere(following.text))[0]
                reach = least_width([*(p for u in row for p in (*u.core, *u.blanks)), *head.core], s)
                high = min(high, para.indent + (start + reach) / (1 + _SPARE))
    return low, high


def _no_worse(face: _Face, size: int, width: float, judge: Judge) -> bool:
    """Whether the text in this font keeps its lines and their looks in `width` pt."""
    lines = _set(face.paras, size, width)
    if not _as_few(lines, face):
        return False
    if any(p.indent + line.end > width for p, found in zip(face.paras, lines, strict=True) for line in found):
        return False
    return max(judge(lines), judge(_least_set(face.paras, size, width))) <= face.cost


def _cost(lang: str, lines: Setting) -> float:
    """How bad the breaks of a headline look."""
    cost = 0.0
    for found in lines:
        stretch: list[Line] = []
        for line in found:
            stretch.append(line)
            if line.hard:
                cost += _stretch_cost(stretch, lang)
                stretch = []
    return cost


def _stretch_cost(stretch: list[Line], lang: str) -> float:
    if len(stretch) < 2:
        return 0.0
    ends = [line.end for line in stretch]
    spread = (max(ends) - min(ends)) / max(max(ends), 1.0)
    cost = 0.5 * spread + 3.0 * max(0.0, spread - 1 / 3)
    texts = [_text(line) for line in stretch]
    last = texts[-1].split()
    if len(last) == 1 and sum(map(str.isalpha, last[0])) < _SHORT:
        cost += 2.0
    good = _preferred("".join(texts), lang)
    return cost + sum(at not in good for at in accumulate(map(len, texts[:-1])))


@lru_cache(maxsize=512)
def _preferred(text: str, lang: str) -> frozenset[int]:
    return frozenset(preferred(text, lang))
