"""Did you mean: the nearest of the words that are known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 80
MOST = 400


def nearest(word: str, options: Iterable[str]) -> str:
    """The option nearest to `word`, or "" if none is near; long words and more than MOST options are not compared."""
    known = {o.lower(): o for o in options}
    if len(word) > LONGEST or len(known) > MOST:
        return ""
    found = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """`; did you mean 'bullets'?` to be put after a message, or ""."""
    found = nearest(word, options)
    return f"; did you mean {found!r}?" if found else ""
