"""Where a text stands: places within a scalar, and texts that come from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Span
from ..source.decode import is_file
from ..source.nodes import Joined, Map, Node, Scalar

if TYPE_CHECKING:
    from ..source.decode import Decoder


def place(scalar: Scalar, offset: int) -> Span:
    """The place of the character `offset` of a scalar's text."""
    if type(scalar) is Joined:
        start, part = next(p for p in reversed(scalar.parts) if p[0] <= max(offset, 0))
        return place(part, offset - start)
    offset = max(0, min(offset, len(scalar.text)))
    span = scalar.span
    line = scalar.text.count("\n", 0, offset)
    if scalar.style == "|" and scalar.first_line:
        column = offset - (scalar.text.rfind("\n", 0, offset) + 1)
        return Span(span.file, scalar.first_line + line, max(scalar.indent, 1) + column)
    if line or scalar.style == ">":
        return span
    return Span(span.file, span.line, span.column + offset + (1 if scalar.style in ("'", '"') else 0))


def written(node: Node, decoder: Decoder, what: str, longest: int = 1_000_000) -> Scalar | None:
    """The text that `node` is, or that the file it names (`{file: PATH}`) holds; None after an error.

    More than `longest` characters are one.
    """
    if is_file(node):
        found = decoder.from_file(node)
        if found is None:
            return None
        node = found
    if not isinstance(node, Scalar):
        kind = "a list" if not isinstance(node, Map) else "a map"
        decoder.fail("wrong-type", f"{what} wants a text, not {kind}", node.span, "write a text")
        return None
    if node.null or not node.text.strip():
        decoder.fail("empty-value", f"{what} is empty", node.span, "write a text, or take the key out")
        return None
    if len(node.text) > longest:
        too_long(len(node.text), longest, what, node.span, decoder)
        return None
    return node


def too_long(length: int, longest: int, what: str, span: Span, decoder: Decoder) -> None:
    """Report a text that nothing could be done with."""
    decoder.fail(
        "too-long", f"{what} has {length} characters, {longest} are the most", span, "write a shorter text"
    )
