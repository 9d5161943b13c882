"""Text against what really lies behind it: flat and gradient grounds, shapes and scrims in drawing order (WCAG 2.2 AA, 1.4.3).

A picture counts with the mean colours of the cells below the text; one whose colours aren't known counts as black and as white.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.backdrop import Backdrop
from ..scene.deck import Deck
from ..scene.legible import misses
from ._check import Check, finding

CODE = "low-contrast"


def run(deck: Deck) -> Iterator[Finding]:
    """Compare every run's colour with the colours behind the text."""
    backdrop = Backdrop(deck)
    for scene in deck.scenes:
        for miss in misses(scene, deck, backdrop):
            yield finding(
                CODE,
                f"{miss.item.name} on slide {scene.id!r} has contrast {miss.have:.1f}, {miss.want:.1f} is needed",
                scene,
                miss.item.span,
                fix="choose another background",
            )


CHECK = Check(CODE, Severity.WARNING, run, "text stands out from what lies behind it (WCAG AA)")
