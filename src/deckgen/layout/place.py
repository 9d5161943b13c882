"""A draft on a look: which placeholders and shapes stand where, and which texts have to be fitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..discovery import module
from ..records import replace
from ..scene.items import Item, Link, Paragraph, Picture, Placeholder, Run, Shape, Text, TextFrame
from ..theme.paint import Fill, radius_of
from ..theme.records import Ground, Look, PlaceholderSpec, ShapeSpec
from ..units import Box
from .crop import cover, inside, side_under
from .direction import direction
from .draft import Draft, ItemSlots
from .forms import LookForm, PictureForm
from .jobs import TextJob, settle_all
from .paint import connector, outline
from .placed import UNSEEN, Easel, Placed, Spot, chosen, footer_ink, holder_of, holds, inset, slot_of, unseen
from .regions import region_job, widened
from .repeat import offsets, series
from .sublook import as_block, look_for, lost_in_block
from .tables import put_table
from .texts import BODY_ROLES, body_job, caption, home_of, text_job, with_suffix

ROUND = {"ellipse", "donut", "pie", "arc", "blockArc", "star5", "teardrop", "plus"}
"""Presets that keep their proportions when the room is squeezed."""
PLAIN = {"rect", "text", "path"}  # their whole box takes text


def place(
    draft: Draft, look: Look, ground: Ground, easel: Easel,
    tracker: Callable[[Draft, Look, Ground], tuple[Item, ...]],
) -> Placed:  # fmt: skip
    """Put `draft` on `look`; the result's jobs are to be settled before `finish`."""
    shown = look.chrome or easel.theme.chrome
    chrome = [shown.number.box] if look.number else []
    if look.footer and easel.footer is not None:
        chrome.append(footer_ink(easel.footer, shown.footer, easel))
    placed = Placed(draft, look, ground, chrome=tuple(chrome), floor=easel.theme.master.body.box.bottom)
    specs = widened(list(chosen(look, draft, ground)), draft)
    for spec in specs:
        if spec.behind:  # a picture under its scrim
            _fill(spec, placed, easel)
    shapes = [shape for shape in look.shapes if not shape.static]
    for shape in shapes:
        if shape.behind:
            _draw(shape, placed, easel)
    titles = [spec for spec in specs if spec.role == "title"]
    for spec in titles:
        _fill(spec, placed, easel)
    if look.hidden_title and not titles:
        _hidden_title(placed, easel)
    for shape in shapes:
        if not shape.behind:
            _draw(shape, placed, easel)
    for drawn in tracker(draft, look, ground):
        item = drawn
        if easel.rtl:
            item = module("deckgen.scene", "mirror").mirrored_item(drawn, easel.theme.width)
        placed.parts.append(lambda item=item: item)  # type: ignore[misc]
    for spec in specs:
        if spec.role != "title" and not spec.behind:
            _fill(spec, placed, easel)
    return placed


def _region(spec: PlaceholderSpec, spot: Spot, placed: Placed, easel: Easel, inherited: bool) -> None:
    region = placed.draft.regions[spec.role]

    def sub(form: LookForm, within: Box, owner: Placed, ident: str) -> tuple[list[Item], str]:
        alt = form.draft.alt or ("" if owner.alt_told else owner.draft.alt)
        inner = replace(form.draft, id=ident, ground=owner.ground.name, alt=alt)
        look = look_for(easel.theme.looks, form, within)
        made = place(inner, as_block(look, inner, within), owner.ground, easel, lambda *_: ())
        settle_all(made.jobs)
        trouble = next((j.trouble for j in made.jobs if j.trouble), "")
        items = [replace(item, placeholder=None, placed=True) for item in made.finish()]
        owner.alt_told = owner.alt_told or made.alt_told
        owner.findings += [replace(found, slide=owner.draft.id) for found in made.findings]
        owner.findings += lost_in_block(form, made)
        return items, trouble

    job = region_job(spec, region, spot, placed, easel, sub, inherited)
    placed.alt_told = placed.alt_told or any(isinstance(form, PictureForm) for form in region.forms)
    placed.spots.append(spot)
    placed.jobs.append(job)
    placed.parts.append(job.items)


