"""The kind `chart`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of


def charts(slide: object) -> list[object]:
    return [s.chart for s in slide.shapes if s.has_chart]  # type: ignore[attr-defined]


@both_themes
def test_a_map_rows_and_a_file_give_the_same_chart(tmp_path: Path, theme: str) -> None:
    (tmp_path / "umsatz.csv").write_text("Jahr;Umsatz\n2020;1,5\n2021;2,5\n", encoding="utf-8")
    slides = """- title: A
  chart: {'2020': '1,5', '2021': '2,5'}
  type: column
- title: B
  chart: [[Jahr, Umsatz], [2020, '1,5'], [2021, '2,5']]
  type: column
- title: C
  chart: umsatz.csv
  type: column
"""
    found = [charts(s)[0].plots[0] for s in build_deck(tmp_path, slides, theme).slides]  # type: ignore[attr-defined]
    assert [list(p.categories) for p in found] == [["2020", "2021"]] * 3
    assert [list(p.series[0].values) for p in found] == [[1.5, 2.5]] * 3
    assert found[1].series[0].name == "Umsatz"


@both_themes
def test_a_chart_has_alt_text_and_stands_in_a_column_too(tmp_path: Path, theme: str) -> None:
    slides = """- title: A
  chart: {Marke: 64, Angebot: 21, Person: 9}
  unit: '%'
  highlight: Marke
- title: B
  columns:
    - {title: Zahlen, chart: {Marke: 64, Angebot: 21}, type: bar}
    - Ein Satz dazu.
"""
    first, second = build_deck(tmp_path, slides, theme).slides
    frame = next(s for s in first.shapes if s.has_chart)
    assert "Marke" in frame._element.nvGraphicFramePr.cNvPr.get("descr")
    frame = next(s for s in second.shapes if s.has_chart)
    text = next(s for s in second.placeholders if s.placeholder_format.idx == 31)
    assert frame.left + frame.width <= text.left


@pytest.mark.parametrize(
    ("slide", "code"),
    [
        ("- title: A\n  chart: {a: 1, b: 2}\n  type: colum", "wrong-value"),
        ("- title: A\n  chart: {a: 12 Stück, b: zwei}", "no-number"),
        ("- title: A\n  chart: fehlt.csv", "file-missing"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, slide: str, code: str) -> None:
    assert {f.code for f in findings_of(tmp_path, slide)} == {code}


def test_a_highlight_that_nothing_is_called_is_a_finding(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- title: A\n  chart: {Marke: 1, Kunde: 2}\n  highlight: Marcke")
    assert "Marke" in found[0].fix
