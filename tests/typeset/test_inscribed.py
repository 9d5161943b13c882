"""Where programs set text in preset forms; LibreOffice, which reads the standard's own definitions, is the referee."""

from __future__ import annotations

import math
from pathlib import Path

import pymupdf
import pytest
from pptx.oxml import parse_xml
from pptx.util import Pt

from deckgen.inscribed import inscribed
from deckgen.theme.shape_reader import PRESETS
from pptx import Presentation
from tests.rendering import to_pdf

HALF = math.sqrt(0.5)
ADJUSTED: dict[str, tuple[dict[str, float], ...]] = {
    **dict.fromkeys(
        (
            "triangle", "chevron", "homePlate", "hexagon", "parallelogram", "trapezoid", "roundRect", "snip1Rect",
            "star5",
        ),
        ({}, {"adj": 30_000}, {"adj": 70_000}),
    ),
    "plus": ({}, {"adj": 30_000}),
    "frame": ({}, {"adj1": 30_000}),
    **dict.fromkeys(
        ("rightArrow", "leftArrow", "upArrow", "downArrow", "round2SameRect"),
        ({}, {"adj1": 30_000, "adj2": 70_000}, {"adj1": 70_000, "adj2": 20_000}),
    ),
}  # fmt: skip
OWN_WAY = {"pie"}  # LibreOffice doesn't follow the standard there
NAMES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


@pytest.mark.parametrize(
    ("preset", "adjust", "edges"),
    [
        ("ellipse", {}, (200 * (1 - HALF), 100 * (1 - HALF), 200 * (1 + HALF), 100 * (1 + HALF))),
        ("chevron", {}, (100, 0, 300, 200)),
        ("chevron", {"adj": 25_000}, (50, 0, 350, 200)),
        ("chevron", {"adj": 100_000}, (0, 0, 400, 200)),  # nothing is left between the points: the whole box
        ("homePlate", {}, (0, 0, 350, 200)),
        ("triangle", {}, (100, 100, 300, 200)),
        ("triangle", {"adj": 0}, (0, 100, 200, 200)),
        ("diamond", {}, (100, 50, 300, 150)),
        ("hexagon", {}, (50, 25, 350, 175)),
        ("rightArrow", {}, (0, 50, 350, 150)),
        ("roundRect", {"adj": 50_000}, (29.289, 29.289, 370.711, 170.711)),
        ("rect", {}, (0, 0, 400, 200)),
    ],
)
def test_known_forms_400_wide_and_200_high(
    preset: str, adjust: dict[str, float], edges: tuple[float, ...]
) -> None:
    assert inscribed(preset, 400, 200, adjust) == pytest.approx(edges)


def test_unknown_forms_and_empty_boxes() -> None:
    assert inscribed("gear9", 400, 200) is None
    for preset in PRESETS:
        found = inscribed(preset, 0, 0)
        assert found is None or all(math.isfinite(edge) for edge in found)
    for adjust in ({"adj": -1e9}, {"adj": 1e9}, {"adj1": 1e9, "adj2": -1e9}):
        for preset in PRESETS:
            found = inscribed(preset, 400, 200, adjust)
            if found is not None:
                left, top, right, bottom = found
                assert 0 <= left <= right + 1e-9
                assert 0 <= top <= bottom + 1e-9
                assert right <= 400 + 1e-9
                assert (
                    bottom <= 200 * (1.106 if preset == "star5" else 1) + 1e-9
                )  # its points may stand out below


def _form(preset: str, adjust: dict[str, float], w: int, h: int, x: int, anchor: str, align: str) -> str:
    values = "".join(f'<a:gd name="{k}" fmla="val {v:.0f}"/>' for k, v in adjust.items())
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{x}" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x * 12700}"'
        f' y="{50 * 12700}"/><a:ext cx="{w * 12700}" cy="{h * 12700}"/></a:xfrm><a:prstGeom prst="{preset}"><a:avLst>{values}</a:avLst>'
        f'</a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}" wrap="square"/><a:p>'
        f'<a:pPr algn="{align}"/><a:r><a:rPr lang="en-US" sz="1000"><a:latin typeface="Liberation Sans"/></a:rPr><a:t>H</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
def test_libreoffice_sets_text_in_the_same_boxes(tmp_path: Path, libreoffice: None) -> None:
    cases = [
        (preset, adjust, size)
        for preset in sorted(PRESETS - OWN_WAY)
        if preset != "line" and inscribed(preset, 1, 1) is not None
        for adjust in ADJUSTED.get(preset, ({},))
        for size in ((300, 200), (180, 320), (400, 100))
    ]
    assert len(cases) > 150
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for preset, adjust, (w, h) in cases:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        for x, anchor, align in ((100, "t", "l"), (520, "b", "r")):  # one letter in either corner
            slide.shapes._spTree.append(parse_xml(_form(preset, adjust, w, h, x, anchor, align)))
    deck.save(str(tmp_path / "forms.pptx"))
    off = []
    with pymupdf.open(to_pdf(tmp_path / "forms.pptx")) as document:
        for (preset, adjust, (w, h)), page in zip(cases, document, strict=True):
            scale = 960 / page.rect.width
            spans = [s for b in page.get_text("rawdict")["blocks"] for at in b["lines"] for s in at["spans"]]
            first, last = sorted((c for s in spans for c in s["chars"]), key=lambda c: float(c["origin"][0]))
            # LibreOffice seats a baseline 1.0 em below the top of its line and 0.2 em above its end
            drawn = (
                first["origin"][0] * scale - 100, first["origin"][1] * scale - 60, last["bbox"][2] * scale - 520,
                last["origin"][1] * scale - 48,
            )  # fmt: skip
            if inscribed(preset, w, h, adjust) != pytest.approx(drawn, abs=1.0):
                off.append((preset, adjust, drawn))
    assert off == []
