"""The kind `table`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of

PIPE = """- title: Jeder Touchpoint gehört jemandem.
  table: |
    | Touchpoint | Wer ihn prägt | Anteil |
    |---|---|---|
    | Angebot | Vertrieb | 12,5 % |
    | Rechnung | __Controlling__ | 3 % |
  highlight: Rechnung
"""


def table(slide: object) -> object:
    return next(s.table for s in slide.shapes if s.has_table)  # type: ignore[attr-defined]


def rows(slide: object) -> list[list[str]]:
    return [[c.text for c in r.cells] for r in table(slide).rows]  # type: ignore[attr-defined]


@both_themes
def test_a_pipe_table_is_a_native_table_with_a_header_row(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, PIPE, theme).slides[0]
    assert rows(slide) == [
        ["Touchpoint", "Wer ihn prägt", "Anteil"],
        ["Angebot", "Vertrieb", "12,5\u00a0%"],
        ["Rechnung", "Controlling", "3\u00a0%"],
    ]
    assert table(slide).first_row is True  # type: ignore[attr-defined]
    last = [table(slide).cell(r, 2).text_frame.paragraphs[0]._p.pPr.get("algn") for r in range(3)]  # type: ignore[attr-defined]
    assert last == ["r", "r", "r"]


@both_themes
def test_rows_maps_and_files_give_the_same_table(tmp_path: Path, theme: str) -> None:
    (tmp_path / "umsatz.csv").write_text("Jahr;Umsatz\n2020;1,5\n2021;2,5\n", encoding="utf-8")
    slides = """- title: A
  table: [[Jahr, Umsatz], [2020, '1,5'], [2021, '2,5']]
- title: B
  table:
    - {Jahr: 2020, Umsatz: '1,5'}
    - {Jahr: 2021, Umsatz: '2,5'}
- title: C
  table: umsatz.csv
"""
    found = [rows(s) for s in build_deck(tmp_path, slides, theme).slides]
    assert found[0] == [["Jahr", "Umsatz"], ["2020", "1,5"], ["2021", "2,5"]]
    assert found[1] == found[0]
    assert found[2] == found[0]


@both_themes
@pytest.mark.parametrize("count", [1, 5, 9, 30])
def test_no_row_is_lost_and_each_slide_has_the_header(tmp_path: Path, theme: str, count: int) -> None:
    body = "".join(f"    | Verantwortungsbereich {n} | Text in Zeile {n} |\n" for n in range(count))
    deck = build_deck(
        tmp_path, f"- title: Lang\n  table: |\n    | Bereich | Text |\n    |---|---|\n{body}", theme
    )
    found = [rows(s) for s in deck.slides]
    assert all(part[0] == ["Bereich", "Text"] for part in found)
    assert [r[1] for part in found for r in part[1:]] == [f"Text in Zeile {n}" for n in range(count)]
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    assert len(set(titles)) == len(titles)


@both_themes
def test_a_table_stands_in_a_column(tmp_path: Path, theme: str) -> None:
    slides = (
        "- title: A\n  columns:\n    - table: [[Jahr, Umsatz], [2020, 1], [2021, 2]]\n    - Ein Satz dazu."
    )
    slide = build_deck(tmp_path, slides, theme).slides[0]
    frame = next(s for s in slide.shapes if s.has_table)
    text = next(s for s in slide.placeholders if s.placeholder_format.idx == 31)
    assert frame.left + frame.width <= text.left


def test_a_comparison_with_rows_is_a_table(tmp_path: Path) -> None:
    slides = """- title: A
  compare:
    - {title: Vorher, bullets: [neun Tage, elf Rollen], result: zäh}
    - {title: Nachher, bullets: [vier Minuten, vier Rollen], result: flott}
  rows: [Dauer, Rollen]
"""
    slide = build_deck(tmp_path, slides).slides[0]
    assert rows(slide) == [
        ["", "Vorher", "Nachher"],
        ["Dauer", "neun Tage", "vier Minuten"],
        ["Rollen", "elf Rollen", "vier Rollen"],
        ["", "zäh", "flott"],
    ]


@pytest.mark.parametrize(
    ("slide", "code"),
    [
        ("- title: A\n  table: [[a, b], [1, 2]]\n  highlight: c", "unknown-row"),
        ("- title: A\n  table: [[a, b], [1, 2]]\n  align: [left, right, left]", "wrong-count"),
        ("- title: A\n  table: [[a, b], [1, 2]]\n  align: [links]", "wrong-value"),
        ("- title: A\n  table: [[a, b, c, d, e, f, g, h, i], [1, 2, 3, 4, 5, 6, 7, 8, 9]]", "wrong-count"),
        ("- title: A\n  table: gibt-es-nicht.csv", "file-missing"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, slide: str, code: str) -> None:
    assert [f.code for f in findings_of(tmp_path, slide)] == [code]
