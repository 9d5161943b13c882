"""A chart in words: the description that assistive technology reads where the author gives none."""

from __future__ import annotations

from ..model.chart import ChartData
from ..model.labels import Labels
from ..model.number_format import NumberFormat

MOST_NAMES = 8


def description(data: ChartData, kind: str, form: NumberFormat, labels: Labels) -> str:
    """The chart's type, how much it shows, its highest and its lowest value."""
    word = labels[f"chart_{kind.replace('-', '_')}"]
    points = [(v, at, i) for at, s in enumerate(data.series) for i, v in enumerate(s.values) if v is not None]
    if len(data.series) > 1:
        names = [s.name for s in data.series if s.name]
        shown = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
        start = labels.fill("chart_series", type=word, n=str(len(data.series)), names=shown)
    elif len(points) == 1:
        return f"{word}: {_named(data, kind, form, *points[0])}"
    else:
        start = labels.fill("chart_values", type=word, n=str(len(points)))
    if not points:
        return start
    highest, lowest = max(points, key=lambda p: p[0]), min(points, key=lambda p: p[0])
    high, low = _named(data, kind, form, *highest), _named(data, kind, form, *lowest)
    return f"{start} {labels.fill('chart_extremes', highest=high, lowest=low)}"


def _named(data: ChartData, kind: str, form: NumberFormat, value: float, at: int, index: int) -> str:
    """A value with its series (where there are several) and its category."""
    name = data.series[at].name if len(data.series) > 1 else ""
    place = ""
    if kind != "scatter" and index < len(data.categories):
        place = data.categories[index]
    return ", ".join(p for p in (name, place, form.text(value)) if p)
