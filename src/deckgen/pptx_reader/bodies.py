"""Text bodies: how a text stands in its box, attribute by attribute through the chain, and its paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

from lxml.etree import _Element as Element

from .records import BodyStyle, Paragraph, Run, Text
from .styles import Styles
from .xml import A14, MATH, A, children, flag, length, share

T = TypeVar("T")
RUNS: Final = 20_000  # of a text; more is cut
CHARACTERS: Final = 200_000
_AUTOFIT: Final = {f"{A}noAutofit": "none", f"{A}normAutofit": "shrink", f"{A}spAutoFit": "grow"}
_DEGREE: Final = 60_000


def body_style(chain: Sequence[Element | None]) -> BodyStyle:
    """How a text stands in its box, from the bodyPr elements that count, the nearest first."""
    own = [e for e in chain if e is not None]
    fit = next((e for b in own for e in b if e.tag in _AUTOFIT), None)
    autofit: Any = _AUTOFIT[str(fit.tag)] if fit is not None else "none"
    wrap = _first(own, "wrap", str)

    def lengths(name: str, default: int) -> int:
        value = _first(own, name, length)
        return default if value is None else value

    return BodyStyle(
        left=lengths("lIns", 91_440),
        top=lengths("tIns", 45_720),
        right=lengths("rIns", 91_440),
        bottom=lengths("bIns", 45_720),
        wrap=wrap != "none",
        anchor=_first(own, "anchor", str) or "t",
        centered=bool(_first(own, "anchorCtr", flag)),
        columns=min(max(lengths("numCol", 1), 1), 16),
        gap=max(lengths("spcCol", 0), 0),
        autofit=autofit,
        font_scale=_scale(fit),
        line_reduction=min(max(share(fit.get("lnSpcReduction")) or 0.0, 0.0), 0.8)
        if fit is not None
        else 0.0,
        vertical=(_first(own, "vert", str) or "horz")[:40],
        rotation=lengths("rot", 0) / _DEGREE % 360,
        rtl_columns=bool(_first(own, "rtlCol", flag)),
        first_spacing=bool(_first(own, "spcFirstLastPara", flag)),
    )


def _scale(fit: Element | None) -> float | None:
    found = share(fit.get("fontScale")) if fit is not None else None
    return min(max(found, 0.01), 4.0) if found is not None else None


def _first(chain: Sequence[Element], name: str, read: Callable[[str], T | None]) -> T | None:
    for element in chain:
        value = read(element.get(name, "")) if name in element.attrib else None
        if value is not None:
            return value
    return None


def read_text(body: Element, style: BodyStyle, styles: Styles) -> Text:
    """The text of a txBody element."""
    paragraphs: list[Paragraph] = []
    left, characters, cut = RUNS, CHARACTERS, False
    for element in children(body):
        if element.tag != f"{A}p":
            continue
        if left <= 0 or characters <= 0:
            cut = True
            break
        paragraph = _paragraph(element, styles, left, characters)
        paragraphs.append(paragraph)
        left -= len(paragraph.runs) + 1
        characters -= sum(len(r.text) for r in paragraph.runs)
    return Text(style, tuple(paragraphs), cut)


def _paragraph(element: Element, styles: Styles, most_runs: int, most_characters: int) -> Paragraph:
    own, end = element.find(f"{A}pPr"), element.find(f"{A}endParaRPr")
    style = styles.paragraph(own, end)
    runs: list[Run] = []
    complete = True
    for run in _runs(element, styles, style.level):
        if run is None:
            complete = False
            continue
        if len(runs) >= most_runs or most_characters <= 0:
            break
        runs.append(
            run if len(run.text) <= most_characters else Run(run.text[:most_characters], run.style, run.field)
        )
        most_characters -= len(run.text)
    return Paragraph(tuple(runs), style, complete)


def _runs(element: Element, styles: Styles, level: int) -> Iterator[Run | None]:
    """Runs in order; None for what is no text."""
    for child in children(element):
        own = child.find(f"{A}rPr")
        if child.tag == f"{A}r":
            text = _plain(child)
            if text:
                yield Run(text, styles.run(own, level))
        elif child.tag == f"{A}br":
            yield Run("\v", styles.run(own, level))
        elif child.tag == f"{A}fld":
            yield Run(_plain(child), styles.run(own, level), (child.get("type") or "field")[:40])
        elif str(child.tag).startswith((A14, MATH)):
            yield None


def _plain(run: Element) -> str:
    """The text of a:t; line breaks that stand in it are drawn as such, other control characters not at all."""
    text = run.findtext(f"{A}t") or ""
    return (
        text.replace("_x000B_", "\v")
        .replace("_x000D_", "")
        .replace("\r\n", "\v")
        .replace("\n", " ")
        .replace("\r", " ")
    )
