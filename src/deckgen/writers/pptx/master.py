"""Slide master and layouts from a theme: real placeholders, text styles at all levels, decoration that never changes."""

from __future__ import annotations

from collections.abc import Iterator

from ...theme.paint import Color, Gradient, Stroke
from ...theme.records import Ground, Level, Look, PlaceholderSpec, ShapeSpec, TextSpec, Theme, TypeStyle
from . import paint
from .shapes import freeform, position, preset
from .text import ALIGN, ANCHOR, NUMBER_FIELD
from .xml import MASTER_MAP, P15, esc, non_visual, part, slide_data, transform

MAP_KEYS = (
    "bg1",
    "tx1",
    "bg2",
    "tx2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
LEVELS = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")


def color_map(ground: Ground) -> str:
    """The attributes of p:clrMap and a:overrideClrMapping."""
    return " ".join(f'{k}="{ground.color_map.get(k, k)}"' for k in MAP_KEYS)


def background(ground: Ground) -> str:
    """p:bg of a ground."""
    return f"<p:bg><p:bgPr>{paint.fill(ground.fill)}<a:effectLst/></p:bgPr></p:bg>"


def run_default(style: TypeStyle, color: Color, size: int | None = None) -> str:
    """a:defRPr of a style."""
    font = "mj" if style.font == "heading" else "mn"
    points = size or style.size
    spc = f' spc="{style.spc(points)}"' if style.tracking else ""
    return (
        f'<a:defRPr sz="{points * 100}" b="{int(style.bold)}" i="{int(style.italic)}" kern="1200"{spc}>{paint.fill(color)}'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
    )


def level_props(number: int, level: Level, ground: Ground, align: str = "left") -> str:
    """a:lvlNpPr of a body level."""
    bullet = "<a:buNone/>"
    if level.bullet:
        tint = f"<a:buClr>{paint.color(ground.roles[level.bullet_color or level.color])}</a:buClr>"
        bullet = f'{tint}<a:buSzPct val="{level.bullet_size * 1000}"/><a:buFont typeface="+mj-lt"/><a:buChar char="{esc(level.bullet)}"/>'
    return (
        f'<a:lvl{number}pPr marL="{level.indent}" indent="{-level.hanging}" algn="{ALIGN[align]}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{level.style.spacing}"/></a:lnSpc><a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>{bullet}'
        f"{run_default(level.style, ground.roles[level.color])}</a:lvl{number}pPr>"
    )


def plain_props(spec: TextSpec, ground: Ground) -> str:
    """a:lvl1pPr of a placeholder that isn't a list."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{ALIGN[spec.align]}"><a:lnSpc><a:spcPct val="{spec.style.spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{run_default(spec.style, ground.roles[spec.color])}</a:lvl1pPr>'
    )


def prompt_paragraphs(spec: PlaceholderSpec, lang: str) -> str:
    """What an empty placeholder shows."""
    if spec.type == "sldNum":
        return f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="{lang}"/></a:p>'
    if spec.type in ("dt", "ftr"):
        return f'<a:p><a:endParaRPr lang="{lang}"/></a:p>'
    if spec.levels and not spec.prompt:
        rows = LEVELS[: max(1, min(len(spec.levels), 5))]
        return "".join(
            f'<a:p><a:pPr lvl="{i}"/><a:r><a:rPr lang="{lang}"/><a:t>{t}</a:t></a:r></a:p>'
            for i, t in enumerate(rows)
        )
    return f'<a:p><a:r><a:rPr lang="{lang}"/><a:t>{esc(spec.prompt or spec.name)}</a:t></a:r></a:p>'


def placeholder(
    spec: PlaceholderSpec, ground: Ground, number: int, key: str, lang: str, *, master: bool = False
) -> str:
    """A placeholder of a master or layout."""
    kind = f' type="{spec.type}"' if spec.type else ""
    idx = {"dt": 2, "ftr": 3, "sldNum": 4}.get(spec.type, spec.idx) if master else spec.idx
    size = (
        ' sz="quarter"'
        if spec.type in ("ftr", "sldNum", "body") and idx > 1
        else ' sz="half"'
        if spec.type == "dt"
        else ""
    )
    attributes = kind + size + (f' idx="{idx}"' if idx else "")
    if spec.prompt and not master and spec.type not in ("dt", "ftr", "sldNum"):
        attributes += ' hasCustomPrompt="1"'
    head = non_visual(number, spec.name, f"{key}:{spec.role}")
    adjust: tuple[tuple[str, int], ...] = ()
    if spec.radius and min(spec.box.w, spec.box.h):
        adjust = (("adj", min(50_000, round(spec.radius / min(spec.box.w, spec.box.h) * 100_000))),)
    shape = preset(spec.geometry, adjust)
    props = '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'
    style = "<a:lstStyle/>"
    if spec.text is not None:
        props += f' anchor="{ANCHOR[spec.text.anchor]}"><a:normAutofit/></a:bodyPr>'
        if spec.levels:
            rows = "".join(
                level_props(i, level, ground, spec.text.align) for i, level in enumerate(spec.levels[:9], 1)
            )
            style = f"<a:lstStyle>{rows}</a:lstStyle>"
        else:
            style = f"<a:lstStyle>{plain_props(spec.text, ground)}</a:lstStyle>"
    else:
        props += "/>"
        style = '<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="1800"/></a:lvl1pPr></a:lstStyle>'
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{attributes}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{position(spec.box)}{shape}</p:spPr><p:txBody>{props}{style}{prompt_paragraphs(spec, lang)}</p:txBody></p:sp>"
    )


def decoration(shape: ShapeSpec, ground: Ground, number: int, key: str) -> str:
    """A shape that stands on the layout, marked decorative."""
    head = non_visual(number, shape.name, f"{key}:{shape.name}:{number}", decorative=True)
    stroke = (
        Stroke(ground.roles[shape.line], shape.width, shape.head, shape.tail)
        if shape.line and shape.width
        else None
    )
    box = shape.box
    if shape.shape == "line":
        x, y, w, h = min(box.x, box.x + box.w), min(box.y, box.y + box.h), abs(box.w), abs(box.h)
        flip = (' flipH="1"' if box.w < 0 else "") + (' flipV="1"' if box.h < 0 else "")
        return (
            f'<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>{transform(x, y, w, h, flip)}'
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{paint.line(stroke)}</p:spPr></p:cxnSp>'
        )
    fill = shape.fill
    if isinstance(fill, str):
        color = ground.roles[fill]
        painted = paint.fill(Color(color.slot, color.mods, shape.fill_alpha))
    elif isinstance(fill, tuple):
        stops = tuple(
            (at, Color(ground.roles[role].slot, ground.roles[role].mods, alpha)) for at, role, alpha in fill
        )
        painted = paint.fill(Gradient(stops, shape.angle))
    else:
        painted = paint.fill(fill)
    adjust: tuple[tuple[str, int], ...] = ()
    if shape.radius and min(box.w, box.h):
        adjust = (("adj", min(50_000, round(shape.radius / min(box.w, box.h) * 100_000))),)
    outline = freeform(shape.path, box) if shape.path else preset(shape.shape, adjust)
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{position(box)}{outline}{painted}{paint.line(stroke)}</p:spPr>'
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def layout_names(theme: Theme) -> Iterator[tuple[Look, str, str]]:
    """(look, ground, unique name) of every layout, each look's own ground first."""
    seen: set[str] = set()
    for look in theme.looks.values():
        for ground in (look.ground, *(g for g in look.grounds if g != look.ground)):
            name = look.label if ground == look.ground else f"{look.label} ({ground})"
            while name in seen:
                name += " +"
            seen.add(name)
            yield look, ground, name


def layout_part(theme: Theme, look: Look, ground_name: str, name: str, lang: str) -> bytes:
    """slideLayout*.xml."""
    ground = theme.grounds[ground_name]
    key = f"layout:{theme.name}:{look.name}:{ground_name}"
    shapes: list[str] = []
    number = 2
    for shape in look.shapes:
        if shape.static:
            shapes.append(decoration(shape, ground, number, key))
            number += 1
    roles: set[str] = set()
    for spec in look.placeholders:
        chosen = look.placeholder(spec.role)
        if spec.role in roles or chosen is None:
            continue
        roles.add(spec.role)
        shapes.append(placeholder(chosen, ground, number, key, lang))
        number += 1
    chrome = ([theme.chrome.date, theme.chrome.footer] if look.footer else []) + (
        [theme.chrome.number] if look.number else []
    )
    for spec in chrome:
        shapes.append(placeholder(spec, ground, number, key, lang))
        number += 1
    master = theme.grounds["light"]
    override = MASTER_MAP
    if color_map(ground) != color_map(master):
        override = f"<p:clrMapOvr><a:overrideClrMapping {color_map(ground)}/></p:clrMapOvr>"
    own = background(ground) if ground_name != "light" else ""
    kind = (
        f' type="{look.layout_type}"' if look.layout_type and ground_name == look.ground else ' userDrawn="1"'
    )
    return part("p:sldLayout", f'{kind} preserve="1"', slide_data("".join(shapes), name, own, key) + override)


def master_part(theme: Theme, layout_ids: str, lang: str) -> bytes:
    """slideMaster1.xml."""
    ground = theme.grounds["light"]
    key = f"master:{theme.name}"
    specs = (
        theme.master.title,
        theme.master.body,
        theme.chrome.date,
        theme.chrome.footer,
        theme.chrome.number,
    )
    shapes = "".join(placeholder(s, ground, i, key, lang, master=True) for i, s in enumerate(specs, 2))
    title_spec = theme.master.title.text
    assert title_spec is not None
    title = plain_props(title_spec, ground).replace('<a:lvl1pPr marL="0" indent="0"', "<a:lvl1pPr")
    levels = list(theme.master.levels) or []
    while levels and len(levels) < 9:
        levels.append(levels[-1])
    body = "".join(level_props(i, level, ground) for i, level in enumerate(levels[:9], 1))
    other = "".join(
        f'<a:lvl{i}pPr marL="{457200 * (i - 1)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f"{run_default(TypeStyle(18, 21.6), ground.roles['text'])}</a:lvl{i}pPr>"
        for i in range(1, 10)
    )
    guides = "".join(
        f'<p15:guide id="{n}"{" orient=" + chr(34) + "horz" + chr(34) if across else ""} pos="{round(at / 1587.5)}" userDrawn="1"><p15:clr><a:srgbClr val="A4A3A4"/></p15:clr></p15:guide>'
        for n, (across, at) in enumerate(
            [(False, x) for x in theme.guides[0]] + [(True, y) for y in theme.guides[1]], 1
        )
    )
    ext = (
        f'<p:extLst><p:ext uri="{{27BBF7A9-308A-43DC-89C8-2F10F3537804}}"><p15:sldGuideLst xmlns:p15="{P15}">{guides}</p15:sldGuideLst></p:ext></p:extLst>'
        if guides
        else ""
    )
    return part(
        "p:sldMaster", ' preserve="1"',
        f"{slide_data(shapes, '', background(ground), key)}<p:clrMap {color_map(ground)}/><p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>'
        f'<p:otherStyle><a:defPPr><a:defRPr lang="{lang}"/></a:defPPr>{other}</p:otherStyle></p:txStyles>{ext}',
    )  # fmt: skip


__all__ = ["background", "color_map", "layout_names", "layout_part", "master_part", "run_default"]
