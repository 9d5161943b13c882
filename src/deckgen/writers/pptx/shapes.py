"""Text frames, shapes, connectors and groups of a slide; what they share with layouts: positions, outlines, placeholders."""

from __future__ import annotations

from functools import lru_cache

from ...scene.items import Chart, Connector, Group, Placeholder, Shape, Table, TextFrame
from ...units import Box
from . import paint, text
from .page import Page
from .xml import esc, transform


def frame(item: TextFrame, page: Page) -> str:
    """p:sp of a placeholder or a text box."""
    head, words = page.head(item), text.body(item.text, page.setting(item))
    if item.placeholder is not None:
        place = f"<p:spPr>{position(item.box)}</p:spPr>" if item.placed else "<p:spPr/>"
        return (
            f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{holder(item.placeholder)}</p:nvPr></p:nvSpPr>'
            f"{place}{words}</p:sp>"
        )
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{position(item.box)}'
        f"{preset('rect')}<a:noFill/></p:spPr>{words}</p:sp>"
    )


def shape(item: Shape, page: Page) -> str:
    """p:sp of a preset shape or a freeform."""
    head = page.head(item)
    outline = preset(item.preset, item.adjust) if item.preset else freeform(item.path, item.box)
    look = outline + paint.fill(item.fill) + paint.line(item.stroke)
    words = no_text(page.scene.lang) if item.text is None else text.body(item.text, page.setting(item))
    return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{position(item.box, item.flip)}{look}</p:spPr>{words}</p:sp>"


def connector(item: Connector, page: Page) -> str:
    """p:cxnSp.  PowerPoint doesn't route on opening, so position and flips are exact."""
    head = page.head(item)
    ends = "".join(
        f'<a:{tag} id="{page.numbers[end[0]]}" idx="{end[1]}"/>'
        for tag, end in (("stCxn", item.start), ("endCxn", item.end))
        if end is not None and end[0] in page.numbers
    )
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{straight(item.x1, item.y1, item.x2, item.y2)}{paint.line(item.stroke)}</p:spPr></p:cxnSp>"
    )


def group(item: Group, head: str, inner: str) -> str:
    """p:grpSp around `inner`; child coordinates are the slide's."""
    b = item.box
    return (
        f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{b.x}" y="{b.y}"/><a:ext cx="{b.w}" cy="{b.h}"/><a:chOff x="{b.x}" y="{b.y}"/><a:chExt cx="{b.w}" cy="{b.h}"/>'
        f"</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def no_text(lang: str) -> str:
    """p:txBody of a shape without text: what someone types into it stands in the middle."""
    return f'<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>{text.empty(lang)}</p:txBody>'


def position(b: Box, flip: bool = False) -> str:
    """a:xfrm of a box; `flip` mirrors what is in it left to right."""
    return transform(b.x, b.y, b.w, b.h, ' flipH="1"' if flip else "")


def straight(x1: int, y1: int, x2: int, y2: int) -> str:
    """a:xfrm and outline of a line from one point to another, EMU."""
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    return transform(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), flips) + preset("line")


def holder(p: Placeholder) -> str:
    """p:ph of a slide."""
    return f"<p:ph{holder_attributes(p.type, p.idx)}/>"


def holder_attributes(kind: str, idx: int) -> str:
    """`type`, `sz` and `idx` of p:ph, as PowerPoint writes them: a size for footers and for second bodies."""
    size = ""
    if kind == "dt":
        size = ' sz="half"'
    elif kind in ("ftr", "sldNum") or (kind == "body" and idx > 1):
        size = ' sz="quarter"'
    return (f' type="{kind}"' if kind else "") + size + (f' idx="{idx}"' if idx else "")


@lru_cache(maxsize=1024)
def preset(name: str, adjust: tuple[tuple[str, int], ...] = ()) -> str:
    """a:prstGeom."""
    guides = "".join(f'<a:gd name="{esc(n)}" fmla="val {v}"/>' for n, v in adjust)
    values = f"<a:avLst>{guides}</a:avLst>" if guides else "<a:avLst/>"
    return f'<a:prstGeom prst="{esc(name)}">{values}</a:prstGeom>'


def graphic_frame(item: Chart | Table, head: str, uri: str, inner: str) -> str:
    """p:graphicFrame; nothing is inherited from a placeholder, so its place is always written (the schema wants one)."""
    ph = holder(item.placeholder) if item.placeholder is not None else ""
    b = item.box
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{head}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f'<p:nvPr>{ph}</p:nvPr></p:nvGraphicFramePr><p:xfrm><a:off x="{b.x}" y="{b.y}"/><a:ext cx="{b.w}" cy="{b.h}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def freeform(path: tuple[tuple[str | int, ...], ...], box: Box) -> str:
    """a:custGeom of commands in EMU relative to the box."""
    tags = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
    commands = []
    for step in path:
        points = "".join(f'<a:pt x="{step[i]}" y="{step[i + 1]}"/>' for i in range(1, len(step), 2))
        tag = tags[str(step[0])]
        commands.append(f"<a:{tag}>{points}</a:{tag}>" if points else f"<a:{tag}/>")
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{box.w}" h="{box.h}">{"".join(commands)}</a:path></a:pathLst></a:custGeom>'
    )
