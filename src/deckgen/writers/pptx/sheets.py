"""What notes pages and handouts share: the paper (EMU) and the four corners."""

from __future__ import annotations

from .text import empty, number_field
from .xml import non_visual, transform

WIDTH, HEIGHT = 6_858_000, 9_144_000
PAPER = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_HIGH = 458_788


def body_properties(anchor: str = "t") -> str:
    """a:bodyPr with PowerPoint's usual insets."""
    return f'<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0" anchor="{anchor}"/>'


def corners(lang: str, first: int, indexes: tuple[int, int, int]) -> str:
    """Header, date, footer and page number; shape ids from `first`, `idx` of the last three."""
    half, bottom = WIDTH // 2, HEIGHT - _HIGH
    date, footer, number = indexes
    rows = (
        ("Header", 'type="hdr" sz="quarter"', 0, 0, "l", empty(lang)),
        ("Date", f'type="dt" sz="quarter" idx="{date}"', half, 0, "r", empty(lang)),
        ("Footer", f'type="ftr" sz="quarter" idx="{footer}"', 0, bottom, "l", empty(lang)),
        ("Page number", f'type="sldNum" sz="quarter" idx="{number}"', half, bottom, "r", number_field(lang)),
    )
    return "".join(
        f'<p:sp><p:nvSpPr>{non_visual(n, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(x, y, half, _HIGH)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody>{body_properties("b" if y else "t")}<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>{words}</p:txBody></p:sp>'
        for n, (name, ph, x, y, align, words) in enumerate(rows, first)
    )
