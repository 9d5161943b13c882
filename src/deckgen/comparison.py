"""Two versions of one talk: which slides one has and the other hasn't, where they stand, what they say, how long they take."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from .model.locale import base
from .model.timetable import Timed, timetable
from .records import dataclass, replace
from .said import budget_says, slide_says, talk_facts, talk_says, theme_says
from .schedule import Outline, OutlineRow, outline_of

if TYPE_CHECKING:
    from .api import Loaded

ADDED, DROPPED, LEFT_OUT, KEPT = "added", "dropped", "left out", "kept"
MOVED, HIDDEN, SHOWN, CHANGED, LONGER, SHORTER = "moved", "hidden", "shown", "changed", "longer", "shorter"
ALIKE = 0.5  # of two texts: from here on they are versions of one
MOST = 30  # slides among which the most similar one is looked for
_SECOND = 1.0


@dataclass(frozen=True, slots=True)
class Change:
    """What a key says here (`new`) and there (`old`), as lines; none where it says nothing."""

    key: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlideChange:
    """A slide that is other here than there; numbers are 0 and seconds None where it isn't in the deck.

    `what` holds "added", "dropped" (no overlay leaves it there), "left out" (no time for it here), "kept" (none there), "moved", "hidden",
    "shown", "changed", "longer", "shorter" (without another text).  `behind` and `was_behind` are the titles of the slides before one that was moved, "" at the start.
    """

    what: tuple[str, ...]
    id: str
    kind: str
    title: str
    number: int
    was_number: int
    seconds: float | None
    was_seconds: float | None
    changes: tuple[Change, ...] = ()
    behind: str = ""
    was_behind: str = ""
    along: bool = False  # it moved with the slide before it


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is other; seconds.  `languages` names both where texts weren't compared, since they are in two."""

    top: tuple[Change, ...]
    slides: tuple[SlideChange, ...]
    same: int
    total: float
    was_total: float
    duration: float | None
    was_duration: float | None
    languages: tuple[str, str] | None = None


class _Side:
    """A version: its slides in order, each with what it says."""

    def __init__(self, loaded: Loaded) -> None:
        talk, cut = loaded.talk, loaded.cut
        self.loaded = loaded
        self.outline: Outline = outline_of(talk, cut)
        whole = cut.whole if cut is not None and cut.whole is not None else talk
        planned = timetable(whole)
        timed = {row.id: row for row in (*planned, *timetable(talk))}
        budgets = {row.id: budget_says(row) for row in planned}  # as they were before the talk was shortened
        self.rows = [row for row in self.outline.rows if row.id in timed]
        self.timed: list[Timed] = [timed[row.id] for row in self.rows]
        self.says = [{**slide_says(row), **budgets.get(row.id, {})} for row in self.timed]


def compare(loaded: Loaded, other: Loaded) -> Comparison:
    """What is other in `loaded` than in `other`, another version of the same talk.

    Slides are the same that have the same id; those without one that addresses them (points without `id`, titles that occur twice) by what they say.
    """
    here, there = _Side(loaded), _Side(other)
    languages = (loaded.talk.lang, other.talk.lang)
    texts = base(languages[0]) == base(languages[1])
    mates = _mates(here, there)
    moved = _moved(mates)
    found: list[tuple[float, SlideChange]] = []
    for number, mate in mates.items():
        if mate is None:
            if not here.rows[number].dropped:
                found.append((number, _one(here.rows[number], None, (ADDED,))))
        elif change := _both(here, there, number, mate, number in moved, texts):
            if MOVED in change.what:
                change = replace(change, **_places(here, there, number, mate, mates, moved))
            found.append((number, change))
    back = {mate: number for number, mate in mates.items() if mate is not None}
    at = -1.0
    for mate, row in enumerate(there.rows):
        if mate in back:
            at = float(back[mate])
        elif not row.dropped:
            found.append((at + 0.5, _one(None, row, (DROPPED,))))
    found.sort(key=lambda pair: pair[0])
    slides = tuple(change for _, change in found)
    here_too = sum(1 for row in here.rows if row.number and not row.dropped)
    other_than = sum(1 for s in slides if s.number)
    return Comparison(
        top=_top(here, there, texts),
        slides=slides,
        same=here_too - other_than,
        total=here.outline.total,
        was_total=there.outline.total,
        duration=here.outline.duration,
        was_duration=there.outline.duration,
        languages=None if texts else languages,
    )


# ---------------------------------------------------------------- which slide is which


def _mates(here: _Side, there: _Side) -> dict[int, int | None]:
    """For each slide here the same one there."""
    loose = {*here.loaded.talk.shared, *there.loaded.talk.shared}
    ours, theirs = _by_id(here, loose), _by_id(there, loose)
    result: dict[int, int | None] = dict.fromkeys(range(len(here.rows)))
    result.update({number: theirs[ident] for ident, number in ours.items() if ident in theirs})
    taken = {mate for mate in result.values() if mate is not None}
    left: dict[str, list[int]] = {}
    for mate, row in enumerate(there.timed):
        if mate not in taken and (group := _group(row, loose)):
            left.setdefault(group, []).append(mate)
    mine: dict[str, list[int]] = {}
    for number, row in enumerate(here.timed):
        if result[number] is None and (group := _group(row, loose)):
            mine.setdefault(group, []).append(number)
    for group, numbers in mine.items():
        result.update(_by_words(here, there, numbers, left.get(group, [])))
    return result


def _by_id(side: _Side, loose: set[str]) -> dict[str, int]:
    """The slides whose ids address them in every version."""
    return {row.id: n for n, row in enumerate(side.timed) if not _group(row, loose)}


