"""Files that are no decks, damaged ones and attacks: each is a finding with the file's name, none a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import deckgen

from .decks import Foreign

pytestmark = pytest.mark.foreign_deck
SLIDE = "ppt/slides/slide1.xml"


def codes(folder: Path, data: bytes) -> set[str]:
    """The codes of what is reported of a file."""
    path = folder / "a.pptx"
    path.write_bytes(data)
    try:
        found = deckgen.check_file("a.pptx", cwd=folder)
    except deckgen.TalkError as error:
        found = error.findings
    assert all(f.span is not None and str(f.span) == "a.pptx" for f in found)
    return {f.code for f in found}


def repacked(change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> bytes:
    """A good deck, every part as `change` makes it (None: left out)."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(Foreign().data())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = change(name, source.read(name))
            if data is not None:
                target.writestr(name, data)
        for name, data in (extra or {}).items():
            target.writestr(name, data)
    return out.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


def with_slide(data: bytes) -> bytes:
    """A good deck with that as its slide."""
    return repacked(lambda name, old: data if name == SLIDE else old)


def as_word(name: str, data: bytes) -> bytes | None:
    """A Word document in a deck's place."""
    return data.replace(b"ppt/presentation.xml", b"word/document.xml") if name == "_rels/.rels" else data


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p:sld xmlns:p="x">&b;</p:sld>'
LATE = (
    b'<?xml version="1.0"?><!--'
    + b"x" * 5000
    + b'--><!DOCTYPE a SYSTEM "file:///etc/passwd"><p:sld xmlns:p="x"/>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "deck-type"),
    "text": (lambda: b"title: A talk\n", "deck-type"),
    "pdf": (lambda: b"%PDF-1.7\n", "deck-type"),
    "old deck": (lambda: OLE + bytes(4000), "deck-type"),
    "password": (lambda: OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000), "deck-locked"),
    "no zip": (lambda: b"PK\x03\x04" + bytes(500), "deck-broken"),
    "cut short": (lambda: Foreign().data()[:9000], "deck-broken"),
    "no presentation": (lambda: repacked(lambda n, d: None if n == "ppt/presentation.xml" else d), "deck-type"),
    "only a zip": (lambda: zipped({"a.txt": b"a"}), "deck-type"),
    "opendocument": (lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"}), "deck-type"),
    "word": (lambda: repacked(as_word, {"word/document.xml": b"<a/>"}), "deck-type"),
    "no slide": (lambda: repacked(lambda n, d: None if n == SLIDE else d), "deck-broken"),
    "no layout": (lambda: repacked(lambda n, d: None if "slideLayout2" in n else d), ""),
    "no master": (lambda: repacked(lambda n, d: None if "slideMaster" in n else d), ""),
    "no theme": (lambda: repacked(lambda n, d: None if "theme" in n else d), ""),
    "no relations": (lambda: repacked(lambda n, d: None if n.endswith("slide1.xml.rels") else d), ""),
    "not xml": (lambda: with_slide(b"\x00\x01\x02 nothing"), "deck-broken"),
    "other xml": (lambda: with_slide(b"<html/>"), ""),
    "half xml": (lambda: with_slide(b'<p:sld xmlns:p="x"><p:cSld>'), "deck-broken"),
    "entities": (lambda: with_slide(ENTITIES), "deck-doctype"),
    "late doctype": (lambda: with_slide(LATE), "deck-doctype"),
    "deep": (lambda: with_slide(b"<a>" * 100_000 + b"</a>" * 100_000), "deck-broken"),
    "bomb": (lambda: with_slide(b"<a>" + b" " * 20_000_000 + b"</a>"), "deck-bomb"),
    "large part": (lambda: with_slide(bytes(range(256)) * 110_000), "too-large"),
    "many parts": (lambda: repacked(lambda n, d: d, {f"x/{n}": b"" for n in range(60_001)}), "deck-bomb"),
    "broken layout": (lambda: repacked(lambda n, d: b"<a" if "slideLayout2.xml" in n and "rels" not in n else d), "deck-broken"),
    "link out": (lambda: repacked(lambda n, d: d.replace(b'Target="../slideLayouts/slideLayout2.xml"', b'Target="file:///etc/passwd" TargetMode="External"')), ""),
    "climbing": (lambda: repacked(lambda n, d: d.replace(b"../slideLayouts/slideLayout2.xml", b"../../../../../etc/passwd")), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_what_is_wrong_is_reported(tmp_path: Path, name: str) -> None:
    make, code = FILES[name]
    found = codes(tmp_path, make()) - {"unmeasured-font", "text-unmeasured"}
    assert found == ({code} if code else set())


def test_a_flipped_byte_anywhere_is_no_traceback(tmp_path: Path) -> None:
    data = Foreign().data()
    for at in range(3, len(data), max(1, len(data) // 150)):
        codes(tmp_path, data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])


def test_one_broken_slide_leaves_the_others_to_be_checked(tmp_path: Path) -> None:
    deck = Foreign()
    second = deck.deck.slides.add_slide(deck.layout)
    second.placeholders[1].text = "Ein langer Satz, der sich immer wiederholt. " * 80
    source = io.BytesIO(deck.data())
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<x" if name == SLIDE else old.read(name))
    assert codes(tmp_path, out.getvalue()) == {"deck-broken", "text-overflow"}


def test_a_directory_and_a_missing_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").mkdir()
    for name in ("a.pptx", "b.pptx", "c\0.pptx"):
        with pytest.raises(deckgen.TalkError) as caught:
            deckgen.check_file(name, cwd=tmp_path)
        assert {f.code for f in caught.value.findings} <= {"not-a-file", "path-wrong"}


def test_lengths_and_numbers_that_are_absurd_are_bounded(tmp_path: Path) -> None:
    deck = Foreign()
    deck.body.text = "Wort " * 50
    properties = deck.paragraph_properties("own")
    for name, value in (("marL", "9" * 30), ("indent", "-99999999999"), ("marR", "1e400"), ("lvl", "70000")):
        properties.set(name, value)
    deck.run_properties("own").set("sz", "999999999")
    deck.run_properties("own").set("spc", "-2147483648")
    deck.body._element.txBody.bodyPr.set("numCol", "100000")
    deck.body.width = deck.body.height = 0
    codes(tmp_path, deck.data())


def test_strict_files_are_read(tmp_path: Path) -> None:
    deck = Foreign()
    deck.body.text = "Ein langer Satz, der sich immer wiederholt. " * 80
    strict = (
        (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
        (b"http://schemas.openxmlformats.org/presentationml/2006/", b"http://purl.oclc.org/ooxml/presentationml/"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck.data())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for there, here in strict:
                data = data.replace(there, here)
            new.writestr(name, data)
    assert codes(tmp_path, out.getvalue()) == {"text-overflow"}
