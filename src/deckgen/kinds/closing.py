"""The last slide: a last sentence and how to reach the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..model.slide import Slide
from ..model.text import Paragraph, RichText, Run
from ..records import dataclass
from ._kind import Context, SlideKind, draft, plain_text


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of the talk; name, role and contact come from `speaker`."""

    bare: ClassVar[bool] = True
    closing: RichText | None = described(
        "the last sentence; it is the slide's title", default=None, content=True
    )


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: the last sentence, the speaker, contact lines."""
    content, info = slide.content, context.info
    assert isinstance(content, Closing)
    title = content.closing or plain_text(context.labels["thanks"], slide.span)
    slots = {}
    names = ", ".join(s.name for s in info.speakers if s.name)
    if names:
        slots["name"] = plain_text(names, slide.span)
    roles = [r for s in info.speakers if (r := ", ".join(x for x in (s.role, s.company) if x))]
    if roles:
        slots["role"] = plain_text(", ".join(roles), slide.span)
    runs: list[Run] = []
    for speaker in info.speakers:
        for text in (speaker.url, speaker.email, speaker.phone):
            if text:
                runs += [Run("\v")] if runs else []
                runs.append(Run(text.removeprefix("https://").removeprefix("http://")))
    if runs:
        slots["contact"] = RichText((Paragraph(tuple(runs)),), slide.span)
    pictures = {"logo": info.client_logo} if info.client_logo is not None else {}
    return [draft(slide, "closing", title, context, slots=slots, pictures=pictures)]


KIND = SlideKind(Closing, compose, "- closing: Bringen Sie alle nach oben.", bare=True, content_is_title=True)
