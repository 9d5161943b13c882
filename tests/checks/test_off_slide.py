"""The check `off_slide`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.scene.items import Shape, Text, TextFrame
from tests.kinds.talks import deck_of

from .decks import codes


def test_text_beyond_the_slide_is_found(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Eins.")
    assert "off-slide" not in codes(deck)
    scene = deck.scenes[0]
    items = tuple(
        replace(i, box=i.box.moved(9_000_000, 0)) if isinstance(i, TextFrame) else i for i in scene.items
    )
    assert "off-slide" in codes(replace(deck, scenes=(replace(scene, items=items),)))


def test_decoration_may_bleed_but_not_a_shape_with_text(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Eins.")
    scene = deck.scenes[0]
    frame = next(i for i in scene.items if isinstance(i, TextFrame))
    box = frame.box.moved(-9_000_000, 0)
    bare = Shape(id="s", name="Form", box=box, decorative=True)
    spoken = replace(bare, decorative=False, text=Text(frame.text.paragraphs))
    assert "off-slide" not in codes(replace(deck, scenes=(replace(scene, items=(*scene.items, bare)),)))
    assert "off-slide" in codes(replace(deck, scenes=(replace(scene, items=(*scene.items, spoken)),)))
