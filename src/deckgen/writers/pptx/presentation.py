"""The whole deck: theme, master, layouts, slides, notes, sections, properties, in one package."""

from __future__ import annotations

from ...scene.deck import Deck, Scene
from ...theme.records import TypeStyle
from . import notes, properties
from .master import layout_names, layout_part, master_part, run_default
from .package import PACKAGE, Package
from .shapes import SlideWriter
from .theme_part import theme_part
from .xml import MASTER_MAP, MC, P14, P159, esc, guid, part, slide_data

PML = "application/vnd.openxmlformats-officedocument.presentationml."
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
MAIN = "ppt/presentation.xml"
TRANSITIONS = {
    "morph": (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:p159="{P159}" Requires="p159"><p:transition spd="slow"><p159:morph option="byObject"/></p:transition></mc:Choice>'
        '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
    ),
    "fade": (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:p14="{P14}" Requires="p14"><p:transition spd="med" p14:dur="500"><p:fade/></p:transition></mc:Choice>'
        '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>'
    ),
    "": "",
}


def write(deck: Deck) -> bytes:
    """`deck` as the bytes of a .pptx; the same deck gives the same bytes."""
    package = Package()
    theme, lang = deck.theme, esc(deck.lang)
    package.rel("", "officeDocument", MAIN)
    master = "ppt/slideMasters/slideMaster1.xml"
    layouts: dict[tuple[str, str], str] = {}
    ids = ""
    number = 2**31
    for k, (look, ground, name) in enumerate(layout_names(theme), 1):
        layout = package.add(
            f"ppt/slideLayouts/slideLayout{k}.xml",
            PML + "slideLayout+xml",
            layout_part(theme, look, ground, name, lang),
        )
        layouts[look.name, ground] = layout
        package.rel(layout, "slideMaster", master)
        number += 1
        ids += f'<p:sldLayoutId id="{number}" r:id="{package.rel(master, "slideLayout", layout)}"/>'
    package.add(master, PML + "slideMaster+xml", master_part(theme, ids, lang))
    for k, owner in enumerate(
        (master, "ppt/notesMasters/notesMaster1.xml", "ppt/handoutMasters/handoutMaster1.xml"), 1
    ):
        suffix = ("", " notes", " handout")[k - 1]
        package.add(f"ppt/theme/theme{k}.xml", THEME, theme_part(theme, deck.fonts, suffix))
        package.rel(owner, "theme", f"ppt/theme/theme{k}.xml")
    master_rel = package.rel(MAIN, "slideMaster", master)
    notes_master = package.add(
        "ppt/notesMasters/notesMaster1.xml", PML + "notesMaster+xml", notes.notes_master(theme, lang)
    )
    handout = package.add(
        "ppt/handoutMasters/handoutMaster1.xml", PML + "handoutMaster+xml", notes.handout_master(theme, lang)
    )
    notes_rel = package.rel(MAIN, "notesMaster", notes_master)
    handout_rel = package.rel(MAIN, "handoutMaster", handout)
    slide_parts = {scene.id: f"ppt/slides/slide{k}.xml" for k, scene in enumerate(deck.scenes, 1)}
    slide_ids = {scene.id: 255 + k for k, scene in enumerate(deck.scenes, 1)}
    rows = []
    for k, scene in enumerate(deck.scenes, 1):
        name = slide_parts[scene.id]
        package.rel(name, "slideLayout", layouts[scene.layout.look, scene.layout.ground])
        package.add(name, PML + "slide+xml", slide(deck, scene, package, name, slide_parts))
        rows.append(f'<p:sldId id="{slide_ids[scene.id]}" r:id="{package.rel(MAIN, "slide", name)}"/>')
        if scene.notes is not None:
            notes_name = f"ppt/notesSlides/notesSlide{k}.xml"
            package.rel(notes_name, "notesMaster", notes_master)
            package.rel(notes_name, "slide", name)
            package.rel(name, "notesSlide", notes_name)
            package.add(notes_name, PML + "notesSlide+xml", notes.notes_slide(scene, k, package, notes_name))
    for kind, data in (
        ("presProps", properties.presentation_properties()),
        ("viewProps", properties.view_properties()),
        ("tableStyles", properties.table_styles(theme)),
    ):
        package.rel(MAIN, kind, package.add(f"ppt/{kind}.xml", f"{PML}{kind}+xml", data))
    package.rel(MAIN, "theme", "ppt/theme/theme1.xml")
    defaults = "".join(
        f'<a:lvl{i}pPr marL="{457200 * (i - 1)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f"{run_default(TypeStyle(18, 21.6), theme.grounds['light'].roles['text'])}</a:lvl{i}pPr>"
        for i in range(1, 10)
    )
    body = (
        f'<p:sldMasterIdLst><p:sldMasterId id="{2**31}" r:id="{master_rel}"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="{notes_rel}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{handout_rel}"/></p:handoutMasterIdLst><p:sldIdLst>{"".join(rows)}</p:sldIdLst>'
        f'<p:sldSz cx="{theme.width}" cy="{theme.height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{defaults}</p:defaultTextStyle>{sections(deck, slide_ids)}'
    )
    rtl = ' rtl="1"' if deck.rtl else ""
    package.add(
        MAIN,
        PML + "presentation.main+xml",
        part("p:presentation", f'{rtl} saveSubsetFonts="1" autoCompressPictures="0"', body),
    )
    package.rel("", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
    package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        properties.core(deck),
    )
    package.rel("", "extended-properties", "docProps/app.xml")
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        properties.app(deck),
    )
    return package.bytes()


def slide(deck: Deck, scene: Scene, package: Package, name: str, slide_parts: dict[str, str]) -> bytes:
    """slide*.xml."""
    writer = SlideWriter(deck, scene, package, name, slide_parts)
    background = ""
    if scene.background is not None:
        asset = deck.assets[scene.background.asset]
        rel = package.rel(name, "image", package.media(asset.data, asset.suffix))
        left, top, right, bottom = scene.background.crop
        crop = (
            f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>'
            if any(scene.background.crop)
            else ""
        )
        background = (
            f'<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="{rel}"/>{crop}<a:stretch><a:fillRect/></a:stretch></a:blipFill>'
            "<a:effectLst/></p:bgPr></p:bg>"
        )
    shapes = "".join(writer.shape(item) for item in scene.items)
    hidden = ' show="0"' if scene.hidden else ""
    return part(
        "p:sld",
        hidden,
        slide_data(shapes, scene.name, background, f"slide:{scene.id}")
        + MASTER_MAP
        + TRANSITIONS[scene.transition],
    )


def sections(deck: Deck, slide_ids: dict[str, int]) -> str:
    """PowerPoint's sections: every slide in exactly one, in order."""
    if not deck.sections:
        return ""
    rows = ""
    for k, section in enumerate(deck.sections):
        inside = "".join(f'<p14:sldId id="{slide_ids[s]}"/>' for s in section.scenes)
        rows += f'<p14:section name="{esc(section.name)}" id="{guid("section", section.id, k)}"><p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>'
    return f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="{P14}">{rows}</p14:sectionLst></p:ext></p:extLst>'
