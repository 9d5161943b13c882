"""Lines, areas and scatter charts: a grid to read from, names at the lines' ends.  Points."""

from __future__ import annotations

from ..model.number_format import NumberFormat, decimals
from ..scene.charts import CategoryAxis, Legend, Marker, Plot, Series, ValueAxis
from .chart_axes import Range, nice_range
from .chart_canvas import LINE, Canvas
from .chart_looks import hero, line_series, plain_series, series_color
from .chart_sizes import EDGE, GAP, axis_room, column_names, end_labels, legend_of, tick_texts


def lines(canvas: Canvas) -> Plot:
    """A line chart: names at the lines' ends where they fit, else a legend."""
    scale = nice_range(canvas.values, zero=False)
    guess = canvas.height - canvas.sizes(canvas.spec.axis)[0] * LINE * 1.5 - GAP
    ends = end_labels(canvas, scale, guess)
    legend: Legend | None = None
    top = bottom = right = 0.0
    if ends is None:
        legend, top, bottom, right = legend_of(canvas, [s.name for s in canvas.data.series])
    else:
        right = ends.room
    labels = ends.labels if ends is not None else {}
    rows = tuple(line_series(canvas, at, labels) for at in range(len(canvas.data.series)))
    return _framed(canvas, rows, scale, (top, bottom, right), legend, between=ends is None)


def areas(canvas: Canvas) -> Plot:
    """An area chart, its areas on one another or one behind another."""
    data = canvas.data
    if canvas.kind == "stacked-area":
        sums = [sum(s.values[i] or 0.0 for s in data.series) for i in range(canvas.count)]
        scale = nice_range([*sums, *canvas.values], zero=True)
    else:
        scale = nice_range(canvas.values, zero=True)
    legend, top, bottom, right = legend_of(canvas, [s.name for s in data.series])
    rows = tuple(plain_series(canvas, at, None) for at in range(len(data.series)))
    return _framed(canvas, rows, scale, (top, bottom, right), legend, between=False)


def _framed(
    canvas: Canvas, rows: tuple[Series, ...], scale: Range, room: tuple[float, float, float], legend: Legend | None, *,
    between: bool,
) -> Plot:  # fmt: skip
    """The plot within its axes."""
    top, bottom, right = room
    spec = canvas.spec
    part = spec.axis
    size = canvas.sizes(part)[0]
    places = decimals(scale.step * (100 if canvas.form.share else 1), 6)
    left = axis_room(canvas, tick_texts(canvas, scale, places))
    half = size * LINE / 2
    if not between and canvas.count:  # the first and last category stand under the plot's edges
        ends = [canvas.measure(canvas.data.categories[i], size, part) / 2 for i in (0, -1)]
        left, right = max(left, ends[0]), max(right, ends[1])
    width = canvas.width - left - right - EDGE
    names = column_names(canvas, width, between=between, ordered=True)
    height = canvas.height - top - bottom - half - names.room
    base = (
        canvas.stroke(spec.base, spec.base_width) if between else None
    )  # else a name stands by the number at the corner
    text = canvas.text(part, names.size)
    axis = ValueAxis(*scale, canvas.form.with_places(places).code, canvas.text(part, size), canvas.grid())
    return Plot(
        type=canvas.kind,  # type: ignore[arg-type]
        categories=canvas.data.categories, series=rows, text=text,
        area=canvas.share(left, top + half, width, height),
        category_axis=CategoryAxis(text, base, names.skip, scale.least < 0, canvas.rtl),
        value_axis=axis, legend=legend, code=canvas.form.code,
    )  # fmt: skip


def scatter(canvas: Canvas) -> Plot:
    """A scatter chart: dots between two axes."""
    data, spec = canvas.data, canvas.spec
    xs = data.x or ()
    y_scale = nice_range(canvas.values, zero=False)
    x_scale = nice_range([x for x in xs if x is not None], zero=False, intervals=6)
    legend, top, bottom, right = legend_of(canvas, [s.name for s in data.series])
    part = spec.axis
    size = canvas.sizes(part)[0]
    places = decimals(y_scale.step * (100 if canvas.form.share else 1), 6)
    left = axis_room(canvas, tick_texts(canvas, y_scale, places))
    years = all(x is None or (x == int(x) and 1800 <= x <= 2200) for x in xs)
    x_form = NumberFormat(canvas.lang, decimals(x_scale.step, 6), grouped=not years)
    x_texts = [x_form.text(t) for t in x_scale.ticks]
    half, low = size * LINE / 2, size * LINE + GAP
    right = max(right, canvas.measure(x_texts[-1], size, part) / 2)
    text = canvas.text(part, size)
    rows = []
    for at, s in enumerate(data.series):
        color = series_color(canvas, at)
        width = spec.marker_hero if hero(canvas, at) and len(data.series) > 1 else spec.marker
        rows.append(Series(s.name, s.values, color, None, Marker(width, color)))
    return Plot(
        type="scatter", categories=(), series=tuple(rows), text=text, x=xs, legend=legend, code=canvas.form.code,
        area=canvas.share(left, top + half, canvas.width - left - right - EDGE, canvas.height - top - bottom - half - low),
        x_axis=ValueAxis(*x_scale, x_form.code, text),
        value_axis=ValueAxis(*y_scale, canvas.form.with_places(places).code, text, canvas.grid()),
    )  # fmt: skip
