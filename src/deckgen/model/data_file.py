"""The file that a table or chart takes its data from: its name, sheet and range."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..discovery import module
from ..patterns import pattern
from ..records import dataclass
from ..source.cells import Area, Cell, Limits, area_of
from ..source.nodes import Entry, Map, Node, Scalar
from ..source.suggest import did_you_mean

if TYPE_CHECKING:
    from ..source.decode import Decoder

SUFFIXES = ".csv, .tsv or .xlsx"
BOOKS = (".xlsx", ".xlsm")
TEXT_SUFFIXES = (".md", ".txt")  # hold a pipe table
FILE_KEYS = ("sheet", "range")
_KNOWN = (".csv", ".tsv", *BOOKS, *TEXT_SUFFIXES)
_OTHER = {
    ".xls": "open it in Excel and save it as .xlsx",
    ".xlsb": "open it in Excel and save it as .xlsx",
    ".xltx": "save it as .xlsx",
    ".ods": "open it in LibreOffice and save it as .xlsx",
    ".numbers": "export it from Numbers as Excel (.xlsx) or CSV",
    ".json": "save the data as CSV",
    ".parquet": "save the data as CSV",
    ".pdf": "copy the figures into the talk, or save them as CSV",
    ".dat": "rename it to .csv if it is one",
}
_SHEET = pattern(r"(.+\.xls[xm])#(.+)", re.IGNORECASE | re.DOTALL)
_SUFFIX = pattern(r"[^\s|]\.[A-Za-z0-9]{1,8}(?:#.*)?")


@dataclass(frozen=True, slots=True)
class FileName:
    """A data file as the talk names it; `node` is the `{file: PATH}` for a text file."""

    path: Path
    sheet: str
    area: Area
    node: Node


def names_file(node: Node) -> bool:
    """Whether `node` is meant as a file rather than as data: a path, or a map with `file` and, if other keys stand there, a path."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        inline = "\n" in text or text.startswith("|")
        return not node.null and not inline and bool(_SUFFIX.search(text))
    value = node.get("file") if isinstance(node, Map) else None
    if not isinstance(node, Map) or not isinstance(value, Scalar):
        return False
    return set(node.keys()) <= {"file", *FILE_KEYS} or names_file(value)


def file_name(node: Node, decoder: Decoder) -> FileName | None:
    """The file that `node` names: a path, `book.xlsx#Sheet`, or `{file:, sheet:, range:}`; None after an error."""
    sheet: str | None = ""
    area, where = Area(), node
    if isinstance(node, Map):
        where = node.get("file") or node
        _refuse_others(node, decoder)
        sheet = _plain(node.get("sheet"), decoder, "`sheet`")
        if wanted := _plain(node.get("range"), decoder, "`range`"):
            found = area_of(wanted)
            if found is None:
                at = (node.get("range") or node).span
                decoder.fail(
                    "wrong-value", f"{wanted[:40]!r} is no range", at, "write it as in Excel: A1:C5, or A:C"
                )
                return None
            area = found
    text = _plain(where, decoder, "a path")
    if text is None or sheet is None:
        return None
    if isinstance(node, Scalar) and (match := _SHEET.fullmatch(text)):
        text, sheet = match[1], match[2]
    path = decoder.workspace.resolve(text, decoder.file, where.span)
    if path is None:
        return None
    suffix = path.suffix.lower()
    if suffix not in _KNOWN:
        fix = _OTHER.get(suffix, f"data come from {SUFFIXES} files")
        decoder.fail("data-type", f"{text[:80]!r} can't be read as data", where.span, fix)
        return None
    if suffix not in BOOKS and sheet:
        decoder.fail("wrong-value", "only a workbook has sheets", where.span, "take `sheet` out")
        return None
    if suffix in TEXT_SUFFIXES and not area.whole:
        decoder.fail("wrong-value", "`range` is for CSV and Excel files", where.span, "take `range` out")
        return None
    entry = Entry(Scalar("file", where.span), Scalar(text, where.span))
    return FileName(path, sheet, area, Map((entry,), where.span))


def _refuse_others(node: Map, decoder: Decoder) -> None:
    for entry in node.entries:
        key = entry.key.text
        if key not in ("file", *FILE_KEYS):
            message = f"unknown key {key[:60]!r} beside `file`{did_you_mean(key, FILE_KEYS)}"
            decoder.fail("unknown-key", message, entry.key.span, "a file goes with `sheet` and `range`")


def _plain(node: Node | None, decoder: Decoder, what: str) -> str | None:
    """The text of `node`, "" without one, None after an error."""
    text = decoder.plain(node, what) if node is not None else ""
    return text.strip() if text is not None else None


def file_cells(name: FileName, decoder: Decoder, limits: Limits) -> list[list[Cell]] | None:
    """The cells of the file's part, all rows of one width; None after an error."""
    data = decoder.data_file(name.path)
    if data is None or not decoder.spend(len(data), name.node.span):
        return None
    label = decoder.workspace.label(name.path)
    # the readers are loaded by the talks that have such files
    if name.path.suffix.lower() not in BOOKS:
        tabs = name.path.suffix.lower() == ".tsv"
        read = module("deckgen.source", "delimited").read_delimited
        lines: list[list[Cell]] | None = read(data, label, name.area, limits, decoder.findings, tabs=tabs)
        return lines
    rows: list[list[Cell]] | None
    rows, unpacked = module("deckgen.source", "workbook").read_workbook(
        data, label, name.sheet, name.area, limits, decoder.findings, name.node.span
    )
    return rows if decoder.spend(unpacked, name.node.span) else None
