"""Sections and series whose slides take longer than the `time` that is given for all of them (a talk itself is shortened to its `duration`)."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..units import minutes
from ._check import Check

CODE = "over-budget"
TOLERANCE = 1.0  # seconds: times are estimated, and shown in whole seconds
NAMES = {"section": "section", "points": "series"}


def run(deck: Deck) -> Iterator[Finding]:
    """Compare what is planned for each section and each series with its budget."""
    for budget in deck.budgets:
        over = budget.seconds - budget.allowed
        if budget.what in NAMES and over > TOLERANCE:
            yield Finding(
                CODE,
                f"the {NAMES[budget.what]} {budget.title!r} takes {minutes(budget.seconds)} of its {minutes(budget.allowed)}",
                budget.span,
                Severity.WARNING,
                f"shorten it by {minutes(over)}, or give it more `time`; `deckgen outline` shows each slide's",
            )


CHECK = Check(CODE, Severity.WARNING, run, "a section or series takes no longer than its `time`")
