"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..findings import Finding, Severity, Span
from ..records import dataclass
from ..scene.deck import Deck, Scene


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over a deck.

    `code` and `severity` are those of its findings, `summary` says in a line what it holds a deck to, `run` yields what is wrong.
    """

    code: str
    severity: Severity
    run: Callable[[Deck], Iterator[Finding]]
    summary: str


def finding(
    code: str,
    message: str,
    scene: Scene,
    span: Span | None = None,
    *,
    severity: Severity = Severity.WARNING,
    fix: str = "",
) -> Finding:
    """A finding on a slide; without `span` at the slide's own place."""
    return Finding(code, message, span or scene.span, severity, fix, slide=scene.id)
