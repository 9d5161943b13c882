"""A draft on a look: which placeholders and shapes stand where, and which texts have to be fitted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..model import text as model
from ..scene.items import Color, Item, Link, Paragraph, Picture, Placeholder, Run, Shape, Text, TextFrame
from ..theme.records import Ground, Look, PlaceholderSpec, Repeat, ShapeSpec, TextSpec, Theme, When
from ..typeset.paragraph import Para, set_paragraphs
from ..units import Box
from .crop import cover, inside
from .draft import Draft, ItemSlots
from .jobs import TextJob, inner, ladder
from .paint import connector, gradient, outline, radius_of, shade
from .repeat import offsets
from .runs import Faces, Setting, measured

TITLE_ROLES = {"title", "quote"}
BALANCED = {"title", "quote", "support", "label", "text", "centre", "subtitle", "heading", "result"}
BODY_ROLES = {"body", "body-2"}


@dataclass(slots=True)
class Placed:
    """A slide with its texts still to be settled: `finish()` gives the items in drawing order."""

    draft: Draft
    look: Look
    ground: Ground
    jobs: list[TextJob] = field(default_factory=list)
    parts: list[Callable[[], Item | None]] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def finish(self) -> tuple[Item, ...]:
        """The items, once all jobs are settled."""
        return tuple(item for part in self.parts if (item := part()) is not None)


@dataclass(frozen=True, slots=True)
class Easel:
    """What placing needs beside the draft: theme, measures, profile, pictures (key -> pixels), right-to-left."""

    theme: Theme
    faces: Faces
    profile: str
    pixels: Mapping[str, tuple[int, int]]
    rtl: bool = False


def place(draft: Draft, look: Look, ground: Ground, easel: Easel, tracker: Callable[[Draft, Look, Ground], tuple[Item, ...]]) -> Placed:
    """Put `draft` on `look`; the result's jobs are to be settled before `finish`."""
    placed = Placed(draft, look, ground)
    for shape in look.shapes:
        if shape.behind and not shape.static:
            _draw(shape, placed, easel)
    specs = list(_chosen(look, draft))
    for spec in (s for s in specs if s.behind):
        _fill(spec, placed, easel)
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


def holds(when: When, draft: Draft, item: ItemSlots | None = None, place: tuple[int, int] = (0, 0), ground: str = "") -> bool:
    """Whether a shape's or placeholder's conditions hold for the slide (or for one item of a list)."""
    have = _names(draft) | (set(item.slots) | ({"picture"} if item.picture else set()) if item else set())
    if any(s not in have for s in when.slot) or any(s in have for s in when.without):
        return False
    count = draft.count or len(draft.items) or len(draft.body)
    if when.count and not when.count[0] <= count <= when.count[1]:
        return False
    if when.grounds and ground not in when.grounds:
        return False
    if item is not None:
        first, last = place[0] == 0, place[0] == place[1] - 1
        facts = ((when.current, item.current), (when.done, item.done), (when.first, first), (when.last, last))
    else:
        facts = ((when.current, None), (when.done, None), (when.first, draft.index == 1), (when.last, draft.index == draft.count))
    return all(want is None or want == fact for want, fact in facts)


def _names(draft: Draft) -> set[str]:
    names = set(draft.slots) | set(draft.pictures)
    return names | ({"body"} if draft.body else set()) | ({"items"} if draft.items else set()) | {"title"}


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


def _slot(draft: Draft, name: str) -> model.RichText | None:
    if name == "title":
        return draft.title
    return draft.slots.get(name)


def _ref(spec: PlaceholderSpec) -> Placeholder:
    return Placeholder(spec.role, spec.type, spec.idx)


