"""The check `missing_notes`."""

from __future__ import annotations

from pathlib import Path

import deckgen
from tests.kinds.talks import deck_of


def test_only_slides_that_need_notes_are_named(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- section: Teil\n- statement: Mit.\n  notes: Worte.\n- statement: Ohne.")
    assert [f.slide for f in deckgen.check(deck) if f.code == "missing-notes"] == ["ohne"]


def test_a_talk_without_any_notes_does_without(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Eins.\n- statement: Zwei.")
    assert "missing-notes" not in [f.code for f in deckgen.check(deck)]


def test_nobody_speaks_from_notes_on_a_cover_or_a_closing(tmp_path: Path) -> None:
    slides = "- cover\n- agenda\n- section: A\n- statement: Mit.\n  notes: Worte.\n- blank\n- closing\n- statement: B\n  hidden: yes"
    assert deckgen.check(deck_of(tmp_path, slides)) == []
