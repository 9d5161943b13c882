"""A table as it is measured at one step of its ladder."""

from __future__ import annotations

from ..records import dataclass
from ..typeset.paragraph import Lines
from .table_cells import Words


@dataclass(frozen=True, slots=True)
class Plan:
    """A table at one step: widths of columns, heights of rows (the header first), its cells' words; points.

    `widths` is empty where the columns don't fit side by side.
    """

    size: int
    widths: tuple[float, ...] = ()
    rows: tuple[int, ...] = ()
    heights: tuple[float, ...] = ()
    blocks: tuple[float, ...] = ()  # heights of the rows' highest texts
    words: tuple[tuple[Words, ...], ...] = ()
    tight: tuple[int, int] | None = None  # a cell with a word that is wider than its column
    lines: tuple[tuple[Lines | None, ...], ...] = ()  # the words set; None in a cell with such a word

    @property
    def height(self) -> float:
        """The height of the table."""
        return sum(self.heights)
