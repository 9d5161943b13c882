"""Any text in any theme: it stays in its box as LibreOffice draws it, or is refused at its line.

DECKGEN_GENERATED and DECKGEN_SEED in the environment try more slides, and others.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pymupdf
import pytest

import deckgen
from deckgen.theme.find import names, shipped_dirs
from pptx import Presentation
from tests.overflow import boxes_of, inside, lines_of, overflows
from tests.rendering import to_pdf
from tests.typeset import corpus, scripts, talks

SEED = 7
FRAME = "title: T\nlang: de\ntheme: {}\nslides:\n"


def composed(folder: Path, theme: str, slides: list[str]) -> deckgen.Deck:
    path = folder / "talk.yaml"
    path.write_text(FRAME.format(theme) + "".join(slides), encoding="utf-8")
    return deckgen.compose(deckgen.load(path))


def unplaced(deck: Path, pdf: Path) -> list[str]:
    """Lines that stand in no box: `overflows` goes by their words, which a PDF doesn't always spell as the deck does."""
    found = []
    with pymupdf.open(pdf) as document:
        for number, (slide, page) in enumerate(zip(Presentation(str(deck)).slides, document, strict=True), 1):
            boxes = [box for _, _, box in boxes_of(slide)]
            for text, (x0, baseline, x1), size in lines_of(page, 960 / page.rect.width):
                if not text.endswith("\u200d") and not any(inside(b, x0, x1, baseline, size) for b in boxes):
                    found.append(f"slide {number}: {text[:40]}")
    return found


@pytest.mark.libreoffice
@pytest.mark.parametrize("theme", names(shipped_dirs()))
def test_generated_text_stays_in_its_box_or_is_refused_at_its_line(tmp_path: Path, theme: str) -> None:
    have = shutil.which("soffice") and scripts.NOTO.is_dir() and set(corpus.texts()) == {"de", "en", "fr"}
    if not have and not os.environ.get("CI"):
        pytest.skip("LibreOffice, the texts or Debian's Noto fonts are not installed")
    count = int(os.environ.get("DECKGEN_GENERATED", "40"))
    rng = random.Random(int(os.environ.get("DECKGEN_SEED", SEED)))
    kept, refused = [], 0
    for slide in (talks.slide(rng) for _ in range(count)):
        try:
            composed(tmp_path, theme, [slide])
        except deckgen.TalkError as error:
            refused += 1
            last = 4 + slide.count("\n")
            for found in error.findings:
                assert found.span is not None and 5 <= found.span.line <= last, (found, slide)
        else:
            kept.append(slide)
    assert len(kept) >= count / 4
    deck = deckgen.write(composed(tmp_path, theme, kept), tmp_path / "talk.pptx")
    pdf = to_pdf(deck)
    # LibreOffice 7.4 may tear an emoji behind its joiner, and then draws the joiner too
    assert [line for line in overflows(deck, pdf) if not line.endswith("\u200d")] == []
    assert unplaced(deck, pdf) == []
