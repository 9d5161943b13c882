"""Text that is higher than its box: the net below the fitting, which refuses such a deck."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..scene.items import Shape, TextFrame
from ._check import Check, finding

CODE = "text-overflow"


def run(deck: Deck) -> Iterator[Finding]:
    """Compare every fitted text with its room."""
    for scene in deck.scenes:
        for item in scene.walk():
            if (
                isinstance(item, (TextFrame, Shape))
                and item.fit is not None
                and not item.hidden
                and item.fit.height > item.fit.room + 0.1
            ):
                message = (
                    f"{item.name}: the text needs {item.fit.height:.0f} pt and has {item.fit.room:.0f} pt"
                )
                yield finding(
                    CODE, message, scene, item.span, severity=Severity.ERROR, fix="shorten the text"
                )


CHECK = Check(CODE, run)
