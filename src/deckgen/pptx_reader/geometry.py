"""Where shapes stand: frames, groups within groups, and the part of a form that takes text."""

from __future__ import annotations

import math
import re
from typing import Final

from lxml.etree import _Element as Element

from ..inscribed import inscribed
from ..records import dataclass
from ..units import Box
from .xml import A, descend, flag, whole

_DEGREE: Final = 60_000  # of ST_Angle
_WHOLE: Final = re.compile(r"-?\d{1,9}")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame (a:xfrm): box in EMU, rotation in degrees, and whether it is mirrored."""

    box: Box
    rotation: float = 0.0
    flip_h: bool = False
    flip_v: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its frame, and the rectangle of its children's coordinates that is laid over it."""

    frame: Frame
    children: Box


def frame_of(properties: Element | None, name: str = f"{A}xfrm") -> Frame | None:
    """The frame in shape properties, None where there is none or only half of one."""
    xfrm = properties.find(name) if properties is not None else None
    off, ext = descend(xfrm, f"{A}off"), descend(xfrm, f"{A}ext")
    if xfrm is None or off is None or ext is None:
        return None
    box = Box(whole(off, "x"), whole(off, "y"), max(0, whole(ext, "cx")), max(0, whole(ext, "cy")))
    turned = whole(xfrm, "rot") / _DEGREE % 360
    return Frame(box, turned, bool(flag(xfrm.get("flipH"))), bool(flag(xfrm.get("flipV"))))


def group_of(properties: Element | None) -> Group | None:
    """The group in group shape properties; without children's coordinates they are the group's own."""
    frame = frame_of(properties)
    if frame is None:
        return None
    off, ext = descend(properties, f"{A}xfrm", f"{A}chOff"), descend(properties, f"{A}xfrm", f"{A}chExt")
    if off is None or ext is None:
        return Group(frame, frame.box)
    return Group(frame, Box(whole(off, "x"), whole(off, "y"), whole(ext, "cx"), whole(ext, "cy")))


def placed(frame: Frame, groups: tuple[Group, ...]) -> Frame:
    """A frame on the slide; `groups` are those that it stands in, the outermost first.

    A group scales its children about its corner, then mirrors and turns them about its centre; of a child that lies on its side
    (turned by 45 to 135 degrees) width and height change places before they are scaled.  Type isn't scaled.
    """
    x, y = frame.box.x + frame.box.w / 2, frame.box.y + frame.box.h / 2
    w, h = float(frame.box.w), float(frame.box.h)
    turned, flip_h, flip_v = frame.rotation, frame.flip_h, frame.flip_v
    for group in reversed(groups):
        outer, inner = group.frame.box, group.children
        sx = outer.w / inner.w if inner.w > 0 else 1.0
        sy = outer.h / inner.h if inner.h > 0 else 1.0
        on_side = 45 <= turned % 180 < 135
        w, h = (w * sy, h * sx) if on_side else (w * sx, h * sy)
        cx, cy = outer.x + outer.w / 2, outer.y + outer.h / 2
        dx, dy = outer.x + (x - inner.x) * sx - cx, outer.y + (y - inner.y) * sy - cy
        if group.frame.flip_h:
            dx, turned, flip_h = -dx, -turned, not flip_h
        if group.frame.flip_v:
            dy, turned, flip_v = -dy, -turned, not flip_v
        a = math.radians(group.frame.rotation)
        x, y = cx + dx * math.cos(a) - dy * math.sin(a), cy + dx * math.sin(a) + dy * math.cos(a)
        turned = (turned + group.frame.rotation) % 360
    return Frame(Box(round(x - w / 2), round(y - h / 2), round(w), round(h)), turned % 360, flip_h, flip_v)


def geometry(properties: Element | None) -> str:
    """The name of the preset form, "custom" for a drawn one, "" where the properties say none."""
    if properties is None:
        return ""
    if properties.find(f"{A}custGeom") is not None:
        return "custom"
    preset = properties.find(f"{A}prstGeom")
    return (preset.get("prst") or "rect")[:40] if preset is not None else ""


def text_room(box: Box, form: str, properties: Element | None) -> Box | None:
    """The rectangle in `box` that a form leaves for text, before insets; None for forms of which it isn't known."""
    edges = inscribed(form or "rect", box.w, box.h, _adjust(properties))
    if edges is None:
        return None
    left, top, right, bottom = edges
    return Box(
        round(box.x + left), round(box.y + top), max(round(right - left), 0), max(round(bottom - top), 0)
    )


def _adjust(properties: Element | None) -> dict[str, float]:
    """The adjustment values that a form has of its own (a:gd, "val 16667")."""
    lists = descend(properties, f"{A}prstGeom", f"{A}avLst")
    found: dict[str, float] = {}
    for guide in lists if lists is not None else ():
        words = (guide.get("fmla") or "").split()
        if len(words) == 2 and words[0] == "val" and _WHOLE.fullmatch(words[1]):
            found[(guide.get("name") or "")[:20]] = float(words[1])
    return found
