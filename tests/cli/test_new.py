"""`deckgen new`."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen

from .running import run


@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_new_talk_builds_and_checks_clean(tmp_path: Path, lang: str) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    done = run(tmp_path, "new", "talk", "spring-meeting", "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == Path("talks/spring-meeting.yaml")
    assert "deckgen build spring-meeting" in done.stderr
    assert run(tmp_path, "check", "spring-meeting", "--fail-on", "info").stdout == "nothing found\n"
    done = run(tmp_path, "build", "spring-meeting")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "dist" / "spring-meeting.pptx").is_file()
    info = deckgen.load(tmp_path / "talks" / "spring-meeting.yaml").talk.info
    assert (info.lang, info.title.plain) == (lang, "Spring meeting")


@pytest.mark.parametrize(
    "title", ["Git: a course", 'Don\'t #1 "say" it', "Für ${alle} – 100 %", "- [x]", "null", "*a* & !b"]
)
def test_any_title_can_be_given(tmp_path: Path, title: str) -> None:
    done = run(tmp_path, "new", "talk", "probe", "--title", title)
    assert done.returncode == 0, done.stderr
    text = deckgen.load(tmp_path / "talks" / "probe.yaml").talk.info.title.plain
    for mark in "\"'*“”‘’":
        text, title = text.replace(mark, ""), title.replace(mark, "")
    assert text == title


def test_an_empty_title_is_the_starters(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "talk", "probe", "--title", " \n ").returncode == 0
    assert deckgen.load(tmp_path / "talks" / "probe.yaml").talk.info.title.plain == "My first talk"


@pytest.mark.parametrize("there", ["talks/probe.yaml", "talks/probe/talk.yaml"])
def test_nothing_is_overwritten(tmp_path: Path, there: str) -> None:
    path = tmp_path / there
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    done = run(tmp_path, "new", "talk", "probe")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{Path(there)} is there already" in done.stderr
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "a\\b", "", " ", ".x", "con", "LPT1", "a?", "x.", "a" * 200, "a\nb", "C:x"]
)
def test_names_that_no_file_may_have(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "new", "talk", name)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_suffix_may_be_typed(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "talk", "Frühjahr 2024.yaml").returncode == 0
    assert (tmp_path / "talks" / "Frühjahr 2024.yaml").is_file()


def test_it_goes_to_the_project_above(tmp_path: Path) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "talks").mkdir()
    assert run(tmp_path / "talks", "new", "talk", "probe", "--quiet").stderr == ""
    assert (tmp_path / "talks" / "probe.yaml").is_file()


def test_without_a_project_it_says_so(tmp_path: Path) -> None:
    assert "deckgen init" in run(tmp_path, "new", "talk", "probe").stderr


def test_a_folder_that_cannot_be_made_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "talks").write_text("", encoding="utf-8")
    done = run(tmp_path, "new", "talk", "probe")
    assert (done.returncode, done.stdout) == (2, "")
    assert "can't be written" in done.stderr
