"""What checks find, for their tests."""

from __future__ import annotations

import deckgen
from deckgen.scene.deck import Deck


def codes(deck: Deck) -> list[str]:
    """The codes of all findings."""
    return [f.code for f in deckgen.check(deck)]
