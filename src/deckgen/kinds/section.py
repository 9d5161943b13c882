"""A divider that opens a section; the slides up to the next one belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from ..fields import described
from ..layout.draft import Draft
from ..model.slide import Slide
from ..model.text import RichText, plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft, names_of


@dataclass(frozen=True, slots=True)
class Section:
    """The start of a section."""

    section: RichText = described("the section's title", content=True)
    divider: bool = described("whether the section has a divider slide", default=True)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """The divider, unless `divider: false`; its eyebrow counts the sections."""
    content = slide.content
    assert isinstance(content, Section)
    if not content.divider:
        return []
    slots = {}
    if context.section and not slide.dropped:
        label = context.labels_of(slide).fill(
            "divider", n=str(context.section), count=str(len(context.sections))
        )
        slots["eyebrow"] = plain_text(label, slide.span)
    names = names_of(context.info, slide.span)
    if names is not None:
        slots["wordmark"] = names
    made = frozenset(slots)
    return [draft(slide, "section", content.section, context, slots=slots, made=made)]


KIND = SlideKind(Section, compose, "- section: The provocation")
