"""Blocks one below another: text, lists, pictures and figures on one slide."""

from __future__ import annotations

from collections.abc import Sequence

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Region, merged
from ..model.block import Stack
from ..model.slide import Slide
from ..records import dataclass
from ._kind import Context, SlideKind, draft, framed


@dataclass(frozen=True, slots=True)
class Blocks:
    """Content of several kinds on one slide; a block's `title` is its heading."""

    blocks: Stack = described("the blocks, from top to bottom", content=True)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; the compiler splits it where the blocks don't fit."""
    content = slide.content
    assert isinstance(content, Blocks)
    made = [f for block in content.blocks.blocks for f in framed(block, context, context.forms(block))]
    region = Region(merged(made), span=content.blocks.span)
    return [draft(slide, "text", slide.keys.title, context, regions={"body": region}, splittable=True)]


KIND = SlideKind(
    Blocks,
    compose,
    "- title: Both on one page\n  blocks:\n    - text: First the thought.\n    - title: Then the steps\n      bullets: [Listen, Act]",
    looks=("text",),
)
