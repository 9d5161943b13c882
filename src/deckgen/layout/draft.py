"""What a kind says of a slide before a look draws it: named slots and facts, no lengths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from ..findings import Span
from ..model.chart_options import ChartOptions
from ..model.notes import Notes
from ..model.picture import PictureRef
from ..model.text import RichText
from ..records import dataclass
from .forms import Region

if TYPE_CHECKING:
    from ..model.chart import ChartData
    from ..model.table import TableData


@dataclass(frozen=True, slots=True)
class ItemSlots:
    """One of a list: texts by slot name (number, lead, text, label, minutes ...) and what holds for it.

    `target` is the id of the slide that the item leads to.
    """

    slots: Mapping[str, RichText] = field(default_factory=dict)
    children: tuple[ItemSlots, ...] = ()
    current: bool = False
    done: bool = False
    target: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A slide as slots and facts.

    `look` is the look wanted; `fallback` the look if the theme has none of that name.  `index` and `count` are the
    place in a series (1-based); `stop` is the number of the progress stop that this slide opens (0: none).  `title` is what
    the title placeholder holds, also where the look hides it.  `regions` are forms by placeholder role ("body", "body-2" ...).  `section`
    holds what a look may say of the slide's section: `section` (its name), `section-number`, `section-roman`.  `made` are slots and
    pictures that the author didn't write on this slide: a layout that the author chose may leave them out.  `titled` says that the kicker
    is the title of the slide's series.

    Of a `table` the rows and columns that `highlight` names stand out (`layout.table_facts.marks_of`), its last row holds sums with
    `total`, `widths` are its columns' relative widths; `table_rows` are the rows shown (from, to), None for all.
    """

    id: str
    kind: str
    look: str
    title: RichText
    slots: Mapping[str, RichText] = field(default_factory=dict)
    items: tuple[ItemSlots, ...] = ()
    body: tuple[ItemSlots, ...] = ()
    regions: Mapping[str, Region] = field(default_factory=dict)
    pictures: Mapping[str, PictureRef] = field(default_factory=dict)
    fit: str = "cover"  # how the picture fills its box: "cover" or "contain"
    focus: tuple[float, float] = (0.5, 0.5)
    alt: str = ""
    index: int = 0
    count: int = 0
    stop: int = 0
    series: str = ""  # the id of the series whose stops the tracker shows
    splittable: bool = False
    notes: Notes | None = None
    seconds: float = 0.0
    generated: bool = False
    opens_section: str = ""
    span: Span | None = None
    lang: str = ""
    ground: str = ""
    ground_picture: PictureRef | None = None
    layout: str = ""
    hidden: bool = False
    table: TableData | None = None
    highlight: tuple[str, ...] = ()
    total: bool = False
    widths: tuple[float, ...] = ()
    table_rows: tuple[int, int] | None = None
    part: tuple[int, int] = (1, 1)
    whole: Draft | None = None  # the slide that this one is a part of
    hide_title: bool = False
    chart: ChartData | None = None
    chart_options: ChartOptions = ChartOptions()
    section: Mapping[str, RichText] = field(default_factory=dict)
    made: frozenset[str] = frozenset()
    titled: bool = False
