"""What doesn't fit is refused with its line, what it needs, what it has, and how much to cut, whatever holds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckgen.findings import Finding

from ..kinds.talks import both_themes, findings_of

SENTENCE = "Ein Satz mit vielen Wörtern, der immer weiter geht und kein Ende nimmt. "
LONG, NAME = SENTENCE * 24, SENTENCE * 5
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde"
FIRST = 8  # the line of a talk's first slide

TEXTS = {
    "statement": (f"- statement: {LONG}", 0),
    "quote": (f"- quote: {LONG}\n  by: X", 0),
    "section": (f"- section: {LONG}", 0),
    "closing": (f"- closing: {LONG}", 0),
    "title": (f"- title: {LONG}\n  bullets: [a]", 0),
    "a list's item": (f"- title: x\n  bullets:\n    - kurz\n    - {LONG * 2}", 3),
    "a column's text": (f"- title: x\n  columns:\n    - text: b\n    - text: {LONG}", 3),
    "a column's item": (f"- title: x\n  columns:\n    - text: b\n    - bullets:\n        - a\n        - {LONG}", 5),
    "a comparison": (f"- title: x\n  compare:\n    - bullets: [b]\n    - bullets:\n        - {LONG}", 4),
    "a triangle's corner": (f"- title: x\n  triangle:\n    - a\n    - {LONG}\n    - c", 3),
    "a number's text": (f"- title: x\n  number: 12\n  text: {LONG}", 2),
    "source": (f"- title: x\n  bullets: [a]\n  source: {LONG}", 2),
    "subtitle": (f"- title: x\n  subtitle: {LONG}\n  bullets: [a]", 1),
    "a table's cell": (f"- title: x\n  table:\n    - [a, b, c]\n    - [a, {'Wort ' * 390}, c]", 3),
    "names at bars": (f"- title: x\n  type: bar\n  chart:\n    a: 1\n    {NAME}: 2", 4),
    "names in a legend": (f"- title: x\n  type: pie\n  chart:\n    a: 1\n    {NAME}: 2", 4),
}  # fmt: skip
WORDS = {
    "a list's item": (f"- title: x\n  bullets:\n    - kurz\n    - {WORD}{WORD}", 3),
    "a column's text": (f"- title: x\n  columns:\n    - text: b\n    - bullets: [a]\n    - bullets:\n        - {WORD}", 5),
    "a name at a bar": (f"- title: x\n  type: bar\n  chart:\n    a: 1\n    {WORD}: 2", 4),
}  # fmt: skip


def only(folder: Path, slides: str, theme: str) -> Finding:
    found = [f for f in findings_of(folder, slides, theme) if f.code == "text-overflow"]
    assert len(found) == 1
    return found[0]


def measures(message: str) -> tuple[int, int]:
    """What is needed and what there is, points."""
    found = re.search(r"needs (\d+) pt at \d+ pt and has (\d+) pt", message)
    assert found, message
    return int(found[1]), int(found[2])


@both_themes
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_too_long(tmp_path: Path, name: str, theme: str) -> None:
    slides, line = TEXTS[name]
    found = only(tmp_path, slides, theme)
    assert found.span is not None
    assert found.span.line == FIRST + line
    needed, room = measures(found.message)
    assert needed > room
    cut = re.search(r"cut about (\d+) of (\d+) words", found.message)
    assert cut, found.message
    assert 0 < int(cut[1]) <= int(cut[2])


@both_themes
@pytest.mark.parametrize("name", WORDS)
def test_a_word_that_is_too_wide(tmp_path: Path, name: str, theme: str) -> None:
    slides, line = WORDS[name]
    found = only(tmp_path, slides, theme)
    assert found.span is not None
    assert found.span.line == FIRST + line
    needed, room = measures(found.message)
    assert needed > room
    assert "\\-" in found.message


@pytest.mark.parametrize(
    "name", ["statement", "a list's item", "a triangle's corner", "names at bars", "a table's cell"]
)
def test_who_cuts_as_many_words_as_told_is_done_soon(tmp_path: Path, name: str) -> None:
    """Words are cut in whole lines, so it may take a second round."""
    slides = TEXTS[name][0]
    for _ in range(3):
        text = max(re.findall(r"(?:(?:Ein|Wort)\b[^\n\]:]*?)(?=, c\]|:|\]|\n|$)", slides), key=len)
        try:
            found = only(tmp_path, slides, "plain")
        except pytest.fail.Exception:
            return
        cut = re.search(r"cut about (\d+) of (\d+) words", found.message)
        assert cut
        words = text.split()
        assert int(cut[2]) == pytest.approx(len(words), abs=2)
        slides = slides.replace(text, " ".join(words[: max(1, len(words) - int(cut[1]))]))
    raise AssertionError(slides)


@pytest.mark.parametrize("kind", ["bar", "column", "pie"])
def test_a_chart_with_names_that_have_room_is_drawn(tmp_path: Path, kind: str) -> None:
    with pytest.raises(pytest.fail.Exception):
        findings_of(
            tmp_path, f"- title: x\n  type: {kind}\n  chart: {{Ein Name: 1, Ein anderer Name: 2}}", "plain"
        )


def test_a_legend_higher_than_its_chart_is_refused(tmp_path: Path) -> None:
    names = ", ".join(f"Eine lange Reihe {n}" for n in range(1, 41))
    row = ", ".join(str(n) for n in range(1, 41))
    slides = f"- title: x\n  type: line\n  highlight: Eine lange Reihe 3\n  chart:\n    - [Jahr, {names}]\n    - [A, {row}]\n    - [B, {row}]"
    needed, room = measures(only(tmp_path, slides, "plain").message)
    assert needed > room
