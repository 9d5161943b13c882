"""Roles to scheme colours, and the small items that looks draw: lines, corner radii, gradients."""

from __future__ import annotations

from ..findings import Span
from ..scene.items import Connector
from ..theme.paint import Stroke
from ..theme.records import Ground, ShapeSpec
from ..units import Box


def outline(shape: ShapeSpec, ground: Ground) -> Stroke | None:
    """The shape's outline or line."""
    if not shape.line or not shape.width:
        return None
    return Stroke(ground.shade(shape.line), shape.width, shape.head, shape.tail)


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
