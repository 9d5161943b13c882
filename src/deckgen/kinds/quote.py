"""What someone said, and who; with a portrait if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, TextForm
from ..model.slide import Slide
from ..model.text import RichText, Run
from ..model.typography import marks
from ..records import dataclass
from ._kind import Context, SlideKind, draft, text_row

OPENING = "„“«»\"‚‘'"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    quote: RichText = described("what was said, without quotation marks", content=True)
    by: RichText | None = described("who said it", default=None)
    role: RichText | None = described("what that person does, or where it was said", default=None)

    block: ClassVar[bool] = True


def marked(quote: RichText, lang: str) -> RichText:
    """The quote in the language's quotation marks, unless it begins with some; those within it become inner ones."""
    if quote.plain[:1] in OPENING:
        return quote
    first, last, opening, closing = marks(lang)

    def inner(run: Run) -> Run:
        return run if run.code else replace(run, text=run.text.replace(first, opening).replace(last, closing))

    paragraphs = [replace(p, runs=tuple(inner(r) for r in p.runs)) for p in quote.paragraphs]
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


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The quotation, and below it who said it."""
    content = slide.content
    assert isinstance(content, Quote)
    rows = [text_row(marked(content.quote, slide.keys.lang or context.lang), tone="quote")]
    rows += [text_row(t, tone="muted") for t in (content.by, content.role) if t is not None]
    return [TextForm(tuple(rows), slide.span)]


KIND = SlideKind(
    Quote,
    compose,
    "- quote: So that you need to sell less and less.\n  by: Siegfried Haider",
    forms=forms,
)
