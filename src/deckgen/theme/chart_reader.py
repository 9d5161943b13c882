"""`chart:` of theme.yaml -> `ChartSpec`: how charts are drawn, for the whole theme or in one look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from ..source.nodes import Map, Node
from ..units import points
from .chart_spec import ChartPart, ChartSpec
from .values import merge

if TYPE_CHECKING:
    from .records import TypeStyle
    from .shape_reader import Pen

KEYS = (
    "category", "value", "value-highlight", "axis", "label", "label-highlight", "colors", "gap", "lines", "markers", "grid", "base",
    "outline", "edge", "end-label", "legend", "hole",
)  # fmt: skip
THINNEST, LARGEST_MARKER = 0.25, 72


class ChartBase(NamedTuple):
    """The theme's `chart:` and the styles that it names; a look of the fallback theme is drawn with it too."""

    node: Node
    styles: Mapping[str, TypeStyle]


def read_chart(pen: Pen, base: ChartBase | None, own: Node | None, owner: Node) -> ChartSpec | None:
    """The theme's `chart:` with what a look lays over it (`own`); None after a finding."""
    v = pen.values
    node = own
    if base is not None:
        node = base.node if own is None else merge(base.node, own)
        pen = replace(pen, styles={**pen.styles, **base.styles})
    if node is None:
        v.wrong(
            owner, "a placeholder `chart` needs to know how charts are drawn", "add `chart:` to the theme"
        )
        return None
    keys = v.keys(node, KEYS, "chart")
    missing = [k for k in ("category", "value", "axis", "label") if k not in keys]
    if missing:
        v.wrong(node, f"chart needs {', '.join(missing)}", "write `category: {style: caption, color: text}`")
        return None
    parts = {k: _part(pen, keys[k]) for k in ("category", "value", "axis", "label")}
    category, value, axis, label = parts.values()
    if category is None or value is None or axis is None or label is None:
        return None
    value_hero = _part(pen, keys["value-highlight"], value) if "value-highlight" in keys else value
    label_hero = _part(pen, keys["label-highlight"], label) if "label-highlight" in keys else label
    colors = v.keys(
        keys.get("colors"),
        ("highlight", "rest", "rest-alpha", "line-rest", "line-highlight", "lines", "rests", "other"),
        "colors",
    )
    lines = _pair(pen, keys.get("lines"), "lines", 4.5, 3.0, THINNEST, 24)
    markers = _pair(pen, keys.get("markers"), "markers", 14, 10, 2, LARGEST_MARKER)
    grid = v.keys(keys.get("grid"), ("color", "alpha", "width"), "grid")
    base_color, base_width = _stroke(pen, keys.get("base"), "base")
    outline, outline_width = _stroke(pen, keys.get("outline"), "outline")
    edge, edge_width = _stroke(pen, keys.get("edge"), "edge")
    shown = v.texts(keys.get("end-label")) or ("name",)
    for word in shown:
        if word not in ("name", "value"):
            v.unknown(
                "theme-value",
                f"an end label has no {word!r}",
                word,
                ("name", "value"),
                keys["end-label"].span,
            )
    rest = pen.color(colors.get("rest"), "soft")
    return ChartSpec(
        category=category, value=value, value_hero=value_hero or value, axis=axis, label=label, label_hero=label_hero or label,
        hero=pen.color(colors.get("highlight"), "accent1"), rest=rest, line_rest=pen.color(colors.get("line-rest"), rest),
        line_hero_color=pen.color(colors.get("line-highlight")),
        rests=tuple(pen.color(n, "text") for n in v.items(colors.get("rests"), "rests")),
        line_colors=tuple(pen.color(n, "text") for n in v.items(colors.get("lines"), "lines")),
        other=pen.color(colors.get("other"), "muted"), rest_alpha=round(v.number(colors.get("rest-alpha"), 100, 5, 100) * 1000), gap=v.whole(keys.get("gap"), 60, 0, 500),
        line_hero=points(lines[0]), line=points(lines[1]), marker_hero=round(markers[0]), marker=round(markers[1]),
        grid=pen.color(grid.get("color"), "line" if grid else ""), grid_alpha=round(v.number(grid.get("alpha"), 100, 0, 100) * 1000),
        grid_width=points(v.number(grid.get("width"), 0.75 if grid else 0, 0, 24)), base=base_color, base_width=base_width,
        outline=outline, outline_width=outline_width, edge=edge, edge_width=edge_width, end_value="value" in shown,
        legend=cast("Literal['top', 'right', 'bottom']", v.choice(keys.get("legend"), ("top", "right", "bottom"), "top")),
        hole=v.whole(keys.get("hole"), 60, 10, 90),
    )  # fmt: skip


def _part(pen: Pen, node: Node, default: ChartPart | None = None) -> ChartPart | None:
    keys: Mapping[str, Node] = pen.values.keys(node, ("style", "color"), "a part of a chart")
    style = pen.style(keys["style"]) if "style" in keys else default.style if default is not None else None
    if style is None:
        if "style" not in keys:
            pen.values.wrong(
                node, "a part of a chart needs a style", "write `{style: caption, color: muted}`"
            )
        return None
    return ChartPart(style, pen.color(keys.get("color"), default.color if default is not None else "text"))


def _pair(
    pen: Pen, node: Node | None, what: str, hero: float, rest: float, low: float, high: float
) -> tuple[float, float]:
    """`{highlight: 4.5, other: 3}` in points."""
    keys = pen.values.keys(node, ("highlight", "other"), what) if isinstance(node, Map) else {}
    if node is not None and not isinstance(node, Map):
        pen.values.wrong(node, f"{what} is a map", "write `{highlight: 4.5, other: 3}` (points)")
    return (
        pen.values.number(keys.get("highlight"), hero, low, high),
        pen.values.number(keys.get("other"), rest, low, high),
    )


def _stroke(pen: Pen, node: Node | None, what: str) -> tuple[str, int]:
    """`{color: line, width: 1}`: role and EMU; ("", 0) if it isn't given."""
    if node is None:
        return "", 0
    keys = pen.values.keys(node, ("color", "width"), what)
    return pen.color(keys.get("color"), "text"), points(pen.values.number(keys.get("width"), 1, 0, 24))
