"""The kind `columns`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of, texts

PICTURE = Path(__file__).resolve().parent.parent.parent / "talks" / "pictures" / "seven.jpg"
TWO = """- title: Von oben und von unten
  columns:
    - title: Von oben
      text: Die Führung fordert.
    - title: Von unten
      bullets: [Teams, Abteilungen]
"""


def by_idx(slide: object) -> dict[int, object]:
    return {s.placeholder_format.idx: s for s in slide.placeholders}  # type: ignore[attr-defined]


@both_themes
def test_two_columns_fill_the_layouts_placeholders(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, TWO, theme).slides[0]
    held = by_idx(slide)
    assert held[32].text_frame.text == "Von oben"  # type: ignore[attr-defined]
    assert held[33].text_frame.text == "Von unten"  # type: ignore[attr-defined]
    assert held[1].text_frame.text == "Die Führung fordert."  # type: ignore[attr-defined]
    assert held[31].text_frame.text == "Teams\nAbteilungen"  # type: ignore[attr-defined]
    assert slide.slide_layout.name == "Two columns"


@both_themes
def test_siblings_have_one_size(tmp_path: Path, theme: str) -> None:
    long = "ein Satz, der so lang ist, dass er in seiner Spalte viele Zeilen braucht und kleiner wird; " * 3
    slide = build_deck(
        tmp_path, f"- title: A\n  columns:\n    - text: kurz\n    - text: {long!r}", theme
    ).slides[0]
    held = by_idx(slide)
    sizes = {r.font.size for i in (1, 31) for p in held[i].text_frame.paragraphs for r in p.runs}  # type: ignore[attr-defined]
    assert len(sizes) == 1


@both_themes
def test_widths_share_the_room(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- title: A\n  columns: [links, rechts]\n  widths: [2, 1]", theme).slides[0]
    held = by_idx(slide)
    assert abs(held[1].width - 2 * held[31].width) < 3  # type: ignore[attr-defined]


@both_themes
def test_a_column_holds_a_picture_a_figure_a_quote_and_a_diagram(tmp_path: Path, theme: str) -> None:
    (tmp_path / "seven.jpg").write_bytes(PICTURE.read_bytes())
    slides = """- title: A
  columns:
    - {title: Bild, image: seven.jpg, alt: Ballons}
    - {title: Zahl, number: 64, unit: '%', text: kommen wieder}
    - {title: Zitat, quote: Gekauft werden., by: Siegfried Haider}
- title: B
  columns:
    - triangle: [Marke, Angebot, Kunde]
    - - {title: Oben, text: eins}
      - {title: Unten, bullets: [zwei]}
"""
    deck = build_deck(tmp_path, slides, theme)
    first, second = deck.slides
    assert [s.name for s in first.shapes if s.shape_type == 13 or s._element.tag.endswith("}pic")] == ["Body"]
    shown = " ".join(texts(first))
    assert "64\u00a0%" in shown
    assert "kommen wieder" in shown
    assert "Siegfried Haider" in shown
    words = texts(second)
    assert {"Marke", "Angebot", "Kunde", "Oben"} <= set(words)
    assert "eins\nUnten\nzwei" in words


@pytest.mark.parametrize(
    ("slide", "code", "line"),
    [
        ("- title: A\n  columns: [nur eine]", "wrong-count", 8),
        ("- title: A\n  columns: [a, b, c, d, e]", "wrong-count", 8),
        ("- title: A\n  columns: [a, b]\n  widths: [1, 2, 3]", "wrong-count", 8),
        ("- title: A\n  columns:\n    - {text: a, notes: b}\n    - b", "unknown-key", 10),
        ("- title: A\n  columns:\n    - {title: nur Titel}\n    - b", "missing-content", 10),
        ("- title: A\n  columns:\n    - {points: [a, b]}\n    - b", "not-a-block", 10),
        ("- title: A\n  columns:\n    - {bulets: [a, b]}\n    - b", "unknown-key", 10),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, slide: str, code: str, line: int) -> None:
    found = findings_of(tmp_path, slide)
    assert [(f.code, f.span.line) for f in found if f.span] == [(code, line)]


@both_themes
def test_headings_side_by_side_have_one_size(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path,
        "- title: A\n  columns:\n    - {title: Reklamationsbearbeitung, text: a}\n    - {title: Lob, text: b}\n    - {title: Dank, text: c}",
        theme,
    ).slides[0]
    words = ("Reklamationsbearbeitung", "Lob", "Dank")
    found = [
        s.text_frame.paragraphs[0].runs[0].font.size
        for s in slide.shapes
        if s.has_text_frame and s.text_frame.text in words
    ]
    assert len(found) == 3 and len(set(found)) == 1 and found[0] is not None


@both_themes
def test_a_unit_in_a_column_follows_its_figure(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path,
        "- title: A\n  lang: en\n  columns:\n    - {number: 92, unit: '%', text: a}\n    - {number: 48, unit: m^2^, text: b}",
        theme,
    ).slides[0]
    words = [s.text_frame.paragraphs[0].text for s in slide.shapes if s.has_text_frame]
    assert "92%" in words and "48\u00a0m2" in words


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        ("{A: 3, B: 4}\n      highlight: Zzz", "unknown-highlight"),
        ("{A: -3, B: 4}\n      type: pie", "chart-data"),
    ],
)
def test_what_is_wrong_with_a_chart_in_a_block_is_told(tmp_path: Path, chart: str, code: str) -> None:
    found = findings_of(
        tmp_path, f"- title: A\n  blocks:\n    - text: Worte\n    - chart: {chart}\n      alt: Zahlen"
    )
    assert [f.code for f in found if f.severity.rank == 2] == [code]


@both_themes
def test_a_diagram_in_a_column_with_words_that_do_not_fit_is_an_error(tmp_path: Path, theme: str) -> None:
    words = ", ".join(["Donaudampfschifffahrtsgesellschaft" * 3] * 3)
    found = findings_of(
        tmp_path, f"- title: A\n  columns:\n    - text: Worte\n    - triangle: [{words}]\n      alt: a", theme
    )
    assert "text-overflow" in {f.code for f in found}


def test_a_heading_s_compound_breaks_where_it_is_linked(tmp_path: Path) -> None:
    """As in titles, and only where no size has room for the whole word."""
    word = "Sozialversicherungsfachangestellte"
    slide = build_deck(
        tmp_path, f"- title: A\n  columns:\n    - {{title: {word}, text: a}}\n    - {{title: Lob, text: b}}\n    - {{title: Dank, text: c}}", "helium"
    ).slides[0]  # fmt: skip
    assert "Sozialversicherungs- fachangestellte" in texts(slide)


def test_helium_draws_arrows_down_and_up_beside_two_columns(tmp_path: Path) -> None:
    slides = "- title: A\n  layout: columns-2-arrows\n  columns:\n    - {title: B, text: C}\n    - {title: D, text: E}"
    deck = build_deck(tmp_path, slides, "helium")
    ends = [
        (line.find(".//{*}headEnd") is not None, line.find(".//{*}tailEnd") is not None)
        for line in deck.slides[0].shapes._spTree.findall(".//{*}cxnSp")
        if "arrow" in line.find(".//{*}cNvPr").get("name")
    ]
    assert ends == [(False, True), (True, False)]
