"""CSV files as trainers have them: from Excel on Windows, from statistics offices, from scripts."""

from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.findings import Severity
from deckgen.source import decode
from deckgen.source.decode import DATA_FILE_LIMIT

from .data_talks import chart, good_chart, good_table, places, read_kind, table, texts

GERMAN = "Jahr;Umsatz;Gewinn\r\n2019;1.234,5;12 %\r\n2020;2.000;−3,5 %\r\n2021;;n/a\r\n"


def write(folder: Path, data: str | bytes, name: str = "d.csv") -> str:
    """The file's name, written into the folder."""
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_german_csv_is_a_chart_and_a_table(tmp_path: Path, encoding: str) -> None:
    text = GERMAN.replace("−", "-") if encoding == "cp1252" else GERMAN
    name = write(tmp_path, text.replace("Gewinn", "Erträge").encode(encoding))
    found = good_chart(tmp_path, name)
    assert found.categories == ("2019", "2020", "2021")
    assert [(s.name, s.values, s.unit) for s in found.series] == [
        ("Umsatz", (1234.5, 2000.0, None), ""),
        ("Erträge", (12.0, -3.5, None), "%"),
    ]
    assert found.x == (2019, 2020, 2021)
    rows = texts(good_table(tmp_path, name))
    assert rows[0] == ["Jahr", "Umsatz", "Erträge"]
    assert rows[1] == ["2019", "1.234,5", "12 %"]
    assert rows[3] == ["2021", "", "n/a"]


def test_windows_1252_is_read_with_a_note(tmp_path: Path) -> None:
    name = write(tmp_path, "Ort;Wert\nMünchen;3\n".encode("cp1252"))
    found, findings = table(tmp_path, name)
    assert found is not None and texts(found)[1] == ["München", "3"]
    (finding,) = findings
    assert (finding.code, finding.severity, str(finding.span)) == ("csv-encoding", Severity.INFO, "d.csv:2:2")
    assert "CSV UTF-8" in finding.fix


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("Ort;Wert\nKöln;3\nMünchen;4\nBad \xff;5\n".encode().replace("ÿ".encode(), b"\xff"), "d.csv:4:5"),
        (b"Ort;Wert\nM\x81nchen;3\n", "d.csv:2:2"),
        ("Ort;Wert\nKöln;3\n".encode("utf-16-le"), "d.csv:1:1"),
        ("Ort;Wert\nKöln;3\n".encode("utf-16")[:-1], "d.csv:1:1"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, place: str) -> None:
    found, findings = table(tmp_path, write(tmp_path, data))
    assert found is None
    assert places(findings) == [("not-utf8", place)]


@pytest.mark.parametrize(
    "data",
    [
        "a,b\n1,2\n",
        "a;b\n1;2\n",
        "a\tb\n1\t2\n",
        "sep=;\na;b\n1;2\n",
        "sep=|\r\na|b\r\n1|2\r\n",
        'a;b\n"1";"2"',
        "\n\na;b\n\n1;2\n\n\n",
        "a;b;;\n1;2;;\n;;;\n",
        "a;b\r1;2\r",
        "\ufeffa;b\n1;2",
        'a, b\n"1", "2"\n',
        "a;b\n1;2;\n",
    ],
)
def test_the_delimiter_is_recognised_and_what_is_blank_is_dropped(tmp_path: Path, data: str) -> None:
    assert texts(good_table(tmp_path, write(tmp_path, data))) == [["a", "b"], ["1", "2"]]


def test_semicolons_and_commas_in_cells_dont_mislead(tmp_path: Path) -> None:
    name = write(tmp_path, '"Nachname, Name";Wert\n"A, B";1,5\n"C, D";2,5\n')
    assert texts(good_table(tmp_path, name))[1] == ["A, B", "1,5"]
    name = write(tmp_path, 'Name,Value\n"a; b",1.5\n"c; d",2.5\n')
    assert texts(good_table(tmp_path, name))[1] == ["a; b", "1.5"]
    name = write(tmp_path, "2019;1,5\n2020;2,5\n")
    assert good_chart(tmp_path, name).series[0].values == (1.5, 2.5)


def test_cells_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    name = write(tmp_path, 'a;b\n**x**;${nix}\n"l1\nl2 ""q""";"y;z"\n007;1.20\n')
    assert texts(good_table(tmp_path, name))[1:] == [
        ["**x**", "${nix}"],
        ['l1\vl2 "q"', "y;z"],
        ["007", "1.20"],
    ]


