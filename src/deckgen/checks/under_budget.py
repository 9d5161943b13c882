"""Talks that are much shorter than their `duration`."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..units import minutes
from ._check import Check

CODE = "under-budget"
SLACK = 0.2  # of a talk's duration: what estimates are off by, over many slides


def run(deck: Deck) -> Iterator[Finding]:
    """Compare what is planned for the talk with its duration; silent if no slide has notes, then nothing is known of its length."""
    if not any(scene.notes for scene in deck.scenes):
        return
    for budget in deck.budgets:
        spare = budget.allowed - budget.seconds
        if budget.what == "talk" and spare > SLACK * budget.allowed:
            yield Finding(
                CODE,
                f"the talk {budget.title!r} takes {minutes(budget.seconds)} of its {minutes(budget.allowed)}",
                budget.span,
                Severity.INFO,
                f"{minutes(spare)} are free: write the rest, give slides that take longer than their notes a `time`,"
                " or give the talk a shorter `duration`",
            )


CHECK = Check(CODE, Severity.INFO, run, "a talk is not much shorter than its `duration`")
