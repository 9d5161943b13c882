"""YAML text to nodes: libyaml's events into our own tree, every scalar as text, every problem with its place.

Hostile input is bounded: aliases may not recurse nor blow the tree up, nesting ends at 100 levels.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from ..findings import Findings, Note, Span
from .nodes import Entry, Map, Node, Scalar, Seq
from .traps import syntax_findings, text_findings

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH = 100
COPIES = 100_000
NULLS = {"", "~", "null", "Null", "NULL"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def read(data: bytes, label: str, findings: Findings) -> Node | None:
    """The tree of a YAML document, or None if it can't be built; `label` names the file in findings."""
    text = _decoded(data, label, findings)
    if text is None:
        return None
    if not text.strip():
        findings.error("empty-file", "the file is empty", Span(label), "begin with `title: ...`")
        return None
    if match := _CONTROL.search(text):
        findings.error(
            "control-character",
            f"a control character (U+{ord(match[0]):04X})",
            _at(text, match.start(), label),
            "delete it",
        )
        return None
    lines = text.split("\n")
    builder = _Builder(label, findings, lines)
    try:
        node = builder.document(text)
    except yaml.YAMLError as error:
        syntax_findings(error, lines, label, findings)
        return None
    except RecursionError:
        findings.error("too-deep", "nested too deeply", Span(label), "nest at most 100 levels")
        return None
    return None if builder.failed else node


def _decoded(data: bytes, label: str, findings: Findings) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        findings.error("not-utf8", "the file is UTF-16, not UTF-8", Span(label), "save it as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        findings.error("not-utf8", "the file isn't UTF-8", Span(label, line, column), "save it as UTF-8")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _at(text: str, offset: int, label: str) -> Span:
    line = text.count("\n", 0, offset)
    return Span(label, line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


class _Builder:
    """Events to nodes, without recursion of its own beyond the depth limit."""

    def __init__(self, label: str, findings: Findings, lines: list[str]) -> None:
        self.label = label
        self.findings = findings
        self.lines = lines
        self.failed = False
        self.anchors: dict[str, Node | None] = {}
        self.sizes: dict[str, int] = {}
        self.copied = 0
        self.count = 0

    def document(self, text: str) -> Node | None:
        """The one document of the stream."""
        self.events = iter(yaml.parse(text, Loader=LOADER))
        node: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.error(
                        "several-documents",
                        "a second document begins here",
                        self.span(event),
                        "keep one document in a file; take `---` out",
                    )
                    return None
                node = self.node(next(self.events), 0)
                if self.failed and node is None:
                    return None
        if node is None:
            self.error("empty-file", "the file holds nothing", Span(self.label), "begin with `title: ...`")
        return node

    def error(self, code: str, message: str, span: Span, fix: str = "", notes: tuple[Note, ...] = ()) -> None:
        """Report; the tree is not used then."""
        self.failed = True
        self.findings.error(code, message, span, fix, notes)

    def span(self, event: Any) -> Span:
        """The place of an event."""
        start, end = event.start_mark, event.end_mark
        return Span(self.label, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def node(self, event: Any, depth: int) -> Node | None:
        """The node that begins with `event`."""
        if depth > DEPTH:
            self.error("too-deep", f"nested deeper than {DEPTH} levels", self.span(event))
            raise RecursionError
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.error(
                "yaml-tag", f"the tag {shown[:60]!r} can't be used", self.span(event), "take the tag out"
            )
        before = self.count
        if event.anchor:
            self.anchors[event.anchor] = None
        self.count += 1
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self.sequence(event, depth)
        else:
            node = self.mapping(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = node
            self.sizes[event.anchor] = self.count - before
        return node

    def alias(self, event: Any) -> Node | None:
        """The node that an alias repeats."""
        name = event.anchor
        span = self.span(event)
        if name not in self.anchors:
            self.error(
                "unknown-alias", f"there is no anchor {name!r}; a text that begins with * needs quotes", span
            )
            return None
        node = self.anchors[name]
        if node is None:
            self.error("yaml-recursion", f"the alias {name!r} repeats itself", span, "write the lines out")
            return None
        self.count += self.sizes[name]
        self.copied += self.sizes[name]
        if self.copied > COPIES:
            self.error("alias-bomb", "aliases make the talk far too large", span, "write fewer aliases")
            raise RecursionError
        return node

    def scalar(self, event: Any) -> Scalar:
        """A scalar as it was typed."""
        span = self.span(event)
        style = event.style or ""
        null = not style and event.value in NULLS
        first, indent = span.line, span.column
        if style in ("|", ">"):
            first = span.line + 1
            while first <= len(self.lines) and not self.lines[first - 1].strip():
                first += 1
            line = self.lines[first - 1] if first <= len(self.lines) else ""
            indent = len(line) - len(line.lstrip()) + 1
        if event.value and _CONTROL.search(event.value):
            self.error("control-character", "a control character in a text", span, "delete it")
        elif not _encodable(event.value):
            self.error("control-character", "half of a character (an unpaired surrogate)", span, "delete it")
        node = Scalar(event.value, span, style, null, first, indent)
        if text_findings(node, self.lines, self.findings):
            self.failed = True
        return node

    def sequence(self, event: Any, depth: int) -> Seq:
        """A list; empty items are errors."""
        items: list[Node] = []
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            node = self.node(inner, depth + 1)
            if node is None:
                continue
            if isinstance(node, Scalar) and node.null and not node.text:
                self.error(
                    "empty-item",
                    "an item of the list is empty",
                    node.span,
                    "write the item or take the dash out",
                )
            items.append(node)
        if event.flow_style:
            self.split_numbers(items)
        return Seq(tuple(items), self.span(event), bool(event.flow_style))

    def split_numbers(self, items: list[Node]) -> None:
        """A decimal comma within [ ] splits a number unasked."""
        for first, second in zip(items, items[1:], strict=False):
            if not (isinstance(first, Scalar) and isinstance(second, Scalar)) or first.style or second.style:
                continue
            touching = (
                first.span.end_line == second.span.line and second.span.column - first.span.end_column == 1
            )
            if touching and first.text[-1:].isdigit() and second.text[:1].isdigit():
                whole = f"'{first.text},{second.text}'"
                self.error(
                    "comma-splits",
                    f"the comma splits {first.text},{second.text} into two",
                    first.span,
                    f"write {whole}, or a space after the comma",
                )

    def mapping(self, event: Any, depth: int) -> Map:
        """A map; keys are texts and unique."""
        entries: list[Entry] = []
        seen: dict[str, Span] = {}
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self.node(inner, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.error(
                    "key-no-text",
                    "a key must be a text",
                    key.span if key else self.span(event),
                    "put quotes round a text that begins with [ or {",
                )
                continue
            if value is None:
                continue
            if key.text == "<<" and not key.style:
                self.error(
                    "merge-key",
                    "`<<` isn't known here",
                    key.span,
                    "use `vars:` for texts that come again, or write the lines out",
                )
                continue
            if key.text in seen:
                self.error(
                    "duplicate-key",
                    f"the key {key.text[:60]!r} is given twice",
                    key.span,
                    "keep one of them",
                    (Note("first given here", seen[key.text]),),
                )
                continue
            if (
                event.flow_style
                and isinstance(value, Scalar)
                and value.null
                and value.span.column == key.span.end_column
                and not value.text
            ):
                self.error(
                    "key-without-value",
                    f"{key.text[:60]!r} has no value",
                    key.span,
                    "write `key: value`, or use [ ] for a list",
                )
            seen[key.text] = key.span
            entries.append(Entry(key, value))
        return Map(tuple(entries), self.span(event), bool(event.flow_style))


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
