"""A theme, read: what a brand looks like.  Lengths EMU, type sizes points, colours scheme colours by ground.

`theme.yaml` is read into these records by `theme.reader`; `layout` draws looks from them, `writers.pptx` writes slide master,
layouts, notes and handout masters from them.  Nothing here knows a talk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..findings import Span
from ..records import dataclass
from ..typeset.metrics import Face
from ..units import Box
from .paint import Color, Fill
from .paint import Ground as Ground
from .tracker_records import TrackerSpec

if TYPE_CHECKING:
    from .carried import Carried
    from .chart_spec import ChartSpec
    from .marks import Logos, Mark
    from .table_records import TableSpec

GroundName: TypeAlias = Literal["light", "dark", "accent"]


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A step of the type scale: size and leading in points, `tracking` in em, `ladder` sizes in points, largest first.

    `font` is the theme font ("heading" = major, "body" = minor), in a client's template also a family of `Fonts.faces`.  The leading's
    ratio to the size is kept when the size changes.
    """

    size: int
    leading: float
    bold: bool = False
    italic: bool = False
    font: str = "body"
    tracking: float = 0.0
    ladder: tuple[int, ...] = ()

    @property
    def ratio(self) -> float:
        """Line pitch / size."""
        return self.leading / self.size

    @property
    def spacing(self) -> int:
        """`a:spcPct`: leading in percent of 1.2 x size, in 1/1000 percent (ART.md section 2)."""
        return round(self.leading / (1.2 * self.size) * 100_000)

    def spc(self, size: int) -> int:
        """`a:rPr spc` at `size`: 1/100 pt."""
        return round(self.tracking * size * 100)


@dataclass(frozen=True, slots=True)
class FontSet:
    """Families and their metrics.  `faces` keys: (family, "regular" | "bold" | "italic" | "bold-italic")."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """The brand set and the office set of a theme; `files` are the TTFs that the theme ships."""

    brand: FontSet
    office: FontSet
    faces: Mapping[tuple[str, str], Face]
    files: tuple[Path, ...] = ()
    span: Span | None = None  # where the theme says them


@dataclass(frozen=True, slots=True)
class When:
    """Conditions that must all hold.  `slot`/`without`: slide or item has that slot or not ("leads": all items have one; "nested": one has a list)."""

    slot: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    count: tuple[int, int] | None = None  # inclusive
    rows: tuple[int, int] | None = None  # items of the list, in a series too
    current: bool | None = None
    done: bool | None = None
    first: bool | None = None
    last: bool | None = None
    before_current: bool | None = None  # whether the next item is the current one
    grounds: tuple[str, ...] = ()


ALWAYS = When()


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a body placeholder: type, colour role, bullet ("" = none), its colour and size in percent, indents EMU, space before in points."""

    style: TypeStyle
    color: str
    bullet: str = ""
    bullet_color: str = ""
    bullet_size: int = 100
    indent: int = 0
    hanging: int = 0
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Pitch:
    """Space between items by their count: up to `count` items, `pitch` EMU from first line to first line."""

    count: int
    pitch: int


@dataclass(frozen=True, slots=True)
class TextSpec:
    """How a slot's text is set in a placeholder or a shape."""

    slot: str
    style: TypeStyle
    color: str
    align: Literal["left", "center", "right"] = "left"
    anchor: Literal["top", "middle", "bottom"] = "top"
    stop: str = ""  # colour role of a headline's full stop ("" = none)
    lead: TypeStyle | None = None  # style of leads, where all items have one
    lead_color: str = ""
    text_color: str = ""  # colour of an item's text beside a lead
    tab: int = 0  # EMU from the box's left edge to the text beside a lead
    pitches: tuple[Pitch, ...] = ()
    maximum: int = 0  # items that one slide takes (0 = no limit); more are split
    hang: int = 0  # EMU at the left of the box in which an opening quotation mark hangs (0 = it doesn't)
    strong: str = ""  # colour role of strong words in a text that isn't bold
    spare: tuple[int, int] = (0, 0)  # width and height (EMU) that may be added if nothing else fits
    sizes: tuple[tuple[int, int], ...] = ()  # (up to so many characters, size): the first size by length
    suffix: str = ""  # slot set after it, smaller (a number's unit)
    suffix_scale: float = 0.46
    literal: str = ""  # a fixed text, the same in every language, in place of a slot's
    label: str = ""  # a fixed text by its name in the theme's `labels`
    beside: bool = False  # the text beside a lead hangs at the tab: its further lines begin there too
    even: bool = False  # items begin a pitch apart, however many lines they have
    shorten: bool = False  # what doesn't fit is cut behind a word
    mark_color: str = ""  # colour role of an opening quotation mark that hangs

    def pitch_of(self, count: int) -> int:
        """From first line to first line of a list of `count` items, EMU; 0 where the theme says none."""
        found = next(
            (p for p in self.pitches if count <= p.count), self.pitches[-1] if self.pitches else None
        )
        return found.pitch if found is not None else 0


