"""Block Markdown as content: paragraphs, lists, pipe tables, fenced code (LANGUAGE.md section 2, `text`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..records import dataclass
from ..source.nodes import Node
from .items import split_lead
from .markdown import blocks
from .runs import Paragraph, Run
from .scalars import place, written
from .text import RichText, inline

if TYPE_CHECKING:
    from ..source.decode import Decoder


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, list item or fence: its words, and for an item with `Lead: text` its lead.

    `marker` is "", "bullet", "number" or "code"; `level` counts from 0, `start` is a numbered item's number.
    """

    text: RichText
    lead: RichText | None = None
    marker: str = ""
    level: int = 0
    start: int = 1


@dataclass(frozen=True, slots=True)
class BlockText:
    """Blocks of text, in order."""

    blocks: tuple[TextBlock, ...]
    span: Span

    @property
    def plain(self) -> str:
        """All words, a line for each block."""
        return "\n".join((f"{b.lead.plain}: " if b.lead else "") + b.text.plain for b in self.blocks)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> BlockText | None:
        """A text (usually a `|` block), or `{file: PATH}`."""
        scalar = written(node, decoder, "a text")
        if scalar is None:
            return None
        result: list[TextBlock] = []
        counts: dict[int, int] = {}  # of the numbered lists that are open, by level
        for block in blocks(scalar.text.rstrip()):
            where = place(scalar, block.offset)
            if block.marker == "code":
                runs = tuple(
                    Run(("\v" if i else "") + line, code=True)
                    for i, line in enumerate(block.text.split("\n"))
                )
                result.append(TextBlock(RichText((Paragraph(runs),), where), None, "code"))
                continue
            if not block.text.strip():
                decoder.fail("empty-item", "this item is empty", where, "write a text, or take the line out")
                continue
            counts = {level: n for level, n in counts.items() if block.marker and level <= block.level}
            start = block.start
            if block.marker == "number":
                start = counts.get(block.level, block.start - 1) + 1
                counts[block.level] = start
            parts = split_lead(block.text) if block.marker else None
            lead = None
            text, offset = block.text, block.offset
            if parts is not None and parts[0].strip() and parts[1].strip():
                lead = RichText((Paragraph(inline(parts[0], scalar, decoder, offset)),), where)
                offset += len(parts[0]) + 2
                text = parts[1]
            words = RichText((Paragraph(inline(text, scalar, decoder, offset)),), where)
            result.append(TextBlock(words, lead, block.marker, block.level, start))
        return cls(tuple(result), scalar.span) if result else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, or `{file: PATH}`."""
        return RichText.json_schema()
