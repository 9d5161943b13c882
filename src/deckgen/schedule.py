"""The talk as a table: slides, times, priorities, a running clock, sections with their budgets, variants."""

from __future__ import annotations

from .findings import Findings
from .model.duration import Duration, TimeOfDay
from .model.length import Cut, cut_of, priorities
from .model.spare import spare_items
from .model.talk import Talk
from .model.times import marked_seconds
from .model.timetable import Timed, budgets, slide_title, timetable
from .records import dataclass, replace


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A slide: seconds planned, `clock` seconds from the talk's start, spoken words of its notes.

    `number` is the slide's in the deck (long lists that go on over further slides apart), 0 where no slide is made of it.  Of a talk that was
    shortened for its duration, all slides stand here: `dropped` ones have the seconds that they would take, `saved` is what was saved on a slide.
    """

    number: int
    id: str
    kind: str
    title: str
    seconds: float
    clock: float
    priority: str
    tags: tuple[str, ...]
    section: str
    hidden: bool
    words: int
    depth: int = 0
    could: float = 0.0  # seconds of its parts that may go: paragraphs of its notes, items of its lists
    should: float = 0.0
    short: str = ""  # its label for overview and agenda
    dropped: bool = False
    saved: float = 0.0


@dataclass(frozen=True, slots=True)
class SectionTime:
    """A section, or a series with a budget: planned seconds of its slides, its budget (None without one)."""

    title: str
    seconds: float
    budget: float | None


@dataclass(frozen=True, slots=True)
class VariantTime:
    """A variant: its duration, and how many seconds `could` and `should` slides and paragraphs of notes hold.

    `shortened` are its seconds after it was shortened, and `slides` that many go; None and 0 if it isn't shortened, or can't be so short.
    """

    name: str
    duration: float
    could: float
    should: float
    shortened: float | None = None
    slides: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """All of it; seconds.  `duration` is None if the talk names none; `whole` is what the talk takes before anything is left out."""

    title: str
    rows: tuple[OutlineRow, ...]
    total: float
    duration: float | None
    sections: tuple[SectionTime, ...]
    variants: tuple[VariantTime, ...]
    start: TimeOfDay | None = None
    whole: float = 0.0


def outline_of(talk: Talk, cut: Cut | None = None) -> Outline:
    """The outline of `talk`; slides that kinds make (overview, points, recap, agendas) stand as rows of their own.

    `cut` is what was left out of it for its duration: that stands among the rest.
    """
    timed = timetable(talk)
    left = {row.id: row for row in timed}
    whole = cut.whole if cut is not None and cut.whole is not None else talk
    every = timetable(whole) if whole is not talk else timed
    levels = priorities(whole)
    could = should = 0.0
    rows: list[OutlineRow] = []
    clock = 0.0
    number = 0
    sums: dict[str, float] = {}
    before = {row.id: row for row in every}
    order = iter(timed)  # an agenda may come elsewhere than in the whole talk
    for place in every:
        row = next(order) if place.id in left else place
        planned = before[row.id]
        dropped = planned.id not in left or row.slide.keys.hidden > planned.slide.keys.hidden
        made = row.shown and planned.id in left
        number += made
        keys = row.slide.keys
        rows.append(
            OutlineRow(
                number=number if made else 0,
                id=row.id,
                kind=row.kind,
                title=slide_title(row.slide, talk),
                seconds=planned.seconds if dropped else row.seconds,
                clock=clock,
                priority=levels.get(row.id, keys.priority),
                tags=keys.tags,
                section=planned.section,
                hidden=keys.hidden,
                words=keys.notes.spoken_words if keys.notes is not None else 0,
                depth=row.depth,
                could=_marked(row, "could", talk),
                should=_marked(row, "should", talk),
                short=keys.short.plain if keys.short is not None else "",
                dropped=dropped,
                saved=planned.seconds if dropped else planned.seconds - row.seconds,
            )
        )
        if not dropped:
            clock += row.seconds
            sums[row.section] = sums.get(row.section, 0.0) + row.seconds
        if not planned.slide.keys.hidden:
            level = rows[-1].priority
            could += planned.seconds if level == "could" else _marked(planned, "could", talk)
            if level != "could":
                should += planned.seconds if level == "should" else _marked(planned, "should", talk)
    allowed = {b.slide.id: b.allowed.seconds for b in budgets(every) if b.slide is not None}
    spent = {b.slide.id: b.seconds for b in budgets(timed) if b.slide is not None}
    parts = []
    for row in timed:
        if row.kind in ("section", "points") and not row.slide.dropped:
            if row.kind == "section" or row.id in allowed:
                seconds = spent.get(row.id, sums.get(row.section, 0.0))
                parts.append(SectionTime(slide_title(row.slide, talk), seconds, allowed.get(row.id)))
    return Outline(
        title=talk.info.title.plain,
        rows=tuple(rows),
        total=clock,
        duration=talk.info.duration.seconds if talk.info.duration is not None else None,
        sections=tuple(parts),
        variants=tuple(
            _variant(name, v.duration, could, should, whole)
            for name, v in talk.info.variants.items()
            if v.duration is not None
        ),
        start=talk.info.start,
        whole=sum(row.seconds for row in every),
    )


def _marked(row: Timed, mark: str, talk: Talk) -> float:
    """Seconds of the parts of a slide that may go for the priority `mark`: paragraphs of its notes, items of its lists."""
    keys = row.slide.keys
    seconds = marked_seconds(keys.notes, mark, talk.lang, talk.info.pace)
    if row.kind in ("points", "recap") or (
        keys.time is None and keys.notes is not None and keys.notes.spoken_words
    ):
        return seconds  # their items take no time of their own
    return seconds + sum(row.seconds / s.among for s in spare_items(row.slide.content) if s.priority == mark)


def _variant(name: str, duration: Duration, could: float, should: float, talk: Talk) -> VariantTime:
    cut = cut_of(replace(talk, info=replace(talk.info, duration=duration)), Findings())
    if cut is None:
        return VariantTime(name, duration.seconds, could, should)
    slides = sum(1 for gone in cut.gone if gone.part in ("slide", "empty"))
    return VariantTime(name, duration.seconds, could, should, cut.after, slides)
