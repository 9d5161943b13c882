"""Conditions of slides, points and items: `when` and `unless`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..records import dataclass
from ..source.json_schema import SCALAR
from ..source.nodes import Node

if TYPE_CHECKING:
    from ..source.decode import Decoder


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be so.  Overlays decide it before a talk is decoded, and take it out; what is found here was hidden from them."""

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Condition | None:
        """None, and an error: the key can't stand here, or is written with escapes."""
        decoder.fail(
            "misplaced-condition",
            "a condition can't stand here",
            node.span,
            "write `when:` or `unless:`, letter by letter, into a slide, a point or an item of a list",
        )
        return None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A map of variable to the value or values wanted."""
        one = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR, "minItems": 1}]}
        return {"type": "object", "additionalProperties": one, "minProperties": 1}
