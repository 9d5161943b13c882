"""Another client's name is found wherever a finished deck can say it, and told with its place."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

import deckgen
from deckgen.findings import Severity

from .projects import ACME, TALK, deck_of, leaks, project, with_part, with_slides

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def test_a_talk_that_names_nobody_is_clean(tmp_path: Path) -> None:
    assert leaks(tmp_path, TALK) == []


@pytest.mark.parametrize(
    ("slide", "where"),
    [
        ({"statement": "Wie bei ACME"}, "on slide"),
        ({"statement": "Wie bei **AC**ME"}, "on slide"),
        ({"statement": "Wie bei AC\u00adME"}, "on slide"),
        ({"title": "Wie", "bullets": ["Bei ACME\u00a0AG"]}, "on slide"),
        ({"statement": "Wie", "notes": "Bei A**CM**E"}, "in the notes of slide"),
        ({"title": "T", "chart": {"ACME": 1, "Süd": 2}, "alt": "Bild"}, "in the workbook of a chart of slide"),
        ({"title": "T", "chart": {"Nord": 1, "Süd": 2}, "alt": "Bild von ACME"}, "as a name or description on slide"),
        ({"title": "T", "table": [["Ort", "Wert"], ["ACME", "7"]]}, "on slide"),
        ({"statement": "Siehe [hier](https://example.org/acme/x)"}, "as the target of a link on slide"),
        ({"statement": "Siehe [hier](https://example.org/?q=%41CME)"}, "as the target of a link on slide"),
        ({"section": "Für ACME"}, "on slide"),
    ],
)  # fmt: skip
def test_texts_of_a_talk(tmp_path: Path, slide: dict[str, Any], where: str) -> None:
    found = leaks(tmp_path, with_slides(slide))
    assert found and all(f.code == "other-client" and f.severity is Severity.ERROR for f in found)
    assert all(f.span.file == "vortrag.yaml" and f.span.line > 15 for f in found)
    assert any(where in f.message for f in found), [f.message for f in found]
    assert all(f.notes[-1].span.file == "clients/acme.yaml" for f in found)


def test_properties_have_the_place_of_the_talks_key(tmp_path: Path) -> None:
    (found,) = leaks(tmp_path, {**TALK, "event": "Tagung der ACME"})
    assert "in the document's properties" in found.message
    assert found.span.line > 1


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("ppt/theme/theme1.xml", b'<a:clrScheme name="', b'<a:clrScheme name="ACME ', "in the theme"),
        ("ppt/slideLayouts/slideLayout1.xml", b'<p:cSld name="', b'<p:cSld name="ACME ', "in a layout"),
        ("ppt/slideMasters/slideMaster1.xml", b"<a:t>", b"<a:t>&#65;CME ", "in the slide master"),
        ("docProps/app.xml", b"<Company>", b"<Company>ACME", "in the document's properties"),
        ("ppt/slides/slide1.xml", b"<a:t>", b"<a:t>A</a:t></a:r><a:r><a:t>C</a:t></a:r><a:r><a:t>ME ", "on slide 1"),
        ("ppt/presentation.xml", b'<p14:section name="', b'<p14:section name="ACME ', "in the names of sections"),
        ("ppt/slides/slide2.xml", b"<p:cSld", b"<!-- for ACME --><p:cSld", "on slide 2"),
    ],
)  # fmt: skip
def test_parts_that_deckgen_writes(tmp_path: Path, name: str, old: bytes, new: bytes, where: str) -> None:
    found = with_part(deck_of(tmp_path, TALK), name, new, old)
    assert found and all(where in f.message and name in f.message for f in found)
    assert all(f.span is not None and f.span.file == "vortrag.yaml" for f in found)


def png(key: str, text: str, packed: bool = False) -> bytes:
    out, info = io.BytesIO(), PngInfo()
    info.add_text(key, text, zip=packed)
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def jpeg(comment: bytes) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", comment=comment)
    return out.getvalue()


def gif(comment: bytes) -> bytes:
    out = io.BytesIO()
    Image.new("P", (4, 4)).save(out, "GIF", comment=comment)
    return out.getvalue()


def book(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/sharedStrings.xml", f"<sst><si><r><t>AC</t></r><r><t>{text}</t></r></si></sst>")
    return out.getvalue()


PARTS = {
    "docProps/custom.xml": b'<Properties><property name="for"><x>ACME</x></property></Properties>',
    "ppt/tags/tag1.xml": f'<p:tagLst {P}><p:tag name="CLIENT" val="ACME"/></p:tagLst>'.encode(),
    "ppt/comments/comment1.xml": f"<p:cmLst {P}><p:cm><p:text>For ACME</p:text></p:cm></p:cmLst>".encode(),
    "ppt/commentAuthors.xml": f'<p:cmAuthorLst {P}><p:cmAuthor name="ACME"/></p:cmAuthorLst>'.encode(),
    "customXml/item1.xml": b'<x xmlns="urn:x" made-for="ACME"/>',
    "ppt/media/acme-logo.png": b"",
    "ppt/media/image90.png": png("Comment", "Logo of ACME"),
    "ppt/media/image91.png": png("Comment", "Logo of ACME", packed=True),
    "ppt/media/image92.jpeg": jpeg(b"Logo of ACME"),
    "ppt/media/image93.gif": gif(b"Logo of ACME"),
    "ppt/media/image94.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><text><tspan>AC</tspan><tspan>ME</tspan></text></svg>",
    "ppt/media/image95.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><g id='acme-logo'/></svg>",
    "ppt/media/image96.emf": b"\x01\0\0\0" + "Logo of Wagnerwerke".encode("utf-16-le"),
    "ppt/embeddings/Microsoft_Excel_Sheet9.xlsx": book("ME"),
    "ppt/slides/slide90.xml": f"<a:p {A}>\n <a:r>\n <a:t>AC</a:t></a:r>\n <a:r><a:t>ME</a:t></a:r></a:p>".encode(),
    "ppt/slides/slide91.xml": b"<!DOCTYPE x [<!ENTITY a 'Wagnerwerke'>]><x>&a;</x>",
}


@pytest.mark.parametrize("name", PARTS)
def test_parts_that_a_template_may_bring_along(tmp_path: Path, name: str) -> None:
    deck = deck_of(tmp_path, TALK, acme=ACME, wagner={"client": {"name": "Wagnerwerke"}})
    assert with_part(deck, name.replace("acme", "blank"), PARTS[name].replace(b"ACME", b"None")) == [] or (
        b"ACME" not in PARTS[name]
    )
    found = with_part(deck, name, PARTS[name])
    assert found and all(name in f.message for f in found)


def test_a_bomb_isnt_unpacked(tmp_path: Path) -> None:
    bomb = b"<x>" + b" " * (80 * 1024 * 1024) + b"ACME</x>"
    assert with_part(deck_of(tmp_path, TALK), "customXml/item1.xml", bomb) == []


def test_a_chunk_that_unpacks_to_much_is_read_in_part(tmp_path: Path) -> None:
    packed = b"Comment\0\0" + zlib.compress(b"ACME " * 5_000_000)
    chunk = struct.pack(">I", len(packed)) + b"zTXt" + packed + b"\0\0\0\0"
    start = png("a", "b")
    found = with_part(deck_of(tmp_path, TALK), "ppt/media/image9.png", start[:33] + chunk + start[33:])
    assert len(found) == 1


def test_the_decks_path(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, TALK)
    for path in ("acme/vortrag.pptx", "dist/ACME_Vortrag.pptx"):
        with pytest.raises(deckgen.TalkError, match="in the deck's path"):
            deckgen.write(deck, tmp_path / path)
        assert not (tmp_path / path).exists()
    deckgen.write(deck, tmp_path / "dist" / "vortrag.pptx")


def test_a_client_may_have_its_name_in_its_own_deck(tmp_path: Path) -> None:
    talk = with_slides({"statement": "Für ${client.name}, nur ACME", "notes": "acme"})
    path = project(tmp_path, talk, acme=ACME, other={"client": {"name": "Wagnerwerke"}})
    deck = deckgen.compose(deckgen.load(path, client="acme", cwd=tmp_path))
    deckgen.write(deck, tmp_path / "dist" / "acme" / "vortrag.pptx")
    other = deckgen.compose(deckgen.load(path, client="other", cwd=tmp_path))
    found = [f for f in deckgen.check(other) if f.code == "other-client"]
    assert {f.message.split("'")[1] for f in found} == {"ACME", "acme"}


def test_an_overlays_text_is_told_with_what_it_changes(tmp_path: Path) -> None:
    client = {"client": {"name": "Wagnerwerke"}, "change": {"liste": {"bullets": ["Wie ACME"]}}}
    (found,) = leaks(tmp_path, TALK, "wagner", acme=ACME, wagner=client)
    assert found.span.file == "clients/wagner.yaml"
    assert any(n.span.file == "vortrag.yaml" for n in found.notes)


def test_a_talk_without_clients_isnt_searched(tmp_path: Path) -> None:
    path = project(tmp_path, TALK)
    assert deckgen.load(path, cwd=tmp_path).guard is None


def test_python_pptx_gets_no_such_deck(tmp_path: Path) -> None:
    with pytest.raises(deckgen.TalkError, match="other-client"):
        deckgen.presentation(deck_of(tmp_path, with_slides({"statement": "Wie ACME"})))
    assert deckgen.presentation(deck_of(tmp_path, TALK)).slides
