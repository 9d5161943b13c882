"""A slide, laid out (`Scene`), and the whole deck: what compose returns and what checks and writers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from ..records import dataclass
from ..theme.records import Theme
from .items import Group, Item, Paragraph

if TYPE_CHECKING:
    from ..model.guarded import Guard
    from ..typeset.sfnt import Sfnt

Grid = tuple[tuple[int, int, int], ...]
"""Colours, row by row."""


@dataclass(frozen=True, slots=True)
class LayoutRef:
    """Which layout a slide stands on: the look's name and the ground."""

    look: str
    ground: str


@dataclass(frozen=True, slots=True)
class BackgroundPicture:
    """A picture as the slide's background: key in `Deck.assets`, crop in 1/100000."""

    asset: str
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class NotesText:
    """The paragraphs of a notes slide; `lang` with region; `spoken` is False where the talk has no notes there, and deckgen adds a mark."""

    paragraphs: tuple[Paragraph, ...]
    lang: str
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """One slide, laid out.

    `items` are in drawing and reading order.  `title` is the slide's plain title, `name` its unique name.  `seconds` is
    the time planned for it.  `section` is the id of its section.  `entry` is the number of the slide in the deck.
    """

    id: str
    name: str
    title: str
    kind: str
    layout: LayoutRef
    items: tuple[Item, ...]
    lang: str
    section: str = ""
    notes: NotesText | None = None
    hidden: bool = False
    background: BackgroundPicture | None = None
    transition: str = ""  # "morph", "fade" or ""
    seconds: float = 0.0
    generated: bool = False
    span: Span | None = None
    rtl: bool = False

    def walk(self) -> Iterator[Item]:
        """All items, those within groups too."""
        yield from _walk(self.items)


def _walk(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _walk(item.items)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the deck: id, name as shown in PowerPoint, the ids of its scenes in order."""

    id: str
    name: str
    scenes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture's bytes as they go into the deck: `suffix` "png", "jpeg", "gif"; pixels; `label` names it in findings.

    `sample` finds the mean colours of its bytes for contrast, once; `whole` says whether all of its pixels are there, where reading it
    left that open.

    `fit` makes the bytes for so many pixels, fewer than it has; a deck is written with as many as its slides need.

    `drawing` is an SVG, b"" of other pictures.  Then `data` is a small picture of it, `fit` draws it, `width` and `height` only say how they
    stand to each other, `vector` says that it goes into the deck itself too, and `families` are the fonts that its texts ask for.
    """

    suffix: str
    data: bytes
    width: int
    height: int
    label: str = ""
    sample: Callable[[], Grid] | None = field(default=None, compare=False, repr=False)
    whole: Callable[[], bool] | None = field(default=None, compare=False, repr=False)
    fit: Callable[[int, int], bytes] | None = field(default=None, compare=False, repr=False)
    drawing: bytes = b""
    vector: bool = False
    families: tuple[str, ...] = ()

    @property
    def grid(self) -> Grid:
        """32 x 18 mean colours, row by row (empty if they aren't known); the picture is decoded for it, once."""
        return self.sample() if self.sample is not None else ()


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties (docProps/core.xml).  `date` is an ISO date ("2021-01-04") or ""."""

    title: str
    subject: str = ""
    creator: str = ""
    keywords: str = ""
    description: str = ""
    lang: str = "en-US"
    date: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """The time given for all slides of a section, a series or the talk: seconds planned for them, seconds allowed.

    `what` is "section", "points" or "talk".
    """

    what: str
    title: str
    seconds: float
    allowed: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A composed deck: scenes in order, sections, pictures, theme, properties, and what was found on the way."""

    scenes: tuple[Scene, ...]
    sections: tuple[Section, ...]
    theme: Theme
    fonts: str  # "brand" or "office"
    assets: Mapping[str, Asset]
    properties: Properties
    lang: str
    footer: str = ""
    rtl: bool = False
    profile: str = "room"
    source: str = ""  # the talk's file, as shown in findings
    findings: tuple[Finding, ...] = field(default=())
    aliases: Mapping[str, str] = field(default_factory=dict)  # ids that stand for another scene: a series
    embedded: tuple[Sfnt, ...] = ()  # font files to be embedded, by family and face
    budgets: tuple[Budget, ...] = ()
    guard: Guard | None = None  # what the finished file must not say
