"""Where the text of an item stands within its box, as it was fitted."""

from __future__ import annotations

from ..theme.records import Level, TextSpec
from ..units import Box, points
from .deck import Deck, Scene
from .items import Fit, Item, Paragraph, Shape, Text, TextFrame
from .spec import spec_of

WIDE = 0.65  # em, a wide mean of characters


def ink_box(item: Item, scene: Scene, deck: Deck) -> Box:
    """The box of an item's lines (EMU): by alignment and anchor, from the widest line and the height of all; else its whole box.

    A text that wasn't fitted (a slide number) is estimated from its characters.
    """
    if not isinstance(item, (TextFrame, Shape)) or item.text is None:
        return item.box
    spec = spec_of(item, scene, deck)
    text = spec.text if spec is not None else None
    fit = item.fit if item.fit is not None else _estimate(item.text, text)
    if fit is None or not fit.width:
        return item.box
    align = next((p.align for p in item.text.paragraphs if p.align), None) or (text.align if text else "left")
    anchor = item.text.anchor or (text.anchor if text else "top")
    box = item.box
    levels = spec.levels if spec is not None else ()
    starts = [_start(p, levels) for p in item.text.paragraphs]
    if start := max(min(starts, default=0), 0):  # room where lines begin, as for a mark that hangs
        if align == "left":
            box = Box(box.x + start, box.y, box.w - start, box.h)
        elif align == "right" and all(p.rtl for p in item.text.paragraphs):
            box = Box(box.x, box.y, box.w - start, box.h)
    w, h = min(points(fit.width), box.w), points(fit.height)
    # glyphs fill the middle of their lines: a large single line has air above and below
    air = points(fit.size * 0.18)
    x = {"left": box.x, "center": box.x + (box.w - w) // 2, "right": box.right - w}[align]
    y = {"top": box.y, "middle": box.y + (box.h - h) // 2, "bottom": box.bottom - h}[anchor]
    return Box(x, y + air, w, max(h - 2 * air, 1))


def _start(p: Paragraph, levels: tuple[Level, ...]) -> int:
    """Where a paragraph's ink begins: at its bullet, or at its text where that is blank."""
    if p.indent is None and p.bullet != "none" and p.level < len(levels):
        level = levels[p.level]
        return level.indent if level.bullet.isspace() else level.indent - level.hanging
    return (p.indent or 0) + min(p.first or 0, 0)


def _estimate(text: Text, spec: TextSpec | None) -> Fit | None:
    """A guess at one short line; None for longer texts and those whose size isn't known."""
    if spec is None or len(text.paragraphs) != 1 or len(text.plain) > 24:
        return None
    size = spec.style.size
    return Fit(size, size, 1, spec.style.leading, spec.style.leading, width=len(text.plain) * size * WIDE)
