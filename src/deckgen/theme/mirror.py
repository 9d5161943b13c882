"""A theme for decks that are read from right to left: every x mirrored, alignments turned (ART.md section 2).

x' = width - x - w.  Presets that point to a side are flipped, gradients run the other way, repeats go to the left.  What says nothing
of sides (sizes, colours, heights) stays.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..units import Box
from .records import Chrome, Look, Master, PlaceholderSpec, Repeat, ShapeSpec, TextSpec, Theme

Align = Literal["left", "center", "right"]

_TURNED: dict[Align, Align] = {"left": "right", "center": "center", "right": "left"}
_OTHER = {"rightArrow": "leftArrow", "leftArrow": "rightArrow"}
_SIDED = {
    "rtTriangle", "parallelogram", "chevron", "homePlate", "arc", "pie", "blockArc", "wedgeRectCallout", "wedgeRoundRectCallout",
    "teardrop", "snip1Rect",
}  # fmt: skip
TURN = 21_600_000  # a whole turn in 1/60000 degree


def mirrored(theme: Theme) -> Theme:
    """`theme` as its own mirror image; mirrored twice it is the same again."""
    width = theme.width
    chrome, master = theme.chrome, theme.master
    down, across = theme.guides
    return replace(
        theme,
        looks={name: _look(look, width) for name, look in theme.looks.items()},
        master=Master(_placeholder(master.title, width), _placeholder(master.body, width), master.levels),
        chrome=Chrome(
            *(_placeholder(spec, width) for spec in (chrome.number, chrome.footer, chrome.date)),
        ),
        guides=(tuple(sorted(width - x for x in down)), across),
        scrim=(theme.scrim[0], turned(theme.scrim[1])),
    )


def turned(angle: int) -> int:
    """A gradient's angle (1/60000 degree) seen in a mirror."""
    return (TURN // 2 - angle) % TURN


def mirrored_path(path: tuple[tuple[str | int, ...], ...], width: int) -> tuple[tuple[str | int, ...], ...]:
    """A path's commands mirrored within a box `width` EMU wide."""
    return tuple(
        (step[0], *(width - int(v) if i % 2 == 0 else v for i, v in enumerate(step[1:]))) for step in path
    )


def _look(look: Look, width: int) -> Look:
    return replace(
        look,
        placeholders=tuple(_placeholder(spec, width) for spec in look.placeholders),
        shapes=tuple(_shape(shape, width) for shape in look.shapes),
    )


def _text(text: TextSpec | None) -> TextSpec | None:
    return replace(text, align=_TURNED[text.align]) if text is not None else None


def _placeholder(spec: PlaceholderSpec, width: int) -> PlaceholderSpec:
    return replace(
        spec, box=spec.box.mirrored(width), text=_text(spec.text), move=(-spec.move[0], spec.move[1])
    )


def _shape(shape: ShapeSpec, width: int) -> ShapeSpec:
    box = shape.box
    if shape.shape == "line":
        place = Box(width - box.x, box.y, -box.w, box.h)
    else:
        place = box.mirrored(width)
    return replace(
        shape,
        box=place,
        shape=_OTHER.get(shape.shape, shape.shape),
        flip=shape.flip != (shape.shape in _SIDED),
        path=mirrored_path(shape.path, box.w),
        angle=turned(shape.angle),
        text=_text(shape.text),
        repeat=_repeat(shape.repeat, width),
    )


def _repeat(repeat: Repeat | None, width: int) -> Repeat | None:
    if repeat is None:
        return None
    around = repeat.around
    if around is not None:
        around = (width - around[0], *around[1:])
    return replace(repeat, mirrored=not repeat.mirrored, around=around)
