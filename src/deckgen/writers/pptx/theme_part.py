"""The theme part: colour scheme, font scheme, format scheme, object defaults.  Hex and font names stand here and nowhere else."""

from __future__ import annotations

from ...theme.records import Theme
from .xml import HEAD, THM15, A, esc, guid

SLOTS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
COMPLEX = "Arial"  # has Arabic and Hebrew, and is wherever Office is
_PH = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_TINT = '<a:solidFill><a:schemeClr val="phClr"><a:tint val="40000"/></a:schemeClr></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_STYLE = (
    '<a:style><a:lnRef idx="{line}"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="{fill}"><a:schemeClr val="accent1"/></a:fillRef>'
    '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="{font}"/></a:fontRef></a:style>'
)

# what someone draws by hand in PowerPoint: a flat shape in the first accent, a line, a text box without insets of its own
_OBJECTS = (
    '<a:spDef><a:spPr><a:ln><a:noFill/></a:ln></a:spPr><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle><a:defPPr algn="ctr"><a:defRPr/></a:defPPr></a:lstStyle>'
    + _STYLE.format(line=0, fill=1, font="bg1")
    + '</a:spDef><a:lnDef><a:spPr><a:ln w="19050"/></a:spPr><a:bodyPr/><a:lstStyle/>'
    + _STYLE.format(line=2, fill=0, font="tx1")
    + '</a:lnDef><a:txDef><a:spPr><a:noFill/></a:spPr><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"><a:spAutoFit/></a:bodyPr>'
    '<a:lstStyle><a:defPPr algn="l"><a:defRPr sz="1800"/></a:defPPr></a:lstStyle></a:txDef>'
)


def theme_part(theme: Theme, fonts: str, suffix: str = "", rtl: bool = False) -> bytes:
    """theme*.xml; `fonts` chooses the brand or the office set, `suffix` tells notes and handouts from slides.

    On decks read from right to left the complex script's font is named: programs set digits in it too, and the brand has no such letters.

    The format scheme needs three of each (ECMA-376 part 1, 20.1.4.1.14); they are flat, as the brand's looks are.
    """
    chosen = theme.fonts.office if fonts == "office" else theme.fonts.brand
    colors = "".join(f'<a:{slot}><a:srgbClr val="{esc(theme.slots[slot])}"/></a:{slot}>' for slot in SLOTS)
    name = esc(theme.title or theme.name)
    family, version = guid("theme", theme.name), guid("theme", theme.name, suffix)
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{_PH}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>'
        for w in (6350, 12700, 19050)
    )
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="{name}{suffix}"><a:themeElements><a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_font("majorFont", chosen.heading, rtl)}{_font("minorFont", chosen.body, rtl)}</a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{_PH}{_TINT}{_PH}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PH}{_TINT}{_PH}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        f"<a:objectDefaults>{_OBJECTS}</a:objectDefaults><a:extraClrSchemeLst/>"
        f'<a:extLst><a:ext uri="{{05A4C25C-085E-4340-85A3-A5531E510DB2}}"><thm15:themeFamily xmlns:thm15="{THM15}" name="{name}" id="{family}" vid="{version}"/>'
        "</a:ext></a:extLst></a:theme>"
    ).encode()


def _font(tag: str, name: str, rtl: bool) -> str:
    complex_script = COMPLEX if rtl else ""
    return f'<a:{tag}><a:latin typeface="{esc(name)}"/><a:ea typeface=""/><a:cs typeface="{complex_script}"/></a:{tag}>'
