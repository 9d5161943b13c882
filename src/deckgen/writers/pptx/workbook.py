"""The workbook inside of a chart: what "Edit data" opens (ECMA-376 part 1, section 18).

One sheet: the first column holds the categories (a scatter chart's x), each further one a series under its name.  Texts are shared
strings, never formulas, whatever they begin with; numbers are written exactly.  The same chart gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...patterns import pattern
from ...records import dataclass
from .package import OFFICE, Entry, Package, deflated, zip_pieces
from .xml import HEAD, esc

SHEET = "Sheet1"
BOOK, SHEET_PART = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
STYLES, STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CHARACTERS = 32_767  # of a cell (Excel's limit)
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
# ST_Xstring (22.9.2.19) reads _x0041_ as a character; an underscore written as one keeps it a text
_ESCAPE = pattern(r"_(?=x[0-9A-Fa-f]{4}_)")
_CUSTOM = 164  # the first number format id that isn't built in


@dataclass(frozen=True, slots=True)
class Sheet:
    """`header` names the columns; `first` are the cells of the first column, texts or numbers, `columns` those of the others.

    `code` is the number format of all columns but the first.
    """

    header: tuple[str, ...]
    first: Sequence[str | float | None]
    columns: tuple[Sequence[float | None], ...]
    code: str

    @property
    def rows(self) -> int:
        """How many rows lie below the header."""
        return max([len(self.first), *(len(c) for c in self.columns)])


def text_of(text: str) -> str:
    """A text as cells and charts hold it (`ST_Xstring`), escaped for XML."""
    return esc(_ESCAPE.sub("_x005F_", text[:MOST_CHARACTERS]))


def number(value: float) -> str:
    """A number in full: what is read back is the same."""
    return repr(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def column(index: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(65 + letter) + name
    return name


def cell(col: int, row: int) -> str:
    """A cell with its sheet, as charts name it; the row counts from 1."""
    return f"{SHEET}!${column(col)}${row}"


def cells(col: int, rows: int) -> str:
    """The `rows` cells below the header of a column, as charts name them."""
    return f"{cell(col, 2)}:${column(col)}${rows + 1}" if rows > 1 else cell(col, 2)


def workbook(sheet: Sheet) -> bytes:
    """The .xlsx file."""
    strings: dict[str, int] = {}
    rows = [_row(1, [("", name) for name in sheet.header], strings)]
    for at in range(sheet.rows):
        values: list[tuple[str, str | float | None]] = [
            ("", sheet.first[at] if at < len(sheet.first) else None)
        ]
        values += [(' s="1"', c[at] if at < len(c) else None) for c in sheet.columns]
        rows.append(_row(at + 2, values, strings))
    last = f"{column(len(sheet.header) - 1)}{sheet.rows + 1}"
    data = (
        f'<worksheet xmlns="{SPREADSHEET}"><dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="{len(sheet.header)}" width="18" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )
    items = "".join(f'<si><t xml:space="preserve">{s}</t></si>' for s in strings)
    count = sum(row.count(' t="s"') for row in rows)
    shared = f'<sst xmlns="{SPREADSHEET}" count="{count}" uniqueCount="{len(strings)}">{items}</sst>'
    own = {SHEET_PART: deflated((HEAD + data).encode()), STRINGS: deflated((HEAD + shared).encode())}
    return b"".join(zip_pieces([(name, own.get(name, entry)) for name, entry in _frame(sheet.code)]))


@lru_cache(maxsize=32)
def _frame(code: str) -> tuple[tuple[str, Entry], ...]:
    """All parts of a workbook whose numbers have that format; sheet and strings are empty yet."""
    package = Package()
    package.rel("", "officeDocument", BOOK)
    first = package.rel(BOOK, "worksheet", SHEET_PART)
    package.rel(BOOK, "styles", STYLES)
    package.rel(BOOK, "sharedStrings", STRINGS)
    book = (
        f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE[:-1]}"><bookViews><workbookView/></bookViews><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="{first}"/></sheets></workbook>'
    )
    for name, kind, body in (
        (BOOK, "sheet.main+xml", book), (SHEET_PART, "worksheet+xml", ""),
        (STYLES, "styles+xml", _styles(code)), (STRINGS, "sharedStrings+xml", ""),
    ):  # fmt: skip
        package.add(name, _SML + kind, (HEAD + body).encode())
    return tuple(package.files())


def _row(number_: int, values: Sequence[tuple[str, str | float | None]], strings: dict[str, int]) -> str:
    row = []
    for col, (style, value) in enumerate(values):
        ref = f"{column(col)}{number_}"
        if isinstance(value, str):
            if value:
                row.append(
                    f'<c r="{ref}" t="s"><v>{strings.setdefault(text_of(value), len(strings))}</v></c>'
                )
        elif value is not None:
            row.append(f'<c r="{ref}"{style}><v>{number(value)}</v></c>')
    return f'<row r="{number_}">{"".join(row)}</row>'


def _styles(code: str) -> str:
    custom, ident = "", 0
    if code != "General":
        ident = _CUSTOM
        custom = f'<numFmts count="1"><numFmt numFmtId="{ident}" formatCode="{esc(code)}"/></numFmts>'
    applied = f'<xf numFmtId="{ident}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    return (
        f'<styleSheet xmlns="{SPREADSHEET}">{custom}<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="2">{plain}{applied}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
