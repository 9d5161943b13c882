"""Charts in the file, as others read them: python-pptx, openpyxl, the bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE as TYPE

from pptx import Presentation
from tests.chart_invariants import sheet_of

from .decks import build, chart

MONTHS = ["Jan", "Feb", "Mär", "Apr"]
TWO = {"Nord & Süd": [12, 15.25, None, 0.1], 'Über "allem"': [-10, 9, 13, 1e-7]}
POSITIVE = {"Nord": [12, 15.25, 3, 1], "Süd": [10, 9, 13, 4]}
NAMES = {
    "column": TYPE.COLUMN_CLUSTERED, "bar": TYPE.BAR_CLUSTERED, "stacked-column": TYPE.COLUMN_STACKED,
    "stacked-bar": TYPE.BAR_STACKED, "percent-column": TYPE.COLUMN_STACKED_100, "percent-bar": TYPE.BAR_STACKED_100,
    "line": TYPE.LINE, "area": TYPE.AREA, "stacked-area": TYPE.AREA_STACKED,
}  # fmt: skip


def charts_of(deck: Path) -> list[Any]:
    return [s.chart for slide in Presentation(str(deck)).slides for s in slide.shapes if s.has_chart]


@pytest.mark.parametrize("theme", ["helium", "plain"])
def test_python_pptx_reads_every_type(tmp_path: Path, theme: str) -> None:
    rows = [
        chart(MONTHS, POSITIVE if "percent" in name else TWO, name, ground=g)
        for name in NAMES
        for g in ("", "dark")
    ]
    found = charts_of(build(tmp_path, rows, theme))
    assert [c.chart_type for c in found] == [t for t in NAMES.values() for _ in "12"]
    for c, source in zip(found, rows, strict=True):
        assert list(c.plots[0].categories) == MONTHS
        assert {s.name: list(s.values) for s in c.plots[0].series} == {
            s.name: list(s.values) for s in source.data.series
        }


def test_pies_doughnuts_and_scatter_charts(tmp_path: Path) -> None:
    rows = [
        chart(["A", "B"], {"Anteil": [60, 40]}, "pie"), chart(["A", "B"], {"Anteil": [60, 40]}, "doughnut"),
        chart([], {"Filiale": [3, None, 5]}, x=[1, 2.5, None]),
    ]  # fmt: skip
    pie, ring, dots = charts_of(build(tmp_path, rows))
    assert (pie.chart_type, ring.chart_type, dots.chart_type) == (TYPE.PIE, TYPE.DOUGHNUT, TYPE.XY_SCATTER)
    assert list(pie.plots[0].series[0].values) == [60, 40]
    assert dots.plots[0].series[0].values == (3, None, 5)


def workbooks(deck: Path) -> list[bytes]:
    with zipfile.ZipFile(deck) as archive:
        return [archive.read(n) for n in sorted(archive.namelist()) if n.endswith(".xlsx")]


def test_openpyxl_reads_the_workbook(tmp_path: Path) -> None:
    (data,) = workbooks(build(tmp_path, [chart(MONTHS, TWO, "column", unit="%")]))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Sheet1"]
    rows = [list(row) for row in book["Sheet1"].values]
    assert rows == [
        ["Kategorie", *TWO],
        *([m, *(s[i] for s in TWO.values())] for i, m in enumerate(MONTHS)),
    ]
    assert book["Sheet1"]["B2"].number_format == '#,##0.00"\u00a0%";"−"#,##0.00"\u00a0%"'


def test_texts_are_never_formulas_and_keep_their_characters(tmp_path: Path) -> None:
    names = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2",
        "@SUM(A1)",
        "<b>&\"'",
        "_x0041_",
        "a\x00b\x0b\tc",
        "\ud800",
        "007",
    ]
    deck = build(tmp_path, [chart(names, {"=HYPERLINK(1)": list(range(9))}, "bar")])
    (data,) = workbooks(deck)
    cells = sheet_of(data)
    assert [cells[f"A{i}"] for i in range(2, 9)] == [*names[:6], "ab c"]
    assert cells["B1"] == "=HYPERLINK(1)"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not [e for e in sheet.iter() if e.tag.endswith("}f")]
    assert {e.get("t") for e in sheet.iter("{*}c") if e.get("r").startswith("A")} == {"s"}


def test_numbers_are_exact(tmp_path: Path) -> None:
    values = [0.1 + 0.2, 1e15 + 1, 123456789.123456789, -0.0, 5e-324, 1e299, 3.0]
    (data,) = workbooks(build(tmp_path, [chart([f"N{i}" for i in range(7)], values, "percent-bar")]))
    cells = sheet_of(data)
    assert [cells[f"B{i}"] for i in range(2, 9)] == values


def test_the_same_chart_gives_the_same_bytes(tmp_path: Path) -> None:
    rows = [chart(MONTHS, TWO), chart(MONTHS, POSITIVE, "line")]
    one = build(tmp_path, rows).read_bytes()
    assert build(tmp_path, rows).read_bytes() == one


def test_each_chart_has_a_part_and_a_workbook_of_its_own(tmp_path: Path) -> None:
    deck = build(tmp_path, [chart(MONTHS, [1, 2, 3, i]) for i in range(3)])
    with zipfile.ZipFile(deck) as archive:
        names = set(archive.namelist())
        packed = archive.getinfo("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")
    assert {f"ppt/charts/chart{i}.xml" for i in (1, 2, 3)} <= names
    assert {f"ppt/embeddings/Microsoft_Excel_Sheet{i}.xlsx" for i in (1, 2, 3)} <= names
    assert packed.compress_type == zipfile.ZIP_STORED  # it is a zip itself


def test_a_chart_stands_in_the_placeholder_of_its_layout(tmp_path: Path) -> None:
    deck = Presentation(str(build(tmp_path, [chart(MONTHS, [1, 2, 3, 4])], "helium")))
    (frame,) = [s for s in deck.slides[0].shapes if s.has_chart]
    assert frame.is_placeholder
    assert frame.placeholder_format.idx == 30
    (holder,) = [p for p in deck.slides[0].slide_layout.placeholders if p.placeholder_format.idx == 30]
    assert (frame.left, frame.top, frame.width, frame.height) == (
        holder.left,
        holder.top,
        holder.width,
        holder.height,
    )
