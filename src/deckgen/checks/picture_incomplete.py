"""Pictures that end before their last row though every checksum in them is right: a build takes those for whole, to be quick."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..scene.items import Picture
from ._check import Check, finding

CODE = "picture-incomplete"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at every picture's pixels, once."""
    broken = {key for key, asset in deck.assets.items() if asset.whole is not None and not asset.whole()}
    for scene in deck.scenes if broken else ():
        placed = [(item.asset, item.span) for item in scene.walk() if isinstance(item, Picture)]
        if scene.background is not None:
            placed.append((scene.background.asset, None))
        for key, span in placed:
            if key in broken:
                label = deck.assets[key].label
                yield finding(
                    CODE,
                    f"{label}: the picture ends before its last row",
                    scene,
                    span,
                    severity=Severity.ERROR,
                    fix="export it again",
                )


CHECK = Check(CODE, Severity.ERROR, run, "every picture has all of its pixels")
