"""LibreOffice as the referee of predicted line counts."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pymupdf
import pytest
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

import pptx
from deckgen.typeset.measure import measure_for
from deckgen.typeset.metrics import shipped
from deckgen.typeset.paragraph import Para, Span, set_paragraphs

WORDS = [
    "der",
    "die",
    "das",
    "und",
    "in",
    "von",
    "zu",
    "mit",
    "auf",
    "für",
    "ist",
    "Energie",
    "Wärmepumpen",
    "Netzausbau",
    "CO2-Preis",
    "Kund:innen",
    "(vorläufig)",
    "12,5",
    "%",
    "2030",
    "–",
    "Versorgungssicherheit",
    "Tarif",
    "Akzeptanz",
    "„Vorrang“",
    "Förderung,",
    "Umsatz.",
    "Warum?",
    "z.",
    "B.",
    "AVATAR",
    "Wechselwirkung",
    "Planungs-",
    "Genehmigungsverfahren",
    "kW/h",
    "Straße",
    "Öl",
    "ÖPNV",
    "24-Stunden-Dienst",
    "1.000",
    "Investitionen",
    "Toto",
    "Yacht",
    "To",
]


def paragraph(rng: random.Random) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(4, 45)))


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
def test_never_fewer_lines_than_libreoffice(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) is not installed")
    assert soffice is not None, "LibreOffice (soffice) is not installed"
    faces = shipped("Arial")
    assert faces is not None
    rng = random.Random(20260)
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(2000)
    predicted = []
    for _ in range(200):
        text, size, bold = (
            paragraph(rng),
            rng.randint(10, 40),
            rng.random() < 0.3,
        )
        width = rng.uniform(14 * size, 900)
        box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(
            Pt(20), Pt(20), Pt(width), Pt(1900)
        )
        frame = box.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        run = frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.bold, run.font.name = text, Pt(size), bold, "Liberation Sans"
        span = Span(text, measure_for(faces["bold" if bold else "regular"]))
        set_lines = set_paragraphs([Para((span,))], size, box.width / 12700)
        assert set_lines is not None
        predicted.append(set_lines.count)
    path = tmp_path / "lines.pptx"
    deck.save(str(path))
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    drawn = []
    with pymupdf.open(tmp_path / "lines.pdf") as pdf:
        for page in pdf:
            content = page.get_text("dict")["blocks"]
            drawn.append(
                len({round(line["spans"][0]["origin"][1]) for b in content for line in b.get("lines", [])})
            )
    assert len(drawn) == len(predicted)
    under = [(i, p, d) for i, (p, d) in enumerate(zip(predicted, drawn, strict=True)) if p < d]
    assert not under
    # A bound that is far off would pass the above and fill no box.
    assert sum(p > d for p, d in zip(predicted, drawn, strict=True)) <= 20
