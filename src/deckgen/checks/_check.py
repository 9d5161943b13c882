"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..findings import Finding, Severity, Span
from ..scene.deck import Deck, Scene


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over a deck; `code` names what is wrong."""

    code: str
    run: Callable[[Deck], Iterator[Finding]]


def finding(
    code: str,
    message: str,
    scene: Scene,
    span: Span | None = None,
    *,
    severity: Severity = Severity.WARNING,
    fix: str = "",
) -> Finding:
    """A finding on a slide."""
    return Finding(code, message, span or scene.span, severity, fix, slide=scene.id)
