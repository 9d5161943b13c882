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
