"""Slides without a title: navigation and screen readers need one for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ._check import Check, finding

CODE = "missing-title"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at the titles of all slides."""
    for scene in deck.scenes:
        if not scene.title.strip():
            yield finding(
                CODE,
                f"slide {scene.id!r} has no title",
                scene,
                fix="add `title: ...`; where the look shows none it stays hidden",
            )


CHECK = Check(CODE, Severity.WARNING, run, "every slide has a title")
