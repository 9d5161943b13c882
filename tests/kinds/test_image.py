"""The kind `image`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from .talks import both_themes, build_deck, findings_of, texts


def picture(folder: Path, name: str = "bild.png") -> None:
    Image.new("RGB", (320, 240), (40, 60, 120)).save(folder / name)


@both_themes
@pytest.mark.parametrize(
    "extra", ["", "  side: left\n", "  side: right\n", "  fit: contain\n", "  focus: 30% 40%\n"]
)
def test_a_picture_stands_with_its_alt_text(tmp_path: Path, theme: str, extra: str) -> None:
    picture(tmp_path)
    slides = f"- title: Nach oben.\n  image: bild.png\n  alt: Ein Ballon\n{extra}  text: Noch ein Satz."
    slide = build_deck(tmp_path, slides, theme).slides[0]
    pictures = [s for s in slide.shapes if s.shape_type == 13 or "pic" in s._element.tag]
    assert [p._element.nvPicPr.cNvPr.get("descr") for p in pictures] == ["Ein Ballon"]
    assert "Noch ein Satz." in texts(slide)


def test_a_missing_picture_is_an_error_with_its_place(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- image: fehlt.png")
    assert found[0].span is not None
    assert found[0].span.line == 8
    assert "fehlt.png" in found[0].message


def test_a_wrong_focus_says_what_to_write(tmp_path: Path) -> None:
    picture(tmp_path)
    found = findings_of(tmp_path, "- image: bild.png\n  focus: somewhere")
    assert "focus: 30% 40%" in found[0].fix


@both_themes
def test_a_picture_that_does_not_fill_its_place_stands_where_the_title_begins(
    tmp_path: Path, theme: str
) -> None:
    Image.new("RGB", (300, 400), "#336699").save(tmp_path / "high.png")
    slide = build_deck(
        tmp_path, "- title: Hoch\n  image: high.png\n  alt: Blau\n  fit: contain", theme
    ).slides[0]
    picture = next(s for s in slide.placeholders if s.placeholder_format.idx == 14)
    assert picture.left == slide.shapes.title.left
    assert picture.width < picture.height


def test_a_client_s_logo_does_not_say_what_the_picture_shows(tmp_path: Path) -> None:
    picture(tmp_path)
    head = "title: Ein Vortrag\nclient: {{name: Acme, logo: bild.png}}\ntheme: {theme}\nslides:\n"
    deck = build_deck(
        tmp_path,
        "- title: Oben.\n  bullets: [Eins, Zwei]\n  image: bild.png\n  alt: Ein Ballon",
        "kontor",
        head,
    )
    alts = {
        p.name: p._element.nvPicPr.cNvPr.get("descr", "")
        for p in deck.slides[0].shapes
        if hasattr(p, "crop_left")
    }
    assert [name for name, alt in alts.items() if alt == "Ein Ballon"] == ["Picture"]
