"""What a template's layouts offer: their placeholders with place, type, text style and name; footers; what stands in the way.

Lengths EMU, type sizes points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from lxml.etree import _Element as Element

from ..pptx_reader.deck import LayoutPart
from ..pptx_reader.placeholders import placeholder, walk
from ..pptx_reader.records import ParagraphStyle, Shape
from ..pptx_reader.xml import P, descend, flag
from ..records import dataclass
from ..theme.records import Level, TextSpec, TypeStyle
from ..units import Box, to_points
from .ink import drawn

TITLES: Final = frozenset(("title", "ctrTitle"))
FOOTERS: Final = frozenset(("dt", "ftr", "sldNum"))
TEXTS: Final = frozenset(("body", "subTitle", "obj", "title", "ctrTitle"))
CONTENT: Final = frozenset(("obj",))
LINES_OF: Final = 1.2  # em, the pitch of single spacing


@dataclass(frozen=True, slots=True)
class Slot:
    """A layout's placeholder: `type` as it has or inherits it ("obj" for content), `box` its frame, `inner` where its text stands."""

    type: str
    idx: int
    name: str
    box: Box
    inner: Box
    shape: Shape
    prompt: str = ""

    @property
    def is_title(self) -> bool:
        """Whether it is a title."""
        return self.type in TITLES

    @property
    def takes_text(self) -> bool:
        """Whether text may be typed into it."""
        return self.type in TEXTS and self.level(0) is not None

    def level(self, number: int) -> ParagraphStyle | None:
        """How one of its list levels is set."""
        return self.shape.levels[number] if number < len(self.shape.levels) else None

    @property
    def bulleted(self) -> bool:
        """Whether its first level has a bullet."""
        first = self.level(0)
        return first is not None and first.bullet.kind != "none"

    @property
    def insets(self) -> tuple[int, int, int, int]:
        """What lies between frame and text: left, top, right, bottom."""
        box, text = self.box, self.inner
        return text.x - box.x, text.y - box.y, box.right - text.right, box.bottom - text.bottom


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: place in the list (from 1), name, PowerPoint's type ("" for a custom one), slots in drawing order, footers by type.

    `obstacles` are the frames of what master and layout draw, backgrounds aside.
    """

    number: int
    source: LayoutPart
    name: str
    type: str
    slots: tuple[Slot, ...]
    footers: dict[str, Slot]
    obstacles: tuple[Box, ...]
    first_master: bool

    @property
    def part(self) -> str:
        """The layout's part."""
        return self.source.part

    @property
    def title(self) -> Slot | None:
        """Its title."""
        return next((s for s in self.slots if s.is_title), None)

    @property
    def others(self) -> tuple[Slot, ...]:
        """Its slots but for the title."""
        title = self.title
        return tuple(s for s in self.slots if s is not title)


def layouts_of(parts: Sequence[LayoutPart], width: int, height: int) -> list[Layout]:
    """The layouts of all masters."""
    return [_layout(n, part, parts[0].master, width, height) for n, part in enumerate(parts, 1)]


def _layout(number: int, source: LayoutPart, first: str, width: int, height: int) -> Layout:
    prompts = _prompts(source.root)
    slots: list[Slot] = []
    footers: dict[str, Slot] = {}
    seen: set[tuple[str, int]] = set()
    for shape in source.page.shapes:
        ph = shape.placeholder
        if ph is None or shape.hidden or shape.box is None:
            continue
        slot = slot_of(shape, prompts.get((ph.type, ph.index), ""))
        if slot is None or not _on_page(slot.box, width, height):
            continue
        if ph.type in FOOTERS:
            footers.setdefault(ph.type, slot)
        elif (ph.type, ph.index) not in seen and shape.kind == "text":
            seen.add((ph.type, ph.index))
            slots.append(slot)
    kind = source.root.get("type", "")
    name = " ".join(source.page.name.split()) or f"Layout {number}"
    return Layout(
        number, source, name, "" if kind in ("cust", "") else kind, tuple(slots), footers, _obstacles(source, width, height),
        source.master == first,
    )  # fmt: skip


def slot_of(shape: Shape, prompt: str = "") -> Slot | None:
    """A placeholder that text or pictures can stand in; None for one that is turned, or too small to hold a letter."""
    box, ph = shape.box, shape.placeholder
    if box is None or ph is None or shape.rotation % 360 or box.w < 60_000 or box.h < 60_000:
        return None
    style = shape.text.body if shape.text is not None else None
    inner = box
    if style is not None:
        if style.vertical != "horz" or style.rotation % 360:
            return None
        if ph.type in TEXTS | FOOTERS:
            inner = Box(
                box.x + style.left,
                box.y + style.top,
                box.w - style.left - style.right,
                box.h - style.top - style.bottom,
            )
            if inner.w < 60_000 or inner.h < 60_000:
                return None
    return Slot(ph.type, ph.index, shape.name, box, inner, shape, prompt)


