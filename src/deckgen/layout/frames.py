"""The frames of a slide's placeholders keep apart, once its texts are fitted: who clicks into one in PowerPoint sees where it ends.

A look gives each text all the room that it may need, and what follows it moves (`layout.stack`); so a title of one line has a frame that
reaches under its subtitle.  The frame of a text ends where another one begins, never within its own lines: below it where its lines begin at
the top, above it where they end at the bottom, and at its side where both stand beside each other.  Pictures that fill the
slide lie below all, and numerals that a look lets something cross (`move`) stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import replace
from ..units import Box, points
from .placed import Placed, Spot

AIR = 0.1  # em of a line's leading that its letters leave free
SIDE = points(6)  # beside lines whose frame ends there: no program may break them otherwise


def part_frames(slides: Sequence[Placed]) -> None:
    """Let the frames of all placeholders of each slide end where another one begins."""
    for placed in slides:
        for one, other in _meeting(placed.spots):
            if not _cut(one, other):
                _cut(other, one)


def _meeting(spots: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Pairs of placeholders that share some room as they stand by then."""
    shown = [s for s in spots if s.spec is not None and not s.hidden and not s.spec.behind]
    for index, one in enumerate(shown):
        for other in shown[index + 1 :]:
            if one.final.meets(other.final):
                yield one, other


def _cut(spot: Spot, other: Spot) -> bool:
    """Take off the frame of `spot` what reaches into that of `other`; False where its lines stand there."""
    job, frame = spot.job, spot.final
    if job is None or job.result is None or job.text is None:
        return False
    assert spot.spec is not None
    anchor = spot.spec.text.anchor if spot.spec.text is not None else "top"
    air = points(job.result.size * AIR)
    high, wide, there = points(job.result.height) - air, points(job.result.width) + SIDE, other.final
    if job.text.insets or any(
        p.right for p in job.text.paragraphs
    ):  # its lines end that far from the frame's side
        wide = frame.w
    if anchor == "top" and frame.y + high <= there.y:
        spot.cut = replace(frame, h=there.y - frame.y)
    elif anchor == "bottom" and frame.bottom - high >= there.bottom:
        spot.cut = Box(frame.x, there.bottom, frame.w, frame.bottom - there.bottom)
    elif job.align == "left" and frame.x + wide <= there.x:
        spot.cut = replace(frame, w=there.x - frame.x)
    elif job.align == "right" and frame.right - wide >= there.right:
        spot.cut = Box(there.right, frame.y, frame.right - there.right, frame.h)
    else:
        return False
    return True
