"""Charts of a slide: the frame that stands on it, the chart part, the workbook in it."""

from __future__ import annotations

from ...scene.charts import Plot
from ...scene.items import Chart
from .chart_xml import C, chart_part
from .page import Page
from .shapes import graphic_frame
from .workbook import Sheet, workbook
from .xml import esc


def chart(item: Chart, page: Page) -> str:
    """p:graphicFrame of a chart."""
    head = page.head(item)
    lang = item.lang or page.scene.lang
    rel = page.chart(lambda link: chart_part(item.plot, lang, link), workbook(sheet_of(item.plot)))
    return graphic_frame(item, head, C, f'<c:chart xmlns:c="{C}" r:id="{esc(rel)}"/>')


def sheet_of(plot: Plot) -> Sheet:
    """The workbook's sheet: categories (or x) in the first column, a series in each further one."""
    first = plot.x if plot.type == "scatter" else plot.categories
    return Sheet(
        (plot.name, *(s.name for s in plot.series)),
        first,
        tuple(s.values for s in plot.series),
        plot.code,
    )
