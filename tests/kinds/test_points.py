"""The kind `points`, as a user sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

import deckgen

from .talks import both_themes, build_deck, deck_of, findings_of, texts

SLIDES = """- title: Drei Punkte
  points:
    - Kunden begeistern.
    - point: Alle Mitarbeiter auf drei Pole ausrichten.
      short: Drei Pole
      slides:
        - statement: Tiefer hinein.
    - point: Erfolg teilen.
      text: Anerkennung und Dank."""


@both_themes
def test_a_series_makes_overview_points_drill_down_and_recap(tmp_path: Path, theme: str) -> None:
    deck = build_deck(tmp_path, SLIDES, theme)
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    assert titles[:5] == [
        "Drei Punkte",
        "Kunden begeistern.",
        "Alle Mitarbeiter auf drei Pole ausrichten.",
        "Tiefer hinein.",
        "Erfolg teilen.",
    ]
    assert len(titles) == 6
    assert "2/3" in texts(deck.slides[2])
    assert "Drei Pole" in texts(deck.slides[0])
    assert "Anerkennung und Dank." in texts(deck.slides[4])


@both_themes
def test_the_overview_links_to_each_point(tmp_path: Path, theme: str) -> None:
    deck = build_deck(tmp_path, SLIDES, theme)
    targets = [
        s.click_action.target_slide
        for s in deck.slides[0].shapes
        if hasattr(s, "click_action") and s.click_action.hyperlink is not None
    ]
    ids = {t.slide_id for t in targets if t is not None}
    assert ids == {deck.slides[i].slide_id for i in (1, 2, 4)}


@both_themes
@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 9])
def test_every_count_shows_all_points(tmp_path: Path, theme: str, count: int) -> None:
    points = "\n".join(f"    - Punkt {n}" for n in range(1, count + 1))
    deck = build_deck(tmp_path, f"- title: Punkte\n  show: [overview]\n  points:\n{points}", theme)
    words = " ".join(texts(deck.slides[0]))
    assert all(f"Punkt {n}" in words for n in range(1, count + 1))


def test_show_chooses_what_is_made(tmp_path: Path) -> None:
    deck = build_deck(tmp_path, "- title: Punkte\n  show: [each]\n  points: [Eins, Zwei]")
    assert [s.shapes.title.text_frame.text for s in deck.slides] == ["Eins", "Zwei"]


@both_themes
@pytest.mark.parametrize("show", ["[each]", "[each, recap]"])
def test_without_overview_the_title_stands_above_each_point(tmp_path: Path, theme: str, show: str) -> None:
    points = "[Eins, {point: Zwei, kicker: Eigenes}, {point: Drei, image: p.jpg, alt: Bild}, {point: Vier, aspects: [A, B]}]"
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    deck = build_deck(tmp_path, f"- title: Vier Gründe\n  show: {show}\n  points: {points}", theme)
    kickers = [
        next((s.text_frame.text for s in slide.placeholders if s.name == "Kicker"), "")
        for slide in deck.slides
    ]
    assert kickers[:4] == ["Vier Gründe", "Eigenes", "Vier Gründe", "Vier Gründe"]
    assert not any(kickers[4:])


def test_a_short_label_stands_above_each_point_for_a_long_title(tmp_path: Path) -> None:
    slides = "- title: Vier Gründe, die alle kennen und die niemand gern ausspricht, wenn viele zuhören, und die darum endlich einmal jemand nennen muss\n  short: Gründe"
    deck = build_deck(tmp_path, f"{slides}\n  show: [each]\n  points: [Eins, Zwei]", "helium")
    assert all("Gründe" in texts(s) for s in deck.slides)
    with pytest.raises(deckgen.TalkError, match="give the series a `short` label"):
        build_deck(
            tmp_path, f"{slides.partition('  short')[0]}  show: [each]\n  points: [Eins, Zwei]", "helium"
        )


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ("[{point: a, kicker: x}, {point: b, kicker: y}]", "each has a `kicker` of its own"),
        ("[{point: a, layout: bare}]", "their layout shows no kicker"),
    ],
)
def test_a_title_of_points_is_never_lost(tmp_path: Path, points: str, words: str) -> None:
    (tmp_path / "theme.yaml").write_text(
        "extends: plain\nlooks:\n  bare: {like: point, common: [support], placeholders: {kicker: null}}\n",
        encoding="utf-8",
    )
    slides = f"- title: Reihe\n  show: [each]\n  points: {points}"
    (finding,) = findings_of(tmp_path, slides, "./theme.yaml")
    assert (finding.code, finding.span.line if finding.span else 0) == ("slot-lost", 8)
    assert words in finding.message


def test_a_series_shows_something(tmp_path: Path) -> None:
    (finding,) = findings_of(tmp_path, "- title: Reihe\n  show: []\n  points: [a]")
    assert finding.code == "wrong-value"


def test_a_layout_may_leave_out_what_deckgen_counts(tmp_path: Path) -> None:
    slides = "- title: Reihe\n  points: [Eins, {point: Zwei, layout: statement}]"
    assert "2/2" not in texts(build_deck(tmp_path, slides).slides[2])
    found = findings_of(tmp_path, slides.replace("layout:", "aspects: [a, b], layout:"))
    assert [f.code for f in found] == ["slot-lost"]


@both_themes
@pytest.mark.parametrize("count", [10, 12, 21])
def test_a_long_series_has_its_overview_on_several_slides(tmp_path: Path, theme: str, count: int) -> None:
    points = "\n".join(f"    - Punkt {n}" for n in range(1, count + 1))
    deck = build_deck(tmp_path, f"- title: Punkte\n  show: [overview]\n  points:\n{points}", theme)
    words = [t for s in deck.slides for t in texts(s)]
    assert [w for w in words if w.startswith("Punkt ")] == [f"Punkt {n}" for n in range(1, count + 1)]


@both_themes
def test_the_counter_says_where_we_are_in_bold(tmp_path: Path, theme: str) -> None:
    slides = "- title: Zwei Gründe\n  points:\n    - Er ist einfach.\n    - Er ist schnell.\n  show: [each]"
    slide = build_deck(tmp_path, slides, theme).slides[1]
    counter = next(s for s in slide.placeholders if s.placeholder_format.idx == 16)
    runs = counter.text_frame.paragraphs[0].runs
    assert [(r.text, r.font.bold) for r in runs] == [("2", True), ("/2", runs[1].font.bold)]
    assert not runs[1].font.bold


def test_a_list_below_a_point_stands_on_its_slide(tmp_path: Path) -> None:
    deck = build_deck(tmp_path, "- title: Punkte\n  points:\n    - Eins\n    - Zwei:\n        - innen")
    assert "innen" in texts(deck.slides[2])


@pytest.mark.parametrize(
    ("slides", "code"),
    [
        ("- title: P\n  show: [each]\n  text: Verloren\n  points: [a, b]", "slot-lost"),
        ("- title: P\n  show: [each]\n  notes: Verloren\n  points: [a, b]", "slot-lost"),
        ("- title: P\n  show: overview\n  points: [a, {b: verloren}]", "slot-lost"),
        ("- title: P\n  show: overview\n  points: [a, {point: b, notes: verloren}]", "slot-lost"),
        ("- title: P\n  points: [a, {point: b, title: verloren}]", "two-titles"),
    ],
)
def test_nothing_beside_a_point_is_lost(tmp_path: Path, slides: str, code: str) -> None:
    assert [f.code for f in findings_of(tmp_path, slides)] == [code]


def test_the_recap_keeps_what_is_lowered_in_the_title(tmp_path: Path) -> None:
    deck = build_deck(tmp_path, "- title: Weniger CO~2~\n  points: [Eins, Zwei]")
    title = deck.slides[3].shapes.title
    assert title.text_frame.text == "Rückblick: Weniger CO2"
    assert [r._r.rPr.get("baseline") for r in title.text_frame.paragraphs[0].runs][-1] == "-25000"


@both_themes
def test_the_words_for_the_overview_s_picture_stay_with_it(tmp_path: Path, theme: str) -> None:
    Image.new("RGB", (300, 400), "#336699").save(tmp_path / "blue.png")
    deck = deck_of(tmp_path, "- title: P\n  image: blue.png\n  alt: Blau\n  points: [A, B, C]", theme)
    assert "alt-unused" not in [f.code for f in deckgen.check(deck)]
