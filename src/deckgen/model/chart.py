"""A chart's data: categories and series of numbers, whatever they were read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..records import dataclass
from ..source.cells import Limits
from ..source.nodes import Node
from .data import SCHEMA, Grid, GridCell, grid_from_node
from .numbers import Decimals, Figure, missing

if TYPE_CHECKING:
    from ..source.decode import Decoder

LIMITS = Limits("a chart", rows=4000, columns=51, characters=500)
_EXAMPLE = "write `{Q1: 3, Q2: 4}`, or rows: `[[Quarter, Sales], [Q1, 3]]`"
_LISTED = 10  # cells that are no numbers
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series: a number for each category, None for a gap.  `unit` is what its cells show after the numbers ("%", "Mio. €")."""

    name: str
    values: tuple[float | None, ...]
    span: Span
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ChartData:
    """The first column's texts are the categories, each further column is a series.

    `x` holds the first column as numbers where all of it are (for charts with two axes of values); else it is None.
    """

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    x: tuple[float | None, ...] | None = None
    span: Span | None = None
    places: tuple[Span, ...] = ()  # where the categories' names are written

    @property
    def unit(self) -> str:
        """The unit that all series share, or ""."""
        units = {one.unit for one in self.series}
        return units.pop() if len(units) == 1 else ""

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> ChartData | None:
        """A map, rows, a pipe table, or a CSV or Excel file; None after errors."""
        grid = grid_from_node(node, decoder, LIMITS, _EXAMPLE)
        if grid is None:
            return None
        if len(grid.rows[0]) < 2:
            decoder.fail(
                "no-series",
                "a chart needs a first column with labels, and one with numbers",
                grid.rows[0][0].span,
                _EXAMPLE,
            )
            return None
        headed = grid.headed if grid.headed is not None else _has_header(grid, decoder)
        header, rows = (grid.rows[0], grid.rows[1:]) if headed else (None, grid.rows)
        if not rows:
            decoder.fail(
                "no-data", "the chart has names of series and no numbers", grid.rows[0][0].span, _EXAMPLE
            )
            return None
        reader = _Numbers(rows, header, decoder)
        series = reader.series()
        if series is None:
            return None
        categories = tuple(row[0].text for row in rows)
        return cls(categories, series, reader.first_column(), grid.span, tuple([row[0].span for row in rows]))

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, a list of rows or maps, or a map."""
        return SCHEMA


def _has_header(grid: Grid, decoder: Decoder) -> bool:
    """Whether the first row names the series: it holds a text, no label, or years above other numbers."""
    first, rest = grid.rows[0], grid.rows[1:]
    figures = [cell.figure() for cell in first[1:]]
    if any(found is None and not missing(cell.text) for found, cell in zip(figures, first[1:])):
        return True
    if not first[0].text and any(figures):
        return True
    if _years(first[1:]) and not all(_years(row[1:]) for row in rest):
        return True
    if len(first) > 2:
        decoder.findings.warning(
            "series-unnamed",
            "the first row holds numbers, so the series have no names",
            first[0].span,
            "write a first row with a name for each column",
        )
    return False


def _years(cells: tuple[GridCell, ...]) -> bool:
    return all(cell.text.isdecimal() and len(cell.text) == 4 and int(cell.text) in _YEARS for cell in cells)


class _Numbers:
    """The numbers of a grid: one decimal sign for all, and findings for each cell that is none."""

    def __init__(
        self, rows: tuple[tuple[GridCell, ...], ...], header: tuple[GridCell, ...] | None, decoder: Decoder
    ) -> None:
        self.rows, self.header, self.decoder = rows, header, decoder
        self.figures = [[cell.figure() for cell in row] for row in rows]
        own = [
            found
            for row, cells in zip(self.figures, rows)
            for found, cell in zip(row[1:], cells[1:])
            if found is not None and cell.number is None
        ]
        self.decimals = Decimals.of(own, decoder.lang)
        self.faults = 0

    def series(self) -> tuple[ChartSeries, ...] | None:
        """All series, or None after errors."""
        columns = range(1, len(self.rows[0]))
        result = tuple(self._one(column) for column in columns)
        if self.faults > _LISTED:
            span = self.rows[0][0].span
            message = f"{self.faults - _LISTED} further cells are no numbers"
            self.decoder.fail(
                "no-number", message, Span(span.file, span.line, span.column), "take a part of the data"
            )
        if self.faults:
            return None
        self._doubts()
        return result

    def _name(self, column: int) -> str:
        return self.header[column].text if self.header is not None else ""

    def _one(self, column: int) -> ChartSeries:
        values: list[float | None] = []
        cells = [row[column] for row in self.rows]
        found = [row[column] for row in self.figures]
        name = self._name(column)
        wrong = [
            cell for cell, one in zip(cells, found) if one is None and (cell.fault or not missing(cell.text))
        ]
        if not any(found):
            self.faults += 1
            where = (self.header[column] if self.header is not None else cells[0]).span
            what = f"the column {name[:40]!r}" if name else f"column {column + 1}"
            self.decoder.fail(
                "no-number", f"{what} holds no numbers", where, "leave it out, or take a part of the data"
            )
            return ChartSeries(name, (), where)
        for cell in wrong:
            self.faults += 1
            if self.faults <= _LISTED:
                self._complain(cell, name)
        values = [None if one is None else one.value(self.decimals.sign) for one in found]
        unit = self._unit(cells, found, name)
        span = (self.header[column] if self.header is not None else cells[0]).span
        return ChartSeries(name, tuple(values), span, unit)

    def _complain(self, cell: GridCell, name: str) -> None:
        where = f"cell {cell.name}: " if cell.name else ""
        of = f" of {name[:40]!r}" if name else ""
        what = f" ({cell.fault})" if cell.fault else ""
        start = cell.text.split(" ")[0]
        fix = "write a number, or leave the cell empty for a gap"
        if start != cell.text and _plain(start):
            fix = f"write {start}, and the unit in the column's name or the chart's title"
        self.decoder.fail("no-number", f"{where}{cell.text[:60]!r}{of} is no number{what}", cell.span, fix)

    def _unit(self, cells: list[GridCell], found: list[Figure | None], name: str) -> str:
        """The unit of a column; two different ones are an error, with and without one is a warning."""
        first: tuple[GridCell, str] | None = None
        without: GridCell | None = None
        for cell, one in zip(cells, found):
            if one is None:
                continue
            if not one.unit:
                without = without or (cell if one.value(self.decimals.sign) else None)
            elif first is None:
                first = (cell, one.unit)
            elif one.unit != first[1]:
                message = f"{cell.text[:40]!r} is in {one.unit!r}, the cells above are in {first[1]!r}"
                self.decoder.fail(
                    "mixed-units", message, cell.span, "write all numbers of a column in one unit"
                )
                self.faults += 1
                return first[1]
        if first is not None and without is not None:
            of = f" of {name[:40]!r}" if name else ""
            self.decoder.findings.warning(
                "mixed-units",
                f"{without.text[:40]!r}{of} has no unit, other cells are in {first[1]!r}",
                without.span,
                f"write {without.text[:40]} {first[1]}",
            )
        return first[1] if first is not None else ""

    def _doubts(self) -> None:
        """Warn where a decimal sign was guessed, or contradicts the others."""
        sign = self.decimals.sign
        word = {",": "comma", ".": "point"}
        guessed: list[tuple[GridCell, Figure]] = []
        for cells, row in zip(self.rows, self.figures):
            for cell, one in zip(cells[1:], row[1:]):
                if one is None or cell.number is not None:
                    continue
                if not one.decided and (not self.decimals.told or self.decimals.mixed):
                    guessed.append((cell, one))
                elif self.decimals.mixed and (one.comma if sign == "," else one.point) is None:
                    self.decoder.findings.warning(
                        "mixed-decimals",
                        f"{cell.text[:40]!r} has a decimal {word['.' if sign == ',' else ',']}, most others a {word[sign]}",
                        cell.span,
                        f"write {_typed(one.value(sign), sign)}",
                    )
        if guessed:
            cell, one = guessed[0]
            value = one.value(sign)
            other = one.point if sign == "," else one.comma
            more = f", and {len(guessed) - 1} more like it" if len(guessed) > 1 else ""
            assert other is not None
            self.decoder.findings.warning(
                "ambiguous-number",
                f"{cell.text[:40]!r} is read as {value:g}{more}; it could be {other:g}",
                cell.span,
                f"write {_typed(value, sign)} or {_typed(other, sign)}",
            )

    def first_column(self) -> tuple[float | None, ...] | None:
        """The first column as numbers, or None if it isn't one of numbers."""
        pairs = [(row[0], figures[0]) for row, figures in zip(self.rows, self.figures)]
        if not any(one for _, one in pairs):
            return None
        if any(one is None and (cell.fault or not missing(cell.text)) for cell, one in pairs):
            return None
        sign = Decimals.of([one for _, one in pairs if one is not None], self.decoder.lang).sign
        return tuple(None if one is None else one.value(sign) for _, one in pairs)


def _plain(text: str) -> bool:
    return (
        bool(text) and all(char in "0123456789.,-+" for char in text) and any(char.isdigit() for char in text)
    )


def _typed(value: float, sign: str) -> str:
    """A number that nobody can misread: without groups, with a fourth decimal where three would look like a group."""
    text = f"{value:.12g}"
    whole, point, part = text.partition(".")
    if point and len(part) == 3:
        part += "0"
    return whole + (sign + part if point else "")
