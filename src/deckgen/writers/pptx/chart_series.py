"""Series of a chart with their points, labels and cached values (ECMA-376 part 1, section 21.2; element order is the schema's)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...model.locale import is_rtl
from ...scene.charts import ChartText, Label, Marker, Plot, Point, Series
from ...theme.paint import Color, Stroke
from . import paint
from .workbook import cell, cells, number, text_of
from .xml import esc

BARS = frozenset({"column", "bar", "stacked-column", "stacked-bar", "percent-column", "percent-bar"})
LINES = frozenset({"line", "scatter"})
ROUND = frozenset({"pie", "doughnut"})
UPRIGHT = '<a:bodyPr rot="0" vert="horz"/>'
# a label stays on one line; insets are PowerPoint's own
_LABEL_BODY = (
    '<a:bodyPr rot="0" vert="horz" wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050" anchor="ctr">'
    "<a:spAutoFit/></a:bodyPr>"
)
# labels that were moved get no line to their point
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
_NO_SHAPE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def text_properties(text: ChartText, lang: str, body: str = UPRIGHT, *, names: bool = False) -> str:
    """c:txPr: size, weight, colour, the theme's body font; text that isn't rotated.

    In a language from right to left `names` run that way and figures don't: "-3.5" would be drawn "3.5-".
    """
    way = f' rtl="{int(names)}"' if is_rtl(lang) else ""
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr{way}><a:defRPr sz="{text.size * 100}" b="{int(text.bold)}" i="0">{paint.fill(text.color)}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{esc(lang)}"/></a:p></c:txPr>'
    )


def series(plot: Plot, at: int, lang: str) -> str:
    """c:ser number `at` of the plot."""
    s = plot.series[at]
    name = ""
    if s.name:
        cache = (
            f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{text_of(s.name)}</c:v></c:pt></c:strCache>'
        )
        name = f"<c:tx><c:strRef><c:f>{cell(at + 1, 1)}</c:f>{cache}</c:strRef></c:tx>"
    look = _look(plot, s)
    extra = ""
    if plot.type in BARS:
        extra = '<c:invertIfNegative val="0"/>'
    elif plot.type in LINES:
        extra = _marker(s.marker)
    points = "".join(_point(plot, s, p) for p in sorted(s.points, key=lambda p: p.index))
    labels = _labels(plot, s, lang)
    values = _numbers(plot.code, cells(at + 1, len(s.values)), s.values)
    if plot.type == "scatter":
        xs = _numbers("General", cells(0, len(plot.x)), plot.x)
        data = f'<c:xVal>{xs}</c:xVal><c:yVal>{values}</c:yVal><c:smooth val="0"/>'
    else:
        data = f"<c:cat>{_categories(plot.categories)}</c:cat><c:val>{values}</c:val>"
        data += '<c:smooth val="0"/>' if plot.type == "line" else ""
    return f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{name}{look}{extra}{points}{labels}{data}</c:ser>'


def _look(plot: Plot, s: Series, color: Color | None = None, stroke: Stroke | None = None) -> str:
    """c:spPr of a series or a point."""
    if plot.type == "scatter":
        return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
    if plot.type == "line":
        width = s.stroke.width if s.stroke is not None else 38_100
        return f'<c:spPr><a:ln w="{width}" cap="rnd">{paint.fill(color or s.color)}<a:round/></a:ln></c:spPr>'
    return (
        f"<c:spPr>{paint.fill(color or s.color)}{paint.line(s.stroke if color is None else stroke)}</c:spPr>"
    )


def _marker(marker: Marker | None) -> str:
    if marker is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"<c:spPr>{paint.fill(marker.color)}<a:ln><a:noFill/></a:ln></c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{marker.size}"/>{look}</c:marker>'


def _point(plot: Plot, s: Series, p: Point) -> str:
    """c:dPt; "" where only the label differs."""
    if p.color is None and p.marker is None:
        return ""
    extra = ""
    if plot.type in BARS:
        extra = '<c:invertIfNegative val="0"/>'
    elif plot.type in LINES:
        extra = _marker(p.marker or s.marker)
    return f'<c:dPt><c:idx val="{p.index}"/>{extra}<c:bubble3D val="0"/>{_look(plot, s, p.color, p.stroke)}</c:dPt>'


def _labels(plot: Plot, s: Series, lang: str) -> str:
    """c:dLbls; a series always says that it has none, else older programs add their own."""
    own = ""
    for p in sorted(s.points, key=lambda p: p.index):
        if p.label is False:
            own += f'<c:dLbl><c:idx val="{p.index}"/><c:delete val="1"/></c:dLbl>'
        elif p.label is not None:
            own += f'<c:dLbl><c:idx val="{p.index}"/>{_layout(p.label)}{_label(plot, p.label, lang)}</c:dLbl>'
    rest = _label(plot, s.label, lang) if s.label is not None else _shows(None)
    if plot.type in ROUND:
        rest += '<c:showLeaderLines val="0"/>'
    elif plot.type in LINES and own:
        rest += _NO_LEADERS
    return f"<c:dLbls>{own}{rest}</c:dLbls>"


def _layout(label: Label) -> str:
    if label.shift == (0, 0):
        return ""
    x, y = label.shift
    return f'<c:layout><c:manualLayout><c:x val="{share(x)}"/><c:y val="{share(y)}"/></c:manualLayout></c:layout>'


def _label(plot: Plot, label: Label, lang: str) -> str:
    place = f'<c:dLblPos val="{label.place}"/>' if label.place else ""
    return (
        f'<c:numFmt formatCode="{esc(label.code or plot.code)}" sourceLinked="0"/>{_NO_SHAPE}'
        f"{text_properties(label.text, lang, _LABEL_BODY, names=not (label.value or label.percent))}"
        f"{place}{_shows(label)}"
    )


def _shows(label: Label | None) -> str:
    parts = (
        ("LegendKey", False),
        ("Val", label is not None and label.value),
        ("CatName", label is not None and label.category),
        ("SerName", label is not None and label.series),
        ("Percent", label is not None and label.percent),
        ("BubbleSize", False),
    )
    shown = "".join(f'<c:show{name} val="{int(on)}"/>' for name, on in parts)
    if label is None or sum(on for _, on in parts) < 2:
        return shown
    return shown + f"<c:separator>{' ' if label.inline else chr(10)}</c:separator>"


@lru_cache(maxsize=64)  # each series has them again
def _categories(categories: tuple[str, ...]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{text_of(text)}</c:v></c:pt>' for i, text in enumerate(categories) if text
    )
    cache = f'<c:strCache><c:ptCount val="{len(categories)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{cells(0, len(categories))}</c:f>{cache}</c:strRef>"


def _numbers(code: str, place: str, values: Sequence[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{number(v)}</c:v></c:pt>' for i, v in enumerate(values) if v is not None
    )
    cache = f'<c:numCache><c:formatCode>{esc(code)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    return f"<c:numRef><c:f>{place}</c:f>{cache}</c:numRef>"


def share(value: int) -> str:
    """A share of the frame as charts write it: 1/100000 as a decimal number."""
    return f"{value / 100_000:.5f}"
