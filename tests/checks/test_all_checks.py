"""The checks as a set: found by name, each says what it holds a deck to."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.checks import all_checks
from tests.kinds.talks import deck_of


def test_codes_are_unique_and_summaries_one_line() -> None:
    checks = all_checks()
    assert len({c.code for c in checks}) == len(checks) >= 9
    assert all(c.summary and "\n" not in c.summary for c in checks)


@pytest.mark.parametrize("theme", ["helium", "plain"])
def test_a_careful_talk_has_no_finding(tmp_path: Path, theme: str) -> None:
    slides = (
        "- cover:\n  notes: Guten Morgen.\n- statement: Ein Satz.\n  notes: Dazu.\n- title: Liste\n"
        "  bullets: [Eins, Zwei]\n  notes: Und noch etwas.\n- closing:\n  notes: Danke."
    )
    found = [
        f for f in deckgen.check(deck_of(tmp_path, slides, theme)) if f.code != "fonts-needed"
    ]  # Outfit isn't Office's
    assert found == []
