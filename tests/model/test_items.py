"""All forms of an item mean what LANGUAGE.md says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.findings import Severity

from .reading import slides_in


def _shape(item: Any) -> Any:
    lead = item.lead.plain if item.lead else None
    text = item.text.plain if item.text else None
    return (lead, text, [_shape(c) for c in item.children])


def _items(folder: Path, body: str) -> list[Any]:
    rows = "\n".join("  " + line for line in body.strip("\n").split("\n"))
    talk, findings = slides_in(
        folder, "- title: T\n  bullets:" + (rows.lstrip() if body.startswith(" |") else "\n" + rows)
    )
    assert not findings.found, [str(f) for f in findings]
    assert talk is not None
    return [_shape(i) for i in talk.slides[0].content.bullets]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("body", "shapes"),
    [
        ("- Eins", [(None, "Eins", [])]),
        ("- Lead: Text", [("Lead", "Text", [])]),
        ("- 'Lead: Text'", [("Lead", "Text", [])]),
        ('- "Lead: Text"', [("Lead", "Text", [])]),
        ("- 'Lead\\: Text'", [(None, "Lead: Text", [])]),
        ("- Lead\\: Text", [(None, "Lead: Text", [])]),
        ("- 'Um 9:30 Uhr'", [(None, "Um 9:30\u00a0Uhr", [])]),
        ("- '`a: b` ist Code'", [(None, "a: b ist Code", [])]),
        ("- Lead:\n    - A\n    - B: b", [("Lead", None, [(None, "A", []), ("B", "b", [])])]),
        ("- text: T\n  lead: L", [("L", "T", [])]),
        ("- no\n- 007\n- 2021-01-04", [(None, "no", []), (None, "007", []), (None, "2021-01-04", [])]),
    ],
)
def test_forms(tmp_path: Path, body: str, shapes: list[Any]) -> None:
    assert _items(tmp_path, body) == shapes


def test_a_markdown_list_needs_no_quotes(tmp_path: Path) -> None:
    talk, findings = slides_in(
        tmp_path,
        "- title: T\n  bullets: |\n    - Lead: a: b\n    - *Eins*\n    - Oben:\n      - Innen\n        weiter\n      - Zwei\n    - Ende",
    )
    assert not findings.found, [str(f) for f in findings]
    assert talk is not None
    assert [_shape(i) for i in talk.slides[0].content.bullets] == [  # type: ignore[attr-defined]
        ("Lead", "a: b", []),
        (None, "Eins", []),
        ("Oben", None, [(None, "Innen weiter", []), (None, "Zwei", [])]),
        (None, "Ende", []),
    ]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("- {A: a, B: b}", "unknown-key", 7),
        ("- - tief", "wrong-type", 7),
        ("- {text: T, txt: x}", "unknown-key", 7),
    ],
)
def test_wrong_items_are_errors_with_their_place(tmp_path: Path, body: str, code: str, line: int) -> None:
    _, findings = slides_in(tmp_path, f"- title: T\n  id: x\n  bullets:\n    {body}")
    assert {f.code for f in findings} == {code}, [str(f) for f in findings]
    assert {f.span.line for f in findings if f.span} == {line}


def test_a_list_can_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "l.md").write_text("- Lead: a\n- b\n", encoding="utf-8")
    talk, findings = slides_in(tmp_path, "- title: T\n  bullets: {file: l.md}")
    assert not findings.found and talk is not None
    assert [_shape(i) for i in talk.slides[0].content.bullets] == [("Lead", "a", []), (None, "b", [])]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["`" + ": " * 90_000, "." * 190_000, "\\" * 190_000])
def test_long_hostile_texts_end(tmp_path: Path, text: str) -> None:
    item = text[:19_000]
    talk, _ = slides_in(tmp_path, f"- title: T\n  bullets: |\n    - {item}x\n  notes: |\n    {text}x")
    assert talk is not None and talk.slides[0].keys.notes is not None
    assert talk.slides[0].keys.notes.spoken_words >= 1


def test_a_single_text_is_not_a_list(tmp_path: Path) -> None:
    _, findings = slides_in(tmp_path, "- title: T\n  bullets: Eins")
    assert [f.code for f in findings] == ["wrong-type"]
    assert "- Eins" in findings.found[0].fix


@pytest.mark.parametrize(
    ("items", "columns"),
    [
        (["50% of it is tone: soft"], [7]),
        (["Half of what all of them hear is tone: soft", "Price: high"], [7]),
        (["'Half of what all of them hear is tone: soft'"], [8]),
        (["50% of it is tone: soft", "No lead in this one"], []),  # then nothing is set apart
        (["50% of it is tone\\: soft"], []),
        (["3 of 4 customers: come back"], []),
        (["What the people down there hear: tone"], []),
    ],
)
def test_a_long_lead_may_be_none(tmp_path: Path, items: list[str], columns: list[int]) -> None:
    rows = "".join(f"\n    - {item}" for item in items)
    _, findings = slides_in(tmp_path, "- title: T\n  bullets:" + rows)
    assert [(f.code, f.severity) for f in findings.found] == [("long-lead", Severity.INFO)] * len(columns)
    assert all("write `\\:`" in f.fix for f in findings.found)
