"""Nothing overflows, as LibreOffice draws it; and the referee that says so finds overflows that were put in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.util import Pt

import deckgen
from pptx import Presentation
from tests.overflow import overflows
from tests.rendering import to_pdf

TALK = Path(__file__).resolve().parent.parent.parent / "talks" / "alles-ist-marketing.yaml"


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("theme", ["helium", "plain"])
def test_no_line_of_the_keynote_leaves_its_box(tmp_path: Path, theme: str) -> None:
    deck = deckgen.write(deckgen.compose(deckgen.load(TALK, theme=theme)), tmp_path / "keynote.pptx")
    assert overflows(deck, to_pdf(deck)) == []


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
@pytest.mark.usefixtures("libreoffice")
def test_three_overflows_that_were_put_in_are_found(tmp_path: Path) -> None:
    source = deckgen.write(deckgen.compose(deckgen.load(TALK)), tmp_path / "keynote.pptx")
    presentation = Presentation(str(source))
    slides = list(presentation.slides)
    for number in (4, 32):  # lists: far larger type
        body = next(s for s in slides[number].placeholders if s.placeholder_format.idx == 1)
        for paragraph in body.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(80)
    title = slides[27].shapes.title
    title.text_frame.paragraphs[0].runs[0].text = (
        "Umsatz ist das Blut im Kreislauf und noch viel mehr als das, " * 4
    )
    seeded = tmp_path / "seeded.pptx"
    presentation.save(str(seeded))
    found = overflows(seeded, to_pdf(seeded))
    assert {f.split(",")[0] for f in found} >= {"slide 5", "slide 28", "slide 33"}
