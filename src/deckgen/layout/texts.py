"""The texts of placeholders and shapes as jobs: what is written and what is measured at each size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from ..discovery import module
from ..findings import Span
from ..model import text as model
from ..records import replace
from ..scene.items import Align, Paragraph, Run
from ..theme.paint import Color, radius_of
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
LEAD_GAP = 0.6  # em that stay free between a lead and its text
LEAD_MOST = 0.42  # share of the line that leads may take
EVEN = 0.9  # em between items that are too tall for their pitch
TIGHT = 0.4  # em between items whose texts stand under their leads, where there is little room


MOST_SETTINGS = 500
_SETTINGS: dict[tuple[int, int, bool, str, str, str], tuple[TextSpec, Setting]] = {}


def setting_of(
    text: TextSpec, placed: Placed, inherited: bool, easel: Easel, color: str = "", home: str = "body"
) -> Setting:
    """How the text of a slot is set; `home` is the theme font that it inherits."""
    ground, lang, font = placed.ground, placed.draft.lang, home if easel.faces.two else ""
    key = (id(text), id(ground), inherited, color, lang, font)
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
            font=font,
        )
        if len(_SETTINGS) >= MOST_SETTINGS:
            _SETTINGS.clear()
        known = _SETTINGS[key] = (text, setting)
    return known[1]


def home_of(spec: PlaceholderSpec, placed: Placed) -> str:
    """The theme font that a placeholder's text inherits: that of its layout's."""
    layout = placed.look.placeholder(spec.role) or spec
    return layout.text.style.font if layout.text is not None else "body"


def caption(text: TextSpec, draft: Draft, easel: Easel) -> model.RichText | None:
    """The fixed text that a look gives; None for the text of a slot.  `{n}` and `{count}` are the slide's place in its series."""
    words = text.literal or easel.captions.get(text.label, "")
    if not words:
        return None
    words = words.replace("{n}", str(draft.index)).replace("{count}", str(draft.count))
    return model.plain_text(words, draft.span)


def _first_size(text: TextSpec, plain: str) -> int:
    for length, size in text.sizes:
        if len(plain) <= length:
            return size
    return text.style.size


def text_job(
    text: TextSpec, source: model.RichText, box: Box, placed: Placed, easel: Easel, *, role: str, inherited: bool,
    key: str, color: str = "", preset: str = "", radius: int = 0, home: str = "body",
) -> TextJob:  # fmt: skip
    """The job of a text; one that may be shortened says as much as fits at its first size."""
    how: dict[str, Any] = {
        "role": role, "inherited": inherited, "key": key, "color": color, "preset": preset, "radius": radius, "home": home,
    }  # fmt: skip
    job = _text_job(text, source, box, placed, easel, **how)
    if not text.shorten:
        return job
    rest = module("deckgen.layout", "shorten").shorter(source)
    while not job.fits(job.sizes[0]) and (less := next(rest, None)) is not None:
        job = _text_job(text, less, box, placed, easel, **how)
    return job


