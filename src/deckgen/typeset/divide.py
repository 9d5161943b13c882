"""Dividing overlong words, German compounds above all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from deckgen.typeset.measure import SOFT_HYPHEN, Measure

_LEAST: Final = 4  # letters on either side of a point found by rule

# Linking elements behind suffixes that end the first part of a compound for certain ...
_SURE: Final = re.compile("(?:ungs|heits|keits|schafts|täts|ions|lings|tums)(?!ch)")
# ... and a bare s between consonants, unless it can begin the second part (st, sp, sch, ss).
_LIKELY: Final = re.compile("(?<=[bdfgklmnrt])s(?=[bdfghjklmnqrvwz])")


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _rules(word: str, lang: str) -> Iterator[list[int]]:
    """Lists of points in the word, the more trustworthy list first."""
    yield [m.end() for m in re.finditer(SOFT_HYPHEN, word)]
    if lang.lower().split("-")[0] != "de":
        return
    for rule in (_SURE, _LIKELY):
        points = [m.end() for m in rule.finditer(word.lower())] if len(word.lower()) == len(word) else []
        yield [p for p in points if _letters(word[:p]) >= _LEAST and _letters(word[p:]) >= _LEAST]


def divide(
    word: str, lang: str, measure: Measure, size: float, width: float, tracking: float = 0.0
) -> tuple[str, str] | None:
    """The two parts of a word between which a hyphen and a line break go, or None where nothing is safe.

    The head is the longest that fits `width` pt with its hyphen; it has no soft hyphens, the tail keeps its own so
    that it can be divided again. Points the author marked (U+00AD) come first, then, in German, the linking elements
    of compounds.
    """
    for points in _rules(word, lang):
        for p in reversed(points):
            head = word[:p].replace(SOFT_HYPHEN, "")
            tail = word[p:].lstrip(SOFT_HYPHEN)
            if head and tail and measure.width(head + "-", size, tracking) <= width:
                return head, tail
    return None
