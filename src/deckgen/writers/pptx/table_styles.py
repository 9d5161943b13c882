"""tableStyles.xml: the brand's own table style, the default of the deck."""

from __future__ import annotations

from ...theme.paint import Color
from ...theme.records import Theme
from . import paint
from .xml import HEAD, A, esc, guid

_HEAD_LINE, _LINE = 25_400, 12_700  # EMU


def style_id(theme: Theme) -> str:
    """The GUID of the brand's table style."""
    return guid("table style", theme.name)


def table_styles(theme: Theme) -> bytes:
    """tableStyles.xml: a bold head over a strong line, thin lines between rows, every second row tinted if it is banded."""
    roles, ident = theme.grounds["light"].roles, style_id(theme)

    def shade(key: str, default: Color) -> Color:
        return roles.get(theme.table.get(key, ""), default)

    text = shade("text", Color("tx1"))
    thin, strong = shade("line", Color("tx2")), shade("head-line", Color("accent1"))
    none = "<a:ln><a:noFill/></a:ln>"
    edges = {
        "left": none, "right": none, "top": none, "bottom": _line(thin, _LINE), "insideH": _line(thin, _LINE),
        "insideV": none,
    }  # fmt: skip
    band = shade("highlight", Color("tx2", alpha=12_000))
    style = (
        _region("wholeTbl", text, edges, "<a:noFill/>")
        + _region("band1H", None, {}, paint.fill(band))
        + _region("firstCol", shade("first", text), {}, "", bold=True)
        + _region("firstRow", shade("head-text", text), {"bottom": _line(strong, _HEAD_LINE)}, "", bold=True)
    )
    name = esc(theme.title or theme.name)
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{A}" def="{ident}"><a:tblStyle styleId="{ident}" styleName="{name}">{style}</a:tblStyle></a:tblStyleLst>'
    ).encode()


def _line(color: Color, width: int) -> str:
    return f'<a:ln w="{width}" cmpd="sng">{paint.fill(color)}</a:ln>'


def _region(tag: str, color: Color | None, edges: dict[str, str], fill: str, *, bold: bool = False) -> str:
    words = ""
    if color is not None:
        weight = ' b="on"' if bold else ""
        words = f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{paint.color(color)}</a:tcTxStyle>'
    borders = "".join(f"<a:{edge}>{line}</a:{edge}>" for edge, line in edges.items())
    ground = f"<a:fill>{fill}</a:fill>" if fill else ""
    return f"<a:{tag}>{words}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{ground}</a:tcStyle></a:{tag}>"
