"""A template as a picture: each layout that looks stand on, drawn as boxes with the roles that deckgen gives its placeholders."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from ..theme.records import ALWAYS, Look
from ..units import Box
from .roles import Layout
from .theme_of import Understood

WIDE: Final = 420  # pixels of a layout's drawing
GAP: Final = 16
HEAD: Final = 40
COLUMNS: Final = 3
MOST: Final = 60  # layouts that are drawn
INK, PAPER, EDGE = (30, 34, 42), (246, 247, 249), (176, 182, 192)
NATIVE, FREE, UNUSED = (31, 95, 191), (217, 130, 43), (176, 182, 192)


def picture(found: Understood) -> bytes:
    """PNG: layouts in their order, placeholders that take a role in blue, what is composed beside them in orange, the rest in grey."""
    theme = found.theme
    high = max(40, min(4 * WIDE, round(WIDE * theme.height / theme.width)))
    shown = found.layouts[:MOST]
    rows = -(-len(shown) // COLUMNS)
    size = (GAP + COLUMNS * (WIDE + GAP), GAP + rows * (high + HEAD + GAP))
    sheet = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(13)
    for place, layout in enumerate(shown):
        x = GAP + place % COLUMNS * (WIDE + GAP)
        y = GAP + place // COLUMNS * (high + HEAD + GAP)
        _layout(pen, font, found, layout, (x, y, high))
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _layout(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    found: Understood,
    layout: Layout,
    at: tuple[int, int, int],
) -> None:
    x, y, high = at
    looks = [name for name, fit in found.fits.items() if fit.layout is layout]
    words = ", ".join(looks) or (
        "other slides are composed here" if layout is found.base.layout else "not used"
    )
    pen.text((x, y), _short(f"{layout.number}  {layout.name}", 58), fill=INK, font=font)
    pen.text((x, y + 18), _short(words, 62), fill=NATIVE if looks else EDGE, font=font)
    top = y + HEAD
    pen.rectangle((x, top, x + WIDE, top + high), fill=(255, 255, 255), outline=EDGE)
    scale = WIDE / found.theme.width

    def frame(box: Box, color: tuple[int, int, int], label: str) -> None:
        left, up = x + box.x * scale, top + box.y * scale
        pen.rectangle((left, up, left + box.w * scale, up + box.h * scale), outline=color, width=2)
        pen.text((left + 5, up + 2), label, fill=color, font=font)

    look = found.theme.looks[looks[0]] if looks else None
    roles = {slot.idx: role for role, slot in found.fits[looks[0]].roles.items()} if looks else {}
    for slot in layout.slots:
        role = roles.get(slot.idx, "")
        frame(slot.box, NATIVE if role else UNUSED, f"{role or slot.type} [{slot.idx}]")
    for box, label in _composed(look) if look is not None else ():
        frame(box, FREE, label)
    for kind, slot in layout.footers.items():
        frame(slot.box, UNUSED, {"sldNum": "number", "ftr": "footer", "dt": "date"}[kind])


def _composed(look: Look) -> list[tuple[Box, str]]:
    return [(s.box, s.role) for s in look.placeholders if s.free and s.when == ALWAYS]


def _short(text: str, most: int) -> str:
    safe = "".join(c if c.isprintable() else " " for c in text)
    return safe if len(safe) <= most else f"{safe[: most - 1]}…"
