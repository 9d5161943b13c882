"""The check `crowded`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import deckgen
from deckgen.scene.deck import Scene
from deckgen.scene.items import TextFrame
from tests.kinds.talks import deck_of

from .decks import codes


def test_many_words_are_found_by_profile(tmp_path: Path) -> None:
    items = "\n".join(f"    - Ein Punkt mit etlichen Worten Nummer {n}" for n in range(7))
    deck = deck_of(tmp_path, f"- title: Viel Text\n  bullets:\n{items}")
    whole = replace(deck, scenes=(max(deck.scenes, key=_words),))
    assert _words(whole.scenes[0]) > 7
    many = replace(whole, scenes=(replace(whole.scenes[0], items=whole.scenes[0].items * 3),))
    assert "crowded" in codes(replace(many, profile="stage"))
    assert "crowded" not in codes(replace(many, profile="read"))


def test_more_than_seven_bullets_are_a_remark(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- title: Liste\n  bullets: [A, B, C, D]")
    assert "crowded" not in codes(deck)
    scene = deck.scenes[0]
    items = tuple(
        replace(i, text=replace(i.text, paragraphs=i.text.paragraphs * 2))
        if isinstance(i, TextFrame) and len(i.text.paragraphs) == 4
        else i
        for i in scene.items
    )
    longer = replace(deck, profile="room", scenes=(replace(scene, items=items),))
    (found,) = [f for f in deckgen.check(longer) if f.code == "crowded"]
    assert found.severity is deckgen.Severity.INFO
    assert "8 bullets" in found.message
    assert "crowded" not in codes(replace(longer, profile="read"))


def _words(scene: Scene) -> int:
    return sum(len(i.text.plain.split()) for i in scene.walk() if isinstance(i, TextFrame))
