"""Pictures and charts without alt text that aren't decorative."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..scene.items import Chart, Picture
from ._check import Check, finding

CODE = "missing-alt-text"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at all pictures and charts."""
    for scene in deck.scenes:
        for item in scene.walk():
            if not isinstance(item, Picture | Chart) or item.decorative or item.hidden:
                continue
            if not item.alt.strip():
                word = "chart" if isinstance(item, Chart) else "picture"
                yield finding(
                    CODE,
                    f"the {word} on slide {scene.id!r} has no alt text",
                    scene,
                    item.span,
                    fix=f"add `alt: what the {word} shows`",
                )


CHECK = Check(CODE, Severity.WARNING, run, "every picture and chart has alt text or is decorative")
