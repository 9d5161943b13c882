"""Room in a chart: category labels that are never turned, labels of values, the legend, and what is left for the plot.  Points."""

from __future__ import annotations

import math

from ..records import dataclass
from ..scene.charts import ChartText, Label, Legend
from .chart_axes import Range
from .chart_canvas import LINE, Canvas
from .chart_looks import last_index

GAP = 9.0  # between an axis and its labels, at least as wide as programs make it
LABEL_PAD = 10.0  # beside a label: its own insets and the distance from what it names
WIDEST_NAMES = 0.42  # share of the frame that the categories of bars may take
ROW, COLUMN = 73.0, 160.0  # widest pitch of bars and columns: few bars don't grow fat
EDGE = 2.0
END_GAP = 7.0  # between the end of a line and its label, more than programs leave
KEY = 1.3  # width of a legend's key and the space after it, in ems
BETWEEN = 18.0  # from one legend entry to the next


@dataclass(frozen=True, slots=True)
class Names:
    """How categories are labelled: size, label every nth, room that they take across the axis; `fits` if nothing is cut."""

    size: int
    skip: int
    room: float
    fits: bool


def bar_names(canvas: Canvas, height: float, *, whole: bool = False) -> Names:
    """Category labels at the left of bars: one line, else two, in at most `WIDEST_NAMES` of the frame.

    With `whole` one line is tried at all sizes first: LibreOffice breaks no labels at the plot's edge.
    """
    part, texts = canvas.spec.category, list(canvas.data.categories)
    pitch, most = height / max(canvas.count, 1), canvas.width * WIDEST_NAMES
    sizes = canvas.sizes(part)
    for limit, deep in ((canvas.width / 2, 1),) * whole + ((most * 0.85, 2), (most, 3)):
        for size in sizes:
            long = canvas.widest(texts, size, part)
            for lines in range(1, deep + 1):
                if pitch < size * LINE * lines:
                    break
                width = long if lines == 1 else _narrowest(canvas, texts, size, min(long, limit), lines)
                if width <= limit and all(canvas.lines(t, size, part, width + 0.5) <= lines for t in texts):
                    return Names(size, 1, width + GAP + EDGE, True)
    size = sizes[-1]
    skip = max(1, math.ceil(size * LINE / pitch))
    width = canvas.widest(texts, size, part)
    return Names(size, skip, min(width, most) + GAP + EDGE, False)


def _narrowest(canvas: Canvas, texts: list[str], size: int, width: float, lines: int) -> float:
    """The least width (to 4 pt) in which all texts take at most `lines`."""
    part = canvas.spec.category
    while width > 60 and all(canvas.lines(t, size, part, width - 4) <= lines for t in texts):
        width -= 4
    return width


def column_names(canvas: Canvas, width: float, *, between: bool = True, ordered: bool = False) -> Names:
    """Category labels under columns or lines: broken into at most three lines; in an ordered row every nth may do."""
    part, texts = canvas.spec.category if not ordered else canvas.spec.axis, list(canvas.data.categories)
    places = max(canvas.count if between else canvas.count - 1, 1)
    pitch = width / places
    sizes = canvas.sizes(part)
    for most in (1, 2, 3) if not ordered else (1, 2):
        for size in sizes:
            need = max((canvas.lines(t, size, part, pitch - 8) for t in texts), default=1)
            if need <= most:
                return Names(size, 1, need * size * LINE + GAP, True)
    size = sizes[-1]
    widest = canvas.widest(texts, size, part)
    skip = max(1, math.ceil((widest + 10) / pitch))
    room = size * LINE
    if skip > 1:  # LibreOffice turns such labels by 45 degrees, and cuts them off without room
        room = min((widest + room) * 0.72, canvas.height * 0.25)
    return Names(size, skip, room + GAP, ordered or skip == 1)


def tick_texts(canvas: Canvas, scale: Range, places: int) -> list[str]:
    """The numbers at a value axis as they will be shown."""
    return [canvas.form.with_places(places).text(t) for t in scale.ticks]


def axis_room(canvas: Canvas, texts: list[str]) -> float:
    """The width of the numbers at a vertical value axis."""
    part = canvas.spec.axis
    return canvas.widest(texts, canvas.sizes(part)[0], part) + GAP


