"""Each element of a comp beside the one of ours that says or draws the same, and what differs beyond the tolerances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from deckgen.theme.colors import difference

from .elements import Element

BOX = 2.0  # pixels at 960 of width, which are points
BASELINE = 0.5  # points
COLOR = 5.0  # CIEDE2000
LEADING = 0.5  # points
TRACKING = 0.01  # em
WIDTH = 0.3  # points of a line's width
ALPHA = 0.06
REACH = 300.0  # points: what is farther away isn't the same thing


@dataclass(frozen=True, slots=True)
class Deviation:
    """What differs: `what` is "missing", "extra", "box", "baseline", "size", "color" ...; `amount` in the unit of `what`, 0 where it has none."""

    element: str
    what: str
    ours: str
    comp: str
    amount: float = 0.0

    def __str__(self) -> str:
        return f"{self.element}: {self.what}: ours {self.ours}, comp {self.comp}"


@dataclass(slots=True)
class Comparison:
    """One comp against one slide.  `boxes`, `baselines`, `colors` hold what was measured, with the element's name."""

    name: str
    elements: int = 0
    matched: int = 0
    boxes: list[tuple[float, str]] = field(default_factory=list)
    baselines: list[tuple[float, str]] = field(default_factory=list)
    colors: list[tuple[float, str]] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)


def compare(name: str, comp: Sequence[Element], ours: Sequence[Element]) -> Comparison:
    """Match and measure.  What isn't on the slide (a thread that begins below its edge) counts on neither side."""
    result = Comparison(name)
    comp = [e for e in comp if not _outside(e)]
    rest = [e for e in ours if not _outside(e)]
    result.elements = len(comp)
    for want, have in _pairs(comp, rest):
        if have is None:
            result.deviations.append(Deviation(want.name, "missing", "-", _short(want)))
            continue
        result.matched += 1
        result.deviations += _measure(want, have, result)
    result.deviations += [Deviation(e.name, "extra", _short(e), "-") for e in rest]
    return result


def _outside(e: Element) -> bool:
    return e.kind != "background" and (e.y >= 540 or e.bottom <= 0 or e.x >= 960 or e.right <= 0)


def _short(e: Element) -> str:
    what = f"{e.text!r} at" if e.kind == "text" else e.kind
    return f"{what} {e.x:.0f},{e.y:.0f} {e.w:.0f}x{e.h:.0f}"


