"""A client's PowerPoint template as a theme: `theme: acme.potx`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER

import deckgen
from pptx import Presentation

from .templates import FRENCH, GERMAN, MASTER, THEME, linked, part, parts, template, texts

FLAGSHIP = Path(__file__).resolve().parents[2] / "talks"
SMALL = """title: Ein Vortrag
subtitle: mit Untertitel
speaker: Siegfried Haider
lang: de
theme: acme.potx
slides:
  - cover
  - section: Erster Teil
  - title: Eine Liste
    bullets: [eins, zwei, drei]
    notes: Dazu etwas sagen.
  - title: Zwei Spalten
    columns:
      - bullets: [links]
      - bullets: [rechts]
  - title: Eine Tabelle
    table: |
      | Jahr | Umsatz |
      | --- | --- |
      | 2021 | 4 |
  - title: Ein Diagramm
    chart: {Nord: 3, Süd: 5}
    source: Eigene Zahlen
  - statement: Ein Satz.
  - triangle: [Marke, Angebot, Kunde]
    title: Drei Pole
  - blank
  - closing: Danke!
"""


def built(folder: Path, talk: str = SMALL) -> Path:
    """The deck of a talk in `folder`, in which acme.potx lies."""
    (folder / "talk.yaml").write_text(talk, encoding="utf-8")
    deck = deckgen.compose(deckgen.load(folder / "talk.yaml"))
    wrong = [
        str(f)
        for f in deckgen.check(deck)
        if f.code in ("text-overflow", "off-slide", "low-contrast", "slot-lost")
    ]
    assert wrong == []
    return deckgen.write(deck, folder / "out.pptx")


def holders(slide: object) -> dict[int, object]:
    return {s.placeholder_format.idx: s.placeholder_format.type for s in slide.placeholders}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "size", [None, (12_192_000, 6_858_000), (10_691_813, 7_559_675), (7_559_675, 10_691_813)], ids=["4:3", "16:9", "A4", "A4 upright"]
)  # fmt: skip
def test_the_keynote_stands_on_a_template(tmp_path: Path, size: tuple[int, int] | None) -> None:
    shutil.copytree(FLAGSHIP, tmp_path / "talks")
    template(tmp_path / "talks/acme.potx", size=size)
    file = tmp_path / "talks/alles-ist-marketing.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("theme: helium", "theme: acme.potx"), encoding="utf-8"
    )
    deck = deckgen.compose(deckgen.load(file))
    assert [f for f in deckgen.check(deck) if f.code in ("text-overflow", "off-slide", "low-contrast")] == []
    out = deckgen.write(deck, tmp_path / "out.pptx")
    assert "SAMPLE" not in texts(out)
    assert "SECRET" not in texts(out)
    made = Presentation(out)
    assert (made.slide_width, made.slide_height) == (size or (9_144_000, 6_858_000))


def test_placeholders_of_the_template_are_used(tmp_path: Path) -> None:
    template(tmp_path / "acme.potx")
    slides = Presentation(built(tmp_path)).slides
    assert [s.slide_layout.name for s in slides] == [
        "Title Slide", "Section Header", "Title and Content", "Two Content", "Title and Content", "Title and Content", "Title Only",
        "Title Only", "Blank", "Title Only",
    ]  # fmt: skip
    assert holders(slides[0])[0] == PP_PLACEHOLDER.CENTER_TITLE
    assert slides[0].placeholders[1].text_frame.text == "mit Untertitel"
    assert slides[2].placeholders[1].text_frame.text == "eins\nzwei\ndrei"
    assert [slides[3].placeholders[i].text_frame.text for i in (1, 2)] == ["links", "rechts"]
    assert slides[4].placeholders[1].has_table
    assert slides[5].placeholders[1].has_chart


def test_what_fits_says_no_size_and_no_place(tmp_path: Path) -> None:
    template(tmp_path / "acme.potx")
    body = Presentation(built(tmp_path)).slides[2].placeholders[1]._element
    xml = etree.tostring(body).decode()
    assert "sz=" not in xml
    assert "<a:off" not in xml
    assert "<a:solidFill" not in xml


@pytest.mark.parametrize("names", [GERMAN, FRENCH], ids=["German", "French"])
def test_layouts_are_known_by_their_names_alone(tmp_path: Path, names: tuple[str, ...]) -> None:
    template(tmp_path / "acme.potx", names=names, typed=False)
    used = [s.slide_layout.name for s in Presentation(built(tmp_path)).slides]
    assert used == [names[i] for i in (0, 2, 1, 3, 1, 1, 5, 5, 6, 5)]


def test_masters_and_layouts_stay_as_they_were(tmp_path: Path) -> None:
    source = template(tmp_path / "acme.potx")
    out = built(tmp_path)
    for name in parts(source):
        if name.startswith(
            ("ppt/slideMasters/", "ppt/slideLayouts/slide", "ppt/theme/theme1")
        ) and name.endswith(".xml"):
            assert part(out, name) == part(source, name), name


def test_links_to_slides_of_the_template_go(tmp_path: Path) -> None:
    layout, rels = "ppt/slideLayouts/slideLayout2.xml", "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    link = '<a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId77" action="ppaction://hlinksldjump"/>'
    template(
        tmp_path / "acme.potx",
        edits={
            layout: lambda x: x.replace('name="Title 1"/>', f'name="Title 1">{link}</p:cNvPr>', 1),
            rels: linked(rels, "rId77", "slide", "../slides/slide1.xml"),
        },
    )
    out = built(tmp_path)
    assert b"hlinkClick" not in part(out, layout)
    assert b"slides/" not in part(out, rels)
    theme = deckgen.load(tmp_path / "talk.yaml").theme
    assert theme.template is not None
    assert any("link" in line for line in theme.template.changed)


def test_macros_are_dropped_and_said(tmp_path: Path) -> None:
    template(
        tmp_path / "acme.potx",
        edits={
            "ppt/_rels/presentation.xml.rels": linked(
                "",
                "rId88",
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "vbaProject.bin",
            )
        },
        parts={"ppt/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"},
    )
    assert not [n for n in parts(built(tmp_path)) if "vba" in n.lower()]
    template_ = deckgen.load(tmp_path / "talk.yaml").theme.template
    assert template_ is not None
    assert any("macros" in line for line in template_.dropped)


def test_fonts_guides_tags_and_own_colours_are_kept(tmp_path: Path) -> None:
    guides = (
        '<p:extLst><p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"><p15:sldGuideLst xmlns:p15="http://schemas.microsoft.com/office/powerpoint/2012/main">'
        '<p15:guide id="1" pos="2880"/></p15:sldGuideLst></p:ext></p:extLst></p:presentation>'
    )
    tags = '<p:custDataLst><p:tags r:id="rId92"/></p:custDataLst>'
    fonts = '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Acme Sans"/><p:regular r:id="rId91"/></p:embeddedFont></p:embeddedFontLst>'

    def main(xml: str) -> str:
        at = xml.index("<p:defaultTextStyle")
        cut = xml.index("<p:extLst>") if "<p:extLst>" in xml else xml.index("</p:presentation>")
        return xml[:at] + fonts + tags + xml[at:cut] + guides

    template(
        tmp_path / "acme.potx",
        edits={
            "ppt/presentation.xml": main,
            "ppt/_rels/presentation.xml.rels": lambda x: linked("", "rId92", "tags", "tags/tag1.xml")(linked("", "rId91", "font", "fonts/font1.fntdata")(x)),
            "[Content_Types].xml": lambda x: x.replace(
                "<Override", '<Default Extension="fntdata" ContentType="application/x-fontdata"/><Override PartName="/ppt/tags/tag1.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.presentationml.tags+xml"/><Override', 1
            ),
            THEME: lambda x: x.replace(
                "<a:extraClrSchemeLst/>", '<a:extraClrSchemeLst/><a:custClrLst><a:custClr name="Acme"><a:srgbClr val="123456"/></a:custClr></a:custClrLst>'
            ),
        },
        parts={
            "ppt/fonts/font1.fntdata": b"\x08\x00\x00\x00\x00\x00\x00\x00" + bytes(26) + b"LP" + bytes(100),
            "ppt/tags/tag1.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tag name="ACME" val="1"/></p:tagLst>',
        },
    )  # fmt: skip
    (tmp_path / "talk.yaml").write_text(SMALL, encoding="utf-8")
    out = tmp_path / "kept.zip"  # the font is no font: only what is carried counts here
    deck = deckgen.compose(deckgen.load(tmp_path / "talk.yaml"))
    from deckgen.writers import writer_for

    out.write_bytes(writer_for(".pptx").write(deck))
    assert part(out, "ppt/fonts/font1.fntdata").startswith(b"\x08")
    everything = texts(out)
    for piece in (
        "Acme Sans",
        "sldGuideLst",
        'name="ACME"',
        "custClrLst",
        'fonts/font1.fntdata"',
        'tags/tag1.xml"',
    ):
        assert piece in everything, piece


def test_another_colour_scheme_recolours_all(tmp_path: Path) -> None:
    template(tmp_path / "acme.potx")
    out = built(tmp_path)
    with_colors = [
        n for n in parts(out) if n.startswith(("ppt/slides/slide", "ppt/charts/chart")) and n.endswith(".xml")
    ]
    assert with_colors
    for name in with_colors:
        assert b"srgbClr" not in part(out, name), name


def test_a_template_without_fitting_layouts_still_takes_the_talk(tmp_path: Path) -> None:
    """Only the blank layout is listed: everything is composed on it."""

    def only_blank(xml: str) -> str:
        start, end = xml.index("<p:sldLayoutIdLst>"), xml.index("</p:sldLayoutIdLst>")
        rows = xml[start + len("<p:sldLayoutIdLst>") : end].split("/>")
        return xml[:start] + "<p:sldLayoutIdLst>" + rows[6] + "/>" + xml[end:]

    template(tmp_path / "acme.potx", sample=False, edits={MASTER: only_blank})
    (tmp_path / "talk.yaml").write_text(SMALL, encoding="utf-8")
    deck = deckgen.compose(deckgen.load(tmp_path / "talk.yaml"))
    assert len(deck.scenes) == 10
    assert {m.layout for m in deck.theme.template.looks.values()} == {"Blank"}  # type: ignore[union-attr]


def test_the_template_is_found_beside_the_talk_and_in_themes(tmp_path: Path) -> None:
    (tmp_path / "deckgen.yaml").touch()
    (tmp_path / "talks").mkdir()
    (tmp_path / "themes").mkdir()
    template(tmp_path / "themes/acme.potx")
    talk = tmp_path / "talks/a.yaml"
    talk.write_text("title: A\ntheme: acme.potx\nslides:\n  - cover\n", encoding="utf-8")
    assert deckgen.load(talk).theme.template is not None
    talk.write_text("title: A\ntheme: ../themes/acme.potx\nslides:\n  - cover\n", encoding="utf-8")
    assert deckgen.load(talk).theme.template is not None
    talk.write_text("title: A\ntheme: nowhere.potx\nslides:\n  - cover\n", encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as refused:
        deckgen.load(talk)
    assert [f.code for f in refused.value.findings] == ["theme-not-found"]


def test_a_template_outside_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/deckgen.yaml").touch()
    template(tmp_path / "acme.potx")
    talk = tmp_path / "project/a.yaml"
    talk.write_text("title: A\ntheme: ../acme.potx\nslides:\n  - cover\n", encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as refused:
        deckgen.load(talk)
    assert [f.code for f in refused.value.findings] == ["path-outside"]
    talk.write_text("title: A\nslides:\n  - cover\n", encoding="utf-8")
    assert deckgen.load(talk, theme=str(tmp_path / "acme.potx")).theme.template is not None