def legend_of(canvas: Canvas, names: list[str]) -> tuple[Legend | None, float, float, float]:
    """The legend, and the room it takes from the plot: above it, below it, at its right."""
    names = [n for n in names if n]
    if len(names) < 2:
        return None, 0.0, 0.0, 0.0
    part = canvas.spec.label
    size = canvas.sizes(part)[-1]
    text = canvas.text(part, size)
    widths = [canvas.measure(n, size, part) + size * KEY + BETWEEN for n in names]
    row = size * LINE + 6
    if canvas.spec.legend == "right" and max(widths) < canvas.width * 0.34:
        w, h = max(widths) + 6, min(len(names) * row, canvas.height)
        return Legend("r", text, canvas.share(canvas.width - w, 0, w, h)), 0.0, 0.0, w + 12
    rows, used = 1, 0.0
    for width in widths:
        if used and used + width > canvas.width:
            rows, used = rows + 1, width
        else:
            used += width
    w = min(sum(widths) * 1.03, canvas.width) if rows == 1 else canvas.width
    h = rows * row
    if canvas.spec.legend == "bottom":
        return Legend("b", text, canvas.share(0, canvas.height - h, w, h)), 0.0, h + 8, 0.0
    return Legend("t", text, canvas.share(0, 0, w, h)), h + 8, 0.0, 0.0


@dataclass(frozen=True, slots=True)
class Ends:
    """Labels at the ends of lines by series, and the room that they take at the right; empty if they'd overlap."""

    labels: dict[int, Label]
    room: float


def end_labels(canvas: Canvas, scale: Range, plot_height: float) -> Ends | None:
    """Series names at the lines' ends, moved apart where they would touch; None if they don't fit there."""
    series = canvas.data.series
    ends = {at: s.values[i] for at, s in enumerate(series) if (i := last_index(s.values)) >= 0}
    alone = len(series) == 1
    spec = canvas.spec
    shown: dict[int, tuple[ChartText, float, float]] = {}
    markers = {at: spec.marker_hero if at in canvas.series or alone else spec.marker for at in ends}
    widest = max(
        markers.values(), default=0
    )  # programs put a label beside its marker: so all names stand on one edge
    for smaller in range(len(canvas.sizes(spec.label))):
        shown.clear()
        for at, value in ends.items():
            main = at in canvas.series or alone or not canvas.series
            part = spec.label_hero if at in canvas.series or alone else spec.label
            sizes = canvas.sizes(part)
            size = sizes[min(smaller, len(sizes) - 1)]
            lines = [canvas.form.text(value or 0.0)] if alone or spec.end_value else []
            lines += [] if alone else [series[at].name]
            color = canvas.color(spec.label_hero.color) if main else None
            width = canvas.widest(lines, size, part)
            shown[at] = (canvas.text(part, size, color), width, size * LINE * len(lines))
        room = max((w for _, w, _ in shown.values()), default=0.0) + LABEL_PAD + END_GAP + widest / 2
        shifts = _apart(
            {
                at: (scale.most - (v or 0.0)) / (scale.most - scale.least) * plot_height
                for at, v in ends.items()
            },
            {at: h for at, (_, _, h) in shown.items()},
            plot_height,
        )
        if room <= canvas.width * 0.36 and shifts is not None:
            labels = {
                at: Label(text, "r", value=alone or spec.end_value, series=not alone,
                          shift=(round((END_GAP + (widest - markers[at]) / 2) / canvas.width * 100_000), round(shifts[at] / canvas.height * 100_000)))
                for at, (text, _, _) in shown.items()
            }  # fmt: skip
            return Ends(labels, room)
    return None


def _apart(places: dict[int, float], heights: dict[int, float], height: float) -> dict[int, float] | None:
    """How far each label moves so that none touches another; None if one would move away from its line."""
    order = sorted(places, key=lambda at: (places[at], at))
    wanted = {at: places[at] for at in order}
    for _ in range(60):  # neighbours share what they lack
        moved = False
        for one, other in zip(order, order[1:], strict=False):
            lack = (heights[one] + heights[other]) / 2 - (wanted[other] - wanted[one])
            if lack > 0.5:
                wanted[one] -= lack / 2
                wanted[other] += lack / 2
                moved = True
        if not moved:
            break
    shifts = {at: wanted[at] - places[at] for at in order}
    if any(abs(s) > heights[at] * 1.1 for at, s in shifts.items()):
        return None
    if any(wanted[at] < -heights[at] / 2 or wanted[at] > height + heights[at] for at in order):
        return None
    return {at: s if abs(s) > 1 else 0.0 for at, s in shifts.items()}
