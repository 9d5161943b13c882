"""A talk without what its duration leaves no time for (`length` says what that is)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..findings import Findings
from ..records import replace
from .dead_links import unlinked
from .duration import Duration
from .keys import CommonKeys
from .length import Cut, Path, cut_of, without
from .length_report import report
from .slide import Slide, SlideList
from .spare import without_items
from .talk import Talk
from .timetable import agenda_beside, budgets, timetable


def in_time(
    talk: Talk, again: Callable[[Mapping[str, int]], Talk | None], findings: Findings, keep_hidden: bool
) -> tuple[Talk, Cut | None]:
    """`talk` as its duration leaves time for it, and what that took; `again` reads it with other numbers of points in its series.

    A talk that can't be so short stays as it is, with an error in `findings`.
    """
    cut = cut_of(talk, findings)
    if cut is None:
        return talk, None
    whole = talk
    if cut.counts and (read := again(cut.counts)) is not None:
        info = replace(read.info, duration=talk.info.duration)
        whole = replace(talk, info=info, slides=_with_ids(read.slides, talk.slides))
    return shortened(whole, cut, findings, keep_hidden), cut


def _with_ids(slides: tuple[Slide, ...], before: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """`slides`, read with other counts, by the ids that they had `before`: titles that name a count make no other slides."""
    result = []
    for slide, old in zip(slides, before, strict=True):
        content: Any = slide.content
        if points := getattr(content, "points", ()):
            was: Any = old.content
            content = replace(
                content, points=tuple(_with_inner(p, o) for p, o in zip(points, was.points, strict=True))
            )
        result.append(replace(slide, id=old.id, content=content))
    return tuple(result)


def _with_inner(point: Any, before: Any) -> Any:
    if point.slides is None:
        return point
    return replace(point, slides=SlideList(_with_ids(point.slides.slides, before.slides.slides)))


def shortened(talk: Talk, cut: Cut, findings: Findings, keep_hidden: bool = False) -> Talk:
    """`talk` as `cut` says; the slides that go stay hidden if `keep_hidden`.  What was done is an info in `findings`.

    Links to slides that are gone become plain words, or are errors (`dead_links`).
    """
    slides = [_slide(slide, (n,), cut, keep_hidden) for n, slide in enumerate(talk.slides)]
    kept = tuple(s for s in slides if s is not None)
    links = talk.links
    lost = cut.ids
    if keep_hidden:
        lost = frozenset() if cut.sections else lost & {"agenda"}
    if any(target in lost for target, _ in links):
        kept = unlinked(kept, lost, cut.gone, findings)
        links = tuple(link for link in links if link[0] not in lost)
    findings.add(report(cut, keep_hidden))
    info = talk.info
    if info.agenda == "once" and agenda_beside(talk) is None:
        info = replace(
            info, agenda="off"
        )  # the talk has an agenda of its own: if that goes, none comes in its place
    return _budgeted(replace(talk, slides=kept, links=links, info=info))


def _slide(slide: Slide, path: Path, cut: Cut, keep_hidden: bool, around: bool = False) -> Slide | None:
    """The slide as it stands in the shortened talk, None if it doesn't; `around` says that what it belongs to goes."""
    gone = around or path in cut.slides
    if gone and (not keep_hidden or (slide.kind == "agenda" and not cut.sections)):
        return None  # an agenda of nothing isn't worth keeping
    content: Any = slide.content
    points = getattr(content, "points", ())
    if points:
        numbered = [
            _point(p, f"{slide.id}/{n + 1}", (*path, n), cut, keep_hidden, gone) for n, p in enumerate(points)
        ]
        content = replace(content, points=tuple(p for p in numbered if p is not None))
    if path in cut.items:
        content = without_items(content, cut.items[path])
    keys = _keys(slide.keys, path, cut, gone)
    return replace(slide, content=content, keys=keys, dropped=gone)


def _point(point: Any, ident: str, path: Path, cut: Cut, keep_hidden: bool, around: bool) -> Any:
    """A point keeps the id that it has in the whole talk: links lead to it by that."""
    gone = around or path in cut.slides
    if gone and not keep_hidden:
        return None
    slides = point.slides
    if slides is not None:
        inner = [_slide(s, (*path, n), cut, keep_hidden, gone) for n, s in enumerate(slides.slides)]
        left = tuple(s for s in inner if s is not None)
        slides = SlideList(left) if left else None
    keys = point.keys
    if gone or path in cut.notes or path in cut.times:
        keys = _keys(keys or CommonKeys(), path, cut, gone)
    return replace(point, id=point.id or ident, slides=slides, keys=keys, dropped=gone)


def _keys(keys: CommonKeys, path: Path, cut: Cut, gone: bool) -> CommonKeys:
    if gone:
        return replace(keys, hidden=True)
    if path in cut.notes:
        keys = replace(keys, notes=without(keys.notes, cut.notes[path]))
    if path in cut.times:
        span = keys.time.span if keys.time is not None else None
        keys = replace(keys, time=Duration(cut.times[path], span))
    return keys


def _budgeted(talk: Talk) -> Talk:
    """Sections whose slides take less than their budget now get what these take: that is what agendas say of them."""
    less = {
        b.slide.id: Duration(b.seconds, b.allowed.span)
        for b in budgets(timetable(talk))
        if b.slide is not None and b.slide.kind == "section" and 0 < b.seconds < b.allowed.seconds
    }
    slides = tuple(
        replace(s, keys=replace(s.keys, time=less[s.id])) if s.kind == "section" and s.id in less else s
        for s in talk.slides
    )
    return replace(talk, slides=slides)
