"""Breaks in words that are wider than their line: where they go, and the text with them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from ..records import dataclass, replace
from ..scene.items import Paragraph
from ..typeset.breaking import at_signs
from ..typeset.divide import linked, marked
from ..typeset.overlong import Overlong, overlong
from ..typeset.paragraph import Para, Span, cut_at, line_width, whole_points

_MOST = 40  # breaks in one text; more are no headline any more


@dataclass(frozen=True, slots=True)
class Break:
    """A line break in a word: the paragraph's number, the position in its text with the breaks before this one, what goes there."""

    para: int
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Division:
    """The breaks of a text in their order, and what was divided by a hyphen: each word with its parts.

    `stuck` is what is still wider than its line and has no place for a break, "" if nothing is; it needs `needed` pt and has `room`.
    """

    breaks: tuple[Break, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    stuck: str = ""
    needed: float = 0.0
    room: float = 0.0
    para: int = 0  # the number of the paragraph in which it stands


def division_of(paras: Sequence[Para], size: int, width: float, lang: str, *, title: bool) -> Division:
    """Breaks that bring the words of the text into `width` pt at `size` pt.

    A word breaks behind a sign in it ("Energie-/Klimapolitik"), where the author marked it (U+00AD) and, in a title, where a
    compound's parts are linked.
    """
    breaks: list[Break] = []
    words: list[tuple[str, ...]] = []
    behind = (-1, -1)  # paragraph and position at which the last hyphenated word goes on
    while (found := overlong(paras, size, width)) is not None:
        own = whole_points(size * paras[found.para].scale)
        hopeless = line_width(found.unit.core, own) > (_MOST + 1 - len(breaks)) * width
        point = _point(found, own, lang, title) if not hopeless else None
        if point is None or len(breaks) == _MOST:
            marks = marked(found.text)
            stuck = found.text[: marks[0]] if marks else found.text  # the part that has no room either
            needed = line_width(_head(found, marks[0], "-") if marks else found.unit.core, own)
            return Division(tuple(breaks), tuple(words), _plain(stuck), needed, found.room, found.para)
        at, hyphen = point
        done = Break(found.para, found.start + at, f"{hyphen}\v")
        breaks.append(done)
        paras = with_breaks(paras, (done,))
        if hyphen:
            parts = (_plain(found.text[:at]) + hyphen, _plain(found.text[at:]))
            words[-1:] = (
                [(*words[-1][:-1], *parts)] if behind == (found.para, found.start) else [*words[-1:], parts]
            )
            behind = (found.para, done.at + len(done.text))
    return Division(tuple(breaks), tuple(words))


def _plain(text: str) -> str:
    return text.replace("\u00ad", "")


def _point(found: Overlong, size: int, lang: str, title: bool) -> tuple[int, str] | None:
    """Where in the word to break, as late as its line allows, and the hyphen that goes there."""
    for points, hyphen in _candidates(found.text, lang, title):
        fitting = bisect_right(points, found.room, key=lambda p: line_width(_head(found, p, hyphen), size))
        if fitting:
            return points[fitting - 1], hyphen
    return None


def _candidates(word: str, lang: str, title: bool) -> Iterator[tuple[list[int], str]]:
    yield at_signs(word), ""
    yield marked(word), "-"
    if title:
        for points in linked(word, lang):
            yield points, "-"


def _head(found: Overlong, at: int, hyphen: str) -> list[tuple[Span, str]]:
    pieces = list(cut_at(found.unit, [at])[0].core)
    return [*pieces, (pieces[-1][0], hyphen)] if hyphen else pieces


class _HasText(Protocol):
    @property
    def text(self) -> str: ...


_Run = TypeVar("_Run", bound=_HasText)


def with_breaks(paras: Sequence[Para], breaks: Sequence[Break]) -> tuple[Para, ...]:
    """The measured text with its breaks."""
    done = list(paras)
    for b in breaks:
        done[b.para] = replace(done[b.para], spans=_put(done[b.para].spans, b))
    return tuple(done)


def written_with_breaks(paragraphs: Sequence[Paragraph], breaks: Sequence[Break]) -> tuple[Paragraph, ...]:
    """The text as it is written with its breaks."""
    done = list(paragraphs)
    for b in breaks:
        done[b.para] = replace(done[b.para], runs=_put(done[b.para].runs, b))
    return tuple(done)


def _put(runs: Sequence[_Run], b: Break) -> tuple[_Run, ...]:
    result, at = list(runs), b.at
    for i, run in enumerate(result):
        if at <= len(run.text):
            result[i] = replace(run, text=run.text[:at] + b.text + run.text[at:])
            break
        at -= len(run.text)
    return tuple(result)
