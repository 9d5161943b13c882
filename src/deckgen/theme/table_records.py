"""How a theme draws tables.  Lengths EMU, colours roles."""

from __future__ import annotations

from dataclasses import field

from ..records import dataclass
from .records import TypeStyle


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How the cells of one part of a table are set; `fill` "" is none."""

    style: TypeStyle
    color: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: colour role and width; width 0 is none."""

    color: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A theme's tables.

    `first` is the first column, `mark` rows and columns that are highlighted, `total` the last row where it holds sums; None sets them
    like `body`.  `pitch` is the height of rows, `dense` where there are more than `maximum` rows or some need more lines; 0 for no limit.
    `inset` and `margin` are kept free at the sides of a cell and above and below its text.  With `bleed` the outer columns' text stands
    at the box's edges; where cells have fills it stands so far within them, so that fills and rules end where the title does.  `outer` runs round the table, `row` and `column` between cells,
    `under_head` below the header, `over_total` above the sums, `last` below the last row.  `band` tints every second row.
    """

    head: CellStyle
    body: CellStyle
    first: CellStyle | None = None
    mark: CellStyle | None = None
    total: CellStyle | None = None
    head_height: int = 0
    head_anchor: str = "bottom"
    pitch: int = 0
    dense: int = 0
    maximum: int = 0
    inset: int = 0
    margin: int = 0
    bleed: int = 0
    under_head: Rule = field(default_factory=Rule)
    over_total: Rule = field(default_factory=Rule)
    row: Rule = field(default_factory=Rule)
    column: Rule = field(default_factory=Rule)
    outer: Rule = field(default_factory=Rule)
    last: Rule = field(default_factory=Rule)
    band: str = ""
