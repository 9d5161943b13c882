"""Whether the texts of a page fit: into their boxes, their lines, their tables' rows, the slide."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from ..findings import Finding, Severity, Span
from ..pptx_reader.records import Page, Shape, Text
from ..units import to_points
from .setting import Scale, Setter, Setting
from .spaces import Space, extent, space_of, stacked
from .tables import table_findings

NEAR: Final = 0.5  # pt: rounding of sizes and lengths in files
OVERFLOW, TIGHT, TORN, OFF = "text-overflow", "text-tight", "torn-word", "off-slide"


class Fit:
    """Looks at page after page; what wasn't measured is counted by reason, with the slides' numbers."""

    def __init__(self, setter: Setter, place: Span, width: int, height: int) -> None:
        """`width` and `height` are the slides' in EMU."""
        self._setter = setter
        self._place = place
        self._width, self._height = to_points(width), to_points(height)
        self.unmeasured: dict[str, set[int]] = defaultdict(set)

    def page(self, page: Page) -> Iterator[Finding]:
        """What is wrong with the texts of a slide."""
        for shape in page.shapes:
            if shape.hidden or self._outside(shape):
                continue
            if shape.table is not None:
                yield from self._told(
                    page, shape, table_findings(page, shape, shape.table, self._setter, self._height)
                )
            elif shape.text is not None and shape.text.plain.strip():
                yield from self._told(page, shape, self._text(shape, shape.text, page.number))

    def _told(
        self, page: Page, shape: Shape, found: Iterator[tuple[str, Severity, str, str]]
    ) -> Iterator[Finding]:
        for code, severity, message, fix in found:
            name = shape.name or f"shape {shape.id}"
            yield Finding(
                code,
                f"slide {page.number}, {name!r}: {message}",
                self._place,
                severity,
                fix,
                slide=str(page.number),
            )

    def _outside(self, shape: Shape) -> bool:
        """Whether a shape stands beside the slide, where nobody sees it."""
        box = shape.box
        if box is None or box.w > 20 * self._width * 12_700 or shape.rotation % 180:
            return False
        left, top, right, bottom = map(to_points, (box.x, box.y, box.right, box.bottom))
        return right <= 0 or bottom <= 0 or left >= self._width or top >= self._height

    def _text(self, shape: Shape, text: Text, number: int) -> Iterator[tuple[str, Severity, str, str]]:
        space = None if stacked(text.body) else space_of(shape, text.body, widest=True)
        if space is None:
            reason = (
                "no place of their own"
                if shape.box is None
                else "letters one below another, or text turned in its shape"
            )
            self.unmeasured[reason].add(number)
            return
        if text.cut:
            self.unmeasured["too long to be read whole"].add(number)
        if not all(p.complete for p in text.paragraphs):
            self.unmeasured["formulas"].add(number)
        tight = space_of(shape, text.body, widest=False)
        assert tight is not None
        scale = (
            Scale(text.body.font_scale or 1.0, text.body.line_reduction)
            if text.body.autofit == "shrink"
            else Scale()
        )
        most = self._setter.most(text, tight.width if text.body.wrap else math.inf, scale)
        if self._fits(most, tight, text) and not most.torn and self._on_slide(shape, text, space, most):
            return
        least = self._setter.least(text, space.width if text.body.wrap else math.inf, scale)
        overflows = text.body.autofit != "grow" and _leaves(least, space, text.body.anchor) > NEAR
        if overflows:
            yield from self._overflow(shape, text, space, least)
        elif (
            text.body.wrap and least.torn and least.room > 6 * least.ink
        ):  # narrower: letters one below another, on purpose
            yield (
                TORN, Severity.WARNING,
                f"the word {_short(least.torn)} is wider than its line of {least.room:.0f} pt and is torn between two letters",
                "set the text smaller, make the box wider, or break the word",
            )  # fmt: skip
        elif not self._on_slide(shape, text, space, least):
            yield (
                OFF,
                Severity.WARNING,
                f"the text leaves the slide ({_start(text)})",
                "move the box, or shorten the text",
            )
        elif not text.body.wrap and shape.seen and least.width - space.width > space.side + NEAR:
            over = least.width - space.width - space.side
            yield (
                OVERFLOW, Severity.WARNING,
                f"the text isn't wrapped and is {over:.0f} pt wider than its shape ({_start(text)})",
                "let the shape wrap its text, or shorten it",
            )  # fmt: skip
        elif (
            text.body.autofit != "grow"
            and shape.room is not None
            and _leaves(most, tight, text.body.anchor) > NEAR
            and self._setter.known(text)
        ):
            yield (
                TIGHT, Severity.INFO,
                f"the text may need up to {_need(most, tight):.0f} pt and has {space.height:.0f} pt: it depends on the program ({_start(text)})",
                "leave more room if the deck goes to others",
            )  # fmt: skip

    def _fits(self, most: Setting, space: Space, text: Text) -> bool:
        if text.body.autofit != "grow" and _over(most, space) > NEAR:
            return False
        return text.body.wrap or most.width <= space.width

    def _on_slide(self, shape: Shape, text: Text, space: Space, setting: Setting) -> bool:
        block = extent(shape, text, space, setting)
        if block is None:
            return True
        left, top, right, bottom = block
        side = max(2.0, setting.ink)  # the last glyph's bearing, trailing marks
        return (
            left >= -side and top >= -side and right <= self._width + side and bottom <= self._height + side
        )

    def _overflow(
        self, shape: Shape, text: Text, space: Space, least: Setting
    ) -> Iterator[tuple[str, Severity, str, str]]:
        need, over = _need(least, space), _over(least, space)
        words = len(text.plain.split())
        cut = min(words, max(1, math.ceil(words * over / max(need, 1.0))))
        off = not self._on_slide(shape, text, space, least)
        far = _leaves(least, space, text.body.anchor) > 2 * least.ink  # half a line
        severity = (
            Severity.ERROR
            if off or (far and (shape.placeholder is not None or shape.seen))
            else Severity.WARNING
        )
        yield (
            OVERFLOW, severity,
            f"the text needs {need:.0f} pt and has {space.height:.0f} pt{_autofit(text)}{'; it leaves the slide' if off else ''} ({_start(text)})",
            f"cut about {cut} of {words} word{'s' if words > 1 else ''}, or set the text smaller",
        )  # fmt: skip


