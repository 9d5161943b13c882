"""The first slide: title, subtitle, speaker; a client's logo on a plate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..layout.draft import Draft
from ..model.slide import Slide
from ..records import dataclass
from ._kind import Context, SlideKind, draft, plain_text


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover takes its words from the talk: title, subtitle, speaker, client."""

    bare: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: the talk's title and subtitle (or the slide's own), the speaker's name, the client's logo."""
    info = context.info
    slots = {}
    subtitle = slide.keys.subtitle or info.subtitle
    if subtitle is not None:
        slots["subtitle"] = subtitle
    elif info.event:
        slots["subtitle"] = plain_text(info.event, slide.span)
    names = ", ".join(s.name for s in info.speakers if s.name)
    if names:
        slots["wordmark"] = plain_text(names, slide.span)
    pictures = {"logo": info.client_logo} if info.client_logo is not None else {}
    return [draft(slide, "cover", slide.keys.title or info.title, context, slots=slots, pictures=pictures)]


KIND = SlideKind(Cover, compose, "- cover", bare=True)
