"""What is read of a deck: slides, shapes and texts with every property resolved.  Lengths in EMU, type sizes in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from ..records import dataclass
from ..units import Box

Autofit = Literal["none", "shrink", "grow"]
Spacing = tuple[Literal["pct", "pts"], float]
"""Share of a line (1.0 is single spacing), or points."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A paragraph's bullet.  `scale` is its size as a share of the text's, `size` points where the deck gives them."""

    kind: Literal["none", "char", "number", "picture"] = "none"
    char: str = ""
    scheme: str = ""
    start: int = 1
    typeface: str = ""
    scale: float = 1.0
    size: float | None = None


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How a run is set.  `size` and `spacing` in points, `baseline` a share of the size, `kern` the least size that kerns (None: never).

    `latin`, `ea` and `cs` are the typefaces of Western, East Asian and complex scripts, "" where only the program knows.
    """

    size: float = 18.0
    bold: bool = False
    italic: bool = False
    latin: str = ""
    ea: str = ""
    cs: str = ""
    caps: Literal["none", "small", "all"] = "none"
    spacing: float = 0.0
    baseline: float = 0.0
    kern: float | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; `field` is the type of the field that it shows ("slidenum"); a line break is "\\v"."""

    text: str
    style: RunStyle
    field: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph's own properties; lengths in EMU, tab stops from the box's left inset.  `end` is how its mark is set."""

    level: int = 0
    left: int = 0
    right: int = 0
    indent: int = 0
    align: str = "l"
    line: Spacing = ("pct", 1.0)
    before: Spacing = ("pts", 0.0)
    after: Spacing = ("pts", 0.0)
    bullet: Bullet = field(default_factory=Bullet)
    tabs: tuple[int, ...] = ()
    default_tab: int = 914_400
    rtl: bool = False
    end: RunStyle = field(default_factory=RunStyle)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its runs in order.  `complete` is False where something stands in it that is no text (a formula)."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    complete: bool = True

    @property
    def text(self) -> str:
        """The text, with "\\v" for line breaks."""
        return "".join([r.text for r in self.runs])


@dataclass(frozen=True, slots=True)
class BodyStyle:
    """How a text stands in its box (bodyPr); insets and the gap between columns in EMU, `rotation` of the text against its shape in degrees.

    `autofit`: "none" leaves the text as it is, "shrink" has `font_scale` and `line_reduction` as the program last wrote them (None and 0
    where it wrote none), "grow" makes the box as high as its text.
    """

    left: int = 91_440
    top: int = 45_720
    right: int = 91_440
    bottom: int = 45_720
    wrap: bool = True
    anchor: str = "t"
    centered: bool = False
    columns: int = 1
    gap: int = 0
    autofit: Autofit = "none"
    font_scale: float | None = None
    line_reduction: float = 0.0
    vertical: str = "horz"
    rotation: float = 0.0
    rtl_columns: bool = False
    first_spacing: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A shape's or cell's text.  `cut` says that it goes on beyond what was read."""

    body: BodyStyle
    paragraphs: tuple[Paragraph, ...]
    cut: bool = False

    @property
    def plain(self) -> str:
        """All paragraphs, one a line."""
        return "\n".join([p.text for p in self.paragraphs])


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a shape is a placeholder of: the type that it has or inherits, and its index."""

    type: str
    index: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at `row` and `column` that covers `rows` and `columns`; its insets are those of its text's body."""

    row: int
    column: int
    rows: int
    columns: int
    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """A table: widths of its columns and heights of its rows in EMU, and the cells that aren't covered by others."""

    widths: tuple[int, ...]
    heights: tuple[int, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a slide or layout.

    `box` is its frame before it is turned by `rotation` degrees (clockwise, about its centre), on the slide whatever groups it stands in;
    None where neither it nor what it inherits from has a place.  `room` is the part of the box that the geometry leaves for text; None for
    forms whose text rectangle isn't known.  `kind` is "text", "picture", "table", "chart", "diagram", "connector" or "other".
    `seen` says that it has a fill or an outline of its own, so that its edges are seen.  `levels` are the properties of the nine list
    levels, filled for placeholders of layouts and masters.
    """

    id: int
    name: str
    kind: str
    box: Box | None
    rotation: float = 0.0
    room: Box | None = None
    geometry: str = ""
    placeholder: Placeholder | None = None
    hidden: bool = False
    seen: bool = False
    text: Text | None = None
    table: Table | None = None
    levels: tuple[ParagraphStyle, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A slide (`number` from 1) or a layout (0), with its shapes in drawing order, those of groups where the group stands."""

    number: int
    name: str
    layout: str
    hidden: bool
    shapes: tuple[Shape, ...]

    def texts(self) -> Iterator[tuple[Shape, Text]]:
        """Every text of the page's shapes, tables left out."""
        for shape in self.shapes:
            if shape.text is not None:
                yield shape, shape.text
