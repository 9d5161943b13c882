"""Which slides go when a talk is longer than its `duration`, and what of the others (LANGUAGE.md section 5, "Length").

The order doesn't depend on the duration: what may go for the priority `could`, then for `should`; of each priority first what shortens a slide
(paragraphs of its notes, items of its lists), then whole slides; all from the back.  A duration takes as many of these steps as it needs, so a
longer one never drops more.  `must` slides stay; a section's divider and a series' overview and recap go with their last slide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from ..findings import Findings, Note, Span
from ..records import dataclass, replace
from ..units import minutes
from .duration import Duration
from .keys import CommonKeys
from .notes import Notes
from .slide import Slide
from .spare import Spare, spare_items
from .talk import Talk
from .times import estimate, planned, spoken
from .timetable import RECAP, agenda_beside, slide_title

LEVELS = {"must": 0, "should": 1, "could": 2}
NAMES = ("must", "should", "could")
LONGEST = 5  # must slides that are named when they don't fit
_NOTHING = 1e-6  # seconds: sums of the same times in another order differ by less

Path = tuple[int, ...]
"""Where a slide stands: its place in the talk; of a point also its place in the series; of a slide below a point one more."""


@dataclass(slots=True)
class Unit:
    """A slide, point, section or series while it is decided what goes.

    `seconds` are its own without what it holds: a section's are its divider's and its agenda slide's, a series' its overview's and its
    recap's.  `level` is its priority or that of what is around it, whichever lets it go sooner.  `hollow` units go with the last slide in them.
    """

    path: Path
    slide: Slide
    level: int
    seconds: float
    around: Unit | None
    hollow: bool = False
    alive: bool = True
    inside: int = 0  # slides in it that are shown and left
    first: float = 0.0  # seconds before anything went
    paragraphs: set[int] = field(default_factory=set)  # of its notes, that went
    items: set[int] = field(default_factory=set)
    spoken: tuple[int, float, int] | None = None  # words, seconds of pauses, clicks that its notes have left
    timed: bool = False  # what is left of its time stands in no notes: it has to be said

    @property
    def hidden(self) -> bool:
        """Whether the talk itself hides it; then it takes no time and stays."""
        return self.slide.keys.hidden


@dataclass(frozen=True, slots=True)
class Gone:
    """What a talk leaves out for its duration: `part` is "slide", "empty" (a divider or overview without slides left), "notes" or "items"."""

    id: str
    part: str
    title: str
    priority: str
    seconds: float
    span: Span
    count: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """How a talk is shortened: seconds before and after, what goes in the talk's order, and the same by place for `shortened`.

    `ids` address slides that are gone, `counts` says how many points series have left.
    """

    before: float
    after: float
    allowed: Duration
    gone: tuple[Gone, ...]
    slides: frozenset[Path]
    notes: Mapping[Path, frozenset[int]]
    items: Mapping[Path, frozenset[int]]
    times: Mapping[Path, float]
    counts: Mapping[str, int]
    ids: frozenset[str]
    sections: bool = True  # whether any section is left
    whole: Talk | None = field(default=None, compare=False, repr=False)


def cut_of(talk: Talk, findings: Findings) -> Cut | None:
    """What of `talk` goes so that it fits its duration; None if it fits, or can't: then that is an error with figures."""
    allowed = talk.info.duration
    assert allowed is not None
    units = units_of(talk)
    once = _agenda_seconds(talk) if talk.info.agenda == "once" and agenda_beside(talk) is not None else 0.0
    before = left = sum(u.seconds for u in units) + once
    sections = sum(1 for u in units if u.slide.kind == "section")
    for step in _steps(units, talk):
        if left <= allowed.seconds + _NOTHING:
            break
        was = sections
        for unit, seconds in step():
            left -= seconds
            sections -= unit.slide.kind == "section" and not unit.alive
        if was and not sections:
            left -= once
            left -= sum(_drop(u) for u in units if u.alive and u.slide.kind == "agenda" and not u.hidden)
    if left > allowed.seconds + _NOTHING or not any(u.alive and not u.hidden for u in units):
        _tell_too_long(units, before, left, allowed, talk, findings)
        return None
    return _cut(units, before, left, allowed, talk) if any(_changed(u) for u in units) else None


def units_of(talk: Talk) -> list[Unit]:
    """All slides of a talk in order, points and slides below them too, each with its own seconds and effective priority."""
    result: list[Unit] = []
    section: Unit | None = None
    agenda = _agenda_seconds(talk) if talk.info.agenda == "each-section" else 0.0
    for n, slide in enumerate(talk.slides):
        if slide.kind in ("section", "closing"):
            section = None
        found = list(_units(slide, (n,), section, talk))
        if slide.kind == "section":
            section = found[0]
            section.hollow = True
            section.seconds += agenda
        result += found
    for unit in reversed(result):  # what is inside comes after what is around
        unit.first = unit.seconds
        if unit.around is not None and (unit.inside or not unit.hidden):
            unit.around.inside += 1
    for unit in result:
        unit.hollow = unit.hollow and unit.inside > 0
    return result


