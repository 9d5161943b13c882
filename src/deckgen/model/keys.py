"""The keys that every slide may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..fields import described
from ..records import dataclass
from ..source.nodes import Node
from .condition import Condition
from .duration import Duration
from .notes import Notes
from .picture import PictureRef
from .text import RichText

if TYPE_CHECKING:
    from ..source.decode import Decoder

GROUNDS = ("light", "dark", "accent")


@dataclass(frozen=True, slots=True)
class Background:
    """What a slide stands on: a ground of the theme ("light", "dark", "accent"), or a picture."""

    ground: str = ""
    picture: PictureRef | None = None

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Background | None:
        """`light`, `dark`, `accent`, or a path."""
        text = decoder.plain(node, "a background")
        if text is None:
            return None
        if text in GROUNDS:
            return cls(ground=text)
        if "." not in text and "/" not in text:
            decoder.fail(
                "wrong-value",
                f"{text[:60]!r} isn't a background",
                node.span,
                "write light, dark, accent or a picture's path",
            )
            return None
        picture = PictureRef.from_node(node, decoder)
        return cls(picture=picture) if picture is not None else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A word or a path."""
        return {"anyOf": [{"enum": list(GROUNDS)}, {"type": "string"}]}


@dataclass(frozen=True, slots=True)
class CommonKeys:
    """The common keys of LANGUAGE.md section 2, and `text` and `image` as they stand beside another content key."""

    id: str | None = described("the slide's id, for links and overlays", default=None, example="sales")
    title: RichText | None = described("the slide's title", default=None)
    subtitle: RichText | None = described("a line below the title", default=None)
    kicker: RichText | None = described("a few words above the title", default=None)
    short: RichText | None = described("a label for overview and agenda", default=None)
    notes: Notes | None = described("what is said, as block Markdown with [cues]", default=None)
    time: Duration | None = described("how long the slide takes", default=None, example="2m")
    priority: str = described(
        "what may go when time is short", default="must", choices=("must", "should", "could")
    )
    tags: tuple[str, ...] = described("words by which slides are chosen", default=())
    when: Condition | None = described(
        "the slide is there only where all of this is so: variables and the values wanted",
        default=None,
        example="{client.industry: [Maschinenbau, Automotive]}",
    )
    unless: Condition | None = described("the slide is left out where all of this is so", default=None)
    hidden: bool = described("keep the slide in the file, but don't show it", default=False)
    skip: bool = described("leave the slide out", default=False)
    background: Background | None = described(
        "light, dark, accent, or a picture", default=None, example="dark"
    )
    layout: str | None = described("a layout of the theme, by name", default=None)
    source: RichText | None = described("where figures come from, without the word", default=None)
    alt: str | None = described("what the slide's picture shows, for those who can't see it", default=None)
    lang: str | None = described("the slide's language, where it differs", default=None, example="en")
    text: RichText | None = described("a support text beside the content", default=None)
    image: PictureRef | None = described("a picture beside the content", default=None)
