"""The texts of a slide as elements: type as it is inherited from the layout, the first baseline by PowerPoint's rule.

A body's row `lead, tab, text` is three elements, as the comps draw it: bullet, lead, text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PIL import ImageFont

from deckgen.layout.runs import Faces
from deckgen.scene.items import Paragraph, Run, Text
from deckgen.theme.paint import Color
from deckgen.theme.records import Ground, PlaceholderSpec, Theme, TypeStyle
from deckgen.typeset.baseline import first_baseline
from deckgen.units import Box, to_points

from .elements import Element, words

ALIGN = {"left": "l", "center": "c", "right": "r"}
ANCHOR = {"top": "t", "middle": "m", "bottom": "b"}
OPENING = "„“«»‚‘"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text inherits: the layout's placeholder (None for text boxes), ground, fonts; `hex` resolves a colour."""

    spec: PlaceholderSpec | None
    ground: Ground
    faces: Faces
    theme: Theme
    hex: Callable[[Color], str]

    @property
    def style(self) -> TypeStyle:
        """The layout's type."""
        assert self.spec is not None and self.spec.text is not None
        return self.spec.text.style

    def size(self, p: Paragraph, run: Run) -> float:
        """Points."""
        return run.size or p.size or (self.style.size if self.spec is not None else 18)

    def bold(self, run: Run) -> bool:
        """Whether the run is bold."""
        return run.bold if run.bold is not None else self.spec is not None and self.style.bold

    def tracking(self, run: Run) -> float:
        """1/100 pt."""
        if run.tracking is not None:
            return run.tracking
        return self.style.spc(self.style.size) if self.spec is not None else 0

    def color(self, run: Run) -> str:
        """The run's colour."""
        if run.color is not None:
            return self.hex(run.color)
        assert self.spec is not None and self.spec.text is not None
        return self.hex(self.ground.roles[self.spec.text.color])

    def leading(self, p: Paragraph, size: float) -> float:
        """Points from line to line."""
        spacing = (
            p.leading if p.leading is not None else self.style.spacing if self.spec is not None else 100_000
        )
        return spacing / 100_000 * 1.2 * size

    def font(self, run: Run) -> str:
        """The theme font of a run: "heading" or "body"; text boxes take the body's where they don't say."""
        return run.font or (self.style.font if self.spec is not None else "body")

    def before(self, p: Paragraph) -> float:
        """Space above a paragraph that is not the first, points."""
        if p.before is not None:
            return p.before
        levels = self.spec.levels if self.spec is not None else ()
        return levels[p.level].before if p.level < len(levels) else 0.0


def texts_of(name: str, box: Box, text: Text, lines: int, setting: Setting) -> Iterator[Element]:
    """The elements of one text in `box`, `lines` lines high."""
    if any("\t" in p.plain for p in text.paragraphs):
        yield from _rows(name, box, text, setting)
        return
    p = text.paragraphs[0]
    run = main_run(text)
    size = setting.size(p, run)
    leading = setting.leading(p, size)
    height = lines * leading + sum(setting.before(q) for q in text.paragraphs[1:])
    insets = text.insets or (0, 0, 0, 0)
    top, bottom = to_points(box.y + insets[1]), to_points(box.y + box.h - insets[3])
    anchor = text.anchor or (
        setting.spec.text.anchor if setting.spec is not None and setting.spec.text else "top"
    )
    start = {"top": top, "middle": (top + bottom - height) / 2, "bottom": bottom - height}[anchor]
    align = p.align or (setting.spec.text.align if setting.spec is not None and setting.spec.text else "left")
    hang = to_points(p.indent or 0)
    element = Element(
        kind="text", name=name, x=to_points(box.x) + hang, y=to_points(box.y), w=to_points(box.w) - hang, h=to_points(box.h),
        text=words(text.plain), size=size, leading=leading, tracking=setting.tracking(run), bold=setting.bold(run), color=setting.color(run),
        align=ALIGN[align], anchor=ANCHOR[anchor], baseline=start + _drop(setting, run, size, leading), lines=lines,
        place="number" if any(r.field for r in p.runs) else "",
    )  # fmt: skip
    if p.first is not None and p.first < 0 and element.text[:1] in OPENING:
        mark, element = _apart(element, -to_points(p.first))
        mark = replace(mark, color=setting.color(p.runs[0]))
        yield mark
    yield element


