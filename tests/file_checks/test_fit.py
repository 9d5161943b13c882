"""Texts that don't fit are found wherever they stand; texts that fit are left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Inches, Pt

import deckgen
from deckgen.findings import Finding, Severity
from tests.pptx_reader.decks import A, Foreign

pytestmark = pytest.mark.foreign_deck
SENTENCE = "Ein Satz mit einigen Wörtern, der eine Zeile in Anspruch nimmt und noch etwas mehr. "


def found(deck: Foreign, folder: Path) -> list[Finding]:
    deck.save(folder / "a.pptx")
    return [f for f in deckgen.check_file("a.pptx", cwd=folder) if f.code != "unmeasured-font"]


def codes(deck: Foreign, folder: Path) -> list[str]:
    return [f.code for f in found(deck, folder)]


def autofit(shape: Any, text: str) -> None:
    """Write the autofit of a shape's text."""
    properties = shape.text_frame._txBody.bodyPr
    for inner in list(properties):
        properties.remove(inner)
    if text:
        name, *attributes = text.split()
        etree.SubElement(properties, A + name, dict(a.split("=") for a in attributes))


def a_box(shapes: Any, *place: int) -> Any:
    """A text box that wraps its text and stays as it is; python-pptx's own neither wraps nor stays."""
    box = shapes.add_textbox(*place)
    box.text_frame.word_wrap = True
    autofit(box, "noAutofit")
    return box


# What the file says of autofit, and the share of the box that the text then takes.
AUTOFIT = {
    "inherited": "",
    "none": "noAutofit",
    "bare": "normAutofit",
    "whole": "normAutofit fontScale=100000",
    "shrunk": "normAutofit fontScale=62500 lnSpcReduction=20000",
    "stale": "normAutofit fontScale=92500 lnSpcReduction=10000",
}


def with_body(times: int) -> Foreign:
    """A deck whose body, which inherits its place, holds that many sentences in 32 pt: six fill it."""
    deck = Foreign()
    for style in deck.master().iterfind(".//{*}bodyStyle/{*}lvl1pPr"):
        style.append(etree.fromstring(f'<a:defRPr xmlns:a="{A[1:-1]}" sz="3200"/>'))
    deck.body.text = "\n".join([SENTENCE] * times)
    return deck


@pytest.mark.parametrize("name", AUTOFIT)
def test_a_body_with_three_times_too_much_text_is_found_whatever_its_autofit(
    tmp_path: Path, name: str
) -> None:
    deck = with_body(14)
    autofit(deck.body, AUTOFIT[name])
    finding = next(f for f in found(deck, tmp_path) if f.code == "text-overflow")
    assert finding.severity is Severity.ERROR
    assert (str(finding.span), finding.slide) == ("a.pptx", "1")
    assert finding.message.startswith(f"slide 1, '{deck.body.name}': the text needs ")
    assert "Ein Satz mit einigen" in finding.message
    assert finding.fix.startswith("cut about ")


@pytest.mark.parametrize("name", AUTOFIT)
def test_a_body_that_fits_is_left_alone_whatever_its_autofit(tmp_path: Path, name: str) -> None:
    deck = with_body(3)
    autofit(deck.body, AUTOFIT[name])
    assert codes(deck, tmp_path) == []


def test_a_scale_that_suffices_is_taken_at_its_word(tmp_path: Path) -> None:
    deck = with_body(7)
    autofit(deck.body, "normAutofit")
    assert "PowerPoint shrinks it only when somebody edits it" in found(deck, tmp_path)[0].message
    autofit(deck.body, "normAutofit fontScale=55000 lnSpcReduction=20000")
    assert codes(deck, tmp_path) == []


def test_a_box_that_grows_counts_against_the_slides_edge_only(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(4), Inches(0.4))
    box.text_frame.text = SENTENCE * 4
    assert codes(deck, tmp_path) == ["text-overflow"]
    autofit(box, "spAutoFit")
    assert codes(deck, tmp_path) == []
    box.text_frame.text = SENTENCE * 40
    assert codes(deck, tmp_path) == ["off-slide"]


