"""The kind `points`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of, texts

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
