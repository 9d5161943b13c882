"""The check `text_overflow`: the net below the fitting."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.scene.items import TextFrame
from tests.kinds.talks import deck_of

from .decks import codes


def test_a_text_higher_than_its_room_is_found(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    assert "text-overflow" not in codes(deck)
    scene = deck.scenes[0]
    items = tuple(
        replace(i, fit=replace(i.fit, room=10.0)) if isinstance(i, TextFrame) and i.fit else i
        for i in scene.items
    )
    assert "text-overflow" in codes(replace(deck, scenes=(replace(scene, items=items),)))


def test_a_text_that_nobody_measured_is_found(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    scene = deck.scenes[0]
    items = tuple(replace(i, fit=None) if isinstance(i, TextFrame) else i for i in scene.items)
    assert "text-overflow" in codes(replace(deck, scenes=(replace(scene, items=items),)))
    unseen = tuple(replace(i, hidden=True) if isinstance(i, TextFrame) else i for i in items)
    assert "text-overflow" not in codes(replace(deck, scenes=(replace(scene, items=unseen),)))
