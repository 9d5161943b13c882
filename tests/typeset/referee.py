"""LibreOffice as the referee of predicted lines: random paragraphs and titles, set by it and read back from its PDF.

Texts are those of `corpus`.
"""

from __future__ import annotations

import os
import random
import subprocess
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pymupdf
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from deckgen.typeset.balance import balance
from deckgen.typeset.measure import Measure, measure_for
from deckgen.typeset.metrics import Face, load_faces, shipped
from deckgen.typeset.paragraph import SINGLE, Lines, Para, Span, break_lines, set_paragraphs
from pptx import Presentation
from tests.rendering import font_config, to_pdf
from tests.typeset.corpus import words_of
from tests.typeset.fonts import BRANDS

EMU = 12700
PAGE = (1000, 3200)
LEFT, TOP = 20, 20
STAND_INS = {
    "Arial": "Liberation Sans",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Georgia": "Gelasio",
    "Times New Roman": "Liberation Serif",
}
SIZES = (10, 11, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32, 36, 40, 44, 48, 54, 60)
DEMANDED = ("plain", "plain", "bold", "bold run", "bullet")
KINDS = (*DEMANDED, "hanging", "lead and tab", "signs")
# What fonts often lack and programs take from elsewhere or make up.
SIGNS = (
    "\u2007", "\u2009", "\u202f", "\u200a", "\u2003", "\u2010", "\u2011", "\u00a0", "\u200d", "\u200b", "\u2060", "\ufe0f",
    "a\u0323", "q\u0303", "\u2713", "\u2192", "\u27f6", "\u260e", "\u2605", "\u25b6", "\u2022", "\u2260", "\u221e",
    "\u2153", "\u2460", "\u00ad", "\u4e2d\u6587", "\u042f", "\u03a9", "\u1e9e", "\u2615", "\u2764\ufe0f",
    "\U0001f600", "\U0001f388", "1\ufe0f\u20e3", "CO2-Preis", "24-Stunden-Dienst", "1-800", "km/h", "wer?was", "-x",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A run: its text and whether it is bold."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph to be set: `drawn` is the font that LibreOffice uses; lengths in pt."""

    pieces: tuple[Piece, ...]
    para: Para
    drawn: str
    size: int
    width: float
    kind: str
    bullet: str = ""
    inset: float = 0.0
    lang: str = "de-DE"
    rtl: bool = False

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return "".join(p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A paragraph as predicted and as drawn; `predicted` is None where a unit is wider than its line."""

    sample: Sample
    predicted: Lines | None
    drawn: list[Drawn]

    @property
    def excess(self) -> int:
        """Lines predicted beyond those drawn; negative where the prediction is no bound."""
        return self.predicted.count - len(self.drawn) if self.predicted else 0

    @property
    def same(self) -> bool:
        """Whether the breaks are the predicted ones."""
        return self.predicted is not None and [bare(t) for t in self.predicted.texts[0]] == [
            d.text for d in self.drawn
        ]

    @property
    def height_error(self) -> float:
        """Predicted less drawn height in pt: LibreOffice seats a line's baseline 0.2 em above the end of its 1.2 em."""
        return (
            self.predicted.height - 0.2 * self.sample.size - self.drawn[-1].baseline
            if self.predicted
            else 0.0
        )

    @property
    def wide(self) -> bool:
        """Whether a drawn line reaches beyond the box although no word is said to be wider."""
        return self.predicted is not None and max(d.right for d in self.drawn) > self.sample.width + 1

    @property
    def running(self) -> bool:
        """Whether this is untracked text in one font without tabs and odd signs, for which the bound is meant to be close."""
        first = self.sample.para.spans[0]
        return self.sample.kind in DEMANDED and len(first.measure.faces) == 1 and not first.tracking


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a balanced title: lines drawn without and with its inset, by font; whether the breaks are the predicted ones."""

    sample: Sample
    before: dict[str, list[Drawn]]
    after: dict[str, list[Drawn]]
    wanted: list[str]

    @property
    def adds(self) -> bool:
        """Whether the inset adds a line in any font."""
        return any(len(lines) > len(self.before[font]) for font, lines in self.after.items())

    @property
    def holds(self) -> bool:
        """Whether the title comes out as predicted in the font that is written."""
        return [d.text for d in self.after[self.sample.drawn]] == self.wanted


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line that LibreOffice drew: its text without blanks, baseline and right end in pt from the box's corner."""

    text: str
    baseline: float
    right: float


def faces_of(family: str) -> dict[str, Face]:
    """The faces of a family of the themes or of Office."""
    return load_faces(BRANDS[family]) if family in BRANDS else shipped(family) or {}


@cache
def measure_of(family: str, bold: bool, office: str = "") -> Measure:
    """The measure of a family's face; with `office`, of both together as a deck is fitted."""
    style = "bold" if bold else "regular"
    face = faces_of(family)[style]
    return measure_for(face, faces_of(office)[style]) if office else measure_for(face)


def families(folder: Path, fonts: Sequence[Path] = ()) -> list[str]:
    """The families that can be drawn here: those whose stand-in is installed, and the themes' own."""
    env = {**os.environ, "FONTCONFIG_FILE": str(font_config(folder, fonts))}
    known = subprocess.run(
        ["fc-list", ":", "family"], env=env, capture_output=True, text=True, check=True
    ).stdout
    return [*(name for name, stand_in in STAND_INS.items() if stand_in in known), *BRANDS, "Outfit/Arial"]


def paragraphs(count: int, seed: int, families: Sequence[str], *, running: bool = False) -> list[Sample]:
    """Random paragraphs in `families` (a family, or brand and office family as "Outfit/Arial", drawn in either).

    `running` leaves out what is odd: two fonts, tracking, tabs, strange signs.
    """
    rng = random.Random(seed)
    chosen = [f for f in families if not running or "/" not in f]
    return [_paragraph(rng, rng.choice(chosen), running) for _ in range(count)]


def _paragraph(rng: random.Random, family: str, running: bool) -> Sample:
    brand, _, office = family.partition("/")
    size, width = rng.choice(SIZES), float(rng.randint(180, 880))
    kind = rng.choice(DEMANDED if running else KINDS)
    wanted = max(2, int(rng.uniform(1, 9) * width / (size * 3.1)))
    words = words_of(rng, min(wanted, 90)).split(" ")
    if kind == "signs":
        for _ in range(rng.randint(1, 3)):
            at = rng.randrange(len(words))
            sign = rng.choice(SIGNS)
            words[at : at + 1] = rng.choice(
                ([words[at], sign], [words[at] + sign], [sign + words[at]], [words[at] + sign, "neu"])
            )
    a = rng.randrange(len(words))
    b = min(len(words), a + rng.randint(1, 4))
    text = " ".join(words)
    pieces: tuple[Piece, ...] = (Piece(text, kind == "bold"),)
    indent = first = tab = 0.0
    bullet = ""
    if kind in ("bold run", "bullet"):
        parts = (
            " ".join(words[:a]) + (" " if a else ""),
            " ".join(words[a:b]),
            (" " if b < len(words) else "") + " ".join(words[b:]),
        )
        pieces = tuple(Piece(t, i == 1) for i, t in enumerate(parts) if t)
    if kind == "bullet":
        indent, bullet = rng.choice((18.0, 22.5, 27.0, 36.0)), rng.choice("\u2022\u2013")
    if kind == "hanging":
        indent = rng.choice((12.0, 30.0, 60.0))
        first = -indent
    if kind == "lead and tab":
        indent = rng.choice((0.0, 0.0, 27.0))
        bullet = "\u2022" if indent else ""
        tab = float(rng.randint(100, 300))
        pieces = (Piece(" ".join(words[: rng.randint(1, 3)]), True), Piece("\t" + text))
    tracking = rng.choice((0.0, 0.0, 0.0, -0.012, -0.022, -0.03)) if size >= 20 and not running else 0.0
    spans = tuple(Span(p.text, measure_of(brand, p.bold, office), tracking=tracking) for p in pieces)
    if bullet:  # one wider than the indent pushes its line
        first = max(0.0, measure_of("Arial", False).width(bullet, size) + 0.1 - indent)
    drawn = rng.choice((brand, office or brand))
    return Sample(pieces, Para(spans, indent=indent, first_indent=first, tab=tab), STAND_INS.get(drawn, drawn), size, width, kind, bullet)  # fmt: skip


def titles(count: int, seed: int, families: Sequence[str]) -> list[Sample]:
    """Random headlines of two to five lines, unbalanced."""
    rng = random.Random(seed)
    found: list[Sample] = []
    while len(found) < count:
        brand, _, office = rng.choice(families).partition("/")
        size, width, bold = (
            rng.choice((32, 36, 40, 44, 54, 60, 84)),
            float(rng.randint(300, 880)),
            rng.random() < 0.7,
        )
        text = words_of(rng, max(3, int(rng.uniform(1.2, 4.5) * width / (size * 3.1))))
        span = Span(text, measure_of(brand, bold, office), tracking=rng.choice((0.0, -0.022, -0.03)))
        para = Para((span,))
        lines = set_paragraphs([para], size, width)
        if lines is not None and 2 <= lines.count <= 5:
            found.append(
                Sample((Piece(text, bold),), para, STAND_INS.get(brand, brand), size, width, "title")
            )
    return found


def write(samples: Iterable[Sample], path: Path) -> None:
    """A deck with one sample a slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE[0]), Pt(PAGE[1])
    for sample in samples:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes._spTree.append(parse_xml(_box(sample)))
    deck.save(str(path))


def _box(s: Sample) -> str:
    return box((s,), s.width, 3000.0, s.inset)


def box(samples: Sequence[Sample], width: float, height: float, inset: float = 0.0) -> str:
    """A text box with a paragraph for each sample, as XML; `inset` pt at its right."""
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="10" name="t"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{LEFT * EMU}" y="{TOP * EMU}"/><a:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="{round(inset * EMU)}" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{''.join(map(_paragraph_xml, samples))}</p:txBody></p:sp>"
    )


def _paragraph_xml(s: Sample) -> str:
    hang = -s.para.indent if s.bullet else s.para.first_indent
    mark = f'<a:buFont typeface="Arial"/><a:buChar char="{s.bullet}"/>' if s.bullet else "<a:buNone/>"
    tabs = f'<a:tabLst><a:tab pos="{round(s.para.tab * EMU)}" algn="l"/></a:tabLst>' if s.para.tab else ""
    face = f'<a:latin typeface="{s.drawn}"/><a:ea typeface="{s.drawn}"/><a:cs typeface="{s.drawn}"/>'
    runs = "".join(
        f'<a:r><a:rPr lang="{s.lang}" sz="{s.size * 100}" b="{int(p.bold)}" spc="{round(span.tracking * s.size * 100)}">{face}</a:rPr><a:t>{escape(p.text)}</a:t></a:r>'
        for p, span in zip(s.pieces, s.para.spans, strict=True)
    )
    turned = ' algn="r" rtl="1"' if s.rtl else ""
    pitch = round(s.para.leading / SINGLE * 100_000)
    return (
        f'<a:p><a:pPr marL="{round(s.para.indent * EMU)}" indent="{round(hang * EMU)}"{turned} hangingPunct="0">'
        f'<a:lnSpc><a:spcPct val="{pitch}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(s.para.before * 100)}"/></a:spcBef>{mark}{tabs}</a:pPr>{runs}'
        f'<a:endParaRPr lang="{s.lang}" sz="{s.size * 100}">{face}</a:endParaRPr></a:p>'
    )


def read(pdf: Path, samples: Sequence[Sample]) -> list[list[Drawn]]:
    """The lines that LibreOffice drew, for each sample."""
    result = []
    with pymupdf.open(pdf) as document:
        assert len(document) == len(samples)
        for sample, page in zip(samples, document, strict=True):
            result.append(_lines(page, sample))
    return result


def _lines(page: pymupdf.Page, sample: Sample) -> list[Drawn]:
    scale = PAGE[0] / page.rect.width
    edge = LEFT + sample.para.indent - 1.5 if sample.bullet else 0.0
    lines: list[tuple[float, list[tuple[float, float, str]]]] = []
    for block in page.get_text("rawdict", flags=0)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    x, y = char["origin"][0] * scale, char["origin"][1] * scale
                    if x < edge:
                        continue  # the bullet
                    for baseline, chars in lines:
                        if abs(baseline - y) < 0.3 * sample.size:
                            chars.append((x, char["bbox"][2] * scale, char["c"]))
                            break
                    else:
                        lines.append((y, [(x, char["bbox"][2] * scale, char["c"])]))
    lines.sort(key=lambda found: found[0])
    done = []
    for baseline, chars in lines:
        text = bare("".join(c for _, _, c in chars))
        if text:
            right = max(x1 for _, x1, c in chars if bare(c))
            done.append(Drawn(text, baseline - TOP, right - LEFT))
    return done


def judge(samples: Sequence[Sample], folder: Path, fonts: Sequence[Path] = ()) -> list[Outcome]:
    """Let LibreOffice draw the paragraphs, all in one deck."""
    deck = folder / "paragraphs.pptx"
    write(samples, deck)
    drawn = read(to_pdf(deck, fonts=fonts), samples)
    return [
        Outcome(s, set_paragraphs([s.para], s.size, s.width), d) for s, d in zip(samples, drawn, strict=True)
    ]


def judge_titles(
    samples: Sequence[Sample], folder: Path, fonts: Sequence[Path] = (), lang: str = "de"
) -> list[Verdict]:
    """Balance the titles and let LibreOffice draw them in each of their fonts, with and without the inset; those left alone are left out."""
    chosen = []
    for sample in samples:
        inset = balance([sample.para], sample.size, sample.width, lang)
        if inset:
            # as written to the file, where insets are whole EMU
            chosen.append(replace(sample, inset=round(inset * EMU) / EMU))
    drawings: list[Sample] = []
    for sample in chosen:
        for name in names_of(sample):
            drawings += [replace(sample, drawn=name, inset=0.0), replace(sample, drawn=name)]
    deck = folder / "titles.pptx"
    write(drawings, deck)
    drawn = iter(read(to_pdf(deck, fonts=fonts), drawings))
    verdicts = []
    for sample in chosen:
        before, after = {}, {}
        for name in names_of(sample):
            before[name], after[name] = next(drawn), next(drawn)
        own = replace(
            sample.para, spans=tuple(replace(s, measure=s.measure.faces[0]) for s in sample.para.spans)
        )
        lines = break_lines(own, sample.size, sample.width - sample.inset)
        verdicts.append(
            Verdict(sample, before, after, [bare("".join(u.text for u in line.units)) for line in lines])
        )
    return verdicts


def names_of(sample: Sample) -> list[str]:
    """The fonts that a sample may be drawn in, the written one first."""
    return [sample.drawn, *(["Liberation Sans"] if len(sample.para.spans[0].measure.faces) > 1 else [])]


def bare(text: str) -> str:
    """Text without blanks, compatibility forms and signs without width, for comparing."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(
        c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc", "Mn", "Me")
    )
