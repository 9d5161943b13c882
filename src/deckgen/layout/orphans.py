"""No single short word alone on a paragraph's last line: a margin gives it the word before it for company, where that costs no line.

The text stays as it was written, so that it can be searched, edited and read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import replace
from ..scene.items import Align, Paragraph
from ..typeset.balance import company, stands_alone
from ..typeset.paragraph import Lines, Para
from ..units import points


def without_orphans(
    paragraphs: tuple[Paragraph, ...], paras: Sequence[Para], lines: Lines, size: int, width: float, align: Align
) -> tuple[tuple[Paragraph, ...], int]:  # fmt: skip
    """The paragraphs, some with a right margin, and how much narrower (EMU) the box of a single one gets instead.

    `lines` are theirs at `size` points in `width` points; `align` is the box's alignment.
    """
    margins = {
        index: margin
        for index, (para, texts) in enumerate(zip(paras, lines.texts, strict=False))
        if len(texts) > 1 and stands_alone(texts[-1]) and (margin := points(company(para, size, width)))
    }
    if not margins:
        return paragraphs, 0
    if len(paras) == len(paragraphs) == 1:
        return paragraphs, margins[0]
    return tuple([_with_margin(p, margins.get(i, 0), align) for i, p in enumerate(paragraphs)]), 0


def _with_margin(paragraph: Paragraph, margin: int, align: Align) -> Paragraph:
    """A right margin is where lines end from left to right; a paragraph that isn't aligned at the left would be moved by it."""
    left = not paragraph.rtl and (paragraph.align or align) == "left"
    return replace(paragraph, right=margin) if margin and left else paragraph
