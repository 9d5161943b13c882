"""What is made ready when deckgen is packed says what the themes say: the same records, the same decks, never an old state."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen
from deckgen import prepared
from deckgen.findings import Findings
from deckgen.prepare import prepare
from deckgen.theme import reader
from deckgen.theme.find import find_theme, names, shipped_dirs
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme
from deckgen.theme.whole import read_theme

THEMES = names(shipped_dirs())
LANGUAGES = [("de", ""), ("en", ""), ("fr", ""), ("ar", ""), ("de", "footer: Vertraulich\n")]
TALK = """title: Bericht
lang: {lang}
theme: {theme}
slides:
  - cover
  - title: Ergebnis
    bullets: [Umsatz, "**Größe**"]
  - closing
"""


def forget() -> None:
    """Forget what this process has taken from files."""
    prepared.sources.cache_clear()
    reader._CACHE.clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of what is made ready, empty, for one test."""
    place = tmp_path / "ready"
    monkeypatch.setattr(prepared, "FOLDER", place)
    forget()
    yield place
    forget()


def shipped(name: str) -> Theme:
    theme = load_theme(name, project=None, base=None, findings=Findings())
    assert theme is not None
    return theme


def deck(folder: Path, theme: str, lang: str = "de", extra: str = "") -> bytes:
    forget()
    talk = folder / "talk.yaml"
    talk.write_text(extra + TALK.format(theme=theme, lang=lang), encoding="utf-8")
    loaded = deckgen.load(talk)
    out = deckgen.write(deckgen.compose(loaded), folder / "talk.pptx")
    return out.read_bytes()


@pytest.mark.parametrize("name", THEMES)
def test_a_prepared_theme_is_what_reading_gives(folder: Path, name: str) -> None:
    prepare(folder)
    theme, findings = shipped(name), Findings()
    assert theme.prepared
    file = find_theme(name, project=None, base=None, findings=findings)
    assert file is not None
    read = read_theme(file.resolve(), None, findings, [])
    assert read is not None and not read.prepared
    for field in ("name", "slots", "styles", "grounds", "looks", "master", "chrome", "labels", "guides"):
        assert getattr(theme, field) == getattr(read, field), field
    for field in ("scrim", "transition", "logo", "folder", "table", "title", "width", "height"):
        assert getattr(theme, field) == getattr(read, field), field
    assert (theme.fonts.brand, theme.fonts.office) == (read.fonts.brand, read.fonts.office)
    assert (theme.fonts.files, theme.fonts.span) == (read.fonts.files, read.fonts.span)
    assert list(theme.fonts.faces) == list(read.fonts.faces)
    for key, face in read.fonts.faces.items():
        assert theme.fonts.faces[key].advances == face.advances
    assert list(theme.looks) == list(read.looks)  # layouts are numbered in this order


@pytest.mark.parametrize(
    ("name", "lang", "extra"),
    [(name, *case) for name in THEMES for case in LANGUAGES[: 5 if name == "helium" else 1]],
)
def test_decks_are_the_same(folder: Path, tmp_path: Path, name: str, lang: str, extra: str) -> None:
    before = deck(tmp_path, name, lang, extra)
    prepare(folder)
    assert deck(tmp_path, name, lang, extra) == before


def test_an_overridden_theme_is_read(folder: Path, tmp_path: Path) -> None:
    prepare(folder)
    talk = tmp_path / "talk.yaml"
    own = "{extends: plain, transition: none}"
    talk.write_text(TALK.format(theme=own, lang="de"), encoding="utf-8")
    assert not deckgen.load(talk).theme.prepared


def test_the_projects_own_theme_of_that_name_is_read(folder: Path, tmp_path: Path) -> None:
    prepare(folder)
    source = Path(str(shipped("plain").folder)) / "theme.yaml"
    own = tmp_path / "themes" / "plain" / "theme.yaml"
    own.parent.mkdir(parents=True)
    own.write_bytes(source.read_bytes())
    (tmp_path / "deckgen.yaml").write_text("", encoding="utf-8")
    talk = tmp_path / "talk.yaml"
    talk.write_text(TALK.format(theme="plain", lang="de"), encoding="utf-8")
    theme = deckgen.load(talk).theme
    assert theme.folder == own.parent.resolve()
    assert not theme.prepared


def test_an_edited_theme_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dirs = (tmp_path / "shipped",)
    for name in THEMES:
        source, target = Path(str(shipped(name).folder)), dirs[0] / name
        for file in source.rglob("*"):
            if file.is_file():
                (target / file.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
                (target / file.relative_to(source)).write_bytes(file.read_bytes())
    for place in ("find", "prepared"):
        monkeypatch.setattr(f"deckgen.theme.{place}.shipped_dirs", lambda: dirs)
    prepare(folder)
    forget()
    assert shipped("helium").prepared and shipped("plain").prepared
    edited = dirs[0] / "plain" / "theme.yaml"
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("transition: fade", "transition: none"), encoding="utf-8")
    assert shipped("plain").transition == ""  # in the same process too
    forget()
    assert shipped("plain").transition == "" and not shipped("plain").prepared
    assert not shipped("helium").prepared  # it takes looks from plain


@pytest.mark.parametrize("damage", ["nothing", "half", "text", "other sources"])
def test_a_damaged_file_or_one_of_other_sources_is_left_alone(folder: Path, damage: str) -> None:
    prepare(folder)
    file = folder / "plain.ready"
    data = file.read_bytes()
    made_from, rows = marshal.loads(data)
    damaged = {
        "nothing": b"",
        "half": data[: len(data) // 2],
        "text": b"theme: plain",
        "other sources": marshal.dumps((made_from + 1, rows), 2),
    }
    file.write_bytes(damaged[damage])
    forget()
    assert not shipped("plain").prepared
