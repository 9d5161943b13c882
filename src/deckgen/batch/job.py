"""One deck to be built, and what became of it: plain values, which go from one process, or machine, to another."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from ..findings import Finding, Severity
from ..records import dataclass

Status = Literal["built", "same", "failed", "kept", "bug"]
"""`built`: written. `same`: the file held the same bytes and wasn't touched. `failed`: findings or `message` say why.
`kept`: the file was changed by hand and stays as it is. `bug`: deckgen's own."""


@dataclass(frozen=True, slots=True)
class Job:
    """A deck to be built: the file of a talk, how it is varied, and the deck's file; `cwd` is where findings count paths from.

    Paths are absolute; "" means the talk's own choice; `values` are variables' as "name=value".  `replaces` names the state (a digest, "" for none) of the file that the deck
    takes the place of: another one, which no deckgen wrote, is kept.  None overwrites whatever is there.
    """

    talk: str
    output: str
    client: str = ""
    variant: str = ""
    lang: str = ""
    duration: str = ""
    values: tuple[str, ...] = ()
    theme: str = ""
    fonts: str = ""
    keep_hidden: bool = False
    strict: bool = False
    cwd: str = ""
    replaces: str | None = None

    @property
    def options(self) -> str:
        """All that the deck depends on beside files, as one line."""
        asked = {
            f: getattr(self, f)
            for f in ("client", "variant", "lang", "duration", "values", "theme", "fonts", "keep_hidden")
        }
        return " ".join(f"{name}={value!r}" for name, value in asked.items() if value)

    def __dask_tokenize__(self) -> str:
        """What Dask tells tasks apart by: no two are the same, since a build writes a file."""
        return os.urandom(16).hex()


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a job.

    `read` are the files that were read or looked for (`deckgen.trace`), `digest` is that of the deck; `seconds` of work;
    `fonts` are the brand's families where it is built with them, `font_folder` where their files lie; `worker` is the process.
    """

    job: Job
    status: Status
    findings: tuple[Finding, ...] = ()
    message: str = ""
    read: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    seconds: float = 0.0
    fonts: tuple[str, ...] = ()
    font_folder: str = ""
    worker: int = 0

    @property
    def ok(self) -> bool:
        """Whether the deck is there as it should be."""
        return self.status in ("built", "same")

    @property
    def warned(self) -> bool:
        """Whether there is a finding above the grade of an information."""
        return any(f.severity is not Severity.INFO for f in self.findings)