def items_of(name: str, box: Box, text: Text, lines: int, setting: Setting) -> Iterator[Element]:
    """A list whose items take a line each: an element for each."""
    if len(text.paragraphs) == 1 or any("\t" in p.plain for p in text.paragraphs):
        yield from texts_of(name, box, text, lines, setting)
        return
    whole = next(texts_of(name, box, text, lines, setting))
    down = 0.0
    for i, p in enumerate(text.paragraphs):
        one = next(texts_of(name, box, replace(text, paragraphs=(p,), anchor="top"), 1, setting))
        down += setting.before(p) if i else 0.0
        yield replace(one, y=whole.y + down, h=one.leading, baseline=whole.baseline + down)
        down += one.leading


def main_run(text: Text) -> Run:
    """The run that says most: a coloured full stop or a bold figure doesn't make a text's colour."""
    return max((r for p in text.paragraphs for r in p.runs), key=lambda r: len(r.text.strip()))


def _drop(setting: Setting, run: Run, size: float, leading: float) -> float:
    return first_baseline(setting.faces.face(setting.font(run), setting.bold(run)), size, leading)


def _apart(element: Element, hang: float) -> tuple[Element, Element]:
    """A quotation and its hanging mark."""
    mark = replace(
        element,
        text=element.text[0],
        x=element.x - hang,
        w=hang,
        h=element.leading,
        lines=1,
        align="r",
        name="mark",
    )
    return mark, replace(element, text=element.text[1:])


def _rows(name: str, box: Box, text: Text, setting: Setting) -> Iterator[Element]:
    """Bullet, lead and text of each paragraph."""
    assert setting.spec is not None
    level = setting.spec.levels[0]
    x, y = to_points(box.x), to_points(box.y)
    for i, p in enumerate(text.paragraphs):
        cut = next(n for n, r in enumerate(p.runs) if "\t" in r.text)
        lead, rest = p.runs[0], p.runs[cut + 1]
        size = setting.size(p, lead)
        leading = setting.leading(p, size)
        y += setting.before(p) if i else 0.0
        base = y + _drop(setting, lead, size, leading)
        # a text that hangs begins where its further lines do
        mid, left = x + to_points(p.tabs[0] if p.tabs else p.indent or 0), x + to_points(level.indent)
        if level.bullet.strip():
            yield _bullet(level.bullet, x, base, size * level.bullet_size / 100, setting)
        lines = 1 if p.tabs else 1 + sum(r.text.count("\v") for r in p.runs)
        common = Element(
            kind="text",
            name=name,
            y=y,
            h=leading,
            size=size,
            leading=leading,
            align="l",
            anchor="t",
            baseline=base,
        )
        for runs, one, start, end in (
            (p.runs[:cut], lead, left, mid),
            (p.runs[cut + 1 :], rest, mid, to_points(box.right)),
        ):
            yield replace(
                common, text=words("".join(r.text for r in runs)), x=start, w=end - start, tracking=setting.tracking(one),
                bold=setting.bold(one), color=setting.color(one), lines=lines if one is rest else 1, h=leading * (lines if one is rest else 1),
            )  # fmt: skip
        y += leading * lines


def _bullet(char: str, x: float, baseline: float, size: float, setting: Setting) -> Element:
    """The ink of a list's bullet, measured in the theme's own bold file, as a circle."""
    assert setting.spec is not None
    file = next(f for f in setting.theme.fonts.files if "Bold" in f.name)
    scale = 20
    left, top, right, bottom = ImageFont.truetype(str(file), round(size * scale)).getbbox(char, anchor="ls")
    color = setting.hex(setting.ground.roles[setting.spec.levels[0].bullet_color])
    return Element(
        kind="ellipse", name="bullet", x=x + left / scale, y=baseline + top / scale, w=(right - left) / scale, h=(bottom - top) / scale,
        fill=color,
    )  # fmt: skip
