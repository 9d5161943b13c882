"""Slides of which only the title stands: they build, and wait for their content."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ._check import Check, finding

CODE = "draft"


def run(deck: Deck) -> Iterator[Finding]:
    """Look for slides that are no more than a title."""
    for scene in deck.scenes:
        if scene.kind == "draft":
            yield finding(
                CODE,
                f"slide {scene.id!r} has only a title",
                scene,
                fix="write its content, such as `bullets:`, or `statement:` in place of `title:`",
            )


CHECK = Check(CODE, Severity.WARNING, run, "no slide is only a title")
