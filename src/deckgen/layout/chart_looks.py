"""The colours of series and points: accents in chart order, or one highlight and a tint for the rest."""

from __future__ import annotations

from ..scene.charts import Label, Marker, Point, Series
from ..theme.paint import Color, Stroke
from .chart_canvas import ACCENTS, Canvas

THICK = 14.0  # points of a bar from which on its outline is as wide as the theme draws it
OUTLINE = 12_700  # EMU, of fills that hardly stand out
FADED = 45_000  # opacity of what stands beside a highlighted category
_STEPS = (100_000, 72_000, 50_000, 36_000, 26_000)


def is_line(kind: str) -> bool:
    """Whether series are drawn as lines or dots."""
    return kind in ("line", "scatter")


def rest(canvas: Canvas, place: int = 0) -> Color:
    """The tint of what isn't highlighted; several of it, one upon another, are told apart by their opacity."""
    if canvas.spec.rests:
        return canvas.color(canvas.spec.rests[min(place, len(canvas.spec.rests) - 1)])
    share = _STEPS[min(place, len(_STEPS) - 1)] / 100_000
    return canvas.color(canvas.spec.rest, round(canvas.spec.rest_alpha * share))


def series_color(canvas: Canvas, at: int) -> Color:
    """The colour of series number `at`."""
    spec = canvas.spec
    lined = is_line(canvas.kind)
    order = (spec.line_colors if lined else ()) or ACCENTS
    main = (spec.line_hero_color if lined else "") or spec.hero
    if canvas.series:
        if at in canvas.series:
            place = sorted(canvas.series).index(at)
            return _standing(canvas, main if place == 0 else order[min(place, len(order) - 1)])
        place = [i for i in range(len(canvas.data.series)) if i not in canvas.series].index(at)
        if lined:
            return _standing(canvas, spec.line_rest)
        return rest(canvas, place)
    if len(canvas.data.series) == 1 and canvas.categories:
        return _standing(canvas, main)
    if at >= len(order):
        return _standing(canvas, spec.other)
    return canvas.strokes(order)[at] if lined else canvas.color(order[at])


def _standing(canvas: Canvas, role: str) -> Color:
    """The colour of a role; of a line or a dot, which has no outline, a shade that stands out from the ground."""
    color = canvas.color(role)
    return (canvas.outline(color) or color) if is_line(canvas.kind) else color


def border(canvas: Canvas, color: Color, edge: Stroke | None) -> Stroke | None:
    """The outline of a fill: the theme's for all, else its own if it hardly stands out, else the `edge` that parts it from what it touches."""
    spec = canvas.spec
    if spec.outline and spec.outline_width:
        return canvas.stroke(spec.outline, _outline_width(canvas))
    own = canvas.outline(color)
    return edge if own is None else Stroke(own, OUTLINE)


def point_colors(canvas: Canvas, at: int) -> dict[int, Color]:
    """Colours of single bars of series `at` where a category is highlighted."""
    if not canvas.categories or is_line(canvas.kind) or "area" in canvas.kind:
        return {}
    if len(canvas.data.series) == 1:
        # the series has the highlight's colour, for LibreOffice hands a series' opacity on to its points
        return {i: rest(canvas) for i in range(canvas.count) if i not in canvas.categories}
    own = series_color(canvas, at)
    faded = Color(own.slot, own.mods, min(own.alpha, FADED))
    return {i: faded for i in range(canvas.count) if i not in canvas.categories}


def slice_colors(canvas: Canvas) -> list[Color]:
    """The colours of a pie's slices."""
    spec = canvas.spec
    if canvas.categories:
        others = [i for i in range(canvas.count) if i not in canvas.categories]
        return [
            canvas.color(spec.hero) if i in canvas.categories else rest(canvas, others.index(i))
            for i in range(canvas.count)
        ]
    return [
        canvas.color(ACCENTS[i]) if i < len(ACCENTS) else canvas.color(spec.other)
        for i in range(canvas.count)
    ]


def hero(canvas: Canvas, at: int) -> bool:
    """Whether a line is drawn as the one that matters."""
    return at in canvas.series or (not canvas.series and len(canvas.data.series) == 1)


def last_index(values: tuple[float | None, ...]) -> int:
    """The place of the last value; -1 if there is none."""
    return max((i for i, v in enumerate(values) if v is not None), default=-1)


def plain_series(canvas: Canvas, at: int, label: Label | None, points: tuple[Point, ...] = ()) -> Series:
    """Bars or areas of series `at`; `points` say what differs beside colours."""
    source = canvas.data.series[at]
    found = {p.index: p for p in points}
    spec = canvas.spec
    stacked = canvas.kind.startswith(("stacked", "percent"))
    edge = canvas.stroke(spec.edge, spec.edge_width) if stacked else None
    color = series_color(canvas, at)
    for index, own in point_colors(canvas, at).items():
        old = found.get(index)
        label_of = old.label if old is not None else None
        found[index] = Point(index, own, label_of, stroke=border(canvas, own, edge))
    if canvas.kind == "area" and len(canvas.data.series) > 1:
        # areas lie one upon another: each has its own colour at its edge
        line = canvas.outline(color) or color
        color = Color(color.slot, color.mods, min(color.alpha, 75_000))
        edge = Stroke(line, OUTLINE)
    return Series(
        source.name, source.values, color, border(canvas, color, edge), None, label, tuple(found.values())
    )


def _outline_width(canvas: Canvas) -> int:
    """The outline of bars: thinner round thin ones, which would be nothing but outline."""
    if not canvas.kind.endswith(("bar", "column")):
        return canvas.spec.outline_width
    flat = canvas.kind.endswith("bar")
    stacked = canvas.kind.startswith(("stacked", "percent"))
    bars = max(canvas.count, 1) * ((1 if stacked else len(canvas.data.series)) + canvas.spec.gap / 100)
    thick = (canvas.height if flat else canvas.width) / bars
    return round(canvas.spec.outline_width * min(1.0, thick / THICK))


def line_series(canvas: Canvas, at: int, ends: dict[int, Label]) -> Series:
    """A line of series `at`: a marker at its last point, the label of `ends` there; highlighted categories get theirs."""
    source, spec, main = canvas.data.series[at], canvas.spec, hero(canvas, at)
    color, last = series_color(canvas, at), last_index(source.values)
    stroke_width = spec.line_hero if main else spec.line
    size = spec.marker_hero if main else spec.marker
    points = []
    if last >= 0:
        points.append(Point(last, None, ends.get(at), Marker(size, color)))
    if not canvas.series or main:
        part = spec.value
        shown = Label(canvas.text(part, canvas.sizes(part)[-1]), "t")
        for index in sorted(canvas.categories):
            if index != last and index < len(source.values) and source.values[index] is not None:
                points.append(Point(index, None, shown, Marker(size, color)))
    return Series(source.name, source.values, color, Stroke(color, stroke_width), None, None, tuple(points))