def _hidden_title(placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    runs = tuple(Run(r.text, lang=draft.lang, color=UNSEEN) for p in draft.title.paragraphs for r in p.runs)
    item = TextFrame(
        id=f"{draft.id}:title",
        name="Title",
        box=Box(0, 0, 0, 0),
        placeholder=Placeholder("title", "title", 0),
        hidden=True,
        placed=False,
        text=Text((Paragraph(runs, rtl=direction(placed, easel)),)),
        span=draft.span,
    )
    placed.parts.append(lambda: item)


def _fill(spec: PlaceholderSpec, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    name = spec.text.slot if spec.text else spec.role
    placed.shown.add(name)
    if _empty(spec, name, draft):
        return
    layout_spec = placed.look.placeholder(spec.role)
    spot = Spot(_moved(spec, draft), spec, spec.home or (layout_spec.box if layout_spec else None))
    if spec.table is not None:
        put_table(spec, spot, placed, easel)
        return
    if spec.chart is not None:
        if draft.chart is not None:
            module("deckgen.layout", "chart_job").put_chart(spec, spec.chart, spot, placed, easel)
        return
    if spec.text is None:
        _picture(spec, spot, placed, easel)
        return
    same = layout_spec is not None and (spec is layout_spec or spec.text == layout_spec.text)
    inherited = spec.inherits and same
    if spec.role in draft.regions:
        _region(spec, spot, placed, easel, inherited)
        return
    spot.hidden = spec.role == "title" and (placed.look.hidden_title or draft.hide_title)
    if spec.role in BODY_ROLES and draft.body and name == "body":
        job = body_job(spec, spot.box, placed, easel, inherited)
    else:
        source = slot_of(draft, name)
        if source is None or not source.plain.strip():
            return
        job = text_job(
            spec.text, source, spot.box, placed, easel, role=spec.role, inherited=inherited,
            key="heading" if spec.role.startswith("heading") else spec.role,  # those side by side have one size
            home=home_of(spec, placed),
        )  # fmt: skip
        if spec.text.suffix and (unit := draft.slots.get(spec.text.suffix)):
            placed.shown.add(spec.text.suffix)
            job.setter = with_suffix(job, unit, spec.text, placed, easel)
    if not spot.hidden:
        placed.jobs.append(job)
    add_text(job, spot, placed)


def _empty(spec: PlaceholderSpec, name: str, draft: Draft) -> bool:
    """Whether the slide has nothing for a placeholder."""
    if spec.table is not None:
        return draft.table is None
    if spec.chart is not None:
        return draft.chart is None
    if spec.text is None:
        return spec.role not in draft.pictures
    if spec.role in draft.regions or (name == "body" and draft.body):
        return False
    return slot_of(draft, name) is None


def add_text(job: TextJob, spot: Spot, placed: Placed, filled: Callable[[Text], Text] | None = None) -> None:
    """The text of `job` in the placeholder of `spot`; `filled` gives the slide's own, where several share the job."""
    spec, draft = spot.spec, placed.draft
    assert spec is not None
    spot.job = job
    placed.spots.append(spot)

    def part() -> Item | None:
        if job.text is None:
            job.settle(0)
        assert job.text is not None
        text = job.text if filled is None else filled(job.text)
        return TextFrame(
            id=f"{draft.id}:{spec.role}",
            name=spec.name,
            box=spot.final,
            placeholder=holder_of(spec),
            placed=spot.placed,
            text=unseen(text) if spot.hidden else inset(text, spec, spot.placed),
            fit=job.result,
            hidden=spot.hidden,
            span=(draft.span if filled is not None else job.span) or draft.span,
        )

    placed.parts.append(part)


def _moved(spec: PlaceholderSpec, draft: Draft) -> Box:
    if spec.move == (0, 0) or draft.count < 2:
        return spec.box
    share = (draft.index - 1) / (draft.count - 1)
    return spec.box.moved(round(spec.move[0] * share), round(spec.move[1] * share))


def _picture(spec: PlaceholderSpec, spot: Spot, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    ref = draft.pictures.get(spec.role)
    pixels = easel.pixels.get(str(ref.path)) if ref is not None else None
    if ref is None or pixels is None:
        return
    if spec.role == "logo" and easel.theme.marks:
        placed.spots.append(spot)
        module("deckgen.layout", "logo").put_logo(spec, ref, placed, easel)
        return
    spot.round = spec.geometry == "ellipse"
    placed.spots.append(spot)
    alt = ref.alt or ("" if spec.role == "logo" else draft.alt)
    placed.alt_told = placed.alt_told or spec.role == "picture"
    side = ("right" if easel.rtl else "left") if spec.role == "logo" else side_under(placed.look, spec.box)

    def part() -> Item:
        crop, box = (0, 0, 0, 0), spot.box
        if draft.fit == "contain" or spec.role == "logo":
            box = inside(pixels, box, side)
        else:
            crop = cover(pixels, box, draft.focus)
        return Picture(
            id=f"{draft.id}:{spec.role}",
            name=spec.name,
            box=box,
            placeholder=holder_of(spec),
            placed=box != spot.home,
            asset=str(ref.path),
            crop=crop,
            geometry=spec.geometry,
            adjust=radius_of(spec.radius, box),
            alt=alt,
            decorative=not alt and spec.role == "logo",
            span=ref.span,
        )

    placed.parts.append(part)


def _draw(shape: ShapeSpec, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    if shape.repeat is None:
        if holds(shape.when, draft, ground=placed.ground.name):
            _shape(shape, shape.box, placed, easel, None, 0)
        return
    if shape.repeat.rows or shape.repeat.gaps:
        if holds(replace(shape.when, first=None, last=None), draft, ground=placed.ground.name):
            placed.parts.append(lambda: _follow().rows(shape, placed, easel))
        return
    if shape.repeat.over == "columns":
        _draw_columns(shape, placed, easel)
        return
    items = draft.items
    if shape.repeat.over in ("series", "body"):
        items = series(draft) if shape.repeat.over == "series" else draft.body
    placed.shown.add(shape.repeat.over if shape.text is not None else "")
    places = offsets(shape.repeat, shape.box, len(items))
    for i, (item, (dx, dy)) in enumerate(zip(items, places, strict=False)):
        if holds(shape.when, draft, item, (i, len(items)), placed.ground.name):
            _shape(shape, shape.box.moved(dx, dy), placed, easel, item, i)


def _draw_columns(shape: ShapeSpec, placed: Placed, easel: Easel) -> None:
    """A copy at each column, moved and widened with it."""
    home = [s.box for s in placed.look.placeholders if s.role in placed.draft.regions]
    now = [
        s.box
        for s in widened(list(chosen(placed.look, placed.draft, placed.ground)), placed.draft)
        if s.role in placed.draft.regions
    ]
    for index, (old, new) in enumerate(zip(home, now, strict=False)):
        if not holds(shape.when, placed.draft, ItemSlots(), (index, len(home)), placed.ground.name):
            continue
        wider = new.w - old.w if shape.box.w else 0
        dx = new.x - home[0].x
        box = Box(shape.box.x + dx, shape.box.y, shape.box.w + wider, shape.box.h)
        _shape(shape, box, placed, easel, ItemSlots(), index)


def _shape(
    shape: ShapeSpec, box: Box, placed: Placed, easel: Easel, item: ItemSlots | None, index: int
) -> None:
    draft, ground = placed.draft, placed.ground
    suffix = f"-{index + 1}" if item is not None else ""
    name = shape.name + (f" {index + 1}" if item is not None and not shape.name.startswith("!!") else suffix)
    ident = f"{draft.id}:{shape.name}{suffix}"
    stroke = outline(shape, ground)
    target = item.target if item is not None else ""
    link = Link(slide=target) if shape.link and target else None
    spot = Spot(box, round=shape.shape in ROUND, page=shape.page)
    if shape.shape == "line":
        placed.spots.append(spot)
        placed.parts.append(lambda: connector(ident, name, shape, spot.box, stroke, draft.span))
        return
    if shape.slot == "picture":
        return
    fill = _fill_of(shape, ground, index)
    job: TextJob | None = None
    if shape.text is not None:
        slot = shape.text.slot
        source = caption(shape.text, draft, easel) or (
            item.slots.get(slot) if item is not None else slot_of(draft, slot)
        )
        if item is None and source is not None:
            placed.shown.add(slot)
        if source is not None and source.plain.strip():
            color = shape.text_colors[min(index, len(shape.text_colors) - 1)] if shape.text_colors else ""
            spec = shape.text
            job = text_job(
                spec, source, box, placed, easel, role=slot, inherited=False, key=shape.name, color=color,
                preset="" if shape.shape in PLAIN else shape.shape, radius=shape.radius,
            )  # fmt: skip
            unit = (item.slots if item is not None else draft.slots).get(spec.suffix) if spec.suffix else None
            if unit is not None:
                job.setter = with_suffix(job, unit, spec, placed, easel)
            placed.jobs.append(job)
            spot.job = job
        elif shape.shape == "text":
            return
    placed.spots.append(spot)
    # a diagram's alt text stands with the first shape that is drawn without words
    drawn = job is None or (shape.repeat is not None and shape.shape != "text")
    told = (
        drawn
        and bool(draft.alt)
        and not draft.pictures.keys() - {"logo"}
        and not placed.alt_told
        and not shape.behind
    )
    placed.alt_told = placed.alt_told or told

    def part() -> Item | None:
        text, box = None, spot.final
        if shape.hug:
            hugged = _follow().hugging(shape, placed)
            if hugged is None:
                return None
            box = hugged
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
            flip=shape.flip,
            adjust=radius_of(shape.radius, box),
            fill=fill,
            stroke=stroke,
            text=text,
            fit=job.result if job else None,
            alt=draft.alt if told else "",
            decorative=text is None and not told,
            link=link,
            span=draft.span,
        )

    placed.parts.append(part)


def _follow() -> Any:
    """`layout.follow`, loaded for themes with shapes that follow texts."""
    return module("deckgen.layout", "follow")


def _fill_of(shape: ShapeSpec, ground: Ground, index: int) -> Fill:
    if shape.fills:
        return ground.shade(shape.fills[min(index, len(shape.fills) - 1)], shape.fill_alpha)
    return shape.painted(ground)
