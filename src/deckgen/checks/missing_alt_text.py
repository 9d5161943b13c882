"""Pictures without alt text that aren't decorative."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..scene.items import Picture
from ._check import Check, finding

CODE = "missing-alt-text"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at all pictures."""
    for scene in deck.scenes:
        for item in scene.walk():
            if isinstance(item, Picture) and not item.alt.strip() and not item.decorative and not item.hidden:
                yield finding(
                    CODE,
                    f"the picture on slide {scene.id!r} has no alt text",
                    scene,
                    item.span,
                    fix="add `alt: what the picture shows`",
                )


CHECK = Check(CODE, Severity.WARNING, run, "every picture has alt text or is decorative")
