"""YAML text to nodes: libyaml's events into our own tree, every scalar as text, every problem with its place.

Hostile input is bounded: aliases may not recurse nor blow the tree up, nesting ends at 100 levels.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from ..findings import Edit, Findings, Note, Span
from .nodes import Entry, Map, Node, Scalar, Seq
from .syntax import repairs, syntax_finding
from .text import bad_character, decoded
from .traps import dash_glued, quoted, text_findings

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH = 100
COPIES = 100_000  # what aliases may add: nodes, a long text counting for one in each 200 characters
LINES = 500_000  # of a file
NODES = 150_000  # texts, lists and maps of a file; a talk of 5,000 slides with tables has fewer
PROBLEMS = 100  # reading stops after so many
_BEFORE_COMMENT = {" ", "\t", "#"}  # what stands behind a plain text where YAML may have cut it off
NULLS = {"", "~", "null", "Null", "NULL"}


class _Stop(Exception):
    """Reading can't or needn't go on; the reason is among the findings."""


def read(data: bytes, label: str, findings: Findings) -> Node | None:
    """The tree of a YAML document, or None if it can't be built; `label` names the file in findings.

    A document with errors has a tree too where one can be built from the rest (lines that need quotes are read as if they had some), so
    that what is wrong in it comes in the same run: see whether `findings` has errors.
    """
    text = decoded(data, label, findings)
    if text is None:
        return None
    if not text.strip():
        findings.error("empty-file", "the file is empty", Span(label), "begin with `title: ...`")
        return None
    if text.count("\n") > LINES:
        findings.error("too-large", f"the file has more than {LINES} lines", Span(label), "split the talk")
        return None
    lines = text.split("\n")
    first = Findings()
    node, error = _built(text, lines, label, first)
    if error is None:
        for finding in first:
            findings.add(finding)
        return node
    mended = repairs(lines, findings, label)
    if mended:  # the rest is read as if those lines had been mended, so that all comes in one run
        for number, line in mended.items():
            lines[number - 1] = line
        first = Findings()
        node, error = _built("\n".join(lines), lines, label, first)
    known = {f.span.line for f in first if f.span} | set(mended)
    for finding in first:
        if finding.span is None or finding.span.line not in mended:
            findings.add(finding)
    if error is not None:
        syntax_finding(error, lines, label, findings, known)
        return None
    return node


def _built(
    text: str, lines: list[str], label: str, findings: Findings
) -> tuple[Node | None, yaml.YAMLError | None]:
    """The tree, or None after findings; and the syntax error that ended the reading, if one did."""
    builder = _Builder(label, findings, lines)
    try:
        node = builder.document(text)
    except yaml.YAMLError as error:
        return None, error
    except _Stop:
        return None, None
    return node, None


def _with_comma(entries: list[Entry], key: Scalar) -> str:
    """What to write for a `key` without a value: with the value before it, it may be one text with a comma."""
    last = entries[-1] if entries else None
    if last is None or not isinstance(last.value, Scalar) or last.value.style or len(last.value.text) > 200:
        return "write `key: value`, use [ ] for a list, or put quotes round a text with a comma"
    return f"write {last.key.text}: {quoted(f'{last.value.text}, {key.text}'[:400])}, or `{key.text[:60]}: value`"


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
        self.nodes = 0
        self.flow = 0  # how many [ ] and { } are open
        self.commented = False

    def document(self, text: str) -> Node | None:
        """The one document of the stream."""
        loader = LOADER(text)
        try:
            return self._documents(iter(loader.get_event, None))
        finally:
            loader.dispose()

    def _documents(self, events: Iterator[Any]) -> Node | None:
        self.events = events
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
                    return node
                node = self.node(next(self.events), 0)
                if self.failed and node is None:
                    return None
        if node is None or (isinstance(node, Scalar) and node.null):
            self.error("empty-file", "the file holds nothing", Span(self.label), "begin with `title: ...`")
        return node

    def error(
        self,
        code: str,
        message: str,
        span: Span,
        fix: str = "",
        notes: tuple[Note, ...] = (),
        edit: Edit | None = None,
    ) -> None:
        """Report; whoever uses the tree sees it among the findings."""
        self.failed = True
        self.findings.error(code, message, span, fix, notes, edit)
        if len(self.findings.found) >= PROBLEMS:
            self.findings.error("too-many", f"more than {PROBLEMS} problems; the rest isn't listed", span)
            raise _Stop

    def span(self, event: Any) -> Span:
        """The place of an event."""
        start, end = event.start_mark, event.end_mark
        return Span(self.label, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def node(self, event: Any, depth: int) -> Node | None:
        """The node that begins with `event`."""
        self.nodes += 1
        if self.nodes > NODES:
            self.error(
                "too-large", f"more than {NODES} texts, lists and maps", self.span(event), "split the talk"
            )
            raise _Stop
        if type(event) is yaml.ScalarEvent and event.tag is None and event.anchor is None:
            self.count += 1
            return self.scalar(event)
        if depth > DEPTH:
            self.error("too-deep", f"nested deeper than {DEPTH} levels", self.span(event), "nest less")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            self.tag(event)
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

    def tag(self, event: Any) -> None:
        """Report a tag: there are none here."""
        shown = event.tag.replace("tag:yaml.org,2002:", "!!")
        fix = "take the tag out"
        if shown[:1] == "!" and shown[:2] != "!!" and isinstance(event, yaml.ScalarEvent):
            fix += f", or put a text that begins with ! into quotes: {quoted(f'{shown} {event.value}'.strip()[:200])}"
        self.error("yaml-tag", f"the tag {shown[:60]!r} can't be used", self.span(event), fix)

    def alias(self, event: Any) -> Node | None:
        """The node that an alias repeats."""
        name = event.anchor
        span = self.span(event)
        if name not in self.anchors:
            self.error(
                "unknown-alias",
                f"there is no anchor {name[:60]!r}; a text that begins with * needs quotes",
                span,
                f"write {quoted('*' + name[:200])}",
            )
            return None
        node = self.anchors[name]
        if node is None:
            self.error(
                "yaml-recursion", f"the alias {name[:60]!r} repeats itself", span, "write the lines out"
            )
            return None
        self.count += self.sizes[name]
        self.copied += self.sizes[name]
        if self.copied > COPIES:
            self.error("alias-bomb", "aliases make the talk far too large", span, "write fewer aliases")
            raise _Stop
        return node

    def scalar(self, event: Any) -> Scalar:
        """A scalar as it was typed."""
        text, style, start, end = event.value, event.style or "", event.start_mark, event.end_mark
        span = Span(self.label, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        first, indent = span.line, span.column
        self.count += len(text) // 200
        self.commented = False
        if not style:
            node = Scalar(text, span, "", text in NULLS, first, indent)
            line = self.lines[end.line] if end.line < len(self.lines) else ""
            if start.line != end.line or line[end.column : end.column + 1] in _BEFORE_COMMENT:
                self.trap(node)
            return node
        if style in ("|", ">"):
            first, indent = self.block_start(span, text)
        elif style == '"' and (wrong := bad_character(text)):  # by an escape: the file's own were looked at
            self.error("control-character", f"{wrong} in a text", span, "delete it")
        node = Scalar(text, span, style, False, first, indent)
        if style == ">":
            self.trap(node)
        return node

    def block_start(self, span: Span, text: str) -> tuple[int, int]:
        """The line on which a block's text begins, and the column; empty lines above it are part of the text."""
        first = span.line + 1 + len(text) - len(text.lstrip("\n"))
        line = self.lines[first - 1] if first <= len(self.lines) else ""
        return first, len(line) - len(line.lstrip()) + 1

    def trap(self, node: Scalar) -> None:
        """Report what YAML changed unasked; remember whether it was a comment to YAML (then it isn't also an empty item)."""
        own = Findings()
        self.commented = text_findings(node, self.lines, own, self.flow > 0) == "value-is-comment"
        for finding in own:
            self.error(
                finding.code, finding.message, finding.span or node.span, finding.fix, edit=finding.edit
            )

    def sequence(self, event: Any, depth: int) -> Seq:
        """A list; empty items are errors."""
        items: list[Node] = []
        self.flow += bool(event.flow_style)
        while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
            node = self.node(inner, depth + 1)
            if node is None:
                continue
            if isinstance(node, Scalar) and node.null and not node.text and not self.commented:
                self.error(
                    "empty-item",
                    "an item of the list is empty",
                    node.span,
                    "write the item or take the dash out",
                )
            items.append(node)
        self.flow -= bool(event.flow_style)
        if event.flow_style:
            for one, other in zip(items, items[1:], strict=False):
                self.split_number(one, other)
        return Seq(tuple(items), self.span(event), bool(event.flow_style))

    def split_number(self, first: Node, second: Node) -> bool:
        """Report a decimal comma within [ ] or { }, which splits a number unasked."""
        if not (isinstance(first, Scalar) and isinstance(second, Scalar)) or first.style or second.style:
            return False
        touching = first.span.end_line == second.span.line and second.span.column - first.span.end_column == 1
        if not (touching and first.text[-1:].isdigit() and second.text[:1].isdigit()):
            return False
        whole = f"{first.text[-40:]},{second.text[:40]}"
        self.error(
            "comma-splits",
            f"the comma splits {whole} into two",
            first.span,
            f"write {quoted(whole)}, or a space after the comma",
        )
        return True

    def mapping(self, event: Any, depth: int) -> Map:
        """A map; keys are texts and unique."""
        entries: list[Entry] = []
        seen: dict[str, Span] = {}
        self.flow += bool(event.flow_style)
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
            if key.text[:1] == "-" and dash_glued(key, self.lines, self.findings):
                self.failed = True
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
            bare = isinstance(value, Scalar) and not value.text and value.null
            if event.flow_style and bare and value.span.column == key.span.end_column:
                if not (entries and self.split_number(entries[-1].value, key)):
                    self.error(
                        "key-without-value",
                        f"{key.text[:60]!r} has no value",
                        key.span,
                        _with_comma(entries, key),
                    )
                continue
            seen[key.text] = key.span
            entries.append(Entry(key, value))
        self.flow -= bool(event.flow_style)
        return Map(tuple(entries), self.span(event), bool(event.flow_style))
