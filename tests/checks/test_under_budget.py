"""The checks `under-budget` and `over-budget` on a talk's `duration`."""

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
        ("11m50s", "x", ""),
        ("3m", "x", "talk.yaml:3:11: info[under-budget]: the talk 'T' takes 3:00 of its 10:00"),
        ("15m", "x", "talk.yaml:3:11: warning[over-budget]: the talk 'T' takes 15:00 of its 10:00"),
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


def test_a_build_tells_that_a_talk_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK.format(time="15m"), encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 0 and "warning[over-budget]: the talk 'T' takes 15:00" in done.stderr
