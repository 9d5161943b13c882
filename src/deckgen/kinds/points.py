"""A numbered series: an overview of all, a slide for each point with progress, drill-down slides, a recap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fields import described
from ..layout.draft import Draft, ItemSlots
from ..model.items import Item
from ..model.picture import PictureRef
from ..model.slide import CommonKeys, Slide, SlideList
from ..model.text import Paragraph, RichText, Run, plain_text
from ..model.timetable import RECAP
from ..records import dataclass
from ._kind import Context, SlideKind, draft, item_slots, joined, whole

PARTS = ("overview", "each", "recap")


@dataclass(frozen=True, slots=True)
class Point(Item):
    """A point of the series; it may carry the common keys for its own slide."""

    point: RichText | None = described("the point as a sentence; it is the slide's title", default=None)
    short: RichText | None = described("a label for the overview", default=None)
    id: str | None = described("the id of the point's slide, for links", default=None)
    image: PictureRef | None = described("a picture beside the point", default=None)
    priority: str = described(
        "what may go when time is short", default="must", choices=("must", "should", "could")
    )
    tags: tuple[str, ...] = described("words by which slides are chosen", default=())
    aspects: tuple[Item, ...] = described("`Lead: text` lines below the point", default=())
    slides: SlideList | None = described("slides that go deeper into the point", default=None)
    keys: CommonKeys | None = None
    dropped: bool = False  # its slide stands only hidden in this version of the talk


@dataclass(frozen=True, slots=True)
class Points:
    """The points, and which slides the series makes."""

    points: tuple[Point, ...] = described("the points, in order", content=True)
    show: tuple[str, ...] = described("which slides are made: overview, each, recap", default=PARTS)


def headline(point: Point) -> RichText:
    """The point's sentence: `point`, else its lead, else its text."""
    return point.point or point.lead or point.text or plain_text("", point.span)


def support(point: Point) -> RichText | None:
    """The text below the sentence, where that is not the text itself."""
    if point.point is not None and point.lead is not None:
        return whole(point)
    return point.text if point.point is not None or point.lead is not None else None


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """Overview, a slide for each point with its drill-down slides, recap; numbers count what is there."""
    content = slide.content
    assert isinstance(content, Points)
    wrong = [s for s in content.show if s not in PARTS]
    if wrong or not content.show:
        context.findings.error(
            "wrong-value",
            f"`show` knows overview, each and recap, not {wrong[0]!r}" if wrong else "`show` is empty",
            slide.span,
            "write `show: [overview, each, recap]`",
        )
    points = tuple(p for p in content.points if not p.dropped) or content.points
    count = len(points)
    ids = [point.id or f"{slide.id}/{n}" for n, point in enumerate(points, 1)]
    each = "each" in content.show
    items = tuple(
        ItemSlots(
            {
                "number": plain_text(str(n), point.span),
                "label": point.short or headline(point),
                "text": headline(point),
            },
            target=ids[n - 1] if each else "",
            span=point.span,
        )
        for n, point in enumerate(points, 1)
    )
    result: list[Draft] = []
    title = slide.keys.title
    above = None
    if "overview" not in content.show:
        _nothing_lost(slide, context)
        above = slide.keys.short or title
    if "overview" not in content.show and "recap" not in content.show:
        _title_lost(slide, points, context)
    for point in points:
        _point_shown(point, context, each)
    if "overview" in content.show:
        result.append(
            draft(
                slide,
                "points",
                title,
                context,
                id=f"{slide.id}/overview",
                items=items,
                count=count,
                series=slide.id,
            )
        )
    if each:
        n = 0
        for place, point in enumerate(content.points, 1):
            if point.dropped and points is not content.points:  # hidden, with its number in the whole series
                ident = point.id or f"{slide.id}/{place}"
                made = _one(slide, point, place, len(content.points), ident, above, context)
                result.append(replace(made, stop=0))
            else:
                n += 1
                result.append(_one(slide, point, n, count, ids[n - 1], above, context))
            if point.slides is not None:
                for inner in point.slides.slides:
                    result += [replace(d, series=d.series or slide.id) for d in context.compose(inner)]
    if "recap" in content.show:
        label = context.labels_of(slide)["recap"]
        # breaks that the title's author marked are for the title alone
        parts = [plain_text(f"{label}:"), title] if title is not None else [plain_text(label)]
        alt = slide.keys.alt if slide.keys.image is None else None  # the picture's words stay with it
        keys = replace(
            slide.keys, notes=None, text=None, kicker=None, subtitle=None, image=None, source=None, alt=alt
        )
        recap = replace(slide, keys=keys)
        result.append(
            draft(
                recap,
                "points-recap",
                joined(parts, " ", slide.span),
                context,
                id=f"{slide.id}/recap",
                items=items,
                count=count,
                series=slide.id,
                generated=True,
                seconds=RECAP,
            )
        )
    return result


