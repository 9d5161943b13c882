"""Tables and charts' data from whatever a talk gives: a pipe table, rows, maps, a CSV or Excel file, to one grid of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..discovery import module
from ..findings import Span
from ..records import dataclass
from ..source.cells import Cell, Limits, lacking
from ..source.nodes import Map, Node, Scalar, Seq
from ..source.text import SHOWN
from .data_file import SUFFIXES as DATA_SUFFIXES
from .data_file import TEXT_SUFFIXES, FileName, file_cells, file_name, names_file
from .locale import base
from .numbers import Figure, figure
from .pipe_table import pipe_rows
from .scalars import place, written
from .text import Paragraph, RichText, Run, inline

if TYPE_CHECKING:
    from ..source.decode import Decoder

_BOOLEANS = {
    "de": ("WAHR", "FALSCH"),
    "fr": ("VRAI", "FAUX"),
    "es": ("VERDADERO", "FALSO"),
    "it": ("VERO", "FALSO"),
}
_ANY_CELL = {"type": ["string", "number", "boolean", "null"]}
_CELLS = [{"type": "array", "items": _ANY_CELL}, {"type": "object", "additionalProperties": _ANY_CELL}]
SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},  # a pipe table, or a path
        {"type": "array", "items": {"anyOf": _CELLS}, "minItems": 1},  # rows, or maps of column to cell
        {"type": "object", "additionalProperties": {"anyOf": [_ANY_CELL, *_CELLS]}, "minProperties": 1},
    ]
}


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: as rich text, and what a chart needs of it.

    `name` is its address in a workbook ("B7"), `number` its value as the cell shows it where the file says so, `fault` what makes
    it no number.
    """

    rich: RichText
    span: Span
    name: str = ""
    number: Figure | None = None
    fault: str = ""

    @property
    def text(self) -> str:
        """The plain text, in one line."""
        return " ".join(self.rich.plain.replace("\v", " ").split())

    def figure(self) -> Figure | None:
        """The number in it, or None."""
        return self.number if self.number is not None else None if self.fault else figure(self.rich.plain)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of one width.  `headed` says whether the first is a header; None: the form doesn't say."""

    rows: tuple[tuple[GridCell, ...], ...]
    span: Span
    headed: bool | None = None
    align: tuple[str, ...] = ()


def grid_from_node(node: Node, decoder: Decoder, limits: Limits, example: str) -> Grid | None:
    """The grid that a node gives, or None after errors; `example` is what to write instead."""
    grid = _grid(node, decoder, limits, example)
    if grid is None:
        return None
    rows = len(grid.rows) - (grid.headed is not False)
    if rows > limits.rows:
        message = f"{limits.what} takes at most {limits.rows} rows of data, these are {rows}"
        decoder.fail("too-many-rows", message, grid.rows[limits.rows][0].span, "show fewer, or sum up")
        return None
    if len(grid.rows[0]) > limits.columns:
        message = f"{limits.what} takes at most {limits.columns} columns, these are {len(grid.rows[0])}"
        decoder.fail("too-many-columns", message, grid.span, "show fewer, or sum up")
        return None
    for row in grid.rows:
        for cell in row:
            if len(cell.rich.plain) > limits.characters:
                message = f"a cell of {limits.what} takes at most {limits.characters} characters"
                decoder.fail("cell-too-long", message, cell.span, "write a shorter text")
                return None
    return grid


def _grid(node: Node, decoder: Decoder, limits: Limits, example: str) -> Grid | None:
    if names_file(node):
        name = file_name(node, decoder)
        return _from_file(name, decoder, limits) if name is not None else None
    if isinstance(node, Map):
        return _from_map(node, decoder, example)
    if isinstance(node, Seq):
        return _from_list(node, decoder, example)
    return _from_text(node, decoder, limits, example)


# --- files


def _from_file(name: FileName, decoder: Decoder, limits: Limits) -> Grid | None:
    if name.path.suffix.lower() in TEXT_SUFFIXES:
        scalar = written(name.node, decoder, "a table")
        return _from_pipes(scalar, decoder, limits) if scalar is not None else None
    rows = file_cells(name, decoder, limits)
    if rows is None:
        return None
    faults = [cell for row in rows for cell in row if cell.fault]
    for cell in faults[:SHOWN]:
        fix = "open the file in Excel and save it" if "formula" in cell.fault else "mend it in Excel"
        decoder.fail("cell-fault", f"in the cell {cell.name} stands {cell.fault}", cell.span, fix)
    if faults:
        return None
    cells = tuple(tuple(_file_cell(cell, decoder.lang) for cell in row) for row in rows)
    return Grid(cells, Span(cells[0][0].span.file), None, ("",) * len(cells[0]))


