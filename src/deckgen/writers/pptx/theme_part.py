"""The theme part: colour scheme, font scheme, format scheme, object defaults.  Hex and font names stand here and nowhere else."""

from __future__ import annotations

from ...theme.records import Theme
from .xml import HEAD, A, esc, guid

SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_PH = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_TINT = '<a:solidFill><a:schemeClr val="phClr"><a:tint val="40000"/></a:schemeClr></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_STYLE = (
    '<a:style><a:lnRef idx="{line}"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="{fill}"><a:schemeClr val="accent1"/></a:fillRef>'
    '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="{font}"/></a:fontRef></a:style>'
)


def theme_part(theme: Theme, fonts: str, suffix: str = "") -> bytes:
    """theme*.xml; `fonts` chooses the brand or the office set."""
    chosen = theme.fonts.office if fonts == "office" else theme.fonts.brand
    colors = "".join(f'<a:{s}><a:srgbClr val="{theme.slots[s]}"/></a:{s}>' for s in SLOTS)

    def font(tag: str, name: str) -> str:
        return f'<a:{tag}><a:latin typeface="{esc(name)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{tag}>'

    name = esc(theme.title or theme.name)
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{_PH}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for w in (6350, 12700, 19050)
    )
    text_box = (
        '<a:txDef><a:spPr><a:noFill/></a:spPr><a:bodyPr wrap="square" rtlCol="0"><a:spAutoFit/></a:bodyPr><a:lstStyle><a:defPPr algn="l">'
        '<a:defRPr sz="1800"/></a:defPPr></a:lstStyle></a:txDef>'
    )
    objects = (
        '<a:spDef><a:spPr><a:ln><a:noFill/></a:ln></a:spPr><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle><a:defPPr algn="ctr"><a:defRPr/></a:defPPr></a:lstStyle>'
        + _STYLE.format(line=0, fill=1, font="tx1")
        + '</a:spDef><a:lnDef><a:spPr><a:ln w="19050"/></a:spPr><a:bodyPr/><a:lstStyle/>'
        + _STYLE.format(line=2, fill=0, font="tx1")
        + "</a:lnDef>"
        + text_box
    )
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="{name}{suffix}"><a:themeElements><a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{font("majorFont", chosen.heading)}{font("minorFont", chosen.body)}</a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_PH}{_TINT}{_PH}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PH}{_TINT}{_PH}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        f"<a:objectDefaults>{objects}</a:objectDefaults><a:extraClrSchemeLst/>"
        '<a:extLst><a:ext uri="{05A4C25C-085E-4340-85A3-A5531E510DB2}">'
        f'<thm15:themeFamily xmlns:thm15="http://schemas.microsoft.com/office/thememl/2012/main" name="{name}" id="{guid("theme", theme.name)}" vid="{guid("theme", theme.name, suffix)}"/>'
        "</a:ext></a:extLst></a:theme>"
    ).encode()
