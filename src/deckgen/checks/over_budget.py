"""Sections and series whose slides take longer than the `time` that is given for all of them; talks longer than their `duration`."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..units import minutes
from ._check import Check

CODE = "over-budget"
TOLERANCE = 1.0  # seconds: times are estimated, and shown in whole seconds
SLACK = 0.2  # of a talk's duration: what estimates are off by, over many slides
NAMES = {"section": "section", "points": "series", "talk": "talk"}


def run(deck: Deck) -> Iterator[Finding]:
    """Compare what is planned for each section, each series and the talk with its budget."""
    for budget in deck.budgets:
        over = budget.seconds - budget.allowed
        whole = budget.what == "talk"
        if over > (SLACK * budget.allowed if whole else TOLERANCE):
            given = "a longer `duration`" if whole else "more `time`"
            yield Finding(
                CODE,
                f"the {NAMES[budget.what]} {budget.title!r} takes {minutes(budget.seconds)} of its {minutes(budget.allowed)}",
                budget.span,
                Severity.WARNING,
                f"shorten it by {minutes(over)}, or give it {given}; `deckgen outline` shows each slide's",
            )


CHECK = Check(
    CODE,
    Severity.WARNING,
    run,
    "a section or series takes no longer than its `time`, a talk not much longer than its `duration`",
)
