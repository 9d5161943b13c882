"""Write the PowerPoint template of the example client Musterbank: a master and twelve layouts with German names, as a company would send it.

It is made without deckgen's own writers, since it stands for what comes from outside: deckgen reads it like anyone's.

python scripts/make_client_template.py [-o talks/clients/musterbank.potx]
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = ROOT / "talks" / "clients"
LOGO_RATIO = 979 / 200  # width to height of both logo files
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

Box = tuple[float, float, float, float]  # inches: left, top, width, height
WIDTH, HEIGHT = 13.333, 7.5
LEFT, TEXT_WIDTH, TOP, BODY_HEIGHT = 0.75, 11.833, 1.95, 4.55
TITLE: Box = (LEFT, 0.6, TEXT_WIDTH, 1.05)
BODY: Box = (LEFT, TOP, TEXT_WIDTH, BODY_HEIGHT)
DARK_TEXT = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'

COLORS = {
    "dk1": "1B2A30", "lt1": "FFFFFF", "dk2": "0B3C49", "lt2": "EDF2F1", "accent1": "146C74", "accent2": "E0A030", "accent3": "5B8E7D",
    "accent4": "B4532A", "accent5": "6F8190", "accent6": "3D5A80", "hlink": "146C74", "folHlink": "5A4A78",
}  # fmt: skip


class Slot(NamedTuple):
    """A placeholder: type ("" for any content), number, name, frame (None: the master's), text style, prompt."""

    type: str
    idx: int
    name: str
    box: Box | None = None
    style: str = ""
    prompt: str = ""


class Sheet(NamedTuple):
    """A layout: its name, PowerPoint's type, its placeholders, its ground if not the master's, columns of tiles at its right edge."""

    name: str
    type: str
    slots: tuple[Slot, ...]
    ground: str = ""
    tiles: int = 0
    own_logo: str = ""


def emu(inches: float) -> int:
    """Inches as the file's units."""
    return round(inches * 914400)


def style(
    size: int,
    *,
    bold: bool = False,
    italic: bool = False,
    dark: bool = False,
    font: str = "",
    anchor: str = "",
) -> str:
    """Body properties and a first level without a bullet, in points."""
    fill = DARK_TEXT if dark else ""
    face = f'<a:latin typeface="{font}"/>' if font else ""
    flags = (' b="1"' if bold else "") + (' i="1"' if italic else "")
    return (
        f"<a:bodyPr{f' anchor={chr(34)}{anchor}{chr(34)}' if anchor else ''}><a:normAutofit/></a:bodyPr><a:lstStyle>"
        f'<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="{size * 100}"{flags}>{fill}{face}</a:defRPr></a:lvl1pPr></a:lstStyle>'
    )


def title(box: Box | None = None, text_style: str = "", kind: str = "title") -> Slot:
    """A title's placeholder."""
    return Slot(kind, 0, "Titel", box, text_style, "Titel durch Klicken hinzufügen")


def text(idx: int, name: str, box: Box, text_style: str, prompt: str = "Text hinzufügen") -> Slot:
    """A text's placeholder."""
    return Slot("body", idx, name, box, text_style, prompt)


def content(idx: int, box: Box | None = None) -> Slot:
    """A placeholder for any content."""
    return Slot("", idx, f"Inhaltsplatzhalter {idx}", box, "", "Text hinzufügen")


def _half(number: int, top: float = TOP, high: float = BODY_HEIGHT) -> Box:
    wide = (TEXT_WIDTH - 0.5) / 2
    return LEFT + number * (wide + 0.5), top, wide, high


HEADING = style(20, bold=True, anchor="b")
LARGE = style(40, dark=True, anchor="b")
SUPPORT = style(22, dark=True)
SHEETS = (
    Sheet("Titelfolie", "title", (
        title((LEFT, 2.05, 7.6, 2.0), style(44, dark=True, anchor="b"), "ctrTitle"),
        Slot("subTitle", 1, "Untertitel", (LEFT, 4.25, 7.6, 0.9), style(22, dark=True), "Untertitel hinzufügen"),
        text(13, "Referent", (LEFT, 5.6, 7.6, 0.45), style(16, bold=True, dark=True), "Referentin oder Referent"),
        text(14, "Anlass, Ort und Datum", (LEFT, 6.05, 7.6, 0.45), style(16, dark=True), "Anlass, Ort und Datum"),
    ), "tx2", 3, "rId2"),
    Sheet("Kapiteltrenner", "secHead", (
        title((LEFT, 2.2, 9.0, 1.9), LARGE),
        text(1, "Textplatzhalter 1", (LEFT, 4.3, 9.0, 1.2), SUPPORT),
    ), "accent1", 1, "rId2"),
    Sheet("Titel und Inhalt", "obj", (title(), content(1))),
    Sheet("Zwei Inhalte", "twoObj", (title(), content(1, _half(0)), content(2, _half(1)))),
    Sheet("Vergleich", "twoTxTwoObj", (
        title(),
        text(1, "Textplatzhalter 1", _half(0, TOP, 0.6), HEADING), content(2, _half(0, 2.65, 3.85)),
        text(3, "Textplatzhalter 3", _half(1, TOP, 0.6), HEADING), content(4, _half(1, 2.65, 3.85)),
    )),
    Sheet("Bild rechts mit Text", "", (
        title((LEFT, 0.6, 6.2, 1.05)),
        content(1, (LEFT, TOP, 6.2, BODY_HEIGHT)),
        Slot("pic", 13, "Bildplatzhalter 13", (7.45, 1.2, 5.133, 5.3), "", "Bild durch Klicken hinzufügen"),
    )),
    Sheet("Kernaussage dunkel", "", (
        title((LEFT, 1.9, 9.0, 2.4), LARGE),
        text(1, "Textplatzhalter 1", (LEFT, 4.5, 9.0, 1.5), SUPPORT),
    ), "tx2", 1, "rId2"),
    Sheet("Kernaussage hell", "", (
        title((LEFT, 1.9, 11.0, 2.4), style(40, anchor="b")),
        text(1, "Textplatzhalter 1", (LEFT, 4.5, 11.0, 1.5), style(22)),
    ), "bg2"),
    Sheet("Zitat", "", (
        title(),
        text(1, "Zitat", (LEFT, 2.0, 10.6, 2.9), style(32, italic=True, font="+mj-lt", anchor="ctr"), "Zitat hinzufügen"),
        text(13, "Name", (LEFT, 5.1, 10.6, 0.5), style(18, bold=True), "Name"),
        text(14, "Funktion", (LEFT, 5.6, 10.6, 0.5), style(16), "Funktion"),
    )),
    Sheet("Nur Titel", "titleOnly", (title(),)),
    Sheet("Leer", "blank", ()),
    Sheet("Schlussfolie", "", (
        title((LEFT, 2.2, 7.6, 1.9), LARGE),
        text(1, "Kontakt", (LEFT, 4.3, 7.6, 1.8), SUPPORT, "Kontakt hinzufügen"),
    ), "tx2", 3, "rId2"),
)  # fmt: skip


def frame(box: Box | None) -> str:
    """A shape's place."""
    if box is None:
        return "<p:spPr/>"
    return f"<p:spPr>{transform(box)}</p:spPr>"


def transform(box: Box, tag: str = "a") -> str:
    """Place and size."""
    x, y, w, h = map(emu, box)
    return f'<{tag}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></{tag}:xfrm>'


def placeholder(number: int, slot: Slot) -> str:
    """A placeholder of master or layout."""
    kind = f' type="{slot.type}"' if slot.type else ""
    idx = f' idx="{slot.idx}"' if slot.idx else ""
    size = ' sz="quarter"' if slot.idx >= 10 and slot.type in ("dt", "ftr", "sldNum") else ""
    field = {
        "sldNum": '<a:fld id="{7D5C1C7E-0D2B-4B53-9E36-6A1D64F0A3B1}" type="slidenum"><a:rPr lang="de-DE"/><a:t>‹Nr.›</a:t></a:fld>'
    }.get(slot.type, f'<a:r><a:rPr lang="de-DE"/><a:t>{slot.prompt}</a:t></a:r>' if slot.prompt else "")
    levels = field
    if slot.type in ("", "body") and not slot.style:
        words = ("Zweite Ebene", "Dritte Ebene", "Vierte Ebene", "Fünfte Ebene")
        levels = f"{field}</a:p>" + "</a:p>".join(
            f'<a:p><a:pPr lvl="{n}"/><a:r><a:rPr lang="de-DE"/><a:t>{word}</a:t></a:r>'
            for n, word in enumerate(words, 1)
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{slot.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{kind}{size}{idx}/></p:nvPr></p:nvSpPr>{frame(slot.box)}"
        f"<p:txBody>{slot.style or '<a:bodyPr/><a:lstStyle/>'}<a:p>{levels}"
        + ("" if levels else '<a:endParaRPr lang="de-DE"/>')
        + "</a:p></p:txBody></p:sp>"
    )


def tile(number: int, box: Box, color: str) -> str:
    """A quarter disc, the motif of the logo: its centre is its lower left corner."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Muster {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(box)}'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="100" h="100">'
        '<a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:arcTo wR="100" hR="100" stAng="16200000" swAng="5400000"/><a:lnTo><a:pt x="0" y="100"/></a:lnTo>'
        f"<a:close/></a:path></a:pathLst></a:custGeom><a:solidFill>{color}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def tiles(columns: int, ground: str) -> str:
    """The pattern down the right edge: tints of the ground, one tile in the second colour."""
    side, result = HEIGHT / 5, []
    for row in range(5):
        for column in range(columns):
            shade = (82, 112, 94)[(row * 2 + column) % 3]
            color = f'<a:schemeClr val="{ground}"><a:lumMod val="{min(shade, 100)}000"/>{f"<a:lumOff val={chr(34)}{shade - 100}000{chr(34)}/>" if shade > 100 else ""}</a:schemeClr>'
            if (row, column) == (1, columns - 1):
                color = '<a:schemeClr val="accent2"/>'
            left = WIDTH - (columns - column) * side
            result.append(
                tile(30 + row * columns + column, (left, row * side, side - 0.06, side - 0.06), color)
            )
    return "".join(result)


def logo(number: int, relation: str, left: float, top: float, width: float) -> str:
    """The logo's picture."""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr="Musterbank"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
        f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform((left, top, width, width / LOGO_RATIO))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def tree(shapes: str) -> str:
    """A shape tree."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{shapes}</p:spTree>'
    )


def background(color: str) -> str:
    """A ground in a colour of the scheme."""
    return (
        f'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="{color}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    )


def layout(sheet: Sheet) -> str:
    """A layout's part."""
    shapes = [tiles(sheet.tiles, sheet.ground)] if sheet.tiles else []
    shapes += [placeholder(n, slot) for n, slot in enumerate(sheet.slots, 2)]
    if sheet.own_logo:
        shapes.append(logo(20, sheet.own_logo, LEFT, 0.65, 2.3))
    elif sheet.type != "blank":
        shapes += [placeholder(n, slot) for n, slot in enumerate(FOOTERS, 21)]
    kind = f' type="{sheet.type}"' if sheet.type else ""
    hides = ' showMasterSp="0"' if sheet.own_logo else ""
    return (
        f'{HEAD}<p:sldLayout {NAMES}{kind}{hides} preserve="1"{"" if sheet.type else " userDrawn=" + chr(34) + "1" + chr(34)}><p:cSld name="{sheet.name}">'
        f"{background(sheet.ground) if sheet.ground else ''}{tree(''.join(shapes))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


FOOTERS = (
    Slot("dt", 10, "Datumsplatzhalter"),
    Slot("ftr", 11, "Fußzeilenplatzhalter"),
    Slot("sldNum", 12, "Foliennummernplatzhalter"),
)


def _small(align: str) -> str:
    return (
        f'<a:bodyPr lIns="0" rIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="1100"><a:solidFill><a:schemeClr val="accent5">'
        '<a:lumMod val="75000"/></a:schemeClr></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )


def master() -> str:
    """The slide master."""
    foot = (
        Slot("dt", 2, "Datumsplatzhalter", (8.2, 6.95, 2.2, 0.36), _small("r")),
        Slot("ftr", 3, "Fußzeilenplatzhalter", (1.4, 6.95, 6.6, 0.36), _small("l")),
        Slot("sldNum", 4, "Foliennummernplatzhalter", (LEFT, 6.95, 0.6, 0.36), _small("l")),
    )
    slots = (
        Slot("title", 0, "Titelplatzhalter", TITLE, '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"><a:normAutofit/></a:bodyPr><a:lstStyle/>', "Titel durch Klicken hinzufügen"),
        Slot("body", 1, "Textplatzhalter", BODY, '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>', "Text hinzufügen"),
        *foot,
    )  # fmt: skip
    line = (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="11" name="Linie"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>'
        f'{transform((LEFT, 6.8, TEXT_WIDTH, 0))}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:schemeClr val="accent5">'
        '<a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr></a:solidFill></a:ln></p:spPr></p:cxnSp>'
    )
    shapes = "".join(placeholder(n, slot) for n, slot in enumerate(slots, 2))
    ids = "".join(f'<p:sldLayoutId id="{2147483661 + n}" r:id="rId{n + 1}"/>' for n in range(len(SHEETS)))
    return (
        f"{HEAD}<p:sldMaster {NAMES}><p:cSld>{background('bg1')}{tree(shapes + line + logo(12, f'rId{len(SHEETS) + 2}', 10.783, 6.95, 1.8))}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" '
        f'accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>'
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="3000" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr>'
        f"</p:titleStyle><p:bodyStyle>{''.join(_level(n) for n in range(5))}</p:bodyStyle><p:otherStyle/></p:txStyles></p:sldMaster>"
    )


def _level(number: int) -> str:
    margin, size = 285750 + 285750 * number, (2400, 2000, 1800, 1600, 1600)[number]
    return (
        f'<a:lvl{number + 1}pPr marL="{margin}" indent="-285750" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="{1200 if number == 0 else 600}"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="+mn-lt"/><a:buChar char="•"/>'
        f'<a:defRPr sz="{size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{number + 1}pPr>'
    )


def theme() -> str:
    """Colour and font scheme; flat fills and lines."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLORS.items())
    fonts = "".join(
        f'<a:{name}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}Font>'
        for name, face in (("major", "Georgia"), ("minor", "Arial"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{w}">{fill}<a:prstDash val="solid"/></a:ln>' for w in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="Musterbank"><a:themeElements><a:clrScheme name="Musterbank">{colors}</a:clrScheme><a:fontScheme name="Musterbank">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Musterbank"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>'
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def relations(*rows: tuple[str, str]) -> str:
    """A part's relations, `rId1` on: the type's last word and the target."""
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def parts() -> dict[str, bytes]:
    """All parts of the template by name, the list of types first."""
    numbers = range(1, len(SHEETS) + 1)
    texts = {
        "ppt/presentation.xml": (
            f'{HEAD}<p:presentation {NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483660" r:id="rId1"/></p:sldMasterIdLst>'
            f'<p:sldSz cx="{emu(WIDTH)}" cy="{emu(HEIGHT)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
        ),
        "ppt/slideMasters/slideMaster1.xml": master(),
        "ppt/theme/theme1.xml": theme(),
        **{f"ppt/slideLayouts/slideLayout{n}.xml": layout(SHEETS[n - 1]) for n in numbers},
    }
    kinds = {
        "presentation": "template.main",
        "slideMaster1": "slideMaster",
        **{f"slideLayout{n}": "slideLayout" for n in numbers},
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{f"{TYPE}.{kinds[Path(name).stem]}+xml" if Path(name).stem in kinds else "application/vnd.openxmlformats-officedocument.theme+xml"}"/>'
        for name in texts
    )
    result = {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml")
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers),
            ("theme", "../theme/theme1.xml"),
            ("image", "../media/image1.png"),
        ),
        **texts,
    }
    for n in numbers:
        rows = [("slideMaster", "../slideMasters/slideMaster1.xml")]
        if SHEETS[n - 1].own_logo:
            rows += [("image", "../media/image2.png")]
        result[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = relations(*rows)
    encoded = {name: value.encode("utf-8") for name, value in result.items()}
    encoded["ppt/media/image1.png"] = (CLIENTS / "logos" / "musterbank.png").read_bytes()
    encoded["ppt/media/image2.png"] = (CLIENTS / "logos" / "musterbank-white.png").read_bytes()
    return encoded


def main() -> None:
    """Write the template: the same bytes each time."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-o", "--output", type=Path, default=CLIENTS / "musterbank.potx")
    path = parser.parse_args().output
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts().items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    print(f"{path}: {len(SHEETS)} layouts, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
