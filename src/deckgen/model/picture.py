"""A picture as the talk names it; it isn't opened here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..records import dataclass
from ..source.nodes import Node

if TYPE_CHECKING:
    from ..source.decode import Decoder


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A picture's file; `label` is its path as messages show it, `alt` its description where one stands with it."""

    path: Path
    label: str
    span: Span
    alt: str = ""

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> PictureRef | None:
        """A path, counted from the file in which it stands."""
        text = decoder.plain(node, "a picture's path")
        if text is None:
            return None
        path = decoder.workspace.resolve(text, decoder.file, node.span)
        if path is None:
            return None
        found = cls(path, text, node.span)
        decoder.pictures.append(found)
        return found

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A path."""
        return {"type": "string"}
