"""Numbers by language: as text, and as the format code of charts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.number_format import number_format

NBSP, THIN = "\u00a0", "\u202f"


def shown(value: float, lang: str, pattern: str = "", unit: str = "") -> str:
    return number_format(unit, pattern, lang, [value]).text(value)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "−1.234,5"), ("de-CH", "−1’234.5"), ("de-AT", f"−1{NBSP}234,5"), ("en-GB", "−1,234.5"),
        ("fr", f"−1{THIN}234,5"), ("es", "−1234,5"), ("it", "−1234,5"), ("pl", "−1234,5"), ("sv", f"−1{NBSP}234,5"),
        ("xx", "−1,234.5"),
    ],
)  # fmt: skip
def test_separators_are_the_languages_own(lang: str, text: str) -> None:
    assert shown(-1234.5, lang) == text


@pytest.mark.parametrize(
    ("lang", "pattern", "unit", "value", "text"),
    [
        ("de", "", "%", 64, f"64{NBSP}%"), ("en", "", "%", 64, "64%"), ("fr", "", "%", 64, f"64{THIN}%"),
        ("de", "percent", "", 0.64, f"64{NBSP}%"), ("de", "percent 0.0", "", 0.125, f"12,5{NBSP}%"), ("en", "0%", "", 0.64, "64%"),
        ("de", "currency EUR", "", 1234.5, f"1.234,50{NBSP}€"), ("en", "currency EUR", "", 1234.5, "€1,234.50"),
        ("de", "currency EUR", "", 1200, f"1.200{NBSP}€"), ("nl", "currency EUR", "", 12, f"€{NBSP}12"),
        ("en", "currency CHF", "", 12, f"CHF{NBSP}12"), ("ja", "currency JPY", "", 1200.4, "¥1,200"),
        ("de", "#,##0.0", "Mio. €", 1234.56, f"1.234,6{NBSP}Mio.{NBSP}€"), ("de", "+0.0", "", 0.25, "+0,3"),
        ("de", "0", "", 12345, "12345"), ("de", "", "°", 3, "3°"), ("en", "", "€", 3, "€3"),
    ],
)  # fmt: skip
def test_units_and_formats(lang: str, pattern: str, unit: str, value: float, text: str) -> None:
    assert shown(value, lang, pattern, unit) == text


def test_places_are_as_many_as_the_values_need_and_halves_round_away_from_zero() -> None:
    assert [number_format("", "", "de", v).places for v in ([1, 2], [1, 2.5], [0.1 + 0.2], [1 / 3])] == [
        0,
        1,
        1,
        2,
    ]
    assert shown(2.5, "de", "0") == "3"
    assert shown(-2.5, "de", "0") == "−3"
    assert shown(1.005, "en", "0.00") == "1.01"
    assert shown(-0.2, "de", "0") == "0"


@pytest.mark.parametrize("pattern", ["x", "percent EUR", "currency", "currency Euro", "0.0.0", "##", '0"%'])
def test_what_is_no_format_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        number_format("", pattern, "de", [])


@pytest.mark.parametrize(
    ("pattern", "unit", "code"),
    [
        ("", "%", f'#,##0"{NBSP}%";"−"#,##0"{NBSP}%"'),
        ("percent", "", f'#,##0"{NBSP}"%;"−"#,##0"{NBSP}"%'),
        ("+0.0", "", '+0.0;"−"0.0;0.0'),
        ("", 'Zoll "', f'#,##0"{NBSP}Zoll{NBSP}″";"−"#,##0"{NBSP}Zoll{NBSP}″"'),
    ],
)
def test_codes_have_english_separators_and_the_real_minus(pattern: str, unit: str, code: str) -> None:
    assert number_format(unit, pattern, "de", [12]).code == code


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_can_be_written(value: float) -> None:
    text = shown(value, "de")
    assert text.strip("−").replace(".", "").replace(",", "").isdigit()
