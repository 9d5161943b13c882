"""Values of theme.yaml: strict maps, texts, numbers, lengths.  Whatever is wrong becomes a finding with its place."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import field

from ..findings import Findings, Span
from ..records import dataclass
from ..source.nodes import Entry, Map, Node, Scalar, Seq
from ..units import Box, inches
from .find import guess

FARTHEST = 40.0  # inches; nothing on a slide is farther away


def merge(parent: Node, child: Node) -> Node:
    """`child` over `parent`: maps merge key by key (a key with an empty value takes the parent's away), all else replaces."""
    if not (isinstance(parent, Map) and isinstance(child, Map)):
        return child
    own = {e.key.text: e for e in child.entries}
    entries: list[Entry] = []
    for entry in parent.entries:
        mine = own.pop(entry.key.text, None)
        if mine is None:
            entries.append(entry)
        elif not empty(mine.value):
            entries.append(Entry(mine.key, merge(entry.value, mine.value)))
    return Map((*entries, *own.values()), child.span, child.flow)


def empty(node: Node | None) -> bool:
    """Whether nothing is said: no node, or an empty value."""
    return node is None or (isinstance(node, Scalar) and node.null)


@dataclass(frozen=True, slots=True)
class Values:
    """Typed values from nodes; every getter returns its default after it has added a finding."""

    findings: Findings
    file: str = ""
    """The theme's own file; what it inherits stands in others."""
    colors: dict[tuple[str, str], Span] = field(default_factory=dict)
    """Where the theme itself, not a parent of it, gives a colour, by ground and role."""

    def place_of(self, ground: str, roles: Iterable[str], node: Node) -> Span:
        """Where roles that don't suit each other in `node` can be changed: in the theme's own colours, else at `node`."""
        own = [self.colors[ground, role] for role in roles if (ground, role) in self.colors]
        return own[0] if own and node.span.file != self.file else node.span

    def commented(self, node: Node) -> bool:
        """Whether a value in the file of `node` was taken for a comment; what lacks then needs no finding of its own."""
        file = node.span.file
        return any(
            f.code == "value-is-comment" and f.span and f.span.file == file for f in self.findings.found
        )

    def wrong(self, node: Node, message: str, fix: str = "") -> None:
        """Add the finding `theme-value` at `node`."""
        self.findings.error("theme-value", message, node.span, fix)

    def entries(self, node: Node | None, what: str) -> dict[str, Node]:
        """A map with free keys; empty values are left out."""
        if node is None or empty(node):
            return {}
        if not isinstance(node, Map):
            self.wrong(node, f"{what} is a map", "write `key: value` lines below it")
            return {}
        return {e.key.text: e.value for e in node.entries if not empty(e.value)}

    def keys(self, node: Node | None, known: Iterable[str], what: str) -> dict[str, Node]:
        """A map whose keys are all in `known`."""
        known = set(known)
        found = self.entries(node, what)
        if isinstance(node, Map):
            for entry in node.entries:
                if entry.key.text not in known:
                    self.unknown(
                        "unknown-key",
                        f"{what} has no key {entry.key.text!r}",
                        entry.key.text,
                        known,
                        entry.key.span,
                    )
        return {key: value for key, value in found.items() if key in known}

    def unknown(self, code: str, message: str, word: str, known: Iterable[str], span: Span) -> None:
        """Add a finding for a word that isn't known, with the one that was meant."""
        known = sorted(known)
        near = guess(word, known)
        shown = ", ".join(known[:40])
        self.findings.error(code, message, span, f"did you mean `{near}`?" if near else f"known are: {shown}")

    def text(self, node: Node | None, default: str = "") -> str:
        """A text."""
        if node is None:
            return default
        if not isinstance(node, Scalar):
            self.wrong(node, "this should be a text")
            return default
        return node.text

    def choice(self, node: Node | None, known: Iterable[str], default: str) -> str:
        """One of some words."""
        if node is None:
            return default
        word = self.text(node, default)
        known = set(known)
        if word not in known:
            self.unknown(
                "theme-value", f"{word!r} isn't one of the words that can stand here", word, known, node.span
            )
            return default
        return word

    def number(
        self, node: Node | None, default: float = 0.0, low: float = -FARTHEST, high: float = FARTHEST
    ) -> float:
        """A number between `low` and `high`."""
        if node is None:
            return default
        try:
            value = float(node.text) if isinstance(node, Scalar) else math.nan
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            self.wrong(node, f"this should be a number from {low:g} to {high:g}")
            return default
        return value

    def whole(self, node: Node | None, default: int, low: int, high: int) -> int:
        """A whole number between `low` and `high`."""
        value = self.number(node, default, low, high)
        if value != int(value):
            assert node is not None
            self.wrong(node, "this should be a whole number")
            return default
        return int(value)

    def flag(self, node: Node | None, default: bool = False) -> bool:
        """`true` or `false`."""
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        self.wrong(node, "this should be `true` or `false`")
        return default

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The items of a list."""
        if node is None or empty(node):
            return ()
        if not isinstance(node, Seq):
            self.wrong(node, f"{what} is a list", "write `[...]` or lines with `- `")
            return ()
        return node.items

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """A text or a list of texts."""
        if node is None:
            return ()
        if isinstance(node, Scalar):
            return () if node.null else (node.text,)
        return tuple(self.text(item) for item in self.items(node, "this"))

    def numbers(
        self, node: Node | None, count: int, low: float = -FARTHEST, high: float = FARTHEST
    ) -> tuple[float, ...] | None:
        """Exactly `count` numbers, or None."""
        if node is None:
            return None
        items = node.items if isinstance(node, Seq) else ()
        if len(items) != count:
            self.wrong(node, f"this should be a list of {count} numbers")
            return None
        return (
            tuple(self.number(item, math.nan, low, high) for item in items)
            if self._sound(items, low, high)
            else None
        )

    def _sound(self, items: tuple[Node, ...], low: float, high: float) -> bool:
        before = len(self.findings.found)
        for item in items:
            self.number(item, 0.0, low, high)
        return len(self.findings.found) == before

    def length(self, node: Node | None, default: float = 0.0, low: float = -FARTHEST) -> int:
        """A length in inches as EMU."""
        return inches(self.number(node, default, low))

    def point(self, node: Node | None) -> tuple[int, int]:
        """Two lengths in inches as EMU; (0, 0) if not given."""
        pair = self.numbers(node, 2)
        return (inches(pair[0]), inches(pair[1])) if pair else (0, 0)

    def box(self, node: Node | None, owner: Node, *, line: bool = False) -> Box:
        """A box [x, y, w, h] in inches as EMU; only a line's width and height may be negative."""
        if node is None:
            self.wrong(owner, "this needs a box", "write `box: [x, y, width, height]` in inches")
            return Box(0, 0, 0, 0)
        four = self.numbers(node, 4)
        if four is None:
            return Box(0, 0, 0, 0)
        if not line and (four[2] < 0 or four[3] < 0):
            self.wrong(node, "a box has no negative width or height")
        return Box.of_inches(*four)
