"""The project's file: no key is accepted and ignored."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen

TALK = "title: A\nslides: [cover]\n"


@pytest.mark.parametrize("text", ["", "# a project\n", "\ufeff# a project\n\n"])
def test_an_empty_project_file_marks_the_folder(tmp_path: Path, text: str) -> None:
    (tmp_path / "deckgen.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "a.yaml").write_text(TALK, encoding="utf-8")
    assert deckgen.load("a", cwd=tmp_path).root == tmp_path.resolve()


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [("tals: x\nbiuld: y\n", "unknown-key", 2), ("- x\n", "wrong-type", 1), ("x: [\n", "yaml-syntax", 1)],
)
def test_what_stands_in_a_project_file_is_an_error(tmp_path: Path, text: str, code: str, count: int) -> None:
    (tmp_path / "deckgen.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(TALK, encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.load("a.yaml", cwd=tmp_path)
    assert [f.code for f in caught.value.findings] == [code] * count
    assert all(f.span is not None and f.span.file == "deckgen.yaml" for f in caught.value.findings)
