"""A draft on a look: which placeholders and shapes stand where, and which texts have to be fitted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..scene.items import Item, Link, Paragraph, Picture, Placeholder, Run, Shape, Text, TextFrame
from ..theme.paint import Color, Fill
from ..theme.records import Ground, Look, PlaceholderSpec, ShapeSpec, When
from ..units import Box
from .charts import chart_item
from .crop import cover, inside
from .draft import Draft, ItemSlots
from .forms import LookForm
from .jobs import TextJob, settle_all
from .paint import connector, gradient, outline, radius_of, shade
from .placed import Easel, Placed, holds, slot_of
from .regions import region_job, shares
from .repeat import offsets
from .sublook import as_block
from .tables import put_table
from .texts import BODY_ROLES, body_job, text_job, with_suffix

# a hidden title is unseen even where a program ignores the selection pane's eye
UNSEEN = Color("tx1", alpha=0)


def place(
    draft: Draft,
    look: Look,
    ground: Ground,
    easel: Easel,
    tracker: Callable[[Draft, Look, Ground], tuple[Item, ...]],
) -> Placed:
    """Put `draft` on `look`; the result's jobs are to be settled before `finish`."""
    placed = Placed(draft, look, ground)
    specs = _widened(list(_chosen(look, draft)), draft)
    for spec in (s for s in specs if s.behind):  # a picture under its scrim
        _fill(spec, placed, easel)
    for shape in look.shapes:
        if shape.behind and not shape.static:
            _draw(shape, placed, easel)
    for spec in (s for s in specs if s.role == "title"):
        _fill(spec, placed, easel)
    if look.hidden_title and not any(s.role == "title" for s in specs):
        _hidden_title(placed)
    for shape in look.shapes:
        if not shape.behind and not shape.static:
            _draw(shape, placed, easel)
    for item in tracker(draft, look, ground):
        placed.parts.append(lambda item=item: item)  # type: ignore[misc]
    for spec in (s for s in specs if s.role != "title" and not s.behind):
        _fill(spec, placed, easel)
    return placed


def _chosen(look: Look, draft: Draft) -> Iterator[PlaceholderSpec]:
    """The placeholder of each role whose conditions hold, in the look's order; alternatives with conditions come first."""
    seen: set[str] = set()
    ordered = sorted(range(len(look.placeholders)), key=lambda i: look.placeholders[i].when == When())
    pick: dict[str, int] = {}
    for i in ordered:
        spec = look.placeholders[i]
        if spec.role not in pick and holds(spec.when, draft):
            pick[spec.role] = i
    for i, spec in enumerate(look.placeholders):
        if pick.get(spec.role) == i and spec.role not in seen:
            seen.add(spec.role)
            yield spec


def _widened(specs: list[PlaceholderSpec], draft: Draft) -> list[PlaceholderSpec]:
    """The placeholders with the widths that the talk gives its columns; a heading goes with its column."""
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


def _region(spec: PlaceholderSpec, box: Box, placed: Placed, easel: Easel, at_home: bool) -> None:
    layout_spec = placed.look.placeholder(spec.role)
    typed = layout_spec is not None and spec.text == layout_spec.text
    region = placed.draft.regions[spec.role]

    def sub(form: LookForm, within: Box, owner: Placed, ident: str) -> tuple[list[Item], str]:
        look = easel.theme.looks[form.draft.look]
        inner = replace(form.draft, id=ident, ground=owner.ground.name)
        made = place(inner, as_block(look, inner, within), owner.ground, easel, lambda *_: ())
        settle_all(made.jobs)
        items = [replace(item, placeholder=None, placed=True) for item in made.finish()]
        return items, next((j.trouble for j in made.jobs if j.trouble), "")

    job = region_job(spec, region, box, placed, easel, sub, typed, at_home)
    placed.jobs.append(job)
    placed.parts.append(job.items)


def _ref(spec: PlaceholderSpec) -> Placeholder:
    return Placeholder(spec.role, spec.type, spec.idx)


