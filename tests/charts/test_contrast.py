"""Charts in a brand's colours, measured in the written file: what is drawn has 3:1 to its ground, or an outline that has it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import deckgen
from deckgen.theme.colors import contrast

from ..theme.palettes import colors_of
from .colors import Colors

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TABLE = "[[Region, Nord, Süd, Ost, West, Mitte, Rest], [A, 4, 5, 6, 5, 3, 2], [B, 3, 4, 2, 3, 5, 4], [C, 5, 6, 7, 4, 4, 3]]"
ONE = "{Nord: 30, Süd: 25, Ost: 20, West: 12, Mitte: 8, Rest: 5}"
SLIDES = (
    (TABLE, "column", "", "light"), (TABLE, "stacked-bar", "", "dark"), (ONE, "pie", "", "light"), (ONE, "doughnut", "", "dark"),
    (TABLE, "line", "", "light"), (TABLE, "stacked-area", "", "light"), (TABLE, "area", "", "dark"), (ONE, "bar", "Ost", "light"),
    (TABLE, "column", "Ost", "dark"), (TABLE, "line", "Ost", "dark"), (ONE, "pie", "Ost", "light"), (TABLE, "column", "B", "light"),
)  # fmt: skip


def talk(theme: str, brand: str) -> str:
    slides = "".join(
        f"  - title: Bild {n}\n    chart: {data}\n    type: {kind}\n    alt: Zahlen\n    background: {ground}\n"
        + (f"    highlight: {highlight}\n" if highlight else "")
        for n, (data, kind, highlight, ground) in enumerate(SLIDES)
    )
    return f"title: T\nlang: de\ntheme: {{extends: {theme}, colors: {colors_of(theme, brand)}}}\nslides:\n{slides}"


@pytest.mark.parametrize(
    ("theme", "brand"),
    [
        ("plain", "#FFD400"),
        ("plain", "#F2F2F2"),
        ("helium", "#39FF14"),
        ("werkbank", "#0B0B12"),
        ("kontor", "#C8D0D4"),
    ],
)
def test_what_is_drawn_stands_out(tmp_path: Path, theme: str, brand: str) -> None:
    (tmp_path / "talk.yaml").write_text(talk(theme, brand), encoding="utf-8")
    deck = deckgen.compose(deckgen.load(tmp_path / "talk.yaml"))
    deckgen.write(deck, tmp_path / "x.pptx")
    assert [f for f in deckgen.check(deck) if f.code == "low-contrast"] == []
    wrong = []
    with zipfile.ZipFile(tmp_path / "x.pptx") as package:
        for n, (_, kind, highlight, _ground) in enumerate(SLIDES, 1):
            rels = package.read(f"ppt/slides/_rels/slide{n}.xml.rels").decode()
            part = re.search(r"charts/chart\d+\.xml", rels)
            assert part is not None
            chart = etree.fromstring(package.read(f"ppt/{part[0]}"))
            colors = Colors(package, n)
            for properties in drawn(chart):
                line = properties.find(f"{A}ln")
                stroke = line.find(f"{A}solidFill") if line is not None else None
                fill = properties.find(f"{A}solidFill")
                shown = [
                    colors.over(f, stop) for f in (fill, stroke) if f is not None for stop in colors.stops
                ]
                best = max(
                    min(contrast(colors.over(f, stop), stop) for stop in colors.stops)
                    for f in (fill, stroke)
                    if f is not None
                )
                if best < 3:
                    wrong.append((n, kind, highlight, round(best, 2), shown))
    assert wrong == []


def drawn(chart: etree._Element) -> list[etree._Element]:
    """The looks (c:spPr) of series, of points and markers that have one of their own, but for what is drawn by its points alone."""
    found = []
    for series in chart.iter(f"{C}ser"):
        owners = [series, *series.iter(f"{C}dPt"), *series.iter(f"{C}marker")]
        if len(series.findall(f"{C}dPt")) >= len(next(series.iter(f"{C}cat")).findall(f".//{C}pt")):
            owners = owners[1:]
        for owner in owners:
            look = owner.find(f"{C}spPr")
            if look is not None and look.find(f".//{A}solidFill") is not None:
                found.append(look)
    assert found
    return found
