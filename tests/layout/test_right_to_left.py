"""Decks that are read from right to left: the mirror image of the same deck, with paragraphs that run the other way."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pymupdf
import pytest

import deckgen
from deckgen.findings import Findings
from deckgen.scene.deck import Deck
from deckgen.scene.items import Connector, TextFrame
from deckgen.theme.mirror import mirrored
from deckgen.theme.reader import load_theme
from tests.rendering import to_pdf

from ..kinds.talks import both_themes
from .every_slide import picture

SLIDES = """title: Talk
speaker: {{name: Siegfried Haider, role: Speaker, email: n@example.com}}
client: {{name: ACME, logo: p.jpg}}
lang: {lang}
theme: {theme}
footer: Conference
agenda: each-section
labels: {{agenda: Agenda, recap: Recap, divider: "Part {{n}}", source: "Source:", done: done, minutes: min}}
slides:
  - cover
  - section: First
  - {{title: A list, subtitle: Below, kicker: Above, text: At the foot, source: ACME, bullets: [One, Two, Three]}}
  - {{title: Leads, bullets: ["One: first", "Two: second"]}}
  - section: Second
  - title: Points
    points: [One, {{point: Two, aspects: ["A: a", "B: b"]}}, {{point: Three, image: p.jpg, alt: x}}]
  - {{title: Side, image: p.jpg, side: left, alt: x}}
  - {{title: Number, number: 64, unit: "%"}}
  - {{title: Poles, triangle: [A, B, C], centre: all}}
  - {{title: Quote, quote: Said, by: Someone, image: p.jpg, alt: x}}
  - closing: Bye
"""


def composed(folder: Path, lang: str, theme: str, slides: str = SLIDES) -> Deck:
    picture(folder)
    talk = folder / f"{lang}-{theme}.yaml"
    talk.write_text(slides.format(lang=lang, theme=theme), encoding="utf-8")
    return deckgen.compose(deckgen.load(talk))


@both_themes
def test_every_item_stands_where_a_mirror_shows_it(tmp_path: Path, theme: str) -> None:
    there, here = composed(tmp_path, "en", theme), composed(tmp_path, "he", theme)
    width = there.theme.width
    for one, other in zip(there.scenes, here.scenes, strict=True):
        for a, b in zip(one.walk(), other.walk(), strict=True):
            if isinstance(a, TextFrame) and a.hidden:
                continue
            assert b.box == a.box.mirrored(width), (one.id, a.name)
            if isinstance(a, Connector) and isinstance(b, Connector):
                assert (b.x1, b.x2) == (width - a.x1, width - a.x2)


@both_themes
def test_a_theme_mirrored_twice_is_itself(theme: str) -> None:
    found = load_theme(theme, project=None, base=None, findings=Findings())
    assert found is not None
    assert mirrored(mirrored(found)) == found
    assert mirrored(found) != found


def parts(deck: Deck, folder: Path) -> dict[str, str]:
    path = deckgen.write(deck, folder / "deck.pptx")
    with zipfile.ZipFile(path) as package:
        return {n: package.read(n).decode("utf-8") for n in package.namelist() if n.endswith(".xml")}


@both_themes
def test_paragraphs_layouts_and_the_master_run_from_right_to_left(tmp_path: Path, theme: str) -> None:
    files = parts(composed(tmp_path, "ar", theme), tmp_path)
    for name, xml in files.items():
        if "/slides/" in name:
            for found in re.findall(r"<a:p>(.*?)</a:p>", xml):
                assert 'rtl="1"' in found or "<a:t>" not in found, name
        if "/slideLayouts/" in name or "/slideMasters/" in name:
            assert 'rtl="0"' not in xml and 'rtl="1"' in xml, name
            assert 'rtlCol="1"' in xml
    assert 'rtl="1"' in files["ppt/presentation.xml"]
    assert '<a:cs typeface="Arial"/>' in files["ppt/theme/theme1.xml"]
    tabs = re.findall(r"<a:tab [^>]*>", "".join(x for n, x in files.items() if "/slides/" in n))
    assert tabs and all('algn="r"' in tab for tab in tabs)


@both_themes
def test_a_deck_from_left_to_right_says_nothing_of_directions(tmp_path: Path, theme: str) -> None:
    files = parts(composed(tmp_path, "en", theme), tmp_path)
    assert not [n for n, xml in files.items() if "/slides/" in n and "rtl=" in xml]


MIXED = """title: Talk
lang: {lang}
theme: {theme}
slides:
  - {{title: "A list", bullets: [One, Two]}}
  - {{title: English, lang: en, quote: So it is., by: Someone}}
  - {{title: English too, lang: en, bullets: [One, Two]}}
"""


@both_themes
def test_an_english_slide_reads_from_left_to_right(tmp_path: Path, theme: str) -> None:
    """Its texts stay at the deck's margin, the right one; a list turns round, for its bullets stand where it begins."""
    deck = composed(tmp_path, "ar", theme, MIXED)
    quote = next(i for i in deck.scenes[1].items if isinstance(i, TextFrame) and i.name == "Quote")
    assert [p.rtl for p in quote.text.paragraphs] == [False]
    assert [p.align for p in quote.text.paragraphs] == [None]
    assert quote.text.paragraphs[0].runs[0].lang == "en"
    body = next(i for i in deck.scenes[2].items if isinstance(i, TextFrame) and i.name == "Body")
    assert {(p.rtl, p.align) for p in body.text.paragraphs} == {(False, "left")}
    files = parts(deck, tmp_path)
    assert 'algn="l" rtl="0"' in files["ppt/slides/slide3.xml"]


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
def test_drawn_texts_end_at_the_right_margin(tmp_path: Path) -> None:
    deck = deckgen.write(
        composed(tmp_path, "he", "plain", MIXED.replace("A list", "שלום")), tmp_path / "he.pptx"
    )
    with pymupdf.open(to_pdf(deck)) as document:
        page = document[0]
        scale = 960 / page.rect.width
        lines = [
            (span["bbox"], span["text"])
            for block in page.get_text("dict")["blocks"] for line in block.get("lines", ()) for span in line["spans"]
        ]  # fmt: skip
    right = {text: bbox[2] * scale for bbox, text in lines}
    left = {text: bbox[0] * scale for bbox, text in lines}
    assert right["One"] == pytest.approx(960 - 48 - 0.4 * 72, abs=4)
    bullet = next(x for text, x in left.items() if text.strip() == "•")
    assert bullet > right["One"]
