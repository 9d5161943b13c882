"""Two sides against each other, each with its list and its result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Region
from ..model.block import Side
from ..model.slide import Slide
from ..model.text import RichText
from ._kind import Context, SlideKind, draft, framed


@dataclass(frozen=True, slots=True)
class Compare:
    """Two sides."""

    compare: tuple[Side, ...] = described("the sides: `title`, a block, `result`", content=True)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide with a panel for each side."""
    content = slide.content
    assert isinstance(content, Compare)
    sides = content.compare
    if len(sides) != 2:
        context.findings.error(
            "wrong-count", f"`compare` sets two sides against each other, here are {len(sides)}", slide.span,
            "write two sides, or use `columns`",
        )  # fmt: skip
        return []
    slots: dict[str, RichText] = {}
    regions: dict[str, Region] = {}
    for suffix, side in zip(("", "-2"), sides, strict=True):
        if side.block.keys.title is not None:
            slots[f"heading{suffix}"] = side.block.keys.title
        if side.result is not None:
            slots[f"result{suffix}"] = side.result
        made = framed(side.block, context, context.forms(side.block), heading=False)
        regions[f"body{suffix}"] = Region(made, span=side.span)
    return [draft(slide, "compare", slide.keys.title, context, slots=slots, regions=regions)]


KIND = SlideKind(
    Compare,
    compose,
    "- title: Kontrolle hält am Boden.\n  compare:\n    - {title: Nur Kontrolle, bullets: [Prozesse, Anweisungen], result: wirkt bedingt}\n    - {title: Gelebte Kultur, bullets: [verstanden, gefühlt], result: begeistert}",
)
