"""Tables and charts' data as they stand in a talk: pipe tables, rows, maps."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt

from deckgen.model.text import Run
from deckgen.source.json_schema import schema_for

from .data_talks import ProbeChart, ProbeTable, block, chart, good_chart, good_table, places, table, texts

PIPES = """
| Jahr | Umsatz | Ort |
|:-----|------:|:--:|
| 2020 | **3,5** Mio. | `a\\|b` |
| 2021 | 4 \\| 5 | ${land} |
"""


def test_a_pipe_table_has_markup_variables_and_alignments(tmp_path: Path) -> None:
    found = good_table(tmp_path, block(PIPES))
    assert texts(found) == [
        ["Jahr", "Umsatz", "Ort"],
        ["2020", "3,5 Mio.", "a|b"],
        ["2021", "4 | 5", "Österreich"],
    ]
    assert found.align == ("left", "right", "center")
    assert found.rows[0][1].paragraphs[0].runs[0] == Run("3,5", bold=True)
    assert str(found.rows[1][1].span) == "talk.yaml:8:16"


def test_a_pipe_table_may_leave_the_outer_pipes_out_and_have_no_header(tmp_path: Path) -> None:
    assert texts(good_table(tmp_path, block("a | b\n--- | ---\n1 | 2"))) == [["a", "b"], ["1", "2"]]
    bare = good_table(tmp_path, block("| | |\n|---|---|\n| 1 | 2 |"))
    assert bare.header is None
    assert texts(bare) == [["1", "2"]]


@pytest.mark.parametrize(
    "source",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "a | b\n-|-\n1|2",
        "|a|b|\n|:-|-:|\n|**x**|y\\|z|\n||2|",
        "| a |\n| :-: |\n| ü |\n|  |",
        "  | a | b\n  |---|---\n  | 1 | 2",
    ],
)
def test_pipe_tables_are_what_markdown_it_reads(tmp_path: Path, source: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    expected: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            expected.append([])
        elif token.type == "inline":
            expected[-1].append("".join(child.content for child in token.children or ()))
    assert texts(good_table(tmp_path, block(source))) == expected


@pytest.mark.parametrize(
    ("source", "expected", "words"),
    [
        ("| a | b |\n| 1 | 2 |", [("table-rule", "talk.yaml:6:7")], "| --- | --- |"),
        ("| a | b |", [("table-rule", "talk.yaml:5:7")], "| --- | --- |"),
        ("| a | b |\n|---|\n| 1 | 2 |", [("table-rule", "talk.yaml:6:7")], "has 1 columns"),
        (
            "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |\n| 1 | 2 | 3 |",
            [("ragged-row", "talk.yaml:7:7"), ("ragged-row", "talk.yaml:9:7")],
            "1 cell, the first has 2: none for 'b'",
        ),
        ("| a | b |\n|---|---|", [("no-data", "talk.yaml:5:9")], "no rows"),
        ("| | |\n|---|---|", [("no-data", "talk.yaml:4:12")], "empty"),
        ("a; b\n1; 2", [("wrong-type", "talk.yaml:5:7")], "| a | b |"),
    ],
)
def test_what_is_wrong_with_a_pipe_table_is_said_with_its_line(
    tmp_path: Path, source: str, expected: list[tuple[str, str]], words: str
) -> None:
    found, findings = table(tmp_path, block(source))
    assert found is None
    assert places(findings) == expected
    assert words in str(findings.sorted()[0])


def test_a_folded_table_is_told_of(tmp_path: Path) -> None:
    found, findings = table(tmp_path, block("| a |\n|---|\n| 1 |").replace("|", ">", 1))
    assert found is None
    assert "write `|`" in str(findings.sorted()[0])


@pytest.mark.parametrize(
    "source",
    [
        "[[Jahr, Umsatz], [2020, 3.5], [2021, '']]",
        "\n  - [Jahr, Umsatz]\n  - - 2020\n    - 3.5\n  - [2021, null]",
        "[{Jahr: 2020, Umsatz: 3.5}, {Jahr: 2021}]",
        "\n  - Jahr: 2020\n    Umsatz: 3.5\n  - Jahr: 2021",
        "{Jahr: [2020, 2021], Umsatz: [3.5, ~]}",
        block("| Jahr | Umsatz |\n|--|--|\n| 2020 | 3.5 |\n| 2021 | |"),
    ],
)
def test_rows_maps_and_columns_are_one_table_and_one_chart(tmp_path: Path, source: str) -> None:
    assert texts(good_table(tmp_path, source)) == [["Jahr", "Umsatz"], ["2020", "3.5"], ["2021", ""]]
    found = good_chart(tmp_path, source)
    assert found.categories == ("2020", "2021")
    assert [(s.name, s.values) for s in found.series] == [("Umsatz", (3.5, None))]
    assert found.x == (2020.0, 2021.0)


def test_keys_of_maps_come_in_order_of_first_appearance(tmp_path: Path) -> None:
    found = good_table(tmp_path, "[{b: 1, a: 2}, {c: 3, a: 4}]")
    assert texts(found) == [["b", "a", "c"], ["1", "2", ""], ["", "4", "3"]]


@pytest.mark.parametrize("source", ["{Q1: 3, Q2: '4,5', Q3: n/a}", "\n  - Q1: 3\n  - Q2: 4,5\n  - Q3: '-'"])
def test_a_map_is_one_series(tmp_path: Path, source: str) -> None:
    found = good_chart(tmp_path, source)
    assert found.categories == ("Q1", "Q2", "Q3")
    assert [(s.name, s.values) for s in found.series] == [("", (3.0, 4.5, None))]
    assert found.x is None
    plain = good_table(tmp_path, source)
    assert plain.header is None
    assert [row[0] for row in texts(plain)] == ["Q1", "Q2", "Q3"]


def test_maps_in_a_map_are_series(tmp_path: Path) -> None:
    found = good_chart(tmp_path, "{Umsatz: {Q1: 3, Q2: 4}, Gewinn: {Q2: 1, Q3: 2}}")
    assert found.categories == ("Q1", "Q2", "Q3")
    assert [(s.name, s.values) for s in found.series] == [("Umsatz", (3, 4, None)), ("Gewinn", (None, 1, 2))]


def test_a_decimal_comma_that_yaml_would_split_is_told_of(tmp_path: Path) -> None:
    _, findings = chart(tmp_path, "{Q1: 3, Q2: 4,5}")
    assert findings.has_errors
    assert [f.code for f in findings] == ["comma-splits"]


@pytest.mark.parametrize(
    ("source", "expected", "words"),
    [
        (
            "[[a, b], [1], [1, 2, 3]]",
            [("ragged-row", "4:21"), ("ragged-row", "4:26")],
            "1 cell, the first has 2",
        ),
        ("[a, b]", [("wrong-type", "4:12")], "rows"),
        ("[[a, b], {c: d}]", [("wrong-type", "4:21")], "as a list"),
        ("[[a, [b]], [1, 2]]", [("wrong-type", "4:17")], "a cell is a text"),
        ("{a: [1, 2], b: [1]}", [("ragged-row", "4:24")], "1 cells, the first has 2"),
        ("{a: 1, b: [1]}", [("wrong-type", "4:19")], "another form"),
        ("[]", [("empty-value", "4:12")], "empty"),
        ("{}", [("empty-value", "4:12")], "empty"),
        ("[[]]", [("empty-item", "4:13")], "empty"),
        ("[[a]]", [("no-data", "4:14")], "no rows"),
        ("Umsatz", [("wrong-type", "4:12")], "csv"),
        ("nix.csv", [("file-missing", "4:12")], "paths count"),
        ("bild.pdf", [("file-missing", "4:12")], ""),
        ("{file: nix.csv, shet: A}", [("unknown-key", "4:28"), ("file-missing", "4:19")], "shet"),
        ("../x.csv", [("path-outside", "4:12")], "project"),
    ],
)
def test_what_is_no_table_is_said_with_its_place(
    tmp_path: Path, source: str, expected: list[tuple[str, str]], words: str
) -> None:
    found, findings = table(tmp_path, source)
    assert found is None
    assert sorted(places(findings)) == sorted((code, f"talk.yaml:{at}") for code, at in expected)
    assert words in "\n".join(map(str, findings))


@pytest.mark.parametrize(
    ("source", "expected", "words"),
    [
        ("[[Q, U], [Q1, 12 Stück], [Q2, 3]]", [("no-number", "4:26")], "'12 Stück' of 'U' is no number"),
        ("{Q1: 9:00, Q2: 3}", [("no-number", "4:17")], "9:00"),
        ("[[Q, U], [Q1, a], [Q2, b]]", [("no-number", "4:17")], "the column 'U' holds no numbers"),
        ("[[Q], [Q1]]", [("no-series", "4:14")], "labels"),
        ("[[Q, U, V], [Q1, 5 €, 5], [Q2, 5 %, 5]]", [("mixed-units", "4:43")], "'5 %' is in '%'"),
        ("[1, 2, 3]", [("wrong-type", "4:12")], "Q1: 3"),
    ],
)
def test_what_is_no_number_is_said_with_its_place(
    tmp_path: Path, source: str, expected: list[tuple[str, str]], words: str
) -> None:
    found, findings = chart(tmp_path, source)
    assert found is None
    assert places(findings) == [(code, f"talk.yaml:{at}") for code, at in expected]
    assert words in "\n".join(map(str, findings))


def test_many_wrong_numbers_are_counted(tmp_path: Path) -> None:
    rows = ", ".join(f"[Q{n}, x{n}]" for n in range(30))
    _, findings = chart(tmp_path, f"[[Q, U], [A, 1], {rows}]")
    assert len(list(findings)) == 11
    assert "20 further cells" in str(list(findings)[-1])


@pytest.mark.parametrize(
    ("source", "names", "first"),
    [
        ("[['', 2019, 2020], [Umsatz, 3, 4]]", ["2019", "2020"], "Umsatz"),
        ("[[Produkt, 2019, 2020], [Umsatz, 3, 4]]", ["2019", "2020"], "Umsatz"),
        ("[[Q1, 3], [Q2, 4]]", [""], "Q1"),
        ("[[Q, U], [Q1, 3]]", ["U"], "Q1"),
        ("[[Q, -], [Q1, 3]]", [""], "Q"),
    ],
)
def test_the_first_row_names_the_series_where_it_can(
    tmp_path: Path, source: str, names: list[str], first: str
) -> None:
    found = good_chart(tmp_path, source)
    assert [s.name for s in found.series] == names
    assert found.categories[0] == first


def test_series_without_names_are_a_warning(tmp_path: Path) -> None:
    found, findings = chart(tmp_path, "[[Q1, 3, 4], [Q2, 5, 6]]")
    assert found is not None
    assert places(findings) == [("series-unnamed", "talk.yaml:4:14")]


@pytest.mark.parametrize(
    ("source", "lang", "values", "codes"),
    [
        ("{a: '1.234', b: '2,5'}", "de", (1234, 2.5), []),
        ("{a: 1.234, b: 2.5}", "de", (1.234, 2.5), []),
        ("{a: 1.234, b: 2}", "de", (1234, 2), ["ambiguous-number"]),
        ("{a: 1.234, b: 2}", "en", (1.234, 2), ["ambiguous-number"]),
        ("{a: 1.234, b: 2}", "de-CH", (1.234, 2), ["ambiguous-number"]),
        ("{a: '1,5', b: '2,5', c: 3.5}", "en", (1.5, 2.5, 3.5), ["mixed-decimals"]),
        ("{a: 12 %, b: 13%}", "de", (12, 13), []),
        ("{a: 12 %, b: 0}", "de", (12, 0), []),
        ("{a: 12 %, b: 13}", "de", (12, 13), ["mixed-units"]),
    ],
)
def test_the_decimal_sign_is_learned_from_the_other_numbers(
    tmp_path: Path, source: str, lang: str, values: tuple[float, ...], codes: list[str]
) -> None:
    found, findings = chart(tmp_path, source, lang)
    assert found is not None
    assert found.series[0].values == values
    assert [code for code, _ in places(findings)] == codes


def test_an_ambiguous_number_says_how_to_write_both(tmp_path: Path) -> None:
    _, findings = chart(tmp_path, "{a: 1.234, b: 5.678}")
    (finding,) = findings
    assert "read as 1234, and 1 more like it" in finding.message
    assert finding.fix == "write 1234 or 1,2340"
    assert str(finding.span) == "talk.yaml:4:16"


@pytest.mark.parametrize(("kind", "most"), [(table, 500), (chart, 4000)])
def test_too_many_rows_are_refused(tmp_path: Path, kind: object, most: int) -> None:
    read = table if kind is table else chart
    head, line = "| a | b |\n|---|---|\n", "| x | 1 |\n"
    found, findings = read(tmp_path, block(head + line * most))
    assert found is not None, [str(f) for f in findings]
    found, findings = read(tmp_path, block(head + line * (most + 1)))
    assert found is None
    assert places(findings) == [("too-many-rows", f"talk.yaml:{5 + most + 2}:7")]
    rows = "\n".join(f"  - [x{n}, 1]" for n in range(most + 2))
    found, findings = read(tmp_path, "\n" + rows)
    assert found is None
    assert [f.code for f in findings] == ["too-many-rows"]


def test_too_many_columns_and_too_long_cells_are_refused(tmp_path: Path) -> None:
    row = ", ".join(["a"] * 31)
    assert places(table(tmp_path, f"[[{row}], [{row}]]")[1]) == [("too-many-columns", "talk.yaml:4:12")]
    assert places(table(tmp_path, f"[[a], [{'x' * 2001}]]")[1]) == [("cell-too-long", "talk.yaml:4:19")]


def test_a_text_file_may_hold_the_pipe_table(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("| a | b |\n|---|---|\n| **1** | 2 |\n", encoding="utf-8")
    for source in ("t.md", "{file: t.md}"):
        assert texts(good_table(tmp_path, source)) == [["a", "b"], ["1", "2"]]
    (tmp_path / "t.md").write_text("| a | b |\n|---|---|\n\n| 1 |\n", encoding="utf-8")
    assert places(table(tmp_path, "t.md")[1]) == [("ragged-row", "t.md:4:1")]


def test_the_header_can_be_put_back(tmp_path: Path) -> None:
    found = good_table(tmp_path, "[[a, b], [1, 2]]").without_header()
    assert found.header is None
    assert texts(found) == [["a", "b"], ["1", "2"]]
    assert found.without_header() is found


@pytest.mark.parametrize("record", [ProbeTable, ProbeChart])
def test_the_schema_says_what_is_accepted(record: type) -> None:
    schema = schema_for(record, title="x")
    key = "table" if record is ProbeTable else "chart"
    for good in (
        "data/umsatz.csv",
        [["a", "b"], [1, 2]],
        [{"a": 1}],
        {"Q1": 3},
        {"file": "a.xlsx", "sheet": "x"},
    ):
        jsonschema.validate({key: good}, schema)
    for bad in (3, True, [1, 2], [], {}, {"Q1": [[1]]}, [[["a"]]]):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({key: bad}, schema)
