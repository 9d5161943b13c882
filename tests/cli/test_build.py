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


def test_all_talks_are_built_and_all_problems_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TALK.replace("cover", "covr"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TALK, encoding="utf-8")
    (tmp_path / "c.yaml").write_text("titel: x\n", encoding="utf-8")
    done = run(tmp_path, "build", "a.yaml", "b.yaml", "c.yaml")
    assert done.returncode == 2
    assert [Path(line).name for line in done.stdout.splitlines()] == ["b.pptx"]
    assert "a.yaml:4" in done.stderr and "c.yaml:1" in done.stderr


def test_without_a_talk_the_whole_project_is_built(tmp_path: Path) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "talks" / "zwei").mkdir(parents=True)
    (tmp_path / "talks" / "eins.yaml").write_text(TALK, encoding="utf-8")
    (tmp_path / "talks" / "zwei" / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path / "talks", "build")
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "dist").iterdir()) == ["eins.pptx", "zwei.pptx"]


def test_two_talks_never_overwrite_each_other(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rede.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "a/rede.yaml", "b/rede.yaml", "-o", "out")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert "already written from a/rede.yaml" in done.stderr


def test_one_file_for_several_decks_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml", "--fonts", "brand,office", "-o", "x.pptx")
    assert done.returncode == 2
    assert not (tmp_path / "x.pptx").exists()


@pytest.mark.parametrize("sets", ["Arial", "", "brand,"])
def test_unknown_font_sets_are_usage_errors(tmp_path: Path, sets: str) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml", "--fonts", sets)
    assert done.returncode == 2
    assert "--fonts knows brand and office" in done.stderr


def test_a_font_set_named_twice_is_one_deck(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml", "--fonts", "office,office", "-o", "x.pptx")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x.pptx").is_file()


def test_strict_writes_nothing_if_there_are_warnings(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK + "  - statement: Ein Satz.\n    notes: Worte.\n", encoding="utf-8"
    )
    done = run(tmp_path, "build", "talk.yaml", "--strict")
    assert (done.returncode, done.stdout) == (1, "")
    assert "duplicate-title" in done.stderr
    assert not (tmp_path / "dist").exists()
    assert run(tmp_path, "build", "talk.yaml").returncode == 0


BEGINNER = """title: Mein erster Vortrag
speaker: Max Mustermann
slides:
  - cover
  - title: Worum es geht
    bullets:
      - Eins
      - Zwei
    notes: Das sage ich dazu.
"""


@pytest.mark.parametrize("theme", ["plain", "helium"])
def test_a_beginners_first_lines_are_right_at_the_first_try(tmp_path: Path, theme: str) -> None:
    (tmp_path / "talk.yaml").write_text(BEGINNER, encoding="utf-8")
    checked = run(tmp_path, "check", "talk.yaml", "--theme", theme, "--fail-on", "warning")
    rows = [row for row in checked.stdout.splitlines() if "[" in row]
    assert all(row.startswith("info[fonts-needed]") for row in rows), checked.stdout  # Outfit isn't Office's
    built = run(tmp_path, "build", "talk.yaml", "--theme", theme, "--strict")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "dist" / "talk.pptx").is_file()


def test_two_names_of_one_talk_are_one_deck(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml", "talk")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)
