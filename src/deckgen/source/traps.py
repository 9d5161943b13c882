"""The places where YAML would change a text unasked (LANGUAGE.md section 4)."""

from __future__ import annotations

import re

from ..findings import Edit, Findings, Span
from ..patterns import pattern
from .nodes import Scalar

_CUT = pattern(r" +#(?=\S)")
_COMMENT = pattern(r"\s*#(?=\S)")
_LIST_LINE = pattern(r"^\s*(?:[-*+] \S|\d{1,3}[.)] \S|\[[^\[\]]+\](?!\())")
_GLUED = pattern(r"^\s*- \S")
_NUMBER = pattern(r" +#\d")  # "Platz #1": nobody begins a comment so
_MEANT = pattern(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|\d+)")  # a colour, a number
DASH = pattern(r" *-(?=[^\W\d_])")  # a dash at a line's start without a blank behind it; "-5" is a number


def quoted(text: str) -> str:
    """`text` in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def indent_of(line: str) -> int:
    """How many blanks `line` begins with."""
    return len(line) - len(line.lstrip(" "))


def text_findings(node: Scalar, lines: list[str], findings: Findings, in_flow: bool = False) -> str:
    """Report what YAML changed in a scalar unasked; the code of the finding, or ""."""
    span = node.span
    if node.style == ">":
        return _folded(node, lines, findings)
    if node.style or not 0 < span.end_line <= len(lines):
        return ""
    line, end = lines[span.end_line - 1], max(span.end_column - 1, 0)
    if dash_glued(node, lines, findings):
        return "glued-dash"
    if not node.text:
        return _comment(node, line, end, findings)
    if _CUT.match(line, end):
        rest = line[end : end + 1000]
        lost = rest.rstrip()
        if in_flow:
            lost = re.split(r"[,\]}]", lost, maxsplit=1)[0].rstrip()
        findings.error(
            "text-cut-off",
            f"the text is cut off at {rest.strip()[:30]!r}",
            Span(span.file, span.end_line, span.end_column + rest.index("#")),
            f"write {_shown(node.text + lost)}",
            edit=_edit(node, lost) if _NUMBER.match(rest) else None,
        )
        return "text-cut-off"
    for number in range(span.line, span.end_line):
        line = lines[number]
        if _GLUED.match(line):
            findings.error(
                "glued-line",
                "this line is glued to the text above it",
                Span(span.file, number + 1, indent_of(line) + 1),
                "put a colon at the end of the text above, or begin this line as far left as that text's dash",
            )
            return "glued-line"
    return ""


def dash_glued(node: Scalar, lines: list[str], findings: Findings) -> bool:
    """Report a plain text or key that begins its line with a dash and no space: `-title:`."""
    span = node.span
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    found = DASH.match(line)
    if node.style or not found or found.end() != span.column:
        return False
    tell_dash(line, Span(span.file, span.line, span.column), findings)
    return True


def tell_dash(line: str, at: Span, findings: Findings) -> None:
    """Report that the dash at `at` lacks a space behind it."""
    text = line.strip()
    fix = f"write: - {text[1:]}" if len(text) <= 400 else "write a space behind the dash"
    behind = Span(at.file, at.line, at.column + 1, at.line, at.column + 1)
    message = "a dash without a space behind it is part of the text"
    findings.error("glued-dash", message, at, fix, edit=Edit(behind, " "))


def _comment(node: Scalar, line: str, end: int, findings: Findings) -> str:
    """A value that begins with # is a comment to YAML."""
    match = _COMMENT.match(line, end)
    if not match:
        return ""
    value = line[end:].strip()
    span = Span(node.span.file, node.span.end_line, match.end())
    whole = Span(span.file, span.line, span.column, span.line, span.column + len(value))
    edit = Edit(whole, quoted(value)) if _MEANT.fullmatch(value) else None
    fix = f"write {_shown(value)}"
    message = f"without quotes {value[:40]} is a comment, and no value is left"
    findings.error("value-is-comment", message, span, fix, edit=edit)
    return "value-is-comment"


def _folded(node: Scalar, lines: list[str], findings: Findings) -> str:
    """A list's line or a cue that `>` appends to the line above."""
    indent = node.indent - 1
    above = False  # whether a line that this one would be appended to stands above
    for number in range(node.first_line - 1, min(node.span.end_line, len(lines))):
        line = lines[number]
        if line.strip() and indent_of(line) < indent:
            break
        plain = bool(line.strip()) and indent_of(line) == indent  # deeper lines aren't folded
        if above and plain and _LIST_LINE.match(line):
            findings.error(
                "folded-list",
                "`>` folds this line into the one above",
                Span(node.span.file, number + 1, node.indent),
                "write `|` in place of `>`",
                edit=_literal(node, lines),
            )
            return "folded-list"
        above = plain
    return ""


def _edit(node: Scalar, lost: str) -> Edit | None:
    """Quotes round a text of one line and what was cut off of it."""
    span = node.span
    if span.line != span.end_line:
        return None
    whole = Span(span.file, span.line, span.column, span.line, span.end_column + len(lost))
    return Edit(whole, quoted(node.text + lost))


def _literal(node: Scalar, lines: list[str]) -> Edit | None:
    """`|` for the `>` that opens a block."""
    span = node.span
    if lines[span.line - 1][span.column - 1 : span.column] != ">":
        return None
    return Edit(Span(span.file, span.line, span.column, span.line, span.column + 1), "|")


def _shown(text: str) -> str:
    return quoted(text) if len(text) <= 400 else "the text in single quotes"
