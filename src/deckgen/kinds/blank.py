"""An empty slide: a pause, or a draft of which only the title stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..layout.draft import Draft
from ..model.slide import Slide
from ..model.text import plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing on the slide; a title beside `blank` stays hidden, a title alone is shown as a draft."""

    bare: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide."""
    keys = slide.keys
    if slide.content is None:  # a slide with only a title: a draft
        return [draft(slide, "title-only", keys.title, context, kind="draft")]
    title = keys.title or plain_text(context.labels_of(slide)["blank"], slide.span)
    return [draft(slide, "blank", title, context, hide_title=True)]


KIND = SlideKind(Blank, compose, "- blank", bare=True)
