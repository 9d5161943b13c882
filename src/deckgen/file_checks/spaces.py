"""The room that a text has in its shape, and where it stands on the slide.  Everything in points."""

from __future__ import annotations

import math
from typing import Final

from ..pptx_reader.records import BodyStyle, Shape, Text
from ..records import dataclass
from ..units import Box, to_points
from .setting import Setting

_ON_SIDE: Final = frozenset(("vert", "vert270", "eaVert", "mongolianVert"))
_STACKED: Final = frozenset(("wordArtVert", "wordArtVertRtl"))


@dataclass(frozen=True, slots=True)
class Space:
    """A text's room: width of its lines, height for them in all `columns`.

    `above` and `below` are what the shape has beyond it: insets, and what its form takes; `side` is that beside the lines.
    """

    width: float
    height: float
    above: float
    below: float
    side: float
    columns: int
    on_side: bool


def stacked(body: BodyStyle) -> bool:
    """Whether letters stand one below another, or the text is turned in its shape: then nothing here holds."""
    return body.vertical in _STACKED or body.rotation % 180 != 0


def space_of(shape: Shape, body: BodyStyle, *, widest: bool) -> Space | None:
    """The room in a shape; None where it has no place.  Of forms whose text rectangle isn't known it is the whole frame without insets if
    `widest`, else the middle half.
    """
    if shape.box is None:
        return None
    box, room = shape.box, shape.room
    left, top, right, bottom = (to_points(v) for v in (body.left, body.top, body.right, body.bottom))
    if room is None:
        room = box if widest else Box(box.x + box.w // 4, box.y + box.h // 4, box.w // 2, box.h // 2)
        if widest:
            left = top = right = bottom = 0.0
    w, h = to_points(room.w) - left - right, to_points(room.h) - top - bottom
    above, below = to_points(room.y - box.y) + top, to_points(box.bottom - room.bottom) + bottom
    aside = to_points(box.w) - w
    on_side = body.vertical in _ON_SIDE
    if on_side:
        # The lines' top is at the right (vert, eaVert) or at the left (vert270, mongolianVert).
        before, after = to_points(box.right - room.right) + right, to_points(room.x - box.x) + left
        aside = to_points(box.h) - h
        w, h = h, w
        above, below = (before, after) if body.vertical in ("vert", "eaVert") else (after, before)
    columns = body.columns
    if columns > 1:
        w = (w - (columns - 1) * to_points(body.gap)) / columns
    return Space(
        max(w, 0.0), max(h, 0.0), max(above, 0.0), max(below, 0.0), max(aside, 0.0), columns, on_side
    )


def extent(
    shape: Shape, text: Text, space: Space, setting: Setting
) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom of a text's letters on the slide; None where that isn't worked out: columns, text on its side."""
    if shape.box is None or space.on_side or space.columns > 1:
        return None
    body, width, height = text.body, setting.width, setting.height
    room = shape.room or shape.box
    x, y = to_points(room.x) + to_points(body.left), to_points(room.y) + to_points(body.top)
    w = to_points(room.w) - to_points(body.left + body.right)
    h = to_points(room.h) - to_points(body.top + body.bottom)
    aligns = {p.style.align for p in text.paragraphs if p.text.strip()}
    if len(aligns) > 1 or any(p.style.rtl for p in text.paragraphs):
        left, right = (x, x + w) if body.wrap else (x + w / 2, x + w / 2)  # only what is sure
    elif "ctr" in aligns:
        left, right = x + w / 2 - width / 2, x + w / 2 + width / 2
    elif "r" in aligns:
        left, right = x + w - width, x + w
    else:
        left, right = x, x + width
    top = {"b": y + h - height, "ctr": y + h / 2 - height / 2}.get(body.anchor, y)
    bottom = max(top + height - setting.trail - setting.ink, top)
    top = min(top + setting.lead, bottom)
    corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
    cx, cy = (
        to_points(shape.box.x) + to_points(shape.box.w) / 2,
        to_points(shape.box.y) + to_points(shape.box.h) / 2,
    )
    a = math.radians(shape.rotation)
    turned = [
        (
            cx + (px - cx) * math.cos(a) - (py - cy) * math.sin(a),
            cy + (px - cx) * math.sin(a) + (py - cy) * math.cos(a),
        )
        for px, py in corners
    ]
    xs, ys = [p[0] for p in turned], [p[1] for p in turned]
    return min(xs), min(ys), max(xs), max(ys)
