"""What a YAML syntax error means, and every line that needs quotes, with the line to paste (LANGUAGE.md section 4)."""

from __future__ import annotations

import yaml

from ..findings import Edit, Findings, Span
from ..patterns import pattern
from ..records import dataclass
from .traps import DASH, indent_of, quoted, tell_dash

LOOKED_AT = 50_000  # lines that are searched for what needs quotes, at most
LISTED = 50  # lines that need quotes, at most
LONG = 400  # longer lines aren't repeated in a fix
_LEAD = pattern(r"^( *(?:- +)*)(?:([^\s'\"#\[\]{}&*!|>%@`,?:-][^:#]*?|'[^']*'|\"[^\"]*\")(: +))?")
_BLOCK = pattern(r"(?:^|: |- )[|>][+-]?\d?[+-]? *(?: #.*)?$")
_BLOCK_HEAD = pattern(r"[|>](?![+-]?\d?[+-]? *(?: #.*)?$)")
_ALIAS = pattern(r"\*[^\s,\[\]{}]*[\w-] *(?: #.*)?$")
_ESCAPE = pattern(r"\\(?![0abtnvfre \"/\\N_LPxuU\t])")
_APOSTROPHE = pattern(r"(?:[^']|(?<=\w)'(?=\w))+")
_KEY = pattern(r" *-[^\W\d_][\w-]*:(?: |$)")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Repair:
    """A line that needs quotes: the column of the trouble (from 1), what it is, the whole line mended."""

    column: int
    message: str
    line: str


def repairs(lines: list[str], findings: Findings, label: str) -> dict[int, str]:
    """Report every line that needs quotes, or a space behind its dash; the mended lines by number (from 1)."""
    result: dict[int, str] = {}
    block = -1  # the indent of a `|` block's head, while in the block
    quote = ""  # the quotation mark that a line above left open
    flow = 0  # how many [ and { are open
    lists: set[int] = set()  # how far the lists are indented whose items stand above
    for number, line in enumerate(lines[:LOOKED_AT], 1):
        if not line.strip():
            continue
        if block >= 0:
            if indent_of(line) > block:
                continue
            block = -1
        if quote:
            if _end_of_quote(quote + line, 0) >= 0:
                quote = ""
            continue
        if flow:
            flow = max(flow + _depth(line), 0)
            continue
        if _BLOCK.search(line):
            block = indent_of(line)
            continue
        indent = indent_of(line)
        lists = {i for i in lists if i <= indent}
        dash = DASH.match(line)
        if line.startswith("- ", indent):
            lists.add(indent)
        if dash and (indent in lists or _KEY.match(line)):
            lists.add(indent)
            result[number] = f"{line[: dash.end()]} {line[dash.end() :]}"
            tell_dash(line, Span(label, number, indent + 1), findings)
            if len(result) == LISTED:
                break
            continue
        lead = _LEAD.match(line)
        start = lead.end() if lead else 0
        value = line[start:]
        if value[:1] in ("'", '"') and _end_of_quote(value, 0) < 0:
            quote = value[0]
            continue
        found = _repair(line, start)
        if found is None:
            if value[:1] in _CLOSING:
                flow = max(_depth(value), 0)
            continue
        result[number] = found.line
        fix = f"write: {found.line.strip()}" if len(found.line) <= LONG else "put it into single quotes"
        whole = Span(label, number, 1, number, len(line) + 1)
        edit = Edit(whole, found.line) if len(line) <= LONG else None
        findings.error("needs-quotes", found.message, Span(label, number, found.column), fix, edit=edit)
        if len(result) == LISTED:
            break
    return result


