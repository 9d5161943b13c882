"""Links within the deck: every `[text](#id)` leads to a slide that this deck has, or is a finding.

An id of the talk may stand for a slide of another id: a series for its first slide, a section without divider for what opens it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from .findings import Findings
from .layout.draft import Draft, ItemSlots
from .model.text import Paragraph, RichText
from .source.suggest import did_you_mean


def resolve_links(drafts: Sequence[Draft], places: Mapping[str, str], findings: Findings) -> list[Draft]:
    """`drafts` with every link on the id of a draft; `places` says where ids lead that aren't one.

    A link that leads nowhere becomes the finding `unknown-slide` at its text.
    """
    ids = {d.id for d in drafts}

    def find(target: str, text: RichText | None) -> str:
        place = target if target in ids else places.get(target, "")
        if place in ids:
            return place
        if text is not None:
            findings.error(
                "unknown-slide",
                f"the link leads to {target[:60]!r}, and this deck has no slide with that id{did_you_mean(target, sorted(ids))}",
                text.span,
                "`deckgen outline --ids` prints the talk's ids; take the link out, or let the deck make that slide",
            )
        return ""

    return [_draft(d, find) for d in drafts]


_Find = Callable[[str, RichText | None], str]


def _draft(d: Draft, find: _Find) -> Draft:
    title = _text(d.title, find)
    slots = {name: _text(text, find) for name, text in d.slots.items()}
    items = tuple(_item(i, find) for i in d.items)
    body = tuple(_item(i, find) for i in d.body)
    if title is d.title and items == d.items and body == d.body and slots == d.slots:
        return d
    return replace(d, title=title, slots=slots, items=items, body=body)


def _item(item: ItemSlots, find: _Find) -> ItemSlots:
    slots = {name: _text(text, find) for name, text in item.slots.items()}
    children = tuple(_item(c, find) for c in item.children)
    target = find(item.target, None) if item.target else ""
    if target == item.target and children == item.children and slots == item.slots:
        return item
    return replace(item, slots=slots, children=children, target=target)


def _text(text: RichText, find: _Find) -> RichText:
    if not any(r.link.startswith("#") for p in text.paragraphs for r in p.runs):
        return text
    return replace(text, paragraphs=tuple(_paragraph(p, text, find) for p in text.paragraphs))


def _paragraph(paragraph: Paragraph, text: RichText, find: _Find) -> Paragraph:
    runs = []
    for run in paragraph.runs:
        if run.link.startswith("#"):
            place = find(run.link[1:], text)
            run = replace(run, link=f"#{place}" if place else "")
        runs.append(run)
    return replace(paragraph, runs=tuple(runs))
