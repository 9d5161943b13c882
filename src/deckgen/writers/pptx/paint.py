"""Colours, fills and lines as DrawingML: scheme colours with their transforms."""

from __future__ import annotations

from functools import lru_cache

from ...theme.paint import Color, Fill, Gradient, Stroke

_END = 'type="triangle" w="lg" len="lg"'


@lru_cache(maxsize=4096)
def color(value: Color) -> str:
    """a:schemeClr."""
    inner = "".join(f'<a:{name} val="{amount}"/>' for name, amount in value.mods)
    if value.alpha < 100_000:
        inner += f'<a:alpha val="{value.alpha}"/>'
    end = f">{inner}</a:schemeClr>" if inner else "/>"
    return f'<a:schemeClr val="{value.slot}"{end}'


@lru_cache(maxsize=4096)
def fill(value: Fill) -> str:
    """a:solidFill, a:gradFill or a:noFill."""
    if value is None:
        return "<a:noFill/>"
    if isinstance(value, Gradient):
        stops = "".join(f'<a:gs pos="{at}">{color(c)}</a:gs>' for at, c in value.stops)
        return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst><a:lin ang="{value.angle}" scaled="0"/></a:gradFill>'
    return f"<a:solidFill>{color(value)}</a:solidFill>"


@lru_cache(maxsize=4096)
def line(value: Stroke | None, tag: str = "ln") -> str:
    """a:ln, or another element of its kind (a:lnL of a table's cell); None is no line."""
    if value is None:
        return f"<a:{tag}><a:noFill/></a:{tag}>"
    dash = f'<a:prstDash val="{value.dash}"/>' if value.dash != "solid" else ""
    head = f"<a:headEnd {_END}/>" if value.head else ""
    tail = f"<a:tailEnd {_END}/>" if value.tail else ""
    return f'<a:{tag} w="{value.width}">{fill(value.color)}{dash}{head}{tail}</a:{tag}>'
