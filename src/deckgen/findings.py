"""Places in the source, and what was found there.

A problem is a value: phases put findings into a `Findings` collector and go on with what is sound;
a gate between phases (`Findings.gate`) stops the run with all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import Enum

from .records import dataclass, replace


class Severity(Enum):
    """How bad a finding is; `error` stops a build, `warning` and `info` don't."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return {"info": 0, "warning": 1, "error": 2}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file; line and column count from 1, the column in characters.  Line 0 means the file as a whole."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a finding ("first given here")."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that mends a problem without doubt (`check --fix`): `text` in place of what lies between the span's ends."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `build` or `check` reports.

    `code` is a word that people can search for (`unknown-key`, `text-overflow`); `fix` is the line to
    write instead or what to do; `slide` is the id of the slide in the deck, where there is one.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
    fix: str = ""
    notes: tuple[Note, ...] = ()
    slide: str = ""
    edit: Edit | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        text = f"{place}{self.severity.value}[{self.code}]: {self.message}"
        if self.fix:
            text += f"\n    {self.fix}"
        for note in self.notes:
            text += f"\n    {note.span}: {note.message}"
        return text


@dataclass(slots=True)
class Findings:
    """The collector that is handed to each phase.  `error`, `warning` and `info` add one finding each."""

    found: list[Finding] = field(default_factory=list)
    _seen: set[Finding] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._seen = set(self.found)

    def add(self, finding: Finding) -> None:
        """Add `finding`, unless the same one (code, place, message) is there already."""
        if finding not in self._seen:
            self._seen.add(finding)
            self.found.append(finding)

    def error(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        fix: str = "",
        notes: Iterable[Note] = (),
        edit: Edit | None = None,
    ) -> None:
        """Add an error: the input is wrong, nothing will be written."""
        self.add(Finding(code, message, span, Severity.ERROR, fix, tuple(notes), edit=edit))

    def warning(
        self, code: str, message: str, span: Span | None = None, fix: str = "", notes: Iterable[Note] = ()
    ) -> None:
        """Add a warning: the deck builds, but something should be looked at."""
        self.add(Finding(code, message, span, Severity.WARNING, fix, tuple(notes)))

    def info(self, code: str, message: str, span: Span | None = None, fix: str = "") -> None:
        """Add a piece of information."""
        self.add(Finding(code, message, span, Severity.INFO, fix))

    def restate(self, message: str, fix: str) -> None:
        """Say what was told last in other words, of one who knows more about it."""
        self.found[-1] = replace(self.found[-1], message=message, fix=fix)

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(f.severity is Severity.ERROR for f in self.found)

    def sorted(self) -> list[Finding]:
        """All findings, ordered by file and place."""
        return sort_findings(self.found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Order findings by file, line, column; those without a place come last."""
    return sorted(
        findings,
        key=lambda f: (f.span is None, (f.span.file, f.span.line, f.span.column) if f.span else ("", 0, 0)),
    )
