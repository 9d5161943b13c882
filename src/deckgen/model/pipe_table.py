"""Pipe tables (GitHub Flavored Markdown 0.29, section 4.10) as rows of cells with their offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..patterns import pattern
from ..source.cells import Limits, lacking
from ..source.nodes import Scalar
from ..source.text import SHOWN
from .scalars import place

if TYPE_CHECKING:
    from ..source.decode import Decoder

PipeCell = tuple[str, int]  # text, offset in the scalar's
_RULE = pattern(r"[ \t]*:?-+:?[ \t]*")


def pipe_rows(
    scalar: Scalar, decoder: Decoder, limits: Limits
) -> tuple[list[list[PipeCell]], tuple[str, ...], bool] | None:
    """(rows with the header first, alignments, whether there is a header) of a pipe table; None after errors.

    A header in which nothing stands is none.  Rows of another length than the header are errors: Markdown would cut or fill them.
    """
    lines = []
    offset = 0
    for line in scalar.text.split("\n"):
        if line.strip():
            lines.append((line, offset))
        offset += len(line) + 1
    if len(lines) > limits.rows + 2:
        message = f"{limits.what} takes at most {limits.rows} rows of data, these are {len(lines) - 2}"
        where = place(scalar, lines[limits.rows + 2][1])
        decoder.fail("too-many-rows", message, where, "show fewer, or sum up")
        return None
    first, at = lines[0]
    if not any("|" in line for line, _ in lines):
        cells = re.split(r"[;\t]|, ?", first.strip())
        fix = f"write a row like this: | {' | '.join(c.strip()[:40] for c in cells[:8])} |"
        decoder.fail("wrong-type", "this is no table: its cells aren't parted by |", place(scalar, at), fix)
        return None
    header = split_row(first, at)
    width = len(header)
    rule = [text for text, _ in split_row(*lines[1])] if len(lines) > 1 else []
    if not rule or not all(_RULE.fullmatch(text) for text in rule):
        where = place(scalar, lines[1][1] if len(lines) > 1 else at)
        line = "|" + " --- |" * min(width, 30)
        decoder.fail(
            "table-rule", "below the table's first row a line of dashes is missing", where, f"write: {line}"
        )
        return None
    if len(rule) != width:
        message = f"this line has {len(rule)} columns, the table's first row has {width}"
        line = "|" + " --- |" * min(width, 30)
        decoder.fail("table-rule", message, place(scalar, lines[1][1]), f"write: {line}")
        return None
    align = tuple(_align(text.strip()) for text in rule)
    rows = [header]
    ragged = 0
    for line, start in lines[2:]:
        row = split_row(line, start)
        if len(row) != width:
            ragged += 1
            if ragged <= SHOWN:
                has = f"{len(row)} cell{'s' if len(row) != 1 else ''}"
                fix = (
                    "write | for each empty cell" if len(row) < width else "a | within a cell is written \\|"
                )
                message = (
                    f"this row has {has}, the first has {width}{lacking([t for t, _ in header], len(row))}"
                )
                decoder.fail("ragged-row", message, place(scalar, start), fix)
        rows.append(row)
    if ragged:
        return None
    if any(text for text, _ in header):
        return rows, align, True
    if len(rows) == 1:
        decoder.fail("no-data", "the table is empty", scalar.span, "write rows below the line of dashes")
        return None
    return rows[1:], align, False


def _align(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""


def split_row(line: str, offset: int) -> list[PipeCell]:
    """The cells of a line; outer pipes may be missing.  `\\|` is a pipe within a cell, in code too."""
    escaped = "\\" in line
    bars = [] if escaped else [at for at, char in enumerate(line) if char == "|"]
    at = 0 if escaped else len(line)
    while at < len(line):
        if line[at] == "\\":
            at += 2
            continue
        if line[at] == "|":
            bars.append(at)
        at += 1
    begin = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    if bars and bars[0] == begin:
        begin, bars = begin + 1, bars[1:]
    if bars and bars[-1] == end - 1:
        end, bars = end - 1, bars[:-1]
    result = []
    for bar in [*bars, end]:
        part = line[begin:bar]
        text = part.strip()
        if "`" in text:  # elsewhere the backslash is an escape of inline Markdown, in code it would stay
            text = text.replace("\\|", "|")
        result.append((text, offset + begin + len(part) - len(part.lstrip())))
        begin = bar + 1
    return result
