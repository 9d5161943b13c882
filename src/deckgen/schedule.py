"""The talk as a table: slides, times, priorities, a running clock, sections with their budgets, variants."""

from __future__ import annotations

from .model.duration import TimeOfDay
from .model.talk import Talk
from .model.times import marked_seconds
from .model.timetable import budgets, slide_title, timetable
from .records import dataclass


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A slide: seconds planned, `clock` seconds from the talk's start, spoken words of its notes."""

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
    could: float = 0.0  # seconds of the paragraphs of its notes that are marked [could]
    should: float = 0.0
    short: str = ""  # its label for overview and agenda


@dataclass(frozen=True, slots=True)
class SectionTime:
    """A section, or a series with a budget: planned seconds of its slides, its budget (None without one)."""

    title: str
    seconds: float
    budget: float | None


@dataclass(frozen=True, slots=True)
class VariantTime:
    """A variant: its duration, and how many seconds `could` and `should` slides and paragraphs of notes hold."""

    name: str
    duration: float
    could: float
    should: float


@dataclass(frozen=True, slots=True)
class Outline:
    """All of it; seconds.  `duration` is None if the talk names none."""

    title: str
    rows: tuple[OutlineRow, ...]
    total: float
    duration: float | None
    sections: tuple[SectionTime, ...]
    variants: tuple[VariantTime, ...]
    start: TimeOfDay | None = None


def outline_of(talk: Talk) -> Outline:
    """The outline of `talk`; slides that kinds make (overview, points, recap) stand as rows of their own."""
    timed = timetable(talk)
    rows: list[OutlineRow] = []
    clock = 0.0
    sums: dict[str, float] = {}
    for row in timed:
        keys = row.slide.keys
        rows.append(
            OutlineRow(
                number=len(rows) + 1,
                id=row.id,
                kind=row.kind,
                title=slide_title(row.slide, talk),
                seconds=row.seconds,
                clock=clock,
                priority=keys.priority,
                tags=keys.tags,
                section=row.section,
                hidden=keys.hidden,
                words=keys.notes.spoken_words if keys.notes is not None else 0,
                depth=row.depth,
                could=marked_seconds(keys.notes, "could", talk.lang, talk.info.pace),
                should=marked_seconds(keys.notes, "should", talk.lang, talk.info.pace),
                short=keys.short.plain if keys.short is not None else "",
            )
        )
        clock += row.seconds
        sums[row.section] = sums.get(row.section, 0.0) + row.seconds
    could = sum(r.seconds if r.priority == "could" else r.could for r in rows if not r.hidden)
    should = sum(
        r.seconds if r.priority == "should" else r.should
        for r in rows
        if not r.hidden and r.priority != "could"
    )
    allowed = {id(b.slide): b for b in budgets(timed)}
    parts = []
    for row in timed:
        found = allowed.get(id(row.slide))
        if row.kind == "section" or found is not None:
            seconds = found.seconds if found is not None else sums[row.section]
            budget = found.allowed.seconds if found is not None else None
            parts.append(SectionTime(slide_title(row.slide, talk), seconds, budget))
    return Outline(
        title=talk.info.title.plain,
        rows=tuple(rows),
        total=clock,
        duration=talk.info.duration.seconds if talk.info.duration is not None else None,
        sections=tuple(parts),
        variants=tuple(
            VariantTime(name, v.duration.seconds, could, should)
            for name, v in talk.info.variants.items()
            if v.duration is not None
        ),
        start=talk.info.start,
    )
