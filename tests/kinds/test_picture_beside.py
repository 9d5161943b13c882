"""`image` beside another content: every kind shows it, and all of its texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

import deckgen

from .talks import HEAD, both_themes, build_deck, texts

KINDS = [
    ("- cover:", ["Ein Vortrag", "Was alle angeht", "Siegfried Haider", "Essen, 4.\u00a0Januar\u00a02021"]),
    ("- agenda:", ["Agenda", "Erster"]),
    ("- section: Zweiter", ["Zweiter", "Siegfried Haider"]),
    ("- statement: Ein Satz.", ["Ein Satz."]),
    ("- quote: Gesagt.\n  by: Jemand", ["„Gesagt.“", "Jemand"]),
    ("- title: Liste\n  bullets: [Eins, Zwei]", ["Liste", "Eins\nZwei"]),
    ("- title: Reihe\n  show: overview\n  points: [Eins, Zwei]", ["Reihe", "Eins", "Zwei"]),
    ("- title: Zahl\n  number: 64", ["Zahl", "64"]),
    ("- title: Dreieck\n  triangle: [Eins, Zwei, Drei]", ["Dreieck", "Eins", "Zwei", "Drei"]),
    ("- closing: Ende.", ["Ende.", "Siegfried Haider"]),
]


@both_themes
@pytest.mark.parametrize(
    ("slide", "words"), KINDS, ids=[k.split(":")[0][2:] + str(n) for n, (k, _) in enumerate(KINDS)]
)
@pytest.mark.parametrize("ground", ["", "\n  background: dark"], ids=["own", "dark"])
def test_every_kind_shows_a_picture(
    tmp_path: Path, theme: str, slide: str, words: list[str], ground: str
) -> None:
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    extra = f"\n  image: p.jpg\n  alt: Eine Figur\n  text: Eine Stütze{ground}"
    head = HEAD.replace("slides:", "place: Essen\nslides:")
    shown = build_deck(tmp_path, f"- section: Erster\n{slide}{extra}", theme, head).slides[1]
    pictures = [
        s for s in shown.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE or hasattr(s, "image")
    ]  # placeholders with a picture too
    assert len(pictures) == 1
    assert {*words, "Eine Stütze"} <= set(texts(shown))


@both_themes
def test_a_picture_on_a_blank_slide_fills_it(tmp_path: Path, theme: str) -> None:
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    deck = build_deck(tmp_path, "- blank:\n  image: p.jpg\n  alt: Eine Figur", theme)
    (picture,) = [s for s in deck.slides[0].shapes if hasattr(s, "image")]
    assert picture.width >= deck.slide_width - 1000  # boxes are in thousandths of an inch
    assert picture.height == deck.slide_height


def test_a_long_list_beside_a_picture_goes_on_beside_it(tmp_path: Path) -> None:
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    rows = "".join(f"\n    - Punkt {n}" for n in range(12))
    deck = build_deck(tmp_path, f"- title: Liste\n  image: p.jpg\n  alt: Figur\n  bullets:{rows}")
    assert [s.slide_layout.name for s in deck.slides] == ["Bullets with a picture"] * 2


@both_themes
def test_number_and_footer_can_be_read_on_a_background_picture(tmp_path: Path, theme: str) -> None:
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    head = HEAD.replace("slides:", "footer: Am Fuß\nslides:")
    deck = build_deck(tmp_path, "- statement: A\n- statement: B\n  background: p.jpg", theme, head)
    assert "Am Fuß" in texts(deck.slides[0])
    assert {"B", "Am Fuß"} <= set(texts(deck.slides[1]))
    composed = deckgen.compose(deckgen.load(tmp_path / "talk.yaml"))
    assert [f for f in deckgen.check(composed) if f.code == "low-contrast"] == []


def test_alt_without_a_picture_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text(
        "title: T\nslides:\n  - statement: A\n    alt: Nichts da\n", encoding="utf-8"
    )
    deck = deckgen.compose(deckgen.load(tmp_path / "t.yaml"))
    assert [f.code for f in deck.findings] == ["alt-unused"]
