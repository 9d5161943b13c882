"""A chart's data on a look: cleaned, its type chosen, its parts laid out; what can't be drawn is a finding."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from ..discovery import module
from ..findings import Finding, Severity, Span
from ..model.chart import ChartData, ChartSeries
from ..model.chart_options import CHART_TYPES
from ..model.labels import Labels
from ..model.locale import is_rtl, region
from ..model.number_format import HINT, NumberFormat, number_format
from ..model.text import name_key, one_line
from ..patterns import pattern
from ..records import replace
from ..scene.charts import Plot
from ..scene.items import Chart
from ..source.suggest import nearest
from ..theme.chart_spec import ChartSpec
from ..theme.records import PlaceholderSpec
from ..units import Box, to_points
from .chart_bars import bars
from .chart_canvas import ACCENTS, Canvas
from .chart_labels import names_fit, without_room
from .chart_sizes import bar_names, column_names
from .chart_text import description
from .placed import Easel, Placed, holder_of

MOST = len(ACCENTS)  # series or slices that can be told apart
MOST_SERIES, MOST_POINTS = 255, 32_000  # of a chart (PowerPoint's limits)
ROUND = ("pie", "doughnut")
_ENGLISH_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_OTHER_MONTH = (
    "mär|mrz|mai|okt|dez|janv|févr|mars|avr|juin|juil|août|sept|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott"
)
_TIME = pattern(
    rf"(?:[qht][1-4]|(?:kw|cw|w|woche|week|tag|day|jahr|year) ?\d+|(?:{_ENGLISH_MONTH}|{_OTHER_MONTH})\w*\.?)?"
    r"[ /\-.,']*(?:\d{1,2}[./\-]){0,2}(?:(?:18|19|20|21)\d\d|\d\d)?(?:[/\-]\d\d(?:[/\-]\d\d)?)?[ /\-.,]*(?:[qht][1-4])?\Z",
    re.IGNORECASE,
)


def chart_item(
    spec: PlaceholderSpec, look: ChartSpec, box: Box, placed: Placed, easel: Easel
) -> Chart | None:
    """The chart of the slide in its placeholder; None after a finding."""
    draft = placed.draft
    assert draft.chart is not None
    lang = draft.lang or "en"
    labels = easel.labels if easel.labels is not None else Labels(lang)
    report = _Report(placed.findings, draft.id, draft.chart.span or draft.span, draft.span)
    data = _clean(draft.chart, report)
    if data is None:
        return None
    options = draft.chart_options
    kind = options.type
    if kind and kind not in CHART_TYPES:
        report.error(
            "chart-type", f"there is no chart type {kind!r}", f"write one of: {', '.join(CHART_TYPES)}"
        )
        return None
    unit = options.unit or data.unit
    form = _form(unit, options.format, region(lang), data, report)
    if form is None:
        return None
    canvas = Canvas(
        data=data, kind=kind or "bar", spec=look, ground=placed.ground, theme=easel.theme, faces=easel.faces,
        width=to_points(box.w), height=to_points(box.h), form=form, profile=easel.profile, lang=region(lang), rtl=is_rtl(lang),
    )  # fmt: skip
    if not kind:
        canvas = replace(canvas, kind=_chosen(canvas))
    if not _drawable(canvas, report):
        return None
    canvas = _highlighted(_grouped(canvas, options.highlight, labels), options.highlight, report)
    if canvas.kind in ROUND and not unit and not options.format:
        canvas = replace(canvas, percent=True, form=number_format("", "percent 0", region(lang), ()))
    plot = _named(_plot(canvas), labels)
    if (found := without_room(canvas, plot)) is not None:
        where = dict(zip(data.categories, draft.chart.places, strict=False))
        where |= {one_line(s.name): s.span for s in draft.chart.series}
        report.error(
            "text-overflow", f"chart of slide {draft.id!r}: {found.message}", span=where.get(found.name)
        )
    else:
        _crowding(canvas, plot, report)
    return Chart(
        id=f"{draft.id}:{spec.role}", name=spec.name, box=box, placeholder=holder_of(spec),
        plot=plot, fit=names_fit(canvas, plot), alt=draft.alt or description(data, canvas.kind, form, labels), lang=region(lang), span=draft.chart.span or draft.span,
    )  # fmt: skip


class _Report:
    """Findings about one chart."""

    def __init__(self, found: list[Finding], slide: str, span: Span | None, slide_span: Span | None) -> None:
        self._found, self._slide, self._span = found, slide, span
        self.slide_span = slide_span  # for what the talk says of the chart

    def error(self, code: str, message: str, fix: str = "", span: Span | None = None) -> None:
        self._found.append(Finding(code, message, span or self._span, fix=fix, slide=self._slide))

    def warning(self, code: str, message: str, fix: str = "") -> None:
        self._found.append(Finding(code, message, self._span, Severity.WARNING, fix, slide=self._slide))


def _clean(data: ChartData, report: _Report) -> ChartData | None:
    """The data with as many values in each series as there are categories; numbers that aren't finite are none."""
    count = max(len(data.categories), len(data.x or ()))
    series = tuple(
        replace(
            s,
            name=one_line(s.name),
            values=(*(_finite(v) for v in s.values[:count]), *[None] * (count - len(s.values))),
        )
        for s in data.series
    )
    longer = [s for s in data.series if len(s.values) > count]
    for s in longer:
        report.error(
            "chart-data", f"the series {s.name!r} has {len(s.values)} values for {count} categories",
            "give each value its category", s.span,
        )  # fmt: skip
    if longer:
        return None
    if not any(v is not None for s in series for v in s.values):
        report.error("chart-data", "the chart has no values", "give each category a number")
        return None
    if len(series) > MOST_SERIES or count > MOST_POINTS:
        report.error(
            "chart-data", f"{len(series)} series of {count} values are more than a chart holds",
            f"show at most {MOST_SERIES} series of {MOST_POINTS} values",
        )  # fmt: skip
        return None
    xs = tuple(_finite(x) for x in data.x) if data.x is not None else None
    categories = tuple(one_line(c) for c in data.categories)
    return replace(data, categories=categories, series=series, x=xs)


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) and abs(value) < 1e300 else None


