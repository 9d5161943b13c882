"""The texts of placeholders and shapes as jobs: what is written and what is measured at each size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from ..findings import Span
from ..model import text as model
from ..records import replace
from ..scene.items import Align, Paragraph, Run
from ..theme.paint import radius_of
from ..theme.records import PlaceholderSpec, TextSpec
from ..typeset.measure import measure_for
from ..typeset.paragraph import Para, set_paragraphs
from ..units import Box, points, to_points
from .direction import directed, direction
from .draft import Draft, ItemSlots
from .jobs import SAFETY, Setter, TextJob, inner, ladder
from .placed import Easel, Placed
from .runs import Setting, before_unit, measured

TITLE_ROLES = {"title", "quote"}
BALANCED = {"title", "quote", "support", "label", "text", "centre", "subtitle", "heading", "result"}
BODY_ROLES = {"body", "body-2"}
OPENING, NARROW = set("„“”«»‚‘’‹›\"'"), {"\u202f", "\u00a0"}
WORD = 4  # letters from which on a unit is a word, not a sign
TIGHT = 0.4  # em between items whose texts stand under their leads, where there is little room


MOST_SETTINGS = 500
_SETTINGS: dict[tuple[int, int, bool, str, str], tuple[TextSpec, Setting]] = {}


def setting_of(text: TextSpec, placed: Placed, inherited: bool, color: str = "") -> Setting:
    ground, lang = placed.ground, placed.draft.lang
    key = (id(text), id(ground), inherited, color, lang)
    known = _SETTINGS.get(key)
    if known is None or known[0] is not text or known[1].ground is not ground:
        apart = text.stop and ground.roles[text.stop] != ground.roles[color or text.color]
        setting = Setting(
            text.style,
            ground.shade(color or text.color),
            ground,
            inherited,
            stop=ground.shade(text.stop) if apart else None,
            strong=ground.shade(text.strong) if text.strong else None,
            lang=lang,
        )
        if len(_SETTINGS) >= MOST_SETTINGS:
            _SETTINGS.clear()
        known = _SETTINGS[key] = (text, setting)
    return known[1]


def caption(text: TextSpec, draft: Draft, easel: Easel) -> model.RichText | None:
    """The fixed text that a look gives; None for the text of a slot.  `{n}` and `{count}` are the slide's place in its series."""
    words = text.literal or easel.captions.get(text.label, "")
    if not words:
        return None
    words = words.replace("{n}", str(draft.index)).replace("{count}", str(draft.count))
    return model.RichText((model.Paragraph((model.Run(words),)),), draft.span or Span(""))


def _first_size(text: TextSpec, plain: str) -> int:
    for length, size in text.sizes:
        if len(plain) <= length:
            return size
    return text.style.size


