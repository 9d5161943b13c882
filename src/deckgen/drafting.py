"""From a talk to drafts: each slide composed by its kind, the agenda put in, sections counted and timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .findings import Findings
from .kinds import Context, draft, kind
from .kinds._kind import SectionFacts, plain_text
from .kinds.agenda import items as agenda_items
from .layout.draft import Draft
from .model.keys import CommonKeys
from .model.labels import Labels
from .model.slide import Slide
from .model.talk import Talk
from .model.times import estimate


def drafts_of(
    talk: Talk, labels: Labels, lang: str, findings: Findings
) -> tuple[list[Draft], tuple[SectionFacts, ...]]:
    info = talk.info

    known: dict[int, tuple[Slide, float]] = {}  # the slide is kept so that its id stays its own

    def seconds(slide: Slide) -> float:
        if id(slide) not in known:
            known[id(slide)] = (slide, planned(slide))
        return known[id(slide)][1]

    def planned(slide: Slide) -> float:
        own = estimate(slide.keys.notes, slide.kind, talk.lang, info.pace)
        timed = slide.keys.time is not None and slide.kind not in ("section", "points")
        return slide.keys.time.seconds if timed and slide.keys.time is not None else own

    sections = section_facts(talk, seconds)
    number = 0

    def context() -> Context:
        return Context(info, labels, lang, sections, number, compose, seconds, findings)

    def compose(slide: Slide) -> Sequence[Draft]:
        return kind(slide.kind).compose(slide, context())

    result: list[Draft] = []
    for slide in talk.slides:
        if slide.kind == "section":
            number += 1
        made = list(compose(slide))
        if slide.kind == "section":
            if made:
                made[0] = replace(made[0], opens_section=slide.id)
            if info.agenda == "each-section" and len(sections) > 1:
                fact = sections[number - 1]
                title = f"{labels['agenda']}: {fact.title.plain.rstrip('.')}"
                opens = "" if made else slide.id
                made.append(_agenda(slide, context(), f"agenda/{slide.id}", title, opens))
        if slide.kind == "cover" and info.agenda == "once" and sections:
            made.append(_agenda(slide, context(), "agenda", labels["agenda"]))
        result += made
    return result, sections


def _agenda(slide: Slide, context: Context, ident: str, title: str, opens: str = "") -> Draft:
    """An agenda that deckgen adds after `slide`; `opens` is the section that it opens where there is no divider."""
    base = Slide(kind="agenda", content=None, keys=CommonKeys(), id=ident, span=slide.span)
    items = agenda_items(context)
    return draft(
        base,
        "agenda",
        plain_text(title, slide.span),
        context,
        items=items,
        generated=True,
        opens_section=opens,
    )


def section_facts(talk: Talk, seconds: Callable[[Slide], float]) -> tuple[SectionFacts, ...]:
    """The talk's sections with their planned seconds: the budget where one is given, else the sum of their slides."""
    result: list[SectionFacts] = []
    sums: list[float] = []
    heads: list[Slide] = []
    for slide in talk.slides:
        if slide.kind == "section":
            heads.append(slide)
            sums.append(0.0)
        elif slide.kind == "closing":
            continue
        elif sums:
            sums[-1] += total_seconds(slide, seconds)
    for i, (head, total) in enumerate(zip(heads, sums, strict=True), 1):
        budget = head.keys.time.seconds if head.keys.time is not None else total
        target = head.id if head.content.divider else f"agenda/{head.id}"  # type: ignore[attr-defined]
        result.append(SectionFacts(target, head.content.section, budget, i, head.keys.short))  # type: ignore[attr-defined]
    return tuple(result)


def total_seconds(slide: Slide, seconds: Callable[[Slide], float]) -> float:
    """A slide's seconds with those of the slides in it (a series)."""
    own = seconds(slide)
    for point in getattr(slide.content, "points", ()):
        if point.keys is not None:
            own += seconds(Slide(kind="point", content=None, keys=point.keys, id="", span=slide.span))
        if point.slides is not None:
            own += sum(total_seconds(s, seconds) for s in point.slides.slides)
    return own