def _hidden_title(placed: Placed) -> None:
    draft = placed.draft
    runs = tuple(Run(r.text, lang=draft.lang) for p in draft.title.paragraphs for r in p.runs)
    item = TextFrame(
        id=f"{draft.id}:title", name="Title", box=Box(0, 0, 0, 0), placeholder=Placeholder("title", "title", 0),
        hidden=True, placed=False, text=_text((Paragraph(runs),)), span=draft.span,
    )  # fmt: skip
    placed.parts.append(lambda: item)


def _text(paragraphs: tuple[Paragraph, ...]) -> Text:
    return Text(paragraphs)


def _fill(spec: PlaceholderSpec, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    layout_spec = placed.look.placeholder(spec.role)
    box = _moved(spec, draft)
    at_home = layout_spec is not None and box == layout_spec.box and spec.text == layout_spec.text
    name = spec.text.slot if spec.text else spec.role
    placed.shown.add(name)
    if spec.text is None:
        _picture(spec, box, placed, easel)
        return
    hidden = spec.role == "title" and (placed.look.hidden_title or draft.hide_title)
    if spec.role in BODY_ROLES and draft.body and name == "body":
        job = _body_job(spec, box, placed, easel, at_home)
    else:
        source = _slot(draft, name)
        if source is None or not source.plain.strip():
            return
        job = _text_job(spec.text, source, box, placed, easel, role=spec.role, inherited=at_home, key=spec.role)
        if spec.text.suffix and (unit := draft.slots.get(spec.text.suffix)):
            placed.shown.add(spec.text.suffix)
            job.setter = _with_suffix(job.setter, unit.plain, spec.text, easel)
    if not hidden:
        placed.jobs.append(job)

    def part() -> Item | None:
        if job.text is None:
            job.settle(0)
        assert job.text is not None
        return TextFrame(
            id=f"{draft.id}:{spec.role}", name=spec.name, box=box, placeholder=_ref(spec), placed=not at_home,
            text=job.text, fit=job.result, hidden=hidden, span=job.span or draft.span,
        )  # fmt: skip

    placed.parts.append(part)


def _moved(spec: PlaceholderSpec, draft: Draft) -> Box:
    if spec.move == (0, 0) or draft.count < 2:
        return spec.box
    share = (draft.index - 1) / (draft.count - 1)
    return spec.box.moved(round(spec.move[0] * share), round(spec.move[1] * share))


def _setting(text: TextSpec, placed: Placed, easel: Easel, inherited: bool, color: str = "") -> Setting:
    ground = placed.ground
    return Setting(
        text.style, shade(color or text.color, ground), ground, inherited,
        stop=shade(text.stop, ground) if text.stop else None, align=text.align, rtl=easel.rtl, lang=placed.draft.lang,
    )  # fmt: skip


def _first_size(text: TextSpec, plain: str) -> int:
    for length, size in text.sizes:
        if len(plain) <= length:
            return size
    return text.style.size


def _text_job(
    text: TextSpec, source: model.RichText, box: Box, placed: Placed, easel: Easel, *, role: str, inherited: bool,
    key: str, color: str = "",
) -> TextJob:  # fmt: skip
    setting = _setting(text, placed, easel, inherited, color)
    align = None if inherited else text.align

    def setter(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs = []
        for i, p in enumerate(source.paragraphs):
            runs = setting.runs(p.runs, size)
            if i == len(source.paragraphs) - 1 and size >= 24:
                runs = setting.stopped(runs)
            paragraphs.append(
                Paragraph(
                    tuple(runs), align=align, leading=None if inherited else text.style.spacing,
                    before=None if inherited else 0.0, bullet="inherit" if inherited else "none",
                    size=None if inherited and size == text.style.size else size, rtl=easel.rtl,
                )  # fmt: skip
            )
        plain = tuple(paragraphs)
        return plain, tuple(measured(p, text.style, size, easel.faces) for p in plain)

    width, height = inner(box, text.mask)
    first = _first_size(text, source.plain)
    return TextJob(
        key=(placed.look.name, key), role=role, style=text.style, setter=setter, width=width, height=height,
        lang=placed.draft.lang, sizes=ladder(text.style, first, easel.profile, role in BODY_ROLES),
        span=source.span, slide=placed.draft.id, balanced=role in BALANCED, title=role in TITLE_ROLES,
        spare=(text.spare[0] / 12700, text.spare[1] / 12700),
    )  # fmt: skip


def _with_suffix(setter, unit: str, text: TextSpec, easel: Easel):  # type: ignore[no-untyped-def]
    """The same text with its unit after it, at a share of the size."""

    def with_unit(size: int):  # type: ignore[no-untyped-def]
        paragraphs, _ = setter(size)
        last = paragraphs[-1]
        small = max(10, round(size * text.suffix_scale))
        run = replace(last.runs[-1], text="\u202f" + unit, size=small, tracking=None)
        done = (*paragraphs[:-1], replace(last, runs=(*last.runs, run)))
        return done, tuple(measured(p, text.style, size, easel.faces) for p in done)

    return with_unit


def _body_job(spec: PlaceholderSpec, box: Box, placed: Placed, easel: Easel, inherited: bool) -> TextJob:
    text, draft = spec.text, placed.draft
    assert text is not None
    setting = _setting(text, placed, easel, inherited)
    ground = placed.ground
    items = draft.body
    leads = bool(items) and all("lead" in i.slots for i in items) and text.lead is not None
    pitch = next((p.pitch for p in text.pitches if len(items) <= p.count), text.pitches[-1].pitch if text.pitches else 0)
    levels = spec.levels
    base = text.style.leading

    def walk(source: tuple[ItemSlots, ...], depth: int) -> Iterator[tuple[ItemSlots, int]]:
        for item in source:
            yield item, depth
            yield from walk(item.children, min(depth + 1, len(levels) - 1, 8))

    def setter(size: int, tabbed: bool = True) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        scene, paras = [], []
        for row, (item, depth) in enumerate(walk(items, 0)):
            level = levels[depth] if levels else None
            style = level.style if level else text.style
            own = size if depth == 0 else max(min(size - 4 * depth, size), 10)
            lead, words = item.slots.get("lead"), item.slots.get("text")
            runs: list[Run] = []
            tab = 0
            if lead and words and leads and depth == 0:
                runs += setting.runs(lead.paragraphs[0].runs, own, style=text.lead, color=shade(text.lead_color, ground) if text.lead_color else None)
                joint = "\t" if tabbed and text.tab else "\v"
                runs.append(replace(runs[-1], text=joint, bold=None))
                runs += setting.runs(words.paragraphs[0].runs, own, color=shade(text.text_color, ground) if text.text_color else None)
                tab = text.tab if joint == "\t" else 0
            elif lead:
                runs += setting.runs(lead.paragraphs[0].runs, own, style=replace(style, bold=True))
                if words:
                    runs += setting.runs((model.Run("\u2002"),), own)
                    runs += setting.runs(words.paragraphs[0].runs, own)
            elif words:
                for i, p in enumerate(words.paragraphs):
                    runs += setting.runs(((model.Run("\v"),) if i else ()) + tuple(p.runs), own)
            if depth and size != text.style.size:
                runs = [replace(r, size=own) for r in runs]
            gap = level.before if level else 0.0
            if depth == 0 and pitch:
                gap = max(pitch / 12700 - base, 6.0) * (size / text.style.size)
            first_row = row == 0
            before = 0.0 if first_row else round(gap, 1)
            paragraph = Paragraph(
                tuple(runs), level=depth, before=before if before != (level.before if level else 0.0) else None,
                tabs=(tab,) if tab else (), size=None if size == text.style.size else own, rtl=easel.rtl,
            )  # fmt: skip
            scene.append(paragraph)
            para = measured(paragraph, style, own, easel.faces, level, tab)
            paras.append(replace(para, before=before, scale=own / size))
        return tuple(scene), tuple(paras)

    def choose(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """Lead, tab, text where every item stays on one line; else the text goes under its lead."""
        scene, paras = setter(size, True)
        if leads and text.tab and any(_wraps(p, size, width) for p in paras):
            return setter(size, False)
        return scene, paras

    width, height = inner(box)
    return TextJob(
        key=(placed.look.name, spec.role), role=spec.role, style=text.style, setter=choose, width=width, height=height,
        lang=draft.lang, sizes=ladder(text.style, text.style.size, easel.profile, True), span=draft.span, slide=draft.id,
        spare=(text.spare[0] / 12700, text.spare[1] / 12700),
    )  # fmt: skip


def _wraps(para: Para, size: int, width: float) -> bool:
    lines = set_paragraphs((para,), size, width)
    return lines is None or lines.count > 1


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
        id=f"{draft.id}:{spec.role}", name=spec.name, box=target, placeholder=_ref(spec), placed=not at_home,
        asset=str(ref.path), crop=crop, geometry=spec.geometry, adjust=radius_of(spec.radius, target), alt=alt,
        decorative=not alt and spec.role == "logo", span=ref.span,
    )  # fmt: skip
    placed.parts.append(lambda: item)


def _draw(shape: ShapeSpec, placed: Placed, easel: Easel) -> None:
    draft = placed.draft
    if shape.repeat is None:
        if holds(shape.when, draft, ground=placed.ground.name):
            _shape(shape, shape.box, (0, 0), placed, easel, None, 0)
        return
    items = draft.items
    places = offsets(shape.repeat, shape.box, len(items))
    for i, (item, (dx, dy)) in enumerate(zip(items, places, strict=False)):
        if holds(shape.when, draft, item, (i, len(items)), placed.ground.name):
            _shape(shape, shape.box.moved(dx, dy), (dx, dy), placed, easel, item, i)


def _shape(shape: ShapeSpec, box: Box, offset: tuple[int, int], placed: Placed, easel: Easel, item: ItemSlots | None, index: int) -> None:
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
        source = (item.slots.get(slot) if item is not None else None) or (None if item is not None else _slot(draft, slot))
        placed.shown.add(slot if item is None else "items")
        if source is not None and source.plain.strip():
            color = shape.text_colors[min(index, len(shape.text_colors) - 1)] if shape.text_colors else ""
            spec = replace(shape.text, mask="ellipse") if shape.shape == "ellipse" and not shape.text.mask else shape.text
            job = _text_job(spec, source, box, placed, easel, role=slot, inherited=False, key=shape.name, color=color)
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
            return TextFrame(id=ident, name=name, box=box, text=text, fit=job.result if job else None, link=link, span=draft.span)
        return Shape(
            id=ident, name=name, box=box, preset="" if shape.path else shape.shape, path=shape.path,
            adjust=radius_of(shape.radius, box), fill=fill, stroke=stroke, text=text, fit=job.result if job else None,
            decorative=text is None, link=link, span=draft.span,
        )  # fmt: skip

    placed.parts.append(part)


def _fill_of(shape: ShapeSpec, ground: Ground, index: int):  # type: ignore[no-untyped-def]
    if shape.fills:
        return shade(shape.fills[min(index, len(shape.fills) - 1)], ground, shape.fill_alpha)
    if shape.fill is None:
        return None
    if isinstance(shape.fill, tuple):
        return gradient(shape.fill, shape.angle, ground)
    if isinstance(shape.fill, Color):
        return shape.fill
    return shade(shape.fill, ground, shape.fill_alpha)


def unshown(placed: Placed) -> set[str]:
    """Slots with content that the look does not show: nothing is lost silently."""
    draft = placed.draft
    have = {n for n, v in draft.slots.items() if v.plain.strip()} | set(draft.pictures)
    have |= {"body"} if draft.body else set()
    have |= {"items"} if draft.items else set()
    return have - placed.shown


__all__ = ["Easel", "Placed", "Repeat", "Theme", "holds", "place", "unshown"]
