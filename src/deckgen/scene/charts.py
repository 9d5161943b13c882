"""The parts of a native chart: series, labels, axes.  Nothing is left to the program that opens it.

Lengths are EMU, sizes whole points, colours scheme colours; shares of the chart's frame are in 1/100000.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..records import dataclass
from ..theme.paint import Color, Stroke

PlotType: TypeAlias = Literal[
    "column", "bar", "stacked-column", "stacked-bar", "percent-column", "percent-bar",
    "line", "area", "stacked-area", "pie", "doughnut", "scatter",
]  # fmt: skip
LabelPlace: TypeAlias = Literal["", "outEnd", "inEnd", "ctr", "r", "t", "b", "l"]
"""`c:dLblPos`; "" where the chart type has only one place."""


@dataclass(frozen=True, slots=True)
class ChartText:
    """How a part's text is set: in the theme's body font."""

    size: int
    color: Color
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a value: which of the parts value, series name, category and percentage it shows, a line for each, or `inline` one after the other.

    `shift` moves it from its place: (x, y) in 1/100000 of the frame.  `code` is its number format, "" that of the plot.
    """

    text: ChartText
    place: LabelPlace = ""
    value: bool = True
    series: bool = False
    category: bool = False
    percent: bool = False
    shift: tuple[int, int] = (0, 0)
    code: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """A round marker: diameter in points (2 to 72, ECMA-376 part 1, 21.2.3.29)."""

    size: int
    color: Color


@dataclass(frozen=True, slots=True)
class Point:
    """What differs at one point of a series: its colour (with it its outline), label, marker.  `label` False takes the series' label away."""

    index: int
    color: Color | None = None
    label: Label | Literal[False] | None = None
    marker: Marker | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A series of values, None where there is none.

    `color` fills bars, areas and slices; `stroke` is a line's, or an outline.  `label` is on all points, `points` differ.
    """

    name: str
    values: tuple[float | None, ...]
    color: Color
    stroke: Stroke | None = None
    marker: Marker | None = None
    label: Label | None = None
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryAxis:
    """The axis of categories: without text None; `skip` labels every nth category; `low` keeps labels at the plot's edge.

    `reverse` runs from the other end: top down in bar charts, right to left in right-to-left decks.
    """

    text: ChartText | None
    line: Stroke | None = None
    skip: int = 1
    low: bool = False
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """An axis of values from `least` to `most` in steps of `step`; without text its labels aren't shown."""

    least: float
    most: float
    step: float
    code: str = "General"
    text: ChartText | None = None
    grid: Stroke | None = None
    line: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """The key to the series: `box` is left, top, width, height in 1/100000 of the frame."""

    place: Literal["t", "r", "b"]
    text: ChartText
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart's data and drawing.

    `categories` name the values; in a scatter chart `x` are their places and `x_axis` shows them.  `area` is the plot's inner area
    (left, top, width, height in 1/100000 of the frame): axis labels stand outside of it.  `gap` is the space between bars, `overlap`
    how far those of one category overlap, both in percent of a bar; `hole` is a doughnut's, in percent; `turn` is where a pie's first slice
    starts, in degrees from the top.
    `code` is the number format of values, `name` the header of the categories in the workbook.
    """

    type: PlotType
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    text: ChartText
    area: tuple[int, int, int, int]
    category_axis: CategoryAxis | None = None
    value_axis: ValueAxis | None = None
    x: tuple[float | None, ...] = ()
    x_axis: ValueAxis | None = None
    legend: Legend | None = None
    code: str = "General"
    gap: int = 60
    overlap: int = 0
    hole: int = 60
    turn: int = 0
    name: str = ""
