"""The check `missing_notes`."""

from __future__ import annotations

from pathlib import Path

import deckgen
from deckgen.findings import Severity
from tests.kinds.talks import deck_of


def test_only_slides_that_need_notes_are_named(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- section: Teil\n- statement: Mit.\n  notes: Worte.\n- statement: Ohne.")
    assert [f.slide for f in deckgen.check(deck) if f.code == "missing-notes"] == ["ohne"]


def test_a_talk_without_any_notes_is_told_once(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- cover\n- statement: Eins.\n- statement: Zwei.\n- statement: Drei.")
    assert [(f.message, f.severity) for f in deckgen.check(deck) if f.code == "missing-notes"] == [
        ("no slide has notes", Severity.INFO)
    ]


def test_a_deck_to_be_read_needs_none(tmp_path: Path) -> None:
    slides = "- statement: Eins.\n- statement: Zwei.\n- statement: Drei."
    deck = deck_of(tmp_path, slides, head="title: T\nlang: de\nprofile: read\ntheme: {theme}\nslides:\n")
    assert deckgen.check(deck) == []


def test_nobody_speaks_from_notes_on_a_cover_or_a_closing(tmp_path: Path) -> None:
    slides = "- cover\n- agenda\n- section: A\n- statement: Mit.\n  notes: Worte.\n- blank\n- closing\n- statement: B\n  hidden: yes"
    assert deckgen.check(deck_of(tmp_path, slides)) == []
