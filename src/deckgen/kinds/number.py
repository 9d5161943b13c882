"""One number, as large as the slide allows, and the sentence that makes sense of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, Row, TextForm
from ..model.slide import Slide
from ..model.text import RichText
from ..records import dataclass
from ._kind import Context, SlideKind, draft


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is to be shown ("64", "1,5", "+12")."""

    number: RichText = described("the number, as it is to be shown", content=True)
    unit: RichText | None = described("its unit, set smaller after it", default=None)

    block: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: number and unit, the title beside it, a support text."""
    content = slide.content
    assert isinstance(content, Number)
    slots = {"number": content.number}
    if content.unit is not None:
        slots["unit"] = content.unit
    return [draft(slide, "number", slide.keys.title, context, slots=slots)]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The number, large."""
    content = slide.content
    assert isinstance(content, Number)
    slots = {"text": content.number} | ({"unit": content.unit} if content.unit is not None else {})
    return [TextForm((Row(slots, tone="figure"),), slide.span)]


KIND = SlideKind(Number, compose, "- title: So viele kommen wieder.\n  number: 64\n  unit: '%'", forms=forms)
