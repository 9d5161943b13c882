"""What a slide kind is: its record, how it is composed into drafts, an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from ..findings import Findings, Span
from ..layout.draft import Draft, ItemSlots
from ..layout.forms import Form, PictureForm, Row, TextForm, merged
from ..layout.placed import alt_unused
from ..model.items import Item
from ..model.labels import Labels, Words
from ..model.slide import Slide
from ..model.talk import TalkInfo
from ..model.text import Paragraph, RichText, Run, plain_text
from ..model.typography import with_minus
from ..records import dataclass


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """A section as dividers and the agenda need it: id, title, planned seconds, its number from 1, seconds before it."""

    id: str
    title: RichText
    seconds: float
    number: int
    short: RichText | None = None
    begins: float = 0.0


@dataclass(frozen=True, slots=True)
class Context:
    """What a kind may ask while it composes a slide."""

    info: TalkInfo
    labels: Labels
    lang: str
    sections: tuple[SectionFacts, ...]
    section: int  # number of the section the slide stands in, 0 before the first
    compose: Callable[[Slide], Sequence[Draft]]  # composes a slide within a slide (drill-down slides)
    seconds: Callable[[Slide], float]
    findings: Findings
    words: Words | None = None  # labels by language
    forms: Callable[[Slide], tuple[Form, ...]] = lambda block: ()  # the forms of a block within a slide
    section_slots: Mapping[str, RichText] = field(default_factory=dict)  # what looks may say of the section

    def labels_of(self, slide: Slide) -> Labels:
        """The label words in the slide's own language."""
        own = slide.keys.lang
        return self.words(own) if own and self.words is not None else self.labels


@dataclass(frozen=True, slots=True)
class SlideKind:
    """A kind of slide; its name is its module's.

    `record` is a described dataclass; `bare`: the kind alone works (`- cover`); `looks`: the looks that draw it, where they aren't those whose names begin with its own.  `compose` yields the drafts of the slides that it makes; `forms`, for kinds that can be a block within a
    slide (their record says `block: ClassVar[bool] = True`), the block's forms without heading, support and source.
    """

    record: type
    compose: Callable[[Slide, Context], Sequence[Draft]]
    example: str
    bare: bool = False
    forms: Callable[[Slide, Context], Sequence[Form]] | None = None
    looks: tuple[str, ...] = ()


ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """A number from 1 on in Roman numerals."""
    result = ""
    for value, letters in ROMAN:
        while number >= value:
            result, number = result + letters, number - value
    return result


def joined(parts: Sequence[RichText], between: str, span: Span) -> RichText | None:
    """Texts in one line, `between` standing between them; None if there are none."""
    runs: list[Run] = []
    for part in parts:
        runs += [Run(between)] if runs else []
        for n, paragraph in enumerate(part.paragraphs):
            runs += [Run(" ")] if n else []
            runs += [replace(r, text=r.text.replace("\v", " ")) for r in paragraph.runs]
    return RichText((Paragraph(tuple(runs)),), span) if runs else None


def names_of(info: TalkInfo, span: Span) -> RichText | None:
    """The names of all speakers in one line."""
    names = ", ".join(s.name.strip() for s in info.speakers if s.name)
    return plain_text(names, span) if names else None


def draft(slide: Slide, look: str, title: RichText | None, context: Context, **more: Any) -> Draft:
    """A draft with the slide's common keys filled in; `more` overrides and adds.

    The texts subtitle, kicker, source and support come from the common keys where the kind doesn't give them.
    """
    keys = slide.keys
    slots: dict[str, RichText] = {}
    for name, value in (("subtitle", keys.subtitle), ("kicker", keys.kicker), ("support", keys.text)):
        if value is not None:
            slots[name] = value
    if keys.source is not None:
        slots["source"] = sourced(keys.source, context.labels_of(slide))
    slots.update(more.pop("slots", {}))
    pictures = {"picture": keys.image} if keys.image is not None else {}
    pictures.update(more.pop("pictures", {}))
    values: dict[str, Any] = {
        "id": slide.id,
        "kind": slide.kind,
        "notes": keys.notes,
        "seconds": context.seconds(slide),
        "span": slide.span,
        "lang": keys.lang or context.lang,
        "ground": keys.background.ground if keys.background else "",
        "ground_picture": keys.background.picture if keys.background else None,
        "layout": keys.layout or "",
        "hidden": keys.hidden,
        "alt": keys.alt or "",
        "section": context.section_slots,
    }
    values.update(more)
    shown = title if title is not None else plain_text("", slide.span)
    return Draft(look=look, title=shown, slots=slots, pictures=pictures, **values)


