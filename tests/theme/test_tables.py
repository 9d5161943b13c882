"""`table:` of a theme: what can be said of tables, and what its author sees when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.scene.items import Table
from deckgen.theme.table_records import TableSpec
from deckgen.units import points, to_points
from tests.layout.decks import composed, data, table_draft

from .test_themes import NAMES, codes, made, sound

LEDGER = """
extends: plain
styles:
  td: {size: 20, leading: 28, ladder: [20, 18]}
  td-bold: {like: td, bold: true}
table:
  head: {style: {size: 18, leading: 26, bold: true, ladder: [18]}, color: muted, height: 41}
  body: {style: td}
  first: {style: td-bold}
  highlight: {fill: tint}
  rules: {head: {color: text, width: 1.5}, row: {color: line, width: 0.75}, last: {color: line, width: 0.75}}
  pitch: [49, 40]
  maximum: 7
  insets: [12, 5]
  bleed: 12
"""
GRID = """
extends: plain
styles:
  td: {size: 22, leading: 30, ladder: [22, 20, 18]}
  th: {like: td, bold: true}
table:
  head: {style: th, color: on-primary, fill: primary, height: 42, anchor: middle}
  body: {style: td, fill: surface}
  first: {style: td}
  rules:
    head: {color: text, width: 1.5}
    row: {color: text, width: 1.5}
    column: {color: text, width: 1.5}
    outer: {color: text, width: 1.5}
  pitch: [56, 46]
  maximum: 6
  insets: [16, 6]
  bleed:
"""
GAPS = data(
    "Touchpoint | Verantwortlich | Wichtig | Erlebt | Lücke",
    "Rechnung | Controlling | 8,4 | 4,1 | **−4,3**",
    "Telefon | Empfang | 8,9 | 5,2 | **−3,7**",
    "Lieferung | Logistik | 9,1 | 7,6 | −1,5",
)


def spec_of(folder: Path, text: str) -> TableSpec:
    theme, findings = made(folder, text)
    assert findings == []
    assert theme is not None
    assert theme.table is not None
    return theme.table


def drawn(folder: Path, text: str, **more: object) -> Table:
    """The table GAPS in a theme of the project."""
    made(folder, text)
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    deck = composed(folder, [table_draft(GAPS, **more)], "acme")
    assert [f for f in deckgen.check(deck) if f.severity is not deckgen.Severity.INFO] == []
    deckgen.write(deck, folder / "acme.pptx")
    (table,) = [i for i in deck.scenes[0].walk() if isinstance(i, Table)]
    return table


@pytest.mark.parametrize("name", NAMES)
def test_shipped_themes_have_tables_with_a_look(name: str) -> None:
    theme = sound(name)
    placeholder = theme.looks["table"].placeholder("table")
    assert placeholder is not None
    assert (placeholder.type, placeholder.idx) == ("tbl", 29)
    assert placeholder.table == theme.table is not None


def test_a_ledger_with_key_rows(tmp_path: Path) -> None:
    table = drawn(tmp_path, LEDGER, highlight=("Rechnung", "Telefon"))
    assert [to_points(r.height) for r in table.rows] == [41, 49, 49, 49]
    assert table.box.x == sound("plain").looks["table"].placeholder("table").box.x  # type: ignore[union-attr]
    assert {row.cells[0].text.insets[0] for row in table.rows if row.cells[0].text.insets} == {points(12)}
    assert [row.cells[1].fill is not None for row in table.rows] == [False, True, True, False]
    assert [row.cells[0].bottom.width if row.cells[0].bottom else 0 for row in table.rows] == [
        19_050,
        9_525,
        0,
        9_525,
    ]
    assert all(c.left is None and c.right is None for row in table.rows for c in row.cells)


def test_a_full_grid_with_a_filled_header(tmp_path: Path) -> None:
    table = drawn(tmp_path, GRID)
    strokes = [s for row in table.rows for c in row.cells for s in (c.left, c.top, c.right, c.bottom)]
    assert {s.width if s else 0 for s in strokes} == {19_050}
    assert all(c.fill is not None for row in table.rows for c in row.cells)
    assert [to_points(r.height) for r in table.rows] == [42, 56, 56, 56]
    assert {c.text.insets[0] for row in table.rows for c in row.cells if c.text.insets} == {points(16)}
    assert {c.text.anchor for c in table.rows[0].cells} == {"middle"}


def test_bands_tint_every_second_row(tmp_path: Path) -> None:
    table = drawn(tmp_path, "extends: plain\ntable: {band: tint}")
    assert [row.cells[0].fill is not None for row in table.rows] == [False, False, True, False]
    assert table.banded


def test_a_look_may_draw_its_table_otherwise(tmp_path: Path) -> None:
    own = "extends: plain\nlooks: {table: {placeholders: {table: {box: [1, 2, 9, 4], table: {pitch: 60}}}}}"
    theme, findings = made(tmp_path, own)
    assert findings == []
    assert theme is not None and theme.table is not None
    inner = theme.looks["table"].placeholder("table")
    assert inner is not None and inner.table is not None
    assert (inner.table.pitch, theme.table.pitch) == (points(60), points(48))
    assert inner.table.body == theme.table.body


def test_a_theme_without_tables_draws_those_of_plain_in_its_own_colours(tmp_path: Path) -> None:
    plain = Path(deckgen.__file__).parent / "data/themes/plain/theme.yaml"
    own = plain.read_text(encoding="utf-8").replace("#14181F", "#20242B")
    without = own[: own.index("\ntable:")] + own[own.index("\nlet:") : own.index("\nlooks:")]
    spec = spec_of(tmp_path, without)
    assert spec == sound("plain").table


@pytest.mark.parametrize(
    ("table", "code", "word"),
    [
        ("{heads: {}}", "unknown-key", "head"),
        ("{body: {style: rows}}", "unknown-style", "row"),
        ("{rules: {row: {color: lines}}}", "unknown-color", "line"),
        ("{rules: {rows: {width: 1}}}", "unknown-key", "row"),
        ("{pitch: [58, 44, 30]}", "theme-value", "2 numbers"),
        ("{maximum: many}", "theme-value", "number"),
        ("{head: {style: title}}", "theme-value", "body font"),
        ("{highlight: {fill: text}}", "theme-contrast", "text on text"),
        ("[1, 2]", "theme-value", "map"),
    ],
)
def test_what_a_table_cannot_mean_is_said(tmp_path: Path, table: str, code: str, word: str) -> None:
    _, findings = made(tmp_path, f"extends: plain\ntable: {table}")
    assert code in codes(findings)
    found = next(f for f in findings if f.code == code)
    assert word in f"{found.message} {found.fix}"
    assert found.span is not None and found.span.file == "themes/acme/theme.yaml"


def test_a_table_placeholder_has_no_type_of_its_own(tmp_path: Path) -> None:
    look = "looks: {table: {placeholders: {table: {box: [1, 2, 9, 4], style: title}}}}"
    _, findings = made(tmp_path, f"extends: plain\n{look}")
    assert codes(findings) == {"unknown-key"}
