"""Text, pictures or charts that leave the slide; decoration may bleed."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..scene.cells import parts_of
from ..scene.deck import Deck
from ..scene.ink import ink_box
from ..scene.items import Chart, Item, Picture, Shape, TextFrame
from ..units import EMU_PER_POINT
from ._check import Check, finding

CODE = "off-slide"
TOLERANCE = EMU_PER_POINT


def run(deck: Deck) -> Iterator[Finding]:
    """Look at where the lines of all texts, pictures and charts stand."""
    width, height = deck.theme.width, deck.theme.height
    for scene in deck.scenes:
        for item in (part for whole in scene.walk() for part in parts_of(whole)):
            if item.hidden or item.decorative or not _read(item):
                continue
            box = ink_box(item, scene, deck)
            out = max(-box.x, -box.y, box.right - width, box.bottom - height)
            if out > TOLERANCE:
                yield finding(
                    CODE,
                    f"{item.name} leaves slide {scene.id!r} by {out / EMU_PER_POINT:.0f} pt",
                    scene,
                    item.span,
                    fix="shorten it, or choose another layout",
                )


def _read(item: Item) -> bool:
    """Whether an audience reads or looks at the item; shapes without text are drawing."""
    if isinstance(item, (TextFrame, Shape)):
        return item.text is not None and bool(item.text.plain.strip())
    return isinstance(item, Picture | Chart)


CHECK = Check(CODE, Severity.WARNING, run, "no text and no picture leaves the slide")
