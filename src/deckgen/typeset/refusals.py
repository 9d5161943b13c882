"""What is said of a text that doesn't fit: what it needs, what it has, how much to cut.  Points."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .paragraph import Para

SHOWN = 40  # letters of a word in a message


def shortened(word: str) -> str:
    """A word for messages."""
    return word if len(word) <= SHOWN else word[: SHOWN - 3] + "..."


def needs(what: str, needed: float, size: int, room: float) -> str:
    """Says that `what` needs 120 pt at 18 pt and has 96 pt, but never that 96 pt don't fit into 96 pt."""
    need, has = round(needed), round(max(room, 0.0))
    if need <= has:
        need, has = math.ceil(needed), math.floor(room)
    return f"{what} needs {need} pt at {size} pt and has {has} pt"


def too_wide(word: str, place: str, needed: float, size: int, room: float) -> str:
    """Says that a word has no room in its `place`."""
    what, remedy = "word", "shorten it or mark a break with \\-"
    if word[:1].isdigit() or word[1:2].isdigit():
        what, remedy = "figure", "round it, or write it in a larger unit (`1,2 Mio.`)"
    start = f"the {what} {shortened(word)!r} is wider than its {place}: it"
    return f"{needs(start, needed, size, room)}; {remedy}"


def to_cut(paras: Sequence[Para], needed: float, room: float) -> tuple[int, int]:
    """About how many words to cut, and of how many, where a text that needs `needed` pt has `room` pt."""
    return share_to_cut(sum(len(s.text.split()) for p in paras for s in p.spans), needed, room)


def share_to_cut(words: int, needed: float, room: float) -> tuple[int, int]:
    """The same for a number of words."""
    cut = round(words * (needed - room) / max(needed, 1.0) + 0.49)
    return min(max(1, cut), max(words, 1)), words
