"""Findings as SARIF 2.1.0 (OASIS standard), which editors and code hosts show at their lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from .._version import __version__
from ..explanations import explanation
from ..findings import Finding, Severity, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(findings: Iterable[Finding]) -> str:
    """One run of deckgen with a rule for each code that was found; columns count characters."""
    every = list(findings)
    codes = sorted({f.code for f in every})
    run = {
        "tool": {
            "driver": {"name": "deckgen", "semanticVersion": __version__, "rules": [_rule(c) for c in codes]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, codes.index(f.code)) for f in every],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    """What the finding means, what causes it, what to write instead (data/findings.yaml)."""
    found = explanation(code)
    fence = "" if found.place == "words" else "```"
    parts = [found.means, "This causes it:", f"{fence}\n{found.example}\n{fence}".strip()]
    parts += ["Write instead:", f"{fence}\n{found.instead}\n{fence}".strip()]
    plain = f"{found.means}\n\nThis causes it:\n{found.example}\n\nWrite instead:\n{found.instead}"
    return {
        "id": code,
        "shortDescription": {"text": found.means.split(". ")[0].removesuffix(".") + "."},
        "fullDescription": {"text": found.means},
        "help": {"text": plain, "markdown": "\n\n".join(parts)},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    message = finding.message + (f"\n{finding.fix}" if finding.fix else "")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": message},
    }
    if finding.span is not None:
        result["locations"] = [_location(finding.span)]
    if finding.notes:
        result["relatedLocations"] = [
            {"id": n, **_location(note.span), "message": {"text": note.message}}
            for n, note in enumerate(finding.notes, 1)
        ]
    if finding.slide:
        result["properties"] = {"slide": finding.slide}
    return result


def _location(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_line:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.file)}, "region": region}}


def _uri(file: str) -> str:
    """A file as a reference that counts from where deckgen was called; an absolute one where it lies elsewhere."""
    path = PurePosixPath(file)
    return path.as_uri() if path.is_absolute() else quote(file)
