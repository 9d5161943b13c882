"""A native table as elements: the words of each cell, the rules across it, the fills of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckgen.layout.runs import Faces
from deckgen.scene.items import Cell, Row, Table
from deckgen.theme.paint import Color, Stroke
from deckgen.typeset.baseline import first_baseline
from deckgen.units import to_points

from .elements import Element, words
from .texts import ALIGN, ANCHOR

Hex = Callable[[Color], str]


def table_elements(table: Table, hexed: Hex, faces: Faces) -> Iterator[Element]:
    """What a viewer sees of `table`, `hexed` resolving its colours."""
    x, y, w = to_points(table.box.x), to_points(table.box.y), to_points(table.box.w)
    yield from _rule(table.rows[0].cells[0].top, x, y, w, hexed)
    for row in table.rows:
        h = to_points(row.height)
        yield from _fills(row, table, x, y, hexed)
        at = x
        for cell, width in zip(row.cells, table.widths, strict=True):
            yield from _cell(cell, (at, y, to_points(width), h), hexed, faces)
            at += to_points(width)
        y += h
        yield from _rule(row.cells[0].bottom, x, y, w, hexed)


def _rule(stroke: Stroke | None, x: float, y: float, w: float, hexed: Hex) -> Iterator[Element]:
    if stroke is not None:
        yield Element(
            kind="line", name="rule", x=x, y=y, w=w, line=hexed(stroke.color), width=to_points(stroke.width)
        )


def _fills(row: Row, table: Table, x: float, y: float, hexed: Hex) -> Iterator[Element]:
    """Neighbours of one fill are one area."""
    edges = [x]
    for width in table.widths:
        edges.append(edges[-1] + to_points(width))
    start = 0
    for i in range(1, len(row.cells) + 1):
        fill = row.cells[start].fill
        if i < len(row.cells) and row.cells[i].fill == fill:
            continue
        if fill is not None:
            yield Element(
                kind="rect", name="fill", x=edges[start], y=y, w=edges[i] - edges[start], h=to_points(row.height), fill=hexed(fill)
            )  # fmt: skip
        start = i


def _cell(cell: Cell, box: tuple[float, float, float, float], hexed: Hex, faces: Faces) -> Iterator[Element]:
    """The cell's text; a first baseline stands as high in its line as the font's ascent."""
    text = cell.text
    if not text.plain:
        return
    left, top, right, bottom = (to_points(n) for n in text.insets or (0, 0, 0, 0))
    x, y, w, h = box
    p = text.paragraphs[0]
    run = max(p.runs, key=lambda r: len(r.text.strip()))
    assert p.pitch is not None and p.size is not None and run.color is not None
    face = faces.face("body", bool(run.bold))
    lines = cell.fit.lines if cell.fit is not None else 1
    block = lines * p.pitch
    anchor = text.anchor or "top"
    start = {
        "top": y + top,
        "middle": y + top + (h - top - bottom - block) / 2,
        "bottom": y + h - bottom - block,
    }
    yield Element(
        kind="text", name="cell", x=x + left, y=y + top, w=w - left - right, h=h - top - bottom, text=words(text.plain), size=run.size or p.size,
        leading=p.pitch, tracking=run.tracking or 0, bold=bool(run.bold), color=hexed(run.color), align=ALIGN[p.align or "left"],
        anchor=ANCHOR[anchor], baseline=start[anchor] + first_baseline(face, p.size, p.pitch), lines=lines,
    )  # fmt: skip
