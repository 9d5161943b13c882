"""Decks that are in order give no alarm: deckgen's own, python-pptx's, and those that LibreOffice writes of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import deckgen
from pptx import Presentation

TALKS = Path(__file__).resolve().parent.parent.parent / "talks"


@pytest.mark.parametrize("theme", ["helium", "plain"])
@pytest.mark.parametrize("talk", ["alles-ist-marketing", "product-update"])
def test_decks_that_deckgen_made_give_no_finding_at_all(tmp_path: Path, talk: str, theme: str) -> None:
    deck = deckgen.write(
        deckgen.compose(deckgen.load(TALKS / f"{talk}.yaml", theme=theme)), tmp_path / "deck.pptx"
    )
    assert deckgen.check_file(deck) == []


@pytest.mark.foreign_deck
def test_all_layouts_of_python_pptx_with_modest_texts(tmp_path: Path) -> None:
    deck = Presentation()
    for layout in deck.slide_layouts:
        slide = deck.slides.add_slide(layout)
        for placeholder in slide.placeholders:
            if placeholder.has_text_frame:
                placeholder.text_frame.text = "Ein paar Worte"
    deck.save(str(tmp_path / "a.pptx"))
    assert deckgen.check_file("a.pptx", cwd=tmp_path) == []


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
@pytest.mark.usefixtures("libreoffice")
def test_a_deck_that_libreoffice_wrote_gives_no_alarm(tmp_path: Path) -> None:
    talk = deckgen.load(TALKS / "product-update.yaml", theme="plain")
    deckgen.write(deckgen.compose(talk), tmp_path / "deck.pptx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    for source, form in ((tmp_path / "deck.pptx", "odp"), (out / "deck.odp", "pptx")):
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
        subprocess.run(command, capture_output=True, timeout=300, check=True)
    assert [f for f in deckgen.check_file(out / "deck.pptx") if f.severity.rank] == []
