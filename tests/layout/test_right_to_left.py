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


ARABIC = {
    "title: Talk": "title: حديث", "First": "أولا", "Second": "ثانيا", "Points": "نقاط", "One": "واحد", "Two": "اثنان", "Three": "ثلاثة",
    "A list": "قائمة", "Below": "تحت", "Above": "فوق", "At the foot": "أسفل", "Leads": "كلمات", "Side": "جانب", "title: Number": "title: رقم",
    "Poles": "أقطاب", "[A, B, C]": "[ا, ب, ج]", "centre: all": "centre: كل", "title: Quote": "title: قول", "quote: Said": "quote: قال",
    "Someone": "شخص", "Bye": "وداعا", '"A: a", "B: b"': '"ا: ب", "ج: د"',
}  # fmt: skip


def in_arabic() -> str:
    """SLIDES with Arabic words."""
    slides = SLIDES
    for word, other in ARABIC.items():
        assert word in slides, word
        slides = slides.replace(word, other)
    return slides


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
    files = parts(composed(tmp_path, "ar", theme, in_arabic()), tmp_path)
    turned = 0
    for name, xml in files.items():
        if "/slides/" in name:
            for found in re.findall(r"<a:p>(.*?)</a:p>", xml):
                arabic = re.search("[\u0600-\u06ff]", "".join(re.findall("<a:t>(.*?)</a:t>", found)))
                assert 'rtl="1"' in found or not arabic, name
                turned += bool(arabic)
    assert turned > 30
    for name, xml in files.items():
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


FIGURES = """title: שלום
lang: he
theme: {theme}
slides:
  - title: טבלה
    table:
      - [שם, שינוי, סכום]
      - [צפון, "-3,5", "4,2 Mio. €"]
      - ["C++", "-12 000", "64 %"]
  - title: מספרים
    numbers: ["-7,1 %: שינוי", "4,8 Mio. €: הכנסות"]
  - {{title: מספר, number: "-9,5", unit: "Mio. €"}}
  - {{title: יחידה, number: 64, unit: דק}}
  - title: רשימה
    bullets: ["-8,5 %", "4,6 Mio. €", שלום]
  - {{title: תרשים, chart: {{צפון: -3.25, דרום: 4.25}}, type: column, unit: "Mio. €"}}
  - statement: "100 %!"
"""
DRAWN = [
    ["-3,5", "4,2 Mio. €", "C++", "-12 000", "64 %"],
    ["−7,1 %", "4,8 Mio. €"],
    ["−9,5 Mio. €"],
    [],
    ["-8,5 %", "4,6 Mio. €"],
    ["−3.25 Mio. €", "4.25 Mio. €"],
    ["100 %!"],
]


@both_themes
def test_figures_run_from_left_to_right(tmp_path: Path, theme: str) -> None:
    """In the file: paragraphs of their own direction at the same side, marks in lists, where the bullet stays at the right."""
    deck = composed(tmp_path, "he", theme, FIGURES)
    files = parts(deck, tmp_path)
    table = files["ppt/slides/slide1.xml"]
    for cell in ("-3,5", "4,2 Mio. €", "C++", "-12 000", "64 %"):
        assert re.search(rf'<a:pPr algn="r" rtl="0">(?:(?!</a:p>).)*<a:t>{re.escape(cell)}</a:t>', table), (
            cell
        )
    assert re.search(r'rtl="0"[^>]*>(?:(?!</a:p>).)*−9,5', files["ppt/slides/slide3.xml"])
    assert re.search(r'rtl="1"[^>]*>(?:(?!</a:p>).)*64', files["ppt/slides/slide4.xml"])  # minutes, in Hebrew
    rows = re.findall(r"<a:p>(?:(?!</a:p>).)*</a:p>", files["ppt/slides/slide5.xml"])
    assert [r for r in rows if "8,5" in r and 'rtl="1"' in r and "\u200e-8,5 %\u200e" in r]
    chart = next(xml for name, xml in files.items() if "/charts/chart" in name)
    labels, axis = chart.split("<c:dLbls>")[1].split("</c:dLbls>")[0], chart.split("<c:catAx>")[1]
    assert '<a:pPr rtl="0">' in labels and '<a:pPr rtl="1">' in axis.split("</c:catAx>")[0]


def lines_drawn(page: pymupdf.Page) -> list[str]:
    """The page's characters as they stand from left to right, in lines by their foot."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    rows.setdefault(round(char["origin"][1]), []).append((char["origin"][0], char["c"]))
    return ["".join(c for _, c in sorted(row)) for row in rows.values()]


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
@both_themes
def test_figures_are_drawn_as_they_are_read(tmp_path: Path, theme: str) -> None:
    deck = deckgen.write(composed(tmp_path, "he", theme, FIGURES), tmp_path / "he.pptx")
    with pymupdf.open(to_pdf(deck)) as document:
        for page, wanted in zip(document, DRAWN, strict=True):
            drawn = [line.replace("\u200e", "").replace("\xa0", " ") for line in lines_drawn(page)]
            for figure in wanted:
                # in a narrow column a unit that is a word stands below its number
                number, _, unit = figure.partition(" ")
                apart = number in drawn and unit in drawn
                assert apart or any(figure in line for line in drawn), (figure, drawn)
