"""What counts as a number in a table, and what a highlight names."""

from __future__ import annotations

import pytest

from deckgen.layout.table_facts import is_number, marks_of, number_columns

from .decks import data


@pytest.mark.parametrize(
    "text",
    [
        "8,4", "−4,3", "-4,3", "+12", "±0", "1.234,50", "1,234.50", "1 234", "1\u202f234", "12 %", "12\u00a0%", "3‰", "12,4 Mio. €",
        "€ 5", "€5.00", "$1,200", "-$5", "(1,200)", "CHF 3'400", "2021", "5 Tsd.", "2,5x", "ca. 30", "~5", "3,4 Mrd. €", "12*", "0",
    ],
)  # fmt: skip
def test_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text",
    ["", "15. März", "F&E", "Zeile 1", "A4", "3 Tage lang", "–", "1. Quartal 2021", "5 bis 7", "07.-08. Mai"],
)
def test_words(text: str) -> None:
    assert not is_number(text)


def test_a_column_is_one_of_numbers_if_all_that_stands_in_it_is() -> None:
    table = data("A | B | C | D", "eins | 1 | – | 1", "zwei |  | – | zwei", "drei | 3 %")
    assert number_columns(table) == (False, True, False, False)


def test_a_highlight_names_rows_columns_and_numbers() -> None:
    table = data("Name | Wert", "Nord | 1", "Süd | 2", "nord | 3")
    marks = marks_of(table, ("NORD", "Wert", "2", "9", "West"))
    assert marks.rows == {0, 1, 2}
    assert marks.columns == {1}
    assert marks.unknown == ("9", "West")
