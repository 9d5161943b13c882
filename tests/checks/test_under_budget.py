"""The check `under-budget` on a talk's `duration`; a talk that is longer is shortened or refused (tests/length)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run

TALK = "title: T\nlang: en\nduration: 10m\nslides:\n  - statement: One.\n    time: {time}\n"


@pytest.mark.parametrize(
    ("time", "notes", "words"),
    [
        ("10m", "x", ""),
        ("8m10s", "x", ""),
        ("3m", "x", "talk.yaml:3:11: info[under-budget]: the talk 'T' takes 3:00 of its 10:00"),
        ("3m", "", ""),  # nothing is known of a talk without notes
    ],
)
def test_a_talk_far_from_its_duration_is_told(tmp_path: Path, time: str, notes: str, words: str) -> None:
    more = f"    notes: {notes}\n" if notes else ""
    (tmp_path / "talk.yaml").write_text(TALK.format(time=time) + more, encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml")
    assert ("-budget]" in done.stdout) is bool(words)
    assert words in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize("time", ["10m1s", "15m"])
def test_a_talk_whose_slides_must_all_stay_is_refused(tmp_path: Path, time: str) -> None:
    (tmp_path / "talk.yaml").write_text(TALK.format(time=time), encoding="utf-8")
    for command in ("check", "build"):
        done = run(tmp_path, command, "talk.yaml")
        assert done.returncode == 2
        assert (
            "talk.yaml:3:11: error[must-too-long]: the slides that must stay take 1"
            in done.stdout + done.stderr
        )
