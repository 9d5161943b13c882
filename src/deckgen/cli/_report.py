"""Findings as text with the source line and a caret, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from ..findings import Finding, Severity

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_LINES: dict[str, list[str]] = {}


def _line(file: str, number: int) -> str:
    if file not in _LINES:
        try:
            path = Path(file)
            small = path.is_file() and path.stat().st_size <= 16 * 1024 * 1024
            _LINES[file] = path.read_text(encoding="utf-8", errors="replace").splitlines() if small else []
        except OSError:
            _LINES[file] = []
    lines = _LINES[file]
    return lines[number - 1] if 0 < number <= len(lines) else ""


def as_text(finding: Finding, color: bool) -> str:
    """A finding for people: place, what is wrong, the line, what to write."""
    place = f"{finding.span}: " if finding.span else ""
    grade = finding.severity.value
    head = f"{place}{click.style(grade, fg=COLORS[finding.severity]) if color else grade}[{finding.code}]: {finding.message}"
    rows = [head]
    if finding.span:
        line = _line(finding.span.file, finding.span.line)
        if line.strip() and len(line) <= 160:
            rows += [f"    {line}", "    " + " " * (finding.span.column - 1) + "^"]
    if finding.fix:
        rows.append(f"    {finding.fix}")
    rows += [f"    {note.span}: {note.message}" for note in finding.notes]
    return "\n".join(rows)


def as_json(findings: Iterable[Finding]) -> str:
    """Findings for programs."""
    rows = [
        {
            "code": f.code,
            "severity": f.severity.value,
            "message": f.message,
            "file": f.span.file if f.span else None,
            "line": f.span.line if f.span else None,
            "column": f.span.column if f.span else None,
            "slide": f.slide or None,
            "fix": f.fix or None,
        }
        for f in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def show(findings: Iterable[Finding], *, err: bool, color: bool) -> None:
    """Print findings."""
    for finding in findings:
        click.echo(as_text(finding, color), err=err)


def counted(findings: list[Finding]) -> str:
    """`2 errors, 1 warning`."""
    parts = []
    for severity in Severity:
        n = sum(1 for f in findings if f.severity is severity)
        if n:
            word = "info" if severity is Severity.INFO else severity.value + ("s" if n > 1 else "")
            parts.append(f"{n} {word}")
    return ", ".join(parts) or "nothing found"
