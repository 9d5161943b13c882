"""What a theme's author sees when theme.yaml says to a tracker what it doesn't know."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen

TALK = "title: T\ntheme: acme\nslides:\n  - statement: Ein Satz.\n"
GOOD = "{name: altimeter, x: 12.9, from: 6, travel: 5, fill: primary}"


def problems(folder: Path, tracker: str) -> list[deckgen.Finding]:
    home = folder / "themes" / "acme"
    home.mkdir(parents=True)
    (home / "theme.yaml").write_text(f"extends: plain\ntracker: {tracker}\n", encoding="utf-8")
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    (folder / "talk.yaml").write_text(TALK, encoding="utf-8")
    try:
        deckgen.compose(deckgen.load(folder / "talk.yaml"))
    except deckgen.TalkError as error:
        return list(error.findings)
    return []


def test_a_tracker_with_options_it_knows(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("tracker", "code", "words", "column"),
    [
        (GOOD.replace("altimeter", "altimetre"), "unknown-tracker", "did you mean 'altimeter'", 17),
        (GOOD.replace("travel:", "travl:"), "unknown-key", "did you mean 'travel'", 53),
        (GOOD.replace("travel: 5", "travel: far"), "theme-value", "a number", 53),
        (GOOD.replace("fill: primary", "fill: 3"), "theme-value", "a colour role", 62),
        (GOOD.replace("primary", "primry"), "unknown-color", "did you mean 'primary'", 62),
        (GOOD.replace("fill: primary", "large: 3"), "theme-value", "`true` or `false`", 63),
    ],
)
def test_what_a_tracker_does_not_know_has_its_place(
    tmp_path: Path, tracker: str, code: str, words: str, column: int
) -> None:
    (finding,) = problems(tmp_path, tracker)
    assert finding.code == code
    assert words in finding.message
    assert finding.span is not None
    assert (finding.span.file, finding.span.line) == ("themes/acme/theme.yaml", 2)
    assert abs(finding.span.column - column) <= 8
