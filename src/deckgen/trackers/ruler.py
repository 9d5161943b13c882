"""A folding ruler along the slide's bottom edge: the time of day, or without clock times the sections and slides (ART.md section 5).

What has passed is filled; a pointer stands above now.  With `start` in the talk the ruler runs from the full hour before the talk to the one
after it; else a long tick is a section's first slide, a short one each further slide.

Options, lengths in inches: `y` of the edge, `length` up to the end cap, `height`; `size` of the figures in points; `tick`, a tick's width in
points; `done`, `on-done`, `ink`: colour roles of what has passed, of ticks and figures on it, of the others and the pointer.  `large: true`
draws a divider's ruler instead, with the sections' numbers from `y` down, `edge` points wide.  `boxes: true` draws a box for each point
of the slide's series too, at `boxes-x`, `boxes-y`, those up to this point filled with `box`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..scene.items import Connector, Fit, Group, Item, Paragraph, Run, Shape, Text
from ..theme.paint import Color, Stroke, radius_of
from ..theme.records import Ground, Theme
from ..typeset.measure import measure_for
from ..units import Box, inches, points
from ._tracker import Clock, Facts, Tracker, number

LONG, MIDDLE, SHORT = 0.278, 0.167, 0.097  # ticks
STEPS = (1, 5, 10, 30, 60)  # minutes between ticks
CLOSEST = 0.2  # inches between ticks of the clock
POINTER = (0.222, 0.194)
BESIDE = 0.097  # from a tick to its figure
FIGURE = 0.34  # room of a figure of two digits
MOST_BOXES = 12


class Mark(NamedTuple):
    """A tick: its place on the ruler and its length in inches, and what stands beside it."""

    x: float
    length: float
    words: str = ""


class Pen(NamedTuple):
    """What all parts are drawn with."""

    facts: Facts
    options: Mapping[str, object]
    ground: Ground
    theme: Theme

    def length(self, key: str, default: float) -> float:
        return number(self.options, key, default)

    def color(self, key: str, default: str) -> Color:
        return self.ground.roles[str(self.options.get(key, default))]

    def text(
        self,
        name: str,
        words: str,
        at: tuple[float, float, float],
        size: int,
        leading: int,
        bold: bool,
        color: Color,
    ) -> Shape:
        """Figures with their baseline at (x, y); `at` is x, y and the width."""
        x, base, width = at
        fonts, style = self.theme.fonts, "bold" if bold else "regular"
        faces = [
            f for family in (fonts.brand.body, fonts.office.body) if (f := fonts.faces.get((family, style)))
        ]
        share = faces[0].ascent / (faces[0].ascent + faces[0].descent) if faces else 0.8
        top = base - leading / 72 * share
        run = Run(words, bold=bold, size=size, color=color, tracking=round(-2 * size) if size > 60 else None)
        paragraph = Paragraph(
            (run,), leading=round(leading / (1.2 * size) * 100_000), size=size, align="left"
        )
        wide = max((measure_for(f).width(words, size) for f in faces), default=0.6 * size * len(words))
        fit = Fit(size, size, 1, leading, leading, wide, tuple(f.name for f in faces[:1]))
        return Shape(
            id=f"{self.facts.slide}:{name}", name=name.replace("-", " ").capitalize(), preset="rect", decorative=True,
            box=Box.of_inches(x, top, width, leading / 72), text=Text((paragraph,), "top", (0, 0, 0, 0)), fit=fit,
        )  # fmt: skip

    def ticks(self, name: str, marks: list[Mark], y: float, color: Color, width: float) -> Shape:
        """Ticks as one freeform."""
        left, right = min(m.x for m in marks), max(m.x for m in marks)
        box = Box.of_inches(left, y, right - left, max(m.length for m in marks))
        path: list[tuple[str | int, ...]] = []
        for mark in marks:
            x = inches(mark.x - left)
            path += [("M", x, 0), ("L", x, inches(mark.length))]
        return Shape(
            id=f"{self.facts.slide}:{name}", name=name.replace("-", " ").capitalize(), preset="", path=tuple(path), box=box, decorative=True,
            stroke=Stroke(color, points(width)),
        )  # fmt: skip


EDGE = 0.0125  # inches of what has passed that leave the ruler's own edge free


def draw(facts: Facts, options: Mapping[str, object], ground: Ground, theme: Theme) -> tuple[Item, ...]:
    """What has passed, ticks and figures, the pointer; or a divider's ruler."""
    pen = Pen(facts, options, ground, theme)
    if options.get("large"):
        return tuple(_large(pen))
    return (*(_boxes(pen) if options.get("boxes") else ()), *_ruler(pen))