def text_job(
    text: TextSpec, source: model.RichText, box: Box, placed: Placed, easel: Easel, *, role: str, inherited: bool,
    key: str, color: str = "", preset: str = "", radius: int = 0,
) -> TextJob:  # fmt: skip
    setting = setting_of(text, placed, inherited, color)
    align = None if inherited else text.align

    def setter(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs = []
        for i, p in enumerate(source.paragraphs):
            runs = setting.runs(p.runs, size)
            if i == len(source.paragraphs) - 1 and size >= 24:
                runs = setting.stopped(runs)
            paragraph = Paragraph(
                tuple(runs),
                align=align,
                leading=None if inherited else text.style.spacing,
                before=None if inherited else 0.0,
                bullet="inherit" if inherited else "none",
                size=None if inherited and size == text.style.size else size,
                rtl=direction(placed, easel),
                indent=text.hang or None,
                first=-_hanging(text, source, size, easel) if text.hang and not i else None,
            )
            paragraphs.append(directed(paragraph, listed=bool(text.hang)))
        plain = tuple(paragraphs)
        return plain, tuple(measured(p, text.style, size, easel.faces) for p in plain)

    width, height = inner(box, preset, radius_of(radius, box))
    anchor = None if inherited else text.anchor
    first = _first_size(text, source.plain)
    return TextJob(
        key=(placed.look.name, key),
        role=role,
        style=text.style,
        setter=setter,
        width=width,
        height=height,
        lang=placed.draft.lang,
        sizes=ladder(text.style, first, easel.profile, role in BODY_ROLES),
        span=source.span,
        balanced=role.rstrip("0123456789").removesuffix("-") in BALANCED,  # heading-2 as heading
        title=role in TITLE_ROLES or role.startswith("heading"),
        spare=(to_points(text.spare[0]), to_points(text.spare[1])),
        align=text.align,
        anchor=anchor,
        box=box if preset else None,
        preset=preset,
        radius=radius,
    )


def _hanging(text: TextSpec, source: model.RichText, size: int, easel: Easel) -> int:
    """How far the first line begins left of the others (EMU): an opening quotation mark's width in the font that is written."""
    plain = source.plain
    mark = plain[: 2 if plain[1:2] in NARROW else 1] if plain[:1] in OPENING else ""
    if not mark:
        return 0
    face = easel.faces.face(text.style.font, text.style.bold)
    return min(text.hang, points(measure_for(face).width(mark, size, text.style.tracking)))


def with_suffix(job: TextJob, unit: model.RichText, text: TextSpec, placed: Placed, easel: Easel) -> Setter:
    """A job's text with its unit after it, at a share of the size; what is raised or lowered in it (m^2^) stays so.

    A unit that is a word goes below its number where both don't stay on one line.
    """
    signs = [run for p in unit.paragraphs for run in p.runs]
    setter = job.setter

    def with_unit(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs, _ = setter(size)
        last = paragraphs[-1]
        small = max(10, round(size * text.suffix_scale))
        own = replace(
            last.runs[-1],
            text="",
            size=small,
            # the layout's tracking is in points, made for the number's size
            tracking=(text.style.spc(small) or None) if small != size else last.runs[-1].tracking,
        )
        turned = direction(placed, easel)

        def whole(p: Paragraph) -> Paragraph:
            return directed(replace(p, rtl=turned), listed=bool(text.hang))

        runs = [replace(own, text=sign.text, script=sign.script) for sign in signs]
        space = before_unit(unit, last.runs[-1].lang)
        after = [replace(runs[0], text=space + runs[0].text), *runs[1:]]
        done = (*paragraphs[:-1], whole(replace(last, runs=(*last.runs, *after))))
        paras = tuple(measured(p, text.style, size, easel.faces) for p in done)
        if len(unit.plain) < WORD or not any(wraps(p, size, job.width) for p in paras):
            return done, paras
        below = whole(replace(last, runs=tuple(runs), size=small, before=0.0))
        para = replace(measured(below, text.style, small, easel.faces), before=0.0, scale=small / size)
        return (*paragraphs, below), (*(measured(p, text.style, size, easel.faces) for p in paragraphs), para)

    return with_unit


def as_number(setter: Setter) -> Setter:
    """The same text as the field that shows the slide's number."""

    def counted(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs, paras = setter(size)
        runs = tuple(replace(r, field="slidenum") for p in paragraphs for r in p.runs)
        return (replace(paragraphs[0], runs=runs),), paras

    return counted


def body_job(spec: PlaceholderSpec, box: Box, placed: Placed, easel: Easel, inherited: bool) -> TextJob:
    text, draft = spec.text, placed.draft
    assert text is not None
    setting = setting_of(text, placed, inherited)
    ground = placed.ground
    items = draft.body
    leads = bool(items) and all("lead" in i.slots for i in items) and text.lead is not None
    pitch = text.pitch_of(len(items))
    # a list reads from its bullets on: in another direction than the deck's it turns round
    rtl = direction(placed, easel)
    turned = {"left": "right", "right": "left", "center": "center"}
    align = cast(Align, turned[text.align]) if rtl is not None and rtl != easel.rtl else None
    levels = spec.levels
    base = text.style.leading

    def walk(source: tuple[ItemSlots, ...], depth: int) -> Iterator[tuple[ItemSlots, int, bool]]:
        """Items with their level, and whether their leads are set apart: only where all of a list have one."""
        apart = all("lead" in i.slots for i in source)
        for item in source:
            yield item, depth, apart
            yield from walk(item.children, min(depth + 1, len(levels) - 1, 8))

    def setter(
        size: int, joint: str = "\t", tight: bool = False
    ) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        scene, paras = [], []
        for row, (item, depth, apart) in enumerate(walk(items, 0)):
            level = levels[depth] if levels else None
            style = level.style if level else text.style
            own = size if depth == 0 else max(min(size - 4 * depth, size), 10)
            lead, words = item.slots.get("lead"), item.slots.get("text")
            runs: list[Run] = []
            tab = 0
            if lead and words and leads and depth == 0:
                runs += setting.runs(
                    lead.paragraphs[0].runs,
                    own,
                    style=text.lead,
                    color=ground.shade(text.lead_color) if text.lead_color else None,
                )
                runs.append(replace(runs[-1], text=joint, bold=None))
                runs += setting.runs(
                    words.paragraphs[0].runs,
                    own,
                    color=ground.shade(text.text_color) if text.text_color else None,
                )
                tab = text.tab if joint == "\t" else 0
            elif lead:
                runs += setting.runs(
                    lead.paragraphs[0].runs, own, style=replace(style, bold=True) if apart else None
                )
                if words:
                    runs += setting.runs((model.Run("\u2002" if apart else ": "),), own)
                    runs += setting.runs(words.paragraphs[0].runs, own)
            elif words:
                for i, p in enumerate(words.paragraphs):
                    runs += setting.runs(((model.Run("\v"),) if i else ()) + tuple(p.runs), own)
            if depth and size != text.style.size:
                runs = [replace(r, size=own) for r in runs]
            gap = level.before if level else 0.0
            if depth == 0 and pitch:
                gap = max(to_points(pitch) - base, 6.0) * (size / text.style.size)
                gap = min(gap, TIGHT * size) if tight else gap
            first_row = row == 0
            before = 0.0 if first_row else round(gap, 1)
            paragraph = Paragraph(
                tuple(runs),
                level=depth,
                before=before if before != (level.before if level else 0.0) else None,
                tabs=(tab,) if tab else (),
                size=None if size == text.style.size else own,
                align=align,
                rtl=rtl,
            )
            paragraph = directed(paragraph, listed=True)
            scene.append(paragraph)
            paras.append(
                measured(paragraph, style, own, easel.faces, level, tab, before=before, scale=own / size)
            )
        return tuple(scene), tuple(paras)

    def choose(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """Lead and text in one line where every item stays on one; else the text goes under its lead, closer if need be."""
        beside = setter(size, "\t" if text.tab else "\u2002")
        if not leads or not any(wraps(p, size, job.width) for p in beside[1]):
            return beside
        under = setter(size, "\v")
        lines = set_paragraphs(under[1], size, job.width)
        return (
            under if lines is not None and lines.height <= job.height - SAFETY else setter(size, "\v", True)
        )

    width, height = inner(box)
    job = TextJob(
        key=(placed.look.name, spec.role),
        role=spec.role,
        style=text.style,
        setter=choose,
        width=width,
        height=height,
        lang=draft.lang,
        sizes=ladder(text.style, text.style.size, easel.profile, True),
        span=draft.span,
        places=tuple([_place(item) for item, _, _ in walk(items, 0)]),
        spare=(to_points(text.spare[0]), to_points(text.spare[1])),
        align=text.align,
        anchor=None if inherited else text.anchor,
    )
    return job


def _place(item: ItemSlots) -> Span | None:
    """Where an item's text is written."""
    found = item.slots.get("text") or item.slots.get("lead")
    return found.span if found is not None and found.span.file else item.span


def wraps(para: Para, size: int, width: float) -> bool:
    lines = set_paragraphs((para,), size, width)
    return lines is None or lines.count > 1