def _on_page(box: Box, width: int, height: int) -> bool:
    """Whether most of it lies on the slide."""
    w = min(box.right, width) - max(box.x, 0)
    h = min(box.bottom, height) - max(box.y, 0)
    return w > 0.7 * box.w and h > 0.7 * box.h


def _prompts(root: Element) -> dict[tuple[str, int], str]:
    """What placeholders of a layout ask for, by type and idx."""
    found: dict[tuple[str, int], str] = {}
    for element in walk(descend(root, f"{P}cSld", f"{P}spTree")):
        ph = placeholder(element) if str(element.tag).startswith(P) else None
        if ph is not None:
            words = "".join(str(t) for t in element.itertext())
            found.setdefault((ph.type, ph.index), " ".join(words.split())[:200])
    return found


def _obstacles(source: LayoutPart, width: int, height: int) -> tuple[Box, ...]:
    trees = [source.root]
    if flag(source.root.get("showMasterSp")) is not False:
        trees.insert(0, source.master_root)
    found = []
    for root in trees:
        for _, frame in drawn(descend(root, f"{P}cSld", f"{P}spTree")):
            box = frame.box
            if 0 < box.w * box.h < 0.4 * width * height and box.meets(Box(0, 0, width, height)):
                found.append(box)
    return tuple(found)


# ---------------------------------------------------------------- how its texts are set


class Setter:
    """Turns resolved paragraphs into the theme's records; `heading` and `body` are the theme's families, `named` collects others."""

    def __init__(self, heading: str, body: str) -> None:
        self._families = {heading: "heading", body: "body"} | ({body: "body"} if body else {})
        self.heading, self.body = heading, body
        self.named: dict[str, tuple[str, bool]] = {}  # font of a style -> (family, in capitals)

    def style(self, level: ParagraphStyle, title: bool = False) -> TypeStyle:
        """A level's type; sizes between whole points count as the next one."""
        run = level.end
        size = max(4, min(800, math.ceil(run.size)))
        kind, value = level.line
        leading = LINES_OF * size * value if kind == "pct" else value
        return TypeStyle(
            size,
            max(leading, 0.5 * size),
            run.bold,
            run.italic,
            self.font(run.latin, run.caps == "all", title),
            run.spacing / size,
        )

    def font(self, family: str, caps: bool, title: bool) -> str:
        """What a style's `font` says: a theme font's name, or a family's own, with a mark for capitals."""
        own = "heading" if title and family == self.heading else self._families.get(family, "")
        if not family:
            own = "body"
        if own and not caps:
            return own
        name = f"{family or self.body} (capitals)" if caps else family
        self.named[name] = (family or self.body, caps)
        return name


def exact(level: ParagraphStyle) -> bool:
    """Whether its lines have a pitch in points, which a smaller size would keep."""
    return level.line[0] == "pts"


def levels_of(slot: Slot, setter: Setter) -> tuple[Level, ...]:
    """The nine levels of a slot that holds a list."""
    result = []
    for level in slot.shape.levels:
        style = setter.style(level)
        result.append(
            Level(
                style,
                "text",
                _mark(level),
                "text",
                100,
                max(0, level.left),
                max(0, -level.indent),
                before=_above(level, style.size),
            )
        )
    return tuple(result)


def _mark(level: ParagraphStyle) -> str:
    return {"none": "", "char": level.bullet.char or "•"}.get(level.bullet.kind, "•")


def _above(level: ParagraphStyle, size: int) -> float:
    """Points between a paragraph and the one before it."""
    return sum(v if kind == "pts" else v * LINES_OF * size for kind, v in (level.before, level.after))


def text_of(slot: Slot, name: str, setter: Setter) -> TextSpec:
    """How a slot sets the text of the slot `name` of a slide."""
    level = slot.level(0) or ParagraphStyle()
    style = setter.style(level, slot.is_title)
    body = slot.shape.text.body if slot.shape.text is not None else None
    anchor = {"ctr": "middle", "b": "bottom"}.get(body.anchor if body is not None else "t", "top")
    align = {"ctr": "center", "r": "right"}.get(level.align, "left")
    return TextSpec(
        name, style, "title" if slot.is_title else "text", align=align, anchor=anchor,  # type: ignore[arg-type]
        lead=TypeStyle(style.size, style.leading, True, style.italic, style.font, style.tracking),
    )  # fmt: skip


def lines(box: Box, style: TypeStyle) -> float:
    """How many lines of a style a box holds."""
    return to_points(box.h) / style.leading
