"""Cells of a data file with their places, the part of it that a talk takes, and how much a slide takes."""

from __future__ import annotations

from collections.abc import Sequence

from ..findings import Span
from ..patterns import pattern
from ..records import dataclass

ROWS = 1_048_576  # of a sheet, as Excel has it (ECMA-376, 18.3.1.73)
COLUMNS = 16_384
_AREA = pattern(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})?(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7})?)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a file.

    `text` is what it holds as text.  In a workbook `name` is its address ("B7"), `value` its number with `format`, the number
    format's code (ECMA-376, 18.8.31), and `fault` says why it can't be used ("#REF!", a formula without its result).
    """

    text: str
    span: Span
    name: str = ""
    value: float | None = None
    format: str = ""
    fault: str = ""
    boolean: bool = False
    epoch_1904: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.value is None and not self.fault and not self.text.strip()


def lacking(header: Sequence[str], count: int) -> str:
    """What a row of `count` cells has nothing for, by the texts of the first row: ": none for 'When'"; "" where these say nothing."""
    names = [text.strip()[:40] for text in header[count:]]
    if not names or not all(names) or len(names) > 4:
        return ""
    shown = [repr(name) for name in names]
    return f": none for {', '.join(shown[:-1])}{' and ' if shown[1:] else ''}{shown[-1]}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a slide takes at most: rows of data, columns, characters in a cell; `what` names it in messages."""

    what: str
    rows: int
    columns: int
    characters: int = 2000


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a sheet, counted from 1 with its ends; `text` is how it was written."""

    first_column: int = 1
    last_column: int = COLUMNS
    first_row: int = 1
    last_row: int = ROWS
    text: str = ""

    @property
    def whole(self) -> bool:
        """Whether it leaves nothing out."""
        return not self.text

    def has_row(self, row: int) -> bool:
        """Whether the row belongs to it."""
        return self.first_row <= row <= self.last_row

    def has_column(self, column: int) -> bool:
        """Whether the column belongs to it."""
        return self.first_column <= column <= self.last_column


def area_of(text: str) -> Area | None:
    """The area in "A1:C5", "A:C" or "B2"; None if it is none."""
    match = _AREA.fullmatch(text.strip())
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    if right is None and top is None:
        return None
    columns = [column_number(left), column_number(right or left)]
    if right is None:
        rows = [int(top), int(top)]
    elif (top is None) != (bottom is None):
        return None
    else:
        rows = [int(top), int(bottom)] if top else [1, ROWS]
    columns.sort()
    rows.sort()
    if columns[1] > COLUMNS or rows[0] < 1 or rows[1] > ROWS:
        return None
    return Area(columns[0], columns[1], rows[0], rows[1], text.strip())


def column_number(letters: str) -> int:
    """1 for "A", 27 for "AA"."""
    result = 0
    for letter in letters.upper():
        result = result * 26 + ord(letter) - 64
    return result


def column_letters(number: int) -> str:
    """ "A" for 1, "AA" for 27."""
    result = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        result = chr(65 + rest) + result
    return result


def compact(rows: list[list[Cell]]) -> list[list[Cell]]:
    """`rows`, all of one width, without rows and columns in which nothing stands."""
    kept = [row for row in rows if not all(cell.blank for cell in row)]
    width = len(kept[0]) if kept else 0
    full = [at for at in range(width) if not all(row[at].blank for row in kept)]
    return kept if len(full) == width else [[row[at] for at in full] for row in kept]
