"""The rows of a text form as paragraphs: what is written and what is measured at each size."""

from __future__ import annotations

from ..findings import Span
from ..model import text as model
from ..records import replace
from ..scene.items import Paragraph, Run
from ..theme.paint import Color
from ..theme.records import Ground, Level, TextSpec, TypeStyle
from ..typeset.paragraph import Para
from ..units import inches, to_points
from .direction import directed
from .forms import Row, TextForm
from .jobs import Setter
from .runs import Faces, Setting, before_unit, measured

NARROW = 500.0  # pt; in a narrower frame an item's text goes under its lead
FIGURE = 2.4  # size of a figure in a column, as a multiple of the text's
SOURCE = 18  # pt, the largest that a source line is set
GAPS = {
    "heading": 0.9,
    "muted": 0.5,
    "source": 0.6,
    "figure": 0.6,
    "quote": 0.5,
    "bullet": 0.32,
    "": 0.55,
    "code": 0.5,
}
"""Space above a row in em of the text's size, by tone or marker."""
NESTED = 0.14
NUMBER_INDENT = inches(0.45)


def rows_setter(
    form: TextForm, text: TextSpec, levels: tuple[Level, ...], setting: Setting, faces: Faces, width: float, rtl: bool | None
) -> Setter:  # fmt: skip
    """A setter of `form` in a frame set as `text` says, `width` points wide."""
    bullets = [r for r in form.rows if r.marker == "bullet" and r.level == 0]
    led = bool(bullets) and all("lead" in r.slots and "text" in r.slots for r in bullets)
    writer = _Rows(text, levels, setting, faces, led and width < NARROW, rtl, _list_gap(text, len(bullets)))

    def setter(size: int) -> tuple[tuple[Paragraph, ...], tuple[Para, ...]]:
        scene: list[Paragraph] = []
        paras: list[Para] = []
        above: Row | None = None
        for row in form.rows:
            before = round(writer.gap(row, above, size), 1) if above is not None else 0.0
            for paragraph, para in writer.paragraphs(row, size, before):
                scene.append(paragraph)
                paras.append(para)
            above = row
        return tuple(scene), tuple(paras)

    return setter


def places_of(form: TextForm) -> tuple[Span | None, ...]:
    """Where each paragraph of the form is written."""
    result: list[Span | None] = []
    for row in form.rows:
        found = row.slots.get("text") or row.slots.get("lead")
        span = found.span if found is not None and found.span.file else form.span
        result += [span] * (len(row.slots["text"].paragraphs) if _several(row) else 1)
    return tuple(result)


def _several(row: Row) -> bool:
    """Whether an unmarked text has more than one paragraph."""
    words = row.slots.get("text")
    return words is not None and not row.marker and "lead" not in row.slots and len(words.paragraphs) > 1


def _list_gap(text: TextSpec, count: int) -> float:
    """The space above an item in em: of the pitch that the theme gives lists of so many items, else the usual one."""
    pitch = text.pitch_of(count)
    return max(to_points(pitch) - text.style.leading, 0.0) / text.style.size if pitch else GAPS["bullet"]