def test_tsv_is_parted_by_tabs_alone(tmp_path: Path) -> None:
    name = write(tmp_path, "a;b\tc\n1;2\t3\n", "d.tsv")
    assert texts(good_table(tmp_path, name)) == [["a;b", "c"], ["1;2", "3"]]


@pytest.mark.parametrize(
    ("data", "expected", "words"),
    [
        ("Q;U\nA;1\nB;12 Stück\nC;3\n", [("no-number", "d.csv:3:3")], "'12 Stück' of 'U' is no number"),
        ('Q;U;V\nA;1;2\n"B\nB";3;x\n', [("no-number", "d.csv:4:6")], "'x' of 'V'"),
        ("\n\nQ;U\n\nA;1\nB;zwei\n", [("no-number", "d.csv:6:3")], "zwei"),
        ("sep=;\nQ;U\nA;1\nB;x\n", [("no-number", "d.csv:4:3")], "'x'"),
        ("Q;U\nA;1\nB;2;3\nC;4\n", [("ragged-row", "d.csv:3:1")], "3 cells, the others have 2"),
        ("Q,U,V\nA,1,5,2,5\nB,2,0,3,5\n", [("decimal-comma", "d.csv:2:1")], "5 cells, the first one 3"),
        ("Jahr,U\n2023,4\n2024,1,5\n", [("decimal-comma", "d.csv:3:1")], "3 cells, the first one 2"),
        (
            "Ort,U\nBonn,1\nBerlin, Mitte,2\nKöln,3\n",
            [("ragged-row", "d.csv:3:1")],
            "3 cells, the others have 2",
        ),
        ("Umsatz\nQ;U\nA;1\nB;2\n", [("ragged-row", "d.csv:1:1")], "1 cell, the others have 2"),
        ('Q;U\nA;"1\nB;2\n', [("csv-quote", "d.csv:2:3")], "never closed"),
        ("", [("no-data", "d.csv:1:1")], "nothing"),
        (";;\n\n", [("no-data", "d.csv:1:1")], "nothing"),
        ("Q;U\n", [("no-data", "d.csv:1:1")], "no numbers"),
        ("Q\n", [("no-series", "d.csv:1:1")], "labels"),
        ("Q;U\nA;1\x07\n", [("control-character", "d.csv:2:4")], "U+0007"),
        ("PK\x03\x04", [("data-type", "d.csv:1:1")], ".xlsx"),
        ("Q;U\nA;5 €\nB;5 %\n", [("mixed-units", "d.csv:3:3")], "'%'"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(
    tmp_path: Path, data: str, expected: list[tuple[str, str]], words: str
) -> None:
    found, findings = chart(tmp_path, write(tmp_path, data))
    assert found is None
    assert places(findings) == expected
    assert words in "\n".join(map(str, findings))


def test_numbers_that_could_be_two_are_told_of(tmp_path: Path) -> None:
    name = write(tmp_path, "Q;U\nA;1.234\nB;5\n")
    found, findings = chart(tmp_path, name)
    assert found is not None and found.series[0].values == (1234, 5)
    assert places(findings) == [("ambiguous-number", "d.csv:2:3")]
    found, findings = chart(tmp_path, name, "en")
    assert found is not None and found.series[0].values == (1.234, 5)
    assert places(findings) == [("ambiguous-number", "d.csv:2:3")]
    assert not places(table(tmp_path, name)[1])


def test_rows_below_a_blank_one_are_told_of(tmp_path: Path) -> None:
    _, findings = table(tmp_path, write(tmp_path, "Q;U\nA;1\n\nB;2\n"))
    assert [(f.code, f.severity, str(f.span)) for f in findings] == [
        ("blank-row", Severity.INFO, "d.csv:4:1")
    ]


def test_a_range_takes_a_part(tmp_path: Path) -> None:
    write(tmp_path, "Bericht\n\nx;Q;U;V\nx;A;1;9\nx;B;2;9\n\nQuelle: Amt\n")
    found = good_chart(tmp_path, "{file: d.csv, range: B3:C5}")
    assert [(s.name, s.values) for s in found.series] == [("U", (1, 2))]
    for bad in ("B3-C5", "C", "A0:B1", "A1:B", "ZZZZ1:A2"):
        assert places(chart(tmp_path, f"{{file: d.csv, range: {bad}}}")[1]) == [
            ("wrong-value", "talk.yaml:4:33")
        ]
    assert places(chart(tmp_path, "{file: d.csv, range: X1:Y2}")[1]) == [("no-data", "d.csv:1:1")]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ("Q;U\n" + "A;1\n" * 50_000, "too-many-rows", "d.csv:4002:1"),
        ("Q;" + ";".join("U" * 60) + "\n" + "A;" + ";".join("1" * 60), "too-many-columns", "d.csv:1:1"),
        (";" * 1_000_000 + "x", "too-many-columns", "d.csv:1:1"),
        ("Q;U\nA;" + "x" * 600, "cell-too-long", "d.csv:2:3"),
        ('Q;U\nA;"' + "x" * 600, "csv-quote", "d.csv:2:3"),
    ],
)
def test_more_than_a_slide_takes_is_refused(tmp_path: Path, data: str, code: str, place: str) -> None:
    found, findings = chart(tmp_path, write(tmp_path, data))
    assert found is None
    assert places(findings) == [(code, place)]


def test_50_000_rows_are_read_where_a_range_takes_few_of_them(tmp_path: Path) -> None:
    write(tmp_path, "Q;U\n" + "".join(f"A{n};{n}\n" for n in range(50_000)))
    found = good_chart(tmp_path, "{file: d.csv, range: A49001:B50000}")
    assert len(found.categories) == 1000
    assert found.series[0].values[-1] == 49998


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "d.csv").open("wb") as file:
        file.truncate(4 * 1024**3)
    tracemalloc.start()
    try:
        found, findings = chart(tmp_path, "d.csv")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found is None
    assert places(findings) == [("too-large", "d.csv:1:1")]
    assert "8 MB" in str(next(iter(findings)))
    assert peak < 4 * DATA_FILE_LIMIT


