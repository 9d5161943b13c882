"""`deckgen theme inspect`, and the theme.yaml that corrects what was understood."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from pptx import Presentation

from ..cli.running import run
from .templates import THEME, part, template

TALK = "title: A\nlang: de\ntheme: acme\nslides:\n  - cover\n  - title: Liste\n    bullets: [eins, zwei]\n  - statement: Ein Satz.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with acme.potx, inspected into themes/acme."""
    (tmp_path / "deckgen.yaml").touch()
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks/a.yaml").write_text(TALK, encoding="utf-8")
    template(tmp_path / "acme.potx")
    done = run(tmp_path, "theme", "inspect", "acme.potx", "-o", "themes/acme")
    assert done.returncode == 0, done.stderr
    return tmp_path


def correct(project: Path, lines: str) -> None:
    file = project / "themes/acme/theme.yaml"
    head, mark, rest = file.read_text(encoding="utf-8").partition("# --- read")
    file.write_text(f"{head}{lines}\n{mark}{rest}", encoding="utf-8")


def test_it_says_what_each_look_stands_on_and_why(tmp_path: Path) -> None:
    template(tmp_path / "acme.potx")
    done = run(tmp_path, "theme", "inspect", "acme.potx")
    assert done.returncode == 0
    words = " ".join(done.stdout.split())
    for piece in (
        "4:3",
        "1, 11 layouts",
        "1 Title Slide (title, subtitle): its name says",
        "Composed in the body area of layout 6 Title Only",
        "1 slide of the template",
    ):
        assert piece in words, piece
    assert not list(tmp_path.glob("*.png"))


def test_it_writes_a_theme_that_works(project: Path) -> None:
    assert (project / "themes/acme/acme.png").read_bytes().startswith(b"\x89PNG")
    theme = deckgen.load(project / "talks/a.yaml").theme
    assert theme.name == "acme"
    assert theme.template is not None
    assert theme.template.looks["cover"].layout == "Title Slide"


def test_corrections_hold_and_survive_another_inspection(project: Path) -> None:
    correct(
        project,
        'layouts: {cover: Section Header, statement: 3}\ncolors: {accent1: "#12AB34"}\nbody: [1, 2, 8, 4]\n',
    )
    again = run(project, "theme", "inspect", "acme.potx", "-o", "themes/acme")
    assert again.returncode == 0, again.stderr
    text = (project / "themes/acme/theme.yaml").read_text(encoding="utf-8")
    assert 'layouts: {cover: Section Header, statement: 3}\ncolors: {accent1: "#12AB34"}' in text
    assert text.count("# --- read") == 1
    deck = deckgen.compose(deckgen.load(project / "talks/a.yaml"))
    out = deckgen.write(deck, project / "out.pptx")
    assert [s.slide_layout.name for s in Presentation(out).slides] == [
        "Section Header",
        "Title and Content",
        "Section Header",
    ]
    assert b'<a:accent1><a:srgbClr val="12AB34"/></a:accent1>' in part(out, THEME)
    assert any("accent1" in line for line in deck.theme.template.changed)  # type: ignore[union-attr]


def test_placeholders_can_be_chosen(project: Path) -> None:
    correct(project, "placeholders: {bullets: {body: none}}\n")
    out = deckgen.write(deckgen.compose(deckgen.load(project / "talks/a.yaml")), project / "out.pptx")
    slide = Presentation(out).slides[1]
    assert [p.placeholder_format.idx for p in slide.placeholders if p.placeholder_format.idx < 10] == [0]
    assert any("eins" in s.text_frame.text for s in slide.shapes if s.has_text_frame and not s.is_placeholder)


@pytest.mark.parametrize(
    ("line", "code", "fix"),
    [
        ("layouts: {covr: Blank}", "unknown-look", "cover"),
        ("layouts: {cover: Title Slid}", "unknown-layout", "Title Slide"),
        ("placeholders: {bullets: {body: 44}}", "unknown-placeholder", "it has"),
        ("colors: {accent7: \"#123456\"}", "unknown-key", "accent"),
        ("looks: {}", "unknown-key", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_correction_has_its_line(project: Path, line: str, code: str, fix: str) -> None:
    correct(project, line + "\n")
    with pytest.raises(deckgen.TalkError) as refused:
        deckgen.load(project / "talks/a.yaml")
    found = [f for f in refused.value.findings if f.severity.value == "error"]
    assert [f.code for f in found] == [code]
    assert fix in found[0].fix
    assert found[0].span is not None
    assert found[0].span.file.endswith("theme.yaml")


def test_a_talk_lays_its_colours_over_a_template(tmp_path: Path) -> None:
    template(tmp_path / "acme.potx")
    talk = TALK.replace("theme: acme", 'theme: {extends: acme.potx, colors: {accent1: "#12AB34"}}')
    (tmp_path / "a.yaml").write_text(talk, encoding="utf-8")
    out = deckgen.write(deckgen.compose(deckgen.load(tmp_path / "a.yaml")), tmp_path / "out.pptx")
    assert b'<a:accent1><a:srgbClr val="12AB34"/></a:accent1>' in part(out, THEME)


def test_a_file_that_is_no_template_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "acme.potx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    )
    done = run(tmp_path, "theme", "inspect", "acme.potx")
    assert done.returncode == 2
    assert "password" in done.stderr
    assert "Traceback" not in done.stderr
    assert run(tmp_path, "theme", "inspect", "nowhere.potx").returncode == 2


def test_every_look_of_a_template_shows_every_key(tmp_path: Path) -> None:
    template(tmp_path / "acme.potx")
    done = run(tmp_path, "theme", "check", "acme.potx")
    assert (done.returncode, done.stdout.strip()) == (0, "nothing found"), done.stderr
