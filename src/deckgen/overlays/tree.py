"""The tree of a talk while overlays change it: maps and lists that can be changed in place, each value with its own place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from ..findings import Span
from ..source.nodes import Entry, Map, Node, Scalar, Seq


class Pair:
    """A key and its value."""

    __slots__ = ("key", "value")

    def __init__(self, key: Scalar, value: Tree) -> None:
        self.key = key
        self.value = value


class Branch:
    """A map.  `bare` is the text that it stands for where a slide or point was written as one; `ident` the id that overlays
    know it by; `conditions` come from around it."""

    __slots__ = ("bare", "conditions", "flow", "ident", "pairs", "span")

    def __init__(self, pairs: list[Pair], span: Span, flow: bool = False, bare: Scalar | None = None) -> None:
        self.pairs = pairs
        self.span = span
        self.flow = flow
        self.bare = bare
        self.ident = ""
        self.conditions: list[Pair] = []

    def pair(self, key: str) -> Pair | None:
        """The pair with `key`."""
        return next((p for p in self.pairs if p.key.text == key), None)

    def get(self, key: str) -> Tree | None:
        """The value under `key`."""
        found = self.pair(key)
        return found.value if found is not None else None

    def put(self, key: Scalar, value: Tree) -> None:
        """Set the value under `key`; its key's place is the new one."""
        found = self.pair(key.text)
        if found is None:
            self.pairs.append(Pair(key, value))
        else:
            found.key, found.value = key, value

    def remove(self, key: str) -> bool:
        """Take `key` out; whether it was there."""
        before = len(self.pairs)
        self.pairs = [p for p in self.pairs if p.key.text != key]
        return len(self.pairs) < before

    def keys(self) -> list[str]:
        """The keys, in order."""
        return [p.key.text for p in self.pairs]

    def text(self, key: str) -> str:
        """The text under `key`, "" where there is none."""
        value = self.get(key)
        return value.text if isinstance(value, Scalar) and not value.null else ""


class Row:
    """A list."""

    __slots__ = ("flow", "items", "span")

    def __init__(self, items: list[Tree], span: Span, flow: bool = False) -> None:
        self.items = items
        self.span = span
        self.flow = flow

    def place_of(self, item: Tree) -> int:
        """Where `item` itself stands.

        Raises:
            ValueError: if it isn't in this list.
        """
        for number, one in enumerate(self.items):
            if one is item:
                return number
        raise ValueError("the item isn't in this list")


Tree: TypeAlias = "Scalar | Branch | Row"


def thawed(node: Node) -> Tree:
    """A copy of `node` that can be changed; what aliases share is copied for each place."""
    if isinstance(node, Map):
        return Branch([Pair(e.key, thawed(e.value)) for e in node.entries], node.span, node.flow)
    if isinstance(node, Seq):
        return Row([thawed(item) for item in node.items], node.span, node.flow)
    return node


def frozen(tree: Tree) -> Node:
    """The tree as the reader takes it; a map that stands for a text, and was left alone, is that text again."""
    if isinstance(tree, Branch):
        if tree.bare is not None and len(tree.pairs) == 1:
            value = tree.pairs[0].value
            if value is tree.bare or (isinstance(value, Scalar) and value.null):
                return tree.bare
        return Map(tuple(Entry(p.key, frozen(p.value)) for p in tree.pairs), tree.span, tree.flow)
    if isinstance(tree, Row):
        return Seq(tuple(frozen(item) for item in tree.items), tree.span, tree.flow)
    return tree


def texts(tree: Tree) -> Iterator[Scalar]:
    """Every text below `tree`, keys apart."""
    if isinstance(tree, Branch):
        for pair in tree.pairs:
            yield from texts(pair.value)
    elif isinstance(tree, Row):
        for item in tree.items:
            yield from texts(item)
    else:
        yield tree


def removes(node: Node) -> bool:
    """Whether a value says that its key is to be removed: `null` or `~`, written out."""
    return isinstance(node, Scalar) and node.null and bool(node.text)


def empty(node: Node) -> bool:
    """Whether nothing stands after a colon."""
    return isinstance(node, Scalar) and node.null and not node.text