def test_a_file_at_the_limit_needs_bounded_memory(tmp_path: Path) -> None:
    write(tmp_path, b"Q;U\n" + b"A;1\n" * ((DATA_FILE_LIMIT - 4) // 4))
    tracemalloc.start()
    try:
        found, findings = chart(tmp_path, "d.csv")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found is None
    assert [code for code, _ in places(findings)] == ["too-many-rows"]
    assert peak < 12 * DATA_FILE_LIMIT


def test_a_talk_cant_make_us_read_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "DATA_LIMIT", 1000)
    write(tmp_path, "Q;U\n" + "A;1\n" * 49)
    again = "\n- table: {file: d.csv, range: A1:B2}"
    _, findings = read_kind(tmp_path, again.removeprefix("\n- ") + again * 4)
    assert not list(findings)
    _, findings = read_kind(tmp_path, again.removeprefix("\n- ") + again * 5)
    assert places(findings) == [("too-large", "talk.yaml:9:19")]


CELLS = st.text(
    alphabet=st.one_of(
        st.sampled_from('";,\t\n|x1 ä'), st.characters(codec="utf-8", categories=["L", "N", "P", "S"])
    ),
    min_size=1,
    max_size=12,
).map(lambda text: f"k{text}k")  # no cell is blank, and none has blanks at its ends


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(2, 5).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=6)
    ),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_the_csv_module_writes_is_read_back(
    tmp_path: Path, rows: list[list[str]], delimiter: str, end: str, quoting: int, encoding: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    name = write(tmp_path, f"sep={delimiter}{end}{out.getvalue()}".encode(encoding))
    assert texts(good_table(tmp_path, name)) == [[cell.replace("\n", "\v") for cell in row] for row in rows]


PLAIN = st.text(alphabet="abäöXY. -", min_size=1, max_size=8).map(lambda text: f"k{text}k")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(2, 4).flatmap(
        lambda n: st.lists(st.lists(PLAIN, min_size=n, max_size=n), min_size=3, max_size=6)
    ),
    st.sampled_from([";", ",", "\t"]),
)
def test_the_delimiter_is_found_without_being_told(
    tmp_path: Path, rows: list[list[str]], delimiter: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    assert texts(good_table(tmp_path, write(tmp_path, out.getvalue()))) == rows


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(alphabet='";,\t\n\r1.a€%-', max_size=80).map(str.encode))
def test_no_bytes_bring_the_reader_down(tmp_path: Path, data: bytes) -> None:
    name = write(tmp_path, data)
    for read in (table, chart):
        found, findings = read(tmp_path, name)
        assert (found is None) == findings.has_errors
