"""Slides with more words than an audience reads while someone speaks."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..scene.deck import Deck
from ..scene.items import Shape, TextFrame
from ._check import Check, finding

CODE = "crowded"
MOST = {"stage": 50, "room": 75, "read": 160}


def run(deck: Deck) -> Iterator[Finding]:
    """Count the words of all slides."""
    most = MOST.get(deck.profile, 75)
    for scene in deck.scenes:
        words = sum(
            len(item.text.plain.split())
            for item in scene.walk()
            if isinstance(item, (TextFrame, Shape)) and item.text is not None and not item.hidden
        )
        if words > most:
            yield finding(
                CODE,
                f"slide {scene.id!r} has {words} words, {most} are readable in the profile {deck.profile!r}",
                scene,
                fix="move some into the notes, or split the slide",
            )


CHECK = Check(CODE, run)
