"""The check `low_contrast`: text against what really lies behind it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.scene.items import Color, Shape, TextFrame

from .decks import codes, deck_of


@pytest.mark.parametrize("theme", ["helium", "plain"])
@pytest.mark.parametrize("ground", ["light", "dark", "accent"])
def test_no_false_alarm_on_any_ground(tmp_path: Path, theme: str, ground: str) -> None:
    slides = f"- statement: Ein Satz.\n  background: {ground}\n  text: Und noch einer.\n- title: Liste\n  bullets: [Eins, Zwei]\n  background: {ground}"
    assert "low-contrast" not in codes(deck_of(tmp_path, slides, theme))


def test_a_plate_of_the_texts_own_colour_is_found(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    scene = deck.scenes[0]
    title = next(i for i in scene.items if isinstance(i, TextFrame))
    plate = Shape(id="p", name="Plate", box=title.box, fill=Color("tx1"), decorative=True)
    assert "low-contrast" in codes(replace(deck, scenes=(replace(scene, items=(plate, *scene.items)),)))
    half = replace(plate, fill=Color("tx1", alpha=5_000))
    assert "low-contrast" not in codes(replace(deck, scenes=(replace(scene, items=(half, *scene.items)),)))
