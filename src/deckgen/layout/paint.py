"""Roles to scheme colours, and the small items that looks draw: lines, corner radii, gradients."""

from __future__ import annotations

from dataclasses import replace

from ..findings import Span
from ..scene.items import Connector
from ..theme.paint import Color, Gradient, Stroke
from ..theme.records import Ground, ShapeSpec
from ..units import Box


def shade(role: str, ground: Ground, alpha: int = 100_000) -> Color:
    """The scheme colour of `role` on `ground`; `alpha` in 1/1000 percent."""
    color = ground.roles[role]
    return color if alpha == 100_000 else replace(color, alpha=alpha)


def gradient(stops: tuple[tuple[int, str, int], ...], angle: int, ground: Ground) -> Gradient:
    """A gradient of roles: stops of (position, role, alpha)."""
    return Gradient(tuple((at, shade(role, ground, alpha)) for at, role, alpha in stops), angle)


def outline(shape: ShapeSpec, ground: Ground) -> Stroke | None:
    """The shape's outline or line."""
    if not shape.line or not shape.width:
        return None
    return Stroke(shade(shape.line, ground), shape.width, shape.head, shape.tail)


def radius_of(radius: int, box: Box) -> tuple[tuple[str, int], ...]:
    """`adj` of a rounded rectangle: radius / shorter side x 100000 (ART.md section 2)."""
    if not radius or not min(box.w, box.h):
        return ()
    return (("adj", min(50_000, round(radius / min(box.w, box.h) * 100_000))),)


def connector(
    ident: str,
    name: str,
    shape: ShapeSpec,
    box: Box,
    stroke: Stroke | None,
    span: Span | None,
) -> Connector | None:
    """A straight line; with `fixed: to` its end stays where the look drew it."""
    if stroke is None:
        return None
    x1, y1, x2, y2 = box.x, box.y, box.x + box.w, box.y + box.h
    if shape.fixed == "to":
        x2, y2 = x1, shape.box.y + shape.box.h
    if (x1, y1) == (x2, y2):
        return None
    bounds = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    return Connector(
        id=ident, name=name, box=bounds, x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, decorative=True, span=span
    )
