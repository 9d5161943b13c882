"""The box within a preset form that programs set its text in: circles, chevrons, triangles and the like.

Formulas and names are those of `a:rect` and its guides in presetShapeDefinitions.xml (ECMA-376 part 1, annex D).  Lengths are in any unit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final

from .records import dataclass

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom of the text's box, from the form's left top corner."""
Adjust = Mapping[str, float]
"""Adjustment values of a form (`adj`, `adj1` ...), in 1/100000; those that are missing are the form's own."""

_CORNER: Final = 0.29289  # of a rounded corner's radius
_DEGREE: Final = math.pi / 180


@dataclass(frozen=True, slots=True)
class _Form:
    w: float
    h: float
    adjust: Adjust

    @property
    def side(self) -> float:
        """The shorter side (`ss`)."""
        return min(self.w, self.h)

    def value(self, name: str, default: float, most: float) -> float:
        """An adjustment as a share, pinned between 0 and `most`."""
        return min(max(self.adjust.get(name, default) / 100_000, 0.0), max(most, 0.0))

    @property
    def across(self) -> float:
        """The width in shorter sides."""
        return self.w / self.side if self.side else 0.0


def inscribed(preset: str, w: float, h: float, adjust: Adjust | None = None) -> Edges | None:
    """The box for the text of a form that is `w` wide and `h` high; None for forms that aren't known here."""
    made = _FORMS.get(preset)
    return made(_Form(w, h, adjust or {})) if made is not None else None


def _whole(f: _Form) -> Edges:
    return 0.0, 0.0, f.w, f.h


def _shares(left: float, top: float, right: float, bottom: float) -> Callable[[_Form], Edges]:
    return lambda f: (left * f.w, top * f.h, right * f.w, bottom * f.h)


def _even(x: float, y: float, f: _Form) -> Edges:
    return x, y, f.w - x, f.h - y


def _rounded(name: str) -> Callable[[_Form], Edges]:
    def edges(f: _Form) -> Edges:
        edge = f.side * f.value(name, 16_667, 0.5) * _CORNER
        return _even(edge, edge, f)

    return edges


def _triangle(f: _Form) -> Edges:
    x1 = f.w * f.value("adj", 50_000, 1.0) / 2
    return x1, f.h / 2, x1 + f.w / 2, f.h


def _parallelogram(f: _Form) -> Edges:
    q2 = (1 + 5 * f.value("adj", 25_000, f.across) / f.across) / 12 if f.across else 0.0
    return _even(q2 * f.w, q2 * f.h, f)


def _trapezoid(f: _Form) -> Edges:
    most = f.across / 2
    share = f.value("adj", 25_000, most) / most / 3 if most else 0.0
    return share * f.w, share * f.h, f.w * (1 - share), f.h


def _pentagon(f: _Form) -> Edges:
    wide, high = f.w / 2 * f.adjust.get("hf", 105_146) / 100_000, f.adjust.get("vf", 110_557) / 100_000
    middle, high = f.h / 2 * high, f.h / 2 * high
    dx1, dx2 = wide * math.cos(18 * _DEGREE), wide * math.cos(306 * _DEGREE)
    y1, y2 = middle - high * math.sin(18 * _DEGREE), middle - high * math.sin(306 * _DEGREE)
    return f.w / 2 - dx2, y1 * dx2 / dx1 if dx1 else 0.0, f.w / 2 + dx2, y2


def _hexagon(f: _Form) -> Edges:
    most = f.across / 2
    a, q1 = f.value("adj", 25_000, most), -most / 2
    q2 = a + q1
    q3, q4, q5 = (4.0, 3.0, q1) if q2 > 0 else (2.0, 2.0, 0.0)
    share = (q3 - (a + q5) / q1 * q4) / 24 if q1 else 0.0
    return _even(f.w * share, f.h * share, f)


def _chevron(f: _Form) -> Edges:
    x1 = f.side * f.value("adj", 50_000, f.across)
    x2 = f.w - x1
    return (x1, 0.0, x2, f.h) if x2 > x1 else (0.0, 0.0, f.w, f.h)


def _home_plate(f: _Form) -> Edges:
    x1 = f.w - f.side * f.value("adj", 50_000, f.across)
    return 0.0, 0.0, (x1 + f.w) / 2, f.h


def _right_arrow(f: _Form) -> Edges:
    shaft, head = _arrow(f, f.across)
    y1 = f.h * (1 - shaft) / 2
    x1 = f.w - head
    return 0.0, y1, x1 + (1 - shaft) * head, f.h - y1