def _need(setting: Setting, space: Space) -> float:
    """What the text takes of each column's height: columns are filled evenly at best."""
    if space.columns == 1 or not setting.lines:
        return setting.height
    return setting.height / setting.lines * math.ceil(setting.lines / space.columns)


def _leaves(setting: Setting, space: Space, anchor: str) -> float:
    """How far letters come out of the shape, above or below it, given where the text is anchored."""
    need = _need(setting, space)
    top = {"b": 1.0, "ctr": 0.5}.get(anchor, 0.0) * (space.height - need)
    lead, trail = (setting.lead, setting.trail) if space.columns == 1 else (0.0, 0.0)
    down = top + need - trail - setting.ink - space.height - space.below
    up = -(top + lead + setting.ink) - space.above
    return max(down, up)


def _over(setting: Setting, space: Space) -> float:
    return _need(setting, space) - space.height


def _autofit(text: Text) -> str:
    if text.body.autofit != "shrink":
        return ""
    if text.body.font_scale is None or text.body.font_scale == 1.0:
        return "; PowerPoint shrinks it only when somebody edits it"
    return f", shrunk to {text.body.font_scale * 100:g} % as the file says"


def _start(text: Text) -> str:
    return _short(" ".join(text.plain.replace("\v", " ").split()))


def _short(text: str) -> str:
    return f"'{text if len(text) <= 40 else text[:37] + '...'}'"
