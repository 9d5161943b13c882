"""Fonts that no metrics table knows: their texts were measured with another one."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ._check import Check

CODE = "unmeasured-font"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at the families of the fonts in use."""
    fonts = deck.theme.fonts
    chosen = fonts.office if deck.fonts == "office" else fonts.brand
    for family in sorted({chosen.heading, chosen.body}):
        if not any(name == family for name, _ in fonts.faces):
            yield Finding(
                CODE,
                f"no table has the widths of {family!r}; sizes are guesses",
                None,
                Severity.WARNING,
                "name its metrics in theme.yaml",
            )


CHECK = Check(CODE, Severity.WARNING, run, "every font has a table of its widths")
