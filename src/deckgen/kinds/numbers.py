"""Two to four figures side by side, each with what it says and how it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from ..fields import described
from ..findings import Span
from ..layout.draft import Draft, ItemSlots
from ..layout.forms import Form, LookForm
from ..model.items import ListItem
from ..model.runs import Paragraph, Run
from ..model.slide import Slide
from ..model.text import RichText, plain_text
from ..patterns import pattern
from ..records import dataclass
from ._kind import Context, SlideKind, draft, figure_text, item_slots

MOST = 4
_VALUE = pattern(
    r"([+\-\u2212\u00b1]?\d(?:[\d.,\u00a0\u202f]*\d)?)[ \u00a0\u202f]*([^\d\s]{1,5}(?:[ \u00a0\u202f][^\d\s]{1,2})?)\Z"
)


@dataclass(frozen=True, slots=True)
class Figure(ListItem):
    """A figure: its value as lead, its text."""

    unit: RichText | None = described("the value's unit, set smaller", default=None)
    delta: RichText | None = described("how it moved: `+9 in 12 Monaten`", default=None)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Key figures; an item is `value: text`."""

    numbers: tuple[Figure, ...] = described(
        "the figures: `71 %: kaufen ein zweites Mal`; the one that matters most in `**`", content=True
    )

    block: ClassVar[bool] = True


def figures(slide: Slide, context: Context) -> tuple[ItemSlots, ...]:
    """The figures as items; a finding where one has no value or they are too many."""
    content = slide.content
    assert isinstance(content, Numbers)
    rows = []
    for figure in content.numbers:
        value = figure.lead if figure.lead is not None else figure.text
        slots = {"value": figure_text(value or plain_text("", figure.span))}
        apart = _VALUE.match(slots["value"].plain)
        if apart and figure.unit is None:  # "71 %", "1,5 Mio. €": the unit is set smaller
            runs = slots["value"].paragraphs[0].runs
            slots["value"] = _as(runs[0], apart[1], figure.span)
            slots["unit"] = _as(runs[-1], apart[2], figure.span)
        if figure.lead is not None and figure.text is not None:
            slots["text"] = figure.text
        if figure.unit is not None:
            slots["unit"] = figure.unit
        if figure.delta is not None:
            slots["delta"] = figure_text(figure.delta)
        children = tuple(item_slots(child) for child in figure.children)
        rows.append(ItemSlots(slots, children, span=figure.span))
    if len(rows) > MOST:
        context.findings.error(
            "wrong-count", f"`numbers` shows {MOST} figures at most, here are {len(rows)}", slide.span, "use a `table`"
        )  # fmt: skip
    return tuple(rows)


def _as(run: Run, text: str, span: Span) -> RichText:
    """`text` in the emphasis of `run`."""
    return RichText((Paragraph((replace(run, text=text),)),), span)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide with a card for each figure."""
    rows = figures(slide, context)
    look = "numbers" if any("delta" in row.slots for row in rows) else "numbers-plain"
    return [draft(slide, look, slide.keys.title, context, items=rows, count=len(rows))]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The cards, scaled into the block's room, or in a narrow one figures below one another."""
    return [LookForm(d, slide.span, narrow="numbers-narrow") for d in compose(slide, context)]


KIND = SlideKind(
    Numbers,
    compose,
    "- title: What rises in a year.\n  numbers:\n    - '+48: would recommend us'\n    - {lead: 71, unit: '%', text: buy a second time, delta: +9 in 12 months}",
    forms=forms,
)
