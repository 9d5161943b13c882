"""Text as DrawingML: body properties, paragraphs, runs, fields (presentationml.md section 12)."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from ...records import dataclass
from ...scene.items import Link, Paragraph, Run, Text
from . import paint
from .xml import esc, guid

ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGN = {"left": "l", "center": "ctr", "right": "r"}
NUMBER_FIELD = guid("field", "slide number")
BULLET = "•"
FONTS = {
    name: f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/>'
    for name, font in (("heading", "mj"), ("body", "mn"))
}
BULLET_FONT = '<a:buFont typeface="+mj-lt"/>'


class Linker(Protocol):
    """Gives the a:hlinkClick element of a link; "" where it leads nowhere."""

    def __call__(self, link: Link, /, *, own_color: bool = False) -> str:
        """With `own_color` the text keeps its colour, else it takes the theme's colour for links."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text stands: its language, how it links, the bullets that its placeholder's levels have.

    `levels` is None outside of placeholders: there a list paragraph without an indent gets `hang` EMU for each level.
    """

    lang: str
    linker: Linker
    levels: tuple[str, ...] | None = None
    hang: int = 342_900


def body(text: Text, setting: Setting) -> str:
    """p:txBody of a slide's shape.  Sizes were measured and baked in, so nothing shrinks by itself."""
    attributes, insets = "", text.insets
    if setting.levels is None:
        rtl = any(p.rtl for p in text.paragraphs)
        attributes, insets = f' wrap="square" rtlCol="{int(rtl)}"', insets or (0, 0, 0, 0)
    if insets is not None:
        left, top, right, bottom = insets
        attributes += f' lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
    if text.anchor is not None:
        attributes += f' anchor="{ANCHOR[text.anchor]}"'
    rows = "".join([paragraph(p, setting) for p in text.paragraphs]) or empty(setting.lang)
    return f"<p:txBody><a:bodyPr{attributes}><a:noAutofit/></a:bodyPr><a:lstStyle/>{rows}</p:txBody>"


def empty(lang: str) -> str:
    """A paragraph without text."""
    return f'<a:p><a:endParaRPr lang="{esc(lang)}"/></a:p>'


def number_field(lang: str, shown: str = "‹#›") -> str:
    """A paragraph with the slide's number; `shown` is what programs that don't count show."""
    lang = esc(lang)
    return (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{esc(shown)}</a:t></a:fld>'
        f'<a:endParaRPr lang="{lang}"/></a:p>'
    )


def paragraph(p: Paragraph, setting: Setting) -> str:
    """a:p; children of a:pPr in schema order: spacing, bullet, tabs."""
    runs = "".join([run(r, setting) for r in p.runs])
    size = f' sz="{p.size * 100}"' if p.size is not None else ""
    return f"<a:p>{_paragraph_properties(p, setting)}{runs}<a:endParaRPr{_lang(setting.lang)}{size}/></a:p>"


def _paragraph_properties(p: Paragraph, setting: Setting) -> str:
    """a:pPr, "" where all is inherited."""
    inherits = p.bullet == "inherit"
    mark, indent, first = ("", p.indent, p.first) if inherits else _bullet(p, setting)
    attributes = "" if indent is None else f' marL="{indent}"'
    if p.right:
        attributes += f' marR="{p.right}"'
    if p.level:
        attributes += f' lvl="{p.level}"'
    if first is not None:
        attributes += f' indent="{first}"'
    if p.align is not None:
        attributes += f' algn="{ALIGN[p.align]}"'
    if p.rtl is not None:
        attributes += f' rtl="{int(p.rtl)}"'
    inner = ""
    if p.leading is not None:
        inner += f'<a:lnSpc><a:spcPct val="{p.leading}"/></a:lnSpc>'
    elif p.pitch is not None:
        inner += f'<a:lnSpc><a:spcPts val="{round(p.pitch * 100)}"/></a:lnSpc>'
    if p.before is not None:
        inner += f'<a:spcBef><a:spcPts val="{round(p.before * 100)}"/></a:spcBef>'
    inner += mark
    if p.tabs:
        side = "r" if p.rtl else "l"  # the side of the text that stands at the stop
        stops = "".join(f'<a:tab pos="{at}" algn="{side}"/>' for at in p.tabs)
        inner += f"<a:tabLst>{stops}</a:tabLst>"
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if attributes or inner else ""


