"""Where overlong words may be divided, German compounds above all."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from deckgen.typeset.measure import SOFT_HYPHEN

from ..patterns import pattern

_LEAST: Final = 4  # letters on either side of a point found by rule

# Linking elements behind suffixes that end the first part of a compound for certain, and three equal letters
# in a row, which only compounds have ...
_SURE: Final = pattern(
    "(?:ungs|heits|keits|schafts|täts|ions|lings|tums)(?!ch)|([bdfglmnprstaeo])\\1(?=\\1)", re.IGNORECASE
)
# ... and a bare s between consonants, unless it can begin the second part (st, sp, sch, ss).
_LIKELY: Final = pattern("(?<=[bdfgklmnrt])s(?=[bdfghjklmnqrvwz])", re.IGNORECASE)


def marked(word: str) -> list[int]:
    """Positions in a word at which its author allows a break (U+00AD), ascending."""
    return [m.start() for m in re.finditer(SOFT_HYPHEN, word) if 0 < m.start() < len(word) - 1]


def linked(word: str, lang: str) -> list[list[int]]:
    """Positions at which the parts of a compound are linked, in German only; the more trustworthy list first.

    At least four letters stand on either side.
    """
    if lang.lower().split("-")[0] != "de":
        return []
    letters = list(accumulate(map(str.isalpha, word), initial=0))
    return [
        [p for p in (m.end() for m in rule.finditer(word)) if _LEAST <= letters[p] <= letters[-1] - _LEAST]
        for rule in (_SURE, _LIKELY)
    ]
