"""Checks: one module each, found by name; `run_checks` runs them all over a composed deck."""

from __future__ import annotations

from ..discovery import module, names
from ..findings import Finding, sort_findings
from ..scene.deck import Deck
from ._check import Check

__all__ = ["AT_BUILD", "Check", "all_checks", "run_checks", "run_checks_at_build"]

AT_BUILD = ("over_budget",)
"""Checks of which a build tells too: what the talk asks for itself."""


def all_checks() -> list[Check]:
    """Every check, by name."""
    return [module(__name__, name).CHECK for name in names(__name__)]


def run_checks(deck: Deck) -> list[Finding]:
    """What all checks and composing found, each finding once, ordered by place."""
    found = list(deck.findings)
    for check in all_checks():
        found += check.run(deck)
    return sort_findings(dict.fromkeys(found))


def run_checks_at_build(deck: Deck) -> list[Finding]:
    """What composing and the checks in AT_BUILD found, ordered by place."""
    found = list(deck.findings)
    if deck.budgets:
        for name in AT_BUILD:
            found += module(__name__, name).CHECK.run(deck)
    return sort_findings(dict.fromkeys(found))
