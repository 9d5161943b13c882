"""What stands below a text follows its real bottom, and what stands below that gives way.

A placeholder with `below: ROLE` begins `below-gap` under the last line of that role's text.  Where it then reaches into the content
(a subtitle under a title of two lines), the content is squeezed: its top goes down to clear the text, its bottom may use what is
free below, and all between follows evenly.  A table or chart with `below` begins lower where the text comes near.  Spare room ends where another item begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..records import replace
from ..typeset.refusals import needs, to_cut
from ..units import Box, points, to_points
from .jobs import settle_all
from .placed import GRAPHICS, Placed, Spot

NEAR = points(3)  # a follower that would stand this near to its layout's place stays there
CLEAR = points(9)  # between a follower's last line and the content
FOOT = ("source", "credit")
AT_THE_FOOT, IN_THE_WAY = "above the slide's foot", "between the title and the drawing"
TIGHTEST = 0.6  # share of their height that headings keep while the content below them stays in its place
POINT = points(1)
SIDE = points(6)  # between spare room and what stands beside it


def stack(slides: Sequence[Placed]) -> None:
    """Fit the texts that others follow, put the followers below them, let the content give way.

    All slides together, since the texts of one look share their sizes.
    """
    for placed in slides:
        _trim(placed)
    waiting = [
        (p, s) for p in slides for s in p.spots
        if s.spec is not None and s.spec.below and (s.job or s.role in GRAPHICS)
    ]  # fmt: skip
    pushers = {s.job.key for p in slides for s in p.spots if s.spec is not None and s.spec.push and s.job}
    if pushers:
        settle_all([job for placed in slides for job in placed.jobs if job.key in pushers])
    levels = _levels(waiting)
    for level in range(max(levels.values(), default=-1) + 1):
        keys = {key for key, own in levels.items() if own == level}
        settle_all([job for placed in slides for job in placed.jobs if job.key in keys])
        for placed, spot in list(waiting):
            base = _base(spot, placed)
            if base is not None and base.job is not None and base.job.text is not None:
                _follow(spot, base)
                waiting.remove((placed, spot))
    for placed in slides:
        _give_way(placed)


def _base(spot: Spot, placed: Placed) -> Spot | None:
    """The text that `spot` follows on this slide; where that is missing, what that would follow."""
    spec, seen = spot.spec, {spot.role}
    while spec is not None and spec.below and spec.below not in seen:
        role = spec.below
        seen.add(role)
        found = next((s for s in placed.spots if s.role == role and s.job and not s.hidden), None)
        if found is not None:
            return found
        spec = placed.look.placeholder(role)
    return None


def _levels(followers: Iterable[tuple[Placed, Spot]]) -> dict[tuple[str, ...], int]:
    """How many texts stand above the texts of each key, at most: 0 for those that are followed alone."""
    levels: dict[tuple[str, ...], int] = {}
    for placed, spot in followers:
        tower: list[Spot] = []
        at: Spot | None = spot
        while at is not None and at not in tower:
            tower.append(at)
            at = _base(at, placed)
        for level, member in enumerate(reversed(tower)):
            if member.job is not None:
                levels[member.job.key] = max(level, levels.get(member.job.key, 0))
    return levels


def bottom_of(spot: Spot) -> int:
    """Where the last line of a settled text ends (EMU)."""
    job = spot.job
    assert job is not None and job.result is not None
    height, box = points(job.result.height), spot.final
    anchor = spot.spec.text.anchor if spot.spec is not None and spot.spec.text is not None else "top"
    return {"top": box.y + height, "middle": box.y + (box.h + height) // 2, "bottom": box.bottom}[anchor]


def _follow(spot: Spot, base: Spot) -> None:
    assert spot.spec is not None
    y = bottom_of(base) + spot.spec.below_gap
    if spot.job is None:  # a table or chart keeps its bottom, and its top where nothing comes near
        if y > spot.box.y:
            spot.move(Box(spot.box.x, y, spot.box.w, spot.box.bottom - y))
        return
    if abs(y - spot.box.y) <= NEAR:
        return
    # its bottom stays where a line has room above it
    line = points(spot.job.style.leading)
    height = spot.box.bottom - y
    spot.move(Box(spot.box.x, y, spot.box.w, height if height >= line else spot.box.h))


def _across(a: Box, b: Box) -> bool:
    """Whether two boxes share some width."""
    return min(a.right, b.right) - max(a.x, b.x) > points(1)


def _upright(box: Box) -> Box:
    """A line's box with positive width and height."""
    return Box(min(box.x, box.right), min(box.y, box.bottom), abs(box.w), abs(box.h))


