"""Paragraphs and runs with all that they inherit, property by property (ECMA-376 part 1, 21.1.2).

The chain of a paragraph, nearest first: its own pPr; the list styles of its shape, of the layout's placeholder and of the master's; the
master's text style for the placeholder's type; the presentation's default text style; the format's defaults.  Text that is in no
placeholder skips layout and master, and comes to the master's `otherStyle` last.  A run's own rPr goes first; the defRPr of a paragraph's pPr
counts nowhere, as in PowerPoint.  A shape's style (fontRef) names a typeface behind its own list style and before all others.  A theme's objectDefaults count nowhere either: programs copy them into a shape when it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from lxml import etree
from lxml.etree import _Element as Element

from .fonts import ThemeFonts
from .records import Bullet, ParagraphStyle, RunStyle, Spacing
from .xml import A, flag, hundredths, length, share, whole

T = TypeVar("T")
LEVELS: Final = 9
_BULLETS: Final = {
    f"{A}buNone": "none",
    f"{A}buAutoNum": "number",
    f"{A}buChar": "char",
    f"{A}buBlip": "picture",
}
_SIZE: Final = (1.0, 4000.0)  # pt: ST_TextFontSize
_CAPS: Final = {"none": "none", "small": "small", "all": "all"}
_FURTHEST: Final = 51_206_400  # EMU: ST_TextMargin, ST_TextIndent


class Styles:
    """The list styles that a text inherits from, nearest first, with the fonts of its theme.

    `base` is the typeface where none is named.
    """

    def __init__(self, lists: Sequence[Element | None], fonts: ThemeFonts, base: str = "+mn-lt") -> None:
        self._lists = [e for e in lists if e is not None]
        self._fonts = fonts
        self._base = base
        self._levels: dict[int, tuple[list[Element], list[Element]]] = {}
        self._runs: dict[int, RunStyle] = {}

    def level(self, number: int) -> tuple[list[Element], list[Element]]:
        """Paragraph properties that level `number` (from 0) inherits, nearest first, and the run properties in them."""
        known = self._levels.get(number)
        if known is None:
            found = []
            for styles in self._lists:
                for name in (f"{A}lvl{number + 1}pPr", f"{A}defPPr"):
                    element = styles.find(name)
                    if element is not None:
                        found.append(element)
            runs = [e for p in found if (e := p.find(f"{A}defRPr")) is not None]
            known = self._levels[number] = (found, runs)
        return known

    def paragraph(self, own: Element | None, end: Element | None) -> ParagraphStyle:
        """A paragraph's properties from its own (pPr) and its mark's (endParaRPr)."""
        number = min(max(whole(own, "lvl"), 0), LEVELS - 1)
        inherited, _ = self.level(number)
        chain = inherited if own is None else [own, *inherited]

        def lengths(name: str, default: int) -> int:
            value = _first(chain, name, length)
            return default if value is None else min(max(value, -_FURTHEST), _FURTHEST)

        mark = self.run(end, number)
        return ParagraphStyle(
            level=number,
            left=lengths("marL", 0),
            right=lengths("marR", 0),
            indent=lengths("indent", 0),
            align=_first(chain, "algn", str) or "l",
            line=_spacing(chain, f"{A}lnSpc", ("pct", 1.0)),
            before=_spacing(chain, f"{A}spcBef", ("pts", 0.0)),
            after=_spacing(chain, f"{A}spcAft", ("pts", 0.0)),
            bullet=self._bullet(chain),
            tabs=_tabs(chain),
            default_tab=max(lengths("defTabSz", 914_400), 12_700),
            rtl=bool(_first(chain, "rtl", flag)),
            end=mark,
        )

    def run(self, own: Element | None, level: int) -> RunStyle:
        """A run's properties from its own (rPr)."""
        _, inherited = self.level(level)
        if own is None or not (len(own) or own.attrib):
            known = self._runs.get(level)
            if known is None:
                known = self._runs[level] = self._style(inherited)
            return known
        return self._style([own, *inherited])

    def _style(self, chain: list[Element]) -> RunStyle:
        size = _first(chain, "sz", hundredths)
        kern = _first(chain, "kern", hundredths)
        lang = (_first(chain, "lang", str) or "")[:40]
        caps: Any = _CAPS.get(_first(chain, "cap", str) or "none", "none")
        return RunStyle(
            size=min(max(size, _SIZE[0]), _SIZE[1]) if size is not None else 18.0,
            bold=bool(_first(chain, "b", flag)),
            italic=bool(_first(chain, "i", flag)),
            latin=self._face(chain, "latin", lang, self._base),
            ea=self._face(chain, "ea", lang, self._base.replace("-lt", "-ea")),
            cs=self._face(chain, "cs", lang, self._base.replace("-lt", "-cs")),
            caps=caps,
            spacing=min(max(_first(chain, "spc", hundredths) or 0.0, -4000.0), 4000.0),
            baseline=min(max(_first(chain, "baseline", share) or 0.0, -10.0), 10.0),
            kern=kern if kern else None,
            lang=lang,
        )

    def _face(self, chain: list[Element], slot: str, lang: str, base: str) -> str:
        for element in chain:
            font = element.find(f"{A}{slot}")
            if font is not None and font.get("typeface"):
                return self._fonts.resolve(font.get("typeface", "")[:100], lang)
        return self._fonts.resolve(base, lang) if base.startswith("+") or slot == "latin" else ""

    def _bullet(self, chain: list[Element]) -> Bullet:
        found = next(((e, kind) for p in chain for e in p if (kind := _BULLETS.get(str(e.tag)))), None)
        if found is None or found[1] == "none":
            return Bullet()
        element, kind = found
        scale, size = 1.0, None
        sized = next(
            (e for p in chain for e in p if e.tag in (f"{A}buSzTx", f"{A}buSzPct", f"{A}buSzPts")), None
        )
        if sized is not None and sized.tag == f"{A}buSzPct":
            scale = min(max(share(sized.get("val")) or 1.0, 0.25), 4.0)
        elif sized is not None and sized.tag == f"{A}buSzPts":
            size = hundredths(sized.get("val"))
        font = next((e for p in chain for e in p if e.tag in (f"{A}buFont", f"{A}buFontTx")), None)
        face = font.get("typeface", "")[:100] if font is not None and font.tag == f"{A}buFont" else ""
        any_kind: Any = kind
        return Bullet(
            any_kind,
            char=element.get("char", "")[:8],
            scheme=element.get("type", "")[:40],
            start=min(max(whole(element, "startAt", 1), 1), 32767),
            typeface=self._fonts.resolve(face),
            scale=scale,
            size=size,
        )


