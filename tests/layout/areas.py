"""Where the texts of a composed deck really stand: areas from fitted heights and widths, and what they run into."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.scene.deck import Deck, Scene
from deckgen.scene.items import Connector, Item, Picture, Shape, TextFrame
from deckgen.scene.spec import spec_of
from deckgen.units import Box, points

CLOSE = points(1.5)  # rounding
AIR = 0.1  # em above and below the letters of a line


def area(item: Item, scene: Scene, deck: Deck) -> Box | None:
    """The box of an item's lines (EMU), None for what shows no text."""
    if not isinstance(item, (TextFrame, Shape)) or item.text is None or item.hidden or item.fit is None:
        return None
    if not item.text.plain.strip():
        return None
    spec = spec_of(item, scene, deck)
    text = spec.text if spec is not None else None
    align = next((p.align for p in item.text.paragraphs if p.align), None) or (text.align if text else "left")
    anchor = item.text.anchor or (text.anchor if text else "top")
    w, h, box = points(item.fit.width), points(item.fit.height), item.box
    left, _, right, _ = item.text.insets or (0, 0, 0, 0)
    x0, x1 = box.x + left, box.right - right
    x = {"left": x0, "center": (x0 + x1 - w) // 2, "right": x1 - w}[align]
    y = {"top": box.y, "middle": box.y + (box.h - h) // 2, "bottom": box.bottom - h}[anchor]
    air = points(item.fit.size * AIR)
    return Box(x, y + air, w, h - 2 * air)


def meet(a: Box, b: Box, close: int = CLOSE) -> bool:
    """Whether two boxes share more than `close` EMU of width and of height."""
    wide = min(a.right, b.right) - max(a.x, b.x)
    return wide > close and min(a.bottom, b.bottom) - max(a.y, b.y) > close


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x - CLOSE <= inner.x
        and outer.y - CLOSE <= inner.y
        and outer.right + CLOSE >= inner.right
        and outer.bottom + CLOSE >= inner.bottom
    )


def hits(deck: Deck) -> Iterator[str]:
    """Texts that run into each other, into a shape or picture that doesn't hold them, or out of the slide."""
    slide = Box(0, 0, deck.theme.width, deck.theme.height)
    for scene in deck.scenes:
        items = list(scene.walk())
        texts = [(i, a) for i in items if (a := area(i, scene, deck)) is not None]
        for n, (one, a) in enumerate(texts):
            if not _holds(slide, a):
                yield f"{scene.id}: {one.name} leaves the slide"
            for other, b in texts[n + 1 :]:
                if meet(a, b):
                    yield f"{scene.id}: {one.name} meets {other.name}"
            for other in items:
                if isinstance(other, Connector) and meet(a, other.box, -1):
                    yield f"{scene.id}: {one.name} is crossed by {other.name}"
                solid = isinstance(other, Picture) or (isinstance(other, Shape) and other.fill is not None)
                if other is one or not solid or other.hidden:
                    continue
                if meet(a, other.box) and not _holds(other.box, a):
                    yield f"{scene.id}: {one.name} runs into {other.name}"
