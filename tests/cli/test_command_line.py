"""What all commands share: help, exit codes, pipes, flags before and after the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen

from .running import TALK, run

COMMANDS = ["build", "check", "doctor", "explain", "init", "kinds", "new", "outline", "schema", "theme"]
INNER = [["new", "talk"], ["theme", "list"], ["theme", "show"], ["theme", "check"]]


def test_help_lists_every_command_with_an_example(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert done.returncode == 0
    assert "Example:" in done.stdout
    for command in COMMANDS:
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize("command", [*([c] for c in COMMANDS), *INNER], ids=" ".join)
def test_each_command_has_help_with_an_example(tmp_path: Path, command: list[str]) -> None:
    done = run(tmp_path, *command, "--help")
    assert done.returncode == 0
    assert f"Example: deckgen {' '.join(command)}" in done.stdout


def test_version(tmp_path: Path) -> None:
    assert deckgen.__version__ in run(tmp_path, "--version").stdout


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["build", "--help"], ["build", "--nonsense"], ["theme", "--help"], ["kinds", "-h"]],
)
def test_help_and_usage_errors_load_nothing_of_the_library(tmp_path: Path, arguments: list[str]) -> None:
    code = (
        "import json, sys\n"
        "from deckgen.cli import main\n"
        "try: main(json.loads(sys.argv[1]))\n"
        "except SystemExit: pass\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    command = [sys.executable, "-c", code, json.dumps(arguments)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert not loaded & {
        "yaml",
        "PIL",
        "lxml",
        "pptx",
        "rich",
        "deckgen.api",
        "deckgen.compiler",
        "deckgen.kinds",
    }


@pytest.mark.parametrize("arguments", [["--nonsense"], ["build", "--nonsense"], ["nonsense"], ["outline"]])
def test_usage_errors_are_exit_2(tmp_path: Path, arguments: list[str]) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert "Usage: deckgen" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_a_talk_there_must_be_a_project(tmp_path: Path, command: str) -> None:
    done = run(tmp_path, command)
    assert done.returncode == 2
    assert "name a talk" in done.stderr
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    done = run(tmp_path, command)
    assert done.returncode == 2
    assert "there is none in" in done.stderr


@pytest.mark.parametrize("command", ["build", "check", "outline"])
def test_a_talk_that_is_not_there_is_exit_2(tmp_path: Path, command: str) -> None:
    done = run(tmp_path, command, "nirgends")
    assert done.returncode == 2
    assert "there is no talk 'nirgends'" in done.stderr + done.stdout


@pytest.mark.parametrize("place", [0, 1])
def test_quiet_stands_before_or_after_the_command(tmp_path: Path, place: int) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK + "  - statement: Ein Satz.\n    notes: Worte.\n", encoding="utf-8"
    )
    assert "warning" in run(tmp_path, "check", "talk.yaml").stdout
    arguments = ["check", "talk.yaml"]
    arguments.insert(place, "--quiet")
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "deckgen", "outline", "talk.yaml"]
    done = subprocess.run(
        command, cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    os.close(writer)
    assert done.stderr == ""
    assert done.returncode == 141
