"""Where the text of an item stands within its box, as it was fitted."""

from __future__ import annotations

from ..scene.deck import Deck, Scene
from ..scene.items import Item, Shape, TextFrame
from ..units import Box, points


def ink_box(item: Item, scene: Scene, deck: Deck) -> Box:
    """The box of an item's lines (EMU): by alignment and anchor, from the widest line and the height of all; else its whole box."""
    if (
        not isinstance(item, (TextFrame, Shape))
        or item.fit is None
        or item.text is None
        or not item.fit.width
    ):
        return item.box
    spec = (
        deck.theme.looks[scene.layout.look].placeholder(item.placeholder.role) if item.placeholder else None
    )
    text = spec.text if spec is not None else None
    align = next((p.align for p in item.text.paragraphs if p.align), None) or (text.align if text else "left")
    anchor = item.text.anchor or (text.anchor if text else "top")
    box = item.box
    w, h = min(points(item.fit.width), box.w), points(item.fit.height)
    # glyphs fill the middle of their lines: a large single line has air above and below
    air = points(item.fit.size * 0.18)
    x = {"left": box.x, "center": box.x + (box.w - w) // 2, "right": box.right - w}[align]
    y = {"top": box.y, "middle": box.y + (box.h - h) // 2, "bottom": box.bottom - h}[anchor]
    return Box(x, y + air, w, max(h - 2 * air, 1))
