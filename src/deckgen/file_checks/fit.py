"""Whether the texts of a page fit: into their boxes, their lines, their tables' rows, the slide."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from ..findings import Finding, Severity, Span
from ..pptx_reader.records import Page, Shape, Text
from ..units import to_points
from .problem import Problem
from .setting import Scale, Setter, Setting
from .spaces import Space, extent, space_of, stacked
from .tables import table_findings

NEAR: Final = 0.5  # pt: rounding of sizes and lengths in files
_STACK: Final = 6  # lines narrower than so many times what is free in them (1.5 em): letters one below another, on purpose


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

    def _told(self, page: Page, shape: Shape, found: Iterator[Problem]) -> Iterator[Finding]:
        for problem in found:
            name = shape.name or f"shape {shape.id}"
            message = f"slide {page.number}, {name!r}: {problem.message}"
            yield Finding(
                problem.code, message, self._place, problem.severity, problem.fix, slide=str(page.number)
            )

    def _outside(self, shape: Shape) -> bool:
        """Whether a shape stands beside the slide, where nobody sees it."""
        box = shape.box
        if box is None or box.w > 20 * self._width * 12_700 or shape.rotation % 180:
            return False
        left, top, right, bottom = map(to_points, (box.x, box.y, box.right, box.bottom))
        return right <= 0 or bottom <= 0 or left >= self._width or top >= self._height

    def _text(self, shape: Shape, text: Text, number: int) -> Iterator[Problem]:
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
        found = self._at_least(shape, text, space, least)
        if found is None and self._close(shape, text, tight, most):
            found = Problem(
                "text-tight",
                Severity.INFO,
                f"the text may need up to {_need(most, tight):.0f} pt and has {tight.height:.0f} pt: it depends on the"
                f" program ({_start(text)})",
                "leave more room if the deck goes to others",
            )
        if found is not None:
            yield found

    def _at_least(self, shape: Shape, text: Text, space: Space, least: Setting) -> Problem | None:
        """What is wrong in every program."""
        body, start = text.body, _start(text)
        if body.autofit != "grow" and _leaves(least, space, body.anchor) > NEAR:
            return self._overflow(shape, text, space, least)
        if body.wrap and least.torn and least.room > _STACK * least.ink:
            word = f"the word {_short(least.torn)} is wider than its line of {least.room:.0f} pt"
            return Problem(
                "torn-word",
                Severity.WARNING,
                f"{word} and is torn between two letters",
                "set the text smaller, make the box wider, or break the word",
            )
        if not self._on_slide(shape, text, space, least):
            return Problem(
                "off-slide",
                Severity.WARNING,
                f"the text leaves the slide ({start})",
                "move the box, or shorten the text",
            )
        over = least.width - space.width - space.side
        if not body.wrap and shape.seen and over > NEAR:
            return Problem(
                "text-overflow",
                Severity.WARNING,
                f"the text isn't wrapped and is {over:.0f} pt wider than its shape ({start})",
                "let the shape wrap its text, or shorten it",
            )
        return None

    def _close(self, shape: Shape, text: Text, tight: Space, most: Setting) -> bool:
        """Whether a text may overflow in some program; not said where that is a guess: of unknown fonts and forms."""
        if text.body.autofit == "grow" or shape.room is None or not self._setter.known(text):
            return False
        return _leaves(most, tight, text.body.anchor) > NEAR

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

    def _overflow(self, shape: Shape, text: Text, space: Space, least: Setting) -> Problem:
        need = _need(least, space)
        words = len(text.plain.split())
        cut = min(words, max(1, math.ceil(words * (need - space.height) / max(need, 1.0))))
        off = not self._on_slide(shape, text, space, least)
        far = _leaves(least, space, text.body.anchor) > 2 * least.ink  # half a line
        matters = shape.placeholder is not None or shape.seen
        beyond = "; it leaves the slide" if off else ""
        return Problem(
            "text-overflow",
            Severity.ERROR if off or (far and matters) else Severity.WARNING,
            f"the text needs {need:.0f} pt and has {space.height:.0f} pt{_autofit(text)}{beyond} ({_start(text)})",
            f"cut about {cut} of {words} word{'s' if words > 1 else ''}, or set the text smaller",
        )


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
