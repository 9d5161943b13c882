"""Whether a table stays where it was drawn: rows grow with their texts, and push what is below off the slide."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from ..findings import Severity
from ..pptx_reader.records import Cell, Page, Shape, Table
from ..units import Box, to_points
from .problem import Problem
from .setting import Scale, Setter

NEAR: Final = 2.0  # pt
_TOLD: Final = 3  # torn words of a table
_UPRIGHT: Final = ("horz", "")


def table_findings(
    page: Page, shape: Shape, table: Table, setter: Setter, slide_height: float
) -> Iterator[Problem]:
    """The problems of a table; `slide_height` in points."""
    if shape.box is None:
        return
    heights = [to_points(h) for h in table.heights]
    late: list[tuple[Cell, float]] = []
    torn: list[tuple[Cell, str, float]] = []
    ink = 0.0
    for cell in table.cells:
        body = cell.text.body
        if body.vertical not in _UPRIGHT or not cell.text.plain.strip():
            continue
        width = to_points(
            sum(table.widths[cell.column : cell.column + cell.columns]) - body.left - body.right
        )
        edges = to_points(body.top + body.bottom)
        height = sum(heights[cell.row : cell.row + cell.rows])
        most = setter.most(cell.text, max(width, 0.0), Scale())
        if most.height + edges <= height and not most.torn:
            continue
        least = setter.least(cell.text, max(width, 0.0), Scale())
        if least.torn:
            torn.append((cell, least.torn, least.room))
        if cell.rows == 1:
            heights[cell.row] = max(heights[cell.row], least.height + edges)
        else:
            late.append((cell, least.height + edges))
        ink = max(ink, least.ink)
    for cell, need in late:  # a cell over several rows pushes the last of them
        heights[cell.row + cell.rows - 1] += max(0.0, need - sum(heights[cell.row : cell.row + cell.rows]))
    for n, (cell, word, room) in enumerate(torn[:_TOLD]):
        more = f" (and {len(torn) - _TOLD} more)" if n == _TOLD - 1 and len(torn) > _TOLD else ""
        yield Problem(
            "torn-word",
            Severity.WARNING,
            f"row {cell.row + 1}, column {cell.column + 1}: the word '{word[:40]}' is wider than its cell's {room:.0f} pt and is"
            f" torn between two letters{more}",
            "make the column wider, or set the text smaller",
        )
    drawn, grown = to_points(sum(table.heights)), sum(heights)
    top = to_points(shape.box.y)
    bottom = top + grown
    if bottom - ink > slide_height + NEAR:
        rows = sum(1 for y in range(len(heights)) if top + sum(heights[: y + 1]) > slide_height + NEAR)
        yield Problem(
            "text-overflow",
            Severity.ERROR,
            f"with its texts the table is {grown:.0f} pt high; its last {bottom - slide_height:.0f} pt leave the slide",
            f"move {rows} row{'s' if rows > 1 else ''} to another slide, or set the table smaller",
        )
        return
    covered = (
        _below(page, shape, shape.box, top + drawn, bottom - ink) if grown - drawn > max(NEAR, ink) else ""
    )
    if covered:
        yield Problem(
            "table-grows",
            Severity.WARNING,
            f"rows grow with their texts by {grown - drawn:.0f} pt, over {covered!r}",
            "shorten the texts, or leave that room below the table",
        )


def _below(page: Page, table: Shape, box: Box, drawn: float, grown: float) -> str:
    """The name of the first thing that stood below the table and no longer does."""
    for shape in page.shapes:
        other = shape.box
        if shape is table or other is None or shape.hidden or shape.kind == "connector":
            continue
        if shape.placeholder is not None and shape.placeholder.type in ("dt", "ftr", "sldNum"):
            continue
        if shape.kind == "text" and (shape.text is None or not shape.text.plain.strip()) and not shape.seen:
            continue
        aside = other.right <= box.x or other.x >= box.right
        if not aside and drawn - NEAR <= to_points(other.y) < grown - NEAR and math.isfinite(grown):
            return shape.name or f"shape {shape.id}"
    return ""
