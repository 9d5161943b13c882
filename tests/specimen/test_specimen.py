"""A theme's specimen: `deckgen theme show NAME -o specimen.pptx`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import deckgen
from deckgen.findings import Finding, Findings, Severity
from deckgen.kinds import kind_names
from deckgen.scene.deck import Deck
from deckgen.specimen import LANGS, samples, specimen
from deckgen.specimen import deck as making
from deckgen.theme.find import names, shipped_dirs
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme
from pptx import Presentation
from tests.cli.running import run
from tests.overflow import overflows
from tests.rendering import to_pdfs
from tests.template.templates import GERMAN, template

THEMES = names(shipped_dirs())
MEANT = {"duplicate-title", "draft", "crowded", "fonts-needed"}
"""The same slide on three grounds, a slide with only a title, pages of figures that are read: what a specimen is for."""


def theme_of(name: str) -> Theme:
    theme = load_theme(name, project=None, base=None, findings=Findings())
    assert theme is not None
    return theme


@cache
def made(name: str, lang: str = "en") -> tuple[Deck, list[Finding]]:
    """A specimen, composed once."""
    return specimen(theme_of(name), lang)


def words(deck: Deck, number: int) -> set[str]:
    """The texts of a slide."""
    return {i.text.plain for i in deck.scenes[number].walk() if getattr(i, "text", None) is not None}  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", THEMES)
def test_every_kind_and_every_layout_is_shown_on_every_ground(name: str, lang: str) -> None:
    theme = theme_of(name)
    deck, lost = made(name, lang)
    assert lost == []
    assert [f for f in deckgen.check(deck) if f.code not in MEANT] == []
    assert {scene.kind for scene in deck.scenes} >= set(kind_names()) - {"blocks"}
    shown = {(scene.layout.look, scene.layout.ground) for scene in deck.scenes}
    wanted = {(look.name, ground) for look in theme.looks.values() for ground in look.grounds}
    assert wanted - shown == set(), "add a slide to src/deckgen/data/samples that the layout is for"


def test_the_first_pages_tell_colours_contrasts_type_and_logo() -> None:
    theme = theme_of("kontor")
    deck, _ = made("kontor")
    for number, ground in enumerate(("light", "dark", "accent")):
        assert deck.scenes[number].layout.ground == ground
        assert set(theme.grounds[ground].roles) <= words(deck, number)
    assert {"#12433A", "10.7", "#B5832E", "3.2"} <= words(deck, 0)
    assert any("30/36 Source Serif 4; 28" in text for text in words(deck, 3))
    assert {"Cover", "1.25 × 0.40 in"} <= words(deck, 4)
    german, _ = made("kontor", "de")
    assert "10,7" in words(german, 0)
    assert "3,2 × 1,0 cm" in words(german, 4)


def test_notes_say_how_a_slide_is_written() -> None:
    deck, _ = made("plain")
    scene = next(
        s for s in deck.scenes if s.title == "Customers remember the brand." and s.layout.ground == "dark"
    )
    assert scene.notes is not None
    said = [p.plain for p in scene.notes.paragraphs]
    assert said[0].startswith("The kind chart on the ground dark")
    assert "  type: bar " in said[1]
    assert said[1].endswith("  background: dark")


def test_a_kind_without_a_sample_is_shown_by_its_example(monkeypatch: pytest.MonkeyPatch) -> None:
    real = samples.samples
    monkeypatch.setattr(making, "samples", lambda lang: [s for s in real(lang) if "triangle" not in s.yaml])
    deck, lost = specimen(theme_of("plain"))
    assert lost == []
    shown = [s for s in deck.scenes if s.layout.look == "triangle"]
    assert [s.layout.ground for s in shown] == ["light", "dark", "accent"]
    assert {s.title for s in shown} == {"Three poles."}


def test_a_layout_of_its_own_is_shown(tmp_path: Path) -> None:
    home = tmp_path / "themes" / "acme"
    home.mkdir(parents=True)
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    look = "looks:\n  bullets-wide:\n    like: bullets\n    label: Wide bullets\n"
    (home / "theme.yaml").write_text(f"name: acme\nextends: plain\n{look}", encoding="utf-8")
    done = run(tmp_path, "theme", "show", "themes/acme", "-o", "dist/acme.pptx")
    assert (done.returncode, done.stdout.strip()) == (0, str(Path("dist/acme.pptx"))), done.stderr
    layouts = [slide.slide_layout.name for slide in Presentation(str(tmp_path / "dist/acme.pptx")).slides]
    assert len([name for name in layouts if name.startswith("Wide bullets")]) == 3


def test_what_a_theme_cannot_show_is_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real = samples.samples
    long = "- statement: " + "a sentence that never ends " * 60
    monkeypatch.setattr(
        making, "samples", lambda lang: [*real(lang), *samples._slides(long, "samples/en/99-long.yaml")]
    )
    deck, lost = specimen(theme_of("plain"))
    assert {(f.code, f.severity) for f in lost} == {("text-overflow", Severity.WARNING)}
    assert {f.span.file for f in lost if f.span is not None} == {"samples/en/99-long.yaml"}
    assert len(deck.scenes) > 100


def test_the_command_writes_a_deck_that_passes_the_check(tmp_path: Path) -> None:
    done = run(tmp_path, "theme", "show", "helium", "-o", "specimen.pptx", "--lang", "de", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "specimen.pptx\n", "")
    assert Presentation(str(tmp_path / "specimen.pptx")).slides[0].shapes.title.text == "Farben: Hell"
    done = run(tmp_path, "check", "specimen.pptx", "--fit")
    assert (done.returncode, done.stdout) == (0, "nothing found\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("heliun", "-o", "x.pptx"), "helium"),
        (("helium", "-o", "x.pdf"), ".pptx"),
        (("helium", "--lang", "de"), "add -o"),
        (("helium", "-o", "x.pptx", "--lang", "fr"), "de and en"),
        (("none.potx", "-o", "x.pptx"), "none.potx"),
    ],
)
def test_what_is_wrong_with_the_command_is_said(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run(tmp_path, "theme", "show", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("size", [None, (12_192_000, 6_858_000)], ids=["4:3", "16:9"])
def test_a_clients_template_has_a_specimen(tmp_path: Path, size: tuple[int, int] | None) -> None:
    template(tmp_path / "acme.potx", names=GERMAN, size=size)
    done = run(tmp_path, "theme", "show", "acme.potx", "-o", "specimen.pptx")
    assert (done.returncode, done.stdout) == (0, "specimen.pptx\n"), done.stderr
    made = Presentation(str(tmp_path / "specimen.pptx"))
    assert {"Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift"} <= {
        s.slide_layout.name for s in made.slides
    }
    assert len({s.shapes.title.text for s in made.slides if s.shapes.title is not None}) > 50
    done = run(tmp_path, "check", "specimen.pptx", "--fit")
    assert (done.returncode, done.stdout) == (0, "nothing found\n")


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_no_text_leaves_its_shape(tmp_path: Path) -> None:
    decks = [deckgen.write(made(name)[0], tmp_path / f"{name}.pptx") for name in THEMES]
    found = {d.stem: overflows(d, pdf) for d, pdf in zip(decks, to_pdfs(decks), strict=True)}
    assert found == {name: [] for name in THEMES}
