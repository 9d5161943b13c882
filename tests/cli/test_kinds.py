"""`deckgen kinds`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.cli._sketch import sketch
from deckgen.findings import Findings
from deckgen.kinds import kind, kind_names, summary
from deckgen.reference import looks_of
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme

from .running import run


def plain() -> Theme:
    theme = load_theme("plain", project=None, base=None, findings=Findings())
    assert theme is not None
    return theme


def in_terminal(folder: Path, encoding: str, columns: int, *arguments: str) -> str:
    """What a terminal of that encoding and width would get, as bytes decoded strictly."""
    env = {
        **os.environ,
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": encoding,
        "COLUMNS": str(columns),
        "NO_COLOR": "1",
    }
    command = [sys.executable, "-m", "deckgen", *arguments]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=True)
    return done.stdout.decode(encoding)


def test_all_kinds_are_listed_with_what_they_are_for(tmp_path: Path) -> None:
    done = run(tmp_path, "kinds")
    assert done.returncode == 0, done.stderr
    words = " ".join(done.stdout.split())
    for name in kind_names():
        assert f"{name} {summary(name)}" in words


@pytest.mark.parametrize("name", ["bullets", "points", "chart", "cover"])
def test_a_kind_is_shown_with_example_keys_and_drawing(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "kinds", name)
    assert done.returncode == 0, done.stderr
    for line in kind(name).example.split("\n"):
        assert f"  {line}\n" in done.stdout
    words = " ".join(done.stdout.split())
    assert "priority what may go when time is short (must | should | could; default: must)" in words
    assert "┌ title " in done.stdout
    if name == "points":
        assert "Keys of an item of `points`" in done.stdout
        assert "show which slides are made: overview, each, recap" in words


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_has_a_drawing_with_all_that_its_layout_shows(name: str) -> None:
    theme = plain()
    look = looks_of(name, theme)[0]
    text = "\n".join(sketch(look, theme))
    for role in {p.role for p in look.placeholders if p.when.without == ()}:
        assert role in text or role in ("date", "slide-number"), (name, role)


def test_a_title_beside_the_content_that_is_the_title_is_not_offered(tmp_path: Path) -> None:
    keys = run(tmp_path, "kinds", "statement").stdout.partition("Keys of every slide")[2]
    assert "\n  subtitle " in keys
    assert "\n  title " not in keys


@pytest.mark.parametrize("columns", [30, 36, 60, 200])
@pytest.mark.parametrize("name", ["columns", "chart"])
def test_it_fits_any_terminal(tmp_path: Path, columns: int, name: str) -> None:
    for line in in_terminal(tmp_path, "utf-8", columns, "kinds", name).splitlines():
        assert len(line) <= max(columns, 30) or (line.startswith("  ") and line.strip() in kind(name).example)


def test_a_console_without_box_drawing_gets_ascii(tmp_path: Path) -> None:
    text = in_terminal(tmp_path, "cp1252", 80, "kinds", "quote")
    assert "+ quote -" in text
    assert "|" in text
    assert "?" not in text.partition("Where things stand")[2].partition("Keys of")[0]


def test_a_console_with_box_drawing_gets_it(tmp_path: Path) -> None:
    assert "┌ quote ─" in in_terminal(tmp_path, "cp850", 80, "kinds", "quote")


@pytest.mark.parametrize(("word", "hint"), [("bulets", "did you mean 'bullets'?"), ("xyzzy", "lists all")])
def test_an_unknown_kind_is_exit_2(tmp_path: Path, word: str, hint: str) -> None:
    done = run(tmp_path, "kinds", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr
