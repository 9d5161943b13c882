"""A native chart with its data in a workbook: from a map, rows, a pipe table, a CSV or an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, LookForm
from ..model.chart import ChartData
from ..model.chart_options import CHART_TYPES, ChartOptions
from ..model.slide import Slide
from ..records import dataclass
from ._kind import Context, SlideKind, draft


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers as bars, lines or slices; the first column names them, each further one is a series."""

    chart: ChartData = described(
        "a map (`{Q1: 3, Q2: 4}`), rows, a pipe table in a `|` block, or the path of a .csv or .xlsx file",
        content=True,
    )
    type: str | None = described("the chart's type; else the data choose", default=None, choices=CHART_TYPES)
    highlight: tuple[str, ...] = described("categories or series that the headline is about", default=())
    unit: str | None = described(
        "what stands after each number, `Mio. €`; else that of the data", default=None
    )
    format: str | None = described(
        "`0.0`, `+0`, `percent`, `currency EUR`; else as many places as needed", default=None, example="0.0"
    )

    block: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide with the chart."""
    content = slide.content
    assert isinstance(content, Chart)
    options = ChartOptions(content.type or "", content.highlight, content.unit or "", content.format or "")
    return [draft(slide, "chart", slide.keys.title, context, chart=content.chart, chart_options=options)]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The chart in the block's room."""
    return [LookForm(d, slide.span) for d in compose(slide, context)]


KIND = SlideKind(
    Chart,
    compose,
    "- title: Customers remember the brand.\n  chart: {Brand: 64, Offer: 21, Person: 9}\n  unit: '%'\n  highlight: Brand",
    forms=forms,
)