@lru_cache(maxsize=64)
def _lang(lang: str) -> str:
    return f' lang="{esc(lang)}"'


def _bullet(p: Paragraph, setting: Setting) -> tuple[str, int | None, int | None]:
    """The bullet's elements, marL and indent; a placeholder's level that has a bullet gives its own."""
    if p.bullet == "none":
        return "<a:buNone/>", p.indent, p.first
    levels = setting.levels or ()
    if p.bullet == "number":
        start = f' startAt="{p.start}"' if p.start != 1 else ""
        mark = f'<a:buSzPct val="100000"/>{BULLET_FONT}<a:buAutoNum type="arabicPeriod"{start}/>'
    elif p.level < len(levels) and levels[p.level]:
        return "", p.indent, p.first
    else:
        mark = f'{BULLET_FONT}<a:buChar char="{BULLET}"/>'
    if setting.levels is None and p.indent is None:
        return mark, setting.hang * (p.level + 1), -setting.hang
    return mark, p.indent, p.first


def run(r: Run, setting: Setting) -> str:
    """a:r, a:fld and a:br elements of a run."""
    if r.color is None and r.mark is None and r.link is None and not r.font:  # as most are
        at = _run_attributes(
            r.lang or setting.lang, r.size, r.bold, r.italic, r.strike, r.tracking, r.script, r.mono
        )
        props = at + "/>"
        if not r.field and "\v" not in r.text:
            return f"<a:r><a:rPr{props}<a:t>{esc(r.text)}</a:t></a:r>" if r.text else ""
    else:
        props = _properties(r, setting)
    if r.field == "slidenum":
        return f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr{props}<a:t>{esc(r.text)}</a:t></a:fld>'
    if "\v" not in r.text:
        return f"<a:r><a:rPr{props}<a:t>{esc(r.text)}</a:t></a:r>" if r.text else ""
    result = []
    for number, piece in enumerate(r.text.split("\v")):
        if number:
            result.append(f"<a:br><a:rPr{props}</a:br>")
        if piece:
            result.append(f"<a:r><a:rPr{props}<a:t>{esc(piece)}</a:t></a:r>")
    return "".join(result)


def _properties(r: Run, setting: Setting) -> str:
    """What follows `<a:rPr`: attributes, children, its end.  Only the theme's fonts stand on slides, so code has a mark behind it
    and no typeface of its own."""
    at = _run_attributes(
        r.lang or setting.lang, r.size, r.bold, r.italic, r.strike, r.tracking, r.script, r.mono
    )
    inner = "" if r.color is None else paint.fill(r.color)
    if r.mark is not None:
        inner += f"<a:highlight>{paint.color(r.mark)}</a:highlight>"
    if r.font:
        inner += FONTS[r.font]
    if r.link is not None:
        inner += setting.linker(r.link, own_color=r.color is not None)
    return f"{at}>{inner}</a:rPr>" if inner else f"{at}/>"


@lru_cache(maxsize=512)
def _run_attributes(
    lang: str,
    size: int | None,
    bold: bool | None,
    italic: bool | None,
    strike: bool,
    tracking: int | None,
    script: str,
    mono: bool,
) -> str:
    """The attributes of a:rPr."""
    at = _lang(lang)
    if size is not None:
        at += f' sz="{size * 100}"'
    if bold is not None:
        at += f' b="{int(bold)}"'
    if italic is not None:
        at += f' i="{int(italic)}"'
    if strike:
        at += ' strike="sngStrike"'
    if tracking is not None:
        at += f' spc="{tracking}"'
    if script:
        at += f' baseline="{30000 if script == "sup" else -25000}"'
    if mono:
        at += ' noProof="1"'
    return at
