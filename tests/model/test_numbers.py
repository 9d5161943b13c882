"""Numbers as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.model.cell_format import shown
from deckgen.model.number_format import number_format
from deckgen.model.numbers import decimal_sign, figure, group_sign, missing

from .data_talks import chart


def typed(value: float, lang: str, places: int, minus: str, group: str) -> str:
    """`value` as it is written in a language."""
    text = f"{abs(value):,.{places}f}".replace(",", "G").replace(".", decimal_sign(lang)).replace("G", group)
    return (minus if value < 0 else "") + text


@given(
    st.integers(-(10**12), 10**12),
    st.integers(0, 6),
    st.sampled_from(["de", "en", "fr", "it", "es", "de-CH"]),
    st.sampled_from(["-", "−", "–", "- "]),
    st.booleans(),
    st.sampled_from(["", " %", "%", "\u00a0€", " Mio. €", "€"]),
)
def test_what_is_written_in_a_language_is_read_back(
    digits: int, places: int, lang: str, minus: str, grouped: bool, unit: str
) -> None:
    value = round(digits / 10**places, places)
    text = typed(value, lang, places, minus, group_sign(lang) if grouped else "") + unit
    read = figure(text)
    found = (read.value(decimal_sign(lang)), read.unit) if read is not None else None
    assert found is not None, text
    assert found == (value, unit.strip().replace("\u00a0", ""))


@given(st.text(alphabet="0123456789.,'’ \u00a0-+−()€%eEkM", max_size=14))
def test_no_text_is_read_as_two_numbers_unless_a_group_of_three_is_the_reason(text: str) -> None:
    found = figure(text)
    if found is None or found.decided:
        return
    assert found.comma is not None and found.point is not None
    larger, smaller = max(abs(found.comma), abs(found.point)), min(abs(found.comma), abs(found.point))
    assert larger == pytest.approx(smaller * 1000)


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=12))
def test_a_plain_number_is_read_as_one_with_a_blank_before_it(text: str) -> None:
    assert figure(text) == figure(f" {text}")  # the short way and the long one


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(-1e15, 1e15, allow_nan=False))
def test_plain_floats_come_back_through_a_talk(tmp_path: Path, value: float) -> None:
    found, findings = chart(tmp_path, f"{{a: {value!r}, b: 0.5, c: 1.25}}")
    assert found is not None, [str(f) for f in findings]
    assert found.series[0].values == (value, 0.5, 1.25)


@pytest.mark.parametrize(
    ("text", "comma", "point", "unit"),
    [
        ("1.234,56", 1234.56, None, ""),
        ("1,234.56", None, 1234.56, ""),
        ("1 234,56", 1234.56, None, ""),
        ("1'234.50", None, 1234.5, ""),
        ("1.234", 1234, 1.234, ""),
        ("0.123", None, 0.123, ""),
        ("12.345.678", 12345678, None, ""),
        ("1234567", 1234567, 1234567, ""),
        ("007", 7, 7, ""),
        (",5", 0.5, None, ""),
        ("(1.250,00 €)", -1250, None, "€"),
        ("1.250,00-", -1250, None, ""),
        ("− 3", -3, -3, ""),
        ("€ -5", -5, -5, "€"),
        ("$3.5M", None, 3.5, "M $"),
        ("3,5 Mio. €", 3.5, None, "Mio. €"),
        ("120 T€", 120, 120, "T€"),
        ("12 Prozent", 12, 12, "%"),
        ("1,2E+05", 120000, None, ""),
        ("5 EUR", 5, 5, "€"),
    ],
)
def test_numbers(text: str, comma: float | None, point: float | None, unit: str) -> None:
    found = figure(text)
    assert found is not None
    assert (found.comma, found.point, found.unit) == (comma, point, unit)


@pytest.mark.parametrize(
    "text",
    ["12 Stück", "5.", "1,5,2", "1.23.456", "9:00", "2021-01-04", "04.01.2021", "3 m", "%", "€", "--5", "(-5)", "1e999", "٣", "²", "9" * 90, "0x1F", "1_000", "inf"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert figure(text) is None


@pytest.mark.parametrize("text", ["", " ", "-", "–", "n/a", "N/A", "k. A.", "k.\u00a0A.", "#NV", "NaN", "."])
def test_what_stands_for_no_number(text: str) -> None:
    assert missing(text)
    assert figure(text) is None


@pytest.mark.parametrize("lang", ["de-AT", "es-MX", "en-ZA", "gl", "vi", "fr-CA", "pt-PT", "xx"])
def test_what_is_read_and_what_is_written_agree(lang: str) -> None:
    written = number_format("", "#,##0.00", lang, ()).text(12345.5)
    assert written == f"12{group_sign(lang)}345{decimal_sign(lang)}50"
    assert shown(12345.5, "#,##0.00", lang).text == written
