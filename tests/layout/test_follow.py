"""Shapes that follow texts: at the rows of a list and in the gaps between them, as wide as a heading; content below a long title."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.scene.deck import Scene
from deckgen.scene.items import Connector, Item, TextFrame
from deckgen.units import to_points

LONG = (
    "Ein langer Punkt, der in dieser Größe sicher nicht in eine einzige Zeile passt und darum umbrochen wird"
)


def slide(folder: Path, text: str) -> Scene:
    body = text.replace("\n", "\n    ")
    talk = f"title: T\nlang: de\ntheme: werkbank\nslides:\n  - title: Eins\n    {body}\n"
    (folder / "talk.yaml").write_text(talk, encoding="utf-8")
    return deckgen.compose(deckgen.load(folder / "talk.yaml")).scenes[0]


def tops(scene: Scene, name: str) -> list[float]:
    return [to_points(i.box.y) for i in scene.items if i.name.startswith(name)]


def one(scene: Scene, name: str) -> Item:
    (found,) = (i for i in scene.items if i.name == name)
    return found


@pytest.mark.parametrize("items", [["A", "B", "C"], [f"Punkt {n}" for n in range(6)], ["A", LONG, "C"]])
def test_each_item_has_its_square_and_each_gap_its_rule(tmp_path: Path, items: list[str]) -> None:
    scene = slide(tmp_path, "bullets: [" + ", ".join(f'"{i}"' for i in items) + "]")
    squares, rules = tops(scene, "bullet "), tops(scene, "rule ")
    assert (len(squares), len(rules)) == (len(items), len(items) - 1)
    assert all(a < r < b for a, r, b in zip(squares, rules, squares[1:], strict=False))
    body = one(scene, "Body")
    assert isinstance(body, TextFrame) and body.fit is not None
    if LONG in items:  # a second line makes room for itself
        assert squares[2] - squares[1] > squares[1] - squares[0] + body.fit.size
    else:
        assert squares[2] - squares[1] == pytest.approx(squares[1] - squares[0], abs=0.1)


def test_lists_below_an_item_have_no_square_of_their_own(tmp_path: Path) -> None:
    scene = slide(tmp_path, "bullets:\n  - Eins: [A, B]\n  - Zwei: [C]")
    assert len(tops(scene, "bullet ")) == 2
    (rule,) = tops(scene, "rule ")
    squares = tops(scene, "bullet ")
    assert rule - squares[0] > 60 and rule < squares[1]


def test_lists_in_columns_have_rules_and_texts_none(tmp_path: Path) -> None:
    scene = slide(
        tmp_path, "columns:\n  - {title: A, bullets: [Eins, Zwei]}\n  - {title: B, text: Ein Text.}"
    )
    rows = [i for i in scene.items if isinstance(i, Connector) and i.name.startswith("row")]
    assert [i.name for i in rows] == ["row 1", "row 2"]


def test_a_tab_is_as_wide_as_its_heading(tmp_path: Path) -> None:
    wide = "Seit September ganz anders"
    sides = f"compare:\n  - {{title: Heute, bullets: [A]}}\n  - {{title: {wide}, bullets: [B]}}"
    scene = slide(tmp_path, sides)
    tabs = [one(scene, name) for name in ("tab", "tab 2")]
    for tab, name in zip(tabs, ("Heading", "Heading 2"), strict=True):
        text = one(scene, name)
        assert isinstance(text, TextFrame) and text.fit is not None
        assert to_points(tab.box.w) == pytest.approx(text.fit.width + 36, abs=0.2)
    assert tabs[1].box.w > 2 * tabs[0].box.w


def test_a_plate_without_words_is_not_drawn(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "p.jpg")
    scene = slide(tmp_path, "image: p.jpg\nalt: Bild")
    assert [i.name for i in scene.items if "plate" in i.name or i.name == "tab"] == ["label plate"]


def test_content_gives_way_to_a_title_of_two_lines(tmp_path: Path) -> None:
    text = "title: Ein Titel, der mit seinen vielen Wörtern ganz gewiss zwei Zeilen auf der Folie braucht\nbullets: [A, B]"
    (tmp_path / "talk.yaml").write_text(
        "title: T\nlang: de\ntheme: werkbank\nslides:\n  - " + text.replace("\n", "\n    ") + "\n",
        encoding="utf-8",
    )
    scene = deckgen.compose(deckgen.load(tmp_path / "talk.yaml")).scenes[0]
    title, body = one(scene, "Title"), one(scene, "Body")
    assert isinstance(title, TextFrame) and title.fit is not None and title.fit.lines == 2
    assert to_points(body.box.y) >= to_points(title.box.y) + title.fit.height
