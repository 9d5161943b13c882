"""Does text fit a box, and at which size; lives on the line model of `paragraph`."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.typeset.balance import balance
from deckgen.typeset.divide import divide
from deckgen.typeset.paragraph import Para, set_paragraphs

__all__ = ["balance", "divide", "fits", "largest"]


def fits(paras: Sequence[Para], size: int, width: float, height: float, safety: float = 0.6) -> bool:
    """Whether the text fits `width` x `height` pt inside the insets at `size` pt, `safety` pt to spare."""
    lines = set_paragraphs(paras, size, width)
    return lines is not None and lines.height <= height - safety


def largest(paras: Sequence[Para], sizes: Sequence[int], width: float, height: float) -> int | None:
    """The largest of `sizes` (pt, any order) that fits `width` x `height` pt; None if none does."""
    ladder = sorted(set(sizes))
    lo, hi = 0, len(ladder)  # every size below index lo fits, none from index hi on
    while lo < hi:
        mid = (lo + hi) // 2
        if fits(paras, ladder[mid], width, height):
            lo = mid + 1
        else:
            hi = mid
    return ladder[lo - 1] if lo else None
