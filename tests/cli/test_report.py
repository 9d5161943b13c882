"""How findings are printed: the line, the caret below the right place, nothing that a terminal would act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.cli._report import WIDTH, as_text, excerpt, printable
from deckgen.findings import Finding, Span


@pytest.mark.parametrize(
    ("line", "column", "rows"),
    [
        ("- a: b", 3, ["- a: b", "  ^"]),
        ("\t- a", 2, [" - a", " ^"]),
        ("漢字: x", 5, ["漢字: x", "      ^"]),
        ("e\u0301: x", 3, ["e\u0301: x", " ^"]),
        ("kurz", 99, ["kurz", "    ^"]),
        ("   ", 1, []),
    ],
)
def test_the_caret_stands_below_its_column(line: str, column: int, rows: list[str]) -> None:
    assert excerpt(line, column) == rows


@pytest.mark.parametrize("column", [1, 80, 100, 5_000, 9_001])
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int) -> None:
    line = "".join(chr(ord("a") + i % 26) for i in range(9_001))
    shown, caret = excerpt(line, column)
    assert len(shown) <= WIDTH + 6
    assert shown[len(caret) - 1] == line[column - 1]


def test_control_characters_never_reach_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.yaml").write_bytes(b"title: \x1b[2Jx\x9b\n")
    text = as_text(Finding("x", "bad \x1b]0;t\x07 \u202e", Span("t.yaml", 1, 8), fix="a\x1bb"), color=False)
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert "\u202e" not in text


def test_umlauts_and_emoji_stay() -> None:
    assert printable("Führung – „Ja“ 🎈") == "Führung – „Ja“ 🎈"


def test_the_line_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, here = tmp_path / "project", tmp_path / "here"
    for folder, words in ((project, "richtig"), (here, "falsch")):
        (folder / "talks").mkdir(parents=True)
        (folder / "talks" / "a.yaml").write_text(f"title: {words}\n", encoding="utf-8")
    monkeypatch.chdir(here)
    finding = Finding("x", "y", Span("talks/a.yaml", 1, 1))
    assert "richtig" in as_text(finding, color=False, root=project)
