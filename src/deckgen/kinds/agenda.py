"""The sections with their minutes, the current one marked, each linked to its divider."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..layout.draft import Draft, ItemSlots
from ..model.slide import Slide
from ..model.text import plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft, roman


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda makes itself from the talk's sections."""

    bare: ClassVar[bool] = True


def items(context: Context, slide: Slide) -> tuple[ItemSlots, ...]:
    """A row for each section: number (Arabic and Roman), short and full title, the time of day it begins (where the talk says when it starts), minutes (or "done")."""
    rows = []
    labels, start = context.labels_of(slide), context.info.start
    for fact in context.sections:
        done = fact.number < context.section
        slots = {
            "number": plain_text(str(fact.number)),
            "roman": plain_text(roman(fact.number)),
            "text": fact.short or fact.title,
            "title": fact.title,
        }
        if start is not None:
            at = round(start.hour * 60 + start.minute + fact.begins / 60)
            slots["time"] = plain_text(f"{at // 60 % 24}:{at % 60:02}")
        minutes = round(fact.seconds / 60)
        if done:
            slots["minutes"] = plain_text(labels["done"])
        elif minutes:
            slots["minutes"] = plain_text(f"{minutes}\u00a0{labels['minutes']}")
        rows.append(ItemSlots(slots, current=fact.number == context.section, done=done, target=fact.id))
    return tuple(rows)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; without sections there is nothing to list, which is a finding."""
    rows = items(context, slide)
    if not rows:
        context.findings.error(
            "agenda-empty", "an agenda needs sections", slide.span, "add slides like `- section: First part`"
        )
        return []
    title = slide.keys.title or plain_text(context.labels_of(slide)["agenda"], slide.span)
    return [draft(slide, "agenda", title, context, items=rows, generated=slide.generated)]


KIND = SlideKind(Agenda, compose, "- agenda", bare=True)
