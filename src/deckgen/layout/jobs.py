"""Texts to be fitted: each job knows how to set itself at a size; a deck's jobs agree on sizes.

The remedies in their order: balanced lines; the next step of the role's ladder, the same for all slides of the kind; the look's spare
room; breaks in overlong words (in titles where compounds are linked, elsewhere where the author marked them); a split, by the compiler;
an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Protocol

from ..findings import Span
from ..inscribed import inscribed
from ..records import dataclass, replace
from ..scene.items import Align, Anchor, Fit, Paragraph, Text
from ..theme.paint import radius_of
from ..theme.records import TypeStyle
from ..typeset.balance import balance
from ..typeset.paragraph import Lines, Para, set_paragraphs
from ..typeset.refusals import needs, to_cut, too_wide
from ..units import Box, points, to_points
from .division import Division, division_of, with_breaks, written_with_breaks
from .orphans import without_orphans

SAFETY = 0.6  # pt of height kept free (typesetting.md section 6)

UNDIVIDED = Division()
PROBLEMS = 100  # texts that don't fit, after which fitting stops
LEAST = {"stage": (24, 18), "room": (18, 14), "read": (12, 10)}
"""Least sizes by profile: body, other text (points)."""

Setter = Callable[[int], tuple[tuple[Paragraph, ...], tuple[Para, ...]]]


class Job(Protocol):
    """What is fitted together with others: a text, a table, a region.  `key` and `sizes` group jobs that share a step of their ladder."""

    key: tuple[str, ...]
    role: str
    sizes: tuple[int, ...]
    span: Span | None
    trouble: str
    division: Division

    def first_fit(self, start: int = 0) -> int | None:
        """The index of the first size from `start` on that fits with all remedies, or None."""

    @property
    def done(self) -> bool:
        """Whether it is settled."""

    def settle(self, step: int) -> None:
        """Set it at a step; what can't be is said in `trouble`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a text fits: the step of its ladder, whether it takes the look's spare room, breaks in its words."""

    step: int
    spared: bool = False
    division: Division = UNDIVIDED


@lru_cache(maxsize=64)
def _plain_plan(step: int) -> Plan:
    return Plan(step)


@dataclass(slots=True)
class TextJob:
    """One text in one box.

    `setter(size)` gives the paragraphs to be written and those to be measured.  `key` groups jobs that share a size.  `width` and
    `height` are what the text may use, in points, of its `box`, in which a form (`preset`) may leave it less; `radius` is that of its corners.  `anchor` is written where it
    isn't the layout's.  After `settle` the result stands in `text` and `result`, and `span` is where what doesn't
    fit is written: one of `places`, those of the paragraphs.
    """

    key: tuple[str, ...]
    role: str
    style: TypeStyle
    setter: Setter
    width: float
    height: float
    lang: str
    sizes: tuple[int, ...]
    span: Span | None = None
    balanced: bool = False
    title: bool = False
    spare: tuple[float, float] = (0.0, 0.0)
    align: Align = "left"
    anchor: Anchor | None = None
    box: Box | None = None
    preset: str = ""
    radius: int = 0
    spared: bool = False
    division: Division = UNDIVIDED
    text: Text | None = None
    result: Fit | None = None
    trouble: str = ""
    places: tuple[Span | None, ...] = ()
    _cache: dict[tuple[int, bool], Lines | None] = field(default_factory=dict)
    _last: tuple[int, tuple[tuple[Paragraph, ...], tuple[Para, ...]]] | None = None
    _plans: dict[int, Plan | None] = field(default_factory=dict)

    def lines(self, size: int, spare: bool = False) -> Lines | None:
        """The text's lines at `size`, or None when a unit is wider than the line."""
        key = (size, spare)
        if key not in self._cache:
            self._cache[key] = set_paragraphs(self._set(size)[1], size, self._width(spare))
        return self._cache[key]

    def fits(self, size: int, spare: bool = False) -> bool:
        """Whether the text stays in its box at `size` points, undivided."""
        lines = self.lines(size, spare)
        return lines is not None and self._holds(lines, spare)

    def _holds(self, lines: Lines, spare: bool) -> bool:
        room = self._room(spare)
        # one line in a box that was drawn for it needs no safety: there is no break to be wrong about, and what
        # LibreOffice adds below for a subscript moves nothing
        one = lines.height - lines.lowered
        return lines.height <= room or (lines.count == 1 and one <= room + SAFETY + 0.05)

    def plan(self, step: int = 0) -> Plan | None:
        """How the text fits at the ladder's `step` or below, with the gentlest remedy; None if nothing helps.

        A smaller size first, then the look's spare room, then as few breaks in words as will do, at the largest size.
        """
        if step not in self._plans:
            self._plans[step] = self._plan(step)
        return self._plans[step]

    def _plan(self, step: int) -> Plan | None:
        last = len(self.sizes) - 1
        for index in range(step, last + 1):
            if self.fits(self.sizes[index]):
                return _plain_plan(index)
        spare = any(self.spare)
        if spare and self.fits(self.sizes[last], True):
            return Plan(last, True)
        rooms = [(i, False) for i in range(step, last + 1)] + ([(last, True)] if spare else [])
        found: Plan | None = None
        for index, spared in rooms:
            size = self.sizes[index]
            if self.lines(size, spared) is None:  # a word is too wide
                division = self._division(size, spared)
                lines = self._divided(size, spared, division)
                fewer = found is None or len(division.breaks) < len(found.division.breaks)
                if fewer and lines is not None and self._holds(lines, spared):
                    found = Plan(index, spared, division)
        return found

    def measured(self, size: int) -> tuple[Para, ...]:
        """What is measured at `size`."""
        return self._set(size)[1]

    def reshape(self, by: int) -> None:
        """Have `by` EMU less of width."""
        self._resize(-by, 0)
        self._cache.clear()
        self._plans.clear()

    def heighten(self, by: int) -> None:
        """Have `by` EMU more of height."""
        width = self.width
        self._resize(0, by)
        if self.width != width:
            self._cache.clear()
        self._plans.clear()

    def _resize(self, wider: int, higher: int) -> None:
        self.width += to_points(wider)
        self.height += to_points(higher)
        if self.preset and self.box is not None:
            box = self.box = replace(self.box, w=self.box.w + wider, h=self.box.h + higher)
            self.width, self.height = inner(box, self.preset, radius_of(self.radius, box))

    @property
    def done(self) -> bool:
        """Whether it is settled."""
        return self.text is not None

    def first_fit(self, start: int = 0) -> int | None:
        """The index of the first size from `start` on that fits with all remedies, or None."""
        plan = self.plan(start)
        return plan.step if plan is not None else None

    def fits_somehow(self, steps: dict[tuple[str, ...], int]) -> bool:
        """Whether any remedy helps.  `steps` holds the step that the group's last text took: the next mostly takes it too."""
        step = steps.get(self.key, 0)
        if step < len(self.sizes) and self.fits(self.sizes[step]):
            return True
        found = self.first_fit()
        if found is not None:
            steps[self.key] = found
        return found is not None

    def inherit(self, other: TextJob) -> None:
        """Take over what the same text of the same slide was measured to, when it is placed a second time."""
        if (self.key, self.width, self.spare, self.sizes, self.span) == (
            other.key, other.width, other.spare, other.sizes, other.span
        ):  # fmt: skip
            self._cache = other._cache

    def too_tall(self) -> bool:
        """Whether nothing brings the text into its box, and not for a word that is too wide."""
        if self.plan() is not None:
            return False
        last = self.sizes[-1]
        return self.lines(last) is not None or not self._division(last, any(self.spare)).stuck

    def _division(self, size: int, spare: bool) -> Division:
        return division_of(self._set(size)[1], size, self._width(spare), self.lang, title=self.title)

    def _divided(self, size: int, spare: bool, division: Division) -> Lines | None:
        return set_paragraphs(with_breaks(self._set(size)[1], division.breaks), size, self._width(spare))

    def _set(self, size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """The paragraphs at `size`; the size tried last is mostly the one that is taken."""
        if self._last is None or self._last[0] != size:
            self._last = (size, self.setter(size))
        return self._last[1]

    def _width(self, spare: bool) -> float:
        return self.width + (self.spare[0] if spare else 0.0)

    def _room(self, spare: bool) -> float:
        return self.height + (self.spare[1] if spare else 0.0) - SAFETY

    def settle(self, step: int) -> None:
        """Set the text at step `step` of its ladder, or below, with what remedies it needs."""
        plan = self.plan(step)
        if plan is None:
            size = self.sizes[-1]
            division = self._division(size, False) if self.lines(size) is None else Division()
            self.trouble = self._explain(size, division)
            lengths = [sum(len(s.text) for s in p.spans) for p in self._set(size)[1]]
            self.span = place_of(self.places, lengths, division) or self.span
            plan = Plan(len(self.sizes) - 1, False, division)
        self.spared, self.division = plan.spared, plan.division
        self._finish(self.sizes[plan.step])

    def _explain(self, size: int, division: Division) -> str:
        if division.stuck:
            return too_wide(division.stuck, "box", division.needed, size, division.room)
        lines = self._divided(size, False, division)
        height = lines.height if lines is not None else 0.0
        cut, words = to_cut(self._set(size)[1], height, self._room(False))
        return f"{needs('the text', height + SAFETY, size, self.height)}: cut about {cut} of {words} words"

    def _finish(self, size: int) -> None:
        paragraphs, paras = self._set(size)
        self._last = None
        lines = self.lines(size, self.spared)
        if self.division.breaks:
            paragraphs = written_with_breaks(paragraphs, self.division.breaks)
            paras = with_breaks(paras, self.division.breaks)
            lines = set_paragraphs(paras, size, self._width(self.spared))
        narrower, balanced = 0, self.balanced and lines is not None and 1 < lines.count <= 6
        if balanced:
            narrower = points(balance(paras, size, self._width(self.spared), self.lang))
        elif lines is not None and not self.division.breaks:
            width = self._width(self.spared)
            paragraphs, narrower = without_orphans(paragraphs, paras, lines, size, width, self.align)
        insets = narrowed(narrower, self.align) if narrower > 0 else None
        self.text = Text(paragraphs, anchor=self.anchor, insets=insets)
        self.result = Fit(
            size=size,
            wanted=self.sizes[0],
            lines=lines.count if lines else 0,
            height=lines.height if lines else 0.0,
            room=self._room(self.spared) + SAFETY,
            width=lines.width if lines else 0.0,
            faces=faces_of(paras),
            remedies=remedies(
                balanced=balanced and insets is not None,
                joined=(not balanced and insets is not None) or any(p.right for p in paragraphs),
                spared=self.spared,
                divided=bool(self.division.breaks),
            ),
        )


def place_of(
    places: Sequence[Span | None], lengths: Sequence[int], division: Division = UNDIVIDED
) -> Span | None:
    """Where the paragraph stands that has a word too wide, or that is longer than the others together; None if there is none."""
    if len(places) != len(lengths) or not places:
        return None
    worst = max(range(len(lengths)), key=lengths.__getitem__)
    if division.stuck:
        return places[division.para]
    return places[worst] if lengths[worst] * 2 > sum(lengths) else None


def faces_of(paras: Sequence[Para]) -> tuple[str, ...]:
    """The names of the faces that a text begins in, the one that is written first."""
    spans = next((p.spans for p in paras if p.spans), ())
    return spans[0].measure.names if spans else ()


def remedies(
    *, balanced: bool = False, joined: bool = False, spared: bool = False, divided: bool = False
) -> tuple[str, ...]:
    """What was done to a text, in words."""
    done = (
        ("balanced", balanced), ("last word joined", joined), ("spare room", spared), ("words divided", divided),
    )  # fmt: skip
    return tuple([name for name, true in done if true])


def narrowed(by: int, align: Align) -> tuple[int, int, int, int]:
    """Insets (EMU) that make the lines shorter by `by` and leave the edge where they are aligned."""
    left = {"left": 0, "center": by // 2, "right": by}[align]
    return (left, 0, by - left, 0)


def ladder(style: TypeStyle, first: int, profile: str, body: bool) -> tuple[int, ...]:
    """The sizes to try, largest first: the role's ladder from `first` on, or whole points down to the profile's least size."""
    key = (id(style), first, profile, body)
    known = _LADDERS.get(key)
    if known is None or known[0] is not style:
        if len(_LADDERS) >= _MOST_LADDERS:
            _LADDERS.clear()
        known = _LADDERS[key] = (style, _ladder(style, first, LEAST[profile][0 if body else 1]))
    return known[1]


_MOST_LADDERS = 1_000
_LADDERS: dict[tuple[int, int, str, bool], tuple[TypeStyle, tuple[int, ...]]] = {}


def _ladder(style: TypeStyle, first: int, least: int) -> tuple[int, ...]:
    steps = [s for s in style.ladder if s <= first]
    if first not in steps:
        steps = [first, *steps]
    if len(style.ladder) < 2:
        steps = list(range(first, min(first, least) - 1, -1))
    kept = [s for s in steps if s >= least] or [steps[0]]
    return tuple(kept)


def settle_all(jobs: Sequence[Job]) -> None:
    """Fit all jobs that aren't yet; those of one group get the same step: the smallest that any of them needs.

    Stops after PROBLEMS texts that don't fit: nothing can be drawn then.
    """
    troubles = 0
    groups: dict[tuple[tuple[str, ...], tuple[int, ...]], list[Job]] = {}
    for job in jobs:
        if job.done:
            continue
        groups.setdefault((job.key, job.sizes), []).append(job)
    for group in groups.values():
        step, last = 0, len(group[0].sizes) - 1
        for job in group:
            need = job.first_fit(step)
            step = last if need is None else max(step, need)
            if step == last:
                break
        for job in group:
            job.settle(step)
            troubles += bool(job.trouble)
            if troubles == PROBLEMS:
                return


def inner(box: Box, preset: str = "", adjust: Sequence[tuple[str, int]] = ()) -> tuple[float, float]:
    """Width and height in points that a text may use within a form: those of its inscribed box, where it has one."""
    width, height = to_points(box.w), to_points(box.h)
    edges = inscribed(preset, width, height, dict(adjust)) if preset else None
    if edges is None:
        return width, height
    left, top, right, bottom = edges
    return max(right - left, 0.0), max(bottom - top, 0.0)
