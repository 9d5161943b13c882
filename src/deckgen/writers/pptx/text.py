"""Text as DrawingML: body properties, paragraphs, runs, fields (presentationml.md section 12)."""

from __future__ import annotations

from collections.abc import Callable

from ...scene.items import Link, Paragraph, Run, Text
from . import paint
from .xml import esc, guid

ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
ALIGN = {"left": "l", "center": "ctr", "right": "r"}
NUMBER_FIELD = guid("field", "slide number")
Linker = Callable[[Link], str]  # a link -> the a:hlinkClick element


def body(text: Text, lang: str, linker: Linker, *, placeholder: bool) -> str:
    """p:txBody of a slide's shape."""
    attributes = ""
    if not placeholder or text.insets is not None:
        left, top, right, bottom = text.insets or (0, 0, 0, 0)
        attributes += f' lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
    if not placeholder:
        attributes = ' wrap="square"' + attributes + ' rtlCol="0"'
    if text.anchor is not None:
        attributes += f' anchor="{ANCHOR[text.anchor]}"'
    paragraphs = "".join(paragraph(p, lang, linker) for p in text.paragraphs) or "<a:p/>"
    return f"<p:txBody><a:bodyPr{attributes}><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody>"


def paragraph(p: Paragraph, lang: str, linker: Linker) -> str:
    """a:p."""
    attributes = ""
    if p.indent is not None:
        attributes += f' marL="{p.indent}"'
    if p.level:
        attributes += f' lvl="{p.level}"'
    if p.first is not None:
        attributes += f' indent="{p.first}"'
    align = p.align
    if p.rtl and align is None:
        align = "right"
    if align is not None:
        attributes += f' algn="{ALIGN[align]}"'
    if p.rtl:
        attributes += ' rtl="1"'
    inner = ""
    if p.leading is not None:
        inner += f'<a:lnSpc><a:spcPct val="{p.leading}"/></a:lnSpc>'
    if p.before is not None:
        inner += f'<a:spcBef><a:spcPts val="{round(p.before * 100)}"/></a:spcBef>'
    if p.bullet == "none":
        inner += "<a:buNone/>"
    elif p.bullet == "number":
        start = f' startAt="{p.start}"' if p.start != 1 else ""
        inner += f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
    elif p.bullet == "bullet":
        inner += '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>'
    if p.tabs:
        stops = "".join(f'<a:tab pos="{t}" algn="l"/>' for t in p.tabs)
        inner += f"<a:tabLst>{stops}</a:tabLst>"
    props = f"<a:pPr{attributes}>{inner}</a:pPr>" if attributes or inner else ""
    runs = "".join(run(r, lang, linker) for r in p.runs)
    size = f' sz="{p.size * 100}"' if p.size is not None else ""
    return f'<a:p>{props}{runs}<a:endParaRPr lang="{lang}"{size}/></a:p>'


def run(r: Run, lang: str, linker: Linker) -> str:
    """a:r, a:fld and a:br elements of a run."""
    props = properties(r, lang, linker)
    if r.field == "slidenum":
        return f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr{props}</a:rPr><a:t>{esc(r.text)}</a:t></a:fld>'
    pieces = r.text.split("\v")
    result = []
    for i, piece in enumerate(pieces):
        if i:
            result.append(f"<a:br><a:rPr{props}</a:rPr></a:br>")
        if piece:
            result.append(f"<a:r><a:rPr{props}</a:rPr><a:t>{esc(piece)}</a:t></a:r>")
    return "".join(result)


def properties(r: Run, lang: str, linker: Linker) -> str:
    """What follows `<a:rPr`: attributes, `>`, children."""
    at = f' lang="{esc(r.lang or lang)}"'
    if r.size is not None:
        at += f' sz="{r.size * 100}"'
    if r.bold is not None:
        at += f' b="{int(r.bold)}"'
    if r.italic is not None:
        at += f' i="{int(r.italic)}"'
    if r.strike:
        at += ' strike="sngStrike"'
    if r.tracking is not None:
        at += f' spc="{r.tracking}"'
    if r.script:
        at += f' baseline="{30000 if r.script == "sup" else -25000}"'
    if r.mono:
        at += ' noProof="1"'
    inner = ""
    if r.color is not None:
        inner += paint.fill(r.color)
    if r.link is not None:
        inner += linker(r.link)
    return f"{at}>{inner}"
