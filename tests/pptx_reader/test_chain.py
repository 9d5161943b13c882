"""What texts inherit: every level of the chain, in every combination."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from lxml import etree
from pptx.util import Emu, Inches, Pt

from deckgen.pptx_reader.records import ParagraphStyle, RunStyle, Shape

from .decks import LEVELS, A, Foreign, P, child

pytestmark = pytest.mark.foreign_deck


def run_of(shape: Shape) -> RunStyle:
    assert shape.text is not None
    return shape.text.paragraphs[0].runs[0].style


def style_of(shape: Shape) -> ParagraphStyle:
    assert shape.text is not None
    return shape.text.paragraphs[0].style


def test_the_nearest_level_that_says_a_size_wins_in_all_64_combinations() -> None:
    for levels in product((False, True), repeat=len(LEVELS)):
        deck = Foreign()
        said = [where for where, on in zip(LEVELS, levels, strict=True) if on]
        for where in said:
            deck.run_properties(where).set("sz", str(1000 + 100 * LEVELS.index(where)))
        expected = 10.0 + LEVELS.index(said[0]) if said else 18.0
        assert run_of(deck.read()).size == expected, said


def test_the_nearest_level_that_says_an_indent_wins_in_all_64_combinations() -> None:
    for levels in product((False, True), repeat=len(LEVELS)):
        deck = Foreign()
        said = [where for where, on in zip(LEVELS, levels, strict=True) if on]
        for where in said:
            deck.paragraph_properties(where).set("marL", str(12_700 * (1 + LEVELS.index(where))))
        expected = 12_700 * (1 + LEVELS.index(said[0])) if said else 0
        assert style_of(deck.read()).left == expected, said


# What is written into paragraph properties (a:lvl1pPr or a:pPr), and what is read.
PARAGRAPHS: dict[str, tuple[str, Callable[[ParagraphStyle], Any], Any]] = {
    "align": ('<x algn="r"/>', lambda s: s.align, "r"),
    "indent": ('<x indent="-228600"/>', lambda s: s.indent, -228_600),
    "right": ('<x marR="127000"/>', lambda s: s.right, 127_000),
    "rtl": ('<x rtl="1"/>', lambda s: s.rtl, True),
    "tab": ('<x defTabSz="360000"/>', lambda s: s.default_tab, 360_000),
    "line": ('<x><a:lnSpc><a:spcPct val="90000"/></a:lnSpc></x>', lambda s: s.line, ("pct", 0.9)),
    "line in points": ('<x><a:lnSpc><a:spcPts val="2400"/></a:lnSpc></x>', lambda s: s.line, ("pts", 24.0)),
    "before": ('<x><a:spcBef><a:spcPts val="600"/></a:spcBef></x>', lambda s: s.before, ("pts", 6.0)),
    "after": ('<x><a:spcAft><a:spcPct val="20000"/></a:spcAft></x>', lambda s: s.after, ("pct", 0.2)),
    "bullet": ('<x><a:buFont typeface="Wingdings"/><a:buChar char="§"/></x>', lambda s: (s.bullet.char, s.bullet.typeface), ("§", "Wingdings")),
    "bullet size": ('<x><a:buSzPct val="150000"/><a:buChar char="-"/></x>', lambda s: s.bullet.scale, 1.5),
    "number": ('<x><a:buAutoNum type="arabicPeriod" startAt="3"/></x>', lambda s: (s.bullet.scheme, s.bullet.start), ("arabicPeriod", 3)),
    "tabs": ('<x><a:tabLst><a:tab pos="500000" algn="l"/></a:tabLst></x>', lambda s: s.tabs, (500_000,)),
}  # fmt: skip
RUNS: dict[str, tuple[str, Callable[[RunStyle], Any], Any]] = {
    "bold": ('<x b="1"/>', lambda s: s.bold, True),
    "italic": ('<x i="1"/>', lambda s: s.italic, True),
    "caps": ('<x cap="all"/>', lambda s: s.caps, "all"),
    "spacing": ('<x spc="300"/>', lambda s: s.spacing, 3.0),
    "baseline": ('<x baseline="30000"/>', lambda s: s.baseline, 0.3),
    "kern": ('<x kern="1200"/>', lambda s: s.kern, 12.0),
    "typeface": ('<x><a:latin typeface="Georgia"/></x>', lambda s: s.latin, "Georgia"),
    "theme font": ('<x><a:latin typeface="+mj-lt"/></x>', lambda s: s.latin, "Calibri"),
    "east asian": ('<x><a:ea typeface="Meiryo"/></x>', lambda s: s.ea, "Meiryo"),
    "complex": ('<x><a:cs typeface="Tahoma"/></x>', lambda s: s.cs, "Tahoma"),
}


def put(target: Any, text: str) -> None:
    """Write what an element says into another."""
    given = etree.fromstring(text.replace("<x", f'<x xmlns:a="{A[1:-1]}"', 1))
    for name, value in given.attrib.items():
        target.set(name, value)
    for inner in reversed(given):
        target.insert(0, inner)


@pytest.mark.parametrize("where", LEVELS)
@pytest.mark.parametrize("name", PARAGRAPHS)
def test_a_paragraph_inherits_each_property_from_each_level(name: str, where: str) -> None:
    text, read, expected = PARAGRAPHS[name]
    deck = Foreign()
    assert read(style_of(deck.read())) != expected
    put(deck.paragraph_properties(where), text)
    assert read(style_of(deck.read())) == expected


@pytest.mark.parametrize("where", LEVELS)
@pytest.mark.parametrize("name", RUNS)
def test_a_run_inherits_each_property_from_each_level(name: str, where: str) -> None:
    text, read, expected = RUNS[name]
    deck = Foreign()
    if name != "theme font":
        assert read(run_of(deck.read())) != expected
    else:
        put(
            deck.run_properties("defaults"),
            '<x><a:latin typeface="Arial"/></x>' if where != "defaults" else "<x/>",
        )
    put(deck.run_properties(where), text)
    assert read(run_of(deck.read())) == expected


def test_no_bullet_nearer_by_hides_one_farther_off() -> None:
    deck = Foreign()
    put(deck.paragraph_properties("styles"), '<x><a:buChar char="-"/></x>')
    put(deck.paragraph_properties("own"), "<x><a:buNone/></x>")
    assert style_of(deck.read()).bullet.kind == "none"


def test_a_paragraphs_own_default_run_properties_count_nowhere() -> None:
    deck = Foreign()
    put(deck.paragraph_properties("own"), '<x><a:defRPr sz="900"/></x>')
    assert run_of(deck.read()).size == 18.0


def test_levels_below_the_first_have_their_own_styles() -> None:
    deck = Foreign()
    child(child(deck.body_texts()["layout"], "lstStyle"), "lvl3pPr", {"marL": "700000"})
    deck.body.text_frame.paragraphs[0].level = 2
    style = style_of(deck.read())
    assert (style.level, style.left) == (2, 700_000)


BODY = [
    ("lIns", "1000", lambda b: b.left), ("tIns", "2000", lambda b: b.top), ("rIns", "3000", lambda b: b.right),
    ("bIns", "4000", lambda b: b.bottom), ("wrap", "none", lambda b: b.wrap), ("anchor", "b", lambda b: b.anchor),
    ("numCol", "2", lambda b: b.columns), ("spcCol", "5000", lambda b: b.gap), ("vert", "vert270", lambda b: b.vertical),
    ("anchorCtr", "1", lambda b: b.centered),
]  # fmt: skip
READ = {"none": False, "b": "b", "vert270": "vert270", "1": True}


@pytest.mark.parametrize("where", ["shape", "layout", "master"])
@pytest.mark.parametrize(("attribute", "value", "read"), BODY, ids=[b[0] for b in BODY])
def test_a_body_inherits_each_attribute_by_itself(where: str, attribute: str, value: str, read: Any) -> None:
    deck = Foreign()
    for element in deck.body_texts().values():
        element.find(f"{A}bodyPr").attrib.clear()
    before = deck.read().text
    deck.body_texts()[where].find(f"{A}bodyPr").set(attribute, value)
    after = deck.read().text
    assert before is not None and after is not None
    expected = READ.get(value) if value in READ else int(value)
    assert read(before.body) != expected
    assert read(after.body) == expected


@pytest.mark.parametrize("where", ["shape", "layout", "master"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a:noAutofit/>", ("none", None, 0.0)),
        ("<a:normAutofit/>", ("shrink", None, 0.0)),
        ('<a:normAutofit fontScale="62500" lnSpcReduction="20000"/>', ("shrink", 0.625, 0.2)),
        ("<a:spAutoFit/>", ("grow", None, 0.0)),
    ],
)
def test_the_nearest_autofit_counts(where: str, text: str, expected: tuple[str, float | None, float]) -> None:
    deck = Foreign()
    names = ["shape", "layout", "master"]
    for name in names:
        properties = deck.body_texts()[name].find(f"{A}bodyPr")
        for inner in list(properties):
            properties.remove(inner)
        if name == where:
            properties.append(
                etree.fromstring(
                    text.replace(" ", f' xmlns:a="{A[1:-1]}" ', 1)
                    if " " in text
                    else text.replace("/>", f' xmlns:a="{A[1:-1]}"/>')
                )
            )
        elif names.index(name) > names.index(where):
            etree.SubElement(properties, f"{A}spAutoFit" if expected[0] != "grow" else f"{A}noAutofit")
    found = deck.read().text
    assert found is not None
    assert (found.body.autofit, found.body.font_scale, found.body.line_reduction) == expected


def test_a_text_box_takes_the_presentations_defaults_and_not_the_bodys() -> None:
    deck = Foreign()
    deck.run_properties("styles").set("sz", "4000")
    deck.run_properties("defaults").set("sz", "1300")
    box = deck.slide.shapes.add_textbox(0, 0, Inches(2), Inches(1))
    box.text_frame.text = "Kasten"
    found = next(s for s in deck.page().shapes if s.name == box.name)
    assert run_of(found).size == 13.0
    deck.defaults().getparent().remove(deck.defaults())
    other = deck.master().find(f".//{P}otherStyle/{A}lvl1pPr/{A}defRPr")
    other.set("sz", "1500")
    found = next(s for s in deck.page().shapes if s.name == box.name)
    assert run_of(found).size == 15.0


def test_a_shapes_style_names_its_typeface_before_the_defaults_do() -> None:
    deck = Foreign()
    put(deck.run_properties("defaults"), '<x><a:latin typeface="Arial"/></x>')
    shape = deck.slide.shapes.add_shape(
        1, 0, 0, Inches(2), Inches(1)
    )  # python-pptx gives it a style: minor font
    shape.text_frame.text = "Form"
    found = next(s for s in deck.page().shapes if s.name == shape.name)
    assert run_of(found).latin == "Calibri"
    shape.text_frame.paragraphs[0].runs[0].font.name = "Georgia"
    found = next(s for s in deck.page().shapes if s.name == shape.name)
    assert run_of(found).latin == "Georgia"


def test_a_placeholder_without_a_type_has_that_of_the_layouts() -> None:
    deck = Foreign()
    ph = deck.layout.placeholders[1]._element.find(f".//{P}ph")
    ph.set("type", "body")
    assert deck.read().placeholder is not None
    assert deck.read().placeholder.type == "body"  # type: ignore[union-attr]


def test_a_slides_place_goes_before_the_layouts_and_that_before_the_masters() -> None:
    deck = Foreign()
    on_layout, on_master = deck.layout.placeholders[1], deck.deck.slide_masters[0].placeholders[1]
    for element in (deck.body._element, on_layout._element):
        for xfrm in list(element.spPr):
            element.spPr.remove(xfrm)
    assert deck.read().box is not None
    assert (deck.read().box.x, deck.read().box.h) == (on_master.left, on_master.height)  # type: ignore[union-attr]
    on_layout.left, on_layout.top, on_layout.width, on_layout.height = (Emu(n) for n in (11, 12, 13, 14))
    box = deck.read().box
    assert box is not None and (box.x, box.y, box.w, box.h) == (11, 12, 13, 14)
    deck.body.left, deck.body.top, deck.body.width, deck.body.height = (Emu(n) for n in (21, 22, 23, 24))
    box = deck.read().box
    assert box is not None and (box.x, box.y, box.w, box.h) == (21, 22, 23, 24)


def test_fields_breaks_and_empty_paragraphs() -> None:
    deck = Foreign()
    frame = deck.body.text_frame
    frame.text = "Eins\vzwei"
    frame.add_paragraph()
    mark = frame.paragraphs[1]._p
    etree.SubElement(mark, f"{A}endParaRPr", {"sz": "3300"})
    field = etree.SubElement(frame.add_paragraph()._p, f"{A}fld", {"id": "{0}", "type": "slidenum"})
    etree.SubElement(field, f"{A}t").text = "7"
    text = deck.read().text
    assert text is not None
    assert [p.text for p in text.paragraphs] == ["Eins\vzwei", "", "7"]
    assert text.paragraphs[1].style.end.size == 33.0
    assert text.paragraphs[2].runs[0].field == "slidenum"


def test_alternate_content_is_read_by_the_branch_that_is_understood() -> None:
    def sp(name: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>"
        )

    for requires, uri, seen in (
        ("a14", "http://schemas.microsoft.com/office/drawing/2010/main", "neu"),
        ("zz", "urn:unknown", "alt"),
    ):
        deck = Foreign()
        alternate = etree.fromstring(
            f'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="{A[1:-1]}"'
            f' xmlns:p="{P[1:-1]}"><mc:Choice xmlns:{requires}="{uri}" Requires="{requires}">{sp("neu")}</mc:Choice>'
            f"<mc:Fallback>{sp('alt')}</mc:Fallback></mc:AlternateContent>"
        )
        deck.slide.shapes._spTree.append(alternate)
        assert [s.name for s in deck.page().shapes][-1] == seen


def test_layouts_are_read_with_their_placeholders_and_nine_levels() -> None:
    from io import BytesIO

    from deckgen.pptx_reader.deck import DeckFile

    deck = Foreign()
    put(deck.run_properties("layout"), '<x sz="2100"/>')
    layouts = [part.page for part in DeckFile(BytesIO(deck.data())).layout_parts()]
    assert len(layouts) == len(deck.deck.slide_layouts)
    assert layouts[1].name == deck.layout.name
    body = next(s for s in layouts[1].shapes if s.placeholder and s.placeholder.index == 1)
    assert body.box is not None
    assert len(body.levels) == 9
    assert [level.end.size for level in body.levels[:2]] == [21.0, 18.0]


def test_sizes_that_are_nonsense_are_passed_over() -> None:
    deck = Foreign()
    deck.run_properties("own").set("sz", "viel")
    deck.run_properties("layout").set("sz", "2000")
    assert run_of(deck.read()).size == 20.0
    deck.body.text_frame.paragraphs[0].runs[0].font.size = Pt(12)
    assert run_of(deck.read()).size == 12.0
