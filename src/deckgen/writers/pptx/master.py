"""The slide master: its placeholders, text styles at all levels, guides, the list of its layouts."""

from __future__ import annotations

from ...model.locale import is_rtl
from ...theme.records import Theme
from .grounds import background, color_map
from .placeholders import placeholder
from .styles import list_levels, plain_level, stepped
from .xml import P15, esc, part, slide_data

GUIDE_UNIT = 1587.5  # EMU: guides are counted in 1/576 inch ([MS-PPTX] 2.6.2)


def master_part(theme: Theme, layout_ids: str, lang: str, footer: str = "") -> bytes:
    """slideMaster1.xml; `layout_ids` are its p:sldLayoutId elements."""
    ground, chrome, key = theme.grounds["light"], theme.chrome, ("master", theme.name)
    rtl = is_rtl(lang)
    specs = (theme.master.title, theme.master.body, chrome.date, chrome.footer, chrome.number)
    shapes = "".join(
        placeholder(s, ground, n, lang, master=True, footer=footer) for n, s in enumerate(specs, 2)
    )
    title, body = theme.master.title.text, theme.master.body.text
    title_style = plain_level(title, ground, rtl) if title is not None else ""
    levels = list_levels(theme.master.levels, ground, body.align if body is not None else "left", rtl)
    return part(
        "p:sldMaster",
        ' preserve="1"',
        f"{slide_data(shapes, '', background(ground), key)}<p:clrMap {color_map(ground)}/><p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>{title_style}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>'
        f'<p:otherStyle><a:defPPr><a:defRPr lang="{esc(lang)}"/></a:defPPr>{stepped(ground, rtl=rtl)}</p:otherStyle></p:txStyles>{_guides(theme)}',
    )


def _guides(theme: Theme) -> str:
    """p15:sldGuideLst; "" if the theme has none."""
    down, across = theme.guides
    places = [("", x) for x in down] + [(' orient="horz"', y) for y in across]
    if not places:
        return ""
    rows = "".join(
        f'<p15:guide id="{n}"{way} pos="{round(at / GUIDE_UNIT)}" userDrawn="1"><p15:clr><a:schemeClr val="tx2"/></p15:clr></p15:guide>'
        for n, (way, at) in enumerate(places, 1)
    )
    return (
        '<p:extLst><p:ext uri="{27BBF7A9-308A-43DC-89C8-2F10F3537804}">'
        f'<p15:sldGuideLst xmlns:p15="{P15}">{rows}</p15:sldGuideLst></p:ext></p:extLst>'
    )
