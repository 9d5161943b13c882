"""What a field makes of a text: values, or findings that say what to write."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import jsonschema
import pytest

from deckgen.fields import described
from deckgen.findings import Findings, Span
from deckgen.source.decode import Decoder
from deckgen.source.json_schema import schema_for
from deckgen.source.languages import choose
from deckgen.source.nodes import Map, Scalar
from deckgen.source.variables import Variables
from deckgen.source.workspace import Workspace
from deckgen.source.yaml_reader import read


@dataclass(frozen=True, slots=True)
class Inner:
    name: str = described("A name.")


@dataclass(frozen=True, slots=True)
class Sample:
    title: str = described("The title.")
    size: int = described("A size.", default=1, low=1, high=9)
    ratio: float = described("A ratio.", default=0.5)
    show: bool = described("Whether.", default=False)
    day: datetime.date | None = described("A day.", default=None)
    side: Literal["left", "right"] = described("A side.", default="left")
    parts: tuple[str, ...] = described("Parts.", default=(), choices=("overview", "each"))
    inner: Inner | None = described("A record.", default=None)
    words: Mapping[str, str] = described("Words.", default_factory=dict)


def decoded(text: str, folder: Path) -> tuple[Sample | None, Findings]:
    findings = Findings()
    node = read(text.encode(), "t.yaml", findings)
    assert node is not None, list(findings)
    variables = Variables({"client.name": "ACME"}, findings)
    decoder = Decoder(findings, Workspace(folder, folder, findings), variables, "de", folder / "t.yaml")
    return decoder.record(node, Sample, where="the sample"), findings


GOOD = """\
title: Für ${client.name}, nicht $${x}
size: 7
ratio: .5
show: Yes
day: 2021-01-04
side: right
parts: [each]
inner: {name: 007}
words: {a: no}
"""


def test_a_record_is_decoded_by_the_types_of_its_fields(tmp_path: Path) -> None:
    sample, findings = decoded(GOOD, tmp_path)
    assert not list(findings)
    day = datetime.date(2021, 1, 4)
    assert sample == Sample(
        "Für ACME, nicht ${x}", 7, 0.5, True, day, "right", ("each",), Inner("007"), {"a": "no"}
    )


@pytest.mark.parametrize(
    ("line", "code", "column", "words"),
    [
        ("titel: x", "unknown-key", 1, "in the sample; did you mean 'title'?"),
        ("size: 1,5", "wrong-type", 7, "1.5"),
        ("size: 1_0", "wrong-type", 7, "whole number"),
        ("size: 12", "wrong-value", 7, "1 to 9"),
        ("ratio: 1.234,5", "wrong-type", 8, "1234.5"),
        ("ratio: nan", "wrong-type", 8, "write a number"),
        ("show: vielleicht", "wrong-type", 7, "true"),
        ("day: 4.1.2021", "bad-date", 6, "write 2021-01-04"),
        ("day: 2021-02-30", "bad-date", 6, "year-month-day"),
        ("day: 2021-1-4", "bad-date", 6, "write 2021-01-04"),
        ("side: lift", "wrong-value", 7, "did you mean 'left'?"),
        ("parts: [each, ovreview]", "wrong-value", 15, "did you mean 'overview'?"),
        ("inner: x", "wrong-type", 8, "key: value"),
        ("inner: {}", "missing-key", 8, "add `name: ...`"),
        ("words: [a]", "wrong-type", 8, "key: value"),
        ("size:", "empty-value", 6, "give a value or take the key out"),
        ("side: ~", "empty-value", 7, "give a value or take the key out"),
        ("ratio: [1]", "wrong-type", 8, "write a number"),
        ("side: [left]", "wrong-type", 7, "`side` is one word, here stands a list write one of: left"),
        ("show: {a: b}", "wrong-type", 7, "`show` is yes or no, here stands a map write `show: yes` or"),
        ("words: {a: '${client.nam}'}", "unknown-variable", 12, "did you mean 'client.name'?"),
        ("words: {a: '${client.name'}", "unclosed-variable", 12, "write `${name}`"),
        ("words: {a: {file: ../x}}", "path-outside", 19, "project"),
    ],
)
def test_what_is_wrong_says_what_to_write(
    tmp_path: Path, line: str, code: str, column: int, words: str
) -> None:
    sample, findings = decoded(f"title: x\n{line}\n", tmp_path)
    (finding,) = findings
    assert finding.span is not None
    assert (finding.code, finding.span.line, finding.span.column) == (code, 2, column)
    assert words in f"{finding.message} {finding.fix}"
    assert sample is None or code.endswith("variable")


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    _, findings = decoded("siz: 1\nratio: x\nshow: x\n", tmp_path)
    assert sorted(f.code for f in findings) == ["missing-key", "unknown-key", "wrong-type", "wrong-type"]


def test_a_text_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfeins\r\nzwei")
    sample, _ = decoded("title: {file: a.txt}\n", tmp_path)
    assert sample is not None
    assert sample.title == "eins\nzwei"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"a\x07", "control-character"), (b"\xff", "not-utf8"), (b"x" * 1_048_577, "too-large")],
)
def test_bad_text_files(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    sample, findings = decoded("title: {file: a.txt}\n", tmp_path)
    assert sample is None
    assert [f.code for f in findings] == [code]


def test_variables_cannot_blow_up_a_talk() -> None:
    findings = Findings()
    text = Variables({"a": "x" * 1_000_000}, findings).insert("${a}" * 100, Span("t"))
    assert len(text) <= 16 * 1024 * 1024
    assert [f.code for f in findings] == ["too-large"]


def test_names_that_come_later_stay_until_they_come() -> None:
    findings = Findings()
    variables = Variables({}, findings, deferred={"thesen.count"})
    assert variables.insert("${thesen.count}", Span("t")) == "${thesen.count}"
    variables.extend({"thesen.count": "7"})
    assert variables.pieces("a ${thesen.count}", Span("t")) == [("a ", False), ("7", True)]
    assert not list(findings)


@pytest.mark.parametrize(("lang", "text"), [("de", "Hallo"), ("de-AT", "Hallo"), ("en", "Hello")])
def test_maps_by_language(lang: str, text: str) -> None:
    findings = Findings()
    node = read(b"a: {de: Hallo, en: Hello}\nb: {EN: x}\n", "t", findings)
    assert node is not None
    chosen = choose(node, ["de", "en"], lang, findings)
    assert isinstance(chosen, Map)
    value = chosen.get("a")
    assert isinstance(value, Scalar)
    assert value.text == text
    assert isinstance(chosen.get("b"), Map)
    assert choose(node, ["de"], lang, findings) is node
    assert not list(findings)


def test_a_gap_in_a_translation_is_a_finding() -> None:
    findings = Findings()
    node = read(b"a:\n  - {de: Hallo}\n", "t", findings)
    assert node is not None
    choose(node, ["de", "en"], "en", findings)
    assert [(f.code, str(f.span)) for f in findings] == [("translation-missing", "t:2:5")]


def test_the_schema_takes_what_decoding_takes() -> None:
    schema = schema_for(Sample, title="Sample")
    jsonschema.Draft202012Validator.check_schema(schema)
    good: dict[str, Any] = {"title": "x", "size": 7, "parts": ["each"], "inner": {"name": "x"}, "show": "yes"}
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(good)
    for wrong in ({"size": 12}, {"side": "up"}, {"nix": 1}, {"parts": ["x"]}, {"inner": {}}):
        assert not validator.is_valid({**good, **wrong}), wrong
