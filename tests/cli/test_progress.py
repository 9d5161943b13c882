"""What `build` says while it works, on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .running import TALK

pty = pytest.importorskip("pty", reason="no terminals to pretend here")


def on_terminal(folder: Path, *arguments: str) -> tuple[str, str]:
    """stdout, and what a terminal for stderr gets."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "deckgen", *arguments]
    env = {**os.environ, "COLUMNS": "70", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=theirs, env=env, encoding="utf-8", check=True)  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux: nobody writes any more
            break
        if not part:
            break
        seen += part
    os.close(ours)
    return done.stdout, seen.decode()


def talks(folder: Path, count: int) -> list[str]:
    names = [f"talk-{n}.yaml" for n in range(1, count + 1)]
    for name in names:
        (folder / name).write_text(TALK, encoding="utf-8")
    return names


def test_several_decks_show_how_far_they_are(tmp_path: Path) -> None:
    stdout, seen = on_terminal(tmp_path, "build", *talks(tmp_path, 3))
    assert len(stdout.splitlines()) == 3
    for n in (1, 2, 3):
        assert f"{n}/3 talk-{n}.yaml" in seen
    assert all(len(line) < 70 for line in seen.replace("\n", "\r").split("\r"))
    assert seen.endswith("\r")
    assert not seen.split("\r")[-2].strip()  # the line is taken away


def test_a_project_shows_how_many_are_finished(tmp_path: Path) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "talks").mkdir()
    talks(tmp_path / "talks", 4)
    stdout, seen = on_terminal(tmp_path, "build")
    assert len(stdout.splitlines()) == 4
    for n in range(5):
        assert f"] {n}/4 " in seen
    assert "4 built in" in seen
    assert on_terminal(tmp_path, "build", "--quiet") == ("", "")


def test_one_short_deck_says_nothing(tmp_path: Path) -> None:
    assert on_terminal(tmp_path, "build", *talks(tmp_path, 1))[1] == ""


def test_a_very_long_deck_says_what_is_being_done(tmp_path: Path) -> None:
    slides = "".join(f"  - statement: Satz {n}.\n" for n in range(301))
    (tmp_path / "lang.yaml").write_text("title: Lang\nlang: de\nslides:\n" + slides, encoding="utf-8")
    seen = on_terminal(tmp_path, "build", "lang.yaml")[1]
    assert "lang.yaml: laying out 301 slides" in seen
    assert "lang.yaml: writing 301 slides" in seen


@pytest.mark.parametrize("place", [0, 1])
def test_quiet_says_nothing(tmp_path: Path, place: int) -> None:
    arguments = ["build", *talks(tmp_path, 2)]
    arguments.insert(place, "--quiet")
    assert on_terminal(tmp_path, *arguments)[1] == ""