def _group(row: Timed, loose: set[str]) -> str:
    """Among which slides to look for one without an id of its own; "" for one that has one."""
    if row.kind == "point" and row.series and row.id.startswith(f"{row.series[-1]}/"):
        return row.id.rpartition("/")[0]
    return f"{row.kind}/" if row.id in loose and not row.slide.keys.id else ""


def _by_words(here: _Side, there: _Side, ours: list[int], theirs: list[int]) -> dict[int, int]:
    """Slides that say the same, then those that say nearly so, then those of one id."""
    result: dict[int, int] = {}
    same: dict[tuple[object, ...], list[int]] = {}
    for mate in reversed(theirs):
        same.setdefault(tuple(there.says[mate].items()), []).append(mate)
    for number in ours:
        if found := same.get(tuple(here.says[number].items())):
            result[number] = found.pop()
    taken = set(result.values())
    rest = [mate for mate in theirs if mate not in taken]
    for number in ours:
        near = [(_alike(here, number, there, m), -m, m) for m in rest[:MOST]] if number not in result else []
        best, _, mate = max(near, default=(0.0, 0, 0))
        if near and best >= ALIKE:
            result[number] = mate
            rest.remove(mate)
    if len(ours) == len(theirs):  # all of them are there, in other words
        by_id = {there.rows[m].id: m for m in rest}
        result.update(
            {n: by_id[here.rows[n].id] for n in ours if n not in result and here.rows[n].id in by_id}
        )
    return result


def _alike(here: _Side, number: int, there: _Side, mate: int) -> float:
    ours, theirs = here.rows[number].title, there.rows[mate].title
    return SequenceMatcher(None, ours[:200], theirs[:200], autojunk=False).ratio() if ours or theirs else 0.0


def _moved(mates: Mapping[int, int | None]) -> set[int]:
    """The slides that don't stand in the order in which they stand there: as few as possible (all but a longest rising sequence)."""
    tails: list[int] = []  # the mate at the end of the best sequence of each length
    ends: list[int] = []
    before: dict[int, int] = {}
    for number, mate in mates.items():
        if mate is None:
            continue
        length = bisect_left(tails, mate)
        before[number] = ends[length - 1] if length else -1
        tails[length : length + 1] = [mate]
        ends[length : length + 1] = [number]
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return {number for number, mate in mates.items() if mate is not None and number not in kept}


def _places(
    here: _Side, there: _Side, number: int, mate: int, mates: Mapping[int, int | None], moved: set[int]
) -> dict[str, str | bool]:
    """Behind which slides one stands, here and there; whether it only went along with the one before it."""
    along = number - 1 in moved and mates.get(number - 1) == mate - 1
    return {"behind": _before(here, number), "was_behind": _before(there, mate), "along": along}


def _before(side: _Side, number: int) -> str:
    rows = (side.rows[n] for n in range(number - 1, -1, -1))
    return next((row.title for row in rows if row.number and not row.dropped), "")


# ---------------------------------------------------------------- what is other


def _one(row: OutlineRow | None, was: OutlineRow | None, what: tuple[str, ...]) -> SlideChange:
    any_row = row or was
    assert any_row is not None
    return SlideChange(
        what=what,
        id=any_row.id,
        kind=any_row.kind,
        title=any_row.title,
        number=row.number if row is not None and not row.dropped else 0,
        was_number=was.number if was is not None and not was.dropped else 0,
        seconds=row.seconds if row is not None and not row.dropped else None,
        was_seconds=was.seconds if was is not None and not was.dropped else None,
    )


def _both(here: _Side, there: _Side, number: int, mate: int, moved: bool, texts: bool) -> SlideChange | None:
    row, was = here.rows[number], there.rows[mate]
    if row.dropped and was.dropped:
        return None
    if row.dropped or was.dropped:
        return _one(row, was, (LEFT_OUT if row.dropped else KEPT,))
    changes = _changes(here.says[number], there.says[mate]) if texts else ()
    what = [MOVED] if moved else []
    if row.hidden != was.hidden:
        what.append(HIDDEN if row.hidden else SHOWN)
    if changes:
        what.append(CHANGED)
    elif abs(row.seconds - was.seconds) >= _SECOND and row.hidden == was.hidden:
        what.append(LONGER if row.seconds > was.seconds else SHORTER)
    return replace(_one(row, was, tuple(what)), changes=changes) if what else None


def _changes(new: Mapping[str, tuple[str, ...]], old: Mapping[str, tuple[str, ...]]) -> tuple[Change, ...]:
    keys: Iterable[str] = dict.fromkeys((*old, *new))
    return tuple(Change(k, old.get(k, ()), new.get(k, ())) for k in keys if old.get(k, ()) != new.get(k, ()))


def _top(here: _Side, there: _Side, texts: bool) -> tuple[Change, ...]:
    """What is other at the talk's top."""
    sides: list[dict[str, tuple[str, ...]]] = []
    for side in (here, there):
        talk = side.loaded.talk
        found = {**theme_says(talk, side.loaded.theme.name), "lang": (talk.lang,)}
        found.update(talk_says(talk) if texts else {})
        sides.append({**found, **talk_facts(talk)})
    return _changes(sides[0], sides[1])


def counts(slides: Sequence[SlideChange]) -> dict[str, int]:
    """How many slides of each sort there are, those of none left out."""
    order = (ADDED, DROPPED, LEFT_OUT, KEPT, MOVED, HIDDEN, SHOWN, CHANGED, LONGER, SHORTER)
    found = {word: sum(1 for s in slides if word in s.what) for word in order}
    return {word: n for word, n in found.items() if n}