def _give_way(placed: Placed) -> None:
    """Squeeze the content below the followers, and above a support text that reaches into it."""
    followers = [
        s
        for s in placed.spots
        if s.spec is not None and (s.spec.below or s.spec.push) and s.job and s.job.result
    ]
    heads = {f.role for f in followers}
    for follower in followers:
        base = follower if follower.spec is not None and follower.spec.push else _base(follower, placed)
        if base is None or follower.job is None or follower.job.result is None or follower.job.trouble:
            continue  # what doesn't fit itself pushes nothing down
        end = bottom_of(follower)
        text = replace(follower.box, w=points(follower.job.result.width))
        content = [
            s
            for s in placed.spots
            if s.role not in heads | {base.role}
            and not s.page
            and not _bleeds(s.box)
            and _upright(s.box).y > base.box.y
        ]
        met = [s for s in content if _meets(_ink(s), text, follower.box.y, end)]
        feet = [_ink(s).y for s in met if s.role in FOOT]
        if feet:  # what stands at the slide's foot can't be pushed down
            follower.job.trouble = _no_room(follower, base, min(feet), AT_THE_FOOT)
            continue
        if met:
            top = min(_upright(s.box).y for s in met)
            # what begins beside it, but for the tenths by which boxes of different type are set off
            top = min([y for s in content if not s.role and top - NEAR <= (y := _upright(s.box).y)] + [top])
            if any(not s.role and _upright(s.box).y < top for s in content):
                # a drawing that rises beside the text can't be pushed down
                follower.job.trouble = _no_room(follower, base, top, IN_THE_WAY)
                continue
            tall = [b for s in content if (b := _upright(s.box)).y >= top and (s in met or not s.role)]
            low, new = _room(tall, placed, top, end + CLEAR)
            if new - (end + CLEAR) < TIGHTEST * (low - top):  # what stands below gives way too
                ends = (*FOOT, "support")
                rest = [b for s in content if s.role not in ends and (b := _upright(s.box)).y >= top]
                tall = rest or tall
                low, new = _room(tall, placed, top, end + CLEAR)
            _squeeze(content, top, low, end + CLEAR, new)
    support = next((s for s in placed.spots if s.role == "support" and s.role not in heads and s.job), None)
    if support is not None:
        _clear_foot(support, placed)


def _no_room(follower: Spot, base: Spot, limit: int, where: str) -> str:
    """Says what a text and the one above it need down to `limit` (EMU), both from the first one's top, and how much of both to cut.

    `base` is the text itself where it follows none.
    """
    job, above = follower.job, base.job
    assert job is not None and job.result is not None and above is not None and above.result is not None
    top = bottom_of(base) - points(above.result.height)
    needed, room = to_points(bottom_of(follower) - top), to_points(limit - top)
    paras = job.measured(job.result.size)
    if base is not follower:
        paras = (*above.measured(above.result.size), *paras)
    cut, words = to_cut(paras, needed, room)
    subject, whose = ("the text", "") if base is follower else (f"with {base.role} it", " of both")
    return f"{needs(subject, needed, job.result.size, room)} {where}: cut about {cut} of {words} words{whose}"


def _room(tall: Sequence[Box], placed: Placed, top: int, start: int) -> tuple[int, int]:
    """Where these boxes end, and where they may end when they begin at `start` in place of `top`."""
    low = max(b.bottom for b in tall)
    below = [y for s in placed.spots if (y := _upright(s.box).y) >= low - points(1)]
    return low, max(low, min([low + start - top, max(low, placed.floor), *below]))


