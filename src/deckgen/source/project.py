"""The project's file, deckgen.yaml: it marks the project's folder; this version knows no key in it."""

from __future__ import annotations

from ..findings import Findings
from .nodes import Map
from .workspace import PROJECT, Workspace
from .yaml_reader import read

PLACES = "talks lie in talks/, themes in themes/, decks go to dist/"


def check_project(workspace: Workspace, findings: Findings) -> None:
    """Report what stands in the project's deckgen.yaml: every key is unknown, none is accepted and ignored."""
    path = workspace.root / PROJECT
    data = workspace.read(path) if path.is_file() else None
    if data is None or not any(_says(line) for line in data.splitlines()):
        return
    node = read(data, workspace.label(path), findings)
    if node is None:
        return
    if not isinstance(node, Map):
        findings.error("wrong-type", "a project's file is a map", node.span, f"leave it empty: {PLACES}")
        return
    for entry in node.entries:
        findings.error(
            "unknown-key",
            f"unknown key {entry.key.text[:60]!r} in {PROJECT}",
            entry.key.span,
            f"take it out; {PLACES}",
        )


def _says(line: bytes) -> bool:
    """Whether a line holds more than a comment."""
    text = line.removeprefix(b"\xef\xbb\xbf").strip()
    return bool(text) and not text.startswith(b"#")
