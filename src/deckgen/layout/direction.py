"""Which way paragraphs run: on a slide that is read from right to left, one without any letter of such a script runs from left to right.

In a paragraph from right to left "-3,5" is drawn "3,5-" and "4,2 Mio. €" in another order, since signs without a direction take the
paragraph's (Unicode Standard Annex 9, rules W4 to W7 and N1 to N2).
"""

from __future__ import annotations

import unicodedata

from ..model.locale import is_rtl
from ..records import replace
from ..scene.items import Paragraph, Run
from .placed import Easel, Placed

MARK = "\u200e"  # LEFT-TO-RIGHT MARK: a letter without form or width
_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}
_STRONG = {"L", "EN"}


def direction(placed: Placed, easel: Easel) -> bool | None:
    """Whether the slide's texts run from right to left; None where neither they nor the deck do."""
    rtl = is_rtl(placed.draft.lang) if placed.draft.lang else easel.rtl
    return rtl if rtl or easel.rtl else None


def directed(paragraph: Paragraph, *, listed: bool = False) -> Paragraph:
    """The paragraph as it is read: figures and words of other scripts alone run from left to right, on the side where they stand.

    One that is `listed` keeps its direction, for its bullet or indent stands where it begins; there marks hold its text together.
    """
    if not paragraph.rtl:
        return paragraph
    text = "".join(run.text for run in paragraph.runs)
    classes = [unicodedata.bidirectional(char) for char in text]
    if not _STRONG.intersection(classes) or _RIGHT_TO_LEFT.intersection(classes):
        return paragraph
    if not listed:
        return replace(paragraph, rtl=False)
    return _marked(paragraph, before=classes[0] != "L", after=classes[-1] not in _STRONG)


def _marked(paragraph: Paragraph, before: bool, after: bool) -> Paragraph:
    runs: list[Run] = list(paragraph.runs)
    if before:
        runs[0] = replace(runs[0], text=MARK + runs[0].text)
    if after:
        runs[-1] = replace(runs[-1], text=runs[-1].text + MARK)
    return replace(paragraph, runs=tuple(runs))