def _ruler(pen: Pen) -> Iterator[Item]:
    length, y, height = pen.length("length", 12.667), pen.length("y", 7.0), pen.length("height", 0.5)
    now, marks = (
        _clock(pen.facts.clock, length) if pen.facts.clock is not None else _places(pen.facts, length)
    )
    done, ink, over = (
        pen.color("done", "primary"),
        pen.color("ink", "text"),
        pen.color("on-done", "on-primary"),
    )
    ident = pen.facts.slide
    if inches(now):
        yield Shape(
            id=f"{ident}:elapsed", name="!!elapsed", preset="rect", box=Box.of_inches(0, y + EDGE, now, height - EDGE), fill=done, decorative=True
        )  # fmt: skip
    items: list[Item] = []
    width, size = pen.length("tick", 1.25), round(pen.length("size", 18))
    ticks = [m for m in marks if m.length]
    for name, color, own in (
        ("ticks-done", over, [m for m in ticks if m.x <= now and over != ink]),
        ("ticks", ink, [m for m in ticks if m.x > now or over == ink]),
    ):
        if own:
            items.append(pen.ticks(name, own, y, color, width))
    for n, mark in enumerate(m for m in marks if m.words):
        # a figure half on either ground can be read on neither
        if over != ink and mark.x < now < mark.x + BESIDE + FIGURE * len(mark.words) / 2:
            continue
        color = over if mark.x < now else ink
        items.append(
            pen.text(
                f"figure-{n + 1}",
                mark.words,
                (mark.x + BESIDE, y + 0.375, max(0.556, 0.17 * len(mark.words))),
                size,
                round(size * 4 / 3),
                True,
                color,
            )
        )
    if items:
        whole = Box.of_inches(0, y, length, height)
        yield Group(id=f"{ident}:ruler", name="Ruler", box=whole, items=tuple(items), decorative=True)
    x = max(now, 0.125)
    wide, tall = POINTER
    yield Shape(
        id=f"{ident}:pointer", name="!!pointer", preset="", box=Box.of_inches(x - wide / 2, y + 0.014 - tall, wide, tall), fill=ink, decorative=True,
        path=(("M", 0, 0), ("L", inches(wide), 0), ("L", inches(wide / 2), inches(tall)), ("Z",)),
    )  # fmt: skip


def _clock(clock: Clock, length: float) -> tuple[float, list[Mark]]:
    """Now, and a tick every few minutes from the full hour before the talk to that after it."""
    first, last = (
        math.floor(clock.start / 60),
        max(math.ceil(clock.end / 60), math.floor(clock.start / 60) + 1),
    )
    minute = length / (60 * (last - first))
    step = next((s for s in STEPS if s * minute >= CLOSEST), STEPS[-1])
    named = 60 if last - first > 2 else 30 if last - first == 2 else 10  # minutes between figures
    marks = []
    for at in range(0, 60 * (last - first), step):
        hour = at % 60 == 0
        middle = at % 30 == 0 or (step == 1 and at % 10 == 0)
        size = LONG if hour else MIDDLE if middle else SHORT
        words = f"{(first + at // 60) % 24}" + ("" if named == 60 else f":{at % 60:02}")
        # the ruler's own edge is the first tick
        marks.append(Mark(at * minute, size if at else 0.0, words if at % named == 0 else ""))
    while sum(1 for m in marks if m.words) * 0.5 > length:  # more hours than have room
        marks = [m._replace(words="" if i % 2 else m.words) for i, m in enumerate(marks)]
    return min(max((clock.now - 60 * first) * minute, 0.0), length), marks


