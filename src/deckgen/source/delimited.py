"""CSV and TSV files as spreadsheets write them: cells with line and column.

RFC 4180, and what Excel makes of it: semicolons where the decimal sign is a comma, a first line `sep=;`, Windows-1252.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ..findings import Findings, Span
from ..patterns import pattern
from .cells import COLUMNS, Area, Cell, Limits, compact, lacking
from .text import SHOWN, decoded, line_ends

DELIMITERS = "\t;,"  # in this order where several fit alike
_SAMPLE = 64 * 1024  # characters, and
_RECORDS = 50  # records, by which the delimiter is recognised
_SEP = pattern(r"sep=([^\w \"\n])\n", re.IGNORECASE)
_WHOLE = pattern(r"[+\-\u2212]?\d+")
_NAMES = {"\t": "a tab", ";": ";", ",": ","}

Field = tuple[str, int, int]  # text, line, column


def read_delimited(
    data: bytes, label: str, area: Area, limits: Limits, findings: Findings, *, tabs: bool = False
) -> list[list[Cell]] | None:
    """The rows of a CSV file, all of one width, without what is blank; None after an error.

    `tabs` is true for a file that says it is parted by tabs (`.tsv`).  Reading stops once a slide takes no more.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        fix = "rename it to .xlsx" if data.startswith(b"PK") else "open it in Excel and save it as .xlsx"
        findings.error("data-type", "this is a workbook, not a text file", Span(label), fix)
        return None
    text = _text(data, label, findings)
    if text is None:
        return None
    start = 0
    told = _SEP.match(text)
    if told:
        start = told.end()
    delimiter = told[1] if told else "\t" if tabs else _delimiter(text)
    scanner = _Scanner(text, delimiter, start, 2 if told else 1)
    kept: list[list[Field]] = []
    gap: int | None = None  # the row after a blank one
    blank = False
    for number, fields in enumerate(scanner.records(), 1):
        if number > area.last_row:
            break
        if scanner.unclosed is not None:
            place = Span(label, *scanner.unclosed)
            fix = 'close it; within quotes write " twice'
            findings.error("csv-quote", "this quotation mark is never closed", place, fix)
            return None
        row = fields[area.first_column - 1 : area.last_column] if area.has_row(number) else []
        if scanner.wide:
            message = f"{limits.what} takes at most {limits.columns} columns"
            findings.error("too-many-columns", message, Span(label, fields[0][1]))
            return None
        if not any(field[0].strip() for field in row):
            blank = bool(kept)
            continue
        if blank and gap is None:
            gap = fields[0][1]
        if problem := _too_much(row, len(kept), limits, label):
            findings.error(*problem)
            return None
        kept.append(row)
    if not kept:
        where = f" in {area.text}" if area.text else ""
        findings.error("no-data", f"nothing stands{where} in the file", Span(label))
        return None
    if gap is not None:
        findings.info(
            "blank-row",
            "the rows below the blank one are taken too",
            Span(label, gap),
            "take a part with `range: A1:C5`, or delete them",
        )
    return _squared(kept, label, delimiter, findings)


def _too_much(row: list[Field], before: int, limits: Limits, label: str) -> tuple[str, str, Span, str] | None:
    place = Span(label, row[0][1])
    fix = "take a part with `range: A1:C5`, or sum up"
    if before > limits.rows:
        return "too-many-rows", f"{limits.what} takes at most {limits.rows} rows of data", place, fix
    if _used(row) > limits.columns:
        return "too-many-columns", f"{limits.what} takes at most {limits.columns} columns", place, fix
    for text, line, column in row:
        if len(text) > limits.characters:
            message = f"a cell of {limits.what} takes at most {limits.characters} characters"
            return "cell-too-long", message, Span(label, line, column), "write a shorter text"
    return None


def _squared(
    rows: list[list[Field]], label: str, delimiter: str, findings: Findings
) -> list[list[Cell]] | None:
    """The rows in one width; those that aren't (empty cells at the end don't count) are findings."""
    counts = Counter(len(row) for row in rows)
    most = max(counts.values())
    usual = next(len(row) for row in rows if counts[len(row)] == most)
    width = max(_used(row) for row in rows if len(row) == usual)
    if delimiter == "," and (split := _split_numbers(rows)) is not None:
        findings.error(
            "decimal-comma",
            f"this row has {_used(split)} cells, the first one {_used(rows[0])}: a comma that parts cells can't be in numbers too",
            Span(label, split[0][1]),
            "save it with ; between the cells (Excel does where decimals have a comma), or write decimals with a point: 1.5",
        )
        return None
    ragged = 0
    for row in rows:
        used = _used(row)
        if len(row) >= width >= used:
            continue
        ragged += 1
        if ragged <= SHOWN:
            sign = _NAMES.get(delimiter, delimiter)
            fix = (
                f"write {sign} for each empty cell, or take a part with `range: A1:C5`"
                if used < width
                else f"put a text with {sign} in it into double quotes"
            )
            has = f"{used} cell{'s' if used != 1 else ''}"
            names = [text for text, _, _ in rows[0][:width]]
            message = f"this row has {has}, the others have {width}{lacking(names, used)}"
            findings.error("ragged-row", message, Span(label, row[0][1]), fix)
    if ragged > SHOWN:
        findings.error("ragged-row", f"{ragged - SHOWN} further rows have another length", Span(label))
    if ragged:
        return None
    return compact(
        [[Cell(text, Span(label, line, column)) for text, line, column in row[:width]] for row in rows]
    )


