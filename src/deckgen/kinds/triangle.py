"""Three poles and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft, ItemSlots
from ..layout.forms import Form, LookForm
from ..model.items import Item
from ..model.slide import Slide
from ..model.text import RichText
from ..records import dataclass
from ._kind import Context, SlideKind, draft, item_slots, whole


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three poles: the top one first, then left, then right."""

    triangle: tuple[Item, ...] = described("three poles: top, left, right", content=True)
    centre: RichText | None = described("what stands in the middle", default=None)

    block: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide with three nodes."""
    content = slide.content
    assert isinstance(content, Triangle)
    if len(content.triangle) != 3:
        context.findings.error(
            "wrong-count",
            f"a triangle has 3 poles, this one has {len(content.triangle)}",
            slide.span,
            "write `triangle: [Marke, Angebot, Kunde]`",
        )
        return []
    items = []
    for number, item in enumerate(content.triangle, 1):
        base = item_slots(item, number)
        slots = dict(base.slots)
        slots["label"] = whole(item)
        items.append(ItemSlots(slots, base.children, span=base.span))
    slots = {"centre": content.centre} if content.centre is not None else {}
    return [draft(slide, "triangle", slide.keys.title, context, slots=slots, items=tuple(items))]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The triangle, scaled into the block's room."""
    return [LookForm(d, slide.span) for d in compose(slide, context)]


KIND = SlideKind(Triangle, compose, "- title: Three poles.\n  triangle: [Brand, Offer, Client]", forms=forms)