def _hidden_title(placed: Placed) -> None:
    draft = placed.draft
    runs = tuple(Run(r.text, lang=draft.lang, color=UNSEEN) for p in draft.title.paragraphs for r in p.runs)
    item = TextFrame(
        id=f"{draft.id}:title",
        name="Title",
        box=Box(0, 0, 0, 0),
        placeholder=Placeholder("title", "title", 0),
        hidden=True,
        placed=False,
        text=Text((Paragraph(runs),)),
        span=draft.span,
    )
    placed.parts.append(lambda: item)


def _fill(spec: PlaceholderSpec, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    layout_spec = placed.look.placeholder(spec.role)
    box = _moved(spec, draft)
    at_home = layout_spec is not None and box == layout_spec.box and spec.text == layout_spec.text
    name = spec.text.slot if spec.text else spec.role
    placed.shown.add(name)
    if spec.table is not None:
        put_table(spec, placed, easel)
        return
    if spec.chart is not None:
        if draft.chart is not None:
            chart = chart_item(spec, spec.chart, box, placed, easel)
            placed.parts.append(lambda: chart)
        return
    if spec.text is None:
        _picture(spec, box, placed, easel)
        return
    if spec.role in draft.regions:
        _region(spec, box, placed, easel, at_home)
        return
    hidden = spec.role == "title" and (placed.look.hidden_title or draft.hide_title)
    if spec.role in BODY_ROLES and draft.body and name == "body":
        job = body_job(spec, box, placed, easel, at_home)
    else:
        source = slot_of(draft, name)
        if source is None or not source.plain.strip():
            return
        job = text_job(
            spec.text, source, box, placed, easel, role=spec.role, inherited=at_home, key=spec.role
        )
        if spec.text.suffix and (unit := draft.slots.get(spec.text.suffix)):
            placed.shown.add(spec.text.suffix)
            job.setter = with_suffix(job.setter, unit.plain, spec.text, easel)
    if not hidden:
        placed.jobs.append(job)

    def part() -> Item | None:
        if job.text is None:
            job.settle(0)
        assert job.text is not None
        if hidden:
            job.text = _unseen(job.text)
        return TextFrame(
            id=f"{draft.id}:{spec.role}",
            name=spec.name,
            box=box,
            placeholder=_ref(spec),
            placed=not at_home,
            text=job.text,
            fit=job.result,
            hidden=hidden,
            span=job.span or draft.span,
        )

    placed.parts.append(part)


def _unseen(text: Text) -> Text:
    paragraphs = tuple(
        replace(p, runs=tuple(replace(r, color=UNSEEN) for r in p.runs)) for p in text.paragraphs
    )
    return replace(text, paragraphs=paragraphs)


def _moved(spec: PlaceholderSpec, draft: Draft) -> Box:
    if spec.move == (0, 0) or draft.count < 2:
        return spec.box
    share = (draft.index - 1) / (draft.count - 1)
    return spec.box.moved(round(spec.move[0] * share), round(spec.move[1] * share))


def _picture(spec: PlaceholderSpec, box: Box, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    ref = draft.pictures.get(spec.role)
    if ref is None:
        return
    pixels = easel.pixels.get(str(ref.path))
    if pixels is None:
        return
    crop = (0, 0, 0, 0)
    target = box
    if draft.fit == "contain" or spec.role == "logo":
        target = inside(pixels, box, left=spec.role == "logo")
    else:
        crop = cover(pixels, box, draft.focus)
    layout_spec = placed.look.placeholder(spec.role)
    at_home = layout_spec is not None and target == layout_spec.box
    alt = ref.alt or draft.alt
    item = Picture(
        id=f"{draft.id}:{spec.role}",
        name=spec.name,
        box=target,
        placeholder=_ref(spec),
        placed=not at_home,
        asset=str(ref.path),
        crop=crop,
        geometry=spec.geometry,
        adjust=radius_of(spec.radius, target),
        alt=alt,
        decorative=not alt and spec.role == "logo",
        span=ref.span,
    )
    placed.parts.append(lambda: item)


def _draw(shape: ShapeSpec, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    if shape.repeat is None:
        if holds(shape.when, draft, ground=placed.ground.name):
            _shape(shape, shape.box, (0, 0), placed, easel, None, 0)
        return
    if shape.repeat.over == "columns":
        _draw_columns(shape, placed, easel)
        return
    items = draft.items
    places = offsets(shape.repeat, shape.box, len(items))
    for i, (item, (dx, dy)) in enumerate(zip(items, places, strict=False)):
        if holds(shape.when, draft, item, (i, len(items)), placed.ground.name):
            _shape(shape, shape.box.moved(dx, dy), (dx, dy), placed, easel, item, i)


def _draw_columns(shape: ShapeSpec, placed: Placed, easel: Easel) -> None:
    """A copy at each column, moved and widened with it."""
    home = [s.box for s in placed.look.placeholders if s.role in placed.draft.regions]
    now = [
        s.box
        for s in _widened(list(_chosen(placed.look, placed.draft)), placed.draft)
        if s.role in placed.draft.regions
    ]
    for index, (old, new) in enumerate(zip(home, now, strict=False)):
        wider = new.w - old.w if shape.box.w else 0
        dx = new.x - home[0].x
        box = Box(shape.box.x + dx, shape.box.y, shape.box.w + wider, shape.box.h)
        _shape(shape, box, (dx, 0), placed, easel, ItemSlots(), index)


def _shape(
    shape: ShapeSpec,
    box: Box,
    offset: tuple[int, int],
    placed: Placed,
    easel: Easel,
    item: ItemSlots | None,
    index: int,
) -> None:
    draft, ground = placed.draft, placed.ground
    suffix = f"-{index + 1}" if item is not None else ""
    name = shape.name + (f" {index + 1}" if item is not None and not shape.name.startswith("!!") else suffix)
    ident = f"{draft.id}:{shape.name}{suffix}"
    stroke = outline(shape, ground)
    target = item.target if item is not None else ""
    link = Link(slide=target) if shape.link and target else None
    if shape.shape == "line":
        placed.parts.append(lambda: connector(ident, name, shape, box, offset, stroke, draft.span))
        return
    if shape.slot == "picture":
        return
    fill = _fill_of(shape, ground, index)
    job: TextJob | None = None
    if shape.text is not None:
        slot = shape.text.slot
        source = (item.slots.get(slot) if item is not None else None) or (
            None if item is not None else slot_of(draft, slot)
        )
        placed.shown.add(slot if item is None else "items")
        if source is not None and source.plain.strip():
            color = shape.text_colors[min(index, len(shape.text_colors) - 1)] if shape.text_colors else ""
            spec = (
                replace(shape.text, mask="ellipse")
                if shape.shape == "ellipse" and not shape.text.mask
                else shape.text
            )
            job = text_job(
                spec, source, box, placed, easel, role=slot, inherited=False, key=shape.name, color=color
            )
            unit = (item.slots if item is not None else draft.slots).get(spec.suffix) if spec.suffix else None
            if unit is not None:
                job.setter = with_suffix(job.setter, unit.plain, spec, easel)
            placed.jobs.append(job)
        elif shape.shape == "text":
            return

    def part() -> Item | None:
        text = None
        if job is not None:
            if job.text is None:
                job.settle(0)
            assert job.text is not None and shape.text is not None
            insets = job.text.insets or (0, 0, 0, 0)
            text = replace(job.text, anchor=shape.text.anchor, insets=insets)
        if shape.shape == "text":
            assert text is not None
            return TextFrame(
                id=ident,
                name=name,
                box=box,
                text=text,
                fit=job.result if job else None,
                link=link,
                span=draft.span,
            )
        return Shape(
            id=ident,
            name=name,
            box=box,
            preset="" if shape.path else shape.shape,
            path=shape.path,
            adjust=radius_of(shape.radius, box),
            fill=fill,
            stroke=stroke,
            text=text,
            fit=job.result if job else None,
            decorative=text is None,
            link=link,
            span=draft.span,
        )

    placed.parts.append(part)


def _fill_of(shape: ShapeSpec, ground: Ground, index: int) -> Fill:
    if shape.fills:
        return shade(shape.fills[min(index, len(shape.fills) - 1)], ground, shape.fill_alpha)
    if shape.fill is None:
        return None
    if isinstance(shape.fill, tuple):
        return gradient(shape.fill, shape.angle, ground)
    if isinstance(shape.fill, Color):
        return shape.fill
    return shade(shape.fill, ground, shape.fill_alpha)
