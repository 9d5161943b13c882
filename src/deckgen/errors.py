"""The exceptions of the public API.

DeckgenError
  TalkError     the talk, theme or a picture is wrong; carries all findings
  OutputError   the deck can't be written (a locked file, a full disk)
"""

from __future__ import annotations

from collections.abc import Iterable

from .findings import Finding, Findings, sort_findings


class DeckgenError(Exception):
    """Base of what deckgen raises on purpose."""


class TalkError(DeckgenError):
    """The input is wrong.  `findings` holds everything that was found, ordered by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: list[Finding] = sort_findings(findings)
        super().__init__("\n".join(str(f) for f in self.findings))


class OutputError(DeckgenError):
    """A file can't be written; `path` names it, the message says what to do."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        super().__init__(f"{path}: {reason}")


def gate(findings: Findings) -> None:
    """Stop here if there are errors.

    Raises:
        TalkError: with all findings so far.
    """
    if findings.has_errors:
        raise TalkError(findings)
