"""A look drawn within a region: a diagram as a block in a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..findings import Finding
from ..records import replace
from ..theme.records import Look, PlaceholderSpec, Repeat, ShapeSpec, TextSpec, When
from ..units import Box
from .draft import Draft
from .forms import LookForm
from .placed import GRAPHICS, Placed, alt_unused, holds, unshown
from .repeat import offsets

GROW = 1.4  # nodes with words shrink less than the distances between them, or no word would fit
NARROW = 0.6  # share of its own width from which on a look gives way to the one for narrow columns
ROUND_IT = ("title", "subtitle", "kicker", "support", "source")  # what a block's column or slide says itself


def look_for(looks: Mapping[str, Look], form: LookForm, target: Box) -> Look:
    """The look that draws `form` within `target`: the one for narrow columns where the usual one would shrink too much."""
    look = looks[form.draft.look]
    if not form.narrow or target.w >= NARROW * _bounds(_shapes_of(look), form.draft).w:
        return look
    return looks[form.narrow]


def as_block(look: Look, draft: Draft, target: Box) -> Look:
    """`look` without title and page furniture, its content scaled evenly and centred in `target`; placeholders become text boxes.

    Lengths in EMU; line widths and type sizes stay, and type may step down further than on a slide of its own.
    """
    graphics = tuple(replace(p, box=target, when=When()) for p in look.placeholders if p.role in GRAPHICS)
    if graphics:
        return replace(look, placeholders=graphics, shapes=(), tracker=None, hidden_title=False)
    shapes = _shapes_of(look)
    around = _bounds(shapes, draft)
    scale = min(target.w / around.w, target.h / around.h)
    x0 = target.x + (target.w - around.w * scale) / 2
    y0 = target.y + (target.h - around.h * scale) / 2

    def moved(box: Box) -> Box:
        return Box(
            round(x0 + (box.x - around.x) * scale),
            round(y0 + (box.y - around.y) * scale),
            round(box.w * scale),
            round(box.h * scale),
        )

    def point(x: float, y: float) -> tuple[int, int]:
        return round(x0 + (x - around.x) * scale), round(y0 + (y - around.y) * scale)

    return replace(
        look,
        placeholders=(),
        tracker=None,
        hidden_title=False,
        shapes=tuple(
            replace(
                s,
                box=moved(s.box),
                repeat=_repeat(s.repeat, scale, point) if s.repeat is not None else None,
                radius=round(s.radius * scale),
                text=_stepping(s.text, scale) if s.text is not None else None,
                drawn=True,
            )
            for s in shapes
        ),
    )


def _shapes_of(look: Look) -> list[ShapeSpec]:
    return [
        *(_grown(s) for s in look.shapes if not s.name.startswith("!!") and not s.page),
        *(_text_box(p) for p in look.placeholders if p.text is not None and p.role not in ROUND_IT),
    ]


def _text_box(spec: PlaceholderSpec) -> ShapeSpec:
    return ShapeSpec(name=spec.role, shape="text", box=spec.box, text=spec.text, when=spec.when)


def _grown(shape: ShapeSpec) -> ShapeSpec:
    if shape.shape != "ellipse" or shape.text is None:
        return shape
    b = shape.box
    w, h = round(b.w * GROW), round(b.h * GROW)
    return replace(shape, box=Box(b.x - (w - b.w) // 2, b.y - (h - b.h) // 2, w, h))


def _bounds(shapes: list[ShapeSpec], draft: Draft) -> Box:
    boxes = []
    for shape in shapes:
        if not holds(
            replace(shape.when, current=None, done=None, first=None, last=None, slot=(), without=()), draft
        ):
            continue
        moves = offsets(shape.repeat, shape.box, len(draft.items)) if shape.repeat is not None else [(0, 0)]
        boxes += [shape.box.moved(dx, dy) for dx, dy in moves]
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
    return Box(left, top, max(right - left, 1), max(bottom - top, 1))


def _repeat(repeat: Repeat, scale: float, point: Callable[[int, int], tuple[int, int]]) -> Repeat:
    def s(pair: tuple[int, int]) -> tuple[int, int]:
        return round(pair[0] * scale), round(pair[1] * scale)

    around = repeat.around
    if around is not None:
        x, y = point(around[0], around[1])
        around = (x, y, round(around[2] * scale), around[3])
    return replace(
        repeat,
        step=s(repeat.step) if repeat.step is not None else None,
        at=tuple(s(p) for p in repeat.at),
        between=(s(repeat.between[0]), s(repeat.between[1])) if repeat.between is not None else None,
        around=around,
        gap=s(repeat.gap),
        pitch=s(repeat.pitch) if repeat.pitch is not None else None,
    )


def _stepping(text: TextSpec, scale: float) -> TextSpec:
    style = text.style
    last = (style.ladder or (style.size,))[-1]
    ladder = (*(style.ladder or (style.size,)), *range(last - 2, 9, -2))
    return replace(
        text,
        style=replace(style, ladder=ladder),
        spare=(round(text.spare[0] * scale), round(text.spare[1] * scale)),
        sizes=(),
    )


def lost_in_block(form: LookForm, made: Placed) -> Iterator[Finding]:
    """What a look drawn within a region doesn't show of its block."""
    for name in sorted(unshown(made) - {*ROUND_IT, "picture"}):
        yield Finding(
            "slot-lost", f"a block doesn't show {name}", form.span, fix="take it out, or make a slide of it"
        )
    if form.draft.alt and not form.draft.pictures.keys() - {"logo"} and not made.alt_told:
        yield alt_unused("block", form.span)
