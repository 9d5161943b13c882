"""The check `crowded`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .decks import codes, deck_of


def test_many_words_are_found_by_profile(tmp_path: Path) -> None:
    items = "\n".join(f"    - Ein Punkt mit etlichen Worten Nummer {n}" for n in range(7))
    deck = deck_of(tmp_path, f"- title: Viel Text\n  bullets:\n{items}")
    assert "crowded" in codes(replace(deck, profile="stage", scenes=deck.scenes * 1)) or len(deck.scenes) > 1
    assert "crowded" not in codes(replace(deck, profile="read"))
