"""chart*.xml: a plot with its axes and legend, all said, nothing automatic (ECMA-376 part 1, section 21.2)."""

from __future__ import annotations

from ...scene.charts import CategoryAxis, Legend, Plot, ValueAxis
from ...theme.paint import Stroke
from . import paint
from .chart_series import BARS, series, share, text_properties
from .workbook import number
from .xml import HEAD, A, R, esc

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
# unsigned, unlike those of some programs, and distinct within the chart
FIRST_AXIS, SECOND_AXIS = 500_001, 500_002
_AXES = f'<c:axId val="{FIRST_AXIS}"/><c:axId val="{SECOND_AXIS}"/>'


def chart_part(plot: Plot, lang: str, workbook: str) -> bytes:
    """The chart; `workbook` is the relationship to its workbook."""
    area = (
        f"<c:plotArea>{_place('inner', plot.area)}{_plot(plot, lang)}{_axes(plot, lang)}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
    )
    legend = _legend(plot.legend, lang) if plot.legend is not None else ""
    body = (
        f'<c:date1904 val="0"/><c:lang val="{esc(lang)}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'{area}{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(plot.text, lang, '<a:bodyPr/>')}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
    )
    return f'{HEAD}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}">{body}</c:chartSpace>'.encode()


def _place(target: str, box: tuple[int, int, int, int]) -> str:
    """c:layout of a box in shares of the frame; of the plot's inner area with a `target`."""
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    sides = "".join(f'<c:{side} val="{share(value)}"/>' for side, value in zip("xywh", box, strict=True))
    return f'<c:layout><c:manualLayout>{inner}<c:xMode val="edge"/><c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'


def _plot(plot: Plot, lang: str) -> str:
    """The chart of the plot's type with all series."""
    kind = plot.type
    rows = "".join(series(plot, at, lang) for at in range(len(plot.series)))
    grouping = (
        "stacked" if kind.startswith("stacked") else "percentStacked" if kind.startswith("percent") else ""
    )
    if kind in BARS:
        direction = "bar" if kind.endswith("bar") else "col"
        overlap = 100 if grouping else plot.overlap
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping or "clustered"}"/><c:varyColors val="0"/>{rows}'
            f'<c:gapWidth val="{plot.gap}"/><c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
        )
    if kind == "line":
        return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{rows}<c:marker val="1"/>{_AXES}</c:lineChart>'
    if kind in ("area", "stacked-area"):
        return f'<c:areaChart><c:grouping val="{grouping or "standard"}"/><c:varyColors val="0"/>{rows}{_AXES}</c:areaChart>'
    if kind == "scatter":
        return f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{rows}{_AXES}</c:scatterChart>'
    if kind == "pie":
        return f'<c:pieChart><c:varyColors val="1"/>{rows}<c:firstSliceAng val="{plot.turn}"/></c:pieChart>'
    return f'<c:doughnutChart><c:varyColors val="1"/>{rows}<c:firstSliceAng val="0"/><c:holeSize val="{plot.hole}"/></c:doughnutChart>'


def _axes(plot: Plot, lang: str) -> str:
    if plot.value_axis is None:
        return ""
    bars = plot.type in BARS and plot.type.endswith("bar")
    low, high = ("l", "b") if bars else ("b", "l")
    between = "midCat" if plot.type in ("scatter", "area", "stacked-area") else "between"
    if plot.type == "scatter" and plot.x_axis is not None:
        first = _value_axis(plot.x_axis, FIRST_AXIS, SECOND_AXIS, low, between, lang)
    else:
        first = _category_axis(plot.category_axis or CategoryAxis(None), low, lang)
    # a reversed category axis takes the value axis to its other end; there "max" is where the first axis ends
    crosses = "max" if plot.category_axis is not None and plot.category_axis.reverse else "autoZero"
    return first + _value_axis(plot.value_axis, SECOND_AXIS, FIRST_AXIS, high, between, lang, crosses)


def _category_axis(axis: CategoryAxis, place: str, lang: str) -> str:
    shown = f'<c:tickLblPos val="{"none" if axis.text is None else "low" if axis.low else "nextTo"}"/>'
    # Where only some labels are shown they take the chart's own text, which is the same: LibreOffice knows no skipping, and
    # breaks labels to the width of one category unless their axis says nothing about text.
    words = text_properties(axis.text, lang, names=True) if axis.text is not None and axis.skip == 1 else ""
    ticks = _ticks(axis.line)
    skip = f'<c:tickLblSkip val="{axis.skip}"/>'
    if axis.skip > 1:
        skip += f'<c:tickMarkSkip val="{axis.skip}"/>'
    return (
        f'<c:catAx><c:axId val="{FIRST_AXIS}"/><c:scaling><c:orientation val="{"maxMin" if axis.reverse else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>{ticks}{shown}'
        f'{_line(axis.line)}{words}<c:crossAx val="{SECOND_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(
    axis: ValueAxis, ident: int, across: int, place: str, between: str, lang: str, crosses: str = "autoZero"
) -> str:
    grid = f"<c:majorGridlines>{_line(axis.grid)}</c:majorGridlines>" if axis.grid is not None else ""
    words = text_properties(axis.text, lang) if axis.text is not None else ""
    hidden = axis.text is None and axis.line is None
    return (
        f'<c:valAx><c:axId val="{ident}"/><c:scaling><c:orientation val="minMax"/><c:max val="{number(axis.most)}"/>'
        f'<c:min val="{number(axis.least)}"/></c:scaling><c:delete val="{int(hidden)}"/><c:axPos val="{place}"/>{grid}'
        f'<c:numFmt formatCode="{esc(axis.code)}" sourceLinked="0"/>{_ticks(axis.line)}'
        f'<c:tickLblPos val="{"none" if axis.text is None else "nextTo"}"/>{_line(axis.line)}{words}<c:crossAx val="{across}"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="{between}"/><c:majorUnit val="{number(axis.step)}"/></c:valAx>'
    )


def _ticks(line: Stroke | None) -> str:
    """No ticks are seen; on an axis without a line they are there all the same, and labels keep clear of them."""
    return f'<c:majorTickMark val="{"out" if line is None else "none"}"/><c:minorTickMark val="none"/>'


def _line(stroke: Stroke | None) -> str:
    return f"<c:spPr><a:noFill/>{paint.line(stroke)}</c:spPr>"


def _legend(legend: Legend, lang: str) -> str:
    return (
        f'<c:legend><c:legendPos val="{legend.place}"/>{_place("", legend.box)}<c:overlay val="0"/>'
        f"{text_properties(legend.text, lang, names=True)}</c:legend>"
    )
