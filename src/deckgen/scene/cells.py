"""A table's cells as shapes, so that checks read their texts like any other."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import dataclass
from ..units import Box
from .deck import Scene
from .items import Item, Shape, Table, TextFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShape(Shape):
    """A cell of a table."""


def texts_of(scene: Scene) -> Iterator[TextFrame | Shape]:
    """Everything on the slide that holds a text and isn't hidden, in drawing order; a table's cells within their insets."""
    for item in scene.walk():
        for part in parts_of(item):
            if isinstance(part, (TextFrame, Shape)) and part.text is not None and not part.hidden:
                yield part


def parts_of(item: Item) -> Iterator[Item]:
    """The item itself, or a table's cells as shapes within their insets."""
    if isinstance(item, Table):
        yield from _cells(item, inner=True)
    else:
        yield item


def drawn_of(item: Item) -> Iterator[Item]:
    """The item itself, or a table's cells as shapes up to their edges: what lies behind later items."""
    if isinstance(item, Table):
        yield from _cells(item, inner=False)
    else:
        yield item


def _cells(table: Table, inner: bool) -> Iterator[CellShape]:
    edges = [table.box.x]
    for width in table.widths:
        edges.append(edges[-1] + width)
    top = table.box.y
    for number, row in enumerate(table.rows, 1):
        for at, cell in enumerate(row.cells):
            left, above, right, below = cell.text.insets or (0, 0, 0, 0) if inner else (0, 0, 0, 0)
            # in a table from right to left the first column is the last one from the left
            first, last = (
                (len(table.widths) - at - cell.columns, len(table.widths) - at)
                if table.rtl
                else (at, at + cell.columns)
            )
            x, end = edges[first], edges[last]
            height = sum(r.height for r in table.rows[number - 1 : number - 1 + cell.rows])
            yield CellShape(
                id=f"{table.id}:{number}:{at + 1}",
                name=f"{table.name}, row {number}, column {at + 1}",
                box=Box(x + left, top + above, end - x - left - right, height - above - below),
                fill=cell.fill,
                text=cell.text,
                fit=cell.fit,
                hidden=table.hidden,
                span=table.span,
            )
        top += row.height
