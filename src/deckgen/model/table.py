"""A table's data: header and rows of rich text, whatever they were read from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..records import dataclass
from ..source.cells import Limits
from ..source.nodes import Node
from .data import SCHEMA, GridCell, grid_from_node
from .text import RichText

if TYPE_CHECKING:
    from ..source.decode import Decoder

LIMITS = Limits("a table", rows=500, columns=30, characters=2000)
_EXAMPLE = "write rows: `[[Year, Sales], [2021, 3]]`"


@dataclass(frozen=True, slots=True)
class TableData:
    """Rows of one width.  `align` is "left", "center", "right" or "" (not said) for each column.

    A pipe table has a header unless its first row is empty; a list of maps has its keys; rows and files have their first row,
    which `without_header` puts back.
    """

    header: tuple[RichText, ...] | None
    rows: tuple[tuple[RichText, ...], ...]
    align: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def columns(self) -> int:
        """How many columns there are: as many as the longest row has."""
        return max((len(row) for row in (self.header or (), *self.rows)), default=0)

    def without_header(self) -> TableData:
        """The same table with its header as the first row."""
        if self.header is None:
            return self
        return replace(self, header=None, rows=(self.header, *self.rows))

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> TableData | None:
        """A pipe table in a block, rows, maps, or a CSV or Excel file; None after errors."""
        grid = grid_from_node(node, decoder, LIMITS, _EXAMPLE)
        if grid is None:
            return None
        headed = grid.headed is not False
        if headed and len(grid.rows) == 1:
            message = "the table has a header and no rows"
            decoder.fail("no-data", message, grid.rows[0][0].span, "write a row below it")
            return None
        rows = tuple(_texts(row) for row in grid.rows)
        return cls(rows[0] if headed else None, rows[headed:], grid.align, grid.span)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, a list of rows or maps, or a map."""
        return SCHEMA


def _texts(row: tuple[GridCell, ...]) -> tuple[RichText, ...]:
    return tuple(cell.rich for cell in row)
