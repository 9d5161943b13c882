"""`embed-fonts`: the brand's font files inside of the deck, as PowerPoint keeps them, and why one isn't there."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import struct
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

import deckgen
from deckgen.findings import Finding
from deckgen.typeset.sfnt import read_sfnt

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "themes" / "helium" / "fonts"
REGULAR, BOLD = FONTS / "Outfit-Regular.ttf", FONTS / "Outfit-Bold.ttf"
TALK = "title: Schriften\ntheme: {theme}\nembed-fonts: {wish}\nslides:\n  - statement: Alles ist **Marketing**.\n    notes: Ja.\n"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def project(folder: Path, theme: str = "helium", wish: str = "yes") -> Path:
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    talk = folder / "talk.yaml"
    talk.write_text(TALK.format(theme=theme, wish=wish), encoding="utf-8")
    return talk


def built(talk: Path, fonts: str | None = None) -> tuple[zipfile.ZipFile, list[Finding]]:
    deck = deckgen.compose(deckgen.load(talk, fonts=fonts))
    path = deckgen.write(deck, talk.parent / "talk.pptx")
    return zipfile.ZipFile(path), deckgen.check(deck)


def own_theme(folder: Path, changes: dict[str, bytes | None]) -> None:
    """helium as the project's theme `helium`, with font files replaced, or taken out (None)."""
    home = folder / "themes" / "helium"
    shutil.copytree(ROOT / "themes" / "helium", home)
    text = (home / "theme.yaml").read_text(encoding="utf-8")
    for name, data in changes.items():
        if data is not None:
            (home / "fonts" / name).write_bytes(data)
        else:
            text = re.sub(rf"fonts/{name}(, )?", "", text)
    (home / "theme.yaml").write_text(text, encoding="utf-8")


def with_fs_type(data: bytes, value: int) -> bytes:
    font = TTFont(io.BytesIO(data))
    font["OS/2"].fsType = value
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def test_both_files_are_in_the_deck_whole(tmp_path: Path) -> None:
    deck, findings = built(project(tmp_path))
    main = etree.fromstring(deck.read("ppt/presentation.xml"))
    assert main.get("embedTrueTypeFonts") == "1" and main.get("saveSubsetFonts") is None
    (entry,) = main.iter(P + "embeddedFont")
    assert entry.find(P + "font").get("typeface") == "Outfit"
    rels = {
        r.get("Id"): r.get("Target") for r in etree.fromstring(deck.read("ppt/_rels/presentation.xml.rels"))
    }
    faces = {e.tag.removeprefix(P): rels[e.get(R + "id")] for e in entry if e.tag != P + "font"}
    assert list(faces) == ["regular", "bold"]
    for name, file in ((faces["regular"], REGULAR), (faces["bold"], BOLD)):
        eot = deck.read("ppt/" + name)
        size, length, version, flags = struct.unpack_from("<4I", eot)  # W3C, EOT 0x00020001
        assert (size, version, flags) == (len(eot), 0x00020001, 0)
        assert eot[-length:] == file.read_bytes()
        font = TTFont(io.BytesIO(eot[-length:]))
        os2 = font["OS/2"]
        assert struct.unpack_from("<I", eot, 28)[0] == os2.usWeightClass
        assert struct.unpack_from("<HH", eot, 32) == (os2.fsType, 0x504C)
        assert struct.unpack_from("<6I", eot, 36) == (
            os2.ulUnicodeRange1, os2.ulUnicodeRange2, os2.ulUnicodeRange3, os2.ulUnicodeRange4, os2.ulCodePageRange1, os2.ulCodePageRange2,
        )  # fmt: skip
        assert struct.unpack_from("<I", eot, 60)[0] == font["head"].checkSumAdjustment
        at, words = 82, []
        for _ in range(4):
            (count,) = struct.unpack_from("<H", eot, at)
            words.append(eot[at + 2 : at + 2 + count].decode("utf-16-le"))
            at += 4 + count
        assert words == [font["name"].getDebugName(i) for i in (1, 2, 5, 4)]
    assert [f.code for f in findings if f.code.startswith("font")] == []


def test_without_the_key_the_deck_is_small_and_check_names_the_fonts(tmp_path: Path) -> None:
    deck, findings = built(project(tmp_path, wish="no"))
    assert not [n for n in deck.namelist() if "font" in n.casefold()]
    (info,) = [f for f in findings if f.code == "fonts-needed"]
    assert info.severity.name == "INFO"
    assert "needs Outfit" in info.message and "Arial" in info.message and "Outfit-Bold.ttf" in info.fix


def test_office_fonts_need_no_file(tmp_path: Path) -> None:
    talk = project(tmp_path)
    deck, findings = built(talk, fonts="office")
    assert not [n for n in deck.namelist() if n.endswith(".fntdata")]
    (info,) = [f for f in findings if f.code == "font-not-embedded"]
    assert info.severity.name == "INFO" and info.span is not None and info.span.line == 3
    assert [f for f in findings if f.code == "fonts-needed"] == []


@pytest.mark.parametrize(
    ("fs_type", "reason"),
    [
        (0x2, "licence forbids"),
        (0x4, "nobody could edit"),
        (0x200, "bitmaps only"),
        (0x8, ""),
        (0x100, ""),
        (0xA, ""),
    ],
)
def test_what_the_licence_says_is_kept(tmp_path: Path, fs_type: int, reason: str) -> None:
    own_theme(tmp_path, {BOLD.name: with_fs_type(BOLD.read_bytes(), fs_type)})
    deck, findings = built(project(tmp_path))
    found = [f for f in findings if f.code == "font-not-embedded"]
    assert len([n for n in deck.namelist() if n.endswith(".fntdata")]) == (1 if reason else 2)
    assert [reason in f.message for f in found] == ([True] if reason else [])
    assert all(f.severity.name == "WARNING" for f in found)


def test_a_theme_without_files_says_so(tmp_path: Path) -> None:
    own_theme(tmp_path, {REGULAR.name: None, BOLD.name: None})
    text = (tmp_path / "themes/helium/theme.yaml").read_text(encoding="utf-8")
    assert ".ttf" not in text
    _, findings = built(project(tmp_path))
    assert ["no file of 'Outfit'" in f.message for f in findings if f.code == "font-not-embedded"] == [True]


@pytest.mark.parametrize("keep", [0, 3, 4, 11, 40, 300, 20_000, -1])
def test_a_broken_file_is_a_finding(tmp_path: Path, keep: int) -> None:
    own_theme(tmp_path, {BOLD.name: BOLD.read_bytes()[:keep]})
    deck, findings = built(project(tmp_path))
    assert [f.message.startswith(BOLD.name) for f in findings if f.code == "font-not-embedded"] == [True]
    assert len([n for n in deck.namelist() if n.endswith(".fntdata")]) == 1


@pytest.mark.parametrize("head", [b"OTTO", b"ttcf", b"wOF2", b"\x89PNG"])
def test_other_files_are_refused(head: bytes) -> None:
    with pytest.raises(ValueError):
        read_sfnt(head + BOLD.read_bytes()[4:])


def test_any_byte_may_lie() -> None:
    data = bytearray(REGULAR.read_bytes())
    for at in [*range(0, 400), *range(400, len(data), 1009)]:
        kept = data[at]
        data[at] = 0xFF
        with contextlib.suppress(ValueError):  # nothing else may come
            read_sfnt(bytes(data))
        data[at] = kept
