"""The places where YAML would change a text unasked, and what a syntax error means (LANGUAGE.md section 4)."""

from __future__ import annotations

import re

import yaml

from ..findings import Findings, Span
from .nodes import Scalar

_CUT = re.compile(r"^ +#(?=\S)")
_PAIR = re.compile(r"^(\s*(?:- )?\s*)([^\s'\"#\[\]{}&*!|>%@`,?:-][^:#]{0,60}?): +([^'\"|>\[{&*!#\s].*?: .*)$")
_LIST_LINE = re.compile(r"^\s*(?:- \S|\[[a-z])")
_BAD_START = re.compile(r"^(\s*(?:- )?\s*(?:[\w-]+: +)?)([*@`%&!].*)$")
_QUOTED_REST = re.compile(r"^(\s*(?:- )?\s*(?:[\w-]+: +)?)(\"[^\"]*\"\s*[^\s#,\]}:].*)$")
COLOR = re.compile(r"^#[0-9A-Fa-f]{3,8}\b")


def quoted(text: str) -> str:
    """`text` in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def text_findings(node: Scalar, lines: list[str], findings: Findings) -> bool:
    """Report what YAML changed in a scalar unasked; whether there was anything."""
    span = node.span
    if node.style in ("'", '"'):
        return False
    if node.style == ">":
        return _folded(node, lines, findings)
    if node.style == "|":
        return False
    if not 0 < span.end_line <= len(lines):
        return False
    rest = lines[span.end_line - 1][max(span.end_column - 1, 0) :]
    if not node.text:
        after = rest.strip()
        if after.startswith("#") and COLOR.match(after):
            findings.error(
                "value-is-comment",
                f"{after.split()[0]} is read as a comment",
                Span(span.file, span.end_line, span.end_column),
                f"write {quoted(after.split()[0])}",
            )
            return True
        return False
    if _CUT.match(rest):
        whole = node.text + rest.rstrip()
        findings.error(
            "text-cut-off",
            f"the text is cut off at {rest.strip()[:30]!r}",
            Span(span.file, span.end_line, span.end_column + 1),
            f"write {quoted(whole)}",
        )
        return True
    if span.end_line > span.line:
        for number in range(span.line, span.end_line):
            if re.match(r"^\s*- \S", lines[number]):
                findings.error(
                    "glued-line",
                    "this line is glued to the text above it",
                    Span(span.file, number + 1, len(lines[number]) - len(lines[number].lstrip()) + 1),
                    "indent the list under a key of its own, or end the text above with a colon",
                )
                return True
    return False


def _folded(node: Scalar, lines: list[str], findings: Findings) -> bool:
    for number in range(node.first_line - 1, min(node.span.end_line, len(lines))):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) + 1 < node.indent:
            break
        if _LIST_LINE.match(line):
            findings.error(
                "folded-list",
                "`>` folds this line into the one above",
                Span(node.span.file, number + 1, node.indent),
                "write `|` in place of `>`",
            )
            return True
    return False


def syntax_findings(error: yaml.YAMLError, lines: list[str], label: str, findings: Findings) -> None:
    """What a syntax error means; then every line that needs quotes, with the line to paste."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    listed = set()
    block = _literal_lines(lines)
    for number, text in enumerate(lines, 1):
        if number in block or len(text) > 2000:
            continue
        found = _needs_quotes(text)
        if found:
            at, message, fix = found
            findings.error("needs-quotes", message, Span(label, number, at), f"write: {fix.strip()}")
            listed.add(number)
    if line in listed or (listed and line - 1 in listed):
        return
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    above = lines[line - 2] if 1 < line <= len(lines) + 1 else ""
    for offset, text in ((0, here), (1, above)):
        indent = text[: len(text) - len(text.lstrip())]
        if "\t" in indent:
            findings.error(
                "tab",
                "a tab indents this line",
                Span(label, line - offset, indent.index("\t") + 1),
                "indent with spaces",
            )
            return
    problem = str(getattr(error, "problem", "") or error).split("\n")[0]
    findings.error("yaml-syntax", _plain_words(problem), Span(label, line, column), _hint(problem))


def _plain_words(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "a colon where none can stand: is the line indented too far, or does its text need quotes?"
    if "did not find expected key" in problem or "expected <block end>" in problem:
        return "the line's indent doesn't match the lines above"
    if "could not find expected ':'" in problem:
        return "a line without a colon, or a text that runs on too far to the left"
    if "character that cannot start any token" in problem:
        return "this character can't begin a text; put the text into quotes"
    return f"this is no valid YAML ({problem})"


def _hint(problem: str) -> str:
    return "indent with spaces, two for each level" if "expected" in problem else ""


def _literal_lines(lines: list[str]) -> set[int]:
    """The numbers of lines within `|` and `>` blocks."""
    result: set[int] = set()
    indent = -1
    for number, text in enumerate(lines, 1):
        depth = len(text) - len(text.lstrip())
        if indent >= 0:
            if not text.strip() or depth > indent:
                result.add(number)
                continue
            indent = -1
        if re.search(r"(?:^|: |- )[|>][+-]?\d?\s*$", text):
            indent = depth
    return result


def _needs_quotes(text: str) -> tuple[int, str, str] | None:
    """(column, message, the line to paste) of a line whose text needs quotes."""
    if match := _PAIR.match(text):
        value = match[3].rstrip()
        column = match.start(3) + value.index(": ") + 1
        return column, "a colon inside of a text needs quotes", f"{match[1]}{match[2]}: {quoted(value)}"
    if match := _QUOTED_REST.match(text):
        return (
            match.start(2) + 1,
            "a text that begins with a quotation mark needs quotes round all of it",
            match[1] + quoted(match[2].rstrip()),
        )
    if (match := _BAD_START.match(text)) and not match[2].startswith(("&", "!!")) and " " in match[2]:
        return (
            match.start(2) + 1,
            f"a text that begins with {match[2][0]} needs quotes",
            match[1] + quoted(match[2].rstrip()),
        )
    return None