def _split_numbers(rows: list[list[Field]]) -> list[Field] | None:
    """The first row that has more cells than the header because commas part its numbers ("1,5"): whole numbers stand side by side."""
    most = _used(rows[0])
    wide = [row for row in rows[1:] if _used(row) > most]
    for row in wide:
        texts = [field[0].strip() for field in row[: _used(row)]]
        whole = [bool(_WHOLE.fullmatch(text)) for text in texts]
        if whole.count(False) > 1 or not any(a and b for a, b in pairwise(whole)):
            return None  # a comma in a text
    return wide[0] if wide else None


def _used(row: list[Field]) -> int:
    """How many cells it has up to the last one in which something stands."""
    used = len(row)
    while used and not row[used - 1][0].strip():
        used -= 1
    return used


def _text(data: bytes, label: str, findings: Findings) -> str | None:
    """The file's text; Windows-1252 is read too, since Excel writes it where nobody asked for UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and data[2:4] != b"\0\0":
        try:
            return line_ends(data.decode("utf-16"), label, findings)
        except UnicodeDecodeError:
            findings.error("not-utf8", "the file is broken UTF-16", Span(label), "save it as UTF-8")
            return None
    strict = Findings()
    text = decoded(data, label, strict)
    if text is not None or not any(f.code == "not-utf8" for f in strict) or b"\0" in data:
        for finding in strict:
            findings.add(finding)
        return text
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    if sum(1 for char in loose if not char.isascii()) - bad < bad:
        try:
            western = data.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            place = next(f.span for f in strict)
            findings.info(
                "csv-encoding",
                "the file isn't UTF-8; it was read as Windows-1252",
                place,
                "if letters are wrong, save it as CSV UTF-8",
            )
            return line_ends(western, label, findings)
    place = next(f.span for f in strict)
    findings.error(
        "not-utf8",
        "the file isn't UTF-8: this byte begins no character",
        place,
        "in Excel: save it as CSV UTF-8",
    )
    return None


def _delimiter(text: str) -> str:
    """The sign that parts the cells: the one with which most records have the same number of cells."""
    sample = text[:_SAMPLE]
    best, score = ",", 0.0
    for sign in DELIMITERS:
        scanner = _Scanner(sample, sign, 0, 1)
        counts: Counter[int] = Counter()
        total = 0
        for fields in scanner.records():
            if len(fields) == 1 and not fields[0][0].strip():
                continue
            total += 1
            counts[0 if scanner.loose else len(fields)] += 1
            if total == _RECORDS:
                break
        share = max((n / total for size, n in counts.items() if size > 1), default=0.0)
        if share > score:
            best, score = sign, share
    return best


class _Scanner:
    """One pass over the text.  `unclosed` is the place of a quotation mark without its partner, `loose` whether the last record
    has text behind a closing one, `wide` whether a record has more fields than any sheet has columns (the pass ends there).
    """

    def __init__(self, text: str, delimiter: str, start: int, line: int) -> None:
        self.text = text
        self.delimiter = delimiter
        self.at = start
        self.line = line
        self.line_start = start
        self.unclosed: tuple[int, int] | None = None
        self.loose = False
        self.wide = False
        self._plain = re.compile(f"[^{re.escape(delimiter)}\n]*")

    def records(self) -> Iterator[list[Field]]:
        """Each record's fields; a blank line is a record with one empty field."""
        while self.at < len(self.text):
            yield self._record()

    def _record(self) -> list[Field]:
        fields: list[Field] = []
        self.loose = False
        text = self.text
        while True:
            fields.append(self._field())
            if self.at >= len(text):
                return fields
            sign = text[self.at]
            self.at += 1
            if len(fields) > COLUMNS:  # more than any sheet has
                self.wide = True
                self.at = len(text)
                return fields
            if sign == "\n":
                self.line += 1
                self.line_start = self.at
                return fields
            if self.at >= len(text):  # a delimiter at the very end: an empty cell after it
                fields.append(("", self.line, self.at - self.line_start + 1))
                return fields

    def _field(self) -> Field:
        text = self.text
        line, column = self.line, self.at - self.line_start + 1
        begin = self.at
        while text[begin : begin + 1] == " ":
            begin += 1
        if text[begin : begin + 1] != '"':
            match = self._plain.match(text, self.at)
            assert match is not None
            self.at = match.end()
            return match[0], line, column
        end = text.find('"', begin + 1)
        while end >= 0 and text[end + 1 : end + 2] == '"':
            end = text.find('"', end + 2)
        if end < 0:
            self.unclosed = self.unclosed or (line, begin - self.line_start + 1)
            end = len(text)
        value = text[begin + 1 : end].replace('""', '"')
        breaks = text.count("\n", begin, end)
        if breaks:
            self.line += breaks
            self.line_start = text.rfind("\n", begin, end) + 1
        match = self._plain.match(text, min(end + 1, len(text)))
        assert match is not None
        self.loose = self.loose or bool(match[0].strip())
        self.at = match.end()
        return value + match[0].rstrip(" "), line, column
