"""LibreOffice as referee: what it draws of inherited sizes, typefaces and lines is what is read and measured."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from lxml import etree
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Inches, Pt

from deckgen.file_checks.setting import Scale, Setter
from deckgen.file_checks.spaces import space_of
from deckgen.pptx_reader.deck import DeckFile
from deckgen.pptx_reader.records import Page, Shape
from deckgen.typeset.families import Families
from deckgen.typeset.paragraph import SINGLE
from pptx import Presentation
from tests.pptx_reader.decks import LEVELS, A, Foreign, child
from tests.rendering import to_pdf

pytestmark = [pytest.mark.foreign_deck, pytest.mark.libreoffice, pytest.mark.usefixtures("libreoffice")]
STAND_INS = {
    "Calibri": "Carlito",
    "Arial": "LiberationSans",
    "Times New Roman": "LiberationSerif",
    "Cambria": "Caladea",
}
WORDS = [
    "Der",
    "Umsatz",
    "wächst,",
    "weil",
    "wir",
    "unsere",
    "Kunden",
    "kennen",
    "und",
    "ihnen",
    "sagen,",
    "was",
    "sie",
    "wissen",
    "wollen:",
    "Preise,",
    "Termine,",
    "Grenzen.",
    "Ein",
    "Angebot",
    "ohne",
    "Termin",
    "ist",
    "keines;",
    "wer",
    "fragt,",
    "bekommt",
    "Antwort",
    "noch",
    "am",
    "selben",
    "Tag,",
    "auch",
    "wenn",
    "sie",
    "Nein",
    "heißt.",
    "So",
    "einfach",
    "ist",
    "das",
    "im",
    "Vertrieb,",
    "und",
    "so",
    "selten.",
    "Vertrauen",
    "entsteht",
    "langsam",
    "und",
    "geht",
    "an",
    "einem",
    "Nachmittag",
    "verloren,",
    "meistens",
    "wegen",
    "Kleinigkeiten.",
]


def read(deck: Path) -> list[Page]:
    with deck.open("rb") as file:
        return list(DeckFile(file).slides())


def drawn(pdf: Path) -> list[list[tuple[str, float, str, float]]]:
    """Each page's lines as text, size, font, baseline."""
    pages = []
    with pymupdf.open(pdf) as document:
        for page in document:
            lines = [ln for block in page.get_text("dict")["blocks"] for ln in block.get("lines", ())]
            spans = [s for ln in lines for s in ln["spans"] if s["text"].strip()]
            pages.append([(s["text"].strip(), s["size"], s["font"], s["origin"][1]) for s in spans])
    return pages


def test_sizes_and_typefaces_come_out_as_they_are_read(tmp_path: Path) -> None:
    """A deck for each level of the chain: the level says size and typeface, all levels behind it say others."""
    faces = ["Arial", "Times New Roman", "Cambria", "Calibri", "Arial", "Times New Roman"]
    for n, where in enumerate(LEVELS):
        deck = Foreign()
        for later in LEVELS[n:]:
            at = LEVELS.index(later)
            properties = deck.run_properties(later)
            properties.set("sz", str(1400 + 300 * at))
            child(properties, "latin", {"typeface": faces[at]})
        deck.body.text_frame.paragraphs[0].runs[0].text = "Probe"
        box = deck.slide.shapes.add_textbox(Inches(1), Inches(5), Inches(5), Inches(1))
        box.text_frame.text = "Kasten"
        form = deck.slide.shapes.add_shape(1, Inches(1), Inches(6), Inches(5), Inches(1))
        form.text_frame.text = "Form"
        path = deck.save(tmp_path / f"{where}.pptx")
        mine = {s.text.plain: s.text.paragraphs[0].runs[0].style for _, s in _texts(read(path)[0])}
        theirs = {text: (size, font) for text, size, font, _ in drawn(to_pdf(path))[0]}
        for text in ("Probe", "Kasten", "Form"):
            if text == "Probe" and where == "defaults":
                continue  # a placeholder whose master says nothing: LibreOffice stops there, the format goes on
            size, font = theirs[text]
            assert mine[text].size == pytest.approx(size, abs=0.1), (where, text)
            assert font.startswith(STAND_INS[mine[text].latin]), (where, text)


def _texts(page: Page) -> list[tuple[str, Any]]:
    return [(s.name, s) for s in page.shapes if s.text is not None]


def a_deck(seed: int, slides: int) -> Any:
    """Boxes with random texts: sizes, spacing, indents, bullets, insets, bold runs, columns' widths."""
    rng = random.Random(seed)
    deck = Presentation()
    for _ in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        box = slide.shapes.add_textbox(Inches(0.5), Inches(0.3), Pt(rng.randint(150, 620)), Inches(6))
        frame = box.text_frame
        frame.word_wrap = True
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.margin_left = Pt(rng.choice((0, 7.2, 20)))
        for n in range(rng.randint(1, 4)):
            paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
            size = rng.choice((10.5, 12, 14, 18, 20, 24))
            family = rng.choice(("Calibri", "Arial", "Times New Roman"))
            for k in range(rng.randint(1, 3)):
                run = paragraph.add_run()
                run.text = " ".join(rng.choice(WORDS) for _ in range(rng.randint(3, 12))) + " "
                run.font.size, run.font.name, run.font.bold = Pt(size), family, k == 1
            paragraph.line_spacing = rng.choice((1.0, 1.0, 0.9, 1.2))
            paragraph.space_before = Pt(rng.choice((0, 6)))
            properties = paragraph._p.get_or_add_pPr()
            if rng.random() < 0.4:
                properties.set("marL", str(12_700 * 20))
                properties.set("indent", str(-12_700 * 20))
                etree.SubElement(properties, f"{A}buChar", {"char": "•"})
    return deck


def test_lines_lie_between_the_least_and_the_most(tmp_path: Path) -> None:
    deck = a_deck(7, 60)
    path = tmp_path / "a.pptx"
    deck.save(str(path))
    setter = Setter(Families())
    exact = 0
    for page, spans in zip(read(path), drawn(to_pdf(path)), strict=True):
        shape: Shape = page.shapes[0]
        assert shape.text is not None
        space = space_of(shape, shape.text.body, widest=True)
        assert space is not None
        least, most = (measure(shape.text, space.width, Scale()) for measure in (setter.least, setter.most))
        baselines = sorted(y for text, _, _, y in spans if text != "•")
        lines = 1 + sum(b - a > 5 for a, b in zip(baselines, baselines[1:], strict=False))
        assert least.lines <= lines <= most.lines, page.number
        exact += least.lines == most.lines
        span = baselines[-1] - baselines[0]  # all pitches but the first line's
        assert least.height - SINGLE * 1.2 * 24 - 0.5 <= span <= most.height, page.number
    assert exact >= 48  # the two are close, else neither says much
