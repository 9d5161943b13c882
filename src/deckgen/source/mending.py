"""Mend what is wrong with a YAML file beyond doubt (`check --fix`): missing quotes, `>` round a list.

Only what can be meant in one way is changed, letter by letter; a change that doesn't take its problem away is not made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..findings import Edit, Finding, Findings
from .yaml_reader import read

ROUNDS = 20  # one mended line may show the next problem
_LINE = re.compile(r"(\r\n|\r|\n)")
_MARK = b"\xef\xbb\xbf"


def mended(data: bytes, label: str) -> tuple[bytes, list[Finding]]:
    """The file `data` with all safe changes made, and the findings that these mend; `label` names it in them."""
    told: list[Finding] = []
    for _ in range(ROUNDS):
        todo = _with_edits(data, label)
        if not todo:
            break
        changed = _edited(data, [f.edit for f in todo if f.edit is not None])
        left = {(f.code, f.span.line) for f in _with_edits(changed, label) if f.span is not None}
        if any(f.span is not None and (f.code, f.span.line) in left for f in todo):
            break  # not beyond doubt, after all
        data = changed
        told += todo
    return data, told


def _with_edits(data: bytes, label: str) -> list[Finding]:
    """Findings with changes, one for each line: a second one of a line waits for the next round."""
    findings = Findings()
    read(data, label, findings)
    by_line: dict[int, Finding] = {}
    for finding in findings:
        if finding.edit is not None:
            by_line.setdefault(finding.edit.span.line, finding)
    return [by_line[line] for line in sorted(by_line)]


def _edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """`data` with one change a line; line ends and the byte order mark stay as they are."""
    head = _MARK if data.startswith(_MARK) else b""
    pieces = _LINE.split(data[len(head) :].decode("utf-8"))
    for edit in edits:
        at = 2 * (edit.span.line - 1)
        line = pieces[at]
        pieces[at] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    return head + "".join(pieces).encode("utf-8")
