"""Excel files as sources of tables and charts, and those that are hostile or no Excel files at all."""

from __future__ import annotations

import datetime
import struct
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.findings import Severity

from .data_talks import chart, good_chart, good_table, places, table, texts
from .workbooks import MAIN, by_hand, written

HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Q</t></is></c><c r="B1" t="inlineStr"><is><t>U</t></is></c></row>'
ROWS = HEAD + '<row r="2"><c r="A2" t="inlineStr"><is><t>Q1</t></is></c><c r="B2"><v>3.5</v></c></row>'


def sales(book: xlsxwriter.Workbook) -> None:
    """Three columns with formats, and a second sheet."""
    euro = book.add_format({"num_format": '#,##0.00\\ "€"'})
    percent = book.add_format({"num_format": "0.0%"})
    sheet = book.add_worksheet("Umsätze")
    for row, values in enumerate([("Jahr", "Umsatz", "Anteil"), (2019, 1234.5, 0.125), (2020, 2000, 0.07)]):
        for column, value in enumerate(values):
            sheet.write(row, column, value, (None, euro, percent)[column] if row else None)
    other = book.add_worksheet("Tabelle 2")
    other.write_row(2, 1, ["a", "b"])
    other.write_row(3, 1, ["x", 7])


def test_a_workbook_is_a_table_as_it_looks_and_a_chart_by_its_numbers(tmp_path: Path) -> None:
    name = written(tmp_path / "u.xlsx", sales)
    assert texts(good_table(tmp_path, name)) == [
        ["Jahr", "Umsatz", "Anteil"],
        ["2019", "1.234,50 €", "12,5\u00a0%"],
        ["2020", "2.000,00 €", "7,0\u00a0%"],
    ]
    assert texts(good_table(tmp_path, name, "en"))[1] == ["2019", "1,234.50 €", "12.5%"]
    found = good_chart(tmp_path, name)
    assert found.categories == ("2019", "2020")
    assert [(s.name, s.values, s.unit) for s in found.series] == [
        ("Umsatz", (1234.5, 2000.0), "€"),
        ("Anteil", (12.5, 7.0), "%"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "u.xlsx#Tabelle 2",
        "{file: u.xlsx, sheet: tabelle 2}",
        "{file: u.xlsx, sheet: Tabelle 2, range: 'B3:C4'}",
    ],
)
def test_sheet_and_range_choose(tmp_path: Path, source: str) -> None:
    written(tmp_path / "u.xlsx", sales)
    assert texts(good_table(tmp_path, source)) == [["a", "b"], ["x", "7"]]


def test_an_unknown_sheet_is_told_with_those_there_are(tmp_path: Path) -> None:
    written(tmp_path / "u.xlsx", sales)
    found, findings = table(tmp_path, "u.xlsx#Umsatze")
    assert found is None
    assert places(findings) == [("sheet-missing", "talk.yaml:4:12")]
    assert "Umsätze, Tabelle 2" in str(next(iter(findings)))
    assert places(table(tmp_path, "{file: talk.md, sheet: x}")[1]) == [("file-missing", "talk.yaml:4:19")]


@pytest.mark.parametrize(
    ("value", "code", "de", "en"),
    [
        (datetime.date(2021, 1, 4), "dd/mm/yyyy", "04/01/2021", "04/01/2021"),
        (datetime.date(2021, 3, 4), "mmm yy", "Mrz 21", "Mar 21"),
        (datetime.date(2021, 3, 4), "mmmm yyyy", "März 2021", "March 2021"),
        (datetime.date(2021, 1, 4), 14, "04.01.2021", "2021-01-04"),
        (datetime.date(2021, 1, 4), "[$-407]d/ mmmm yyyy;@", "4/ Januar 2021", "4/ January 2021"),
        (0.375, "hh:mm", "09:00", "09:00"),
        (1.5, "[h]:mm", "36:00", "36:00"),
        (0.75, "h:mm AM/PM", "6:00 PM", "6:00 PM"),
        (3500000, '0.0,,"\u00a0Mio. €"', "3,5\u00a0Mio. €", "3.5\u00a0Mio. €"),
        (-5.5, "#,##0.00;[Red](#,##0.00)", "(5,50)", "(5.50)"),
        (0, '0;-0;"–"', "–", "–"),
        (5, '0" Stück"', "5 Stück", "5 Stück"),
        (7, "00000", "00007", "00007"),
        (0.145, "0%", "15\u00a0%", "15%"),
        (1.5, "General", "1,5", "1.5"),
        (12345.678, "0.00E+00", "1,23E+04", "1.23E+04"),
        (0.1 + 0.2, "", "0,3", "0.3"),
        (1e15, "", "1000000000000000", "1000000000000000"),
        (2.5, "# ?/?", "2,5", "2.5"),
        (1234.5, "[$$-409]#,##0.00", "$1.234,50", "$1,234.50"),
        (True, "", "WAHR", "TRUE"),
    ],
)
def test_cells_show_what_excel_shows_in_the_talks_language(
    tmp_path: Path, value: Any, code: Any, de: str, en: str
) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write(1, 0, "x")
        style = book.add_format({"num_format": code} if code != "" else {})
        if isinstance(value, datetime.date):
            sheet.write_datetime(1, 1, datetime.datetime(value.year, value.month, value.day), style)
        else:
            sheet.write(1, 1, value, style)

    name = written(tmp_path / "f.xlsx", fill)
    assert texts(good_table(tmp_path, name))[1][1] == de
    assert texts(good_table(tmp_path, name, "en"))[1][1] == en


