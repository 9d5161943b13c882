"""Blocks: content that stands within a slide, beside or below other content (LANGUAGE.md section 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..fields import fields_of
from ..findings import Span
from ..records import dataclass
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..source.suggest import nearest
from .keys import CommonKeys
from .reading import Reading
from .slide import Reader, Slide
from .text import RichText

if TYPE_CHECKING:
    from ..source.decode import Decoder

BLOCK_KEYS = ("title", "text", "image", "source", "alt", "lang")
"""The common keys that a block may have; its `title` is its heading."""


@dataclass(frozen=True, slots=True)
class Stack:
    """One block or several, one below another: a column, or the blocks of a slide."""

    blocks: tuple[Slide, ...]
    span: Span

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Stack | None:
        """A block, or a list of blocks."""
        nodes = node.items if isinstance(node, Seq) else (node,)
        if not nodes:
            decoder.fail("empty-value", "there are no blocks", node.span, "write a block: `- text: ...`")
            return None
        if isinstance(node, Map) and _names_blocks(node, decoder):
            name = node.entries[0].key
            decoder.fail(
                "wrong-type",
                f"{name.text[:40]!r} isn't a key of a block",
                name.span,
                f"a block's name is its title: begin each with `- title: {name.text[:40]}`, and below it `bullets:` or `text:`",
            )
            return None
        found = [read_block(n, decoder, f"a block of {_slide(decoder)}") for n in nodes]
        blocks = tuple(b for b in found if b is not None)
        return cls(blocks, node.span) if len(blocks) == len(nodes) else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A block or a list of blocks."""
        one = {"$ref": "#/$defs/block"}
        return {"anyOf": [one, {"type": "array", "items": one}]}


def _names_blocks(node: Map, decoder: Decoder) -> bool:
    """Whether a map has names of one's own over lists and maps, where blocks are wanted."""
    reading = decoder.reading
    known = {*BLOCK_KEYS, *(reading.kinds if isinstance(reading, Reading) else ())}
    keys = node.keys()
    return (
        bool(keys)
        and not known & set(keys)
        and not any(nearest(key, known) for key in keys if len(keys) == 1)
        and all(isinstance(entry.value, (Map, Seq)) for entry in node.entries)
    )


def _slide(decoder: Decoder) -> str:
    reading = decoder.reading
    assert isinstance(reading, Reading)
    return f"slide {reading.number}"


def read_block(node: Node, decoder: Decoder, where: str, extra: tuple[str, ...] = ()) -> Slide | None:
    """One block as a slide without notes and time; None after an error.  Keys in `extra` are someone else's."""
    reading = decoder.reading
    assert isinstance(reading, Reading)
    if (
        isinstance(node, Scalar)
        and not node.null
        and node.text.strip()
        and node.text.strip() not in reading.kinds
    ):
        node = Map((Entry(Scalar("text", node.span), node),), node.span)
    if isinstance(node, Map) and extra:
        node = Map(tuple(e for e in node.entries if e.key.text not in extra), node.span, node.flow)
    return BlockReader(node, decoder, reading, where).read()


class BlockReader(Reader):
    """A slide's reader that knows what a block may not be and have."""

    def __init__(self, node: Node, decoder: Decoder, reading: Reading, where: str) -> None:
        super().__init__(node, decoder, reading, where)
        self.common = {f.key: f for f in fields_of(CommonKeys) if f.key in BLOCK_KEYS}

    def _kind(self, node: Map) -> tuple[str, Entry | None] | None:
        chosen = super()._kind(node)
        if chosen is None:
            return None
        kind, entry = chosen
        if entry is None:
            self._fail(
                "missing-content",
                f"{self.where} has a title and no content",
                node.span,
                "give it `text:` or `bullets:`",
            )
            return None
        if not getattr(self.reading.kinds[kind], "block", False):
            able = sorted(k for k in self.reading.kinds if getattr(self.reading.kinds[k], "block", False))
            self._fail(
                "not-a-block", f"`{kind}` can't be {self.where}", entry.key.span, f"a block is one of: {', '.join(able)}"
            )  # fmt: skip
            return None
        return chosen

    def _id(self, kind: str, keys: CommonKeys, value: object) -> str:
        return ""  # a block is addressed through its slide


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a comparison: a block, whose title is the side's name, and what it comes to."""

    block: Slide
    result: RichText | None
    span: Span

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Side | None:
        """A block with `result` beside its keys."""
        if not isinstance(node, Map):
            fix = "write `- title: ...` and below it `bullets:` or `text:`"
            decoder.fail("wrong-type", "a side of a comparison is a map", node.span, fix)
            return None
        given = node.get("result")
        result = RichText.from_node(given, decoder) if given is not None else None
        block = read_block(node, decoder, f"a side of {_slide(decoder)}", ("result",))
        return cls(block, result, node.span) if block is not None else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A block with `result`."""
        return {"$ref": "#/$defs/side"}
