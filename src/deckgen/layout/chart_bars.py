"""Bars and columns: single, side by side, stacked, stacked to 100 %.  Points."""

from __future__ import annotations

from ..model.number_format import decimals
from ..records import replace
from ..scene.charts import CategoryAxis, Label, Legend, Plot, Point, Series, ValueAxis
from ..theme.paint import Stroke
from .chart_axes import Range, nice_range, room_for_labels
from .chart_canvas import LINE, Canvas
from .chart_looks import plain_series, series_color
from .chart_sizes import (
    COLUMN,
    EDGE,
    LABEL_PAD,
    ROW,
    Names,
    axis_room,
    bar_names,
    column_names,
    legend_of,
    tick_texts,
)

PERCENT = Range(0.0, 1.0, 0.25)
MOST_LABELS = 24
APART = -6  # bars of one category stand a little apart, in percent of a bar


def bars(canvas: Canvas) -> Plot:
    """The plot of a bar or column chart, its labels chosen by the room they have."""
    flat = canvas.kind.endswith("bar")
    stacked = canvas.kind.startswith(("stacked", "percent"))
    legend, top, bottom, right = legend_of(canvas, [s.name for s in canvas.data.series])
    width, height = canvas.width - right, canvas.height - top - bottom
    if flat:
        pitch_most = ROW * (1 if stacked else 1 + 0.45 * (len(canvas.data.series) - 1))
        names = bar_names(canvas, min(height, pitch_most * canvas.count), whole=min(canvas.values) < 0)
        across, along = min(height, pitch_most * canvas.count), width - names.room - EDGE
    else:
        pitch_most = COLUMN * (1 if stacked else 1 + 0.3 * (len(canvas.data.series) - 1))
        across = min(width - 2 * EDGE, pitch_most * canvas.count)
        names = column_names(canvas, across)
        along = height - names.room - EDGE
    if stacked:
        labels = _inside(canvas, across, along, flat)
    else:
        labels = _outside(canvas, across, along, flat)
    negative = min(canvas.values, default=0.0) < 0
    if labels is not None:
        rows, scale = labels
        return _hidden_axis(canvas, rows, scale, names, (across, along, top), flat, negative, legend)
    return _shown_axis(canvas, names, (width, height, across, along, top), flat, negative, legend)


def _thickness(canvas: Canvas, across: float) -> float:
    """How thick one bar is."""
    pitch = across / max(canvas.count, 1)
    bars = 1 if canvas.kind.startswith(("stacked", "percent")) else len(canvas.data.series)
    return pitch / (bars - APART / 100 * (bars - 1) + canvas.spec.gap / 100)


def _outside(
    canvas: Canvas, across: float, along: float, flat: bool
) -> tuple[tuple[Series, ...], Range] | None:
    """All series with labels at the bars' ends, at the largest sizes that have room; None if they have none."""
    spec, data = canvas.spec, canvas.data
    if not 0 < len(canvas.values) <= MOST_LABELS:
        return None
    pitch, bar = across / max(canvas.count, 1), _thickness(canvas, across)
    room = pitch * 0.94 if len(data.series) == 1 else bar * 1.0
    shown = [(i, canvas.form.text(v)) for s in data.series for i, v in enumerate(s.values) if v is not None]
    for size, large in zip(*_both(canvas.sizes(spec.value), canvas.sizes(spec.value_hero)), strict=True):
        big = large if canvas.highlighted and len(data.series) == 1 else size
        needs, fits = [], True
        for i, words in shown:
            own, part = (big, spec.value_hero) if i in canvas.categories else (size, spec.value)
            width, tall = canvas.measure(words, own, part), own * LINE
            needs.append((width if flat else tall) + (LABEL_PAD + own * 0.3 if flat else 4))
            fits = (tall if flat else width + 4) <= room and needs[-1] <= along * 0.6
            if not fits:
                break
        if fits:
            code = canvas.form.spaced_code if flat else ""
            label = Label(canvas.text(spec.value, size), "outEnd", code=code)
            main = Label(canvas.text(spec.value_hero, big), "outEnd", code=code)
            single = len(data.series) == 1
            points = tuple(Point(i, None, main) for i in sorted(canvas.categories)) if single else ()
            rows = tuple(plain_series(canvas, at, label, points) for at in range(len(data.series)))
            return rows, room_for_labels(canvas.values, needs, along)
    return None