def _nothing_lost(slide: Slide, context: Context) -> None:
    """What stands beside `points` is shown on the overview; without one it is an error."""
    keys = slide.keys
    for name in ("subtitle", "kicker", "text", "image", "source", "notes"):
        if getattr(keys, name) is not None:
            span = getattr(getattr(keys, name), "span", slide.span)
            context.findings.error(
                "slot-lost",
                f"`{name}` stands on the overview of the points, and `show` leaves that out",
                span,
                "move it to a point, or add `overview` to `show`",
            )


def _point_shown(point: Point, context: Context, each: bool) -> None:
    """A point's sentence is its title; without slides for each point nothing else of it would be seen."""
    keys = point.keys or CommonKeys()
    if keys.title is not None:
        context.findings.error(
            "two-titles", "a point is its slide's title", keys.title.span, "use `kicker` or `subtitle`"
        )
    if each:
        return
    below = bool(point.aspects or point.children or point.slides or point.image or support(point))
    if below or any((keys.notes, keys.subtitle, keys.kicker, keys.text, keys.image, keys.source)):
        context.findings.error(
            "slot-lost",
            "what stands beside this point would be on its own slide, and `show` leaves that out",
            point.span,
            "add `each` to `show`, or keep the point alone",
        )


def _title_lost(slide: Slide, points: Sequence[Point], context: Context) -> None:
    """The title of a series without overview and recap stands as kicker on the slides of its points."""
    title = slide.keys.title
    if title is not None and all(p.keys is not None and p.keys.kicker is not None for p in points):
        context.findings.error(
            "slot-lost",
            "the title of the points would stand above each, and each has a `kicker` of its own",
            title.span,
            "take it out, or add `overview` to `show`",
        )


def _one(
    slide: Slide, point: Point, n: int, count: int, ident: str, above: RichText | None, context: Context
) -> Draft:
    """The slide of a point; `above` is the series' title where no overview shows it: the kicker, if the point has none."""
    keys = point.keys or CommonKeys()
    text = support(point)
    keys = replace(keys, text=text if text is not None else keys.text, image=point.image or keys.image)
    own = Slide(kind=slide.kind, content=point, keys=keys, id=ident, span=point.span)
    before, apart, after = context.labels_of(slide)["counter"].replace("{count}", str(count)).partition("{n}")
    counted = (Run(before), Run(str(n) if apart else "", bold=True), Run(after))
    counter = Paragraph(tuple(r for r in counted if r.text))
    slots = {"number": plain_text(str(n), point.span), "counter": RichText((counter,), point.span)}
    body = tuple(item_slots(a) for a in (*point.aspects, *point.children))
    titled = above is not None and keys.kicker is None
    if titled and above is not None:
        slots["kicker"] = above
    look = "point-picture" if keys.image is not None else "point-aspects" if body else "point"
    return draft(
        own,
        look,
        headline(point),
        context,
        slots=slots,
        body=body,
        index=n,
        count=count,
        stop=n,
        series=slide.id,
        made=frozenset({"number", "counter"}),
        titled=titled,
        seconds=context.seconds(replace(own, kind="point")),
    )


KIND = SlideKind(
    Points,
    compose,
    "- title: Three reasons\n  points:\n    - It is simple.\n    - point: It is fast.\n      short: Fast\n    - It lasts.",
    looks=("points", "points-recap", "point", "point-aspects", "point-picture"),
)
