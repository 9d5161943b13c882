"""Placeholders of the slide master and its layouts."""

from __future__ import annotations

from ...model.locale import is_rtl
from ...theme.paint import radius_of
from ...theme.records import Ground, PlaceholderSpec
from .shapes import holder_attributes, position, preset
from .styles import list_levels, plain_level
from .text import ANCHOR, empty, number_field
from .xml import esc, non_visual

FOOTERS = {"dt": 2, "ftr": 3, "sldNum": 4}
"""`idx` of the footers on a slide master; on layouts and slides it is that of their role (10, 11, 12)."""
_LEVELS = {
    "de": ("Text", "Zweite Ebene", "Dritte Ebene", "Vierte Ebene", "Fünfte Ebene"),
    "en": ("Text", "Second level", "Third level", "Fourth level", "Fifth level"),
}
_NO_INSETS = '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="{}"'
_PICTURE_STYLE = '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="1800"/></a:lvl1pPr>'


def placeholder(
    spec: PlaceholderSpec,
    ground: Ground,
    number: int,
    lang: str,
    *,
    master: bool = False,
    footer: str = "",
) -> str:
    """p:sp of a placeholder with its place, its style and what it shows while it is empty."""
    attributes = holder_attributes(spec.type, FOOTERS.get(spec.type, spec.idx) if master else spec.idx)
    if spec.prompt and not master and spec.type not in FOOTERS:
        attributes += ' hasCustomPrompt="1"'
    rtl = is_rtl(lang)
    style, anchor = _PICTURE_STYLE, "/>"
    if spec.text is not None:
        # whoever types more than fits gets it shrunk; what deckgen writes on slides was measured
        anchor = f' anchor="{ANCHOR[spec.text.anchor]}"><a:normAutofit/></a:bodyPr>'
        style = (
            list_levels(spec.levels, ground, spec.text.align, rtl)
            if spec.levels
            else plain_level(spec.text, ground, rtl)
        )
    return (
        f'<p:sp><p:nvSpPr>{non_visual(number, spec.name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{attributes}/></p:nvPr></p:nvSpPr><p:spPr>{position(spec.box)}{preset(spec.geometry, radius_of(spec.radius, spec.box))}</p:spPr>"
        f"<p:txBody>{_NO_INSETS.format(int(rtl))}{anchor}<a:lstStyle>{style}</a:lstStyle>{_prompt(spec, lang, footer)}</p:txBody></p:sp>"
    )


def five_levels(lang: str) -> str:
    """A paragraph for each of the first five levels, as PowerPoint's own masters show them."""
    words = _LEVELS.get(lang[:2].lower(), _LEVELS["en"])
    return "".join(_row(word, lang, level) for level, word in enumerate(words))


def _prompt(spec: PlaceholderSpec, lang: str, footer: str) -> str:
    if spec.type == "sldNum":
        return number_field(lang)
    if spec.type == "ftr" and footer:
        return _row(footer, lang)
    if spec.type in FOOTERS:
        return empty(lang)
    if spec.levels and not spec.prompt:
        return five_levels(lang)
    return _row(spec.prompt or spec.name, lang)


def _row(words: str, lang: str, level: int = 0) -> str:
    props = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{props}<a:r><a:rPr lang="{esc(lang)}"/><a:t>{esc(words)}</a:t></a:r></a:p>'