class _Rows:
    def __init__(
        self, text: TextSpec, levels: tuple[Level, ...], setting: Setting, faces: Faces, under: bool, rtl: bool | None,
        list_gap: float,
    ) -> None:  # fmt: skip
        self.text = text
        self.levels = levels
        self.setting = setting
        self.faces = faces
        self.under = under  # an item's text goes under its lead
        self.rtl = rtl
        self.list_gap = list_gap

    def gap(self, row: Row, above: Row | None, size: int) -> float:
        """Points above a row."""
        if above is not None and above.tone == "heading" and row.tone in ("", "quote"):
            return 0.25 * size
        if row.marker in ("bullet", "number") and above is not None and above.marker == row.marker:
            return (NESTED if row.level else self.list_gap) * size
        if row.marker in ("bullet", "number") and row.level:
            return NESTED * size
        return GAPS.get(row.tone or row.marker, GAPS[""]) * size

    def paragraphs(self, row: Row, size: int, before: float) -> list[tuple[Paragraph, Para]]:
        """The paragraphs of a row: one, or as many as an unmarked text has."""
        style, own, color = self._tone(row, size)
        depth = min(row.level, len(self.levels) - 1) if self.levels else 0
        level = self.levels[depth] if self.levels and row.marker in ("bullet", "number") else None
        words = row.slots.get("text")
        groups = [(p,) for p in words.paragraphs] if words is not None and _several(row) else [None]
        result = []
        for index, only in enumerate(groups):
            runs = self._runs(row, only, style, own, color)
            if level is not None and self.setting.inherited and level.style.size == own:
                runs = [replace(r, size=None) for r in runs]
            gap = before if index == 0 else round(GAPS[""] * size, 1)
            paragraph = self._paragraph(row, runs, own, gap, level, depth, style)
            paragraph = directed(paragraph, listed=bool(row.marker))
            para = measured(paragraph, style, own, self.faces, level)
            result.append((paragraph, replace(para, before=gap, scale=own / size)))
        return result

    def _tone(self, row: Row, size: int) -> tuple[TypeStyle, int, Color | None]:
        text, ground = self.text, self.setting.ground
        style, own = text.style, size
        color: Color | None = None
        if row.level and row.marker in ("bullet", "number"):
            own = max(size - 4 * row.level, 10)
        if row.tone == "heading":
            style = text.lead or replace(style, bold=True)
            color = ground.shade(text.lead_color) if text.lead_color else None
        elif row.tone in ("muted", "source"):
            color = ground.shade(text.text_color) if text.text_color else None
            own = min(size, SOURCE) if row.tone == "source" else size
        elif row.tone == "figure":
            style = replace(style, bold=True, font="heading")
            own = round(size * FIGURE)
            color = self._accent(ground)
        elif row.tone == "quote":
            style = replace(style, bold=True, font="heading")
        return style, own, color

    def _accent(self, ground: Ground) -> Color | None:
        # on a panel of its own the text's colour is what can be read there
        return ground.roles["accent-text"] if self.text.color in ("text", "muted") else None

    def _runs(
        self, row: Row, only: tuple[model.Paragraph] | None, style: TypeStyle, own: int, color: Color | None
    ) -> list[Run]:  # fmt: skip
        setting, text = self.setting, self.text
        if row.lang:
            setting = replace(setting, lang=row.lang)
        lead, words = row.slots.get("lead"), row.slots.get("text")
        runs: list[Run] = []
        if lead is not None:
            bold = text.lead or replace(style, bold=True)
            tint = setting.ground.shade(text.lead_color) if text.lead_color else color
            runs += setting.runs(lead.paragraphs[0].runs, own, style=bold, color=tint)
            if words is not None:
                joint = model.Run("\v" if self.under and not row.level else "\u2002")
                runs += setting.runs((joint,), own, color=color)
                color = setting.ground.shade(text.text_color) if text.text_color and self.under else color
        if words is not None:
            for index, paragraph in enumerate(only or words.paragraphs):
                own_runs = ((model.Run("\v"),) if index else ()) + paragraph.runs
                runs += setting.runs(own_runs, own, style=style, color=color)
        unit = row.slots.get("unit")
        if unit is not None:
            small = max(10, round(own * text.suffix_scale))
            signs = [
                replace(r, size=small)
                for r in setting.runs(unit.paragraphs[0].runs, small, style=style, color=color)
            ]
            signs[0] = replace(signs[0], text=before_unit(unit, setting.lang) + signs[0].text)
            runs += signs
        return runs

    def _paragraph(
        self, row: Row, runs: list[Run], own: int, before: float, level: Level | None, depth: int, style: TypeStyle
    ) -> Paragraph:  # fmt: skip
        inherited = self.setting.inherited
        kept = inherited and level is not None and before == level.before
        paragraph = Paragraph(
            tuple(runs),
            level=depth if level is not None else 0,
            align=None if inherited else self.text.align,
            leading=None if inherited else style.spacing,
            before=None if kept else before,
            size=None if inherited and own == self.text.style.size and not row.level else own,
            rtl=self.rtl,
        )
        if row.marker == "number":
            indent = NUMBER_INDENT * (row.level + 1)
            return replace(paragraph, bullet="number", start=row.start, indent=indent, first=-NUMBER_INDENT)
        if row.marker == "bullet" and level is not None and level.bullet:
            if inherited:
                return paragraph
            return replace(paragraph, bullet="bullet", indent=level.indent, first=-level.hanging)
        return replace(paragraph, bullet="none", indent=0, first=0)