def _file_cell(cell: Cell, lang: str) -> GridCell:
    """A file's cell: its text as it was typed, without any markup."""
    if cell.value is None:
        text = cell.text.strip()
        if cell.boolean:
            text = _BOOLEANS.get(base(lang), ("TRUE", "FALSE"))[text == "FALSE"]
        return GridCell(
            _literal(text, cell.span), cell.span, cell.name, fault="no number" if cell.boolean else ""
        )
    seen = module("deckgen.model", "cell_format").shown(  # loaded for workbooks alone
        cell.value, cell.format, lang, epoch_1904=cell.epoch_1904
    )
    number = Figure(seen.value, seen.value, seen.unit) if seen.value is not None else None
    return GridCell(_literal(seen.text, cell.span), cell.span, cell.name, number, "" if number else "a date")


def _literal(text: str, span: Span) -> RichText:
    runs = (Run(text.replace("\n", "\v")),) if text else ()
    return RichText((Paragraph(runs),), span)


# --- text


def _from_text(node: Scalar, decoder: Decoder, limits: Limits, example: str) -> Grid | None:
    text = node.text.strip()
    if node.null or not text:
        decoder.fail("empty-value", "here are no data", node.span, example)
        return None
    if node.style == ">" and "|" in text:
        decoder.fail(
            "wrong-type", "`>` folds the table into one line", node.span, "write `|` in place of `>`"
        )
        return None
    if "\n" in text or text.startswith("|"):
        return _from_pipes(node, decoder, limits)
    decoder.fail(
        "wrong-type",
        f"{text[:60]!r} are no data",
        node.span,
        f"{example}, or a path to a {DATA_SUFFIXES} file",
    )
    return None


def _from_pipes(scalar: Scalar, decoder: Decoder, limits: Limits) -> Grid | None:
    table = pipe_rows(scalar, decoder, limits)
    if table is None:
        return None
    rows, align, headed = table

    def cell(text: str, offset: int) -> GridCell:
        span = place(scalar, offset)
        return GridCell(RichText((Paragraph(inline(text, scalar, decoder, offset)),), span), span)

    cells = tuple([tuple([cell(text, offset) for text, offset in row]) for row in rows])
    return Grid(cells, scalar.span, headed, align)


# --- lists and maps


def _cell(node: Node, decoder: Decoder) -> GridCell | None:
    """A cell of a list or map; `null` and a text without signs are empty."""
    if isinstance(node, Scalar) and (node.null or not node.text.strip()):
        return GridCell(RichText((Paragraph(()),), node.span), node.span)
    if not isinstance(node, Scalar) and not (isinstance(node, Map) and node.keys() == ["file"]):
        what = "list" if isinstance(node, Seq) else "map"
        decoder.fail("wrong-type", f"a cell is a text, this is a {what}", node.span, "write a text")
        return None
    rich = RichText.from_node(node, decoder)
    return GridCell(rich, node.span) if rich is not None else None


def _from_list(node: Seq, decoder: Decoder, example: str) -> Grid | None:
    if not node.items:
        decoder.fail("empty-value", "the list is empty", node.span, example)
        return None
    maps = [item for item in node.items if isinstance(item, Map)]
    lists = [item for item in node.items if isinstance(item, Seq)]
    if len(maps) == len(node.items):
        if len(maps) > 1 and all(len(m.entries) == 1 for m in maps) and len({m.keys()[0] for m in maps}) > 1:
            return _pairs([m.entries[0] for m in maps], node.span, decoder)  # `- Q1: 3` in each line
        return _from_maps(maps, node.span, decoder)
    if len(lists) == len(node.items):
        return _from_rows(lists, node.span, decoder)
    first = next(item for item in node.items if not isinstance(item, Seq if lists else Map))
    if isinstance(first, Scalar) and not lists and not maps:
        text = next((item.text for item in node.items if isinstance(item, Scalar)), "")
        example = f"write each row as a list: `- [{text}]`" if ", " in text and len(text) < 60 else example
        decoder.fail("wrong-type", "this is a list of texts, not of rows", node.span, example)
    else:
        kind = "list" if lists else "map"
        decoder.fail(
            "wrong-type",
            f"the other rows are {kind}s, this one isn't",
            first.span,
            f"write each row as a {kind}",
        )
    return None


def _from_rows(rows: list[Seq], span: Span, decoder: Decoder) -> Grid | None:
    width = len(rows[0].items)
    ragged = [row for row in rows if len(row.items) != width]
    if not width:
        decoder.fail("empty-item", "the first row is empty", rows[0].span, "write its cells: `[a, b]`")
        return None
    for row in ragged[:SHOWN]:
        count = len(row.items)
        has = f"{count} cell{'s' if count != 1 else ''}"
        fix = (
            "write '' for an empty cell"
            if count < width
            else "put a text with a comma into quotes, or name the column in the first row"
        )
        header = [item.text if isinstance(item, Scalar) else "" for item in rows[0].items]
        message = f"this row has {has}, the first has {width}{lacking(header, count)}"
        decoder.fail("ragged-row", message, row.span, fix)
    cells = [[_cell(item, decoder) for item in row.items] for row in rows]
    if ragged:
        return None
    return _finished(cells, span, None)


