"""The check `missing-table-header`."""

from __future__ import annotations

from pathlib import Path

import deckgen
from tests.layout.decks import composed, data, table_draft

from .decks import codes


def test_a_table_without_header_is_a_remark(tmp_path: Path) -> None:
    deck = composed(tmp_path, [table_draft(data(None, "A | 1", "B | 2"))])
    (found,) = [f for f in deckgen.check(deck) if f.code == "missing-table-header"]
    assert found.severity is deckgen.Severity.INFO
    assert found.slide == "t"


def test_with_a_header_or_with_one_column_there_is_none(tmp_path: Path) -> None:
    drafts = [
        table_draft(data("A | B", "1 | 2"), ident="a"),
        table_draft(data(None, "eins", "zwei"), "Zwei", "b"),
    ]
    assert "missing-table-header" not in codes(composed(tmp_path, drafts))
