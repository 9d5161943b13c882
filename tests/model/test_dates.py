"""Dates as people write them in their language."""

from __future__ import annotations

import datetime

import pytest

from deckgen.model.dates import format_date


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("de", "1. März 2021"), ("de-du", "1. März 2021"), ("en", "March 1, 2021"), ("en-GB", "1 March 2021"), ("fr", "1er mars 2021"),
        ("es-MX", "1 de marzo de 2021"), ("it", "1º marzo 2021"), ("nl", "1 maart 2021"), ("pl", "1 marca 2021"), ("hu", "2021. március 1."),
        ("nb", "1. mars 2021"), ("ja", "2021年3月1日"), ("ga", "2021-03-01"),
    ],
)  # fmt: skip
def test_a_date_prints_in_the_language(lang: str, shown: str) -> None:
    assert format_date(datetime.date(2021, 3, 1), lang) == shown


def test_austria_has_its_own_january() -> None:
    assert format_date(datetime.date(2021, 1, 4), "de-AT") == "4. Jänner 2021"
