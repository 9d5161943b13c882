"""Trees of YAML files that are read again and again in one process: a theme under many clients' colours, a talk for many clients, their files."""

from __future__ import annotations

from ..findings import Finding, Findings
from .nodes import Node
from .yaml_reader import read

MOST = 1024 * 1024
"""Bytes of the files whose trees are kept, the last ones read; a tree takes some thirty times as much."""
_kept: dict[tuple[str, bytes], tuple[Node | None, tuple[Finding, ...]]] = {}
_size = 0


def read_kept(data: bytes, label: str, findings: Findings) -> Node | None:
    """As `yaml_reader.read`: the same bytes under the same label give the same tree, and the same findings.  Nobody changes a tree."""
    global _size
    key = (label, data)
    known = _kept.pop(key, None)
    if known is None:
        own = Findings()
        known = (read(data, label, own), tuple(own))
        _size += len(data)
    _kept[key] = known
    while _size > MOST:
        try:
            oldest = next(iter(_kept))
        except (StopIteration, RuntimeError):  # another thread is at it
            break
        if _kept.pop(oldest, None) is not None:
            _size -= len(oldest[1])
    for finding in known[1]:
        findings.add(finding)
    return known[0]
