"""What can stand on a slide: the closed vocabulary that kinds and looks end in and every writer reads.

Lengths are EMU, sizes whole points, colours scheme colours of the theme (never hex).  A new sort of item is added
here and to `Item`; `assert_never` then makes the type checker name every writer that must follow.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..findings import Span
from ..records import dataclass
from ..theme.paint import Color, Fill, Stroke
from ..units import Box
from .charts import Plot

Anchor: TypeAlias = Literal["top", "middle", "bottom"]
Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads: `slide` is the id of a scene, or `url` an address.  Exactly one is set."""

    slide: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look.  None means: inherited from the placeholder or the paragraph's level.

    `text` may hold "\\v": a line break within the paragraph (`a:br`).  `size` whole points.  `field` is "slidenum" for the slide's number
    (then `text` is its cached value).  `mono` is code, whose spelling isn't checked; `mark` is the
    colour behind the letters.
    """

    text: str
    bold: bool | None = None
    italic: bool | None = None
    strike: bool = False
    script: str = ""  # "", "sup" or "sub"
    mono: bool = False
    size: int | None = None
    tracking: int | None = None  # a:rPr spc, 1/100 pt
    color: Color | None = None
    mark: Color | None = None
    link: Link | None = None
    lang: str = ""  # BCP 47 with region; "" = the slide's language
    field: Literal["", "slidenum"] = ""
    font: Literal["", "heading", "body"] = ""  # the theme's font, "" as inherited


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.  None means inherited.

    `leading` is line pitch in percent of 1.2 x size, in 1/1000 percent (`a:spcPct`); `pitch` is line pitch in points (`a:spcPts`), for
    table cells, where programs take the font's own height for the percentage.  `before` points above the paragraph.
    `bullet`: "inherit", "none", "bullet" (the level's character) or "number" (`a:buAutoNum arabicPeriod` from `start`).
    `indent` and `first` (hanging, mostly negative) are `marL` and `indent` in EMU; None = the level's own.  `right` is `marR`, EMU: how much
    sooner lines end.
    `tabs` are left tab stops in EMU.
    """

    runs: tuple[Run, ...]
    level: int = 0
    align: Align | None = None
    leading: int | None = None
    pitch: float | None = None
    before: float | None = None
    bullet: Literal["inherit", "none", "bullet", "number"] = "inherit"
    start: int = 1
    indent: int | None = None
    first: int | None = None
    right: int = 0
    tabs: tuple[int, ...] = ()
    size: int | None = None  # the size wanted for the paragraph's end mark (endParaRPr); runs carry their own
    rtl: bool | None = None  # direction; None = the layout's

    @property
    def plain(self) -> str:
        """The paragraph's text without formatting; line breaks as spaces."""
        return "".join(r.text for r in self.runs).replace("\v", " ")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a frame or shape.  `insets` are left, top, right, bottom in EMU; None = inherited from the layout."""

    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor | None = None
    insets: tuple[int, int, int, int] | None = None

    @property
    def plain(self) -> str:
        """All text, a line for each paragraph."""
        return "\n".join(p.plain for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Fit:
    """How a text was fitted, for the checks and `--explain-fit`: points.  `room` is the height allowed.

    `faces` names the faces that the text was measured with, the one that is written first; `remedies` is what was done besides
    taking a smaller size: "balanced", "last word joined", "spare room", "words divided", "every 3. name".
    """

    size: int
    wanted: int
    lines: int
    height: float
    room: float
    width: float = 0.0  # of the widest line
    faces: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of the layout: `type` as in `p:ph` ("title", "ctrTitle", "subTitle", "body", "pic", "tbl", "chart",
    "sldNum", "ftr", "dt"), `idx` the role's number, equal in every layout of every theme."""

    role: str
    type: str
    idx: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every item has.

    `id` is stable: made from the slide's id and the item's role, the seed of its creationId.  `name` is shown in the
    selection pane.  `alt` is the alt text; `decorative` marks what assistive technology passes over.
    `step` is the click with which the item appears (0: at once).  `hidden` hides as the selection pane's eye does.
    """

    id: str
    name: str
    box: Box
    alt: str = ""
    decorative: bool = False
    placeholder: Placeholder | None = None
    link: Link | None = None
    step: int = 0
    hidden: bool = False
    placed: bool = True  # False: the box is the layout's own, the writer writes no position
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFrame(Common):
    """Text in a placeholder or a text box."""

    text: Text
    fit: Fit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape(Common):
    """A preset shape or a freeform, with or without text.

    `preset` is DrawingML's name ("rect", "ellipse", "roundRect", "triangle" ...); `adjust` its adjustment values as
    (name, value).  With `path` (then preset is "") the outline is a list of commands in EMU relative to the box:
    ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Z",).  `flip` mirrors the shape left to right, not its text.
    """

    preset: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()
    path: tuple[tuple[str | int, ...], ...] = ()
    flip: bool = False
    fill: Fill = None
    stroke: Stroke | None = None
    text: Text | None = None
    fit: Fit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Common):
    """A picture; `asset` is its key in `Deck.assets`.

    `crop` is left, top, right, bottom of the source in 1/100000 (`a:srcRect`); `geometry` a preset ("rect", "ellipse",
    "roundRect").
    """

    asset: str
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    geometry: str = "rect"
    adjust: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector(Common):
    """A straight line from (x1, y1) to (x2, y2) in EMU; `box` is its bounding box.

    `start` and `end` are (item id, connection site) of shapes that it is glued to.
    """

    x1: int
    y1: int
    x2: int
    y2: int
    stroke: Stroke
    start: tuple[str, int] | None = None
    end: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Common):
    """A native chart with its workbook; `fit` is how the names of its categories (or its legend's) were fitted."""

    plot: Plot
    fit: Fit | None = None
    lang: str = ""  # BCP 47 with region; "" = the slide's language


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Common):
    """Items that belong together; children's coordinates are the slide's."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text (with anchor and insets), fill, and rules on its four sides; None is no rule.

    Cells that share an edge say the same rule there.  `columns` and `rows` are how many the cell spans; the cells that it covers
    are there too, without text.  `fit` is how its text was fitted; `room` is the height between its insets.
    """

    text: Text
    fill: Color | None = None
    left: Stroke | None = None
    top: Stroke | None = None
    right: Stroke | None = None
    bottom: Stroke | None = None
    columns: int = 1
    rows: int = 1
    fit: Fit | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: height in EMU, a cell for each column."""

    height: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Common):
    """A native table; `widths` of its columns in EMU.  The box is as wide and high as columns and rows together.

    `header` marks the first row as the header that screen readers announce, `first_column` the first column as labels, `total` the
    last row as sums, `banded` every second row as tinted.  `rtl` puts the first column at the right.
    """

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    header: bool = True
    first_column: bool = False
    total: bool = False
    banded: bool = False
    rtl: bool = False


Item: TypeAlias = TextFrame | Shape | Picture | Connector | Table | Chart | Group
