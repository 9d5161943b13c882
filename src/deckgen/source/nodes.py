"""The tree that a YAML file becomes: scalars, sequences and maps, each with its place.

Every scalar is text until the field that takes it decides (LANGUAGE.md section 4).
"""

from __future__ import annotations

from typing import TypeAlias

from ..findings import Span
from ..records import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it was typed.

    `style` is YAML's: "" plain, "'" and '"' quoted, "|" literal, ">" folded.  `null` is true for an empty plain value,
    `~` and `null`.  `first_line` is the line on which the text itself begins (the line after `|`), `indent` the
    column in which its lines begin (for finding a place within a literal block).
    """

    text: str
    span: Span
    style: str = ""
    null: bool = False
    first_line: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Joined(Scalar):
    """Texts that became one by appending; `parts` are (where it begins in `text`, the text as it was written)."""

    parts: tuple[tuple[int, Scalar], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value in a map."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Map:
    """A YAML map; keys are unique."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value under `key`, or None."""
        for entry in self.entries:
            if entry.key.text == key:
                return entry.value
        return None

    def keys(self) -> list[str]:
        """The keys as written, in order."""
        return [e.key.text for e in self.entries]


@dataclass(frozen=True, slots=True)
class Seq:
    """A YAML sequence."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False


Node: TypeAlias = Scalar | Map | Seq
