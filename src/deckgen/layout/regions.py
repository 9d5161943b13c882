"""A region's forms, one below another in its box: texts as high as they are, pictures and diagrams in the room that is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import assert_never

from ..findings import Span
from ..records import dataclass, replace
from ..scene.items import Fit, Item, Picture, Placeholder, Text, TextFrame
from ..theme.records import PlaceholderSpec
from ..typeset.paragraph import Lines, set_paragraphs
from ..typeset.refusals import needs, to_cut, too_wide
from ..units import Box, points, to_points
from .crop import cover, inside
from .direction import direction
from .division import Division, division_of, with_breaks, written_with_breaks
from .draft import Draft
from .forms import Form, LookForm, PictureForm, Region, TextForm
from .jobs import SAFETY, Setter, faces_of, ladder, narrowed, place_of, remedies
from .orphans import without_orphans
from .placed import Easel, Placed, Spot, holder_of, inset
from .rows import places_of, rows_setter
from .texts import home_of, setting_of

GAP = 18.0  # pt between two forms
LEAST = {PictureForm: 96.0, LookForm: 150.0}
"""Height in points below which a picture or diagram is of no use."""

SubPlace = Callable[[LookForm, Box, Placed, str], tuple[list[Item], str]]
"""Draws a look within a box: its items, and what is wrong with it ("" for nothing)."""


@dataclass(slots=True)
class Part:
    """A form while it is being placed, and what is made of it."""

    form: Form
    setter: Setter | None = None
    box: Box = field(default_factory=lambda: Box(0, 0, 0, 0))
    items: list[Item] = field(default_factory=list)
    text: Text | None = None
    fit: Fit | None = None


@dataclass(slots=True)
class RegionJob:
    """One region to be fitted, as `jobs.TextJob` is: its texts share a size, and that with the regions of the same `key`."""

    key: tuple[str, ...]
    role: str
    spec: PlaceholderSpec
    spot: Spot
    parts: list[Part]
    placed: Placed
    easel: Easel
    sub: SubPlace
    sizes: tuple[int, ...]
    done: bool = False
    span: Span | None = None
    trouble: str = ""
    division: Division = Division()
    _cache: dict[tuple[int, int], tuple[Lines | None, Division]] = field(default_factory=dict)

    @property
    def box(self) -> Box:
        """Where it stands, EMU."""
        return self.spot.box

    def fits(self, size: int, divided: bool = False) -> bool:
        """Whether all forms have room with texts at `size` points; `divided`: with breaks in words that are too wide."""
        needed = self._needed(size, divided)
        return needed is not None and needed <= to_points(self.box.h) - SAFETY

    def first_fit(self, start: int = 0) -> int | None:
        """The index of the first size that fits, a smaller one rather than a word divided; or None."""
        ways = [
            (divided, i, size) for divided in (False, True) for i, size in enumerate(self.sizes) if i >= start
        ]
        return next((i for divided, i, size in ways if self.fits(size, divided)), None)

    def settle(self, step: int) -> None:
        """Place the forms with texts at step `step`, or at the last one if that doesn't fit."""
        size = self.sizes[step]
        if not self.fits(size, True):
            size = self.sizes[-1]
        if not self.fits(size, True):
            self.trouble = self._explain(size)
        self._place(size)
        self.done = True

    def _broken(self, index: int, size: int) -> tuple[Lines | None, Division]:
        """A text's lines; a word wider than its line breaks where its author marked it."""
        key = (index, size)
        if key not in self._cache:
            setter, width = self.parts[index].setter, to_points(self.box.w)
            assert setter is not None
            paras = setter(size)[1]
            lines, division = set_paragraphs(paras, size, width), Division()
            if lines is None:
                division = division_of(paras, size, width, self.placed.draft.lang, title=False)
                lines = set_paragraphs(with_breaks(paras, division.breaks), size, width)
            self._cache[key] = lines, division
        return self._cache[key]

    def division_at(self, index: int, size: int) -> Division:
        """The breaks in words of a text at `size` points."""
        return self._broken(index, size)[1]

    def _needed(self, size: int, divided: bool = True) -> float | None:
        total = GAP * (len(self.parts) - 1)
        for index, part in enumerate(self.parts):
            if part.setter is None:
                total += LEAST[type(part.form)]
                continue
            lines, division = self._broken(index, size)
            if lines is None or (division.breaks and not divided):
                return None
            total += lines.height
        return total

    def _explain(self, size: int) -> str:
        room = to_points(self.box.h)
        for index, part in enumerate(self.parts):
            found = self._broken(index, size)[1] if part.setter is not None else Division()
            if found.stuck:
                assert isinstance(part.form, TextForm)
                self.span = dict(enumerate(places_of(part.form))).get(found.para) or self.span
                return too_wide(found.stuck, "column", found.needed, size, found.room)
        needed = self._needed(size) or 0.0
        paras = [q for p in self.parts if p.setter is not None for q in p.setter(size)[1]]
        cut, words = to_cut(paras, needed, room - SAFETY)
        places = [span for p in self.parts if isinstance(p.form, TextForm) for span in places_of(p.form)]
        self.span = place_of(places, [sum(len(s.text) for s in p.spans) for p in paras]) or self.span
        what = f"cut about {cut} of {words} words" if words > 3 else "take something out"
        return f"{needs('the content', needed + SAFETY, size, room)}: {what}"

    def _place(self, size: int) -> None:
        heights = [self._height(i, size) for i in range(len(self.parts))]
        rest = to_points(self.box.h) - sum(h for h in heights if h is not None) - GAP * (len(self.parts) - 1)
        open_parts = sum(1 for h in heights if h is None)
        top = to_points(self.box.y)
        for index, (part, own) in enumerate(zip(self.parts, heights, strict=True)):
            height = own if own is not None else max(rest / open_parts, 1.0)
            part.box = Box(self.box.x, points(top), self.box.w, points(height))
            top += height + GAP
            self._fill(index, part, size)

    def _height(self, index: int, size: int) -> float | None:
        """Of a text; None for what takes the room that is left."""
        if self.parts[index].setter is None:
            return None
        lines = self._broken(index, size)[0]
        return (lines.height if lines is not None else 0.0) + SAFETY

    def _fill(self, index: int, part: Part, size: int) -> None:
        match part.form:
            case TextForm():
                assert part.setter is not None
                if len(self.parts) == 1:
                    part.box = self.box
                paragraphs, paras = part.setter(size)
                lines, division = self._broken(index, size)
                insets, align = None, self.spec.text.align if self.spec.text is not None else "left"
                if not division.breaks and lines is not None:
                    width = to_points(self.box.w)
                    paragraphs, by = without_orphans(paragraphs, paras, lines, size, width, align)
                    insets = narrowed(by, align) if by else None
                if division.breaks:
                    paragraphs = written_with_breaks(paragraphs, division.breaks)
                    self.division = Division(words=(*self.division.words, *division.words))
                part.text = Text(paragraphs, insets=insets)
                part.fit = Fit(
                    size=size,
                    wanted=self.sizes[0],
                    lines=lines.count if lines else 0,
                    height=lines.height if lines else 0.0,
                    room=to_points(part.box.h),
                    width=lines.width if lines else 0.0,
                    faces=faces_of(paras),
                    remedies=remedies(
                        joined=insets is not None or any(p.right for p in paragraphs),
                        divided=bool(division.breaks),
                    ),
                )
            case PictureForm():
                pass
            case LookForm():
                ident = f"{self.placed.draft.id}:{self.role}-{index + 1}"
                part.items, wrong = self.sub(part.form, part.box, self.placed, ident)
                self.trouble = self.trouble or wrong
            case _:
                assert_never(part.form)

    def items(self) -> tuple[Item, ...]:
        """What stands in the region, once it is settled; the first form that a placeholder can hold fills it."""
        result: list[Item] = []
        held = False
        for index, part in enumerate(self.parts):
            item = self._item(part, index, not held)
            result += [item] if item is not None else part.items
            held = held or (item is not None and item.placeholder is not None)
        return tuple(result)

    def _item(self, part: Part, index: int, holds: bool) -> Item | None:
        draft = self.placed.draft
        suffix = "" if index == 0 else f"-{index + 1}"
        ident = f"{draft.id}:{self.role}{suffix}"
        name = self.spec.name + (f" {index + 1}" if index else "")
        placeholder = holder_of(self.spec) if holds else None
        if part.text is not None:
            home = holds and not self.spot.placed and len(self.parts) == 1
            return TextFrame(
                id=ident,
                name=name,
                box=part.box,
                placeholder=placeholder,
                placed=not home,
                text=inset(part.text, self.spec, not home) if placeholder is not None else part.text,
                fit=part.fit,
                span=part.form.span or draft.span,
            )
        if isinstance(part.form, PictureForm):
            return self._picture(part.form, part.box, ident, name, placeholder)
        return None

    def _picture(
        self, form: PictureForm, box: Box, ident: str, name: str, placeholder: Placeholder | None
    ) -> Item | None:
        key = str(form.picture.path)
        pixels = self.easel.pixels.get(key)
        if pixels is None:
            return None
        contain = form.fit == "contain"
        alt = form.picture.alt or form.alt or self.placed.draft.alt
        return Picture(
            id=ident,
            name=name,
            box=inside(pixels, box, "right" if self.easel.rtl else "left") if contain else box,
            placeholder=placeholder,
            asset=key,
            crop=(0, 0, 0, 0) if contain else cover(pixels, box, form.focus),
            alt=alt,
            span=form.span or self.placed.draft.span,
        )


