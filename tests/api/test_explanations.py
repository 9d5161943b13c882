"""What findings mean: every code in the sources is explained, and every example causes its finding."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PIL import Image

import deckgen
from deckgen.explanations import FILE, codes, explanation
from deckgen.findings import Finding, Findings
from deckgen.source.nodes import Map
from deckgen.source.yaml_reader import read
from deckgen.theme.reader import load_theme
from deckgen.theme.review import review
from deckgen.trackers import check_trackers

SOURCE = Path(deckgen.__file__).parent
REPORTS = {"error", "warning", "info", "fail", "_fail", "_complain", "complain", "unknown", "refuse", "Refused", "finding", "Finding", "Problem", "missing"}  # fmt: skip
"""Functions whose first argument is a finding's code."""
KEBAB = re.compile(r"[a-z]+(-[a-z0-9]+)*")
HEAD = "title: A talk\nspeaker: Jane Doe\nslides:\n"


def used() -> dict[str, str]:
    """Every code that the sources report, with a place that does."""
    found: dict[str, str] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for value in _first_values(node):
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and KEBAB.fullmatch(value.value):  # fmt: skip
                    found.setdefault(value.value, f"{file.name}:{value.lineno}")
    return found


def _first_values(node: ast.AST) -> list[ast.expr]:
    """What stands where a code may stand."""
    if isinstance(node, ast.Call) and node.args:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if name in REPORTS:
            return [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "CODE" for t in node.targets):
        return [node.value]
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) > 2:
        return node.value.elts[:1]  # a problem that the caller reports
    return []


def test_the_scan_finds_codes_of_all_sorts() -> None:
    assert {"unknown-key", "text-overflow", "crowded", "workbook-bomb", "picture-type", "bad-link", "too-many-columns"} <= set(used())  # fmt: skip


def test_every_code_is_explained_and_nothing_else() -> None:
    reported = used()
    unexplained = {code: place for code, place in reported.items() if code not in codes()}
    assert unexplained == {}, f"write them into {FILE.name}"
    assert [code for code in codes() if code not in reported] == []


@pytest.mark.parametrize("code", codes())
def test_an_explanation_has_all_its_parts(code: str) -> None:
    found = explanation(code)
    assert found.means.endswith(".")
    assert found.example
    assert found.instead
    assert found.example != found.instead
    node = read(FILE.read_bytes(), FILE.name, Findings())
    assert isinstance(node, Map)
    entry = node.get(code)
    assert isinstance(entry, Map)
    assert set(entry.keys()) <= {"means", "in", "example", "instead"}
    assert "means" in entry.keys() or found.check  # a check may say it in its docstring


def findings_of(folder: Path, place: str, text: str) -> list[Finding]:
    """All that is reported of an example."""
    if place == "theme":
        home = folder / "themes" / "acme"
        home.mkdir(parents=True, exist_ok=True)
        (home / "theme.yaml").write_text(text + "\n", encoding="utf-8")
        findings = Findings()
        theme = load_theme("acme", project=folder, base=folder, findings=findings)
        if theme is not None:
            review(theme, findings)
            check_trackers(theme, findings)
        return list(findings)
    (folder / "pictures").mkdir(exist_ok=True)
    Image.new("RGB", (64, 48), (128, 128, 128)).save(folder / "pictures" / "grey.png")
    (folder / "teams.ods").write_bytes(b"PK")
    if place == "slides":
        text = HEAD + "".join(f"  {line}\n" for line in text.split("\n"))
    elif place != "talk":
        (folder / place).write_text(text + "\n", encoding="utf-8")
        text = HEAD + f"  - title: Figures\n    chart: {place}\n    alt: Figures\n"
    (folder / "talk.yaml").write_text(text, encoding="utf-8")
    try:
        return deckgen.check(deckgen.compose(deckgen.load(folder / "talk.yaml")))
    except deckgen.TalkError as error:
        return error.findings


@pytest.mark.parametrize("code", [c for c in codes() if explanation(c).place != "words"])
def test_the_example_causes_the_finding_and_what_to_write_instead_does_not(tmp_path: Path, code: str) -> None:
    found = explanation(code)
    assert code in {f.code for f in findings_of(tmp_path, found.place, found.example)}
    left = [str(f) for f in findings_of(tmp_path, found.place, found.instead) if f.code == code or f.severity.rank == 2]  # fmt: skip
    assert left == []
