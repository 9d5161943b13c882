"""A row of bars across the page, one for each section: done, current, ahead (ART.md section 6, "Register").

A talk with fewer than two sections has a bar for each point of its series; without these too, one row shows how far the talk is.

Options, lengths in inches: `x`, `y` and `width` of the row, `height` of the bars, `gap` between them; `done`, `current`, `ahead`: colour
roles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..scene.items import Item, Shape
from ..theme.records import Ground, Theme
from ..units import Box
from ._tracker import Facts, Tracker, number

ROLES = {"done": "text", "current": "primary", "ahead": "line"}


def draw(facts: Facts, options: Mapping[str, object], ground: Ground, theme: Theme) -> tuple[Item, ...]:
    """The bars from the first to the last."""
    x, y = number(options, "x", 0.667), number(options, "y", 0.417)
    width, high = number(options, "width", 12.0), number(options, "height", 0.056)
    return tuple(
        Shape(
            id=f"{facts.slide}:register-{n}",
            name=f"Register {n}",
            box=Box.of_inches(x + start, y, wide, high),
            fill=ground.roles[str(options.get(state, ROLES[state]))],
            decorative=True,
        )
        for n, (state, start, wide) in enumerate(_bars(facts, width, number(options, "gap", 0.083)), 1)
    )


def _bars(facts: Facts, width: float, gap: float) -> Iterator[tuple[str, float, float]]:
    """Each bar's state, its distance from the row's start and its width."""
    by_section = len(facts.openings) > 1
    count = len(facts.openings) if by_section else facts.stops
    if count < 2:
        done = width * min(1.0, max(0.0, facts.progress))
        if done:
            yield "current", 0.0, done
        if done < width:
            yield "ahead", done, width - done
        return
    # a slide between two stops belongs to the one behind it
    current = facts.section - 1 if by_section else min(count - 1, int(facts.progress * (count - 1) + 1e-6))
    each = (width - gap * (count - 1)) / count
    for n in range(count):
        state = "done" if n < current else "current" if n == current else "ahead"
        yield state, (each + gap) * n, each


TRACKER = Tracker(
    draw,
    {
        **dict.fromkeys(("x", "y", "width", "height", "gap"), "number"),
        **dict.fromkeys(("done", "current", "ahead"), "role"),
    },
)
