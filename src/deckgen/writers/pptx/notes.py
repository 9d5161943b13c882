"""Notes master, notes slides, handout master (presentationml.md sections 1 and 10)."""

from __future__ import annotations

from ...scene.deck import Scene
from ...scene.items import Link
from ...theme.records import Theme, TypeStyle
from .master import color_map, run_default
from .package import Package
from .text import NUMBER_FIELD, paragraph
from .xml import MASTER_MAP, non_visual, part, slide_data, transform

WIDTH, HEIGHT = 6_858_000, 9_144_000
_BG = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="lt1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_BODY = '<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/>'


def _box(
    number: int, name: str, ph: str, place: tuple[int, int, int, int], words: str, key: str, align: str = "l"
) -> str:
    style = f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>'
    return (
        f'<p:sp><p:nvSpPr>{non_visual(number, name, key + name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(*place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>{_BODY}{style}{words}</p:txBody></p:sp>'
    )


def _corners(key: str, lang: str, idx: tuple[int, int, int], start: int) -> str:
    """Header, date, footer and page number in the corners of a page."""
    half, high = WIDTH // 2, 458_788
    empty = f'<a:p><a:endParaRPr lang="{lang}"/></a:p>'
    number = f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="{lang}"/></a:p>'
    return (
        _box(start, "Header", 'type="hdr" sz="quarter"', (0, 0, half, high), empty, key)
        + _box(
            start + 1,
            "Date",
            f'type="dt" sz="quarter" idx="{idx[0]}"',
            (half, 0, half, high),
            empty,
            key,
            "r",
        )
        + _box(
            start + 2,
            "Footer",
            f'type="ftr" sz="quarter" idx="{idx[1]}"',
            (0, HEIGHT - high, half, high),
            empty,
            key,
        )
        + _box(
            start + 3,
            "Page number",
            f'type="sldNum" sz="quarter" idx="{idx[2]}"',
            (half, HEIGHT - high, half, high),
            number,
            key,
            "r",
        )
    )


def notes_master(theme: Theme, lang: str) -> bytes:
    """notesMaster1.xml: slide image, notes, header, date, footer, number."""
    ground = theme.grounds["light"]
    image_w, image_h = 4_206_240, 2_366_010
    image = (
        f'<p:sp><p:nvSpPr>{non_visual(6, "Slide image", "notes-master:image")}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{transform((WIDTH - image_w) // 2, 700_000, image_w, image_h)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    rows = "".join(
        f'<a:p><a:pPr lvl="{i}"/><a:r><a:rPr lang="{lang}"/><a:t>{t}</a:t></a:r></a:p>'
        for i, t in enumerate(("Notes", "Second level", "Third level"))
    )
    top = 900_000 + image_h
    body = (
        f'<p:sp><p:nvSpPr>{non_visual(7, "Notes", "notes-master:body")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(685_800, top, 5_486_400, HEIGHT - top - 700_000)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{_BODY}<a:lstStyle/>{rows}</p:txBody></p:sp>"
    )
    style = TypeStyle(12, 14.4)
    levels = "".join(
        f'<a:lvl{i}pPr marL="{171_450 * (i - 1)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:spcBef><a:spcPts val="400"/></a:spcBef>{run_default(style, ground.roles["text"])}</a:lvl{i}pPr>'
        for i in range(1, 10)
    )
    return part(
        "p:notesMaster", "",
        f'{slide_data(_corners("notes-master:", lang, (1, 4, 5), 2) + image + body, "", _BG, "notes-master")}<p:clrMap {color_map(ground)}/>'
        f'<p:hf hdr="0" dt="0"/><p:notesStyle>{levels}</p:notesStyle>',
    )  # fmt: skip


def handout_master(theme: Theme, lang: str) -> bytes:
    """handoutMaster1.xml."""
    ground = theme.grounds["light"]
    shapes = _corners("handout:", lang, (1, 2, 3), 2)
    return part(
        "p:handoutMaster",
        "",
        f'{slide_data(shapes, "", _BG, "handout")}<p:clrMap {color_map(ground)}/><p:hf dt="0"/>',
    )


def notes_slide(scene: Scene, number: int, package: Package, name: str) -> bytes:
    """notesSlide*.xml: the slide's image, the notes, the page number."""
    assert scene.notes is not None
    lang = scene.notes.lang

    def link(target: Link) -> str:
        if not target.url:
            return ""
        return f'<a:hlinkClick r:id="{package.rel(name, "hyperlink", target.url, external=True)}"/>'

    rows = "".join(paragraph(p, lang, link) for p in scene.notes.paragraphs) or "<a:p/>"
    key = f"notes:{scene.id}:"
    shapes = (
        f'<p:sp><p:nvSpPr>{non_visual(2, "Slide image", key + "image")}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        f'<p:sp><p:nvSpPr>{non_visual(3, "Notes", key + "body")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{rows}</p:txBody></p:sp>"
        f'<p:sp><p:nvSpPr>{non_visual(4, "Page number", key + "number")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{number}</a:t></a:fld>'
        f'<a:endParaRPr lang="{lang}"/></a:p></p:txBody></p:sp>'
    )
    return part("p:notes", "", slide_data(shapes, "", "", key) + MASTER_MAP)
