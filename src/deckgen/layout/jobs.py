"""Texts to be fitted: each job knows how to set itself at a size; a deck's jobs agree on sizes.

DESIGN.md 8.3: balance lines; the next step of the role's ladder, the same for all slides of the kind; the look's spare room; a break
in an overlong word of a title; (split, by the compiler); error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace

from ..findings import Span
from ..records import dataclass
from ..scene.items import Fit, Paragraph, Text
from ..theme.records import TypeStyle
from ..typeset.fit import balance, divide
from ..typeset.paragraph import Lines, Para, overlong, set_paragraphs
from ..units import Box, points, to_points

SAFETY = 0.6  # pt of height kept free (typesetting.md section 6)

PROBLEMS = 100  # texts that don't fit, after which fitting stops
LEAST = {"stage": (24, 18), "room": (18, 14), "read": (12, 10)}
"""Least sizes by profile: body, other text (points)."""

Setter = Callable[[int], tuple[tuple[Paragraph, ...], tuple[Para, ...]]]


@dataclass(slots=True)
class TextJob:
    """One text in one box.

    `setter(size)` gives the paragraphs to be written and those to be measured.  `key` groups jobs that share a size.  `width` and
    `height` are what the text may use, in points.  After `settle` the result stands in `text` and `result`.
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
    slide: str = ""
    balanced: bool = False
    title: bool = False
    spare: tuple[float, float] = (0.0, 0.0)
    anchor: str | None = None
    step: int = 0
    spared: bool = False
    hyphen: tuple[str, str] | None = None
    text: Text | None = None
    result: Fit | None = None
    trouble: str = ""
    _cache: dict[tuple[int, bool], Lines | None] = field(default_factory=dict)
    _last: tuple[int, tuple[tuple[Paragraph, ...], tuple[Para, ...]]] | None = None

    def lines(self, size: int, spare: bool = False) -> Lines | None:
        """The text's lines at `size`, or None when a unit is wider than the line."""
        key = (size, spare)
        if key not in self._cache:
            width = self.width + (self.spare[0] if spare else 0.0)
            self._cache[key] = set_paragraphs(self._measured(size), size, width)
        return self._cache[key]

    def fits(self, size: int, spare: bool = False) -> bool:
        """Whether the text stays in its box at `size` points."""
        lines = self.lines(size, spare)
        if lines is None:
            return False
        room = self._room(spare)
        # one line in a box that was drawn for it needs no safety: there is no break to be wrong about
        return lines.height <= room or (lines.count == 1 and lines.height <= room + SAFETY + 0.05)

    def fits_somehow(self) -> bool:
        """Whether there is a size that fits; the smallest mostly does."""
        return any(self.fits(size) for size in reversed(self.sizes))

    def _room(self, spare: bool) -> float:
        return self.height + (self.spare[1] if spare else 0.0) - SAFETY

    def _set(self, size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """The paragraphs at `size`; the size tried last is mostly the one that is taken."""
        if self._last is None or self._last[0] != size:
            self._last = (size, self.setter(size))
        return self._last[1]

    def _measured(self, size: int) -> tuple[Para, ...]:
        paras = self._set(size)[1]
        return _divided_paras(paras, self.hyphen) if self.hyphen else paras

    def settle(self, step: int) -> None:
        """Set the text at step `step`, with what remedies are left if it doesn't fit there."""
        size = self.sizes[step]
        if not self.fits(size):
            last = self.sizes[-1]
            if any(self.spare) and self.fits(last, True):
                self.spared, size = True, last
            else:
                size = last
                self._divide(size)
                if not self.fits(size, any(self.spare)):
                    self.trouble = self._explain(size)
                else:
                    self.spared = not self.fits(size)
        self._finish(size)

    def _divide(self, size: int) -> None:
        word = overlong(self._measured(size), size, self.width)
        if word is None:
            return
        span = self._measured(size)[0].spans[0]
        parts: tuple[str, str] | None = None
        if "/" in word[1:-1]:
            cut = word.index("/", 1) + 1
            parts = (word[:cut], word[cut:])
        elif self.title:
            found = divide(word, self.lang, span.measure, size, self.width, span.tracking)
            parts = (found[0].rstrip("-") + "-", found[1]) if found else None
        if parts is not None:
            self.hyphen = parts
            self._cache.clear()

    def _explain(self, size: int) -> str:
        lines = self.lines(size)
        if lines is None:
            word = overlong(self._measured(size), size, self.width) or ""
            shown = word if len(word) <= 40 else word[:37] + "..."
            return (
                f"the word {shown!r} is wider than its box at {size} pt; shorten it or mark a break with \\-"
            )
        words = sum(len(s.text.split()) for p in self._measured(size) for s in p.spans)
        over = lines.height - self._room(False)
        cut = max(1, round(words * over / max(lines.height, 1.0) + 0.49))
        return (
            f"the text needs {lines.height:.0f} pt at {size} pt and has {self.height:.0f} pt:"
            f" cut about {cut} of {words} words"
        )

    def _finish(self, size: int) -> None:
        paragraphs, paras = self._set(size)
        self._last = None
        if self.hyphen:
            paragraphs = _divided_scene(paragraphs, self.hyphen)
            paras = _divided_paras(paras, self.hyphen)
        lines = self.lines(size, self.spared)
        insets = None
        if self.balanced and lines is not None and 1 < lines.count <= 6:
            right = balance(paras, size, self.width + (self.spare[0] if self.spared else 0.0), self.lang)
            if right > 0:
                insets = (0, 0, points(right), 0)
        self.text = Text(paragraphs, insets=insets)
        self.result = Fit(
            size=size,
            wanted=self.sizes[0],
            lines=lines.count if lines else 0,
            height=lines.height if lines else 0.0,
            room=self._room(self.spared) + SAFETY,
            width=lines.width if lines else 0.0,
        )


def _divided_paras(paras: Sequence[Para], parts: tuple[str, str]) -> tuple[Para, ...]:
    whole = _bare(parts)
    result = []
    for para in paras:
        spans = tuple(
            type(s)(
                s.text.replace("\u00ad", "").replace(whole, "\v".join(parts), 1),
                s.measure,
                s.scale,
                s.tracking,
            )
            for s in para.spans
        )
        result.append(
            Para(
                spans,
                indent=para.indent,
                first_indent=para.first_indent,
                before=para.before,
                leading=para.leading,
                subscript=para.subscript,
                scale=para.scale,
                tab=para.tab,
            )
        )
    return tuple(result)


def _bare(parts: tuple[str, str]) -> str:
    head = parts[0][:-1] if parts[0].endswith("-") else parts[0]
    return head + parts[1]


def _divided_scene(paragraphs: Sequence[Paragraph], parts: tuple[str, str]) -> tuple[Paragraph, ...]:
    whole = _bare(parts)
    return tuple(
        replace(
            p,
            runs=tuple(
                replace(r, text=r.text.replace("\u00ad", "").replace(whole, "\v".join(parts), 1))
                for r in p.runs
            ),
        )
        for p in paragraphs
    )


def ladder(style: TypeStyle, first: int, profile: str, body: bool) -> tuple[int, ...]:
    """The sizes to try, largest first: the role's ladder from `first` on, or whole points down to the profile's least size."""
    least = LEAST[profile][0 if body else 1]
    steps = [s for s in style.ladder if s <= first] or []
    if first not in steps:
        steps = [first, *steps]
    if len(style.ladder) < 2:
        steps = list(range(first, min(first, least) - 1, -1))
    kept = [s for s in steps if s >= least] or [steps[0]]
    return tuple(kept)


def settle_all(jobs: Sequence[TextJob]) -> None:
    """Fit all jobs; those of one group get the same step: the smallest that any of them needs.

    Stops after PROBLEMS texts that don't fit: nothing can be drawn then.
    """
    groups: dict[tuple[str, ...], list[TextJob]] = {}
    troubles = 0
    for job in jobs:
        groups.setdefault((*job.key, str(job.sizes)), []).append(job)
    for group in groups.values():
        step, last = 0, len(group[0].sizes) - 1
        for job in group:
            while step < last and not job.fits(job.sizes[step]):
                step += 1
            if step == last:
                break
        for job in group:
            job.settle(step)
            troubles += bool(job.trouble)
            if troubles == PROBLEMS:
                return


def inner(box: Box, mask: str = "") -> tuple[float, float]:
    """Width and height in points that a text may use within a shape: an ellipse's text rectangle is its inscribed one."""
    share = 0.70710678 if mask == "ellipse" else 1.0
    return to_points(box.w) * share, to_points(box.h) * share