def _left_arrow(f: _Form) -> Edges:
    left, top, right, bottom = _right_arrow(f)
    return f.w - right, top, f.w - left, bottom


def _down_arrow(f: _Form) -> Edges:
    shaft, head = _arrow(f, f.h / f.side if f.side else 0.0)
    x1 = f.w * (1 - shaft) / 2
    return x1, 0.0, f.w - x1, f.h - head + (1 - shaft) * head


def _up_arrow(f: _Form) -> Edges:
    left, top, right, bottom = _down_arrow(f)
    return left, f.h - bottom, right, f.h - top


def _arrow(f: _Form, most: float) -> tuple[float, float]:
    """The shaft's share of the arrow across, the length of its head."""
    return f.value("adj1", 50_000, 1.0), f.side * f.value("adj2", 50_000, most)


def _star5(f: _Form) -> Edges:
    wide, high = f.w / 2 * f.adjust.get("hf", 105_146) / 100_000, f.adjust.get("vf", 110_557) / 100_000
    middle, high = f.h / 2 * high, f.h / 2 * high
    share = f.value("adj", 19_098, 0.5) * 2
    dx, dy = wide * share * math.cos(342 * _DEGREE), high * share * math.sin(54 * _DEGREE)
    return f.w / 2 - dx, middle - dy, f.w / 2 + dx, middle + high * share


def _plus(f: _Form) -> Edges:
    edge = f.side * f.value("adj", 25_000, 0.5)
    return _even(0.0, edge, f) if f.w - f.h > 0 else _even(edge, 0.0, f)


def _round_two(f: _Form) -> Edges:
    top, low = (f.side * f.value(n, d, 0.5) for n, d in (("adj1", 16_667), ("adj2", 0)))
    side = max(top, low) * _CORNER
    return side, top * _CORNER, f.w - side, f.h - low * _CORNER


def _snip_one(f: _Form) -> Edges:
    cut = f.side * f.value("adj", 16_667, 0.5) / 2
    return 0.0, cut, f.w - cut, f.h


def _frame(f: _Form) -> Edges:
    edge = f.side * f.value("adj1", 12_500, 0.5)
    return _even(edge, edge, f)


_ROUND: Final = (1 - math.sqrt(0.5)) / 2
_CIRCLE: Final = _shares(_ROUND, _ROUND, 1 - _ROUND, 1 - _ROUND)
_FORMS: Final[dict[str, Callable[[_Form], Edges]]] = {
    **dict.fromkeys(
        (
            "rect", "flowChartProcess", "wedgeRectCallout", "borderCallout1", "borderCallout2",
            "borderCallout3", "callout1", "callout2", "callout3", "accentCallout1", "accentCallout2", "accentCallout3",
            "accentBorderCallout1", "accentBorderCallout2", "accentBorderCallout3", "line", "straightConnector1", "actionButtonBlank",
        ),
        _whole,
    ),
    **dict.fromkeys(
        ("ellipse", "donut", "pie", "teardrop", "flowChartConnector", "wedgeEllipseCallout"), _CIRCLE
    ),
    "roundRect": _rounded("adj"),
    "wedgeRoundRectCallout": _rounded("adj3"),
    "round2SameRect": _round_two,
    "snip1Rect": _snip_one,
    "frame": _frame,
    "triangle": _triangle,
    "rtTriangle": _shares(1 / 12, 7 / 12, 7 / 12, 11 / 12),
    "diamond": _shares(0.25, 0.25, 0.75, 0.75),
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "pentagon": _pentagon,
    "hexagon": _hexagon,
    "chevron": _chevron,
    "homePlate": _home_plate,
    "rightArrow": _right_arrow,
    "leftArrow": _left_arrow,
    "upArrow": _up_arrow,
    "downArrow": _down_arrow,
    "star5": _star5,
    "plus": _plus,
    "flowChartDecision": _shares(0.25, 0.25, 0.75, 0.75),
    "flowChartTerminator": _shares(0.0471, 0.1464, 1 - 0.0471, 1 - 0.1464),
    "flowChartDocument": _shares(0.0, 0.0, 1.0, 1 - 0.1991),
    "flowChartPredefinedProcess": _shares(0.125, 0.0, 0.875, 1.0),
    "flowChartInputOutput": _shares(0.2, 0.0, 0.8, 1.0),
}  # fmt: skip