def _both(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Two ladders of one length; the shorter one stays at its end."""
    steps = max(len(one), len(other))
    return (*one, *one[-1:] * (steps - len(one))), (*other, *other[-1:] * (steps - len(other)))


def _inside(
    canvas: Canvas, across: float, along: float, flat: bool
) -> tuple[tuple[Series, ...], Range] | None:
    """Stacked series with labels in their parts of the bars, where each has room; the axis is hidden then."""
    data, spec = canvas.data, canvas.spec
    if not 0 < len(canvas.values) <= MOST_LABELS or min(canvas.values) < 0:
        return None
    sums = [sum(s.values[i] or 0.0 for s in data.series) for i in range(canvas.count)]
    whole = max(sums, default=0.0)
    percent = canvas.kind.startswith("percent")
    if not whole or (percent and not all(abs(t - whole) < 0.011 * whole for t in sums)):
        return None  # values that aren't shares say nothing on an axis of shares
    size = canvas.sizes(spec.value)[-1]
    bar = _thickness(canvas, across)
    drop: dict[int, list[Point]] = {}
    for at, s in enumerate(data.series):
        for i, v in enumerate(s.values):
            if v is None:
                continue
            length = along * v / (sums[i] if percent and sums[i] else whole)
            width, tall = canvas.measure(canvas.form.text(v), size, spec.value) + 4, size * LINE - 3
            if (width if flat else tall) > length or (tall if flat else width) > bar:
                drop.setdefault(at, []).append(Point(i, None, False))
    if sum(len(d) for d in drop.values()) > 0.34 * len(canvas.values):
        return None
    rows = []
    for at in range(len(data.series)):
        text = canvas.text(spec.value, size, canvas.legible(series_color(canvas, at)))
        rows.append(plain_series(canvas, at, Label(text, "ctr"), tuple(drop.get(at, ()))))
    return tuple(rows), PERCENT if percent else Range(0.0, whole, whole)


def _hidden_axis(
    canvas: Canvas, rows: tuple[Series, ...], scale: Range, names: Names, room: tuple[float, float, float], flat: bool,
    negative: bool, legend: Legend | None,
) -> Plot:  # fmt: skip
    """Every value is labelled: no value axis, no grid; columns stand on a line."""
    across, along, top = room
    area = (names.room, top, along, across) if flat else (EDGE, top + EDGE, across, along)
    spec = canvas.spec
    base = canvas.stroke(spec.base, spec.base_width)
    axis = ValueAxis(*scale, canvas.form.code)
    if flat and not negative:
        # the line that bars stand on is the grid's at zero, its only one: beside an axis' own line names would touch it
        axis, base = replace(axis, step=scale.most * 10, grid=base), None
    else:
        base = base or canvas.grid()
    return _plot(canvas, rows, area, names, base, axis, flat, negative, legend)


def _shown_axis(
    canvas: Canvas, names: Names, room: tuple[float, float, float, float, float], flat: bool, negative: bool, legend: Legend | None
) -> Plot:  # fmt: skip
    """Labels would be too many or too wide: an axis with a grid tells the values."""
    width, height, across, _, top = room
    spec, data = canvas.spec, canvas.data
    part = spec.axis
    size = canvas.sizes(part)[0]
    form = canvas.form
    if canvas.kind.startswith("percent"):
        scale = PERCENT
        form = replace(
            form, share=True, prefix="", suffix=form.suffix if "%" in form.suffix else "%", places=0
        )
        canvas = replace(canvas, form=form)
    elif canvas.kind.startswith("stacked"):
        ups = [sum(max(s.values[i] or 0.0, 0.0) for s in data.series) for i in range(canvas.count)]
        downs = [sum(min(s.values[i] or 0.0, 0.0) for s in data.series) for i in range(canvas.count)]
        scale = nice_range([*ups, *downs], zero=True)
    else:
        scale = nice_range(canvas.values, zero=True)
    places = 0 if scale is PERCENT else decimals(scale.step * (100 if form.share else 1), 6)
    texts = tick_texts(canvas, scale, places)
    if flat:
        low = size * LINE + 9
        last = canvas.measure(texts[-1], size, part) / 2
        across = min(across, height - low)
        names = bar_names(canvas, across)
        area = (names.room, top, width - names.room - last - EDGE, across)
    else:
        left = axis_room(canvas, texts)
        head = size * LINE / 2
        across = min(across, width - left - EDGE)
        names = column_names(canvas, across)
        area = (left, top + head, across, height - names.room - head - EDGE)
    axis = ValueAxis(*scale, form.with_places(places).code, canvas.text(part, size), canvas.grid())
    base = canvas.stroke(spec.base, spec.base_width)  # the grid has a line at zero
    rows = tuple(plain_series(canvas, at, None) for at in range(len(data.series)))
    return _plot(canvas, rows, area, names, base, axis, flat, negative, legend)


def _plot(
    canvas: Canvas, rows: tuple[Series, ...], area: tuple[float, float, float, float], names: Names, base: Stroke | None,
    axis: ValueAxis, flat: bool, negative: bool, legend: Legend | None,
) -> Plot:  # fmt: skip
    text = canvas.text(canvas.spec.category, names.size)
    if legend is not None and legend.place == "r":  # beside the bars, not at the frame's far end
        at = min(area[0] + area[2] + 24, canvas.width * (1 - legend.box[2] / 100_000))
        legend = replace(legend, box=(round(at / canvas.width * 100_000), *legend.box[1:]))
    return Plot(
        type=canvas.kind,  # type: ignore[arg-type]
        categories=canvas.data.categories, series=rows, text=text, area=canvas.share(*area),
        category_axis=CategoryAxis(text, base, names.skip, negative, flat or canvas.rtl),
        value_axis=axis, legend=legend,
        code=canvas.form.code, gap=canvas.spec.gap, overlap=APART,
    )  # fmt: skip
