"""When each slide of a talk comes and how long it takes: what the outline, agendas and budgets say is counted here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..findings import Span
from ..records import dataclass, replace
from .duration import Duration
from .keys import CommonKeys
from .labels import Labels
from .slide import Slide
from .talk import Talk
from .text import RichText
from .times import planned

RECAP = 15.0  # seconds


@dataclass(frozen=True, slots=True)
class Timed:
    """A slide with its planned seconds (0 where it is hidden or none is made), its section's and its series' id ("" outside of one).

    Of a series there are its overview, each point and its recap; `slide` of a point has the kind "point" and the point as content.
    `depth` counts series around it; `shown` says whether there is such a slide.
    """

    slide: Slide
    id: str
    kind: str
    seconds: float
    section: str
    series: tuple[str, ...] = ()
    depth: int = 0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A section or series with `time`, or the talk (no slide) with `duration`: seconds planned for all in it, what is allowed."""

    slide: Slide | None
    seconds: float
    allowed: Duration


def timetable(talk: Talk, seconds: Callable[[Slide], float] | None = None) -> tuple[Timed, ...]:
    """The slides in order, with the agendas that deckgen adds; `seconds` gives a slide's own time."""
    own = seconds or (lambda slide: planned(slide.keys, slide.kind, talk.lang, talk.info.pace))
    result: list[Timed] = []
    section = ""
    once = agenda_beside(talk) if talk.info.agenda == "once" else None
    each = talk.info.agenda == "each-section"
    for slide in talk.slides:
        if slide is once and slide.kind == "section":
            result.append(_agenda("agenda", slide.span, section, own))
        if slide.kind == "section" and not slide.dropped:
            section = slide.id
        elif slide.kind == "closing":
            section = ""
        result += _timed(slide, section, (), 0, own)
        if slide.kind == "section" and each and not slide.dropped:
            result.append(_agenda(f"agenda/{slide.id}", slide.span, section, own))
        elif slide is once and slide.kind == "cover":
            result.append(_agenda("agenda", slide.span, section, own))
    return tuple(result)


def agenda_beside(talk: Talk) -> Slide | None:
    """The slide beside which the talk's one agenda comes: after its cover, else before its first section; none if it has its own."""
    sections = [s for s in talk.slides if s.kind == "section" and not s.dropped]
    if not sections or any(s.kind == "agenda" for s in talk.slides):
        return None
    return next((s for s in talk.slides if s.kind == "cover" and not s.dropped), sections[0])


def _agenda(ident: str, span: Span, section: str, own: Callable[[Slide], float]) -> Timed:
    slide = Slide("agenda", None, CommonKeys(), ident, span, generated=True)
    return Timed(slide, ident, "agenda", own(slide), section)


def _timed(
    slide: Slide, section: str, series: tuple[str, ...], depth: int, own: Callable[[Slide], float]
) -> Iterator[Timed]:
    points = getattr(slide.content, "points", ())
    if not points:
        shown = bool(getattr(slide.content, "divider", True))
        seconds = own(slide) if shown and not slide.keys.hidden else 0.0
        yield Timed(slide, slide.id, slide.kind, seconds, section, series, depth, shown)
        return
    show = getattr(slide.content, "show", ())
    inner = (*series, slide.id)
    visible = not slide.keys.hidden
    overview = "overview" in show
    yield Timed(
        slide, slide.id, slide.kind, own(slide) if overview and visible else 0.0, section, inner, depth, overview
    )  # fmt: skip
    for number, point in enumerate(points if "each" in show else (), 1):
        keys = point.keys or CommonKeys()
        base = Slide(
            kind="point", content=point, keys=keys, id=point.id or f"{slide.id}/{number}", span=point.span
        )
        seconds = 0.0 if keys.hidden else own(base)
        yield Timed(base, base.id, "point", seconds, section, inner, depth + 1)
        for deeper in point.slides.slides if point.slides is not None else ():
            yield from _timed(deeper, section, inner, depth + 2, own)
    if "recap" in show:
        recap = replace(slide, keys=replace(slide.keys, notes=None, id=None))
        yield Timed(recap, f"{slide.id}/recap", "recap", RECAP if visible else 0.0, section, inner, depth + 1)


def budgets(rows: tuple[Timed, ...], duration: Duration | None = None) -> tuple[Budgeted, ...]:
    """The sections and series that have a budget, in order; the talk, where `duration` says how long it may take."""
    result = []
    for row in rows:
        slide = row.slide
        if slide.keys.time is None or row.kind not in ("section", "points"):
            continue
        within = (
            r.seconds
            for r in rows
            if (slide.id == r.section if row.kind == "section" else slide.id in r.series)
        )
        result.append(Budgeted(slide, sum(within), slide.keys.time))
    if duration is not None:
        result.append(Budgeted(None, sum(row.seconds for row in rows), duration))
    return tuple(result)


def slide_title(slide: Slide, talk: Talk) -> str:
    """What a slide is called: its title, else its content where that is the title, else the talk's title."""
    value: object
    if slide.kind == "point":
        point: Any = slide.content
        value = point.point or point.lead or point.text
    else:
        value = slide.keys.title or getattr(slide.content, slide.kind, None)
    text = value.plain if isinstance(value, RichText) else ""
    if not text and slide.kind == "cover":
        text = talk.info.title.plain
    if not text and slide.kind == "agenda":
        text = Labels(talk.lang, talk.info.labels)["agenda"]
    return text.replace("\v", " ").replace("\u00ad", "")
