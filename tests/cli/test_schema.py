"""`deckgen schema`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from .running import run


@pytest.mark.parametrize("name", ["talk", "client", "theme", "project"])
def test_a_valid_schema_is_printed(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "schema", name)
    assert done.returncode == 0, done.stderr
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


def test_without_a_name_it_is_the_talks(tmp_path: Path) -> None:
    assert json.loads(run(tmp_path, "schema").stdout)["title"] == "A deckgen talk"


def test_it_can_be_written_into_a_file(tmp_path: Path) -> None:
    done = run(tmp_path, "schema", "theme", "-o", "schemas/theme.json")
    assert (done.returncode, done.stdout) == (0, f"{Path('schemas/theme.json')}\n")
    assert json.loads((tmp_path / "schemas" / "theme.json").read_text(encoding="utf-8"))["title"]


@pytest.mark.parametrize("arguments", [["clients"], ["nix"], ["talk", "-o", "."]])
def test_what_there_is_none_of_is_exit_2(tmp_path: Path, arguments: list[str]) -> None:
    done = run(tmp_path, "schema", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_written_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "schemas").write_text("", encoding="utf-8")
    done = run(tmp_path, "schema", "-o", "schemas/talk.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "can't be written" in done.stderr
