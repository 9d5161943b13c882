"""The keynote, end to end: built, rendered in the themes' own fonts, the same bytes twice."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from pptx import Presentation
from tests.rendering import pages, pdf_fonts, to_pdf

ROOT = Path(__file__).resolve().parent.parent.parent
TALK = ROOT / "talks" / "alles-ist-marketing.yaml"


@pytest.mark.parametrize("theme", ["helium", "kontor", "plain"])
@pytest.mark.parametrize("fonts", ["brand", "office"])
def test_the_keynote_builds_without_errors(tmp_path: Path, theme: str, fonts: str) -> None:
    deck = deckgen.compose(deckgen.load(TALK, theme=theme, fonts=fonts))
    assert [f for f in deckgen.check(deck) if f.severity is deckgen.Severity.ERROR] == []
    out = deckgen.write(deck, tmp_path / f"{theme}-{fonts}.pptx")
    slides = Presentation(str(out)).slides
    assert 25 <= len(slides) <= 40
    titles = [s.shapes.title.text_frame.text for s in slides]
    assert len(set(titles)) == len(titles)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = deckgen.write(deckgen.compose(deckgen.load(TALK)), tmp_path / "a.pptx")
    second = deckgen.write(deckgen.compose(deckgen.load(TALK)), tmp_path / "b.pptx")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_libreoffice_shows_every_slide_in_the_brand_font(tmp_path: Path) -> None:
    deck = deckgen.compose(deckgen.load(TALK))
    pdf = to_pdf(deckgen.write(deck, tmp_path / "keynote.pptx"))
    assert len(pages(pdf, 20)) == len(deck.scenes)
    fonts = pdf_fonts(pdf)
    assert any("Outfit" in f for f in fonts)
    assert not any("DejaVu" in f for f in fonts)


def test_a_talk_may_change_its_theme_in_place(tmp_path: Path) -> None:
    talk = tmp_path / "talk.yaml"
    change = "theme: {extends: plain, colors: {light: {text: '#101010'}}}\n"
    talk.write_text(f"title: x\n{change}slides: [cover]\n", encoding="utf-8")
    deck = deckgen.compose(deckgen.load(talk))
    assert deck.theme.slots["dk1"] == "101010"
    talk.write_text("title: x\ntheme: {extends: plain, colours: {}}\nslides: [cover]\n", encoding="utf-8")
    with pytest.raises(deckgen.TalkError) as caught:
        deckgen.load(talk)
    found = caught.value.findings[0]
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 25)
