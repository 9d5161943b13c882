"""Where the first line of a text box stands."""

from __future__ import annotations

from deckgen.typeset.metrics import Face


def first_baseline(face: Face, size: float, leading: float) -> float:
    """Distance in points from the top of the text (below the inset) to its first baseline, in PowerPoint.

    `leading` is the line pitch in em of `size` (1.2 for single spacing). PowerPoint shares the line out by
    the face's ascent and descent; LibreOffice puts the baseline at the pitch less 0.2 em.
    """
    return leading * size * face.ascent / (face.ascent + face.descent)
