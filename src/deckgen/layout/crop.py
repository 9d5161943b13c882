"""Pictures into boxes: the crop that fills a box round a focus, the box that shows all of a picture."""

from __future__ import annotations

from ..theme.records import Look
from ..units import Box


def cover(
    pixels: tuple[int, int], box: Box, focus: tuple[float, float] = (0.5, 0.5)
) -> tuple[int, int, int, int]:
    """`a:srcRect` (left, top, right, bottom in 1/100000) that fills `box` and keeps `focus` (shares of the picture) in sight."""
    width, height = pixels
    if not (width and height and box.w and box.h):
        return (0, 0, 0, 0)
    want = box.w / box.h
    have = width / height
    if have > want:
        spare = 1 - want / have
        left = min(max(focus[0] - (1 - spare) / 2, 0.0), spare)
        return (round(left * 100_000), 0, round((spare - left) * 100_000), 0)
    spare = 1 - have / want
    top = min(max(focus[1] - (1 - spare) / 2, 0.0), spare)
    return (0, round(top * 100_000), 0, round((spare - top) * 100_000))


def inside(pixels: tuple[int, int], box: Box, side: str = "center") -> Box:
    """The largest box of the picture's ratio within `box`: centred, or at its "left" or "right" edge."""
    width, height = pixels
    if not (width and height):
        return box
    scale = min(box.w / width, box.h / height)
    w, h = round(width * scale), round(height * scale)
    spare = {"left": 0, "center": (box.w - w) // 2, "right": box.w - w}[side]
    return Box(box.x + spare, box.y + (box.h - h) // 2, w, h)


def side_under(look: Look, box: Box) -> str:
    """Where a picture that doesn't fill its box stands in it: at the edge at which a title above it begins, else in the middle."""
    title = look.placeholder("title")
    if title is None or title.text is None or title.box.y >= box.y:
        return "center"
    if title.text.align == "left" and title.box.x == box.x:
        return "left"
    return "right" if title.text.align == "right" and title.box.right == box.right else "center"
