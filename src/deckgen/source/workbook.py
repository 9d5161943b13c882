"""Excel workbooks (.xlsx) as rows of cells: ECMA-376 part 1, SpreadsheetML, as far as values go.

What is read: one sheet's values (the results that formulas had when the workbook was saved), number formats, which rows and
columns are hidden, which cells are merged.  Links, macros, drawings and other sheets are never opened.
"""

from __future__ import annotations

from dataclasses import field

from ..findings import Findings, Span
from ..records import dataclass
from .cells import Area, Cell, Limits
from .parts import Parts, Refused
from .sheet import SheetReader
from .suggest import did_you_mean

STRINGS = 400_000  # shared strings that are kept, and
STRING_CHARACTERS = 32 * 1024 * 1024  # their characters
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# format codes that a file may leave out (18.8.30); 14, 22 and 47 are those of the language
BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "date", 15: "d mmm yy", 16: "d mmm", 17: "mmm yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "date h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


@dataclass(slots=True)
class _Sheet:
    name: str
    part: str
    kind: str
    hidden: bool


@dataclass(slots=True)
class _Book:
    sheets: list[_Sheet] = field(default_factory=list)
    epoch_1904: bool = False
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)  # by a cell's style


def read_workbook(
    data: bytes, label: str, sheet: str, area: Area, limits: Limits, findings: Findings, span: Span
) -> tuple[list[list[Cell]] | None, int]:
    """The rows of a sheet ("": the first that is visible), all of one width, without what is blank or hidden, and how many bytes
    were unpacked; None for the rows after an error.  `span` is where the talk names the file.
    """
    place = Span(label)
    parts: Parts | None = None
    try:
        _recognise(data)
        parts = Parts(data)
        return _rows(parts, label, sheet, area, limits, findings, span), parts.read
    except Refused as error:
        findings.error(error.code, error.message, place, error.fix)
    except (
        ValueError,
        LookupError,
        RuntimeError,
        OSError,
        NotImplementedError,
    ):  # of damage that zipfile stumbles over
        findings.error("workbook-broken", "the workbook is damaged", place, "save it again in Excel as .xlsx")
    return None, parts.read if parts is not None else 0


