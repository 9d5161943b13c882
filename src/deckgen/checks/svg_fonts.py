"""Texts in SVG pictures whose font not every machine has: PowerPoint draws them itself, and takes another font where that one isn't installed."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.deck import Deck
from ..scene.items import Picture
from ..typeset.metrics import shipped as office_metrics
from ._check import Check, finding

CODE = "svg-fonts"


def run(deck: Deck) -> Iterator[Finding]:
    """Look at the fonts that drawings ask for, at the first slide that shows one."""
    missing = {}
    for key, asset in deck.assets.items():
        if asset.vector and asset.families:
            families = [family for family in asset.families if office_metrics(family) is None]
            if families:
                missing[key] = " and ".join(families)
    for scene in deck.scenes if missing else ():
        placed = [(item.asset, item.span) for item in scene.walk() if isinstance(item, Picture)]
        if scene.background is not None:
            placed.append((scene.background.asset, None))
        for key, span in placed:
            if key in missing:
                yield finding(
                    CODE,
                    f"{deck.assets[key].label}: its text is in {missing.pop(key)}, which not every machine has",
                    scene,
                    span,
                    fix="convert its texts to paths when you export it",
                )


CHECK = Check(CODE, Severity.WARNING, run, "texts in SVG pictures are in fonts that every Office machine has")
