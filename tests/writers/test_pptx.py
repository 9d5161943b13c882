"""The PowerPoint writer, from a deck made by hand: what stands in the parts, and what other programs make of it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckgen.scene.deck import Asset, Scene, Section
from deckgen.writers import save, writer_for
from pptx import Presentation
from tests import validators
from tests.package_invariants import problems
from tests.rendering import pages, to_pdf

from .specimen import deck, theme

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}
WRITE = writer_for(".pptx").write


@pytest.fixture(scope="module")
def data() -> bytes:
    return WRITE(deck())


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def find(parts: dict[str, bytes], part: str, path: str) -> Any:
    return etree.fromstring(parts[part]).xpath(path, namespaces=NS)


def rels(parts: dict[str, bytes], part: str) -> dict[Any, Any]:
    folder, _, file = part.rpartition("/")
    return {e.get("Id"): e.get("Target") for e in etree.fromstring(parts[f"{folder}/_rels/{file}.rels"])}


def test_all_validators_accept_it(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "specimen.pptx"
    save(data, path)
    assert problems(path) == []
    assert validators.audit_problems(path) == []


@pytest.mark.foreign_deck  # python-pptx stamps the clock on what it saves
def test_python_pptx_opens_and_saves_it_unhurt(data: bytes, tmp_path: Path) -> None:
    again = Presentation(io.BytesIO(data))
    out = io.BytesIO()
    again.save(out)
    path = tmp_path / "again.pptx"
    path.write_bytes(out.getvalue())
    assert validators.audit_problems(path) == []
    slides = Presentation(out).slides
    assert [s.shapes.title.text_frame.text for s in slides] == [
        "Hallo\vWelt",
        "Worum es geht",
        "Ein Bild",
        "Grau",
    ]
    assert slides[1].notes_slide.notes_text_frame.text == "Das erste\nListe\ntiefer\ngezählt intern"
    assert slides[3].placeholders[14].image.blob.startswith(b"\x89PNG")


def test_the_same_deck_gives_the_same_bytes_in_another_process(data: bytes) -> None:
    code = "import sys; from tests.writers.specimen import deck; from deckgen.writers import writer_for; sys.stdout.buffer.write(writer_for('pptx').write(deck()))"
    root = Path(__file__).resolve().parents[2]
    path = [str(root), str(root / "src")]
    script = f"import sys; sys.path[:0] = {path!r}; {code}"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout == data


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_shows_every_slide(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "specimen.pptx"
    save(WRITE(replace(deck(), scenes=tuple(replace(s, hidden=False) for s in deck().scenes))), path)
    assert len(pages(to_pdf(path), 20)) == 4


def test_a_layout_for_each_look_and_for_grounds_that_slides_have(parts: dict[str, bytes]) -> None:
    layouts = sorted(name for name in parts if name.startswith("ppt/slideLayouts/slideLayout"))
    names = [find(parts, name, "string(p:cSld/@name)") for name in layouts]
    assert names == ["Bullets", "Bullets (dark)", "Picture & text", "Picture & text (dark)", "Cover"]
    kinds = [etree.fromstring(parts[name]).get("type") for name in layouts]
    assert kinds == ["obj", None, None, None, "title"]
    overrides = [bool(find(parts, name, "p:clrMapOvr/a:overrideClrMapping")) for name in layouts]
    assert overrides == [False, True, False, True, True]
    assert find(parts, layouts[1], "p:cSld/p:bg/p:bgPr/a:gradFill//a:schemeClr/@val") == ["bg1", "bg1"]
    assert find(parts, layouts[2], "//p:ph/@idx") == ["14", "10", "11", "12"], (
        "one title, though the look has two"
    )
    assert find(parts, layouts[4], "//p:ph/@type") == ["title"]
    assert find(parts, layouts[0], "//p:cxnSp/p:spPr/a:xfrm/@flipV") == ["1"]


def test_hex_and_font_names_stand_in_the_theme_parts_only(parts: dict[str, bytes]) -> None:
    for name, xml in parts.items():
        if name.endswith(".xml") and not name.startswith("ppt/theme/"):
            assert b"srgbClr" not in xml, name
            assert all(t.startswith("+") for t in find(parts, name, "//@typeface")), name
    for number in (1, 2, 3):
        assert find(parts, f"ppt/theme/theme{number}.xml", "//a:fontScheme/*/a:latin/@typeface") == [
            "Georgia",
            "Arial",
        ]


def test_the_office_set_changes_the_theme_parts_alone(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(WRITE(deck(fonts="office")))) as archive:
        changed = [n for n in archive.namelist() if archive.read(n) != parts[n]]
        assert changed == [f"ppt/theme/theme{n}.xml" for n in (1, 2, 3)]
        assert b'typeface="Cambria"' in archive.read("ppt/theme/theme1.xml")


def test_a_connector_is_glued_to_shapes_that_come_after_it(parts: dict[str, bytes]) -> None:
    slide = "ppt/slides/slide3.xml"
    shape = {e.get("name"): e.get("id") for e in find(parts, slide, "//p:cNvPr[@name!='']")}
    assert find(parts, slide, "//p:cxnSp//a:stCxn/@id") == [shape["!!a"]]
    assert find(parts, slide, "//p:cxnSp//a:endCxn/@id") == [shape["B"]]
    assert find(parts, slide, "//p:cxnSp//a:xfrm/@flipV") == ["1"]
    assert find(parts, slide, "//p:grpSp/p:nvGrpSpPr/p:cNvPr/@descr") == ['A leads to "B"\nand on']
    assert find(parts, slide, "//p:cNvPr[@hidden='1']/@name") == ["Title"]


def test_rich_text_becomes_runs(parts: dict[str, bytes]) -> None:
    slide = "ppt/slides/slide2.xml"
    body = "//p:sp[.//p:ph[@idx='1']]"
    assert find(parts, slide, f"{body}/p:spPr/*") == []
    assert find(parts, slide, f"{body}//a:r[a:rPr/@b='1']/a:t/text()") == ["Fett"]
    assert find(parts, slide, f"{body}//a:rPr/@baseline") == ["30000"]
    assert find(parts, slide, f"{body}//a:rPr[@noProof='1']/../a:t/text()") == ["code_x"]
    assert find(parts, slide, f"{body}//a:rPr[@strike]/../a:t/text()") == [" wegfall"]
    assert find(parts, slide, f"{body}//a:buAutoNum/@startAt") == ["3"]
    assert find(parts, slide, f"{body}//a:buChar") == [], "the level of the placeholder has its own"
    assert len(find(parts, slide, f"{body}//a:buNone")) == 1
    assert find(parts, slide, f"{body}//a:spcPts/@val") == ["650"]
    assert find(parts, slide, "//p:sp[.//p:cNvSpPr/@txBox]//a:buChar/@char") == ["•"]
    assert len(find(parts, slide, "//p:sp[.//p:cNvSpPr/@txBox]//a:br")) == 1
    assert set(find(parts, slide, "//a:rPr/@lang | //a:endParaRPr/@lang")) == {"de-DE", "en-GB"}
    assert find(parts, slide, "//a:fld[@type='slidenum']/a:t/text()") == ["2"]


def test_links_lead_to_slides_and_addresses(parts: dict[str, bytes]) -> None:
    slide = "ppt/slides/slide2.xml"
    targets = rels(parts, slide)
    found = find(parts, slide, "//a:hlinkClick")
    assert [targets[e.get(f"{{{NS['r']}}}id", "")] for e in found] == [
        "slide3.xml",
        "https://example.com/a%20b?q=%C3%BC",
    ]
    assert [e.get("action") for e in found] == ["ppaction://hlinksldjump", None]
    assert [len(e) for e in found] == [1, 0], "a coloured link keeps its colour"


def test_notes_have_real_lists_and_lead_both_ways(parts: dict[str, bytes]) -> None:
    notes = "ppt/notesSlides/notesSlide2.xml"
    assert [n for n in parts if n.startswith("ppt/notesSlides/notes")] == [notes]
    assert find(parts, notes, "//a:pPr[a:buChar]/@marL") == ["171450", "342900"]
    assert find(parts, notes, "//a:buAutoNum/@type") == ["arabicPeriod"]
    assert "../notesSlides/notesSlide2.xml" in rels(parts, "ppt/slides/slide2.xml").values()
    assert sorted(rels(parts, notes).values()) == [
        "../notesMasters/notesMaster1.xml", "../slides/slide2.xml", "https://example.com/",
    ]  # fmt: skip


def test_pictures_are_stored_once_and_unpacked(data: bytes, parts: dict[str, bytes]) -> None:
    media = [n for n in parts if n.startswith("ppt/media/")]
    assert media == ["ppt/media/image1.png", "ppt/media/image2.png"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {archive.getinfo(n).compress_type for n in media} == {zipfile.ZIP_STORED}
    slide = "ppt/slides/slide4.xml"
    assert find(parts, slide, "//p:pic/p:blipFill/a:srcRect/@t") == ["10000"]
    assert len(find(parts, slide, "p:cSld/p:bg/p:bgPr/a:blipFill/a:blip")) == 1
    assert etree.fromstring(parts[slide]).get("show") == "0"


def test_sections_and_properties(parts: dict[str, bytes]) -> None:
    main = "ppt/presentation.xml"
    assert find(parts, main, "//p14:section/@name") == ["Anfang", "Rest & Schluss"]
    assert (
        find(parts, main, "//p14:sldId/@id")
        == find(parts, main, "//p:sldId/@id")
        == ["256", "257", "258", "259"]
    )
    assert b"2021-01-04T00:00:00Z" in parts["docProps/core.xml"]
    app = parts["docProps/app.xml"].decode()
    assert "<Slides>4</Slides><Notes>1</Notes><HiddenSlides>1</HiddenSlides><Company>Firma</Company>" in app


def test_source_date_epoch_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with zipfile.ZipFile(io.BytesIO(WRITE(deck()))) as archive:
        assert archive.read("docProps/core.xml").count(b"1970-01-02T00:00:00Z") == 2


def test_creation_ids_stay_when_slides_move() -> None:
    def ids(scenes: tuple[Scene, ...]) -> dict[Any, Any]:
        moved = deck(scenes=scenes, sections=())
        with zipfile.ZipFile(io.BytesIO(WRITE(moved))) as archive:
            trees = [etree.fromstring(archive.read(f"ppt/slides/slide{n}.xml")) for n in range(1, 5)]
        return {
            t.xpath("string(p:cSld/@name)", namespaces=NS): t.xpath("//a16:creationId/@id | //p14:creationId/@val", namespaces=NS)
            for t in trees
        }  # fmt: skip

    scenes = deck().scenes
    before, after = ids(scenes), ids(scenes[::-1])
    assert before == after
    every = [i for found in before.values() for i in found]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", ["fade", "morph", ""])
def test_transitions_have_a_fallback(name: str) -> None:
    scenes = (replace(deck().scenes[0], transition=name),)
    with zipfile.ZipFile(io.BytesIO(WRITE(deck(scenes=scenes, sections=())))) as archive:
        xml = archive.read("ppt/slides/slide1.xml").decode()
    assert xml.count("<p:fade/>") == {"fade": 1, "morph": 1, "": 0}[name]
    assert xml.count("p159:morph") == (name == "morph")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    evil = "</a:t>&\x00\x0b\u00ad\ud800\uffff\"'\r\n]]>"
    base = deck()
    scene = replace(base.scenes[2], id=evil, name=evil)
    group = replace(base.scenes[2].items[2], name=evil, alt=evil)
    scene = replace(scene, items=(base.scenes[2].items[0], group))
    properties = replace(base.properties, title=evil, creator=evil, lang='"><x/>', date="not a date")
    out = deck(
        scenes=(scene,), sections=(Section(evil, evil, (evil,)),), properties=properties, theme=theme(title=evil),
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(WRITE(out))) as archive:
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
        alt = etree.fromstring(archive.read("ppt/slides/slide1.xml")).xpath(
            "string(//p:grpSp//p:cNvPr/@descr)", namespaces=NS
        )
        assert alt == "</a:t>& \"'\n]]>"
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_jpeg_and_gif_have_content_types() -> None:
    assets = {
        "one.png": Asset("jpeg", b"\xff\xd8\xff1", 1, 1), "copy.png": Asset("gif", b"GIF89a", 1, 1),
        "other.png": Asset("jpeg", b"\xff\xd8\xff2", 1, 1),
    }  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(WRITE(deck(assets=assets)))) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert 'Extension="jpeg" ContentType="image/jpeg"' in types
    assert 'Extension="gif" ContentType="image/gif"' in types
    assert 'Extension="png"' not in types
