"""Tables: their grid, margins, merged cells, and what their style says of type."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.util import Emu, Pt

from deckgen.pptx_reader.deck import DeckFile
from deckgen.pptx_reader.records import Cell, Table
from deckgen.pptx_reader.tables import read_table, table_styles

from .decks import A, Foreign

pytestmark = pytest.mark.foreign_deck


def a_table(deck: Foreign, rows: int = 3, columns: int = 3) -> Any:
    return deck.slide.shapes.add_table(rows, columns, 0, 0, Emu(3_000_000), Emu(900_000)).table


def read(deck: Foreign) -> Table:
    found = next(s.table for s in deck.page().shapes if s.table is not None)
    assert found is not None
    return found


def cell(table: Table, row: int, column: int) -> Cell:
    return next(c for c in table.cells if (c.row, c.column) == (row, column))


def test_grid_margins_and_merged_cells() -> None:
    deck = Foreign()
    table = a_table(deck)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).text = "Mitte"
    table.cell(1, 1).margin_left = Emu(1000)
    found = read(deck)
    assert found.widths == (1_000_000,) * 3
    assert found.heights == (300_000,) * 3
    assert (cell(found, 0, 0).columns, cell(found, 1, 0).rows) == (2, 2)
    assert not [c for c in found.cells if (c.row, c.column) in ((0, 1), (2, 0))]
    body = cell(found, 1, 1).text.body
    assert (body.left, body.right, body.top, body.bottom) == (1000, 91_440, 45_720, 45_720)


def test_cells_take_sizes_from_the_presentation_and_bold_from_the_style() -> None:
    deck = Foreign()
    deck.run_properties("defaults").set("sz", "1400")
    table = a_table(deck)
    for row, text in enumerate(("Kopf", "Zelle")):
        table.cell(row, 0).text = text
    found = read(deck)
    head, body = (cell(found, row, 0).text.paragraphs[0].runs[0].style for row in (0, 1))
    assert (head.size, body.size) == (14.0, 14.0)
    assert (head.bold, body.bold) == (True, False)  # all of PowerPoint's own styles set a first row in bold
    table.cell(0, 0).text_frame.paragraphs[0].runs[0].font.bold = False
    table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size = Pt(9)
    found = read(deck)
    assert not cell(found, 0, 0).text.paragraphs[0].runs[0].style.bold
    assert cell(found, 1, 0).text.paragraphs[0].runs[0].style.size == 9.0


def test_a_decks_own_table_style_says_what_is_bold_and_in_which_font() -> None:
    style = (
        f'<a:tblStyleLst xmlns:a="{A[1:-1]}" def="{{1}}"><a:tblStyle styleId="{{aB}}" styleName="Eigen">'
        '<a:wholeTbl><a:tcTxStyle><a:fontRef idx="major"/></a:tcTxStyle></a:wholeTbl>'
        '<a:firstCol><a:tcTxStyle b="on" i="on"/></a:firstCol><a:firstRow><a:tcTxStyle b="off"/></a:firstRow>'
        "</a:tblStyle></a:tblStyleLst>"
    )
    tbl = etree.fromstring(
        f'<a:tbl xmlns:a="{A[1:-1]}"><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{{AB}}</a:tableStyleId></a:tblPr>'
        '<a:tblGrid><a:gridCol w="100"/><a:gridCol w="100"/></a:tblGrid>'
        + '<a:tr h="50"><a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>x</a:t></a:r></a:p></a:txBody></a:tc>'
        "<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>y</a:t></a:r></a:p></a:txBody></a:tc></a:tr>"
        * 2
        + "</a:tbl>"
    )
    from deckgen.pptx_reader.fonts import ThemeFonts
    from deckgen.pptx_reader.styles import Styles

    fonts = ThemeFonts({"mj-latin": "Georgia", "mn-latin": "Arial"}, {})
    table = read_table(tbl, table_styles(etree.fromstring(style)), lambda lists: Styles(lists, fonts))
    styles = {(c.row, c.column): c.text.paragraphs[0].runs[0].style for c in table.cells}
    assert {s.latin for s in styles.values()} == {"Georgia"}
    assert [(styles[at].bold, styles[at].italic) for at in ((0, 0), (0, 1), (1, 0), (1, 1))] == [
        (False, True), (False, False), (True, True), (False, False),
    ]  # fmt: skip


def test_a_deck_without_table_styles_is_read(tmp_path: Any) -> None:
    deck = Foreign()
    a_table(deck)
    deck.save(tmp_path / "a.pptx")
    with (tmp_path / "a.pptx").open("rb") as file:
        assert DeckFile(file).table_styles() == {}
