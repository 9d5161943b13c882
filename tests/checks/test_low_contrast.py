"""The check `low_contrast`: text against what really lies behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.ink import ink_box
from deckgen.scene.items import Item, Link, Shape, TextFrame
from deckgen.theme.colors import contrast, resolve
from deckgen.theme.paint import Color, Gradient
from deckgen.theme.records import ShapeSpec
from deckgen.units import Box
from tests.kinds.talks import deck_of

from .decks import codes


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
        scene = deck.scenes[0]
        bare = replace(scene, items=tuple(i for i in scene.items if i.name != "scrim"))
        assert ("low-contrast" in codes(replace(deck, scenes=(bare,)))) is found, name
        assert "low-contrast" not in codes(deck), name


def _under(deck: Deck, *items: Item) -> Deck:
    """The deck with `items` below all of its first slide."""
    scene = deck.scenes[0]
    return replace(deck, scenes=(replace(scene, items=(*items, *scene.items)),))


def _title(deck: Deck) -> TextFrame:
    return next(i for i in deck.scenes[0].items if isinstance(i, TextFrame))


def _ink(deck: Deck) -> Box:
    """Where the title's lines stand."""
    return ink_box(_title(deck), deck.scenes[0], deck)


def _plate(box: Box, fill: Color | Gradient, preset: str = "rect") -> Shape:
    return Shape(id="p", name="Plate", box=box, fill=fill, preset=preset, decorative=True)


def test_a_shape_of_the_layout_counts(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    look = deck.theme.looks[deck.scenes[0].layout.look]
    panel = ShapeSpec(name="Panel", shape="rect", box=_title(deck).box, fill=Color("tx1"))
    looks = {**deck.theme.looks, look.name: replace(look, shapes=(*look.shapes, panel))}
    looks[deck.scenes[0].layout.look] = looks[look.name]
    assert "low-contrast" in codes(replace(deck, theme=replace(deck.theme, looks=looks)))


def test_what_is_drawn_later_or_hidden_lies_not_behind(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    dark, light = (_plate(_title(deck).box, Color(slot)) for slot in ("tx1", "bg1"))
    assert "low-contrast" in codes(_under(deck, light, dark))
    assert "low-contrast" not in codes(_under(deck, dark, light))
    assert "low-contrast" not in codes(_under(deck, replace(dark, hidden=True)))


@pytest.mark.parametrize("angle", [0, 2_700_000, 5_400_000])
def test_the_worst_place_of_a_gradient_counts(tmp_path: Path, angle: int) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    box = _ink(deck)
    stops = ((0, Color("bg1")), (50_000, Color("tx1")), (100_000, Color("bg1")))
    assert "low-contrast" in codes(_under(deck, _plate(box, Gradient(stops, angle))))
    clear = tuple((at, replace(c, alpha=0)) for at, c in stops)
    assert "low-contrast" not in codes(_under(deck, _plate(box, Gradient(clear, angle))))


def test_an_ellipse_has_no_corners(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    whole = Box(0, 0, deck.theme.width, deck.theme.height)
    far = Box(-whole.w // 2, -whole.h // 2, whole.w, whole.h)
    small = replace(
        _title(deck), box=Box(whole.w // 2 - 400_000, whole.h // 2 - 400_000, 390_000, 390_000), fit=None
    )
    scene = deck.scenes[0]

    def seen(preset: str, items: Sequence[Item]) -> bool:
        plate = _plate(far, Color("tx1"), preset)
        return "low-contrast" in codes(replace(deck, scenes=(replace(scene, items=(plate, *items)),)))

    assert seen("rect", [small])
    assert not seen("ellipse", [small])


def test_a_link_counts_in_the_colour_of_links_or_in_its_own(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    title = _title(deck)
    scene = deck.scenes[0]
    ground = deck.theme.grounds[scene.layout.ground]
    (paragraph,) = title.text.paragraphs

    def contrast_of(color: Color | None) -> str:
        """What is found when a link stands on a plate of the text's colour: that of links has some contrast to it, the text's none."""
        runs = tuple(replace(r, link=Link(url="https://example.com"), color=color) for r in paragraph.runs)
        linked = replace(title, text=replace(title.text, paragraphs=(replace(paragraph, runs=runs),)))
        items = (_plate(title.box, Color("tx1")), linked)
        found = deckgen.check(replace(deck, scenes=(replace(scene, items=items),)))
        return next(f.message for f in found if f.code == "low-contrast")

    assert "contrast 1.0," in contrast_of(Color("tx1"))
    link, text = (resolve(Color(slot), ground, deck.theme.slots) for slot in ("hlink", "tx1"))
    assert f"contrast {contrast(link, text):.1f}," in contrast_of(None)


def test_large_type_needs_less(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    title = _title(deck)
    scene = deck.scenes[0]

    def found(size: int, bold: bool, slot_alpha: int) -> bool:
        runs = tuple(
            replace(r, size=size, bold=bold, color=Color("bg1")) for r in title.text.paragraphs[0].runs
        )
        text = replace(title.text, paragraphs=(replace(title.text.paragraphs[0], runs=runs),))
        plate = _plate(title.box, Color("tx1", alpha=slot_alpha))
        items = (plate, replace(title, text=text))
        return "low-contrast" in codes(replace(deck, scenes=(replace(scene, items=items),)))

    between = [a for a in range(0, 100_000, 2_000) if found(18, False, a) and not found(24, False, a)]
    assert between
    assert not found(20, True, between[-1])
    assert found(20, False, between[-1])
    assert found(18, True, between[-1])


def test_many_half_covering_shapes_stay_cheap(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Ein Satz.")
    box = _ink(deck)
    veils = [_plate(Box(box.x, box.y, box.w // 2, box.h), Color("tx1", alpha=100 + n)) for n in range(60)]
    assert "low-contrast" not in codes(_under(deck, *veils))
