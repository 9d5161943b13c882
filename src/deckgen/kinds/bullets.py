"""A title over a list; a long list goes on to a further slide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, TextForm
from ..model.items import ListItem
from ..model.slide import Slide
from ..records import dataclass
from ._kind import Context, SlideKind, draft, item_slots, list_rows


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points; `Lead: text` sets the lead apart if all items have one."""

    bullets: tuple[ListItem, ...] = described(
        "the list; an item is a text, `Lead: text`, or has a list below it", content=True
    )

    block: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; the compiler splits it where the list is too long."""
    content = slide.content
    assert isinstance(content, Bullets)
    body = tuple(item_slots(i) for i in content.bullets)
    return [draft(slide, "bullets", slide.keys.title, context, body=body, splittable=True)]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The list as rows."""
    content = slide.content
    assert isinstance(content, Bullets)
    return [TextForm(tuple(list_rows(content.bullets)), slide.span)]


KIND = SlideKind(Bullets, compose, "- title: What it is about\n  bullets:\n    - One\n    - Two", forms=forms)
