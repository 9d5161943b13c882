"""Native bars and lines as elements, where a program draws them from the plot's area, its axes and its labels.

What the file says is exact: areas, bars, lines, markers, sizes, colours.  Where labels stand is the programs' own rule, followed here to a
few points: half a line from the axis or the bar's end, in the middle of what they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from deckgen.layout.runs import Faces
from deckgen.scene.charts import ChartText, Label, Plot, Point, Series, ValueAxis
from deckgen.scene.items import Chart
from deckgen.theme.paint import Color
from deckgen.units import to_points

from .elements import Element, words

Hex = Callable[[Color], str]
LOOSE = frozenset({"left", "right", "width", "height"})
PAD = 7.0  # points between a label and what it names


class _Area(NamedTuple):
    x: float
    y: float
    w: float
    h: float


def chart_elements(chart: Chart, hexed: Hex, faces: Faces) -> Iterator[Element]:
    """What a viewer sees of a chart with bars from left to right, or with lines."""
    plot = chart.plot
    x, y, w, h = (to_points(n) for n in (chart.box.x, chart.box.y, chart.box.w, chart.box.h))
    left, top, wide, high = (n / 100_000 for n in plot.area)
    area = _Area(x + left * w, y + top * h, wide * w, high * h)
    drawing = _Drawing(plot, area, (w, h), hexed, faces)
    yield from drawing.bars() if plot.type == "bar" else drawing.lines()


class _Drawing:
    def __init__(self, plot: Plot, area: _Area, frame: tuple[float, float], hexed: Hex, faces: Faces) -> None:
        assert plot.type in ("bar", "line") and plot.value_axis is not None
        self.plot, self.area, self.frame, self.hex, self.faces = plot, area, frame, hexed, faces
        self.axis: ValueAxis = plot.value_axis

    def text(self, name: str, text: str, style: ChartText, x: float, middle: float, align: str) -> Element:
        """A label whose line's middle is at `middle`, its left or right end or its middle at `x`."""
        width = self.faces.measure("body", style.bold, False).width(text, style.size)
        face = self.faces.face("body", style.bold)
        half, low = (face.ascent + face.descent) / 2, (face.ascent - face.descent) / 2  # em
        left = {"l": x, "r": x - width, "c": x - width / 2}[align]
        return Element(
            kind="text", name=name, x=left, y=middle - style.size * half, w=width, h=style.size * 2 * half, text=words(text), size=style.size,
            leading=style.size * 2 * half, bold=style.bold, color=self.hex(style.color), align=align, anchor="m",
            baseline=middle + style.size * low, lines=1, loose=LOOSE,
        )  # fmt: skip

    def share(self, value: float) -> float:
        """Where a value stands on its axis, 0 to 1."""
        return (value - self.axis.least) / (self.axis.most - self.axis.least)

    def bars(self) -> Iterator[Element]:
        """Bars with their names at the left and their values at the right."""
        series = self.plot.series[0]
        pitch = self.area.h / len(self.plot.categories)
        thick = pitch / (1 + self.plot.gap / 100)
        assert self.plot.category_axis is not None and self.plot.category_axis.text is not None
        if (
            self.axis.grid is not None and self.axis.text is None
        ):  # its only line is the one that the bars stand on
            stroke = self.axis.grid
            yield Element(
                kind="line", name="axis", x=self.area.x, y=self.area.y, h=self.area.h, line=self.hex(stroke.color), width=to_points(stroke.width)
            )  # fmt: skip
        for i, (name, value) in enumerate(zip(self.plot.categories, series.values, strict=True)):
            middle, point = self.area.y + (i + 0.5) * pitch, _point(series, i)
            length = self.area.w * (self.share(value or 0.0) - self.share(0.0))
            color = point.color or series.color
            yield Element(
                kind="rect", name="bar", x=self.area.x, y=middle - thick / 2, w=length, h=thick, fill=self.hex(color), alpha=color.alpha / 100_000,
                line=self.hex(series.stroke.color) if series.stroke is not None else "",
                width=to_points(series.stroke.width) if series.stroke is not None else 0.0,
            )  # fmt: skip
            yield self.text("category", name, self.plot.category_axis.text, self.area.x - PAD, middle, "r")
            label = point.label if isinstance(point.label, Label) else series.label
            if label is not None and value is not None:
                shown = _shown(value, label.code or self.plot.code)
                yield self.text("value", shown, label.text, self.area.x + length + PAD, middle, "l")

    def lines(self) -> Iterator[Element]:
        """The grid with its numbers, the lines with a marker and a name at their ends, the names below."""
        area, axis, names = self.area, self.axis, self.plot.category_axis
        assert (
            axis.text is not None and axis.grid is not None and names is not None and names.text is not None
        )
        for i in range(round((axis.most - axis.least) / axis.step) + 1):
            value = axis.least + i * axis.step
            y = area.y + area.h * (1 - self.share(value))
            yield Element(
                kind="line", name="grid", x=area.x, y=y, w=area.w, line=self.hex(axis.grid.color), width=to_points(axis.grid.width)
            )  # fmt: skip
            yield self.text("axis", _shown(value, axis.code), axis.text, area.x - PAD, y, "r")
        step = area.w / len(self.plot.categories)
        for i, name in enumerate(self.plot.categories):
            low = area.y + area.h + PAD + names.text.size * 0.63
            yield self.text("axis", name, names.text, area.x + (i + 0.5) * step, low, "c")
        for series in self.plot.series:
            yield from self.line(series, step)

    def line(self, series: Series, step: float) -> Iterator[Element]:
        """One line."""
        area = self.area
        dots = [
            (area.x + (i + 0.5) * step, area.y + area.h * (1 - self.share(v)))
            for i, v in enumerate(series.values)
            if v is not None
        ]
        (x, y), xs, ys = dots[-1], [d[0] for d in dots], [d[1] for d in dots]
        assert series.stroke is not None
        yield Element(
            kind="freeform", name="line", x=min(xs), y=min(ys), w=max(xs) - min(xs), h=max(ys) - min(ys),
            line=self.hex(series.stroke.color), width=to_points(series.stroke.width),
        )  # fmt: skip
        end = _point(series, len(series.values) - 1)
        size = 0.0
        if end.marker is not None:
            size = end.marker.size
            yield Element(
                kind="ellipse", name="marker", x=x - size / 2, y=y - size / 2, w=size, h=size, fill=self.hex(end.marker.color)
            )  # fmt: skip
        if isinstance(end.label, Label):
            right, down = (n / 100_000 * whole for n, whole in zip(end.label.shift, self.frame, strict=True))
            yield self.text("label", series.name, end.label.text, x + size / 2 + right + PAD, y + down, "l")


def _point(series: Series, index: int) -> Point:
    return next((p for p in series.points if p.index == index), Point(index))


def _shown(value: float, code: str) -> str:
    """A number as the positive section of its format code shows it, in German (the comps' language)."""
    section = code.split(";")[0].replace('"', "")
    found = re.search(r"#,##0(?:\.(0+))?|General|0(?:\.(0+))?", section)
    assert found is not None, code
    places = len(found[1] or found[2] or "")
    return (
        section[: found.start()] + f"{value:.{places}f}".replace(".", ",") + section[found.end() :]
    ).strip()