def test_edges_that_nobody_sees_are_a_warning(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(4), Inches(0.4))
    box.text_frame.text = SENTENCE * 4
    assert [f.severity for f in found(deck, tmp_path)] == [Severity.WARNING]
    box.fill.solid()
    assert [f.severity for f in found(deck, tmp_path)] == [Severity.ERROR]


@pytest.mark.parametrize("anchor", ["t", "ctr", "b"])
def test_blank_lines_at_the_ends_leave_no_box(tmp_path: Path, anchor: str) -> None:
    deck = with_body(3)
    autofit(deck.body, "noAutofit")
    deck.body.text_frame._txBody.bodyPr.set("anchor", anchor)
    blanks = [""] * (4 if anchor == "ctr" else 9)
    before = [] if anchor == "t" else blanks
    after = [] if anchor == "b" else blanks
    deck.body.text = "\n".join([*before, SENTENCE, SENTENCE, *after])
    assert codes(deck, tmp_path) == []
    deck.body.text = "\n".join([SENTENCE, *blanks, *blanks, SENTENCE])
    assert codes(deck, tmp_path) == ["text-overflow"]


def test_a_word_wider_than_its_line_is_torn(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(1.5), Inches(3))
    box.text_frame.text = "Das ist Marketingverantwortungsbewusstsein"
    finding = found(deck, tmp_path)[0]
    assert (finding.code, finding.severity) == ("torn-word", Severity.WARNING)
    assert "'Marketingverantwortungsbewusstsein'" in finding.message
    box.text_frame.word_wrap = False
    assert codes(deck, tmp_path) == []


def test_letters_one_below_another_on_purpose_are_no_torn_word(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(0.45), Inches(3))
    box.text_frame.text = "VERTIKAL"
    assert codes(deck, tmp_path) == []


def test_text_beyond_the_slide(tmp_path: Path) -> None:
    deck = Foreign()
    box = deck.slide.shapes.add_textbox(Inches(7), Inches(1), Inches(4), Inches(1))
    box.text_frame.text = "Ein Text, der nicht umgebrochen wird und rechts hinausläuft"
    assert codes(deck, tmp_path) == ["off-slide"]
    box.left = Inches(10.5)  # beside the slide: a note to the author
    assert codes(deck, tmp_path) == []


def test_unwrapped_text_wider_than_its_filled_shape(tmp_path: Path) -> None:
    deck = Foreign()
    box = deck.slide.shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(0.5))
    box.text_frame.word_wrap = False
    box.text_frame.text = "Breiter als seine Form"
    assert codes(deck, tmp_path) == []
    box.fill.solid()
    assert codes(deck, tmp_path) == ["text-overflow"]


def test_columns_share_the_text(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(0.5), Inches(1), Inches(9), Inches(1.2))
    box.text_frame.text = "\n".join(["Kurze Zeile"] * 9)
    assert codes(deck, tmp_path) == ["text-overflow"]
    box.text_frame._txBody.bodyPr.set("numCol", "3")
    assert codes(deck, tmp_path) == []
    box.text_frame.text = "\n".join(["Kurze Zeile"] * 16)
    assert codes(deck, tmp_path) == ["text-overflow"]


def test_vertical_text_is_measured_along_the_box(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(0.5), Inches(5))
    box.text_frame.text = "Ein Text, der auf der Seite liegt"
    box.text_frame._txBody.bodyPr.set("vert", "vert270")
    assert codes(deck, tmp_path) == []
    box.text_frame.text = SENTENCE * 2
    assert codes(deck, tmp_path) == ["text-overflow"]
    box.text_frame._txBody.bodyPr.set("vert", "wordArtVert")
    assert codes(deck, tmp_path) == ["text-unmeasured"]


def test_text_in_a_group_is_measured_where_the_group_puts_it(tmp_path: Path) -> None:
    deck = Foreign()
    group = deck.slide.shapes.add_group_shape()
    box = a_box(group.shapes, Inches(1), Inches(1), Inches(4), Inches(2))
    box.text_frame.text = SENTENCE * 2
    assert codes(deck, tmp_path) == []
    group.width, group.height = Inches(2), Inches(1)  # half as large; the type stays
    assert codes(deck, tmp_path) == ["text-overflow"]


