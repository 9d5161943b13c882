"""One sheet of an Excel workbook: its XML to rows of cells (ECMA-376 part 1, 18.3)."""

from __future__ import annotations

from ..findings import Findings, Span
from ..patterns import pattern
from .cells import COLUMNS, ROWS, Area, Cell, Limits, area_of, column_letters, column_number, compact
from .parts import Refused
from .text import bad_character

MERGED = 1000  # merged areas that are looked at
_REFERENCE = pattern(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPE = pattern(r"_x([0-9A-Fa-f]{4})_")
_NUMBER = pattern(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,4})?")


class SheetReader:
    """Takes a sheet's XML and keeps the cells of the area."""

    def __init__(
        self, label: str, area: Area, limits: Limits, strings: list[str], formats: list[str], epoch_1904: bool
    ) -> None:
        """`strings` are the workbook's shared texts, `formats` the number formats by style."""
        self.label, self.area, self.limits = label, area, limits
        self.strings, self.formats, self.epoch_1904 = strings, formats, epoch_1904
        self.cells: dict[int, dict[int, Cell]] = {}
        self.hidden: set[int] = set()  # columns
        self.columns: set[int] = set()
        self.left_out: set[int] = set()  # hidden rows with content, and
        self.left_out_columns: set[int] = set()  # columns
        self.merged: list[Area] = []
        self.row = 0
        self.column = 0
        self.row_hidden = False
        self.attributes: dict[str, str] | None = None  # of the open cell
        self.pieces: list[str] = []
        self.length = 0
        self.formula = False
        self.phonetic = False
        self.collecting = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "c":
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            self.column = column_number(reference[1]) if reference else self.column + 1
            if reference:
                self.row = int(reference[2])
            self.attributes = attributes
            self.pieces.clear()
            self.length = 0
            self.formula = self.collecting = False
        elif tag in ("v", "t"):
            self.collecting = self.attributes is not None and not self.phonetic
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            number = attributes.get("r", "")
            self.row = int(number) if number.isdecimal() and len(number) < 8 else self.row + 1
            self.column = 0
            self.row_hidden = attributes.get("hidden", "") in ("1", "true")
        elif tag == "rPh":
            self.phonetic = True
        elif tag == "col":
            first, last = attributes.get("min", ""), attributes.get("max", "")
            hidden = attributes.get("hidden", "") in ("1", "true")
            if hidden and first.isdecimal() and last.isdecimal() and len(self.hidden) < COLUMNS:
                self.hidden.update(range(int(first[:7]), min(int(last[:7]), COLUMNS) + 1))
        elif tag == "mergeCell" and len(self.merged) < MERGED:
            if (part := area_of(attributes.get("ref", ""))) is not None:
                self.merged.append(part)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in ("v", "t"):
            self.collecting = False
        elif tag == "rPh":
            self.phonetic = False
        elif tag == "c" and self.attributes is not None:
            self._cell(self.attributes)
            self.attributes = None

    def text(self, chars: str) -> None:
        """Text within an element."""
        if self.collecting and self.length <= 40_000:  # a cell holds 32,767 characters
            self.pieces.append(chars)
            self.length += len(chars)

    def _cell(self, attributes: dict[str, str]) -> None:
        row, column = self.row, self.column
        if not (1 <= row <= ROWS and 1 <= column <= COLUMNS):
            raise Refused("workbook-broken", "a cell stands outside of the sheet")
        if not (self.area.has_row(row) and self.area.has_column(column)):
            return
        if column in self.hidden:
            if self.pieces:
                self.left_out_columns.add(column)
            return
        cell = self._value(attributes, "".join(self.pieces))
        if cell is None:
            return
        if self.row_hidden:
            self.left_out.add(row)
            return
        if row not in self.cells and len(self.cells) > self.limits.rows:
            message = f"{self.limits.what} takes at most {self.limits.rows} rows of data"
            raise Refused("too-many-rows", message, "take a part with `range: A1:C5`, or sum up")
        self.columns.add(column)
        if len(self.columns) > self.limits.columns:
            message = f"{self.limits.what} takes at most {self.limits.columns} columns"
            raise Refused("too-many-columns", message, "take a part with `range: A1:C5`, or sum up")
        self.cells.setdefault(row, {})[column] = cell

    def _value(self, attributes: dict[str, str], raw: str) -> Cell | None:
        kind = attributes.get("t", "n")
        name = f"{column_letters(self.column)}{self.row}"
        span = Span(self.label, self.row, self.column)
        if self.formula and not raw and kind != "str":
            fault = "a formula whose result isn't in the file"
            return Cell("", span, name, fault=fault)
        if kind == "s":
            index = int(raw) if raw.strip().isdecimal() and len(raw) < 10 else -1
            if not 0 <= index < len(self.strings):
                raise Refused("workbook-broken", f"the cell {name} refers to a text that isn't there")
            return self._texted(self.strings[index], span, name)
        if kind in ("str", "inlineStr", "d"):
            return self._texted(raw, span, name)
        raw = raw.strip()
        if not raw:
            return None
        if kind == "b":
            return Cell("TRUE" if raw in ("1", "true") else "FALSE", span, name, boolean=True)
        if kind == "e":
            return Cell(raw[:20], span, name, fault=f"the error {raw[:20]}")
        if not _NUMBER.fullmatch(raw) or abs(value := float(raw)) == float("inf"):
            raise Refused("workbook-broken", f"the cell {name} holds no number where one should be")
        style = attributes.get("s", "0")
        index = int(style) if style.isdecimal() and len(style) < 7 else 0
        code = self.formats[index] if index < len(self.formats) else ""
        return Cell(raw, span, name, value, code, epoch_1904=self.epoch_1904)

    def _texted(self, text: str, span: Span, name: str) -> Cell | None:
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            return None
        if len(text) > self.limits.characters:
            message = f"the cell {name}: a cell of {self.limits.what} takes at most {self.limits.characters} characters"
            raise Refused("cell-too-long", message, "write a shorter text")
        if wrong := bad_character(text):
            return Cell("", span, name, fault=f"{wrong} in its text")
        return Cell(text, span, name)

    def _merges(self) -> list[str]:
        """The merged areas in which something stands."""
        return [
            part.text
            for part in self.merged
            if any(
                part.has_row(row) and any(part.has_column(column) for column in cells)
                for row, cells in self.cells.items()
            )
        ]

    def rows(self) -> list[list[Cell]]:
        """The rows in one width."""
        columns = sorted(self.columns)
        return compact(
            [
                [
                    cells.get(column)
                    or Cell("", Span(self.label, row, column), f"{column_letters(column)}{row}")
                    for column in columns
                ]
                for row, cells in sorted(self.cells.items())
            ]
        )

    def tell(self, findings: Findings) -> None:
        """Say what isn't as it looks in Excel."""
        place = Span(self.label)
        if self.left_out:
            rows = ", ".join(str(n) for n in sorted(self.left_out)[:8])
            findings.info(
                "hidden-rows", f"hidden rows are left out: {rows}", place, "show them in Excel if they count"
            )
        if self.left_out_columns:
            columns = ", ".join(column_letters(n) for n in sorted(self.left_out_columns)[:8])
            message = f"hidden columns are left out: {columns}"
            findings.info("hidden-columns", message, place, "show them in Excel if they count")
        if merged := self._merges():
            names = ", ".join(merged[:5]) + (" and more" if len(merged) > 5 else "")
            message = f"merged cells ({names}) hold their text in the first one, the others are empty"
            findings.warning("merged-cells", message, place, "split them in Excel, and fill each cell")
        lines = sorted(self.cells)
        for one, other in zip(lines, lines[1:]):
            if other - one > 1 + sum(1 for n in self.left_out if one < n < other):
                message = "the rows below the blank one are taken too"
                fix = "take a part with `range: A1:C5`, or delete them"
                findings.info("blank-row", message, Span(self.label, other), fix)
                break
