"""`deckgen build`."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import TALK, run


def test_the_path_of_the_deck_goes_to_stdout(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == (tmp_path / "dist" / "talk.pptx").resolve()
    assert (tmp_path / "dist" / "talk.pptx").is_file()


def test_two_font_sets_are_two_decks(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml", "--fonts", "brand,office", "--theme", "helium", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["talk-office.pptx", "talk.pptx"]


def test_a_wrong_talk_is_exit_2_with_place_and_nothing_written(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK.replace("statement", "statment") + "tilte: x\n", encoding="utf-8"
    )
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 2
    assert "talk.yaml:5:5" in done.stderr
    assert "did you mean 'statement'?" in done.stderr
    assert "did you mean 'title'?" in done.stderr
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("latin1", b"title: Caf\xe9\nslides: [cover]\n"),
        ("tabs", b"title: x\nslides:\n\t- cover\n"),
        ("empty", b""),
        ("tags", b"title: !!python/object:os.system x\nslides: [cover]\n"),
        ("later kind", b"title: x\nslides:\n  - title: y\n    table: z\n"),
        ("later key", b"title: x\nslides:\n  - statement: y\n    build: each\n"),
        ("outside", b"title: x\nslides:\n  - image: ../../etc/passwd\n"),
        ("address", b"title: x\nslides:\n  - image: https://example.com/a.png\n"),
        ("no slides", b"title: x\n"),
        ("list", b"- a\n"),
        ("wrong time", b"title: x\nslides:\n  - statement: y\n    time: 1:30\n"),
    ],
)
def test_bad_input_is_never_a_traceback(tmp_path: Path, name: str, text: bytes) -> None:
    (tmp_path / "talk.yaml").write_bytes(text)
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 2, (name, done.stderr)
    assert "talk.yaml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    assert not (tmp_path / "dist").exists()


def test_a_picture_that_lies_about_its_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;")
    (tmp_path / "talk.yaml").write_text("title: x\nslides:\n  - image: bild.png\n", encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 2
    assert "talk.yaml:3:12" in done.stderr


def test_a_talk_over_16_mb_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "talk.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 2
    assert "16 MB" in done.stderr
