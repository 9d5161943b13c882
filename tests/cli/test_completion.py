"""What the shell completes: commands, talks, themes, kinds, codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .running import TALK, run


def completed(folder: Path, line: str, **environment: str) -> list[str]:
    """What bash would offer for the last word of `line`."""
    words = line.split(" ")
    env = {
        **os.environ,
        "_DECKGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "PYTHONUTF8": "1",
        **environment,
    }
    command = [sys.executable, "-m", "deckgen"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return [row.partition(",")[2] for row in done.stdout.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell(tmp_path: Path, shell: str) -> None:
    env = {**os.environ, "_DECKGEN_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-m", "deckgen"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
    if shell == "bash" and done.returncode:
        pytest.skip("no bash, or an old one")
    assert done.returncode == 0, done.stderr
    assert "deckgen" in done.stdout


def test_words_are_completed(tmp_path: Path) -> None:
    run(tmp_path, "init", "--lang", "de")
    (tmp_path / "talks" / "zweiter.yaml").write_text(TALK, encoding="utf-8")
    assert "outline" in completed(tmp_path, "deckgen o")
    assert completed(tmp_path, "deckgen build ") == ["erster-vortrag", "zweiter"]
    assert completed(tmp_path, "deckgen build zweiter e") == ["erster-vortrag"]
    assert completed(tmp_path, "deckgen outline z") == ["zweiter"]
    assert completed(tmp_path, "deckgen build --theme pl") == ["plain"]
    assert completed(tmp_path, "deckgen theme show he") == ["helium"]
    assert completed(tmp_path, "deckgen kinds bu") == ["bullets"]
    assert completed(tmp_path, "deckgen explain unknown-k") == ["unknown-key", "unknown-kind"]
    assert "theme" in completed(tmp_path, "deckgen schema t")


def test_a_path_is_left_to_the_shell(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "_DECKGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": "deckgen build ./x",
        "COMP_CWORD": "2",
    }
    command = [sys.executable, "-m", "deckgen"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.startswith("file,")


def test_what_a_talk_is_compared_with_is_completed(tmp_path: Path) -> None:
    (tmp_path / "talks" / "clients").mkdir(parents=True)
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "talks" / "marke.yaml").write_text(
        "variants: {kurz: {duration: 20m}}\n" + TALK, encoding="utf-8"
    )
    (tmp_path / "talks" / "marke.en.yaml").write_text("title: A talk\n", encoding="utf-8")
    (tmp_path / "talks" / "clients" / "acme.yaml").write_text("", encoding="utf-8")
    assert completed(tmp_path, "deckgen outline marke --against ") == [
        "acme",
        "base",
        "lang:en",
        "variant:kurz",
    ]
    assert completed(tmp_path, "deckgen outline marke --against v") == ["variant:kurz"]
