"""Rich text: what a title, an item or a support text holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..records import dataclass
from ..source.nodes import Node, Scalar
from .markup import parse
from .runs import Paragraph, Run
from .scalars import place, too_long, written

if TYPE_CHECKING:
    from ..source.decode import Decoder

__all__ = ["Paragraph", "RichText", "Run", "inline", "words_of"]

LONGEST = 20_000  # characters; several times what a slide can hold
_WORD = re.compile(r"\w\S*")
_PARAGRAPH = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def words_of(text: str) -> int:
    """How many words `text` has; what holds no letter or digit isn't one."""
    return len(_WORD.findall(text))


def inline(text: str, scalar: Scalar, decoder: Decoder, offset: int = 0) -> tuple[Run, ...]:
    """The runs of `text`, which stands at `offset` in `scalar`; links to slides are noted for `Reading`."""

    def complain(code: str, message: str, at: int, fix: str) -> None:
        decoder.fail(code, message, place(scalar, offset + at), fix)

    def pieces(part: str, at: int) -> list[tuple[str, bool]]:
        return decoder.variables.pieces(part, place(scalar, offset + at))

    decoder.linked = decoder.linked or "#" in text
    return parse(text, decoder.lang, pieces=pieces, complain=complain)


@dataclass(frozen=True, slots=True)
class RichText:
    """Paragraphs of runs, and where they were written."""

    paragraphs: tuple[Paragraph, ...]
    span: Span

    @property
    def plain(self) -> str:
        """The text without emphasis; paragraphs are parted by a line feed, line breaks are "\\v"."""
        return "\n".join(p.plain for p in self.paragraphs)

    @property
    def words(self) -> int:
        """How many words it has."""
        return words_of(self.plain)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> RichText | None:
        """A text with inline Markdown; in a `|` text a line break is one, an empty line begins a paragraph."""
        scalar = written(node, decoder, "this text", LONGEST)
        if scalar is None:
            return None
        text = scalar.text.rstrip()
        paragraphs = []
        at = 0
        for gap in [*_PARAGRAPH.finditer(text), None]:
            part = text[at : gap.start() if gap else len(text)]
            body = part.strip()
            if body:
                start = at + len(part) - len(part.lstrip())
                paragraphs.append(Paragraph(inline(body, scalar, decoder, start)))
            at = gap.end() if gap else at
        length = sum(len(p.plain) for p in paragraphs)
        if length > LONGEST:  # by its variables
            too_long(length, LONGEST, "this text", scalar.span, decoder)
            return None
        return cls(tuple(p for p in paragraphs if p.runs) or (Paragraph(()),), scalar.span)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, or `{file: PATH}`."""
        file = {
            "type": "object",
            "properties": {"file": {"type": "string"}},
            "required": ["file"],
            "additionalProperties": False,
        }
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, file]}
