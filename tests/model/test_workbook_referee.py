"""openpyxl as referee: what it writes is read here as it reads it."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.model.cell_format import moment, shown

from .data_talks import chart, good_table, texts
from .workbooks import by_hand

if os.environ.get("CI", "").lower() in ("1", "true"):
    import openpyxl
else:
    openpyxl = pytest.importorskip("openpyxl")

TEXT = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=10).filter(
    lambda text: not text.startswith("=")
)
NUMBER = st.integers(-(10**9), 10**9) | st.floats(-1e12, 1e12, allow_nan=False)
ROWS = st.lists(st.tuples(TEXT, NUMBER, st.none() | NUMBER), min_size=1, max_size=8)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, st.integers(0, 3), st.integers(0, 3))
def test_a_chart_has_the_values_that_openpyxl_reads(
    tmp_path: Path, rows: list[tuple[str, Any, Any]], down: int, right: int
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row, values in enumerate([("Ort", "U", "V"), *rows, ("Ende", 0, 0)], 1 + down):
        for column, value in enumerate(values, 1 + right):
            sheet.cell(row, column, value)
    book.save(tmp_path / "o.xlsx")
    read = openpyxl.load_workbook(tmp_path / "o.xlsx", data_only=True).active
    expected = list(read.iter_rows(min_row=2 + down, min_col=1 + right, values_only=True))
    found, findings = chart(tmp_path, "o.xlsx")
    assert found is not None, [str(f) for f in findings]
    assert [s.values for s in found.series] == [tuple(r[1] for r in expected), tuple(r[2] for r in expected)]
    assert list(found.categories) == [" ".join(str(r[0]).split()) for r in expected]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.datetimes(datetime.datetime(1900, 3, 1), datetime.datetime(2100, 1, 1)), min_size=1, max_size=5
    )
)
def test_dates_are_those_that_openpyxl_writes(tmp_path: Path, dates: list[datetime.datetime]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["n", "d"])
    for number, date in enumerate(dates):
        book.active.append([number, date.replace(microsecond=0)])
        book.active.cell(number + 2, 2).number_format = "yyyy-mm-dd hh:mm:ss"
    book.save(tmp_path / "d.xlsx")
    expected = [f"{date:%Y-%m-%d %H:%M:%S}" for date in dates]
    assert [row[1] for row in texts(good_table(tmp_path, "d.xlsx"))[1:]] == expected


def test_serial_numbers_are_days_as_openpyxl_counts_them() -> None:
    from_excel = openpyxl.utils.datetime.from_excel
    for serial in (1, 2, 58, 59, 61, 62, 366, 44197, 44197.5, 2958465):
        assert moment(serial) == from_excel(serial)
    assert moment(-1) is None and moment(1e9) is None


FORMAT = st.lists(
    st.sampled_from(["0", "#", "?", ".", ",", "%", ";", "-", '"x"', "\\y", "_)", "* ", "[Red]", "[$€-407]", "[>5]", "[h]", "E+", "E", "yy", "m", "mmmmm", "d", "h", "s", "AM/PM", "@", "General", "/", "(", "[", '"', "\\"]),
    max_size=10,
).map("".join)  # fmt: skip


@settings(max_examples=500)
@given(
    FORMAT,
    st.floats(-1e300, 1e300, allow_nan=False) | st.floats(-1e6, 1e6),
    st.sampled_from(["de", "en", "ja"]),
)
def test_any_number_format_shows_something_of_any_number(code: str, value: float, lang: str) -> None:
    found = shown(value, code, lang)
    assert len(found.text) < 2000


XML = st.sampled_from(
    ["<row>", "</row>", '<row r="2">', "<c>", "</c>", '<c r="B2">', '<c t="s">', '<c t="b">', '<c t="e">', '<c t="inlineStr">', "<is>", "</is>", "<t>", "</t>", "<v>", "</v>", "1", "x", "<f/>", "<rPh>", "</rPh>", "&amp;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<?x?>", '<c s="99">', '<row r="-1">', '<row hidden="1">', '<c r="XFD1048576">']
)  # fmt: skip


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(XML, max_size=14).map("".join))
def test_no_xml_brings_the_reader_down(tmp_path: Path, rows: str) -> None:
    found, findings = chart(tmp_path, by_hand(tmp_path / "x.xlsx", rows))
    assert (found is None) == findings.has_errors
