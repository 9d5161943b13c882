"""Native tables, from a deck made by hand: what stands in the slide, and what other programs make of it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from lxml import etree

from deckgen.scene.deck import LayoutRef, Scene
from deckgen.scene.items import Cell, Link, Paragraph, Row, Run, Table, Text
from deckgen.theme.paint import Color, Stroke
from deckgen.units import Box, points
from deckgen.writers import save, writer_for
from pptx import Presentation
from tests.rendering import to_pdf

from .specimen import deck, title
from .test_pptx import NS, find

WRITE = writer_for(".pptx").write
RULE = Stroke(Color("tx1"), 25_400)


def cell(text: str = "", **more: Any) -> Cell:
    """A cell of one paragraph at 18 pt."""
    runs = (Run(text, size=18, bold=False, color=Color("tx1")),) if text else ()
    words = Text(
        (Paragraph(runs, pitch=24, size=18, align="right" if text.isdecimal() else None),),
        "middle",
        (points(10), points(4), points(10), points(4)),
    )
    return Cell(words, **more)


def table(**more: Any) -> Table:
    """Three rows: a header, a row with a fill and a link, a row whose first two cells are one."""
    linked = Paragraph((Run("A", size=18, link=Link(url="https://example.com/")),), pitch=24, size=18)
    rows = (
        Row(points(36), (cell("Name", bottom=RULE), cell("Wert & <Maß>", bottom=RULE), cell("", bottom=RULE))),
        Row(points(50), (replace(cell(), text=Text((linked,)), top=RULE), cell("8", fill=Color("accent1")), cell("9"))),
        Row(points(44), (cell("zusammen", columns=2), cell(), cell("9"))),
    )  # fmt: skip
    fields: dict[str, Any] = {
        "id": "tab/table", "name": "Table", "box": Box(points(60), points(150), points(600), points(130)), "rows": rows,
        "widths": (points(200), points(300), points(100)),
    }  # fmt: skip
    return Table(**{**fields, **more})


def written(item: Table) -> dict[str, bytes]:
    """The parts of a deck of one slide with the table."""
    scene = Scene(
        "tab",
        "Tabelle",
        "Tabelle",
        "table",
        LayoutRef("bullets", "light"),
        (title("tab", "Tabelle"), item),
        "de-DE",
    )
    data = WRITE(deck(scenes=(scene,), sections=()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()} | {"": data}


SLIDE = "ppt/slides/slide1.xml"


def test_it_is_valid_and_python_pptx_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "table.pptx"
    save(written(table(first_column=True, total=True, banded=True))[""], path)
    shape = next(s for s in Presentation(str(path)).slides[0].shapes if s.has_table)
    assert [[c.text for c in r.cells] for r in shape.table.rows] == [
        ["Name", "Wert & <Maß>", ""], ["A", "8", "9"], ["zusammen", "", "9"],
    ]  # fmt: skip
    assert (shape.width, shape.height) == (points(600), points(130))
    assert [shape.table.first_row, shape.table.first_col, shape.table.last_row, shape.table.horz_banding] == [
        True
    ] * 4
    assert shape.table.cell(2, 0).is_merge_origin and shape.table.cell(2, 1).is_spanned


def test_a_table_without_header_says_so() -> None:
    parts = written(table(header=False))
    assert dict(find(parts, SLIDE, "//a:tblPr")[0].attrib) == {}
    assert dict(find(written(table()), SLIDE, "//a:tblPr")[0].attrib) == {"firstRow": "1"}
    assert dict(find(written(table(rtl=True)), SLIDE, "//a:tblPr")[0].attrib) == {"rtl": "1", "firstRow": "1"}


def test_fills_rules_and_colours_stand_in_the_cells_and_the_style_is_the_brands() -> None:
    parts = written(table())
    style = find(parts, "ppt/tableStyles.xml", "string(/a:tblStyleLst/@def)")
    assert find(parts, SLIDE, "string(//a:tableStyleId)") == style
    assert style in find(parts, "ppt/tableStyles.xml", "//a:tblStyle/@styleId")
    assert find(parts, SLIDE, "//a:tr[1]/a:tc[1]/a:tcPr/a:lnB/@w") == ["25400"]
    assert (
        len(
            find(
                parts, SLIDE, "//a:tr[1]/a:tc[1]/a:tcPr/*[self::a:lnL or self::a:lnR or self::a:lnT]/a:noFill"
            )
        )
        == 3
    )
    assert find(parts, SLIDE, "//a:tr[2]/a:tc[2]/a:tcPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert len(find(parts, SLIDE, "//a:tr[2]/a:tc[3]/a:tcPr/a:noFill")) == 1
    assert b"srgbClr" not in parts[SLIDE]


def test_line_pitch_in_cells_is_in_points_and_empty_cells_have_their_size() -> None:
    parts = written(table())
    assert set(find(parts, SLIDE, "//a:tc//a:lnSpc/*/@val")) == {"2400"}
    assert find(parts, SLIDE, "//a:tc//a:lnSpc/a:spcPct") == []
    assert set(find(parts, SLIDE, "//a:tc//a:endParaRPr[@sz]/@sz")) == {"1800"}
    assert set(find(parts, SLIDE, "//a:tc//a:rPr/@lang")) == {"de-DE"}


def test_rows_and_columns_keep_their_ids_when_the_text_changes() -> None:
    path = "//*[local-name()='rowId' or local-name()='colId']/@val"
    before = find(written(table()), SLIDE, path)
    assert len(before) == len(set(before)) == 6
    rows = table().rows
    other = replace(table(), rows=(rows[0], replace(rows[1], cells=(cell("B"), *rows[1].cells[1:])), rows[2]))
    assert find(written(other), SLIDE, path) == before


def test_the_same_table_gives_the_same_bytes() -> None:
    assert written(table())[""] == written(table())[""]


def test_hostile_text_stays_text() -> None:
    evil = "</a:t>]]><a:tbl>\x00&\"'"
    parts = written(table(rows=(Row(points(40), (cell(evil), cell(evil), cell(evil))),), name=evil))
    tree: Any = etree.fromstring(parts[SLIDE])
    assert tree.xpath("//a:tc[1]//a:t/text()", namespaces=NS) == ["</a:t>]]><a:tbl>&\"'"]


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_draws_rows_as_high_as_they_are_written(tmp_path: Path) -> None:

    path = tmp_path / "table.pptx"
    save(written(table())[""], path)
    with pymupdf.open(to_pdf(path)) as document:
        page = document[0]
        scale = 960 / page.rect.width
        fills = [
            d["rect"] for d in page.get_drawings() if d["type"] == "f" and abs(d["rect"].x0 * scale - 260) < 2
        ]
    (fill,) = [f for f in fills if abs(f.width * scale - 300) < 2 and f.height * scale < 100]
    assert fill.y0 * scale == pytest.approx(186, abs=1)
    assert fill.height * scale == pytest.approx(50, abs=1)
