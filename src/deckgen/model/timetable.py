"""When each slide of a talk comes and how long it takes: what the outline, agendas and budgets say is counted here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..records import dataclass, replace
from .duration import Duration
from .keys import CommonKeys
from .slide import Slide
from .talk import Talk
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
    """The slides in order, without agendas that deckgen adds; `seconds` gives a slide's own time."""
    own = seconds or (lambda slide: planned(slide.keys, slide.kind, talk.lang, talk.info.pace))
    result: list[Timed] = []
    section = ""
    for slide in talk.slides:
        if slide.kind == "section":
            section = slide.id
        elif slide.kind == "closing":
            section = ""
        result += _timed(slide, section, (), 0, own)
    return tuple(result)


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
