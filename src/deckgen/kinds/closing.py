"""The last slide: a last sentence, the speaker's photo, how to reach the speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from ..fields import described
from ..findings import Span
from ..layout.draft import Draft
from ..model.facts import Speaker
from ..model.slide import Slide
from ..model.text import Paragraph, RichText, Run, plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft, joined


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of the talk; name, role and contact come from `speaker`."""

    bare: ClassVar[bool] = True
    closing: RichText | None = described(
        "the last sentence; it is the slide's title", default=None, content=True
    )


def _one(speaker: Speaker, span: Span) -> dict[str, RichText]:
    """One speaker: the name, below it what the person does, and the contact lines."""
    slots = {}
    if speaker.name:
        slots["name"] = plain_text(speaker.name.strip(), span)
    role = joined([t for t in (speaker.role, speaker.company) if t is not None], ", ", span)
    if role is not None:
        slots["role"] = role
    contact = "\v".join(_contact(speaker))
    if contact:
        slots["contact"] = plain_text(contact, span)
    return slots


def _row(speaker: Speaker) -> Paragraph:
    """One of several speakers: the name, what the person does, and the contact in a line below."""
    runs = [Run(speaker.name.strip(), bold=True)] if speaker.name else []
    facts = joined([t for t in (speaker.role, speaker.company) if t is not None], ", ", Span(""))
    if facts is not None:
        runs += [Run(", ")] if runs else []
        runs += facts.paragraphs[0].runs
    contact = " · ".join(_contact(speaker))
    if contact:
        runs += [Run("\v")] if runs else []
        runs.append(Run(contact))
    return Paragraph(tuple(runs))


def _contact(speaker: Speaker) -> list[str]:
    found = [t.strip() for t in (speaker.url, speaker.email, speaker.phone) if t]
    return [t.removeprefix("https://").removeprefix("http://") for t in found]


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: the last sentence, the speaker, contact lines."""
    content, info = slide.content, context.info
    assert isinstance(content, Closing)
    title = content.closing or plain_text(context.labels_of(slide)["thanks"], slide.span)
    slots = _one(info.speakers[0], slide.span) if len(info.speakers) == 1 else {}
    if len(info.speakers) > 1:
        slots = {"contact": RichText(tuple(_row(s) for s in info.speakers), slide.span)}
    pictures = {"logo": info.client_logo} if info.client_logo is not None else {}
    photos = [s.photo for s in info.speakers if s.photo is not None]
    made = frozenset(
        {"name", "role", "contact", "logo"}
    )  # of the talk's head, where `speaker` and `client` stand
    if slide.keys.image is not None:
        pass  # the slide's own picture stands there
    elif len(info.speakers) == 1 and photos:
        made |= {"picture"}
        pictures["picture"] = replace(photos[0], alt=info.speakers[0].name or "")
    elif photos:
        context.findings.error(
            "photo-lost",
            "the closing slide shows the photo of one speaker, not of several",
            photos[0].span,
            "take `photo` out",
        )
    return [draft(slide, "closing", title, context, slots=slots, pictures=pictures, made=made)]


KIND = SlideKind(Closing, compose, "- closing: Take everyone up.", bare=True)
