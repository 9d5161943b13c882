"""The talk as a table: slides, times, priorities, a running clock, sections with their budgets, variants."""

from __future__ import annotations

from .model.duration import TimeOfDay
from .model.slide import Slide
from .model.talk import Talk
from .model.text import RichText
from .model.times import marked_seconds, planned
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


@dataclass(frozen=True, slots=True)
class SectionTime:
    """A section: planned seconds of its slides, its budget (None without one)."""

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
    """The outline of `talk`; slides that kinds make (overview, points) stand as rows of their own."""
    rows: list[OutlineRow] = []
    clock = 0.0
    section = ""
    budgets: dict[str, float | None] = {}
    sums: dict[str, float] = {}

    def add(slide: Slide, title: str, ident: str, kind: str, depth: int) -> None:
        nonlocal clock
        keys = slide.keys
        seconds = planned(keys, kind, talk.lang, talk.info.pace)
        words = keys.notes.spoken_words if keys.notes is not None else 0
        rows.append(
            OutlineRow(
                len(rows) + 1,
                ident,
                kind,
                title,
                seconds,
                clock,
                keys.priority,
                keys.tags,
                section,
                keys.hidden,
                words,
                depth,
                marked_seconds(keys.notes, "could", talk.lang, talk.info.pace),
                marked_seconds(keys.notes, "should", talk.lang, talk.info.pace),
            )  # fmt: skip
        )
        if not keys.hidden:
            clock += seconds
            if section:
                sums[section] = sums.get(section, 0.0) + seconds

    def walk(slide: Slide, depth: int = 0) -> None:
        nonlocal section
        if slide.kind == "section":
            section = slide.id
            budgets[section] = slide.keys.time.seconds if slide.keys.time is not None else None
        elif slide.kind == "closing" and depth == 0:
            section = ""
        add(slide, slide_title(slide, talk), slide.id, slide.kind, depth)
        for n, point in enumerate(getattr(slide.content, "points", ()), 1):
            base = Slide(
                kind="point", content=point, keys=point.keys or type(slide.keys)(), id="", span=slide.span
            )
            words = point.point or point.lead or point.text
            add(base, words.plain if words else "", point.id or f"{slide.id}/{n}", "point", depth + 1)
            for inner in point.slides.slides if point.slides is not None else ():
                walk(inner, depth + 2)

    titles: dict[str, str] = {}
    for slide in talk.slides:
        if slide.kind == "section":
            titles[slide.id] = slide_title(slide, talk)
        walk(slide)
    could = sum(r.seconds if r.priority == "could" else r.could for r in rows if not r.hidden)
    should = sum(
        r.seconds if r.priority == "should" else r.should
        for r in rows
        if not r.hidden and r.priority != "could"
    )
    return Outline(
        title=talk.info.title.plain,
        rows=tuple(rows),
        total=clock,
        duration=talk.info.duration.seconds if talk.info.duration is not None else None,
        sections=tuple(SectionTime(titles[k], sums.get(k, 0.0), budgets[k]) for k in titles),
        variants=tuple(
            VariantTime(name, v.duration.seconds, could, should)
            for name, v in talk.info.variants.items()
            if v.duration is not None
        ),
        start=talk.info.start,
    )


def slide_title(slide: Slide, talk: Talk) -> str:
    """What a slide is called: its title, else its content where that is the title, else the talk's title."""
    if slide.keys.title is not None:
        text = slide.keys.title.plain
    else:
        value = getattr(slide.content, slide.kind, None)
        text = value.plain if isinstance(value, RichText) else ""
        if not text and slide.kind == "cover":
            text = talk.info.title.plain
    return text.replace("\v", " ").replace("\u00ad", "")