@dataclass(frozen=True, slots=True)
class PlaceholderSpec:
    """A placeholder of a look.  `type` and `idx` come from `theme.roles`; `text` is None for pictures and tables.

    `levels` describe all levels of a body; a plain text has one.  `move` displaces the placeholder on the slide: (dx, dy) EMU at
    the last of all points, nothing at the first (linear in `index`).
    """

    role: str
    type: str
    idx: int
    name: str
    prompt: str
    box: Box
    text: TextSpec | None
    levels: tuple[Level, ...] = ()
    when: When = field(default_factory=When)
    move: tuple[int, int] = (0, 0)
    geometry: str = "rect"
    radius: int = 0  # EMU, roundRect
    behind: bool = False
    below: str = ""  # role of the placeholder whose text it follows
    below_gap: int = 0
    table: TableSpec | None = None
    chart: ChartSpec | None = None  # how charts in it are drawn
    push: bool = False  # the content gives way where its text reaches into it
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)  # round `box`: left, top, right, bottom
    home: Box | None = None  # the layout's own place, where a look puts the placeholder elsewhere
    inherits: bool = True  # the layout's placeholder sets the text as `text` says; else the slide does

    @property
    def free(self) -> bool:
        """Whether it is no placeholder but a box of the slide: a client's layout has none for this role."""
        return self.idx < 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """Where copies of a shape stand: exactly one of step, at, between, around, grid.  `over` is the list slot, "columns", or
    "series" (the slides of a numbered series).  Offsets in EMU.

    `rows` and `gaps` name a placeholder: a copy at each row of its list, or in the gap below each row, wherever these come to stand.
    """

    over: str = "items"
    step: tuple[int, int] | None = None
    at: tuple[tuple[int, int], ...] = ()
    between: tuple[tuple[int, int], tuple[int, int]] | None = None
    around: tuple[int, int, int, float] | None = (
        None  # centre x, y, radius (EMU), start angle (degrees, 0 = up, clockwise)
    )
    columns: int = 0
    gap: tuple[int, int] = (0, 0)
    pitch: tuple[int, int] | None = None  # of a grid, from one copy to the next, in place of a gap
    down: bool = False  # a grid is filled column by column
    rows: str = ""
    gaps: str = ""
    mirrored: bool = False  # offsets go to the left, `around` counter-clockwise