def priorities(talk: Talk) -> dict[str, str]:
    """By the ids of all slides: what each is when time is short, with what is around it taken into account."""
    result: dict[str, str] = {}
    for unit in units_of(talk):
        name = NAMES[unit.level]
        result[unit.slide.id] = name
        if getattr(unit.slide.content, "points", ()):
            result[f"{unit.slide.id}/overview"] = result[f"{unit.slide.id}/recap"] = name
    return result


def _units(slide: Slide, path: Path, around: Unit | None, talk: Talk) -> Iterator[Unit]:
    level = max(LEVELS[slide.keys.priority], around.level if around is not None else 0)
    content, hidden = slide.content, slide.keys.hidden

    def seconds(of: Slide) -> float:
        return 0.0 if of.keys.hidden else planned(of.keys, of.kind, talk.lang, talk.info.pace)

    points = getattr(content, "points", ())
    if not points:
        shown = getattr(content, "divider", True)
        yield Unit(path, slide, level, seconds(slide) if shown else 0.0, around)
        return
    show = content.show  # type: ignore[attr-defined]
    overview = seconds(slide) if "overview" in show else 0.0
    recap = RECAP if "recap" in show and not hidden else 0.0
    head = Unit(path, slide, level, overview + recap, around, hollow="each" in show)
    yield head
    for n, point in enumerate(points if "each" in show else ()):
        keys = point.keys or CommonKeys()
        base = Slide("point", point, keys, point.id or f"{slide.id}/{n + 1}", point.span)
        one = Unit((*path, n), base, max(level, LEVELS[keys.priority]), seconds(base), head)
        yield one
        for m, deeper in enumerate(point.slides.slides if point.slides is not None else ()):
            yield from _units(deeper, (*path, n, m), one, talk)


def _agenda_seconds(talk: Talk) -> float:
    return planned(CommonKeys(), "agenda", talk.lang, talk.info.pace)


# ---------------------------------------------------------------- the steps


class _Step:
    """One thing that goes when it is called; it yields each unit that changes with the seconds that this saves."""

    def __init__(self, unit: Unit, talk: Talk, spare: Spare | None = None) -> None:
        self.unit, self.talk, self.spare = unit, talk, spare

    def __call__(self) -> Iterator[tuple[Unit, float]]:
        unit = self.unit
        if not unit.alive:
            return
        if self.spare is not None:
            yield unit, _shorten(unit, self.spare, self.talk)
            return
        yield unit, _drop(unit)
        around = unit.around
        while around is not None:
            around.inside -= 1
            if around.inside or not (around.hollow or around.hidden):
                return
            if around.hollow:
                yield around, _drop(around)
            around = around.around


def _steps(units: list[Unit], talk: Talk) -> Iterator[_Step]:
    able = [u for u in units if not u.hidden and not u.hollow]
    spares = [(u, s) for u in units if not u.hidden for s in _spares(u)]
    for level in (2, 1):
        yield from (_Step(u, talk, s) for u, s in reversed(spares) if LEVELS[s.priority] == level)
        yield from (_Step(u, talk) for u in reversed(able) if u.level == level)


def _spares(unit: Unit) -> Iterator[Spare]:
    """What of a slide can go, in order: the paragraphs of its notes, then its items (which go first, from the back)."""
    notes = unit.slide.keys.notes
    if notes is not None:
        for n, paragraph in enumerate(notes.paragraphs):
            if paragraph.mark in ("could", "should"):
                yield Spare("notes", n, paragraph.mark)
    yield from spare_items(unit.slide.content)


def _shorten(unit: Unit, spare: Spare, talk: Talk) -> float:
    """Take `spare` from a slide; the seconds that this saves.  A paragraph without which the slide would take no less stays."""
    keys, lang, pace = unit.slide.keys, talk.lang, talk.info.pace
    series = bool(getattr(unit.slide.content, "points", ()))  # its `time` is a budget
    timed = keys.time is not None and not series
    kind = unit.slide.kind
    if spare.part == "items":
        unit.items.add(spare.place)
        said = keys.notes is not None and (keys.notes.spoken_words or keys.notes.pause_seconds)
        if series or (said and not timed):
            return 0.0  # what is spoken stands in the notes, and stays there
        timed = True
        saved = min(unit.seconds, unit.first / spare.among)
    else:
        assert keys.notes is not None
        notes, one = keys.notes, keys.notes.paragraphs[spare.place]
        words, pauses, clicks = unit.spoken or (notes.spoken_words, notes.pause_seconds, notes.clicks)
        left = (
            words - (one.words if one.spoken else 0),
            pauses - one.seconds,
            clicks - sum(1 for c in (*one.cues, *one.within) if c.kind == "click"),
        )
        now, then = spoken(words, pauses, clicks, kind, lang, pace), spoken(*left, kind, lang, pace)
        if then >= now:
            return 0.0
        unit.spoken = left
        unit.paragraphs.add(spare.place)
        share = min(1.0, unit.first / estimate(notes, kind, lang, pace)) if timed else 1.0
        saved = min(unit.seconds, (now - then) * share)
    unit.seconds -= saved
    unit.timed = unit.timed or timed
    return saved


