"""Findings as text with the source line and a caret, or as JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import click

from ..findings import Finding, Severity

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
LIMIT = 16 * 1024 * 1024  # a file that was refused unread isn't read for its line either
WIDTH = 110  # characters of a source line that are shown


def as_text(finding: Finding, color: bool, root: Path | None = None) -> str:
    """A finding for people: place, what is wrong, the line with a caret, what to write.

    `root` is the project's folder: a place is named from where the user stands, or from there.
    """
    place = f"{finding.span}: " if finding.span else ""
    grade = finding.severity.value
    shown = click.style(grade, fg=COLORS[finding.severity]) if color else grade
    rows = [f"{printable(place)}{shown}[{finding.code}]: {printable(finding.message)}"]
    if finding.span and finding.span.line:
        line = _line(finding.span.file, finding.span.line, root)
        rows += [f"    {row}" for row in excerpt(line, finding.span.column)]
    rows += [f"    {printable(row)}" for row in finding.fix.splitlines()]
    rows += [printable(f"    {note.span}: {note.message}") for note in finding.notes]
    return "\n".join(rows)


def excerpt(line: str, column: int) -> list[str]:
    """The line and below it a caret at `column` (from 1); of a long line the part around it.  Nothing for an empty line."""
    if not line.strip():
        return []
    at = min(max(column, 1), len(line) + 1) - 1
    start = 0 if len(line) <= WIDTH or at < WIDTH - 20 else at - WIDTH // 2
    part = line[start : start + WIDTH]
    before = "..." if start else ""
    after = "..." if start + WIDTH < len(line) else ""
    gap = sum(_cells(c) for c in part[: at - start]) + len(before)
    return [f"{before}{printable(part)}{after}", " " * gap + "^"]


def printable(text: str) -> str:
    """`text` without what a terminal would act on: a tab is a space, other control characters are shown as U+FFFD."""
    return "".join(_shown(c) for c in text)


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") or char in _TURNS else char


_TURNS = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Line separators and bidirectional controls: they would move what stands beside them."""


def _cells(char: str) -> int:
    """How many cells of a terminal a character takes."""
    if unicodedata.combining(char) or (unicodedata.category(char) == "Cf" and char not in _TURNS):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _line(file: str, number: int, root: Path | None) -> str:
    here = Path.cwd()
    bases = [here] if root is None else [here, root]
    if root is not None and not (root.is_relative_to(here) or here.is_relative_to(root)):
        bases.reverse()  # the talk lies elsewhere: its files are named from its project
    for base in bases:
        if (source := _source(base / file)) is not None:
            return source.line(number)
    return ""


class _Source:
    """A file's lines, looked for only as far as they are asked for: it may have millions."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._starts = [0]

    def line(self, number: int) -> str:
        """The line `number` (from 1), "" where there is none."""
        while len(self._starts) <= number and self._starts[-1] >= 0:
            self._starts.append(self._text.find("\n", self._starts[-1]) + 1 or -1)
        if not 0 < number <= len(self._starts) or self._starts[number - 1] < 0:
            return ""
        end = self._starts[number] - 1 if self._starts[number] > 0 else len(self._text)
        return self._text[self._starts[number - 1] : end]


@lru_cache(maxsize=16)
def _source(path: Path) -> _Source | None:
    try:
        if not path.is_file() or path.stat().st_size > LIMIT:
            return None
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return None
    return _Source(text)


def as_json(findings: Iterable[Finding]) -> str:
    """Findings for programs: a list of objects, null where something isn't known."""
    import json

    rows = [
        {
            "code": f.code,
            "severity": f.severity.value,
            "message": f.message,
            "file": f.span.file if f.span else None,
            "line": (f.span.line or None) if f.span else None,
            "column": (f.span.column or None) if f.span else None,
            "slide": f.slide or None,
            "fix": f.fix or None,
            "notes": [
                {
                    "message": n.message,
                    "file": n.span.file,
                    "line": n.span.line,
                    "column": n.span.column,
                }
                for n in f.notes
            ],
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def show(findings: Iterable[Finding], *, err: bool, color: bool, root: Path | None = None) -> None:
    """Print findings."""
    for finding in findings:
        click.echo(as_text(finding, color, root), err=err)


def counted(findings: Iterable[Finding]) -> str:
    """`2 errors, 1 warning`."""
    parts = []
    every = list(findings)
    for severity in Severity:
        n = sum(1 for f in every if f.severity is severity)
        if n:
            word = "info" if severity is Severity.INFO else severity.value + ("s" if n > 1 else "")
            parts.append(f"{n} {word}")
    return ", ".join(parts) or "nothing found"


def root_of(talk: str) -> Path | None:
    """The project of a talk, for the lines of its files; the talk's own folder where there is none."""
    from ..source.workspace import find_talk, project_root

    path = find_talk(talk, Path.cwd())
    if path is None:
        return None
    folder = path.resolve().parent
    return project_root(folder) or folder
