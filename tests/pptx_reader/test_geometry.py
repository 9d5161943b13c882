"""Where shapes stand: groups that scale, mirror and turn, and forms that leave only a part for text."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu

from deckgen.pptx_reader.geometry import Frame, Group, placed
from deckgen.units import Box

from .decks import Foreign, P

pytestmark = pytest.mark.foreign_deck
SQUARE = Box(100, 100, 200, 100)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (Group(Frame(Box(0, 0, 1000, 1000)), Box(0, 0, 1000, 1000)), (Box(100, 100, 200, 100), 0.0)),
        (Group(Frame(Box(500, 0, 1000, 1000)), Box(0, 0, 1000, 1000)), (Box(600, 100, 200, 100), 0.0)),
        (Group(Frame(Box(0, 0, 2000, 500)), Box(0, 0, 1000, 1000)), (Box(200, 50, 400, 50), 0.0)),
        (Group(Frame(Box(0, 0, 1000, 1000)), Box(100, 100, 1000, 1000)), (Box(0, 0, 200, 100), 0.0)),
        (Group(Frame(Box(0, 0, 1000, 1000), flip_h=True), Box(0, 0, 1000, 1000)), (Box(700, 100, 200, 100), 0.0)),
        (Group(Frame(Box(0, 0, 1000, 1000), 90.0), Box(0, 0, 1000, 1000)), (Box(750, 150, 200, 100), 90.0)),
        (Group(Frame(Box(0, 0, 1000, 1000), 180.0), Box(0, 0, 1000, 1000)), (Box(700, 800, 200, 100), 180.0)),
        (Group(Frame(Box(0, 0, 1000, 1000)), Box(0, 0, 0, 0)), (Box(100, 100, 200, 100), 0.0)),
    ],
    ids=["same", "moved", "scaled", "offset", "mirrored", "turned", "upside down", "without size"],
)  # fmt: skip
def test_a_group_places_its_children(group: Group, expected: tuple[Box, float]) -> None:
    found = placed(Frame(SQUARE), (group,))
    assert (found.box, found.rotation) == expected


def test_a_child_on_its_side_is_scaled_the_other_way_round() -> None:
    group = Group(Frame(Box(0, 0, 2000, 1000)), Box(0, 0, 1000, 1000))
    found = placed(Frame(Box(400, 400, 200, 100), 90.0), (group,))
    assert (found.box.w, found.box.h, found.rotation) == (200, 200, 90.0)
    assert (found.box.x + found.box.w // 2, found.box.y + found.box.h // 2) == (1000, 450)


def test_groups_in_groups() -> None:
    deck = Foreign()
    outer = deck.slide.shapes.add_group_shape()
    inner = outer.shapes.add_group_shape()
    box = inner.shapes.add_textbox(Emu(100_000), Emu(100_000), Emu(400_000), Emu(200_000))
    box.text_frame.text = "tief"
    for group, (off, ext, ch_off, ch_ext) in (
        (inner, ((0, 0), (1_000_000, 1_000_000), (0, 0), (1_000_000, 1_000_000))),
        (outer, ((2_000_000, 0), (2_000_000, 2_000_000), (0, 0), (1_000_000, 1_000_000))),
    ):
        _frame(group._element.grpSpPr, off, ext, ch_off, ch_ext)
    found = next(s for s in deck.page().shapes if s.name == box.name)
    assert found.box == Box(2_200_000, 200_000, 800_000, 400_000)
    outer._element.nvGrpSpPr.cNvPr.set("hidden", "1")
    assert next(s for s in deck.page().shapes if s.name == box.name).hidden


def _frame(properties: Any, *values: tuple[int, int]) -> None:
    names = (("off", "x", "y"), ("ext", "cx", "cy"), ("chOff", "x", "y"), ("chExt", "cx", "cy"))
    xfrm = properties.get_or_add_xfrm()
    for inner in list(xfrm):
        xfrm.remove(inner)
    for (name, a, b), (x, y) in zip(names, values, strict=True):
        etree.SubElement(xfrm, xfrm.tag.replace("xfrm", name), {a: str(x), b: str(y)})


@pytest.mark.parametrize(
    ("form", "share"),
    [
        (MSO_SHAPE.RECTANGLE, (0.0, 0.0)),
        (MSO_SHAPE.OVAL, (0.1464, 0.1464)),
        (MSO_SHAPE.DIAMOND, (0.25, 0.25)),
        (MSO_SHAPE.ROUNDED_RECTANGLE, (0.0244, 0.0488)),
        (MSO_SHAPE.STAR_5_POINT, (0.3090, 0.3820)),
        (MSO_SHAPE.CHEVRON, (0.25, 0.0)),
        (MSO_SHAPE.ISOSCELES_TRIANGLE, (0.25, 0.5)),
        (MSO_SHAPE.GEAR_9, None),
    ],
)  # fmt: skip
def test_a_form_leaves_a_part_for_text(form: Any, share: tuple[float, float] | None) -> None:
    deck = Foreign()
    shape = deck.slide.shapes.add_shape(form, Emu(0), Emu(0), Emu(2_000_000), Emu(1_000_000))
    shape.text_frame.text = "Form"
    room = next(s for s in deck.page().shapes if s.name == shape.name).room
    if share is None:
        assert room is None
    else:
        assert room is not None
        assert (room.x / 2_000_000, room.y / 1_000_000) == pytest.approx(share, abs=0.0005)


def test_a_fill_an_outline_or_a_style_makes_a_shapes_edges_seen() -> None:
    deck = Foreign()
    bare = deck.slide.shapes.add_textbox(0, 0, Emu(1_000_000), Emu(1_000_000))
    filled = deck.slide.shapes.add_textbox(0, 0, Emu(1_000_000), Emu(1_000_000))
    filled.fill.solid()
    styled = deck.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Emu(1_000_000), Emu(1_000_000))
    seen = {s.name: s.seen for s in deck.page().shapes}
    assert (seen[bare.name], seen[filled.name], seen[styled.name]) == (False, True, True)
    styled.fill.background()
    styled.line.fill.background()
    assert not {s.name: s.seen for s in deck.page().shapes}[styled.name]


def test_a_placeholder_in_a_group_is_one_still() -> None:
    deck = Foreign()
    group = deck.slide.shapes.add_group_shape()
    group._element.append(deck.body._element)
    assert deck.read().placeholder is not None
    assert [p.placeholder for p in deck.page().shapes if p.placeholder][-1].index == 1  # type: ignore[union-attr]
    assert deck.slide._element.find(f".//{P}grpSp/{P}sp") is not None
