"""`deckgen check`."""

from __future__ import annotations

import json
from pathlib import Path

from .running import TALK, run


def test_a_clean_talk_is_exit_0_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (tmp_path / "dist").exists()


def test_the_bar_decides_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK.replace("cover", "cover:\n    notes: Worte.") + "  - statement: Ein Satz.\n    notes: Worte.\n",
        encoding="utf-8",
    )
    assert run(tmp_path, "check", "talk.yaml").returncode == 0
    assert run(tmp_path, "check", "talk.yaml", "--fail-on", "warning").returncode == 1


def test_json_has_places(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK + "  - statment: x\n", encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml", "--format", "json")
    assert done.returncode == 2
    rows = json.loads(done.stdout)
    assert ("talk.yaml", 8) in [(r["file"], r["line"]) for r in rows]


def test_findings_and_a_closing_line_go_to_stdout(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK + "  - statement: Ein Satz.\n    notes: Worte.\n", encoding="utf-8"
    )
    rows = run(tmp_path, "check", "talk.yaml").stdout.splitlines()
    at = next(i for i, row in enumerate(rows) if "duplicate-title" in row)
    assert rows[at].startswith("talk.yaml:8:5: warning[duplicate-title]")
    assert rows[at + 1] == "      - statement: Ein Satz."
    assert rows[at + 2].index("^") == 4 + 4
    assert rows[-1] == "1 warning"


def test_every_talk_is_checked_even_if_one_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("titel: x\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TALK + "  - statement: Ein Satz.\n    notes: Worte.\n", encoding="utf-8")
    done = run(tmp_path, "check", "a.yaml", "b.yaml")
    assert done.returncode == 2
    assert "a.yaml:1" in done.stdout and "duplicate-title" in done.stdout
