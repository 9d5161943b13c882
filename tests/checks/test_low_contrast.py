"""The check `low_contrast`: text against what really lies behind it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

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


def test_a_picture_counts_with_its_own_colours(tmp_path: Path) -> None:
    Image.new("RGB", (640, 360), (255, 255, 255)).save(tmp_path / "hell.png")
    Image.new("RGB", (640, 360), (5, 5, 20)).save(tmp_path / "dunkel.png")
    for name, found in (("hell.png", True), ("dunkel.png", False)):
        deck = deck_of(tmp_path, f"- title: Ein Titel\n  background: {name}")
        assert ("low-contrast" in codes(deck)) is found, name
