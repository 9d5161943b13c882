"""Checks look into the cells of tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.items import Cell, Table
from deckgen.theme.paint import Color
from tests.layout.decks import composed, data, table_draft

from .decks import codes

TABLE = data("Region | 2019 | 2020", "Nord | 1.240 | 1.350", "Süd | 410 | 400")


def changed(deck: Deck, change: Callable[[Cell], Cell]) -> Deck:
    """The deck with its table's cell in row 2, column 2 changed."""

    def in_table(table: Table) -> Table:
        row = table.rows[1]
        cells = (row.cells[0], change(row.cells[1]), *row.cells[2:])
        return replace(table, rows=(table.rows[0], replace(row, cells=cells), *table.rows[2:]))

    scene = deck.scenes[0]
    items = tuple(in_table(i) if isinstance(i, Table) else i for i in scene.items)
    return replace(deck, scenes=(replace(scene, items=items),))


def test_a_sound_table_has_no_finding(tmp_path: Path) -> None:
    assert codes(composed(tmp_path, [table_draft(TABLE)])) == []


def test_a_fill_that_hides_its_text_is_found(tmp_path: Path) -> None:
    deck = changed(composed(tmp_path, [table_draft(TABLE)]), lambda cell: replace(cell, fill=Color("tx1")))
    (found,) = [f for f in deckgen.check(deck) if f.code == "low-contrast"]
    assert "row 2, column 2" in found.message


def test_a_text_that_is_higher_than_its_row_is_found(tmp_path: Path) -> None:
    def taller(cell: Cell) -> Cell:
        assert cell.fit is not None
        return replace(cell, fit=replace(cell.fit, height=cell.fit.room + 5))

    assert codes(changed(composed(tmp_path, [table_draft(TABLE)]), taller)) == ["text-overflow"]


def test_a_table_that_leaves_the_slide_is_found(tmp_path: Path) -> None:
    deck = composed(tmp_path, [table_draft(TABLE)])
    scene = deck.scenes[0]
    items = tuple(
        replace(i, box=i.box.moved(0, 5_000_000)) if isinstance(i, Table) else i for i in scene.items
    )
    assert "off-slide" in codes(replace(deck, scenes=(replace(scene, items=items),)))


def test_words_of_a_table_count_and_its_figures_do_not(tmp_path: Path) -> None:
    figures = data("A | B | C | D | E", *("1,5 | 2,5 % | 3,5 | −4,5 | +5,5" for _ in range(6)))
    assert "crowded" not in codes(replace(composed(tmp_path, [table_draft(figures)]), profile="stage"))
    words = data(
        "A | B", *(f"Zeile {n} | Ein Satz mit einer ganzen Reihe von Worten darin" for n in range(6))
    )
    assert "crowded" in codes(replace(composed(tmp_path, [table_draft(words)]), profile="stage"))
