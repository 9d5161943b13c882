"""The check `missing_title`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.kinds.talks import deck_of

from .decks import codes


def test_a_missing_title_is_found(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Eins.")
    assert "missing-title" not in codes(deck)
    assert "missing-title" in codes(replace(deck, scenes=(replace(deck.scenes[0], title=" "),)))
