"""What an author wants of a chart beside its data; how it is drawn is the theme's and the layout's."""

from __future__ import annotations

from ..records import dataclass

CHART_TYPES: tuple[str, ...] = (
    "column", "bar", "stacked-column", "stacked-bar", "percent-column", "percent-bar",
    "line", "area", "stacked-area", "pie", "doughnut", "scatter",
)  # fmt: skip
"""The words of a chart's `type`; "percent" types stack to 100 %."""


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """`type` is one of `CHART_TYPES` or "" (chosen by the data), `highlight` names of categories or series.

    `unit` and `format` are as `number_format.number_format` reads them; without a unit that of the data holds.
    """

    type: str = ""
    highlight: tuple[str, ...] = ()
    unit: str = ""
    format: str = ""
