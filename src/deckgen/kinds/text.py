"""Running text under a title: paragraphs, lists, fenced code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, Region, Row, TextForm
from ..model.blocktext import BlockText
from ..model.slide import Slide
from ..records import dataclass
from ._kind import Context, SlideKind, draft


@dataclass(frozen=True, slots=True)
class Text:
    """Block Markdown."""

    text: BlockText = described("paragraphs, lists and code in Markdown", content=True)

    block: ClassVar[bool] = True


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The text as rows of one frame."""
    content = slide.content
    assert isinstance(content, Text)
    rows = []
    for block in content.text.blocks:
        slots = {"text": block.text} if block.lead is None else {"lead": block.lead, "text": block.text}
        rows.append(Row(slots, marker=block.marker, level=block.level, start=block.start))  # type: ignore[arg-type]
    return [TextForm(tuple(rows), content.text.span)]


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; the compiler splits it where the text is too long."""
    region = Region(tuple(forms(slide, context)), span=slide.span)
    return [draft(slide, "text", slide.keys.title, context, regions={"body": region}, splittable=True)]


KIND = SlideKind(
    Text,
    compose,
    "- title: Why we do this\n  text: |\n    A paragraph with __strong__ words.\n\n    - A point\n    - Another one",
    forms=forms,
)
