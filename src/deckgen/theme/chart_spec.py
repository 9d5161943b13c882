"""How a theme draws charts: type and colour roles of each part, widths, gaps.  Lengths EMU, shares in percent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..records import dataclass

if TYPE_CHECKING:
    from .records import TypeStyle


@dataclass(frozen=True, slots=True)
class ChartPart:
    """How a part's text is set: style (its ladder says how far it may shrink) and colour role."""

    style: TypeStyle
    color: str


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A theme's charts.

    `category` names categories, `value` are the labels of values, `axis` numbers an axis, `label` names series at the line's end and
    in legends; `value_hero` and `label_hero` are those of what is highlighted.  `hero` and `rest` colour bars and slices when
    something is highlighted (`rest_alpha`, opacity in 1/1000 percent, makes a tint of any colour), `line_rest` lines; without a
    highlight the accents do in their order.  `other` is the colour of series beyond the sixth.  `edge` parts slices and stacked
    bars, `outline` surrounds all.
    """

    category: ChartPart
    value: ChartPart
    value_hero: ChartPart
    axis: ChartPart
    label: ChartPart
    label_hero: ChartPart
    hero: str
    rest: str
    line_rest: str
    other: str
    line_hero_color: str = ""  # of the line that is highlighted, "" as `hero`
    line_colors: tuple[str, ...] = ()  # of lines and dots in their order, () the accents
    rests: tuple[str, ...] = ()  # of several things beside a highlight, in their order, () tints of `rest`
    rest_alpha: int = 100_000
    gap: int = 60
    line: int = 38_100
    line_hero: int = 57_150
    marker: int = 10  # points
    marker_hero: int = 14
    grid: str = ""
    grid_alpha: int = 100_000
    grid_width: int = 0
    base: str = ""
    base_width: int = 0
    outline: str = ""
    outline_width: int = 0
    edge: str = ""
    edge_width: int = 0
    end_value: bool = False  # the label at a line's end has the value too
    legend: Literal["top", "right", "bottom"] = "top"
    hole: int = 60