def _clear_foot(support: Spot, placed: Placed) -> None:
    """Shapes end above a support text at the foot; placeholders have an alternative for that (`when: {slot: support}`)."""
    job = support.job
    lines = job.lines(job.sizes[0]) if job is not None else None
    if lines is None or support.spec is None or support.spec.text is None:
        return
    anchor, high = support.spec.text.anchor, min(points(lines.height), support.box.h)
    y = support.box.y if anchor == "top" else support.box.bottom - high
    text = replace(support.box, w=min(points(lines.width), support.box.w))
    rows = [
        s for s in placed.spots if not s.role and not s.page and not _bleeds(s.box) and _upright(s.box).y < y
    ]
    if any(_meets(_upright(s.box), text, y - CLEAR // 2, y + high) for s in rows):
        top, low = min(_upright(s.box).y for s in rows), max(_upright(s.box).bottom for s in rows)
        _squeeze(rows, top, low, top, y - CLEAR)


def _ink(spot: Spot) -> Box:
    """Its box; of a label that stands at the bottom of its box the part that its lines need."""
    box, job = _upright(spot.box), spot.job
    lines = job.lines(job.sizes[0]) if job is not None and job.anchor == "bottom" else None
    high = min(points(lines.height), box.h) if lines is not None else box.h
    return Box(box.x, box.bottom - high, box.w, high)


def _meets(box: Box, text: Box, top: int, low: int) -> bool:
    """Whether a box reaches into a text's columns between two heights."""
    return box.y < low and box.bottom > top and _across(box, text)


def _bleeds(box: Box) -> bool:
    """Whether it covers the slide's whole width or height: a picture or a scrim behind all."""
    box = _upright(box)
    return box.w >= 12_000_000 or (box.y <= 0 and box.bottom >= 6_850_000)


def _squeeze(content: Sequence[Spot], top: int, low: int, start: int, end: int) -> None:
    """Map heights of what stands within [top, low] to [start, end]."""
    scale = (end - start) / (low - top) if low > top else 1.0

    def at(y: int) -> int:
        return y if y > low else round(start + (y - top) * scale)

    for spot in content:
        upright = _upright(spot.box)
        if not top <= upright.y < low:
            continue
        least = _least(spot)
        if least:
            high = min(upright.h, max(round(upright.h * scale), least))
            y = at(upright.y + upright.h // 2) - high // 2
            spot.move(replace(spot.box, y=min(max(y, start), max(start, end - high)), h=high))
        else:
            y = at(spot.box.y)
            spot.move(Box(spot.box.x, y, spot.box.w, at(spot.box.y + spot.box.h) - y))


def _least(spot: Spot) -> int:
    """The least height of what stays centred in its place: all of what is round, a line of the least size; 0 for all else."""
    if spot.round:
        return spot.box.h
    job = spot.job
    if job is not None and spot.box.h < points(1.6 * job.style.leading):
        return points(job.sizes[-1] * job.style.ratio + 1)
    return 0


def _trim(placed: Placed) -> None:
    """Spare room ends before what stands beside or below it on this slide; a line at the foot ends before the footer's text."""
    for spot in placed.spots:
        job = spot.job
        if job is None or spot.hidden:
            continue
        for foot in placed.chrome:
            room = (foot.x - spot.box.x if job.align == "left" else spot.box.right - foot.right) - SIDE
            if _beside(spot.box, foot) and job.align != "center" and spot.box.w // 2 < room < spot.box.w:
                spot.narrow(spot.box.w - room)
        if any(job.spare):
            job.spare = _spare(spot, placed)


def _beside(a: Box, b: Box) -> bool:
    """Whether two boxes share some height."""
    return min(a.y + a.h, b.y + b.h) - max(a.y, b.y) > POINT


def _spare(spot: Spot, placed: Placed) -> tuple[float, float]:
    """Width and height (points) that are free beside and below a text."""
    job, box = spot.job, spot.box
    assert job is not None
    wide, high = (points(v) for v in job.spare)
    others = [_upright(s.box) for s in placed.spots if s is not spot and not s.hidden]
    for other in (*others, *placed.chrome):
        if _beside(box, other) and job.align != "center":
            room = other.x - box.right if job.align == "left" else box.x - other.right
            if room > -points(1):
                wide = min(wide, max(0, room - SIDE))
        if _across(box, other) and other.y >= box.bottom - points(1):
            high = min(high, max(0, other.y - box.bottom))
    return to_points(wide), to_points(high)
