"""Random bodies, set by the fitter at the largest size that fits, and drawn by LibreOffice: what leaves its box, how full they are."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pymupdf
from pptx.oxml import parse_xml
from pptx.util import Pt

from deckgen.layout.jobs import TextJob
from deckgen.scene.items import Paragraph
from deckgen.theme.records import TypeStyle
from deckgen.typeset.paragraph import Para, Span
from pptx import Presentation
from tests.rendering import to_pdf
from tests.typeset.corpus import words_of
from tests.typeset.referee import LEFT, PAGE, STAND_INS, TOP, Piece, Sample, box, measure_of

SIZES = tuple(range(40, 9, -1))
STYLE = TypeStyle(40, 1.2)
_FORGIVEN = 0.06  # pt: the PDF's coordinates are rounded
_BEARING = 0.03  # em: an italic or round letter may reach over its advance


@dataclass(frozen=True, slots=True)
class Body:
    """Paragraphs of one family in a box of `width` by `height` pt."""

    samples: tuple[Sample, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Set:
    """A body as the fitter set it: `fill` is the share of the box's height that it uses; 0 if nothing fits."""

    body: Body
    size: int
    fill: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A set body as it was drawn: by how many pt it leaves its box below and at the right (negative: room left)."""

    body: Set
    below: float
    right: float

    @property
    def outside(self) -> bool:
        """Whether any text leaves the box."""
        return self.below > _FORGIVEN or self.right > _FORGIVEN + _BEARING * self.body.size


def bodies(count: int, seed: int, families: Sequence[str]) -> list[Body]:
    """Random bodies of one to seven paragraphs: bullets, indents, bold runs, space between, lines set at 90 to 110 %."""
    rng = random.Random(seed)
    return [_body(rng, rng.choice([f for f in families if "/" not in f])) for _ in range(count)]


def _body(rng: random.Random, family: str) -> Body:
    bulleted, leading = rng.random() < 0.6, rng.choice((1.08, 1.2, 1.2, 1.32))
    before = rng.choice((0.0, 4.0, 6.0, 10.0))
    samples = []
    for _ in range(rng.randint(1, 7)):
        words = words_of(rng, rng.randint(3, 40)).split(" ")
        a = rng.randrange(len(words))
        parts = [
            " ".join(words[:a]) + (" " if a else ""),
            words[a],
            (" " if a + 1 < len(words) else "") + " ".join(words[a + 1 :]),
        ]
        pieces = tuple(Piece(t, i == 1 and bulleted) for i, t in enumerate(parts) if t)
        indent = rng.choice((30.0, 36.0, 50.0)) if bulleted else 0.0
        spans = tuple(Span(p.text, measure_of(family, p.bold)) for p in pieces)
        para = Para(spans, indent=indent, before=before, leading=leading)
        samples.append(Sample(pieces, para, STAND_INS.get(family, family), 40, 0.0, "body", "\u2022" if bulleted else ""))  # fmt: skip
    return Body(tuple(samples), float(rng.randint(260, 880)), float(rng.randint(120, 420)))


def fitted(body: Body) -> Set:
    """The body at the largest whole size that the fitter takes."""
    paras = tuple(s.para for s in body.samples)
    job = TextJob(
        ("body",), "body", STYLE, lambda _: ((Paragraph(()),) * len(paras), paras), body.width, body.height, "de", SIZES
    )  # fmt: skip
    step = job.first_fit()
    if step is None or not (lines := job.lines(SIZES[step])):
        return Set(body, 0, 0.0)
    size = SIZES[step]
    samples = tuple(replace(s, size=size) for s in body.samples)
    return Set(replace(body, samples=samples), size, lines.height / body.height)


def judge(found: Sequence[Set], folder: Path, fonts: Sequence[Path] = ()) -> list[Judged]:
    """Let LibreOffice draw the bodies that fit, one a slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(PAGE[0]), Pt(PAGE[1])
    for one in found:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes._spTree.append(parse_xml(box(one.body.samples, one.body.width, one.body.height)))
    path = folder / "bodies.pptx"
    deck.save(str(path))
    with pymupdf.open(to_pdf(path, fonts=fonts)) as document:
        return [_judged(one, page) for one, page in zip(found, document, strict=True)]


def _judged(one: Set, page: pymupdf.Page) -> Judged:
    scale = PAGE[0] / page.rect.width
    chars = [
        char
        for block in page.get_text("rawdict", flags=0)["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
        if not char["c"].isspace()
    ]
    # LibreOffice seats a baseline 0.2 em above the end of its line
    low = max(c["origin"][1] for c in chars) * scale - TOP + 0.2 * one.size
    right = max(c["bbox"][2] for c in chars) * scale - LEFT
    return Judged(one, low - one.body.height, right - one.body.width)