def test_a_date_can_be_a_label_and_no_value(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        day = book.add_format({"num_format": "mmm yy"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Monat", "U", "Tag"])
        sheet.write(1, 0, 44197, day)
        sheet.write(1, 1, 3)
        sheet.write(1, 2, 44197, day)
        sheet.write(2, 2, 5)
        sheet.write(2, 0, "x")

    name = written(tmp_path / "d.xlsx", fill)
    assert good_chart(tmp_path, f"{{file: {name}, range: A:B}}").categories == ("Jan 21", "x")
    found, findings = chart(tmp_path, name)
    assert found is None
    assert places(findings) == [("no-number", "d.xlsx:2:3")]
    assert "cell C2: 'Jan 21' of 'Tag' is no number (a date)" in str(next(iter(findings)))


def test_the_1904_calendar(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write(1, 0, "x")
        sheet.write_datetime(
            1, 1, datetime.datetime(2021, 1, 4), book.add_format({"num_format": "yyyy-mm-dd"})
        )

    with xlsxwriter.Workbook(str(tmp_path / "m.xlsx"), {"date_1904": True}) as book:
        fill(book)
    assert texts(good_table(tmp_path, "m.xlsx"))[1][1] == "2021-01-04"


def test_hidden_rows_and_columns_are_left_out_and_told_of(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, values in enumerate([("Q", "x", "U"), ("A", 9, 1), ("B", 9, 2), ("C", 9, 3)]):
            sheet.write_row(row, 0, values)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_column(10, 16383, None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})

    name = written(tmp_path / "h.xlsx", fill)
    found, findings = table(tmp_path, name)
    assert found is not None and texts(found) == [["Q", "U"], ["A", "1"], ["C", "3"]]
    assert [(f.code, f.severity) for f in findings] == [
        ("hidden-rows", Severity.INFO),
        ("hidden-columns", Severity.INFO),
    ]
    assert [f.message.rpartition(" ")[2] for f in findings] == ["3", "B"]


def test_hidden_sheets_are_passed_over_unless_named(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name in ("Geheim", "Offen"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["a", "b"])
            sheet.write_row(1, 0, [name, 1])
        book.get_worksheet_by_name("Offen").activate()
        book.get_worksheet_by_name("Offen").set_first_sheet()
        book.get_worksheet_by_name("Geheim").hide()

    written(tmp_path / "g.xlsx", fill)
    assert texts(good_table(tmp_path, "g.xlsx"))[1][0] == "Offen"
    assert texts(good_table(tmp_path, "g.xlsx#Geheim"))[1][0] == "Geheim"


def test_merged_cells_are_told_of(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.merge_range("A2:A3", "x")
        sheet.write(1, 1, 1)
        sheet.write(2, 1, 2)
        sheet.merge_range("F9:G9", "")

    name = written(tmp_path / "m.xlsx", fill)
    found, findings = table(tmp_path, name)
    assert found is not None and texts(found) == [["a", "b"], ["x", "1"], ["", "2"]]
    assert places(findings) == [("merged-cells", "m.xlsx:1:1")]
    assert "A2:A3" in str(next(iter(findings))) and "F9" not in str(next(iter(findings)))


def test_formulas_give_their_results_and_those_without_are_told_of(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2" t="str"><f>"x"</f><v>x</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>'
    assert texts(good_table(tmp_path, by_hand(tmp_path / "f.xlsx", HEAD + row)))[1] == ["x", "2"]
    for empty in ("<f>1+1</f>", "<f>1+1</f><v/>", "<f>1+1</f><v></v>"):
        row = f'<row r="2"><c r="A2"><v>1</v></c><c r="B2">{empty}</c></row>'
        found, findings = chart(tmp_path, by_hand(tmp_path / "f.xlsx", HEAD + row))
        assert found is None
        assert places(findings) == [("cell-fault", "f.xlsx:2:2")]
        assert "B2" in str(next(iter(findings))) and "open the file in Excel" in str(next(iter(findings)))


def test_excels_errors_are_told_of(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row>'
    found, findings = table(tmp_path, by_hand(tmp_path / "e.xlsx", HEAD + row))
    assert found is None
    assert places(findings) == [("cell-fault", "e.xlsx:2:2")]
    assert "#REF!" in str(next(iter(findings)))


def test_texts_without_phonetics_escapes_and_markup(tmp_path: Path) -> None:
    strings = (
        "<si><t>a</t></si><si><r><t>b</t></r><r><rPr><b/></rPr><t>c</t></r><rPh sb='0' eb='1'><t>kana</t></rPh></si>"
        "<si><t>x_x000D_\ny **z**</t></si>"
    )
    rows = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c><v>1</v></c></row>'
    )
    name = by_hand(tmp_path / "s.xlsx", rows, strings=strings)
    assert texts(good_table(tmp_path, name)) == [["a", "bc"], ["x\vy **z**", "1"]]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', "workbook-broken"),
        ('<row r="1"><c r="A1"><v>x</v></c></row>', "workbook-broken"),
        ('<row r="9999999"><c r="A9999999"><v>1</v></c></row>', "workbook-broken"),
        ('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "workbook-broken"),
        ('<row r="1"><c r="A1"><v>1</row>', "workbook-broken"),
        ("", "no-data"),
        (HEAD, "no-data"),
        ("<a>" * 100, "workbook-broken"),
        ("".join(f"<row><c><v>{n}</v></c></row>" for n in range(50_000)), "too-many-rows"),
        ("<row>" + "<c><v>1</v></c>" * 100 + "</row>", "too-many-columns"),
        (f"<row><c t='str'><v>{'x' * 3000}</v></c></row>", "cell-too-long"),
        (f"<row><c><v>{'9' * 5000}</v></c></row>", "workbook-broken"),
        ("<row><c t='str'><v>a_x0007_b</v></c></row>", "cell-fault"),
    ],
)
def test_broken_and_oversized_sheets_are_refused(tmp_path: Path, rows: str, code: str) -> None:
    found, findings = table(tmp_path, by_hand(tmp_path / "x.xlsx", rows))
    assert found is None
    assert [c for c, _ in places(findings)] == [code]


BILLION = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BILLION, EXTERNAL, "<!DOCTYPE worksheet>"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
def test_a_doctype_is_refused_in_any_part(tmp_path: Path, doctype: str, part: str) -> None:
    name = by_hand(tmp_path / "x.xlsx", ROWS)
    with zipfile.ZipFile(tmp_path / name) as archive:
        text = archive.read(part).decode()
    by_hand(tmp_path / "x.xlsx", ROWS, parts={part: doctype + text})
    found, findings = table(tmp_path, name)
    assert found is None
    assert [code for code, _ in places(findings)] == ["workbook-doctype"]


def bombed(path: Path, size: int) -> str:
    """A workbook whose sheet unpacks to `size` bytes of blanks."""
    with zipfile.ZipFile(path.parent / by_hand(path, ROWS)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    with_blanks = sheet.replace(b"<sheetData>", b"<sheetData>" + b" " * size)
    return by_hand(path, ROWS, parts={"xl/worksheets/sheet1.xml": with_blanks})


@pytest.mark.parametrize(("size", "code"), [(20 * 1024**2, "workbook-bomb"), (70 * 1024**2, "too-large")])
def test_bombs_are_refused_without_unpacking(tmp_path: Path, size: int, code: str) -> None:
    name = bombed(tmp_path / "b.xlsx", size)
    tracemalloc.start()
    try:
        found, findings = table(tmp_path, name)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found is None
    assert [c for c, _ in places(findings)] == [code]
    assert peak < 24 * 1024**2


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    name = bombed(tmp_path / "b.xlsx", 20 * 1024**2)
    data = bytearray((tmp_path / name).read_bytes())
    with zipfile.ZipFile(tmp_path / name) as archive:
        real = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = data.find(struct.pack("<I", real))
    while at >= 0:  # in the part's own header and in the directory
        data[at : at + 4] = struct.pack("<I", 5000)
        at = data.find(struct.pack("<I", real))
    (tmp_path / name).write_bytes(data)
    tracemalloc.start()
    try:
        found, findings = table(tmp_path, name)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found is None
    assert [c for c, _ in places(findings)] == ["workbook-broken"]
    assert peak < 24 * 1024**2


def test_links_out_of_the_package_are_never_followed(tmp_path: Path) -> None:
    relations = '<Relationships><Relationship Id="r1" TargetMode="External" Type="x/worksheet" Target="file:///etc/passwd"/></Relationships>'
    found, findings = table(
        tmp_path, by_hand(tmp_path / "l.xlsx", ROWS, parts={"xl/_rels/workbook.xml.rels": relations})
    )
    assert found is None
    assert [c for c, _ in places(findings)] == ["no-data"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "workbook-locked", "without one"),
        ("a.xlsx", OLE, "data-type", "old .xls"),
        ("a.xls", OLE, "data-type", "save it as .xlsx"),
        ("a.ods", b"PK\x03\x04", "data-type", "LibreOffice"),
        ("a.xlsx", b"a;b\n1;2\n", "data-type", "rename it to .csv"),
        ("a.xlsx", b"<html><table>", "data-type", "a web page"),
        ("a.xlsx", b"", "data-type", "no workbook"),
        ("a.xlsx", b"PK\x03\x04 and no more", "workbook-broken", "damaged"),
        ("a.json", b"{}", "data-type", "as CSV"),
    ],
)
def test_what_is_no_workbook_says_what_to_do(
    tmp_path: Path, name: str, data: bytes, code: str, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    found, findings = table(tmp_path, name)
    assert found is None
    assert [c for c, _ in places(findings)] == [code]
    assert words in str(next(iter(findings)))


def test_other_packages_are_named(tmp_path: Path) -> None:
    for part, text, words in (
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument"),
        ("word/document.xml", "<x/>", "Word"),
    ):
        with zipfile.ZipFile(tmp_path / "o.xlsx", "w") as archive:
            archive.writestr(part, text)
        found, findings = table(tmp_path, "o.xlsx")
        assert found is None
        assert [c for c, _ in places(findings)] == ["data-type"]
        assert words in str(next(iter(findings)))


def test_strict_workbooks_are_read_too(tmp_path: Path) -> None:
    name = by_hand(tmp_path / "x.xlsx", ROWS)
    changed = {}
    with zipfile.ZipFile(tmp_path / name) as archive:
        for part in archive.namelist():
            text = archive.read(part).decode()
            changed[part] = text.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
                "http://schemas.openxmlformats.org/officeDocument/2006",
                "http://purl.oclc.org/ooxml/officeDocument",
            )
    assert texts(good_table(tmp_path, by_hand(tmp_path / "x.xlsx", ROWS, parts=changed))) == [
        ["Q", "U"],
        ["Q1", "3,5"],
    ]


def test_50_000_rows_are_read_where_a_range_takes_few(tmp_path: Path) -> None:
    rows = HEAD + "".join(
        f'<row r="{n}"><c r="A{n}" t="str"><v>x{n}</v></c><c r="B{n}"><v>{n}</v></c></row>'
        for n in range(2, 50_002)
    )
    by_hand(tmp_path / "r.xlsx", rows)
    found = good_chart(tmp_path, "{file: r.xlsx, range: A49000:B50001}")
    assert len(found.categories) == 1002
    assert found.series[0].values[-1] == 50_001


SEED: dict[str, bytes] = {}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_brings_the_reader_down(tmp_path: Path, data: st.DataObject) -> None:
    if not SEED:
        written(tmp_path / "seed.xlsx", sales)
        SEED["x"] = (tmp_path / "seed.xlsx").read_bytes()
    content = bytearray(SEED["x"])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([None, None, data.draw(st.integers(0, len(content)))]))
    (tmp_path / "x.xlsx").write_bytes(bytes(content[:cut]))
    found, findings = table(tmp_path, "x.xlsx")
    assert (found is None) == findings.has_errors