def region_job(
    spec: PlaceholderSpec, region: Region, spot: Spot, placed: Placed, easel: Easel, sub: SubPlace, inherited: bool
) -> RegionJob:  # fmt: skip
    """The job of one region; `inherited` says that the type is the layout's own."""
    text = spec.text
    assert text is not None
    parts: list[Part] = []
    for index, form in enumerate(region.forms):
        setter = None
        if isinstance(form, TextForm):
            setting = setting_of(
                text, placed, inherited and not index, easel, home="body" if index else home_of(spec, placed)
            )  # the first stands in the placeholder
            setter = rows_setter(
                form, text, spec.levels, setting, easel.faces, to_points(spot.box.w), direction(placed, easel)
            )
        parts.append(Part(form, setter))
    return RegionJob(
        key=(placed.look.name, "region"),
        role=spec.role,
        spec=spec,
        spot=spot,
        parts=parts,
        placed=placed,
        easel=easel,
        sub=sub,
        sizes=ladder(text.style, text.style.size, easel.profile, True),
        span=region.span or placed.draft.span,
    )


def widened(specs: list[PlaceholderSpec], draft: Draft) -> list[PlaceholderSpec]:
    """The placeholders with the widths that the talk gives its columns; a heading goes with its column."""
    if len(draft.regions) < 2:
        return specs
    columns = [s for s in specs if s.role in draft.regions]
    widths = [draft.regions[s.role].width for s in columns]
    if len(columns) < 2 or not all(widths):
        return specs
    by_role = shares(columns, widths)
    old = {s.role: s.box for s in columns}
    result = []
    for spec in specs:
        role = spec.role.replace("heading", "body").replace("result", "body")
        if role in by_role:
            x, width = by_role[role]
            inset = spec.box.x - old[role].x
            w = width - 2 * inset if spec.role != role else width
            spec = replace(spec, box=Box(x + inset, spec.box.y, w, spec.box.h))
        result.append(spec)
    return result


def shares(roles: Sequence[PlaceholderSpec], widths: Sequence[float]) -> dict[str, tuple[int, int]]:
    """(x, width) in EMU by role of neighbouring boxes when they share their whole width by `widths`, gutters kept."""
    boxes = [s.box for s in roles]
    gutter = boxes[1].x - boxes[0].right if len(boxes) > 1 else 0
    left, right = boxes[0].x, boxes[-1].right
    free = right - left - gutter * (len(boxes) - 1)
    total = sum(widths)
    result, x = {}, left
    for spec, width in zip(roles, widths, strict=True):
        own = round(free * width / total)
        result[spec.role] = (x, own)
        x += own + gutter
    return result