def _form(unit: str, pattern: str, lang: str, data: ChartData, report: _Report) -> NumberFormat | None:
    try:
        return number_format(unit, pattern, lang, (v for s in data.series for v in s.values))
    except ValueError:
        report.error("chart-format", f"{pattern!r} isn't a number format", HINT)
        return None


def _chosen(canvas: Canvas) -> str:
    """The type that shows the data best where the author gave none."""
    data = canvas.data
    if data.x is not None and (not data.categories or any(x is not None and x != int(x) for x in data.x)):
        return "scatter"
    if is_time(data.categories) and canvas.count >= (3 if len(data.series) > 1 else 5):
        return "line"
    columns = column_names(canvas, canvas.width * 0.94)
    short = columns.fits and columns.room < canvas.height * 0.25
    if is_time(data.categories):
        return "column"
    if len(data.series) == 1:
        return "bar" if bar_names(canvas, canvas.height).fits or not short else "column"
    return "column" if short and canvas.count <= 8 else "bar"


def is_time(categories: Iterable[str]) -> bool:
    """Whether all categories name times: years, quarters, months, weeks, dates."""
    names = [c.strip() for c in categories]
    return len(names) > 1 and all(c and _TIME.match(c) for c in names)


def _drawable(canvas: Canvas, report: _Report) -> bool:
    data, kind = canvas.data, canvas.kind
    if kind == "scatter" and data.x is None:
        report.error(
            "chart-data",
            "a scatter chart needs numbers as places",
            "make the first column numbers, or choose a line",
        )
    elif kind in ROUND and len(data.series) > 1:
        report.error(
            "chart-data",
            f"a {kind} shows one series, this chart has {len(data.series)}",
            "write `type: percent-bar`",
        )
    elif kind in (*ROUND, "percent-bar", "percent-column") and min(canvas.values) < 0:
        report.error("chart-data", "parts of a whole can't be negative", "write `type: bar`")
    elif kind in ROUND and sum(canvas.values) <= 0:
        report.error("chart-data", f"a {kind} of nothing but zeros has no parts", "write `type: bar`")
    elif kind != "scatter" and not data.categories:
        report.error("chart-data", f"a {kind} chart needs categories", "write `type: scatter`")
    else:
        return True
    return False


