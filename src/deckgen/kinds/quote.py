"""What someone said, and who; with a portrait if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fields import described
from ..layout.draft import Draft
from ..model.slide import Slide
from ..model.text import RichText, Run
from ..records import dataclass
from ._kind import Context, SlideKind, draft

MARKS = {"de": ("„", "“"), "fr": ("«\u202f", "\u202f»"), "es": ("«", "»"), "it": ("«", "»")}
OPENING = "„“«»\"‚‘'"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    quote: RichText = described("what was said, without quotation marks", content=True)
    by: RichText | None = described("who said it", default=None)
    role: RichText | None = described("what that person does, or where it was said", default=None)


def marked(quote: RichText, lang: str) -> RichText:
    """The quote in the language's quotation marks, unless the author wrote some."""
    if quote.plain[:1] in OPENING:
        return quote
    first, last = MARKS.get(lang.split("-")[0], ("“", "”"))
    paragraphs = list(quote.paragraphs)
    head, tail = paragraphs[0], paragraphs[-1]
    paragraphs[0] = replace(
        head, runs=(replace(head.runs[0], text=first + head.runs[0].text), *head.runs[1:])
    )
    tail = paragraphs[-1]
    paragraphs[-1] = replace(
        tail, runs=(*tail.runs[:-1], replace(tail.runs[-1], text=tail.runs[-1].text + last))
    )
    return RichText(tuple(paragraphs), quote.span)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; its hidden title is `title`, else the quote itself."""
    content = slide.content
    assert isinstance(content, Quote)
    slots = {"quote": marked(content.quote, slide.keys.lang or context.lang)}
    if content.by is not None:
        slots["name"] = content.by
    if content.role is not None:
        slots["role"] = content.role
    title = slide.keys.title or RichText(
        tuple(replace(p, runs=tuple(Run(r.text) for r in p.runs)) for p in content.quote.paragraphs),
        content.quote.span,
    )
    return [draft(slide, "quote", title, context, slots=slots, hide_title=True)]


KIND = SlideKind(Quote, compose, "- quote: Damit Sie immer weniger verkaufen müssen.\n  by: Siegfried Haider")