def test_text_fits_into_the_part_of_its_form(tmp_path: Path) -> None:
    deck = Foreign()
    shape = deck.slide.shapes.add_shape(MSO_SHAPE.OVAL, Inches(1), Inches(1), Inches(1.5), Inches(1.5))
    shape.text_frame.text = "Kreis"
    assert codes(deck, tmp_path) == []
    shape.text_frame.text = "Ein viel zu langer Text für diesen kleinen Kreis hier"
    assert codes(deck, tmp_path) == ["text-overflow"]


def table_of(deck: Foreign, rows: int, height: float = 0.4, top: float = 1.0) -> Any:
    frame = deck.slide.shapes.add_table(rows, 2, Inches(1), Inches(top), Inches(6), Inches(height * rows))
    return frame.table


def test_a_table_that_grows_off_the_slide(tmp_path: Path) -> None:
    deck = Foreign()
    table = table_of(deck, 8)
    for row in range(8):
        table.cell(row, 0).text = "Kurz"
    assert codes(deck, tmp_path) == []
    for row in range(8):
        table.cell(row, 0).text = SENTENCE * 2
    finding = found(deck, tmp_path)[0]
    assert (finding.code, finding.severity) == ("text-overflow", Severity.ERROR)
    assert finding.fix.startswith("move ")


def test_a_table_that_grows_over_what_stands_below(tmp_path: Path) -> None:
    deck = Foreign()
    deck.body._element.getparent().remove(deck.body._element)
    table = table_of(deck, 2)
    table.cell(1, 1).text = SENTENCE
    assert codes(deck, tmp_path) == []
    below = deck.slide.shapes.add_textbox(Inches(1), Inches(1.9), Inches(4), Inches(0.5))
    below.text_frame.text = "Quelle"
    finding = found(deck, tmp_path)[0]
    assert finding.code == "table-grows"
    assert below.name in finding.message


def test_a_word_torn_in_a_cell_names_the_cell(tmp_path: Path) -> None:
    deck = Foreign()
    table = table_of(deck, 2)
    table.columns[1].width = Inches(0.7)
    table.cell(1, 1).text = "Kundenzufriedenheit"
    finding = found(deck, tmp_path)[0]
    assert finding.code == "torn-word"
    assert "row 2, column 2" in finding.message


def test_hidden_shapes_and_empty_ones_are_not_looked_at(tmp_path: Path) -> None:
    deck = with_body(14)
    deck.body._element.nvSpPr.cNvPr.set("hidden", "1")
    assert codes(deck, tmp_path) == []


def test_a_font_without_a_table_is_said_and_only_sure_things_are_reported(tmp_path: Path) -> None:
    deck = Foreign()
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(4), Inches(0.55))
    box.text_frame.text = "Dieser Text füllt seine Zeile fast ganz"
    box.text_frame.paragraphs[0].runs[0].font.name = "Unbekannt Grotesk"
    deck.save(tmp_path / "a.pptx")
    findings = deckgen.check_file("a.pptx", cwd=tmp_path)
    assert [f.code for f in findings] == ["unmeasured-font"]
    assert "Unbekannt Grotesk" in findings[0].message
    box.text_frame.text = SENTENCE * 6
    box.text_frame.paragraphs[0].runs[0].font.name = "Unbekannt Grotesk"
    assert "text-overflow" in codes(deck, tmp_path)


def test_what_is_close_is_an_info(tmp_path: Path) -> None:
    """Somewhere between a text that fits in every program and one that fits in none, programs differ."""
    deck = Foreign()
    seen: list[str] = []
    box = a_box(deck.slide.shapes, Inches(1), Inches(1), Inches(3), Inches(0.42))
    for width in range(3_600_000, 2_400_000, -2_000):
        if seen and seen[-1] == "text-overflow":
            break
        box.width = Emu(width)
        box.text_frame.text = "WAVE TOAST AVOCADO YELLOW"
        box.text_frame.paragraphs[0].runs[0].font.size = Pt(18)
        seen += codes(deck, tmp_path)
    assert "text-tight" in seen
    assert seen[-1] == "text-overflow"