def _grouped(canvas: Canvas, wanted: tuple[str, ...], labels: Labels) -> Canvas:
    """More slices or stacked series than can be told apart: the smallest become one, but for what is highlighted."""
    data, name = canvas.data, labels["chart_other"]
    kept = {name_key(w) for w in wanted}
    if canvas.kind in ROUND and canvas.count > MOST:
        values = data.series[0].values
        order = sorted(
            range(canvas.count),
            key=lambda i: (name_key(data.categories[i]) not in kept, -(values[i] or 0.0), i),
        )
        stay = sorted(order[: MOST - 1])
        rest = sum(v for i, v in enumerate(values) if i not in stay and v is not None)
        data = replace(
            data, categories=(*(data.categories[i] for i in stay), name),
            series=(replace(data.series[0], values=(*(values[i] for i in stay), rest)),),
        )  # fmt: skip
    elif canvas.kind.startswith(("stacked", "percent")) and len(data.series) > MOST:
        sizes = [sum(abs(v) for v in s.values if v is not None) for s in data.series]
        order = sorted(
            range(len(sizes)), key=lambda i: (name_key(data.series[i].name) not in kept, -sizes[i], i)
        )
        stay = sorted(order[: MOST - 1])
        gone = [s for i, s in enumerate(data.series) if i not in stay]
        sums = tuple(
            sum(v for s in gone if (v := s.values[i]) is not None)
            if any(s.values[i] is not None for s in gone)
            else None
            for i in range(canvas.count)
        )
        data = replace(data, series=(*(data.series[i] for i in stay), ChartSeries(name, sums, gone[0].span)))
    return replace(canvas, data=data) if data is not canvas.data else canvas


def _highlighted(canvas: Canvas, wanted: tuple[str, ...], report: _Report) -> Canvas:
    """The canvas with the places of highlighted categories and series."""
    categories = {name_key(c): i for i, c in reversed(list(enumerate(canvas.data.categories)))}
    series = {name_key(s.name): i for i, s in reversed(list(enumerate(canvas.data.series)))}
    found_categories, found_series = set(), set()
    for word in wanted:
        key = name_key(word)
        if key in series and len(canvas.data.series) > 1:
            found_series.add(series[key])
        elif key in categories and canvas.kind != "scatter":
            found_categories.add(categories[key])
        else:
            names = [s.name for s in canvas.data.series if s.name] + list(canvas.data.categories)
            near = nearest(word, names)
            report.error(
                "unknown-highlight", f"the chart has no category or series {word!r}",
                f"did you mean {near!r}?" if near else f"it has: {', '.join(names[:12])}", report.slide_span,
            )  # fmt: skip
    return replace(canvas, categories=frozenset(found_categories), series=frozenset(found_series))


def _plot(canvas: Canvas) -> Plot:
    if canvas.kind.endswith(("bar", "column")):
        return bars(canvas)
    name = {"scatter": "scatter", "line": "lines"}.get(canvas.kind, "areas")
    found: Plot = (
        module("deckgen.layout", "chart_pie").pie(canvas)
        if canvas.kind in ROUND
        else getattr(module("deckgen.layout", "chart_lines"), name)(canvas)
    )
    return found


def _named(plot: Plot, labels: Labels) -> Plot:
    """Every column of the workbook has a header, so that none is called "Series1"."""
    value = labels["chart_value"]
    rows = tuple(
        s if s.name else replace(s, name=value if len(plot.series) == 1 else f"{value} {i}")
        for i, s in enumerate(plot.series, 1)
    )
    return replace(plot, series=rows, name="x" if plot.type == "scatter" else labels["chart_category"])


def _crowding(canvas: Canvas, plot: Plot, report: _Report) -> None:
    """What can be drawn but not read."""
    told = len(canvas.data.series)
    if told > MOST and not canvas.series:
        report.warning(
            "chart-crowded", f"{told} series can't be told apart, at most {MOST} can",
            "highlight one of them, or leave some out",
        )  # fmt: skip
    axis = plot.category_axis
    if (
        axis is not None
        and axis.skip > 1
        and canvas.kind not in ("line", "area", "stacked-area")
        and not is_time(canvas.data.categories)
    ):
        report.warning(
            "chart-crowded", f"{canvas.count} categories leave no room for their names, only every {axis.skip}. is shown",
            "show the largest ones, or use a line",
        )  # fmt: skip
