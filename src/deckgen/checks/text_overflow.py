"""Text that is higher than its box, or that nobody measured: the net below the fitting, which refuses such a deck."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.cells import texts_of
from ..scene.deck import Deck
from ..typeset.refusals import needs, share_to_cut
from ._check import Check, finding

CODE = "text-overflow"
TOLERANCE = 0.1  # pt: rounding of whole EMU


def run(deck: Deck) -> Iterator[Finding]:
    """Compare every visible text with its room."""
    for scene in deck.scenes:
        for item in texts_of(scene):
            if item.text is None or not item.text.plain.strip():
                continue
            if item.fit is None:
                yield finding(
                    CODE,
                    f"{item.name} on slide {scene.id!r}: the text was not measured",
                    scene,
                    item.span,
                    fix="look at the slide in PowerPoint; please report it with the talk",
                )
            elif item.fit.height > item.fit.room + TOLERANCE:
                words = len(item.text.plain.split())
                cut, _ = share_to_cut(words, item.fit.height, item.fit.room)
                yield finding(
                    CODE,
                    needs(
                        f"{item.name} on slide {scene.id!r}: the text",
                        item.fit.height,
                        item.fit.size,
                        item.fit.room,
                    ),
                    scene,
                    item.span,
                    severity=Severity.ERROR,
                    fix=f"cut about {cut} of {words} words",
                )


CHECK = Check(CODE, Severity.ERROR, run, "no text is higher than its box")