def _pairs(comp: Sequence[Element], rest: list[Element]) -> Iterator[tuple[Element, Element | None]]:
    """The nearest pairs of one kind first; texts go by their words, numbers by what they are.  Takes what it pairs out of `rest`."""
    near = sorted(
        (_distance(want, have), i, j)
        for i, want in enumerate(comp)
        for j, have in enumerate(rest)
        if _same(want, have) and _distance(want, have) <= REACH
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in near:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    found = [(want, rest[partner[i]] if i in partner else None) for i, want in enumerate(comp)]
    rest[:] = [e for j, e in enumerate(rest) if j not in taken]
    yield from found


def _same(want: Element, have: Element) -> bool:
    if want.kind != have.kind or want.place != have.place:
        return False
    if want.kind == "text":
        return bool(want.place) or want.text == have.text
    return _alike(want.w, have.w) and _alike(want.h, have.h)


def _alike(one: float, other: float) -> bool:
    return one <= 2 * other + BOX and other <= 2 * one + BOX


def _distance(want: Element, have: Element) -> float:
    if want.kind == "text":
        return abs(want.x + want.w / 2 - have.x - have.w / 2) + abs(want.baseline - have.baseline)
    return max(abs(a - b) for a, b in zip(_edges(want), _edges(have), strict=True))


def _edges(e: Element) -> tuple[float, float, float, float]:
    return e.x, e.y, e.right, e.bottom


def _measure(want: Element, have: Element, result: Comparison) -> Iterator[Deviation]:
    name = want.name
    if want.kind != "background":
        offset = _offset(want, have)
        result.boxes.append((offset, name))
        if offset > BOX + 0.02:
            yield Deviation(name, "box", _box(have), _box(want), offset)
        if want.kind == "text" and "height" not in want.loose | have.loose and abs(want.h - have.h) > BOX:
            yield Deviation(name, "height", f"{have.h:.1f}", f"{want.h:.1f}", abs(want.h - have.h))
    if want.kind == "text":
        yield from _type(want, have, result)
    for what, one, other in (("fill", want.fill, have.fill), ("line", want.line, have.line)):
        yield from _color(name, what, one, other, result)
    yield from _stops(want, have, result)
    if abs(want.alpha - have.alpha) > ALPHA:
        yield Deviation(name, "alpha", f"{have.alpha:.2f}", f"{want.alpha:.2f}", abs(want.alpha - have.alpha))
    if abs(want.width - have.width) > WIDTH:
        yield Deviation(name, "width", f"{have.width:g}", f"{want.width:g}", abs(want.width - have.width))
    if abs(want.radius - have.radius) > BOX:
        yield Deviation(
            name, "radius", f"{have.radius:g}", f"{want.radius:g}", abs(want.radius - have.radius)
        )
    if want.geometry and want.geometry != have.geometry:
        yield Deviation(name, "geometry", have.geometry, want.geometry)


def _offset(want: Element, have: Element) -> float:
    """How far the edges are apart.  A text's top is where its baseline asks for it, so that it is the baseline which is compared."""
    loose = want.loose | have.loose
    if want.kind != "text":
        return _distance(want, have)
    found = [0.0]
    if want.align == have.align == "c":
        found.append(abs(want.x + want.w / 2 - have.x - have.w / 2))
    if "left" not in loose:
        found.append(abs(want.x - have.x))
    if "right" not in loose:
        found.append(abs(want.right - have.right))
    return max(found)


def _box(e: Element) -> str:
    return f"{e.x:.1f},{e.y:.1f} {e.w:.1f}x{e.h:.1f}"


def _type(want: Element, have: Element, result: Comparison) -> Iterator[Deviation]:
    name = want.name
    if want.text != have.text:
        yield Deviation(name, "text", repr(have.text), repr(want.text))
    off = abs(want.baseline - have.baseline)
    result.baselines.append((off, name))
    if off > BASELINE:
        yield Deviation(name, "baseline", f"{have.baseline:.1f}", f"{want.baseline:.1f}", off)
    if want.size != have.size:
        yield Deviation(name, "size", f"{have.size:g}", f"{want.size:g}", abs(want.size - have.size))
    elif abs(want.leading - have.leading) > LEADING:
        yield Deviation(
            name, "leading", f"{have.leading:.1f}", f"{want.leading:.1f}", abs(want.leading - have.leading)
        )
    em = want.tracking / want.size / 100 - have.tracking / have.size / 100
    if abs(em) > TRACKING:
        yield Deviation(name, "tracking", f"{have.tracking:g}", f"{want.tracking:g}", abs(em))
    for what in ("bold", "align", "lines"):
        one, other = getattr(want, what), getattr(have, what)
        if one != other:
            yield Deviation(name, what, str(other), str(one))
    yield from _color(name, "color", want.color, have.color, result)


def _color(name: str, what: str, want: str, have: str, result: Comparison) -> Iterator[Deviation]:
    if not want and not have:
        return
    if not want or not have:
        yield Deviation(name, what, have or "none", want or "none")
        return
    off = difference(want, have)
    result.colors.append((off, name))
    if off > COLOR:
        yield Deviation(name, what, have, want, off)


def _stops(want: Element, have: Element, result: Comparison) -> Iterator[Deviation]:
    if len(want.stops) != len(have.stops):
        yield Deviation(want.name, "stops", str(len(have.stops)), str(len(want.stops)))
        return
    for (at, color, alpha), (own_at, own_color, own_alpha) in zip(want.stops, have.stops, strict=True):
        yield from _color(want.name, "stops", color, own_color, result)
        if abs(at - own_at) > 0.02 or abs(alpha - own_alpha) > ALPHA:
            yield Deviation(
                want.name,
                "stops",
                f"{own_alpha:.2f} at {own_at:.2f}",
                f"{alpha:.2f} at {at:.2f}",
                abs(alpha - own_alpha),
            )
