"""Decks for the tests of checks: composed from small talks."""

from __future__ import annotations

from pathlib import Path

import deckgen
from deckgen.scene.deck import Deck
from tests.kinds.talks import HEAD


def deck_of(folder: Path, slides: str, theme: str = "plain") -> Deck:
    """The composed deck of a talk with `slides`."""
    talk = folder / "talk.yaml"
    body = "".join(f"  {line}\n" for line in slides.splitlines())
    talk.write_text(HEAD.format(theme=theme) + body, encoding="utf-8")
    return deckgen.compose(deckgen.load(talk))


def codes(deck: Deck) -> list[str]:
    """The codes of all findings."""
    return [f.code for f in deckgen.check(deck)]
