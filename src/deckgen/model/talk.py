"""A talk as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..fields import described
from ..findings import Span
from ..records import dataclass
from .duration import Duration, TimeOfDay
from .facts import (
    Client,
    IsoDate,
    LabelWords,
    LangTag,
    Speaker,
    Speakers,
    TextMap,
    ThemeChoice,
    Variant,
    Variants,
)
from .picture import PictureRef
from .slide import Slide
from .text import RichText

__all__ = ["Speaker", "Talk", "TalkInfo"]

DEFAULT_THEME = "plain"


@dataclass(frozen=True, slots=True)
class TalkInfo:
    """The keys at the top of a talk, without its slides."""

    title: RichText = described("the talk's title")
    subtitle: RichText | None = described("a line below the title", default=None)
    speaker: Speakers = described("who speaks: a name, a map, or a list", default=Speakers())
    event: RichText | None = described("where the talk is given: the occasion", default=None)
    date: IsoDate | None = described("the day", default=None, example="2021-01-04")
    start: TimeOfDay | None = described(
        "when it begins: the outline's clock shows the time of day", default=None, example="9:00"
    )
    place: RichText | None = described("the place", default=None)
    lang_tag: LangTag = described("the talk's language", default=LangTag("en"), key="lang", example="de")
    languages: tuple[str, ...] = described("all languages that the talk exists in", default=())
    theme: ThemeChoice | None = described("a theme's name or path, or a map with `extends`", default=None)
    fonts: str = described(
        "the brand's fonts, or those that every office has", default="brand", choices=("brand", "office")
    )
    embed_fonts: bool = described("put the brand's fonts into the deck", default=False)
    duration: Duration | None = described(
        "how long the talk may take: slides go by their `priority` until it fits", default=None, example="45m"
    )
    agenda: str = described(
        "agenda slides that deckgen adds", default="off", choices=("off", "once", "each-section")
    )
    footer: RichText | None = described("a line at the foot of the slides", default=None)
    pace: int | None = described("words a minute", default=None, low=60, high=300)
    profile: str = described(
        "where it is seen: type sizes and densities", default="room", choices=("stage", "room", "read")
    )
    client: Client = described("for whom the talk is, when none is chosen", default=Client())
    mentions: tuple[str, ...] = described(
        "other clients that the talk names on purpose, by name or file", default=(), example="[ACME AG]"
    )
    label_words: LabelWords = described(
        "words that deckgen puts on slides", default=LabelWords(), key="labels"
    )
    vars: TextMap = described("texts that `${name}` inserts", default=TextMap())
    versions: Variants = described("versions of the talk", default=Variants(), key="variants")

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """All speakers."""
        return self.speaker.all

    @property
    def lang(self) -> str:
        """The language tag as it was written."""
        return self.lang_tag.tag

    @property
    def labels(self) -> Mapping[str, str]:
        """Label words that differ from the language's own."""
        return self.label_words.words

    @property
    def variants(self) -> Mapping[str, Variant]:
        """The versions by name."""
        return self.versions.all

    @property
    def client_logo(self) -> PictureRef | None:
        """The client's logo."""
        return self.client.logo

    @property
    def theme_name(self) -> str:
        """The theme's name or path."""
        return self.theme.name if self.theme is not None else DEFAULT_THEME

    @property
    def theme_span(self) -> Span | None:
        """Where the theme is named."""
        return self.theme.span if self.theme is not None else None


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk: what stands at its top, its slides in order (without those to be skipped), the label of its file.

    `links` are the ids that texts lead to, with their places; `shared` the derived ids that several slides share, with the lines of
    these: they address no slide; `pictures` are all that it shows, wherever they stand.
    """

    info: TalkInfo
    slides: tuple[Slide, ...]
    lang: str
    file: str
    links: tuple[tuple[str, Span], ...] = ()
    shared: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    pictures: tuple[PictureRef, ...] = ()
