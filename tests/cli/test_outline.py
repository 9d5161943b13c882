"""`deckgen outline`."""

from __future__ import annotations

from pathlib import Path

from .running import TALK, run


def test_times_and_clock_add_up(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("duration: 10m\n" + TALK, encoding="utf-8")
    done = run(tmp_path, "outline", "talk.yaml")
    assert done.returncode == 0, done.stderr
    assert "Ein Satz." in done.stdout
    assert "total 2:20 of 10:00: 7:40 to spare" in done.stdout


def test_ids_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    assert "ein-satz" in run(tmp_path, "outline", "talk.yaml", "--ids").stdout


def test_a_talk_that_is_too_long_says_so(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("duration: 1m\n" + TALK, encoding="utf-8")
    assert "too long" in run(tmp_path, "outline", "talk.yaml").stdout


def test_sections_show_their_budgets_and_what_is_over(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        "title: x\nlang: de\nslides:\n  - section: Teil\n    time: 1m\n  - statement: Ein Satz.\n    time: 2m\n",
        encoding="utf-8",
    )
    rows = run(tmp_path, "outline", "talk.yaml").stdout.splitlines()
    assert any("of 1:00  Teil" in row and "over its budget" in row for row in rows)


def test_a_wrong_talk_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("titel: x\n", encoding="utf-8")
    done = run(tmp_path, "outline", "talk.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "talk.yaml:1:1" in done.stderr
