"""Text or pictures that leave the slide; decoration may bleed."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..scene.deck import Deck
from ..scene.items import Picture, TextFrame
from ._check import Check, finding
from ._ink import ink_box

CODE = "off-slide"
TOLERANCE = 12_700


def run(deck: Deck) -> Iterator[Finding]:
    """Look at the boxes of all texts and pictures."""
    width, height = deck.theme.width, deck.theme.height
    for scene in deck.scenes:
        for item in scene.walk():
            b = ink_box(item, scene, deck)
            out = (
                b.x < -TOLERANCE
                or b.y < -TOLERANCE
                or b.right > width + TOLERANCE
                or b.bottom > height + TOLERANCE
            )
            if isinstance(item, (TextFrame, Picture)) and not item.decorative and not item.hidden and out:
                yield finding(CODE, f"{item.name} leaves slide {scene.id!r}", scene, item.span)


CHECK = Check(CODE, run)
