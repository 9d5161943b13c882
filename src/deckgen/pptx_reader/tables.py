"""Tables: their grid, and the texts of cells with margins and what the table's style gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from .bodies import body_style, read_text
from .records import Cell, Table
from .styles import Styles
from .xml import A, descend, flag, whole

CELLS: Final = 20_000
StylesFor = Callable[[list[Element]], Styles]
"""Makes the styles of a cell from the list styles that are its own."""


def read_table(tbl: Element, styles: Mapping[str, Element], styles_for: StylesFor) -> Table:
    """A table (a:tbl); `styles` are the deck's table styles by their id."""
    widths = tuple(max(0, whole(c, "w")) for c in tbl.findall(f"{A}tblGrid/{A}gridCol")[:1000])
    properties = tbl.find(f"{A}tblPr")
    heights: list[int] = []
    cells: list[Cell] = []
    rows = tbl.findall(f"{A}tr")[:5000]
    for y, row in enumerate(rows):
        heights.append(max(0, whole(row, "h")))
        for x, tc in enumerate(row.findall(f"{A}tc")[: len(widths)]):
            if flag(tc.get("hMerge")) or flag(tc.get("vMerge")) or len(cells) >= CELLS:
                continue
            body = tc.find(f"{A}txBody")
            if body is None:
                continue
            given = _given(properties, styles, x == 0, x == len(widths) - 1, y == 0, y == len(rows) - 1)
            lists = [e for e in (body.find(f"{A}lstStyle"), given) if e is not None]
            edges = tc.find(f"{A}tcPr")
            style = replace(
                body_style([]),
                left=whole(edges, "marL", 91_440),
                right=whole(edges, "marR", 91_440),
                top=whole(edges, "marT", 45_720),
                bottom=whole(edges, "marB", 45_720),
                anchor=edges.get("anchor", "t") if edges is not None else "t",
                vertical=(edges.get("vert") or "horz")[:40] if edges is not None else "horz",
            )
            text = read_text(body, style, styles_for(lists))
            spans = (
                min(max(whole(tc, "rowSpan", 1), 1), len(rows) - y),
                min(max(whole(tc, "gridSpan", 1), 1), len(widths) - x),
            )
            cells.append(Cell(y, x, *spans, text))
    return Table(widths, tuple(heights), tuple(cells))


def table_styles(root: Element | None) -> dict[str, Element]:
    """The table styles of a deck (tableStyles.xml) by their id."""
    every = root.findall(f"{A}tblStyle")[:1000] if root is not None else []
    return {(e.get("styleId") or "").upper(): e for e in every}


def _given(properties: Element | None, styles: Mapping[str, Element], *edges: bool) -> Element | None:
    """What a table's style says of a cell's type, as a list style: bold, italic, typeface.  Styles know no sizes.

    `edges` say whether the cell is in the first column, the last, the first row, the last.  PowerPoint's own styles aren't in the file; all
    that mark a first row or a last set it in bold.
    """
    if properties is None:
        return None
    marked = [
        name
        for name, at in zip(("firstCol", "lastCol", "firstRow", "lastRow"), edges, strict=True)
        if at and flag(properties.get(name))
    ]
    identity = properties.findtext(f"{A}tableStyleId") or ""
    style = styles.get(identity.strip().upper())
    parts = list(reversed(marked))
    found: dict[str, str] = {}
    face: Element | None = None
    if style is None:
        if identity and marked:
            found["b"] = "1"
    else:
        for text in _texts(style, [*parts, "wholeTbl"]):
            for name in ("b", "i"):
                if text.get(name) in ("on", "off"):
                    found.setdefault(name, "1" if text.get(name) == "on" else "0")
            if face is None:
                reference, font = text.find(f"{A}fontRef"), descend(text, f"{A}font", f"{A}latin")
                if font is not None or (reference is not None and reference.get("idx") in ("major", "minor")):
                    face = etree.Element(f"{A}latin")
                    kind = "mj" if reference is not None and reference.get("idx") == "major" else "mn"
                    face.set("typeface", font.get("typeface", "") if font is not None else f"+{kind}-lt")
    if not found and face is None:
        return None
    made = etree.Element(f"{A}lstStyle")
    run = etree.SubElement(etree.SubElement(made, f"{A}defPPr"), f"{A}defRPr", found)
    if face is not None:
        run.append(face)
    return made


def _texts(style: Element, parts: list[str]) -> Iterator[Element]:
    for part in parts:
        text = descend(style, f"{A}{part}", f"{A}tcTxStyle")
        if text is not None:
            yield text
