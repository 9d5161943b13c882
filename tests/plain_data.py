"""YAML as an editor reads it: 1.2 core, plain texts, numbers and booleans."""

from __future__ import annotations

import re
from typing import Any

from deckgen.findings import Findings
from deckgen.source.nodes import Map, Node, Scalar
from deckgen.source.yaml_reader import read

_NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?")


def plain(text: str) -> Any:
    """The data in a YAML text."""
    findings = Findings()
    node = read(text.encode(), "talk.yaml", findings)
    assert node is not None, list(findings)
    return _plain(node)


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Map):
        return {e.key.text: _plain(e.value) for e in node.entries}
    return [_plain(item) for item in node.items]


def _scalar(node: Scalar) -> Any:
    if node.null:
        return None
    if node.style:
        return node.text
    if node.text in ("true", "false"):
        return node.text == "true"
    if _NUMBER.fullmatch(node.text):
        return float(node.text) if set(node.text) & set(".eE") else int(node.text)
    return node.text
