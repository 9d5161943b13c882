"""`deckgen theme new`: a theme from one colour."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

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


def picture(path: Path, color: tuple[int, ...]) -> None:
    """A logo: a bar of one colour, cut out."""
    image = Image.new("RGBA", (400, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((20, 20, 380, 100), fill=color)
    image.save(path)


@pytest.mark.parametrize("parent", ["plain", "kontor"])
def test_a_colour_and_a_logo_make_a_theme_with_a_palette(tmp_path: Path, parent: str) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    picture(tmp_path / "a.png", (20, 24, 31, 255))
    picture(tmp_path / "b.png", (255, 255, 255, 255))
    logos = ("--logo", "a.png", "--logo-dark", "b.png", "--extends", parent)
    done = run(tmp_path, "theme", "new", "acme", "--color", "fc0", *logos)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"themes/acme/{file}" for file in ("theme.yaml", "logo.png", "logo-dark.png")
    ]
    text = (tmp_path / "themes" / "acme" / "theme.yaml").read_text(encoding="utf-8")
    assert '"#FFCC00"' in text and "logo: {light: logo.png, dark: logo-dark.png}" in text
    assert "series 6" in done.stderr and "brand as text" in done.stderr
    assert run(tmp_path, "theme", "check", "acme").stdout == "nothing found\n"
    (tmp_path / "talk.yaml").write_text(TALK.format(name="acme"), encoding="utf-8")
    assert run(tmp_path, "build", "talk.yaml", "-o", "x.pptx").returncode == 0
    with zipfile.ZipFile(tmp_path / "x.pptx") as package:
        assert 1 <= sum(name.startswith("ppt/media/") for name in package.namelist()) <= 2


def test_a_drawn_logo_stays_a_drawing(tmp_path: Path) -> None:
    from ..svgs import svg  # skips where no SVG can be drawn

    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    (tmp_path / "mark.svg").write_bytes(svg('<rect width="60" height="60" fill="#1F6F5C"/>'))
    done = run(tmp_path, "theme", "new", "acme", "--color", "#1F6F5C", "--logo", "mark.svg")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "themes" / "acme" / "logo.svg").read_bytes().lstrip().startswith(b"<")
    (tmp_path / "talk.yaml").write_text(TALK.format(name="acme"), encoding="utf-8")
    built = run(tmp_path, "build", "talk.yaml")
    assert built.returncode == 0, built.stderr


def test_without_a_colour_the_logos_is_taken_and_said(tmp_path: Path) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    picture(tmp_path / "green.png", (10, 120, 90, 255))
    done = run(tmp_path, "theme", "new", "acme", "--logo", "green.png")
    assert done.returncode == 0 and "#0A785A is the logo's" in done.stderr
    quiet = run(tmp_path, "theme", "new", "two", "--logo", "green.png", "--quiet")
    assert (quiet.stdout, quiet.stderr) == ("themes/two/theme.yaml\nthemes/two/logo.png\n", "")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--logo", "white.png"), "no colour but white"),
        (("--logo", "none.png"), "no such file"),
        (("--logo", "deckgen.yaml", "--color", "#123456"), "no picture"),
        (("--logo-dark", "white.png", "--color", "#123456"), "needs --logo"),
    ],
)
def test_what_is_wrong_with_a_logo_is_said_and_nothing_written(
    tmp_path: Path, args: tuple[str, ...], words: str
) -> None:
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    picture(tmp_path / "white.png", (255, 255, 255, 255))
    done = run(tmp_path, "theme", "new", "acme", *args)
    assert done.returncode == 2 and words in done.stderr, done.stderr
    assert not (tmp_path / "themes").exists()
