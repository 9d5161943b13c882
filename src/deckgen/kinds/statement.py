"""One sentence, large."""

from __future__ import annotations

from collections.abc import Sequence

from ..fields import described
from ..layout.draft import Draft
from ..model.slide import Slide
from ..model.text import RichText
from ..records import dataclass
from ._kind import Context, SlideKind, draft


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that stands alone."""

    statement: RichText = described("the sentence; it is the slide's title", content=True)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: the sentence, and a support text if there is one."""
    content = slide.content
    assert isinstance(content, Statement)
    return [draft(slide, "statement", content.statement, context)]


KIND = SlideKind(
    Statement,
    compose,
    "- statement: Companies are there to delight customers, and for nothing else.",
)