def _repair(line: str, start: int) -> Repair | None:
    """What needs quotes in `line`, whose value begins at index `start`."""
    value = line[start:].rstrip()
    if not value or value.startswith("#"):
        return None
    first = value[0]
    mended = line[:start] + quoted(value)
    if first in "'\"":
        end = _end_of_quote(value, 0)
        rest = value[end + 1 :].strip()
        if rest and not rest.startswith(("#", ":", ",", "]", "}")):
            if first == "'" and value[-1] == "'" and _APOSTROPHE.fullmatch(value[1:-1]):
                at = value.index("'", 1)
                return Repair(
                    start + at + 1,
                    "an apostrophe within single quotes is written twice",
                    line[:start] + quoted(value[1:-1]),
                )
            return Repair(
                start + 1, "a text that begins with a quotation mark needs quotes round all of it", mended
            )
        if first == '"' and (bad := _ESCAPE.search(value, 0, end)):
            column = start + bad.start() + 1
            return Repair(
                column,
                "a backslash within double quotes",
                line[:start] + quoted(value[1:end]) + value[end + 1 :],
            )
        return None
    if first in _CLOSING:
        end = _end_of_flow(value)
        rest = value[end + 1 :].strip() if end >= 0 else ""
        if rest and not rest.startswith(("#", ":")):
            return Repair(start + 1, f"a text that begins with {first} needs quotes", mended)
        return None
    if _bad_start(value):
        return Repair(start + 1, f"a text that begins with {first} needs quotes", mended)
    if value.startswith("- ") and line[:start].strip(" -"):
        return Repair(
            start + 1, "a list can't begin beside its key, and a text with a dash needs quotes", mended
        )
    if not line[:start].strip(" -"):
        return None  # no key: a first colon would make one
    text = value.split(" #", 1)[0].rstrip()
    at = text.find(": ")
    if at < 0 and text.endswith(":"):
        at = len(text) - 1
    if at < 0:
        return None
    return Repair(
        start + at + 1,
        "a colon inside of a text needs quotes",
        line[:start] + quoted(text) + value[len(text) :],
    )


def _bad_start(value: str) -> bool:
    """Whether YAML takes the first sign of `value` for one of its own."""
    first = value[0]
    if first in "|>":
        return bool(_BLOCK_HEAD.match(value))
    if first == "*":
        return not _ALIAS.match(value)
    if first == "&":
        return value == "&" or value.startswith("& ")
    if first == "!":
        return not value.startswith("!!")
    return first in "@`%,"


def _end_of_quote(text: str, start: int) -> int:
    """The index of the mark that closes the one at `start`, or -1."""
    mark = text[start : start + 1]
    at = start + 1
    while at < len(text):
        if mark == '"' and text[at] == "\\":
            at += 2
        elif text[at] == mark:
            if mark == "'" and text[at + 1 : at + 2] == "'":
                at += 2
            else:
                return at
        else:
            at += 1
    return -1


def _end_of_flow(text: str) -> int:
    depth = 0
    for at, char in enumerate(text):
        if char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
            if depth == 0:
                return at
    return -1


def _depth(text: str) -> int:
    return sum(text.count(c) for c in "[{") - sum(text.count(c) for c in "]}")


def syntax_finding(
    error: yaml.YAMLError, lines: list[str], label: str, findings: Findings, known: set[int]
) -> None:
    """One finding for a syntax error, unless its line (or the one above) is among the lines `known` to be wrong."""
    problem = str(getattr(error, "problem", "") or error).split("\n")[0]
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    if begun is not None and ("simple key" in context or "quoted scalar" in context or "flow" in context):
        mark = begun if "unknown escape" not in problem else mark
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    if known & {line, line - 1, mark.line if mark else 0}:
        return
    for number in (line, line - 1):
        text = lines[number - 1] if 0 < number <= len(lines) else ""
        blanks = text[: len(text) - len(text.lstrip())]
        if "\t" in blanks:
            span = Span(label, number, blanks.index("\t") + 1)
            findings.error("tab", "a tab indents this line", span, "indent with spaces")
            return
    message, fix = _words(problem, context, lines[line - 1] if 0 < line <= len(lines) else "")
    findings.error("yaml-syntax", message, Span(label, line, column), fix)


def _words(problem: str, context: str, line: str) -> tuple[str, str]:
    """(message, fix) in plain words."""
    if "quoted scalar" in context and "escape" not in problem:
        return "this quotation mark is never closed", "close it; within single quotes write ' twice"
    if "flow" in context:
        sign = "]" if "sequence" in context else "}"
        return (
            f"this list or map isn't closed where it should be: `{sign}` or a comma is missing",
            f"close it with {sign}",
        )
    if line.lstrip(" -").startswith(":"):
        return "a colon without a key before it", "write `key: value`"
    if "mapping values are not allowed" in problem:
        return (
            "a colon where none can stand: is the line indented too far, or does its text need quotes?",
            "begin the line as far left as the one above, or put its text into quotes",
        )
    if "expected ':'" in problem:
        return "a line without a colon, or a text that runs on too far to the left", "write `key: value`"
    if "expected" in problem and ("block" in context or "'-'" in problem or "key" in problem):
        return "the line's indent doesn't match the lines above", "indent with spaces, two for each level"
    if "cannot start any token" in problem:
        return "this character can't begin a text", "put the text into quotes"
    if "escape" in problem:
        return "this escape isn't known within double quotes", "use single quotes, or double the backslash"
    return f"this is no valid YAML ({problem[:120]})", ""
