"""The check `missing_notes`."""

from __future__ import annotations

from pathlib import Path

import deckgen

from .decks import deck_of


def test_only_slides_that_need_notes_are_named(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- section: Teil\n- statement: Mit.\n  notes: Worte.\n- statement: Ohne.")
    assert [f.slide for f in deckgen.check(deck) if f.code == "missing-notes"] == ["ohne"]