def without(notes: Notes | None, gone: frozenset[int]) -> Notes | None:
    """Notes without some of their paragraphs (by their places); None if nothing is left."""
    if notes is None or not gone:
        return notes
    left = tuple(p for n, p in enumerate(notes.paragraphs) if n not in gone)
    return replace(notes, paragraphs=left) if left else None


def _drop(unit: Unit) -> float:
    unit.alive = False
    return unit.seconds


# ---------------------------------------------------------------- what comes of it


def _changed(unit: Unit) -> bool:
    return not unit.alive or bool(unit.paragraphs or unit.items)


def _cut(units: list[Unit], before: float, after: float, allowed: Duration, talk: Talk) -> Cut:
    for unit in units:  # what the talk hides goes with the point to which it belongs
        if unit.around is not None and not unit.around.alive and unit.around.slide.kind != "section":
            unit.alive = False
    sections = any(u.alive for u in units if u.slide.kind == "section")
    gone: list[Gone] = []
    ids: set[str] = set() if sections else {"agenda"}
    counts: dict[str, int] = {}
    times: dict[Path, float] = {}
    kept = [u for u in units if u.alive]
    inside = Counter(u.around.path for u in kept if u.around is not None)
    for unit in units:
        slide = unit.slide
        title = slide_title(slide, talk)
        if not unit.alive:
            part = "empty" if unit.hollow else "slide"
            if not unit.hidden:
                gone.append(Gone(slide.id, part, title, NAMES[unit.level], unit.first, slide.span))
            ids |= _ids(unit)
            if getattr(slide.content, "points", ()):
                counts[slide.id] = 0
            continue
        points = getattr(slide.content, "points", ())
        if points:
            each = "each" in slide.content.show  # type: ignore[attr-defined]
            left = inside[unit.path] if each else len(points) - len(unit.items)
            if left < len(points):
                counts[slide.id] = left
        if unit.timed:
            times[unit.path] = unit.seconds
        for part, places in (("notes", unit.paragraphs), ("items", unit.items)):
            if places:
                saved = unit.first - unit.seconds if part == "notes" or not unit.paragraphs else 0.0
                level = _level_of(unit, part, places)
                gone.append(Gone(slide.id, part, title, level, saved, slide.span, len(places)))
    return Cut(
        before, after, allowed, tuple(gone),
        slides=frozenset(u.path for u in units if not u.alive),
        notes={u.path: frozenset(u.paragraphs) for u in kept if u.paragraphs},
        items={u.path: frozenset(u.items) for u in kept if u.items},
        times=times, counts=counts, ids=frozenset(ids), sections=sections, whole=talk,
    )  # fmt: skip


def _level_of(unit: Unit, part: str, places: Collection[int]) -> str:
    """The priorities for which parts of a slide went: "could", or both."""
    found = {LEVELS[s.priority] for s in _spares(unit) if s.part == part and s.place in places}
    return ", ".join(NAMES[level] for level in sorted(found, reverse=True))


def _ids(unit: Unit) -> set[str]:
    """The ids that led to what is gone."""
    ident, kind = unit.slide.id, unit.slide.kind
    if kind == "section":
        return {ident, f"agenda/{ident}"}
    if getattr(unit.slide.content, "points", ()):
        return {ident, f"{ident}/overview", f"{ident}/recap"}
    return {ident}


def _tell_too_long(
    units: list[Unit], before: float, left: float, allowed: Duration, talk: Talk, findings: Findings
) -> None:
    over = left - allowed.seconds
    if over <= _NOTHING:
        findings.error(
            "must-too-long", f"nothing of the talk is left in {minutes(allowed.seconds)}: no slide in it is `must`",
            allowed.span, "take the `priority` of one slide out, or give the talk a longer `duration`",
        )  # fmt: skip
        return
    stay = sorted((u for u in units if u.alive and u.seconds > 0), key=lambda u: -u.seconds)
    went = before - left
    words = f" ({minutes(went)} of {minutes(before)} can go)" if went > _NOTHING else ""
    findings.error(
        "must-too-long",
        f"the slides that must stay take {minutes(left)} of {minutes(allowed.seconds)}, {minutes(over)} too long{words}",
        allowed.span,
        "give some a `priority: should` or `could`, shorten them, or give the talk a longer `duration`; the longest are",
        [Note(f"{minutes(u.seconds)}  {slide_title(u.slide, talk)!r}", u.slide.span) for u in stay[:LONGEST]],
    )
