"""Slides without speaker notes; covers, dividers, agendas, the closing and what deckgen made itself need none."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ._check import Check, finding

CODE = "missing-notes"
SILENT = {"cover", "section", "agenda", "closing", "blank", "draft"}
FEW = 3  # slides to be spoken about from which on a deck without any notes is a talk rather than a try


def run(deck: Deck) -> Iterator[Finding]:
    """Look at all slides; if none has notes, the talk may do without: that is told once, and not of a deck to be read."""
    missing = [
        s
        for s in deck.scenes
        if not ((s.notes and s.notes.spoken) or s.hidden or s.generated or s.kind in SILENT)
    ]
    if not any(s.notes for s in deck.scenes):
        if len(missing) < FEW or deck.profile == "read":
            return
        fix = "add `notes: ...` to slides: PowerPoint shows them to the speaker, and times are estimated from them"
        yield Finding(CODE, "no slide has notes", missing[0].span, Severity.INFO, fix)
        return
    for scene in missing:
        yield finding(CODE, f"slide {scene.id!r} has no notes", scene, fix="add `notes: ...`")


CHECK = Check(CODE, Severity.WARNING, run, "every slide that is spoken about has notes")
