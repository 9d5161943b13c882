"""Pies and doughnuts: slices named beside them, or by a legend where the names would touch.  Points."""

from __future__ import annotations

import math

from ..records import replace
from ..scene.charts import Label, Legend, Plot, Point, Series
from ..theme.paint import Color, Stroke
from .chart_canvas import LINE, Canvas
from .chart_looks import border, slice_colors
from .chart_sizes import KEY, LABEL_PAD

TURNS = range(0, 360, 15)  # where the first slice may start, so that small slices have room for their names
LEAST_SHARE = 0.6  # of the frame's height that a pie with labels around it must have
GAP = 8.0


def pie(canvas: Canvas) -> Plot:
    """A pie with labels around it, else with a legend; a doughnut always has the legend."""
    values = [v or 0.0 for v in canvas.data.series[0].values]
    total = sum(values) or 1.0
    shares = [v / total for v in values]
    if canvas.kind == "pie":
        for size in canvas.sizes(canvas.spec.category):
            radius, turn = max((_radius(canvas, shares, size, t), -t) for t in TURNS)
            if radius * 2 >= canvas.height * LEAST_SHARE:
                return _around(canvas, radius, size, -turn)
    return _with_legend(canvas, shares)


def shown_value(canvas: Canvas, value: float, share: float) -> str:
    """What a slice's label says."""
    return canvas.form.text(share if canvas.percent else value)


def _radius(canvas: Canvas, shares: list[float], size: int, turn: int) -> float:
    """The largest radius at which all labels stay in the frame; 0 if two of them would touch."""
    part = canvas.spec.category
    values = canvas.data.series[0].values
    boxes = []
    at = turn / 360
    for name, share, value in zip(canvas.data.categories, shares, values, strict=True):
        angle = 2 * math.pi * (at + share / 2)
        at += share
        wide = max(
            canvas.measure(name, size, part),
            canvas.measure(shown_value(canvas, value or 0.0, share), size, part),
        )
        boxes.append((math.sin(angle), -math.cos(angle), wide + LABEL_PAD, size * LINE * 2 + 3))
    radius = min(canvas.height, canvas.width) / 2
    while radius > 20:
        places = [((radius + GAP + w / 2) * dx, (radius + GAP + h / 2) * dy, w, h) for dx, dy, w, h in boxes]
        inside = all(
            abs(y) + h / 2 <= canvas.height / 2 and abs(x) + w / 2 <= canvas.width / 2
            for x, y, w, h in places
        )
        if inside:
            apart = all(
                abs(a[0] - b[0]) >= (a[2] + b[2]) / 2 or abs(a[1] - b[1]) >= (a[3] + b[3]) / 2
                for i, a in enumerate(places)
                for b in places[i + 1 :]
            )
            return radius if apart else 0.0
        radius -= 4
    return 0.0


def _border(canvas: Canvas, color: Color) -> Stroke | None:
    return border(canvas, color, canvas.stroke(canvas.spec.edge, canvas.spec.edge_width))


def _series(canvas: Canvas, label: Label | None, points: tuple[Point, ...]) -> Series:
    spec, source = canvas.spec, canvas.data.series[0]
    edge = canvas.stroke(spec.outline, spec.outline_width) or canvas.stroke(spec.edge, spec.edge_width)
    return Series(source.name, source.values, canvas.color(spec.hero), edge, None, label, points)


def _plot(
    canvas: Canvas, series: Series, area: tuple[float, float, float, float], size: int, legend: Legend | None
) -> Plot:
    return Plot(
        type="doughnut" if canvas.kind == "doughnut" else "pie",
        categories=canvas.data.categories, series=(series,), text=canvas.text(canvas.spec.category, size),
        area=canvas.share(*area), legend=legend, code="General" if canvas.percent else canvas.form.code, hole=canvas.spec.hole,
    )  # fmt: skip


def _around(canvas: Canvas, radius: float, size: int, turn: int) -> Plot:
    """The pie in the middle of the frame, each slice's name and value outside of it."""

    def label(main: bool) -> Label:
        text = canvas.text(canvas.spec.category, size)
        if main:
            text = replace(text, bold=True)
        return Label(
            text,
            "outEnd",
            value=not canvas.percent,
            category=True,
            percent=canvas.percent,
            code=canvas.form.code,
        )

    points = tuple(
        Point(i, color, label(True) if i in canvas.categories else None, stroke=_border(canvas, color))
        for i, color in enumerate(slice_colors(canvas))
    )
    area = (canvas.width / 2 - radius, canvas.height / 2 - radius, 2 * radius, 2 * radius)
    return replace(_plot(canvas, _series(canvas, label(False), points), area, size, None), turn=turn)


def _with_legend(canvas: Canvas, shares: list[float]) -> Plot:
    """The slices at the left, values on those that are large enough, the legend at the right."""
    spec = canvas.spec
    part = spec.label
    side = canvas.height
    sizes = canvas.sizes(part)
    names = list(canvas.data.categories)
    most = canvas.width - side - 30

    def stays(size: int) -> bool:
        return (
            len(names) * (size * LINE + 10) <= canvas.height
            and canvas.widest(names, size, part) + size * KEY + 16 <= most
        )

    size = next(filter(stays, sizes), sizes[-1])
    row = size * LINE + 10
    widest = canvas.widest(names, size, part) + size * KEY + 16
    wide = min(widest, most)
    tall = min(row * len(names), canvas.height)
    left = max(0.0, (canvas.width - side - 40 - wide) / 2)
    legend = Legend(
        "r", canvas.text(part, size, canvas.color("text")),
        canvas.share(left + side + 40, (canvas.height - tall) / 2, wide, tall),
    )  # fmt: skip
    ring = side / 2 * (1 - spec.hole / 100) if canvas.kind == "doughnut" else side / 2 * 0.62
    middle = side / 2 * (1 + spec.hole / 100) / 2 if canvas.kind == "doughnut" else side / 2 * 0.65
    value = canvas.sizes(spec.value)[-1]
    points = []
    for i, color in enumerate(slice_colors(canvas)):
        shown = shown_value(canvas, canvas.data.series[0].values[i] or 0.0, shares[i])
        width = canvas.measure(shown, value, spec.value)
        arc = 2 * math.pi * middle * shares[i]
        fits = width <= ring - 4 and arc >= max(value * LINE, width * 0.8)
        text = canvas.text(spec.value, value, canvas.legible(color))
        place = "" if canvas.kind == "doughnut" else "ctr"
        label = Label(text, place, value=not canvas.percent, percent=canvas.percent, code=canvas.form.code)  # type: ignore[arg-type]
        points.append(Point(i, color, label if fits else False, stroke=_border(canvas, color)))
    return _plot(canvas, _series(canvas, None, tuple(points)), (left, 0.0, side, side), size, legend)