def _from_maps(maps: list[Map], span: Span, decoder: Decoder) -> Grid | None:
    header: dict[str, Scalar] = {}
    for one in maps:
        for entry in one.entries:
            header.setdefault(entry.key.text, entry.key)
    if not header:
        decoder.fail("empty-value", "the rows are empty", span, "write `- {Year: 2021, Sales: 3}`")
        return None
    if len(header) * len(maps) > 100_000:  # few cells, but each in a column of its own
        decoder.fail("too-many-columns", "the rows share no keys", span, "give all rows the same keys")
        return None
    cells = [[_cell(key, decoder) for key in header.values()]]
    for one in maps:
        values = {entry.key.text: _cell(entry.value, decoder) for entry in one.entries}
        empty = GridCell(RichText((Paragraph(()),), one.span), one.span)
        cells.append([values.get(key, empty) for key in header])
    return _finished(cells, span, True)


def _pairs(entries: list[Any], span: Span, decoder: Decoder) -> Grid | None:
    return _finished([[_cell(e.key, decoder), _cell(e.value, decoder)] for e in entries], span, False)


_DRAWN = {"type", "highlight", "unit", "format", "data", "series", "values"}
"""Keys that people write within a chart's data: those that stand beside it, and those of other programs."""


def _from_map(node: Map, decoder: Decoder, example: str) -> Grid | None:
    """`{Q1: 3}` are rows of two cells, `{Year: [...], Sales: [...]}` are columns, `{Sales: {Q1: 3}}` columns by row."""
    if not node.entries:
        decoder.fail("empty-value", "the map is empty", node.span, example)
        return None
    kinds = {type(entry.value) for entry in node.entries}
    if len(kinds) > 1 and _DRAWN & set(node.keys()):
        stray = next(entry for entry in node.entries if entry.key.text in _DRAWN)
        decoder.fail(
            "wrong-type",
            f"{stray.key.text!r} stands among the data",
            stray.key.span,
            "put `type:` and the like one level up, beside `chart:`; below `chart:` are the data alone: `chart: {Q1: 3, Q2: 4}`",
        )
        return None
    if len(kinds) > 1:
        first = type(node.entries[0].value)
        odd = next(entry for entry in node.entries if type(entry.value) is not first)
        decoder.fail(
            "wrong-type",
            f"the value of {odd.key.text[:40]!r} is of another form than the first",
            odd.key.span,
            "give numbers, lists or maps, and the same for all",
        )
        return None
    kind = kinds.pop()
    if kind is Scalar:
        return _pairs(list(node.entries), node.span, decoder)
    return _from_columns(node, decoder) if kind is Seq else _from_nested(node, decoder)


def _from_columns(node: Map, decoder: Decoder) -> Grid | None:
    columns = [(e.key, e.value.items) for e in node.entries if isinstance(e.value, Seq)]
    length = len(columns[0][1])
    bad = [(key, items) for key, items in columns if len(items) != length]
    for key, items in bad[:SHOWN]:
        message = f"the column {key.text[:40]!r} has {len(items)} cells, the first has {length}"
        decoder.fail("ragged-row", message, key.span, "write '' or null for an empty cell")
    cells = [[_cell(key, decoder) for key, _ in columns]]
    if bad:
        return None
    cells += [[_cell(items[at], decoder) for _, items in columns] for at in range(length)]
    return _finished(cells, node.span, True)


def _from_nested(node: Map, decoder: Decoder) -> Grid | None:
    columns = [(e.key, e.value) for e in node.entries if isinstance(e.value, Map)]
    labels: dict[str, Scalar] = {}
    for _, inner in columns:
        for entry in inner.entries:
            labels.setdefault(entry.key.text, entry.key)
    if not labels or len(labels) * len(columns) > 100_000:
        message = "the maps are empty" if not labels else "the maps share no keys"
        decoder.fail("empty-value", message, node.span, "write `{Sales: {Q1: 3, Q2: 4}}`")
        return None
    empty = GridCell(RichText((Paragraph(()),), node.span), node.span)
    cells: list[list[GridCell | None]] = [[empty, *(_cell(key, decoder) for key, _ in columns)]]
    values = [{e.key.text: _cell(e.value, decoder) for e in inner.entries} for _, inner in columns]
    for label, key in labels.items():
        cells.append([_cell(key, decoder), *(column.get(label, empty) for column in values)])
    return _finished(cells, node.span, True)


def _finished(cells: list[list[GridCell | None]], span: Span, headed: bool | None) -> Grid | None:
    if any(cell is None for row in cells for cell in row):
        return None
    rows = tuple(tuple(cell for cell in row if cell is not None) for row in cells)
    return Grid(rows, span, headed, ("",) * len(rows[0]))
