"""Shapes that follow texts: one at each row of a list or in each gap between rows, one as wide as a heading.

They are drawn when all texts are settled, so that they stand right at any size and with any number of lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..records import replace
from ..scene.items import Item, Shape
from ..theme.paint import radius_of
from ..theme.records import PlaceholderSpec, ShapeSpec, TypeStyle, When
from ..typeset.baseline import first_baseline
from ..typeset.paragraph import Para, set_paragraphs
from ..units import Box, points, to_points
from .division import with_breaks
from .forms import Row, TextForm
from .jobs import TextJob
from .paint import connector, outline
from .placed import Easel, Placed, Spot
from .regions import RegionJob

CAPITALS = 0.667  # their height in em


class Line(NamedTuple):
    """A row of a list: the baselines of its first and last line in points, its size; whether it is listed."""

    baseline: float
    last: float
    size: int
    listed: bool


def rows(shape: ShapeSpec, placed: Placed, easel: Easel) -> tuple[Item, ...]:
    """Copies of `shape` at the rows, or in the gaps below the rows, of the placeholder that its repeat names."""
    assert shape.repeat is not None
    role = shape.repeat.rows or shape.repeat.gaps
    home = placed.look.placeholder(role)
    spot = next((s for s in placed.spots if s.role == role), None)
    if spot is None or home is None or home.text is None:
        return ()
    style = home.text.style
    first = to_points(home.box.y) + first_baseline(
        easel.faces.face(style.font, style.bold), style.size, style.leading
    )
    found = [line for line in _lines(spot, placed, easel) if line.listed]
    made: list[Item] = []
    for i, line in enumerate(found):
        if not _holds(shape.when, i, len(found)):
            continue
        if shape.repeat.rows:
            down = line.baseline - CAPITALS / 2 * line.size - (first - CAPITALS / 2 * style.size)
        else:
            # in the middle between the letters, whatever room the lines have above and below
            halves = [
                (b.baseline - CAPITALS * b.size - a.last) / 2 for a, b in zip(found, found[1:], strict=False)
            ]
            half = halves[min(i, len(halves) - 1)] if halves else 0.5 * style.size
            down = line.last + half - to_points(shape.box.y)
        made += _drawn(shape, shape.box.moved(spot.box.x - home.box.x, points(down)), i, placed)
    return tuple(made)


def hugging(shape: ShapeSpec, placed: Placed) -> Box | None:
    """The box of a shape as wide as the text of the placeholder that it hugs, and as high if it says so, with the same room at both sides.

    None without that text.
    """
    spot = next((s for s in placed.spots if s.role == shape.hug), None)
    if spot is None or spot.job is None or spot.job.result is None:
        return None
    home = placed.look.placeholder(shape.hug)
    text = spot.box
    box = shape.box.moved(0, text.y - home.box.y) if home is not None else shape.box
    wide = points(spot.job.result.width)
    if shape.hug_height:
        free = text.h - points(spot.job.result.height)
        anchor = spot.spec.text.anchor if spot.spec is not None and spot.spec.text is not None else "top"
        top = {"top": 0, "middle": free // 2, "bottom": free}[anchor]
        box = replace(box, y=box.y + top, h=box.h - free)
    if spot.job.align == "right":
        pad = box.right - text.right
        return replace(box, x=text.right - wide - pad, w=wide + 2 * pad)
    return replace(box, w=wide + 2 * (text.x - box.x))


def _holds(when: When, index: int, count: int) -> bool:
    first, last = index == 0, index == count - 1
    return when.first in (None, first) and when.last in (None, last)


def _drawn(shape: ShapeSpec, box: Box, index: int, placed: Placed) -> Iterator[Item]:
    name, ident = f"{shape.name} {index + 1}", f"{placed.draft.id}:{shape.name}-{index + 1}"
    stroke = outline(shape, placed.ground)
    if shape.shape == "line":
        line = connector(ident, name, shape, box, stroke, placed.draft.span)
        if line is not None:
            yield line
        return
    yield Shape(
        id=ident, name=name, box=box, preset="" if shape.path else shape.shape, path=shape.path, flip=shape.flip,
        adjust=radius_of(shape.radius, box), fill=shape.painted(placed.ground), stroke=stroke, decorative=True, span=placed.draft.span,
    )  # fmt: skip


def _lines(spot: Spot, placed: Placed, easel: Easel) -> Iterator[Line]:
    """The rows of the placeholder's text, or of all texts in its region."""
    spec, job = spot.spec, spot.job
    assert spec is not None
    if isinstance(job, TextJob):
        if job.text is not None and job.result is not None:
            size = job.result.size
            paragraphs, paras = job.setter(size)
            paras = with_breaks(paras, job.division.breaks)
            width = job.width + (job.spare[0] if job.spared else 0.0)
            listed = [p.level == 0 for p in paragraphs]
            yield from _set(
                paras, listed, size, width, _top(spec, spot.final, job.result.height), spec, easel
            )
        return
    region = next((j for j in placed.jobs if isinstance(j, RegionJob) and j.spot is spot), None)
    for index, part in enumerate(region.parts if region is not None else ()):
        if part.setter is None or part.fit is None or not isinstance(part.form, TextForm) or region is None:
            continue
        size = part.fit.size
        paras = with_breaks(part.setter(size)[1], region.division_at(index, size).breaks)
        listed = [flag for row in part.form.rows for flag in _flags(row)]
        top = _top(spec, part.box, part.fit.height)
        yield from _set(paras, listed, size, to_points(spot.box.w), top, spec, easel)


def _top(spec: PlaceholderSpec, box: Box, height: float) -> float:
    """Where a text of that height begins, points."""
    free = to_points(box.h) - height
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[spec.text.anchor if spec.text is not None else "top"]
    return to_points(box.y) + max(free, 0.0) * share


def _flags(row: Row) -> list[bool]:
    """Whether each paragraph of a row is an item of the list."""
    words = row.slots.get("text")
    if row.marker or "lead" in row.slots or words is None:
        return [row.marker in ("bullet", "number") and row.level == 0]
    return [False] * max(len(words.paragraphs), 1)


def _set(
    paras: Sequence[Para], listed: Sequence[bool], size: int, width: float, top: float, spec: PlaceholderSpec, easel: Easel
) -> Iterator[Line]:  # fmt: skip
    assert spec.text is not None
    style: TypeStyle = spec.text.style
    face = easel.faces.face(style.font, style.bold)
    y = top
    last: Line | None = None
    for index, (para, own) in enumerate(zip(paras, listed, strict=True)):
        lines = set_paragraphs((para,), size, width)
        at = round(size * para.scale)
        leading = para.leading * at
        y += para.before if index else 0.0
        high = leading * (lines.count if lines is not None else 1)
        first = y + first_baseline(face, at, leading)
        if own or last is None:
            if last is not None:
                yield last
            last = Line(first, first + high - leading, at, own)
        else:  # what stands below an item belongs to it
            last = last._replace(last=first + high - leading)
        y += high
    if last is not None:
        yield last
