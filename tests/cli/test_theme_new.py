"""`deckgen theme new`: a theme from one colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import run

TALK = "title: T\ntheme: {name}\nslides:\n  - cover\n  - section: A\n  - title: B\n    chart: {{C: 1, D: 2}}\n    alt: E\n  - closing\n"


@pytest.mark.parametrize(
    ("name", "color", "more"),
    [
        ("acme", "#1F6F5C", ()),
        ("acme", "FFD400", ("--extends", "helium")),
        ("Müller & Söhne's", "#8a1538", ()),
    ],
)
def test_a_new_theme_is_sound_and_builds(
    tmp_path: Path, name: str, color: str, more: tuple[str, ...]
) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    done = run(tmp_path, "theme", "new", name, "--color", color, *more)
    assert (done.returncode, done.stdout) == (0, f"themes/{name}/theme.yaml\n"), done.stderr
    assert run(tmp_path, "theme", "check", name).stdout == "nothing found\n"
    (tmp_path / "talk.yaml").write_text(TALK.format(name=name), encoding="utf-8")
    assert run(tmp_path, "build", "talk.yaml").returncode == 0
    again = run(tmp_path, "theme", "new", name, "--color", "#000000")
    assert again.returncode == 2 and "nothing was written" in again.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("acme", "--color", "red"), "six hex digits"),
        (("acme",), "--color"),
        (("../acme", "--color", "#000000"), "can't be the name of a theme"),
        (("acme", "--color", "#000000", "--extends", "hellium"), "--extends helium"),
        (("acme", "--color", "#000000", "--extends", "./there"), "write a theme's name"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(
    tmp_path: Path, args: tuple[str, ...], words: str
) -> None:
    done = run(tmp_path, "theme", "new", *args)
    assert done.returncode == 2 and words in done.stderr
    assert not (tmp_path / "themes").exists()