@dataclass(frozen=True, slots=True)
class ShapeSpec:
    """A shape of a look.

    `shape` is a preset name, "line", "text" (a text box), "picture" (of the item or slide slot `slot`).  Lines run from the box's (x, y) to
    (x+w, y+h) (w, h may be negative); `fixed` "to" keeps the line's end in place when a repeat moves its start.
    """

    name: str
    shape: str
    box: Box
    fill: Color | str | tuple[tuple[int, str, int], ...] | None = (
        None  # role, or gradient stops (position, role, alpha)
    )
    fill_alpha: int = 100_000
    angle: int = 5_400_000
    line: str = ""  # colour role of the outline
    width: int = 0  # EMU
    head: bool = False
    tail: bool = False
    radius: int = 0  # EMU, roundRect
    path: tuple[tuple[str | int, ...], ...] = ()
    text: TextSpec | None = None
    slot: str = ""
    when: When = field(default_factory=When)
    repeat: Repeat | None = None
    behind: bool = False
    fixed: str = ""
    link: str = ""  # slot that holds the link's target ("target")
    flip: bool = False  # mirrored left to right; the text isn't
    fills: tuple[str, ...] = ()  # fill roles by index, for repeats; the last one goes on
    text_colors: tuple[str, ...] = ()  # text colour roles by index, with `fills`
    drawn: bool = False  # drawn on the slide, though it never changes: within a block
    hug: str = ""  # role of the placeholder whose text it is as wide as
    hug_height: bool = False  # and as high
    page: bool = False  # one of the theme's own `page` shapes, which no block has

    def painted(self, ground: Ground) -> Fill:
        """The fill on `ground`: its roles as scheme colours."""
        if isinstance(self.fill, str):
            return ground.shade(self.fill, self.fill_alpha)
        if isinstance(self.fill, tuple):
            return ground.gradient(self.fill, self.angle)
        return self.fill

    @property
    def static(self) -> bool:
        """Whether it stands on the layout: always there, without text, without a morph name."""
        return not (
            self.text
            or self.slot
            or self.repeat
            or self.when != ALWAYS
            or self.name.startswith("!!")
            or self.link
            or self.drawn
            or self.hug
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind (or one look of it) is drawn: one slide layout for each of its grounds.

    `layout_type` is PowerPoint's (`p:sldLayout type`: "title", "secHead", "obj", "titleOnly", "blank") or "" (userDrawn).
    """

    name: str
    label: str
    ground: GroundName
    grounds: tuple[GroundName, ...]
    placeholders: tuple[PlaceholderSpec, ...]
    shapes: tuple[ShapeSpec, ...]
    tracker: TrackerSpec | None = None
    layout_type: str = ""
    number: bool = True
    footer: bool = True
    span: Span | None = None
    hidden_title: bool = False  # shows no title: the title placeholder is written hidden
    omits: tuple[str, ...] = ()  # slots that deckgen adds and this look leaves out
    chrome: Chrome | None = None  # where number, footer and date stand, if not as in the whole theme
    on: Mapping[str, str] = field(default_factory=dict)  # a client's layout has a ground of its own

    def ground_of(self, name: str) -> str:
        """The ground that it is drawn on where `name` is asked for."""
        return self.on.get(name, name)

    def placeholder(self, role: str) -> PlaceholderSpec | None:
        """The first placeholder of `role` without conditions, else the first of that role."""
        return self._placed()[0].get(role)

    def conditional(self, place: int) -> bool:
        """Whether the placeholder at `place` has conditions."""
        return place in self._placed()[1]

    def _placed(self) -> tuple[dict[str, PlaceholderSpec], set[int]]:
        """The placeholders by role, and where those with conditions stand."""
        known = _PLACED.get(id(self.placeholders))
        if known is None or known[0] is not self.placeholders:
            having = {n for n, spec in enumerate(self.placeholders) if spec.when != ALWAYS}
            roles: dict[str, PlaceholderSpec] = {}
            for n, spec in enumerate(self.placeholders):
                if n not in having:
                    roles.setdefault(spec.role, spec)
            for spec in self.placeholders:
                roles.setdefault(spec.role, spec)
            if len(_PLACED) >= _MOST_PLACED:
                _PLACED.clear()
            known = _PLACED[id(self.placeholders)] = (self.placeholders, (roles, having))
        return known[1]


_MOST_PLACED = 1_000
_PLACED: dict[int, tuple[tuple[PlaceholderSpec, ...], tuple[dict[str, PlaceholderSpec], set[int]]]] = {}


@dataclass(frozen=True, slots=True)
class Chrome:
    """Footer, date and number: boxes and type; colour roles."""

    number: PlaceholderSpec
    footer: PlaceholderSpec
    date: PlaceholderSpec


@dataclass(frozen=True, slots=True)
class Master:
    """The slide master's own title and body placeholder and its nine body levels."""

    title: PlaceholderSpec
    body: PlaceholderSpec
    levels: tuple[Level, ...]


SCRIM = ((0, "scrim", 90_000), (40_000, "scrim", 55_000), (66_000, "scrim", 0), (100_000, "scrim", 0))
"""The scrim of themes that name none (ART.md section 4)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A brand.  `slots` are the theme part's twelve colours ("dk1" .. "folHlink" -> "RRGGBB"); `grounds["light"].color_map` is the master's map.

    `guides` are positions of the master's guides in EMU (vertical x, horizontal y).  `labels` by language, then key.  `scrim` is what
    lies between a background picture and its texts: stops (position, role, opacity in 1/1000 percent) and angle.  `prepared` names what was
    made ready for just this theme (`theme.prepared`); a theme that is read, mirrored or otherwise changed has none.  `marks` are a deck's logo
    by look and ground, and whether the slide has a picture behind it.
    """

    name: str
    title: str
    slots: Mapping[str, str]
    fonts: Fonts
    styles: Mapping[str, TypeStyle]
    grounds: Mapping[str, Ground]
    looks: Mapping[str, Look]
    master: Master
    chrome: Chrome
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    guides: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    width: int = 12_192_000
    height: int = 6_858_000
    scrim: tuple[tuple[tuple[int, str, int], ...], int] = (SCRIM, 0)
    transition: str = "fade"  # "morph" (with fade fallback), "fade" or ""
    logo: Logos | None = None
    client: str = ""  # the colour that a client's takes the place of, "" if the theme takes none
    folder: Path | None = None
    table: TableSpec | None = None  # as tables that people add are drawn
    marks: Mapping[tuple[str, str, bool], Mark] = field(default_factory=dict)
    template: Carried | None = field(default=None, repr=False)  # a client's own masters and layouts
    prepared: str = field(init=False, default_factory=str, compare=False, repr=False)

    def ground(self, name: str) -> Ground:
        """The ground called `name`."""
        return self.grounds[name]
