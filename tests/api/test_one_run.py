"""All problems come in one run: what YAML makes of a line, and what the talk's language says of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen


def found(folder: Path, text: str) -> list[tuple[str, int]]:
    (folder / "t.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.load("t.yaml", cwd=folder)
    return [(f.code, f.span.line) for f in caught.value.findings if f.span is not None]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("- statement: Der Satz: er gilt", "needs-quotes"),
        ("- statement: '*wichtig* ist's'", "needs-quotes"),
        ("- statement: 'It's mine'", "needs-quotes"),
        ("- statement: Platz #1", "text-cut-off"),
        ("- statement: #0A4DA2", "value-is-comment"),
        ("- {statement: a, b}", "key-without-value"),
        ("- statement: !wichtig B", "yaml-tag"),
        ("- {statement: a, statement: b}", "duplicate-key"),
        ("- {statement: a, <<: b}", "merge-key"),
    ],
)
def test_a_trap_does_not_hide_what_else_is_wrong(tmp_path: Path, line: str, code: str) -> None:
    text = f"title: A\nslides:\n  {line}\n  - title: B\n    bulets: [a]\n  - statement: C\n    time: 1:30\n"
    assert found(tmp_path, text) == [(code, 3), ("unknown-key", 5), ("bad-duration", 7)]


def test_a_second_document_does_not_hide_the_first_ones_problems(tmp_path: Path) -> None:
    assert found(tmp_path, "title: A\nslides: [covr]\n---\nx: y\n") == [
        ("unknown-kind", 2),
        ("several-documents", 3),
    ]
