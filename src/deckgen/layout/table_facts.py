"""What a table's texts are: columns of numbers, how columns are aligned, which rows and columns a talk highlights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from ..model.numbers import figure, missing
from ..model.text import name_key
from ..patterns import pattern
from ..records import dataclass
from ..scene.items import Align

if TYPE_CHECKING:
    from ..model.table import TableData

# what people put round a number in a table: about, less than, a footnote's mark, times, hours
_BEFORE = pattern(r"\A(?:ca\.|~|≈|Ø|<|>|≤|≥|±)[ \u00a0\u202f]?")
_AFTER = pattern(r"[ \u00a0\u202f]?(?:[*†‡¹²³]|x|×|h|pp|%-Punkte)\Z")


def is_number(text: str) -> bool:
    """Whether `text` is a number as people write it in tables: sign, separators, currency, percent."""
    bare = _AFTER.sub("", _BEFORE.sub("", text.replace("\u00ad", "").strip()))
    return figure(bare) is not None


def number_columns(data: TableData) -> tuple[bool, ...]:
    """For each column whether all its cells are numbers; empty cells and dashes don't count, but one number must be there."""
    result = []
    for column in range(data.columns):
        texts = [row[column].plain.strip() for row in data.rows if column < len(row)]
        said = [t for t in texts if not missing(t)]
        result.append(bool(said) and all(is_number(t) for t in said))
    return tuple(result)


def alignments(data: TableData, numbers: Sequence[bool]) -> tuple[Align, ...]:
    """Alignment of each column, its header included: as the table says, else numbers right and all else left.

    The first of several columns names the rows, so that its years and version numbers stand left.
    """
    given = (*data.align, *("",) * data.columns)[: data.columns]
    named = data.columns > 1
    return tuple(
        cast(Align, word)
        if word in ("left", "center", "right")
        else ("right" if number and not (named and n == 0) else "left")
        for n, (word, number) in enumerate(zip(given, numbers, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Marks:
    """Rows (from 0, the header not counted) and columns (from 0) that are highlighted, and the words that name none."""

    rows: frozenset[int]
    columns: frozenset[int]
    unknown: tuple[str, ...]


def marks_of(data: TableData, words: Sequence[str]) -> Marks:
    """What `words` name: a row by its first cell, a column by its header, a row by its number from 1."""
    if not words:
        return Marks(frozenset(), frozenset(), ())
    labels = [name_key(row[0].plain) if row else "" for row in data.rows]
    heads = [name_key(cell.plain) for cell in data.header or ()]
    rows: set[int] = set()
    columns: set[int] = set()
    unknown = []
    for word in words:
        bare = name_key(word)
        if bare in labels:
            rows |= {i for i, label in enumerate(labels) if label == bare}
        elif bare in heads:
            columns |= {i for i, head in enumerate(heads) if head == bare}
        elif bare.isascii() and bare.isdecimal() and len(bare) < 5 and 1 <= int(bare) <= len(labels):
            rows.add(int(bare) - 1)
        else:
            unknown.append(word)
    return Marks(frozenset(rows), frozenset(columns), tuple(unknown))
