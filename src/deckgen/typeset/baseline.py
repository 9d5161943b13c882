"""Where the first line of a text box stands."""

from __future__ import annotations

from deckgen.typeset.metrics import Face


def first_baseline(face: Face, size: float, leading_pt: float) -> float:
    """Distance in points from the top of the text (below the inset) to the first baseline, as PowerPoint sets
    it.

    The line of `leading_pt` points is shared out by the ascent and descent of the face. The size does not
    enter beyond the leading; it is asked for so that a leading of 0 means single spacing (1.2 x size).
    """
    return (leading_pt or 1.2 * size) * face.ascent / (face.ascent + face.descent)