def naming(typeface: str) -> Element:
    """A list style that names a theme font ("+mn" or "+mj") for all scripts and nothing else."""
    made = etree.Element(f"{A}lstStyle")
    run = etree.SubElement(etree.SubElement(made, f"{A}defPPr"), f"{A}defRPr")
    for slot, suffix in (("latin", "lt"), ("ea", "ea"), ("cs", "cs")):
        etree.SubElement(run, f"{A}{slot}", {"typeface": f"{typeface}-{suffix}"})
    return made


def _first(chain: Sequence[Element], name: str, read: Callable[[str], T | None]) -> T | None:
    """The nearest value of an attribute that can be read."""
    for element in chain:
        text = element.get(name)
        if text is not None:
            value = read(text)
            if value is not None:
                return value
    return None


def _spacing(chain: Sequence[Element], name: str, default: Spacing) -> Spacing:
    for element in chain:
        found = element.find(name)
        for child in found if found is not None else ():
            if child.tag == f"{A}spcPct" and (part := share(child.get("val"))) is not None:
                return "pct", min(max(part, 0.0), 132.0)
            if child.tag == f"{A}spcPts" and (points := hundredths(child.get("val"))) is not None:
                return "pts", min(max(points, 0.0), 1584.0)
    return default


def _tabs(chain: Sequence[Element]) -> tuple[int, ...]:
    for element in chain:
        stops = element.find(f"{A}tabLst")
        if stops is not None:
            return tuple(sorted(whole(stop, "pos") for stop in list(stops)[:100]))
    return ()
