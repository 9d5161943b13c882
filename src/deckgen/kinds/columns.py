"""Two to four columns side by side; a column is a block or a list of blocks."""

from __future__ import annotations

from collections.abc import Sequence

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, Region, merged
from ..model.block import Stack
from ..model.slide import Slide
from ..model.text import RichText
from ..records import dataclass
from ._kind import Context, SlideKind, draft, framed

MOST = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """Content side by side; a column's `title` is its heading."""

    columns: tuple[Stack, ...] = described("the columns, from left to right", content=True)
    widths: tuple[float, ...] = described(
        "the columns' shares of the width", default=(), low=0.1, high=20, example="[2, 1]"
    )


def role(name: str, number: int) -> str:
    """The placeholder role of column `number`, from 1."""
    return name if number == 1 else f"{name}-{number}"


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: a heading and a region for each column."""
    content = slide.content
    assert isinstance(content, Columns)
    columns = content.columns
    if not 2 <= len(columns) <= MOST:
        few = len(columns) < 2
        context.findings.error(
            "wrong-count",
            f"`columns` takes 2 to {MOST} columns, here {'is one' if few else f'are {len(columns)}'}",
            slide.span,
            "use `blocks`, or write a second column" if few else "make two slides",
        )
        return []
    widths = content.widths or (0.0,) * len(columns)
    if len(widths) != len(columns):
        context.findings.error(
            "wrong-count",
            f"`widths` has {len(widths)} shares for {len(columns)} columns",
            slide.span,
            f"write `widths: [{', '.join('1' for _ in columns)}]`",
        )
        return []
    slots: dict[str, RichText] = {}
    regions: dict[str, Region] = {}
    for number, (stack, width) in enumerate(zip(columns, widths, strict=True), 1):
        first = stack.blocks[0]
        if first.keys.title is not None:
            slots[role("heading", number)] = first.keys.title
        made: list[Form] = []
        for index, block in enumerate(stack.blocks):
            made += framed(block, context, context.forms(block), heading=index > 0)
        regions[role("body", number)] = Region(merged(made), width, stack.span)
    headed = any(name.startswith("heading") for name in slots)
    look = f"columns-{len(columns)}" + ("" if headed else "-plain")
    return [draft(slide, look, slide.keys.title, context, slots=slots, regions=regions)]


KIND = SlideKind(
    Columns,
    compose,
    "- title: From above and from below\n  columns:\n    - title: From above\n      text: Leaders ask for it.\n    - title: From below\n      bullets: [Teams, Departments]",
)
