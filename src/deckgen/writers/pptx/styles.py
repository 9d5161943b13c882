"""Text styles of masters, layouts and the presentation: levels with all that a slide inherits."""

from __future__ import annotations

from dataclasses import replace

from ...theme.paint import Color
from ...theme.records import Ground, Level, TextSpec, TypeStyle
from . import paint
from .text import ALIGN, BULLET_FONT
from .xml import esc

DEPTH = 9
PLAIN = TypeStyle(18, 21.6)  # text boxes that people draw by hand
_HABITS = 'defTabSz="914400" rtl="{}" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'


def run_default(style: TypeStyle, color: Color) -> str:
    """a:defRPr of a style."""
    font = "mn" if style.font == "body" else "mj"
    spc = f' spc="{style.spc(style.size)}"' if style.tracking else ""
    return (
        f'<a:defRPr sz="{style.size * 100}" b="{int(style.bold)}" i="{int(style.italic)}" kern="1200"{spc}>{paint.fill(color)}'
        f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
    )


def plain_level(spec: TextSpec, ground: Ground, rtl: bool = False) -> str:
    """a:lvl1pPr of a text that isn't a list."""
    return (
        f'<a:lvl1pPr marL="{spec.hang}" indent="0" algn="{ALIGN[spec.align]}" {_HABITS.format(int(rtl))}><a:lnSpc><a:spcPct val="{spec.style.spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{run_default(spec.style, ground.roles[spec.color])}</a:lvl1pPr>'
    )


def list_levels(levels: tuple[Level, ...], ground: Ground, align: str = "left", rtl: bool = False) -> str:
    """a:lvl1pPr to a:lvl9pPr of a body; levels that the theme doesn't describe are like the last one.

    With `rtl` marL and indent count from the right: PowerPoint takes them for the side where a line begins.
    """
    filled = (*levels, *levels[-1:] * DEPTH)[:DEPTH]
    return "".join(_level(number, level, ground, align, rtl) for number, level in enumerate(filled, 1))


def _level(number: int, level: Level, ground: Ground, align: str, rtl: bool) -> str:
    bullet = "<a:buNone/>"
    if level.bullet:
        tint = paint.color(ground.roles[level.bullet_color or level.color])
        bullet = (
            f'<a:buClr>{tint}</a:buClr><a:buSzPct val="{level.bullet_size * 1000}"/>{BULLET_FONT}'
            f'<a:buChar char="{esc(level.bullet)}"/>'
        )
    return (
        f'<a:lvl{number}pPr marL="{level.indent}" indent="{-level.hanging}" algn="{ALIGN[align]}" {_HABITS.format(int(rtl))}>'
        f'<a:lnSpc><a:spcPct val="{level.style.spacing}"/></a:lnSpc><a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f"{bullet}{run_default(level.style, ground.roles[level.color])}</a:lvl{number}pPr>"
    )


def stepped(
    ground: Ground, style: TypeStyle = PLAIN, step: int = 457_200, before: float = 0, rtl: bool = False
) -> str:
    """a:lvl1pPr to a:lvl9pPr without bullets, each `step` EMU further right, `before` points apart."""
    spacing = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before else ""
    side = "r" if rtl else "l"
    words = run_default(replace(style, tracking=0.0), ground.roles["text"])
    return "".join(
        f'<a:lvl{n}pPr marL="{step * (n - 1)}" algn="{side}" {_HABITS.format(int(rtl))}>{spacing}{words}</a:lvl{n}pPr>'
        for n in range(1, DEPTH + 1)
    )
