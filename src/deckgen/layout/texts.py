"""The texts of placeholders and shapes as jobs: what is written and what is measured at each size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..model import text as model
from ..scene.items import Paragraph, Run
from ..theme.records import PlaceholderSpec, TextSpec
from ..typeset.paragraph import Para, set_paragraphs
from ..units import Box
from .draft import ItemSlots
from .jobs import Setter, TextJob, inner, ladder
from .paint import shade
from .placed import Easel, Placed
from .runs import Setting, measured

TITLE_ROLES = {"title", "quote"}
BALANCED = {"title", "quote", "support", "label", "text", "centre", "subtitle", "heading", "result"}
BODY_ROLES = {"body", "body-2"}


def setting_of(text: TextSpec, placed: Placed, easel: Easel, inherited: bool, color: str = "") -> Setting:
    ground = placed.ground
    return Setting(
        text.style,
        shade(color or text.color, ground),
        ground,
        inherited,
        stop=shade(text.stop, ground) if text.stop else None,
        align=text.align,
        rtl=easel.rtl,
        lang=placed.draft.lang,
    )


def _first_size(text: TextSpec, plain: str) -> int:
    for length, size in text.sizes:
        if len(plain) <= length:
            return size
    return text.style.size


def text_job(
    text: TextSpec, source: model.RichText, box: Box, placed: Placed, easel: Easel, *, role: str, inherited: bool,
    key: str, color: str = "",
) -> TextJob:  # fmt: skip
    setting = setting_of(text, placed, easel, inherited, color)
    align = None if inherited else text.align

    def setter(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs = []
        for i, p in enumerate(source.paragraphs):
            runs = setting.runs(p.runs, size)
            if i == len(source.paragraphs) - 1 and size >= 24:
                runs = setting.stopped(runs)
            paragraphs.append(
                Paragraph(
                    tuple(runs),
                    align=align,
                    leading=None if inherited else text.style.spacing,
                    before=None if inherited else 0.0,
                    bullet="inherit" if inherited else "none",
                    size=None if inherited and size == text.style.size else size,
                    rtl=easel.rtl,
                )
            )
        plain = tuple(paragraphs)
        return plain, tuple(measured(p, text.style, size, easel.faces) for p in plain)

    width, height = inner(box, text.mask)
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
        slide=placed.draft.id,
        balanced=role in BALANCED,
        title=role in TITLE_ROLES,
        spare=(text.spare[0] / 12700, text.spare[1] / 12700),
    )


def with_suffix(setter: Setter, unit: str, text: TextSpec, easel: Easel) -> Setter:
    """The same text with its unit after it, at a share of the size."""

    def with_unit(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs, _ = setter(size)
        last = paragraphs[-1]
        small = max(10, round(size * text.suffix_scale))
        # English sets no space before the percent sign; others a no-break space
        space = "" if unit == "%" and last.runs[-1].lang.startswith("en") else "\u00a0"
        run = replace(last.runs[-1], text=space + unit, size=small, tracking=None)
        done = (*paragraphs[:-1], replace(last, runs=(*last.runs, run)))
        return done, tuple(measured(p, text.style, size, easel.faces) for p in done)

    return with_unit


def body_job(spec: PlaceholderSpec, box: Box, placed: Placed, easel: Easel, inherited: bool) -> TextJob:
    text, draft = spec.text, placed.draft
    assert text is not None
    setting = setting_of(text, placed, easel, inherited)
    ground = placed.ground
    items = draft.body
    leads = bool(items) and all("lead" in i.slots for i in items) and text.lead is not None
    pitch = next(
        (p.pitch for p in text.pitches if len(items) <= p.count),
        text.pitches[-1].pitch if text.pitches else 0,
    )
    levels = spec.levels
    base = text.style.leading

    def walk(source: tuple[ItemSlots, ...], depth: int) -> Iterator[tuple[ItemSlots, int, bool]]:
        """Items with their level, and whether their leads are set apart: only where all of a list have one."""
        apart = all("lead" in i.slots for i in source)
        for item in source:
            yield item, depth, apart
            yield from walk(item.children, min(depth + 1, len(levels) - 1, 8))

    def setter(size: int, tabbed: bool = True) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
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
                    color=shade(text.lead_color, ground) if text.lead_color else None,
                )
                joint = "\t" if tabbed and text.tab else "\v"
                runs.append(replace(runs[-1], text=joint, bold=None))
                runs += setting.runs(
                    words.paragraphs[0].runs,
                    own,
                    color=shade(text.text_color, ground) if text.text_color else None,
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
                gap = max(pitch / 12700 - base, 6.0) * (size / text.style.size)
            first_row = row == 0
            before = 0.0 if first_row else round(gap, 1)
            paragraph = Paragraph(
                tuple(runs),
                level=depth,
                before=before if before != (level.before if level else 0.0) else None,
                tabs=(tab,) if tab else (),
                size=None if size == text.style.size else own,
                rtl=easel.rtl,
            )
            scene.append(paragraph)
            para = measured(paragraph, style, own, easel.faces, level, tab)
            paras.append(replace(para, before=before, scale=own / size))
        return tuple(scene), tuple(paras)

    def choose(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """Lead, tab, text where every item stays on one line; else the text goes under its lead."""
        scene, paras = setter(size, True)
        if leads and text.tab and any(wraps(p, size, width) for p in paras):
            return setter(size, False)
        return scene, paras

    width, height = inner(box)
    return TextJob(
        key=(placed.look.name, spec.role),
        role=spec.role,
        style=text.style,
        setter=choose,
        width=width,
        height=height,
        lang=draft.lang,
        sizes=ladder(text.style, text.style.size, easel.profile, True),
        span=draft.span,
        slide=draft.id,
        spare=(text.spare[0] / 12700, text.spare[1] / 12700),
    )


def wraps(para: Para, size: int, width: float) -> bool:
    lines = set_paragraphs((para,), size, width)
    return lines is None or lines.count > 1
