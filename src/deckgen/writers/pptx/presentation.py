"""The whole deck in one package: theme, master, layouts, slides, notes, sections, properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...discovery import module
from ...scene.deck import Deck
from . import properties
from .handout import handout_master
from .layouts import LOGO_REL, logo_of
from .master import master_part
from .notes import notes_master, notes_slide
from .package import PACKAGE, PML, Package
from .page import Page
from .prepared import packed_layouts
from .resolution import whole_width
from .slide import slide_part
from .styles import stepped
from .table_styles import table_styles
from .theme_part import theme_part
from .xml import P14, esc, guid, part

if TYPE_CHECKING:
    from .client import Client

MAIN = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
HANDOUT_MASTER = "ppt/handoutMasters/handoutMaster1.xml"
FIRST_SLIDE_ID = 256  # ST_SlideId
FIRST_MASTER_ID = 2**31  # ST_SlideMasterId and ST_SlideLayoutId, unique together
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


def pieces(deck: Deck) -> list[bytes]:
    """`deck` as the bytes of a .pptx, in order; the same deck gives the same bytes.

    Raises:
        OutputError: if the deck is too large for one file.
    """
    package = Package()
    package.rel("", "officeDocument", MAIN)
    client: Client | None = None
    if (carried := deck.theme.template) is not None:
        client = module("deckgen.writers.pptx", "client").Client(carried, deck, package)
    notes_master = client.notes_master if client is not None else NOTES_MASTER
    masters = client.masters if client is not None else _masters(deck, package)
    layouts = client.layouts if client is not None else _layouts(deck, package)
    slides = _slides(deck, package, layouts, notes_master)
    for kind, data in (
        ("presProps", properties.presentation_properties()),
        ("viewProps", client.view if client is not None else properties.view_properties()),
        ("tableStyles", client.styles if client is not None else table_styles(deck.theme)),
    ):
        package.rel(MAIN, kind, package.add(f"ppt/{kind}.xml", f"{PML}{kind}+xml", data))
    if client is not None:
        main = client.main(slides, _sections(deck))
    else:
        package.rel(MAIN, "theme", "ppt/theme/theme1.xml")
        fonts = ""
        if deck.embedded:
            fonts = module("deckgen.writers.pptx", "fonts").font_list(deck.embedded, package, MAIN)
        main = _main(deck, masters, slides, fonts)
    package.add(MAIN, f"{PML}presentation.main+xml", main)
    package.rel("", f"{PACKAGE}relationships/metadata/core-properties", "docProps/core.xml")
    package.add("docProps/core.xml", _CORE, properties.core(deck))
    package.rel("", "extended-properties", "docProps/app.xml")
    package.add("docProps/app.xml", _APP, properties.app(deck))
    return package.archive()


def _masters(deck: Deck, package: Package) -> str:
    """Notes and handout master, a theme part for every master; the lists of masters in presentation.xml."""
    owners = ((MASTER, ""), (NOTES_MASTER, " notes"), (HANDOUT_MASTER, " handout"))
    for number, (owner, suffix) in enumerate(owners, 1):
        name = package.add(
            f"ppt/theme/theme{number}.xml", _THEME, theme_part(deck.theme, deck.fonts, suffix, deck.rtl)
        )
        package.rel(owner, "theme", name)
    package.add(NOTES_MASTER, f"{PML}notesMaster+xml", notes_master(deck.theme, deck.lang))
    package.add(HANDOUT_MASTER, f"{PML}handoutMaster+xml", handout_master(deck.theme, deck.lang))
    return (
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="{package.rel(MAIN, "slideMaster", MASTER)}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{package.rel(MAIN, "notesMaster", NOTES_MASTER)}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{package.rel(MAIN, "handoutMaster", HANDOUT_MASTER)}"/></p:handoutMasterIdLst>'
    )


def _layouts(deck: Deck, package: Package) -> dict[tuple[str, str], str]:
    """Slide master and layouts; the layouts' parts by look and ground.

    Each look is there on its own ground, and on others that slides have: a list of all of them on all grounds would be too long to pick from.
    """
    layouts: dict[tuple[str, str], str] = {}
    rows = []
    used = {(scene.layout.look, scene.layout.ground) for scene in deck.scenes}
    every = packed_layouts(deck.theme, deck.lang, deck.footer, used)
    for number, (look, ground, entry) in enumerate(every, 1):
        layout = package.put(f"ppt/slideLayouts/slideLayout{number}.xml", f"{PML}slideLayout+xml", entry)
        layouts[look, ground] = layout
        package.rel(layout, "slideMaster", MASTER)
        if deck.theme.marks and (mark := logo_of(deck.theme, deck.theme.looks[look], ground)) is not None:
            pixels = whole_width(mark.box.w, mark.crop, deck.theme.width)
            made = package.rel(layout, "image", package.picture(mark.asset, deck.assets[mark.asset], pixels))
            assert made == LOGO_REL
        rel = package.rel(MASTER, "slideLayout", layout)
        rows.append(f'<p:sldLayoutId id="{FIRST_MASTER_ID + number}" r:id="{rel}"/>')
    package.add(
        MASTER, f"{PML}slideMaster+xml", master_part(deck.theme, "".join(rows), deck.lang, deck.footer)
    )
    return layouts


def _slides(deck: Deck, package: Package, layouts: Mapping[tuple[str, str], str], notes_master: str) -> str:
    """Slides and notes slides; p:sldIdLst."""
    parts = {scene.id: f"ppt/slides/slide{n}.xml" for n, scene in enumerate(deck.scenes, 1)}
    parts |= {name: parts[ident] for name, ident in deck.aliases.items()}
    rows = []
    bullets: dict[tuple[str, str], tuple[str, ...]] = {}
    for number, scene in enumerate(deck.scenes, 1):
        name = parts[scene.id]
        package.rel(name, "slideLayout", layouts[scene.layout.look, scene.layout.ground])
        package.add(name, f"{PML}slide+xml", slide_part(Page(deck, scene, package, name, parts, bullets)))
        rows.append(
            f'<p:sldId id="{FIRST_SLIDE_ID + number - 1}" r:id="{package.rel(MAIN, "slide", name)}"/>'
        )
        if scene.notes is not None:
            notes = f"ppt/notesSlides/notesSlide{number}.xml"
            package.rel(notes, "notesMaster", notes_master)
            package.rel(notes, "slide", name)
            package.rel(name, "notesSlide", notes)
            data = notes_slide(scene.notes, number, package, notes)
            package.add(notes, f"{PML}notesSlide+xml", data)
    return f"<p:sldIdLst>{''.join(rows)}</p:sldIdLst>" if rows else ""


def _main(deck: Deck, masters: str, slides: str, fonts: str) -> bytes:
    """presentation.xml, its children in schema order."""
    theme, lang = deck.theme, esc(deck.lang)
    rtl = ' rtl="1"' if deck.rtl else ""
    keep = ' embedTrueTypeFonts="1"' if fonts else ""  # with all characters: who edits may type any
    subset = "" if fonts else ' saveSubsetFonts="1"'
    return part(
        "p:presentation",
        f'{rtl}{keep}{subset} autoCompressPictures="0"',
        f'{masters}{slides}<p:sldSz cx="{theme.width}" cy="{theme.height}"/><p:notesSz cx="6858000" cy="9144000"/>{fonts}'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{stepped(theme.grounds["light"], rtl=deck.rtl)}</p:defaultTextStyle>'
        f"{f'<p:extLst>{own}</p:extLst>' if (own := _sections(deck)) else ''}",
    )


def _sections(deck: Deck) -> str:
    """PowerPoint's sections ([MS-PPTX] p14:sectionLst): every slide in exactly one, in order; a p:ext."""
    if not deck.sections:
        return ""
    numbers = {scene.id: n for n, scene in enumerate(deck.scenes, FIRST_SLIDE_ID)}
    rows = []
    for place, section in enumerate(deck.sections):
        inside = "".join(f'<p14:sldId id="{numbers[scene]}"/>' for scene in section.scenes)
        ident = guid("section", section.id, place)
        rows.append(
            f'<p14:section name="{esc(section.name)}" id="{ident}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>'
        )
    return (
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        f'<p14:sectionLst xmlns:p14="{P14}">{"".join(rows)}</p14:sectionLst></p:ext>'
    )
