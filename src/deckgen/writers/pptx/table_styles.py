"""tableStyles.xml: the brand's own table style, the default of the deck, drawn as the theme draws its tables."""

from __future__ import annotations

from collections.abc import Mapping

from ...theme.paint import Color, Stroke
from ...theme.records import Theme, TypeStyle
from ...theme.table_records import CellStyle, Rule, TableSpec
from . import paint
from .xml import HEAD, A, esc, guid

_BODY = TypeStyle(18, 24)
_USUAL = TableSpec(
    head=CellStyle(TypeStyle(18, 24, bold=True), "text"),
    body=CellStyle(_BODY, "text"),
    under_head=Rule("text", 25_400),
    row=Rule("line", 12_700),
    last=Rule("line", 12_700),
)  # of a theme that says nothing


def style_id(theme: Theme) -> str:
    """The GUID of the brand's table style."""
    return guid("table style", theme.name)


def table_styles(theme: Theme) -> bytes:
    """tableStyles.xml; sizes, heights and alignment can't stand in a style.

    First column and last row have no colour of their own: with one, the header's corner would lose its colour
    (presentationml.md section 9).
    """
    spec, ident, name = theme.table or _USUAL, style_id(theme), esc(theme.title or theme.name)
    roles = theme.grounds["light"].roles
    mark = spec.band or (spec.mark.fill if spec.mark is not None else "")
    band = paint.fill(roles[mark] if mark else Color("tx2", alpha=12_000))
    edges = {
        "left": spec.outer, "right": spec.outer, "top": spec.outer, "bottom": spec.outer if spec.outer.width else spec.last,
        "insideH": spec.row, "insideV": spec.column,
    }  # fmt: skip
    style = (
        _region("wholeTbl", spec.body, roles, edges)
        + f"<a:band1H><a:tcStyle><a:tcBdr/><a:fill>{band}</a:fill></a:tcStyle></a:band1H>"
        + _bold("lastCol", True)
        + _bold("firstCol", spec.first is not None and spec.first.style.bold)
        + _total(spec, roles)
        + _region("firstRow", spec.head, roles, {"bottom": spec.under_head})
    )
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="{A}" def="{ident}"><a:tblStyle styleId="{ident}" styleName="{name}">{style}</a:tblStyle></a:tblStyleLst>'
    ).encode()


def _bold(tag: str, on: bool) -> str:
    if not on:
        return ""
    return f'<a:{tag}><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr/></a:tcStyle></a:{tag}>'


def _total(spec: TableSpec, roles: Mapping[str, Color]) -> str:
    if spec.total is None:
        return ""
    edges = {"top": spec.over_total} if spec.over_total.width else {}
    return _region("lastRow", spec.total, roles, edges, plain=True)


def _region(
    tag: str,
    cell: CellStyle | None,
    roles: Mapping[str, Color],
    edges: Mapping[str, Rule],
    plain: bool = False,
) -> str:
    """A part of the style: type, rules, fill; `plain` leaves colour and fill to the other parts."""
    words = fill = ""
    if cell is not None:
        weight = ' b="on"' if cell.style.bold else ""
        ink = "" if plain else f'<a:fontRef idx="minor"/>{paint.color(roles[cell.color])}'
        words = f"<a:tcTxStyle{weight}>{ink}</a:tcTxStyle>" if weight or ink else ""
        if not plain:
            fill = f"<a:fill>{paint.fill(roles[cell.fill] if cell.fill else None)}</a:fill>"
    borders = "".join(f"<a:{edge}>{_line(rule, roles)}</a:{edge}>" for edge, rule in edges.items())
    return f"<a:{tag}>{words}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{fill}</a:tcStyle></a:{tag}>"


def _line(rule: Rule, roles: Mapping[str, Color]) -> str:
    return paint.line(Stroke(roles[rule.color], rule.width) if rule.width else None)