def _places(facts: Facts, length: float) -> tuple[float, list[Mark]]:
    """Where the slide stands, and a tick for each slide: a long one with its number where a section begins."""
    most = max(facts.slides - 1, 1)
    pitch = length / most
    every = max(1, math.ceil(0.06 / pitch))
    marks: list[Mark] = []
    clear = -1.0
    for place in range(facts.slides):
        x = place * pitch
        if place in facts.openings:
            # a figure has room up to the next one, and before the end cap
            words = str(facts.openings.index(place) + 1) if clear <= x <= length - FIGURE else ""
            clear = x + FIGURE + 0.1 if words else clear
            marks.append(Mark(x, LONG, words))
        elif place and place < most and place % every == 0:
            marks.append(Mark(x, SHORT))
    return facts.place * pitch, marks


def _large(pen: Pen) -> Iterator[Item]:
    """The ruler under a magnifier: a section is as wide as ten ticks; from six sections on the current one stands second.

    The ruler never moves so far that a last section's number would be cut by the slide's edge.
    """
    facts, y, ink = pen.facts, pen.length("y", 4.583), pen.color("ink", "text")
    ident, width = facts.slide, pen.theme.width
    yield Connector(
        id=f"{ident}:edge", name="Ruler edge", box=Box(0, inches(y), width, 0), x1=0, y1=inches(y), x2=width, y2=inches(y), decorative=True,
        stroke=Stroke(ink, points(pen.length("edge", 3))),
    )  # fmt: skip
    count = len(facts.openings)
    shift = max(0, min(facts.section - 2, count - 4) if count > 5 else facts.section - 4)
    tick, origin, end = 0.2778, 1.5, 13.333
    short: list[Mark] = []
    long: list[Mark] = []
    for n in range(-5, 43):
        x = origin + tick * n
        if n % 10 == 0 and 0 <= n // 10 < count - shift:
            long.append(Mark(x, 2.083, str(n // 10 + 1 + shift)))
        elif 0 < x < end:
            short.append(Mark(x, 1.167 if n % 5 == 0 else 0.639))
    yield pen.ticks("small-ticks", short, y, ink, 2.25)
    if long:
        yield pen.ticks("section-ticks", long, y, ink, 3)
    for mark in long:
        current = int(mark.words) == facts.section
        size, leading, base = (124, 120, y + 2.382) if current else (44, 50, y + 2.243)
        yield pen.text(
            f"section-{mark.words}",
            mark.words,
            (mark.x + 0.194, base, 2.222 if current else 1.111),
            size,
            leading,
            current,
            ink,
        )


def _boxes(pen: Pen) -> Iterator[Item]:
    """A box for each point of the series."""
    facts, ink = pen.facts, pen.color("box", "on-primary")
    if not 1 < facts.count <= MOST_BOXES:
        return
    x, y, pitch = pen.length("boxes-x", 0.667), pen.length("boxes-y", 5.833), min(0.4722, 3.3 / facts.count)
    side = pitch - 0.083
    for n in range(facts.count):
        box = Box.of_inches(x + pitch * n, y, side, side)
        yield Shape(
            id=f"{facts.slide}:box-{n + 1}", name=f"Point box {n + 1}", preset="roundRect", adjust=radius_of(points(2), box), box=box,
            fill=ink if n < facts.index else None, stroke=Stroke(ink, points(1.75)), decorative=True,
        )  # fmt: skip


TRACKER = Tracker(
    draw,
    {
        **dict.fromkeys(("y", "length", "height", "size", "tick", "edge", "boxes-x", "boxes-y"), "number"),
        **dict.fromkeys(("done", "on-done", "ink", "box"), "role"),
        **dict.fromkeys(("large", "boxes"), "flag"),
    },
)
