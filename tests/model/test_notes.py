"""Cues, marks and words of notes; durations; times."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.model.duration import Duration
from deckgen.model.markdown import blocks
from deckgen.model.notes import Notes
from deckgen.model.times import estimate

from .reading import slides_in


def _notes(folder: Path, text: str) -> Notes:
    rows = "\n".join("    " + line for line in text.split("\n"))
    talk, findings = slides_in(folder, f"- title: T\n  bullets: [a]\n  notes: |\n{rows}")
    assert talk is not None and not findings.found, [str(f) for f in findings]
    notes = talk.slides[0].keys.notes
    assert notes is not None
    return notes


def test_cues_are_neither_spoken_nor_counted(tmp_path: Path) -> None:
    notes = _notes(
        tmp_path,
        "Satz stehen lassen. [pause 3s]\n\nWer war\ndas? [nicken] \\[so\\] `[da]`\n[click] Und wer noch?\n[pause 30s]\n\n[could] Das darf weg.\n\n"
        "[private] Nie zeigen.\n\n[if asked] Antwort.\n\n[click] [Hände] *Ja*.",
    )
    shown = [(p.mark, [(c.kind, c.text) for c in p.cues], p.paragraph.plain) for p in notes.paragraphs]
    assert shown == [
        ("", [], "Satz stehen lassen. [pause 3s]"),
        ("", [], "Wer war das? [nicken] [so] [da]"),
        ("", [("click", "click")], "Und wer noch?"),
        ("", [("pause", "pause 30s")], ""),
        ("could", [], "Das darf weg."),
        ("private", [], "Nie zeigen."),
        ("if asked", [], "Antwort."),
        ("", [("click", "click"), ("stage", "Hände")], "Ja."),
    ]
    assert notes.clicks == 2
    assert notes.pause_seconds == 33.0
    assert [c.text for p in notes.paragraphs for c in p.within] == ["pause 3s", "nicken"]
    assert notes.spoken_words == 15
    assert notes.paragraphs[-1].paragraph.runs[0].italic


def test_a_link_at_a_line_start_is_no_cue(tmp_path: Path) -> None:
    notes = _notes(tmp_path, "[hier](https://example.com) steht es")
    assert not notes.paragraphs[0].cues
    assert notes.paragraphs[0].paragraph.runs[0].link == "https://example.com"


def test_lists_and_breaks(tmp_path: Path) -> None:
    notes = _notes(tmp_path, "Drei:\n- eins\n  - innen\n- zwei\n\n1. a\n2. b\n\nSo\\\nda")
    shown = [(p.paragraph.marker, p.paragraph.level, p.paragraph.plain) for p in notes.paragraphs]
    assert shown == [
        ("", 0, "Drei:"), ("bullet", 0, "eins"), ("bullet", 1, "innen"), ("bullet", 0, "zwei"),
        ("number", 0, "a"), ("number", 0, "b"), ("", 0, "So\vda"),
    ]  # fmt: skip


def test_fences_are_literal() -> None:
    found = blocks("a\n```python\n*x*\n  - y\n```\nb")
    assert [(b.marker, b.text) for b in found] == [("", "a"), ("code", "*x*\n  - y"), ("", "b")]


def test_spoken_words_and_time(tmp_path: Path) -> None:
    notes = _notes(tmp_path, "Eins zwei – drei.\n\n[pause 3s] vier\n\n[private] fünf sechs")
    assert notes.spoken_words == 4
    assert estimate(notes, "bullets", "de", 120) == pytest.approx(4 / 2 + 3)
    assert estimate(None, "cover", "de") > 0


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("2m", 120), ("1h30m", 5400), ("45 min", 2700), ("1 h 30 min", 5400), ("2 Min", 120)],
)
def test_durations(text: str, seconds: int) -> None:
    assert Duration.parse(text) == Duration(seconds)
    assert Duration.parse(str(Duration(seconds))) == Duration(seconds)


@pytest.mark.parametrize(
    ("text", "fix"), [("1:30", "1m30s"), ("2", "2m"), ("bald", "90s"), ("0s", "90s"), ("9" * 5000, "90s")]
)
def test_unclear_durations_say_what_to_write(tmp_path: Path, text: str, fix: str) -> None:
    _, findings = slides_in(tmp_path, f"- title: T\n  bullets: [a]\n  time: {text}")
    found = [f for f in findings if f.code == "bad-duration"]
    assert len(found) == 1 and fix in found[0].fix
    assert str(found[0].span) == "talk.yaml:6:11"
