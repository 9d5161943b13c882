"""The notes master and the notes slides (presentationml.md sections 1 and 10)."""

from __future__ import annotations

from ...model.locale import is_rtl
from ...scene.deck import NotesText
from ...scene.items import Link
from ...theme.records import Theme, TypeStyle
from .grounds import color_map
from .package import Package
from .placeholders import five_levels
from .sheets import HEIGHT, PAPER, WIDTH, body_properties, corners
from .styles import stepped
from .text import Setting, empty, number_field, paragraph
from .xml import MASTER_MAP, non_visual, part, slide_data, transform

HANG = 171_450  # EMU: PowerPoint's own hanging indent in notes
_IMAGE_LOCKS = '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
_LOCKS = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
_RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_IMAGE_WIDTH, _TOP, _MARGIN, _GAP = 4_206_240, 700_000, 685_800, 200_000
_TEXT = TypeStyle(12, 14.4)
_BEFORE_TEXT = (  # of a notes slide
    f'<p:sp><p:nvSpPr>{non_visual(2, "Slide image")}{_IMAGE_LOCKS}<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    f'<p:sp><p:nvSpPr>{non_visual(3, "Notes")}{_LOCKS}<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:lstStyle/>"
)
_BEFORE_NUMBER = (
    f'</p:txBody></p:sp><p:sp><p:nvSpPr>{non_visual(4, "Page number")}{_LOCKS}<p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:lstStyle/>"
)


def notes_master(theme: Theme, lang: str) -> bytes:
    """notesMaster1.xml: header, date, slide image, notes, footer, number; its `idx` are PowerPoint's own (1 to 5)."""
    ground = theme.grounds["light"]
    high = _IMAGE_WIDTH * theme.height // theme.width
    below = _TOP + high + _GAP
    shapes = corners(lang, 2, (1, 4, 5)) + (
        f'<p:sp><p:nvSpPr>{non_visual(6, "Slide image")}{_IMAGE_LOCKS}<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform((WIDTH - _IMAGE_WIDTH) // 2, _TOP, _IMAGE_WIDTH, high)}{_RECT}<a:noFill/>"
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
        f'<p:sp><p:nvSpPr>{non_visual(7, "Notes")}{_LOCKS}<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(_MARGIN, below, WIDTH - 2 * _MARGIN, HEIGHT - below - _TOP)}{_RECT}</p:spPr>"
        f"<p:txBody>{body_properties()}<a:lstStyle/>{five_levels(lang)}</p:txBody></p:sp>"
    )
    return part(
        "p:notesMaster",
        "",
        f"{slide_data(shapes, '', PAPER, ('notes master', theme.name))}<p:clrMap {color_map(ground)}/>"
        f'<p:hf hdr="0" dt="0"/><p:notesStyle>{stepped(ground, _TEXT, HANG, before=4, rtl=is_rtl(lang))}</p:notesStyle>',
    )


def notes_slide(notes: NotesText, number: int, package: Package, name: str) -> bytes:
    """notesSlide*.xml: the slide's image, the notes, the page number (`number` until a program counts itself).

    Links to addresses stay; a link to a slide would be a second relationship to a slide, which notes can't have.
    """

    def link(target: Link, *, own_color: bool = False) -> str:
        if not target.url:
            return ""
        return f'<a:hlinkClick r:id="{package.rel(name, "hyperlink", target.url, external=True)}"/>'

    setting = Setting(notes.lang, link, hang=HANG)
    rows = "".join(paragraph(p, setting) for p in notes.paragraphs) or empty(notes.lang)

    shapes = f"{_BEFORE_TEXT}{rows}{_BEFORE_NUMBER}{number_field(notes.lang, str(number))}</p:txBody></p:sp>"
    return part("p:notes", "", slide_data(shapes) + MASTER_MAP)
