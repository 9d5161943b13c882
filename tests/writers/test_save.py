"""Saving: all or nothing, and a sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.errors import OutputError
from deckgen.writers import save, writer_for


def test_writers_are_found_by_suffix_and_name() -> None:
    assert writer_for(".pptx") is writer_for("pptx") is writer_for(".PPTX")
    assert writer_for("pptx").suffix == ".pptx"


@pytest.mark.parametrize("suffix", ["", ".odp", "_writer", "../x", "..pptx"])
def test_other_suffixes_are_refused_with_what_there_is(suffix: str) -> None:
    with pytest.raises(OutputError, match=r"\.pptx"):
        writer_for(suffix)


def test_a_file_replaces_an_older_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "new" / "talk.bin"
    save(b"old", path)
    save(b"new", path)
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["talk.bin"]


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "talk.pptx").mkdir()
    with pytest.raises(OutputError, match="this is a folder"):
        save(b"x", tmp_path / "talk.pptx")
    assert os.listdir(tmp_path) == ["talk.pptx"]


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"")
    with pytest.raises(OutputError, match="dist"):
        save(b"x", tmp_path / "dist" / "talk.pptx")


@pytest.mark.parametrize("name", ["x" * 300 + ".pptx", "a\0b.pptx"])
def test_impossible_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        save(b"x", tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_a_locked_file_keeps_what_it_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "talk.bin"
    path.write_bytes(b"old")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(OutputError, match="open in PowerPoint"):
        save(b"new", path)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["talk.bin"]
