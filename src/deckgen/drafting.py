"""From a talk to drafts: each slide composed by its kind, the agenda put in, sections counted and timed."""

from __future__ import annotations

from collections.abc import Sequence

from .findings import Findings
from .kinds import Context, draft, kind
from .kinds._kind import SectionFacts, roman
from .kinds.agenda import items as agenda_items
from .layout.draft import Draft
from .layout.forms import Form
from .model.keys import CommonKeys
from .model.labels import Words
from .model.slide import Slide
from .model.talk import Talk
from .model.text import RichText, plain_text
from .model.times import planned
from .model.timetable import Budgeted, Timed, agenda_beside, budgets, timetable
from .records import replace


def drafts_of(
    talk: Talk, words: Words, lang: str, findings: Findings
) -> tuple[list[Draft], tuple[SectionFacts, ...], tuple[Budgeted, ...]]:
    """The drafts of all slides, the talk's sections and its budgets; `words` gives the labels of a language."""
    info = talk.info
    labels = words(talk.lang)

    known: dict[int, tuple[Slide, float]] = {}  # the slide is kept so that its id stays its own

    def seconds(slide: Slide) -> float:
        if id(slide) not in known:
            known[id(slide)] = (slide, planned(slide.keys, slide.kind, talk.lang, info.pace))
        return known[id(slide)][1]

    rows = timetable(talk, seconds)
    sections = section_facts(talk, rows)
    number = 0
    contexts: dict[int, Context] = {}  # by section

    def context() -> Context:
        known = contexts.get(number)
        if known is None:
            known = contexts[number] = Context(
                info, labels, lang, sections, number, compose, seconds, findings, words, forms, _section(sections, number)
            )  # fmt: skip
        return known

    def compose(slide: Slide) -> Sequence[Draft]:
        return kind(slide.kind).compose(slide, context())

    def forms(block: Slide) -> tuple[Form, ...]:
        made = kind(block.kind).forms
        assert made is not None  # the reader lets only blocks in
        return tuple(made(block, context()))

    before = agenda_beside(talk) if info.agenda == "once" else None
    result: list[Draft] = []
    waiting = ""  # a section without a divider opens with its first slide
    gone = None  # the section around hidden slides, where it isn't part of this version
    for slide in talk.slides:
        if slide is before and slide.kind == "section":
            result.append(_agenda(slide, context(), "agenda", labels["agenda"]))
        if slide.kind in ("section", "closing"):
            gone = slide if slide.dropped else None
        if slide.kind == "section" and not slide.dropped:
            number += 1
            waiting = slide.id
        made = list(compose(slide))
        if made and waiting and slide.kind != "closing" and not slide.dropped:
            made[0] = replace(made[0], opens_section=waiting)
            waiting = ""
        if slide.kind == "section" and not slide.dropped:
            if info.agenda == "each-section":
                fact = sections[number - 1]
                title = f"{labels['agenda']}: {fact.title.plain.rstrip('.')}"
                made.append(_agenda(slide, context(), f"agenda/{slide.id}", title, waiting))
                waiting = ""
        if slide is before and slide.kind == "cover":
            made.append(_agenda(slide, context(), "agenda", labels["agenda"]))
        if gone is not None and slide.dropped:
            made = [replace(d, section=_lost(gone)) for d in made]
        result += made
    return result, sections, budgets(rows, info.duration)


def _section(sections: Sequence[SectionFacts], number: int) -> dict[str, RichText]:
    """What a look may say of the section that a slide stands in."""
    if not number:
        return {}
    fact = sections[number - 1]
    return {
        "section": fact.short or fact.title,
        "section-number": plain_text(str(number)),
        "section-roman": plain_text(roman(number)),
    }


def _lost(section: Slide) -> dict[str, RichText]:
    """What stands on hidden slides of a section that isn't part of this version: its name, no number."""
    return {"section": section.keys.short or section.content.section}  # type: ignore[attr-defined]


def _agenda(slide: Slide, context: Context, ident: str, title: str, opens: str = "") -> Draft:
    """An agenda that deckgen adds after `slide`; `opens` is the section that it opens where there is no divider."""
    base = Slide(kind="agenda", content=None, keys=CommonKeys(), id=ident, span=slide.span)
    items = agenda_items(context, base)
    return draft(
        base,
        "agenda",
        plain_text(title, slide.span),
        context,
        items=items,
        generated=True,
        opens_section=opens,
    )


def section_facts(talk: Talk, rows: Sequence[Timed]) -> tuple[SectionFacts, ...]:
    """The talk's sections with their planned seconds: the budget where one is given, else the sum of their slides."""
    sums: dict[str, float] = {}
    for row in rows:
        sums[row.section] = sums.get(row.section, 0.0) + row.seconds
    result: list[SectionFacts] = []
    begins = sums.get("", 0.0)
    for slide in talk.slides:
        if slide.kind == "section" and not slide.dropped:
            seconds = slide.keys.time.seconds if slide.keys.time is not None else sums[slide.id]
            target = slide.id if slide.content.divider else f"agenda/{slide.id}"  # type: ignore[attr-defined]
            title = slide.content.section  # type: ignore[attr-defined]
            result.append(SectionFacts(target, title, seconds, len(result) + 1, slide.keys.short, begins))
            begins += seconds
    return tuple(result)
