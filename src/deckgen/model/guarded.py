"""What a deck must not say: words that its client avoids, names of other clients."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from ..findings import Finding, Span
from ..records import dataclass
from .talk import Talk

AVOIDED, OTHER = "avoided-word", "other-client"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A word that is looked for in the finished file: `code` AVOIDED or OTHER, `span` where it is given, `client` whose name it is."""

    text: str
    code: str
    span: Span
    client: str = ""


@dataclass(frozen=True, slots=True)
class Guard:
    """All of them, and what is allowed: `own` are the client's own words, within which nothing is found.

    `talk` gives the places in the source; `root` is the project's folder, within which the deck's path is searched; `placed` adds to
    findings in an overlay the place that it changes.
    """

    words: tuple[Guarded, ...]
    own: tuple[str, ...]
    talk: Talk = field(repr=False)
    root: Path
    placed: Callable[[list[Finding]], list[Finding]] = field(repr=False, compare=False, default=list)
