"""Texts on pictures can be read: scrims on background pictures, raised where the picture is light, plates as a last resort."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.items import Shape
from deckgen.theme.paint import Gradient
from pptx import Presentation

from ..kinds.talks import both_themes, composed
from .every_slide import KINDS, SHORT, picture, talk

PICTURES = Path(__file__).resolve().parent.parent.parent / "talks" / "pictures"
NAMES = ("sky.jpg", "seven.jpg", "pawnA.jpg", "white.png", "squares.png")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    picture(tmp_path)
    for name in NAMES[:3]:
        (tmp_path / name).write_bytes((PICTURES / name).read_bytes())
    Image.new("RGB", (1280, 720), (255, 255, 255)).save(tmp_path / "white.png")
    squares = Image.new("RGB", (1280, 720), (255, 255, 255))
    for x in range(0, 1280, 320):
        squares.paste((0, 0, 0), (x, 0, x + 160, 720))
    squares.save(tmp_path / "squares.png")
    return tmp_path


def scrim_of(deck: Deck, slide: int = 0) -> Shape:
    return next(i for i in deck.scenes[slide].items if isinstance(i, Shape) and i.name == "scrim")


def opacities(deck: Deck) -> list[int]:
    fill = scrim_of(deck).fill
    assert isinstance(fill, Gradient)
    return [color.alpha for _, color in fill.stops]


@both_themes
@pytest.mark.parametrize(
    "kind", [k for k in KINDS if k != "image" and not k.startswith("point")] + ["points-3"]
)  # an image covers its background
def test_every_kind_can_be_read_on_every_picture(folder: Path, theme: str, kind: str) -> None:
    found = []
    for name in NAMES:
        keys = {k: v for k, v in SHORT.items() if k != "source" or kind != "points-3"}
        deck = composed(folder, talk(kind, {**keys, "background": name}, theme))
        found += [(name, f.message) for f in deckgen.check(deck) if f.code == "low-contrast"]
    assert found == []


@both_themes
def test_a_full_picture_can_be_read(folder: Path, theme: str) -> None:
    for name in NAMES:
        text = talk("image", SHORT, theme).replace("image: p.jpg", f"image: {name}")
        assert [f for f in deckgen.check(composed(folder, text)) if f.code == "low-contrast"] == []


@both_themes
def test_a_scrim_is_as_strong_as_the_picture_asks(folder: Path, theme: str) -> None:
    dark, light = (
        opacities(composed(folder, talk("bullets-3", {"background": name}, theme)))
        for name in ("sky.jpg", "white.png")
    )
    assert all(a <= b for a, b in zip(dark, light, strict=True)) and dark != light
    assert all(a % 5_000 == 0 and a <= 95_000 for a in light)


def test_the_scrim_lies_below_all_else_and_is_decorative(folder: Path) -> None:
    deck = composed(folder, talk("bullets-3", {"background": "sky.jpg"}, "plain"))
    first = deck.scenes[0].items[0]
    assert first is scrim_of(deck) and first.decorative
    slide = next(iter(Presentation(str(deckgen.write(deck, folder / "deck.pptx"))).slides))
    assert next(s.name for s in slide.shapes) == "scrim"
    assert not any(
        i.name == "scrim" for i in composed(folder, talk("bullets-3", {}, "plain")).scenes[0].items
    )


def test_a_theme_says_what_its_scrim_is(folder: Path) -> None:
    home = folder / "themes" / "acme"
    home.mkdir(parents=True)
    (home / "theme.yaml").write_text(
        "extends: plain\nscrim: {angle: 0, stops: [[0, scrim, 80], [50, scrim, 40], [100, scrim, 10]]}\n",
        encoding="utf-8",
    )
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    Image.new("RGB", (64, 36), (0, 0, 0)).save(folder / "black.png")
    assert opacities(composed(folder, talk("statement", {"background": "black.png"}, "acme"))) == [
        80_000,
        40_000,
        10_000,
    ]


def test_a_text_that_no_scrim_helps_gets_a_plate(folder: Path) -> None:
    """A theme whose scrim is hardly one: the last resort."""
    home = folder / "themes" / "acme"
    home.mkdir(parents=True)
    (home / "theme.yaml").write_text(
        'extends: plain\ncolors: {dark: {faint: "#FFFFFF"}}\nscrim: {angle: 0, stops: [[0, on-scrim, 0], [100, on-scrim, 0]]}\n',
        encoding="utf-8",
    )
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    deck = composed(folder, talk("statement", {"background": "white.png"}, "acme"))
    names = [i.name for i in deck.scenes[0].items]
    assert names.index("Title plate") == names.index("Title") - 1
    assert [f for f in deckgen.check(deck) if f.code == "low-contrast"] == []


def test_a_picture_of_another_shape_is_cropped(folder: Path) -> None:
    Image.new("RGB", (900, 900), (20, 20, 60)).save(folder / "square.png")
    deck = composed(folder, talk("statement", {"background": "square.png"}, "plain"))
    background = deck.scenes[0].background
    assert background is not None
    left, top, right, bottom = background.crop
    assert left == right == 0 and top == bottom == pytest.approx(21_875, abs=10)


def test_a_deck_from_right_to_left_has_its_scrim_at_the_right(folder: Path) -> None:
    text = talk("statement", {"background": "sky.jpg"}, "plain")
    for lang, angle in (("de", 0), ("he", 10_800_000)):
        fill = scrim_of(composed(folder, text.replace("lang: de", f"lang: {lang}"))).fill
        assert isinstance(fill, Gradient) and fill.angle == angle
