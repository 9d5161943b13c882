"""Names in a chart that have no room: what they need, what they have, how much to cut.  Points.

What takes names that are too long (a larger share of the frame, a smaller size, more lines, a legend) was tried before; programs cut off
what is left over, so it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import dataclass
from ..scene.charts import Plot
from ..scene.items import Fit
from ..theme.chart_spec import ChartPart
from ..typeset.paragraph import SINGLE
from ..typeset.refusals import needs, share_to_cut, shortened, too_wide
from .chart_canvas import LINE, Canvas
from .chart_sizes import EDGE, GAP, KEY, WIDEST_NAMES

DEEPEST = 3  # lines of a name
LEAST_PLOT = 0.08  # share of the frame below which a plot shows nothing


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A name that has no room: "" where all of them together leave none for the plot."""

    name: str
    message: str


def without_room(canvas: Canvas, plot: Plot) -> Unreadable | None:
    """The first name that would be cut off, or what leaves the plot no room."""
    return next(iter((*_legend(canvas, plot), *_categories(canvas, plot), *_plot_area(canvas, plot))), None)


def names_fit(canvas: Canvas, plot: Plot) -> Fit:
    """How the names of categories were fitted; where they stand in a legend, or a chart has none, the legend's or the axis' texts."""
    size, axis, spec = plot.text.size, plot.category_axis, canvas.spec
    part, names = spec.category, canvas.data.categories
    remedies: tuple[str, ...] = ()
    width, room = canvas.width * WIDEST_NAMES, canvas.height
    if axis is None and plot.legend is not None:
        part, size, names = (
            spec.label,
            plot.legend.text.size,
            (canvas.data.categories or tuple([s.name for s in canvas.data.series])),
        )
        width, room = (
            plot.legend.box[2] / 100_000 * canvas.width,
            plot.legend.box[3] / 100_000 * canvas.height / max(len(names), 1),
        )
    elif axis is None:  # around a pie, beside a scatter chart
        part = spec.axis if plot.type == "scatter" else part
    else:
        skip = max(axis.skip, 1)
        names = names[::skip]
        remedies = (f"every {skip}. name",) if skip > 1 else ()
        if canvas.kind.endswith("bar"):
            room = plot.area[3] / 100_000 * canvas.height / max(len(names), 1)
        else:
            part = spec.axis if canvas.kind in ("line", "area", "stacked-area") else part
            ordered = part is spec.axis  # its first and last name stand under the plot's edges
            width = plot.area[2] / 100_000 * canvas.width / max(len(names) - ordered, 1)
            room = (1 - (plot.area[1] + plot.area[3]) / 100_000) * canvas.height
    deepest = min(max(int(room / (size * LINE)), 1), DEEPEST)
    lines = max([min(canvas.lines(name, size, part, width), deepest) for name in names], default=1)
    face = canvas.faces.measure("body", part.style.bold, False)
    return Fit(
        size, max(canvas.sizes(part)[0], size), lines, lines * size * LINE, room, canvas.widest(list(names), size, part),
        tuple([m.face.name for m in face.faces]), remedies,
    )  # fmt: skip


def _categories(canvas: Canvas, plot: Plot) -> Iterator[Unreadable]:
    axis = plot.category_axis
    if axis is None or not canvas.count:
        return
    size, names = plot.text.size, canvas.data.categories[:: max(axis.skip, 1)]
    if canvas.kind.endswith("bar"):  # in the room that was left for them
        height = plot.area[3] / 100_000 * canvas.height
        part, width = canvas.spec.category, plot.area[0] / 100_000 * canvas.width - EDGE - GAP + 0.5
        deepest = min(DEEPEST, max(int(height / len(names) / (size * SINGLE) + 0.1), 1))  # may touch
    else:  # under columns and lines, names that have no room are left out, but for those that are wider than all of it
        part = canvas.spec.axis if canvas.kind in ("line", "area", "stacked-area") else canvas.spec.category
        width, deepest = canvas.width, 1
        if axis.skip <= 1:
            return
    yield from _deep(canvas, names, size, part, width, deepest)


def _deep(canvas: Canvas, names: Sequence[str], size: int, part: ChartPart, width: float, most: int) -> Iterator[Unreadable]:  # fmt: skip
    for name in names:
        lines = canvas.lines(name, size, part, width)
        if lines <= most:
            continue
        word = max(name.split(), key=lambda w: canvas.measure(w, size, part))
        wide = canvas.measure(word, size, part)
        if wide > width:
            yield Unreadable(name, too_wide(word, "label's room", wide, size, width))
            return
        needed, room = lines * size * LINE, most * size * LINE
        cut, words = share_to_cut(len(name.split()), needed, room)
        start = needs(f"the name {shortened(name)!r}", needed, size, room)
        where = f"in {most} lines of {width:.0f} pt" if most > 1 else f"on one line of {width:.0f} pt"
        yield Unreadable(name, f"{start} {where}: cut about {cut} of {words} words")


def _legend(canvas: Canvas, plot: Plot) -> Iterator[Unreadable]:
    legend = plot.legend
    if legend is None:
        return
    size, part = legend.text.size, canvas.spec.label
    sliced = plot.type in ("pie", "doughnut")
    names = canvas.data.categories if sliced else [s.name for s in canvas.data.series if s.name]
    width = (legend.box[2] / 100_000 if sliced or legend.place == "r" else 1.0) * canvas.width - size * KEY
    yield from _deep(canvas, names, size, part, width + 0.5, 1)
    rows, height = len(names) * size * LINE if legend.place == "r" else 0.0, canvas.height
    if rows > height:
        start = needs(f"a legend of {len(names)} names", rows, size, height)
        yield Unreadable("", f"{start}: leave out about {share_to_cut(len(names), rows, height)[0]}")


def _plot_area(canvas: Canvas, plot: Plot) -> Iterator[Unreadable]:
    """Numbers at an axis, names and legend together can take all of a small frame."""
    _, _, wide, high = (share / 100_000 for share in plot.area)
    for share, whole, what in ((wide, canvas.width, "width"), (high, canvas.height, "height")):
        if share < LEAST_PLOT:
            rest = (1 - share) * whole
            start = needs(f"of the chart's {what} what stands around the plot", rest, plot.text.size, whole * (1 - LEAST_PLOT))  # fmt: skip
            yield Unreadable("", f"{start}: shorten the names, or show less")
