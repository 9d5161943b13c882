"""The check `duplicate_title`."""

from __future__ import annotations

from pathlib import Path

import deckgen
from tests.kinds.talks import deck_of

from .decks import codes


def test_a_repeated_title_is_found_at_the_second_slide(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Gleich.\n- statement: Anders.\n- statement: Gleich.")
    (found,) = [f for f in deckgen.check(deck) if f.code == "duplicate-title"]
    assert found.severity is deckgen.Severity.WARNING
    assert found.span is not None and found.notes[0].span.line == found.span.line - 2


def test_titles_of_their_own_are_no_finding(tmp_path: Path) -> None:
    assert "duplicate-title" not in codes(deck_of(tmp_path, "- statement: Eins.\n- statement: Zwei."))
