"""Dividing overlong words, German compounds above all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from deckgen.typeset.measure import SOFT_HYPHEN, Measure

_LEAST: Final = 4  # letters on either side of a point found by rule

# Linking elements behind suffixes that end the first part of a compound for certain ...
_SURE: Final = re.compile("(?:ungs|heits|keits|schafts|täts|ions|lings|tums)(?!ch)", re.IGNORECASE)
# ... and a bare s between consonants, unless it can begin the second part (st, sp, sch, ss).
_LIKELY: Final = re.compile("(?<=[bdfgklmnrt])s(?=[bdfghjklmnqrvwz])", re.IGNORECASE)


def _rules(word: str, lang: str) -> Iterator[list[int]]:
    """Lists of points in the word, the more trustworthy list first."""
    yield [m.end() for m in re.finditer(SOFT_HYPHEN, word)]
    if lang.lower().split("-")[0] != "de":
        return
    letters = list(accumulate(map(str.isalpha, word), initial=0))
    for rule in (_SURE, _LIKELY):
        points = [m.end() for m in rule.finditer(word)]
        yield [p for p in points if _LEAST <= letters[p] <= letters[-1] - _LEAST]


def divide(
    word: str, lang: str, measure: Measure, size: float, width: float, tracking: float = 0.0
) -> tuple[str, str] | None:
    """The two parts of a word between which a hyphen and a line break go, or None where nothing is safe.

    The head is the longest that fits `width` pt with its hyphen; it has no soft hyphens, the tail keeps its
    own so that it can be divided again. Points the author marked (U+00AD) come first, then, in German, the
    linking elements of compounds.
    """
    for points in _rules(word, lang):
        # Widths grow with the head, so the points that fit come first.
        fitting = bisect_right(points, width, key=lambda p: measure.width(word[:p] + "-", size, tracking))
        for p in reversed(points[:fitting]):
            head, tail = word[:p].replace(SOFT_HYPHEN, ""), word[p:].lstrip(SOFT_HYPHEN)
            if head and tail:
                return head, tail
    return None