def _recognise(data: bytes) -> None:
    """Refuse what isn't a zip file, by what it is."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refused("workbook-locked", "the workbook has a password", "save it without one")
        raise Refused("data-type", "this is an old .xls workbook", "open it in Excel and save it as .xlsx")
    if not data.startswith(b"PK"):
        head = data[:1000]
        web = b"<html" in head.lower() or b"<table" in head.lower()
        what = "a web page" if web else "no workbook"
        text = not web and b"\0" not in head and bool(head.strip())
        fix = "rename it to .csv if it is one" if text else "open it in Excel and save it as .xlsx"
        raise Refused("data-type", f"by its content this is {what}", fix)


def _rows(
    parts: Parts, label: str, sheet: str, area: Area, limits: Limits, findings: Findings, span: Span
) -> list[list[Cell]] | None:
    main = next(
        (p for kind, p in parts.relations("").values() if kind == "officeDocument"), "xl/workbook.xml"
    )
    if main.lower().endswith(".bin"):
        raise Refused("data-type", "this is a binary workbook (.xlsb)", "save it as .xlsx")
    if main not in parts or not main.lower().startswith("xl/"):
        raise Refused(
            "data-type", f"this is no workbook{_other(parts)}", "open it in Excel and save it as .xlsx"
        )
    book = _book(parts, main)
    chosen = _choose(book, sheet, findings, span)
    if chosen is None:
        return None
    for kind, part in parts.relations(main).values():
        if kind == "sharedStrings":
            book.strings = _strings(parts, part)
        elif kind == "styles":
            book.formats = _formats(parts, part)
    reader = SheetReader(label, area, limits, book.strings, book.formats, book.epoch_1904)
    parts.parse(chosen.part, reader.start, reader.end, reader.text)
    rows = reader.rows()
    shown = chosen.name[:60]
    if not rows:
        where = f" in {area.text}" if area.text else ""
        other = [s.name for s in book.sheets if s is not chosen and not s.hidden and s.kind == "worksheet"]
        fix = (
            f"name another with `sheet:`: {', '.join(other[:8])}"
            if other and not sheet and not area.text
            else ""
        )
        findings.error("no-data", f"nothing stands{where} in the sheet {shown!r}", Span(label), fix)
        return None
    reader.tell(findings)
    return rows


def _other(parts: Parts) -> str:
    if "mimetype" in parts and b"opendocument.spreadsheet" in parts.start("mimetype", 200):
        return ", but an OpenDocument spreadsheet (.ods)"
    if "word/document.xml" in parts:
        return ", but a Word document"
    if "index/document.iwa" in parts or "index.zip" in parts:
        return ", but a Numbers document"
    return ""


def _book(parts: Parts, main: str) -> _Book:
    book = _Book()
    relations = parts.relations(main)

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "workbookPr":
            book.epoch_1904 = attributes.get("date1904", "") in ("1", "true")
        elif tag == "sheet" and len(book.sheets) < 1000:
            kind, part = relations.get(attributes.get("id", ""), ("", ""))
            hidden = attributes.get("state", "visible") != "visible"
            book.sheets.append(_Sheet(attributes.get("name", ""), part, kind, hidden))

    parts.parse(main, start)
    return book


def _choose(book: _Book, sheet: str, findings: Findings, span: Span) -> _Sheet | None:
    tables = [s for s in book.sheets if s.kind == "worksheet"]
    if not sheet:
        visible = [s for s in tables if not s.hidden]
        if visible:
            return visible[0]
        raise Refused("no-data", "the workbook has no visible sheet", "show the sheet in Excel")
    for one in tables:
        if one.name.strip().lower() == sheet.strip().lower():
            return one
    names = [s.name for s in tables if not s.hidden]
    hint = did_you_mean(sheet, names)
    findings.error(
        "sheet-missing",
        f"the workbook has no sheet {sheet[:60]!r}{hint}",
        span,
        f"write one of: {', '.join(n[:60] for n in names[:12])}",
    )
    return None


def _strings(parts: Parts, part: str) -> list[str]:
    """The shared strings; phonetic readings (18.4.6) are left out."""
    result: list[str] = []
    pieces: list[str] = []
    state = {"t": False, "phonetic": False}
    characters = 0

    def start(tag: str, _: dict[str, str]) -> None:
        if tag == "rPh":
            state["phonetic"] = True
        elif tag == "t":
            state["t"] = not state["phonetic"]

    def end(tag: str) -> None:
        nonlocal characters
        if tag == "t":
            state["t"] = False
        elif tag == "rPh":
            state["phonetic"] = False
        elif tag == "si":
            result.append("".join(pieces))
            pieces.clear()
            if len(result) > STRINGS or characters > STRING_CHARACTERS:
                raise Refused("too-large", "the workbook holds too many texts", "save the sheet alone")

    def text(chars: str) -> None:
        nonlocal characters
        if state["t"]:
            pieces.append(chars)
            characters += len(chars)
            if characters > STRING_CHARACTERS:
                raise Refused("too-large", "the workbook holds too many texts", "save the sheet alone")

    parts.parse(part, start, end, text)
    return result


def _formats(parts: Parts, part: str) -> list[str]:
    """The number format's code of each cell style."""
    own: dict[str, str] = {}
    result: list[str] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt" and len(own) < 5000:
            own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:255]
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside and len(result) < 70_000:
            number = attributes.get("numFmtId", "0")
            result.append(own.get(number) or (BUILTIN.get(int(number), "") if number.isdecimal() else ""))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    parts.parse(part, start, end)
    return result
