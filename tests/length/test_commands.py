"""Lengths on the command line: build, check, outline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pptx import Presentation
from tests.cli.running import run

TALK = """title: T
lang: en
theme: plain
duration: 10m
slides:
  - {statement: One., time: 2m}
  - section: Part
  - {statement: Two., id: two, time: 3m, priority: could}
  - section: Other
  - {statement: Three., id: three, time: 3m, priority: should}
  - {statement: Four., time: 1m}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    return tmp_path


def test_a_build_says_on_stderr_what_went(folder: Path) -> None:
    done = run(folder, "build", "talk.yaml", "--duration", "7m")
    assert done.returncode == 0
    assert (
        "--duration 7m: info[shortened]: the talk takes 9:20 and has 7:00: 2 slides are left out, 6:10 remain"
        in done.stderr
    )
    assert "talk.yaml:7:5: 'Part' goes with its last slide: 0:10 saved" in done.stderr
    assert "talk.yaml:8:5: 'Two.' goes (could): 3:00 saved" in done.stderr
    slides = Presentation(str(folder / "dist" / "talk.pptx")).slides
    assert [s.shapes.title.text_frame.text for s in slides] == ["One.", "Other", "Three.", "Four."]
    assert "info[shortened]" not in run(folder, "build", "talk.yaml").stderr
    assert run(folder, "build", "talk.yaml", "--duration", "7m", "--quiet").stderr == ""
    assert run(folder, "build", "talk.yaml", "--duration", "7m", "--strict").returncode == 0


def test_slides_can_stay_in_the_file_hidden(folder: Path) -> None:
    done = run(folder, "build", "talk.yaml", "--duration", "7m", "--keep-hidden")
    assert "2 slides are hidden" in done.stderr
    slides = Presentation(str(folder / "dist" / "talk.pptx")).slides
    assert [s._element.get("show") for s in slides] == [None, "0", "0", None, None, None]


def test_what_must_stay_and_is_too_long_is_refused_with_figures(folder: Path) -> None:
    done = run(folder, "build", "talk.yaml", "--duration", "2m30s")
    assert done.returncode == 2
    assert not (folder / "dist").exists()
    words = "the slides that must stay take 3:10 of 2:30, 0:40 too long (6:10 of 9:20 can go)"
    assert f"--duration 2m30s: error[must-too-long]: {words}" in done.stderr
    assert done.stderr.index("talk.yaml:6:5: 2:00  'One.'") < done.stderr.index(
        "talk.yaml:11:5: 1:00  'Four.'"
    )
    shown = run(folder, "outline", "talk.yaml", "--duration", "2m30s")
    assert shown.returncode == 2
    assert "total 9:20 of 2:30: 6:50 too long" in shown.stdout
    assert words in shown.stderr


def test_nothing_left_is_an_error(folder: Path) -> None:
    text = "title: T\nslides:\n  - {statement: One., time: 2m, priority: could}\n"
    (folder / "talk.yaml").write_text(text, encoding="utf-8")
    done = run(folder, "check", "talk.yaml", "--duration", "1m")
    assert done.returncode == 2
    assert "nothing of the talk is left in 1:00" in done.stdout


def test_check_tells_it_as_an_info_with_all_places(folder: Path) -> None:
    done = run(folder, "check", "talk.yaml", "--duration", "7m", "--format", "json")
    assert done.returncode == 0
    (found,) = [f for f in json.loads(done.stdout) if f["code"] == "shortened"]
    assert found["severity"] == "info"
    assert [(n["line"], n["message"]) for n in found["notes"]][:2] == [
        (7, "'Part' goes with its last slide: 0:10 saved"),
        (8, "'Two.' goes (could): 3:00 saved"),
    ]


def test_the_outline_shows_what_goes_and_what_that_saves(folder: Path) -> None:
    rows = run(folder, "outline", "talk.yaml", "--duration", "7m").stdout.splitlines()
    assert rows[0].split() == ["no", "time", "clock", "priority", "saves", "kind", "title", "tags"]
    assert [r.split()[:3] for r in rows[1:7]] == [
        ["1", "2:00", "0:00"],
        ["must", "0:10", "section"],
        ["could", "3:00", "statement"],
        ["2", "0:10", "2:00"],
        ["3", "3:00", "2:10"],
        ["4", "1:00", "5:10"],
    ]
    assert rows[2].endswith("(dropped)") and rows[3].endswith("(dropped)")
    assert "total 6:10 of 7:00: 0:50 to spare" in rows
    assert "left out of 9:20: 2 slides" in rows
    assert "dropped" not in run(folder, "outline", "talk.yaml").stdout


def test_variants_say_what_they_come_to(folder: Path) -> None:
    text = TALK.replace("slides:", "variants: {short: {duration: 7m}, tiny: {duration: 1m}}\nslides:", 1)
    (folder / "talk.yaml").write_text(text, encoding="utf-8")
    shown = run(folder, "outline", "talk.yaml").stdout
    assert "variant short, 7:00: 2:20 to cut: could holds 3:00, should 3:00; 6:10 without 2 slides" in shown
    assert "variant tiny, 1:00: 8:20 to cut: could holds 3:00, should 3:00; what must stay is longer" in shown


@pytest.mark.parametrize("command", ["build", "check", "outline"])
def test_a_wrong_duration_says_what_to_write(folder: Path, command: str) -> None:
    done = run(folder, command, "talk.yaml", "--duration", "20")
    assert done.returncode == 2
    assert "--duration 20: error[bad-duration]: '20' isn't a duration" in done.stdout + done.stderr
    assert "write 20m for minutes" in done.stdout + done.stderr


def test_a_finished_deck_has_no_duration(folder: Path) -> None:
    run(folder, "build", "talk.yaml")
    done = run(folder, "check", "dist/talk.pptx", "--fit", "--duration", "20m")
    assert done.returncode == 2
    assert "--duration is for talks" in done.stderr


def test_a_build_of_several_keeps_slides_hidden_too_and_again_when_that_is_no_longer_asked(
    folder: Path,
) -> None:
    shorter = ("build", "talk.yaml", "--duration", "7m", "--jobs", "1")
    for more, hidden in ((("--keep-hidden",), 2), ((), 0)):
        assert run(folder, *shorter, *more).returncode == 0
        slides = Presentation(str(folder / "dist" / "talk.pptx")).slides
        assert sum(s._element.get("show") == "0" for s in slides) == hidden
