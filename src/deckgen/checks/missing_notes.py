"""Slides without speaker notes; covers, dividers, agendas, the closing and what deckgen made itself need none."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ._check import Check, finding

CODE = "missing-notes"
SILENT = {"cover", "section", "agenda", "closing", "blank", "draft"}


def run(deck: Deck) -> Iterator[Finding]:
    """Look at all slides; silent if no slide has notes at all, then the talk does without."""
    if not any(s.notes for s in deck.scenes):
        return
    for scene in deck.scenes:
        if not (scene.notes or scene.hidden or scene.generated or scene.kind in SILENT):
            yield finding(
                CODE,
                f"slide {scene.id!r} has no notes",
                scene,
                fix="add `notes: ...`",
            )


CHECK = Check(CODE, Severity.WARNING, run, "every slide that is spoken about has notes")