def item_slots(item: Item, number: int = 0) -> ItemSlots:
    """An item of a list as slots; children go along."""
    slots: dict[str, RichText] = {}
    if item.lead is not None:
        slots["lead"] = item.lead
    if item.text is not None:
        slots["text"] = item.text
    if number:
        slots["number"] = plain_text(str(number), item.span)
    return ItemSlots(slots, tuple(item_slots(c) for c in item.children), span=item.span)


def whole(item: Item) -> RichText:
    """An item's words where lead and text aren't set apart: "Lead: text"."""
    if item.lead is None:
        return item.text or plain_text("", item.span)
    if item.text is None:
        return item.lead
    first, *rest = item.text.paragraphs
    lead = item.lead.paragraphs[0]
    runs = (*lead.runs, Run(": "), *first.runs)
    return RichText((replace(first, runs=runs), *rest), item.lead.span)


def figure_text(text: RichText) -> RichText:
    """The text of a figure, its sign a true minus (`model.typography.with_minus`); code stays as it was typed."""
    if "-" not in text.plain:
        return text
    paragraphs = tuple(
        replace(p, runs=tuple(run if run.code else replace(run, text=with_minus(run.text)) for run in p.runs))
        for p in text.paragraphs
    )
    return replace(text, paragraphs=paragraphs)


def text_row(text: RichText, **more: Any) -> Row:
    """A row of one text."""
    return Row({"text": text}, **more)


def list_rows(items: Sequence[Item], marker: str = "bullet", level: int = 0) -> Iterator[Row]:
    """The rows of a list, those below an item one level deeper."""
    for item in items:
        slots = item_slots(item).slots
        yield Row(slots, marker=marker, level=level)  # type: ignore[arg-type]
        yield from list_rows(item.children, marker, level + 1)


def framed(
    block: Slide, context: Context, forms: Sequence[Form], *, heading: bool = True
) -> tuple[Form, ...]:
    """A block's forms with its heading above, the picture beside it below, then its support text and source."""
    keys = block.keys
    before, after = [], []
    if heading and keys.title is not None:
        before.append(text_row(keys.title, tone="heading"))
    pictures = (
        [PictureForm(keys.image, alt=keys.alt or "", span=block.span)] if keys.image is not None else []
    )
    if keys.alt and all(isinstance(form, TextForm) for form in (*forms, *pictures)):
        context.findings.add(alt_unused("block", block.span))
    if keys.text is not None:
        after.append(text_row(keys.text, tone="muted"))
    if keys.source is not None:
        after.append(text_row(sourced(keys.source, context.labels_of(block)), tone="source"))
    every: list[Form] = [
        *([TextForm(tuple(before), block.span)] if before else []),
        *forms,
        *pictures,
        *([TextForm(tuple(after), block.span)] if after else []),
    ]
    if keys.lang:
        every = [
            replace(form, rows=tuple(replace(row, lang=keys.lang) for row in form.rows))
            if isinstance(form, TextForm)
            else form
            for form in every
        ]
    return merged(every)


def sourced(source: RichText, labels: Labels) -> RichText:
    """A source with the language's word before it."""
    first, *rest = source.paragraphs
    runs = (Run(f"{labels['source']} "), *first.runs)
    return RichText((replace(first, runs=runs), *rest), source.span)