def _text_job(
    text: TextSpec, source: model.RichText, box: Box, placed: Placed, easel: Easel, *, role: str, inherited: bool,
    key: str, color: str, preset: str, radius: int, home: str,
) -> TextJob:  # fmt: skip
    setting = setting_of(text, placed, inherited, easel, color, home)
    align = None if inherited else text.align

    def setter(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        paragraphs = []
        for i, p in enumerate(source.paragraphs):
            runs = setting.runs(p.runs, size)
            if i == len(source.paragraphs) - 1 and size >= 24:
                runs = setting.stopped(runs)
            if text.mark_color and not i:
                runs = _marked(runs, placed.ground.shade(text.mark_color))
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


def _mark_of(plain: str) -> str:
    """The quotation mark that a text opens with, "" if with none."""
    return plain[: 2 if plain[1:2] in NARROW else 1] if plain[:1] in OPENING else ""


def _marked(runs: list[Run], color: Color) -> list[Run]:
    """Runs whose opening quotation mark is a run of its own in `color`."""
    mark = _mark_of(runs[0].text) if runs else ""
    if not mark:
        return runs
    rest = [replace(runs[0], text=runs[0].text[len(mark) :])] if runs[0].text != mark else []
    return [replace(runs[0], text=mark, color=color), *rest, *runs[1:]]


def _hanging(text: TextSpec, source: model.RichText, size: int, easel: Easel) -> int:
    """How far the first line begins left of the others (EMU): an opening quotation mark's width in the font that is written."""
    mark = _mark_of(source.plain)
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
    setting = setting_of(text, placed, inherited, easel, home=home_of(spec, placed))
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

    rows = list(walk(items, 0))
    hung = text.beside and bool(text.tab)

    def setter(
        size: int, joint: str = "\t", tight: bool = False, apart: float | None = None, hang: int = 0
    ) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        scene, paras = [], []
        for row, (item, depth, own_leads) in enumerate(rows):
            level = levels[depth] if levels else None
            style = level.style if level else text.style
            own = size if depth == 0 else max(min(size - 4 * depth, size), 10)
            lead, words = item.slots.get("lead"), item.slots.get("text")
            runs: list[Run] = []
            tab, hangs = 0, False
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
                tab = (hang or text.tab) if joint == "\t" else 0
                hangs = bool(hang)
            elif lead:
                runs += setting.runs(
                    lead.paragraphs[0].runs, own, style=replace(style, bold=True) if own_leads else None
                )
                if words:
                    runs += setting.runs((model.Run("\u2002" if own_leads else ": "),), own)
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
            if depth == 0 and apart is not None:
                gap = apart
            first_row = row == 0
            before = 0.0 if first_row else round(gap, 1)
            paragraph = Paragraph(
                tuple(runs),
                level=depth,
                before=before if before != (level.before if level else 0.0) else None,
                tabs=(tab,) if tab and not hangs else (),
                indent=tab if hangs else None,
                first=-tab if hangs else None,
                size=None if size == text.style.size else own,
                align=align,
                rtl=rtl,
            )
            paragraph = directed(paragraph, listed=True)
            scene.append(paragraph)
            para = measured(paragraph, style, own, easel.faces, level, tab, before=before, scale=own / size)
            if hangs:  # the text begins at the tab on its first line too
                at = next(n for n, run in enumerate(paragraph.runs) if run.text == joint)
                para = replace(para, spans=para.spans[at + 1 :], first_indent=0.0, tab=0.0)
            paras.append(para)
        return tuple(scene), tuple(paras)

    def tab_of(size: int) -> int:
        """Where texts hang (EMU): at the theme's tab, farther where a lead is wider, 0 where one takes too much of the line."""
        assert text.lead is not None
        wide = 0.0
        for item in items:
            runs = setting.runs(item.slots["lead"].paragraphs[0].runs, size, style=text.lead)
            lines = set_paragraphs(
                (measured(Paragraph(tuple(runs)), text.lead, size, easel.faces),), size, job.width
            )
            if lines is None or lines.count > 1:
                return 0
            wide = max(wide, lines.width + LEAD_GAP * size)
        return max(text.tab, points(wide)) if wide <= LEAD_MOST * job.width else 0

    def even(size: int, joint: str, hang: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """Items a pitch apart, where the tallest leaves room for that; else with the least room between all."""
        paragraphs, paras = setter(size, joint, hang=hang)
        lines = set_paragraphs(paras, size, job.width)
        if lines is None or not pitch:
            return paragraphs, paras
        tall = high = 0.0
        for paragraph, para, texts in zip(paragraphs, paras, lines.texts, strict=True):
            above = high + para.before if paragraph.level else 0.0
            high = above + len(texts) * para.leading * para.scale * size
            tall = max(tall, high)
        return setter(size, joint, apart=round(max(to_points(pitch) - tall, EVEN * size), 1), hang=hang)

    def choose(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        """Lead and text in one line, or the text hung at its tab where the theme has it so; else the text goes under its lead."""
        # from right to left LibreOffice has no tab without a bullet
        tab = tab_of(size) if hung and leads and not rtl else 0
        if text.even:
            return even(size, "\t" if tab or not leads else "\v", tab)
        return setter(size, "\t", hang=tab) if tab else plain(size)

    def plain(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
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
        places=tuple([_place(item) for item, _, _ in rows]),
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
