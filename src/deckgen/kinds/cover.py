"""The first slide: title, subtitle, speaker, event, place and date; the logo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..layout.draft import Draft
from ..model.dates import format_date
from ..model.slide import Slide
from ..model.text import plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft, joined, names_of


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover takes its words from the talk: title, subtitle, speaker, client."""

    bare: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: the talk's title and subtitle (or the slide's own), the speakers, the occasion, the client's logo.

    The event is the subtitle where the talk has none.
    """
    info = context.info
    slots = {}
    subtitle = slide.keys.subtitle or info.subtitle
    if subtitle is not None:
        slots["subtitle"] = subtitle
    elif info.event is not None:
        slots["subtitle"] = info.event
    names = names_of(info, slide.span)
    if names is not None:
        slots["wordmark"] = names
    facts = [t for t in (info.event if subtitle is not None else None, info.place) if t is not None]
    if info.date is not None:
        date = format_date(info.date, slide.keys.lang or context.lang)
        facts.append(plain_text(date.replace(" ", "\u00a0"), slide.span))  # a date stays on one line
    occasion = joined(facts, ", ", slide.span)
    if occasion is not None:
        slots["occasion"] = occasion
    pictures = {"logo": info.client_logo} if info.client_logo is not None else {}
    return [
        draft(
            slide, "cover", slide.keys.title or info.title, context, slots=slots, pictures=pictures, made=MADE
        )
    ]


MADE = frozenset({"wordmark", "occasion", "logo"})
"""What the talk's head gives, and the slide itself doesn't say."""

KIND = SlideKind(Cover, compose, "- cover", bare=True)
