"""From nodes to records: the field's type decides what a text means, not YAML's guess."""

from __future__ import annotations

import datetime
import types
from collections.abc import Collection, Mapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeGuard, TypeVar, Union, get_args, get_origin

from ..errors import TalkError
from ..fields import FieldInfo, by_key, required_of
from ..findings import Findings, Span
from ..patterns import pattern
from .nodes import Map, Node, Scalar, Seq
from .suggest import did_you_mean
from .text import decoded
from .variables import Variables
from .workspace import Workspace

TRUE = {"true", "yes", "on"}
FALSE = {"false", "no", "off"}
TEXT_FILE_LIMIT = 1024 * 1024
DATA_FILE_LIMIT = 8 * 1024 * 1024
DATA_LIMIT = 512 * 1024 * 1024  # what all tables and charts together may look through, unpacked
PROBLEMS = 100  # decoding stops after so many
FILES_LIMIT = 16 * TEXT_FILE_LIMIT  # what all text files together may bring in
_PLAIN_TEXT = "in quotes if it begins with [ or {"
R = TypeVar("R")
_INT = pattern(r"[+-]?[0-9]{1,18}")
_FLOAT = pattern(r"[+-]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})(?:[eE][+-]?[0-9]{1,2})?")
_ISO = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GERMAN_DATE = pattern(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_SHORT_DATE = pattern(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})")
_GERMAN_NUMBER = pattern(r"[+-]?[0-9]+(?:\.[0-9]{3})*,[0-9]+")


class Decoder:
    """What decoding needs beside the node; problems go to `findings`, and None stands for what is wrong."""

    def __init__(
        self, findings: Findings, workspace: Workspace, variables: Variables, lang: str, file: Path
    ) -> None:
        self.findings = findings
        self.workspace = workspace
        self.variables = variables
        self.lang = lang
        self.file = file
        self.reading: Any = None
        self.pictures: list[Any] = []  # what was read so far, but for what is skipped
        self._from_files = 0
        self._from_data = 0
        self._problems = 0

    def fail(self, code: str, message: str, span: Span, fix: str = "") -> None:
        """Report an error.

        Raises:
            TalkError: once there are PROBLEMS of them; a file with that many is of another sort, or hostile.
        """
        self.findings.error(code, message, span, fix)
        self._problems += 1
        if self._problems >= PROBLEMS:
            self.findings.error("too-many", f"more than {PROBLEMS} problems; the rest isn't listed", span)
            raise TalkError(self.findings)

    def record(self, node: Node, cls: type[R], *, extra: Collection[str] = (), where: str = "") -> R | None:
        """A described dataclass from a map; unknown, missing and empty keys are errors.  Keys in `extra` are someone else's.

        `where` names the place in messages ("slide 7").
        """
        if not isinstance(node, Map):
            self.fail(
                "wrong-type",
                f"here stands {_what(node)}, a map is wanted",
                node.span,
                "write `key: value` lines",
            )
            return None
        known = by_key(cls)
        values: dict[str, Any] = {}
        good = True
        for entry in node.entries:
            key = entry.key.text
            if key in extra:
                continue
            field = known.get(key)
            if field is None:
                place = f" in {where}" if where else ""
                hint = did_you_mean(key, [*known, *extra])
                self.fail("unknown-key", f"unknown key {key[:60]!r}{place}{hint}", entry.key.span)
                good = False
                continue
            value = self.field(entry.value, field)
            if value is None:
                good = False
            else:
                values[field.name] = value
        for field in required_of(cls):
            if field.name not in values and node.get(field.key) is None:
                self.fail("missing-key", f"`{field.key}` is missing", node.span, f"add `{field.key}: ...`")
                good = False
        return cls(**values) if good else None

    def field(self, node: Node, field: FieldInfo) -> Any | None:
        """The value of a described field, its limits and choices enforced."""
        if isinstance(node, Scalar) and node.null and not field.info.content:
            self.fail(
                "empty-value", f"`{field.key}` has no value", node.span, "give a value or take the key out"
            )
            return None
        value = self.value(node, field.type, f"`{field.key}`")
        if value is None:
            if not isinstance(node, Scalar):
                self._name_form(node, field)
            return None
        if field.info.choices:
            for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(one, str) and one not in field.info.choices:
                    options = ", ".join(field.info.choices)
                    self.fail(
                        "wrong-value",
                        f"`{field.key}` can't be {one[:60]!r}{did_you_mean(one, field.info.choices)}",
                        node.items[at].span if isinstance(node, Seq) else node.span,
                        f"write one of: {options}",
                    )
                    return None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            low, high = field.info.low, field.info.high
            if (low is not None and value < low) or (high is not None and value > high):
                self.fail(
                    "wrong-value", f"`{field.key}` is {value}, allowed is {_range(low, high)}", node.span
                )
                return None
        return value

    def _name_form(self, node: Seq | Map, field: FieldInfo) -> None:
        """Let the error just told, that a list or map stands where one value belongs, name the key and the form to write."""
        found = self.findings.found[-1] if self.findings.found else None
        if found is None or found.code != "wrong-type" or found.span != node.span:
            return
        info, key, types_ = field.info, field.key, get_args(field.type) or (field.type,)
        if _PLAIN_TEXT not in found.fix and found.fix != "write a text":
            return
        kind, fix = "one text", f"write a text, {_PLAIN_TEXT}"
        words = info.choices or (types_ if get_origin(field.type) is Literal else ())
        if words:
            kind, fix = "one word", f"write one of: {', '.join(map(str, words))}"
        elif bool in types_:
            kind, fix = "yes or no", f"write `{key}: yes` or `{key}: no`"
        elif int in types_ or float in types_:
            kind, fix = "a number", f"write `{key}: {info.example}`" if info.example else "write a number"
        elif get_origin(field.type) is tuple:
            kind = "a text or a list of texts"
        elif info.example:
            kind, fix = "one value", f"write `{key}: {info.example}`"
        message = f"`{key}` is {kind}, here stands {_what(node)}"
        self.findings.restate(message, fix)

    def value(self, node: Node, type_: Any, what: str = "this") -> Any | None:
        """A value of `type_`, or None after an error."""
        sort, inner = _sort(type_)
        if sort == "own":
            return inner(node, self)
        if sort == "choice":
            return self._choice(node, inner, what)
        if sort == "tuple":
            return self._tuple(node, inner, what)
        if sort == "map":
            return self._mapping(node, inner, what)
        if sort == "record":
            return self.record(node, inner)
        text = self.plain(node, what)
        return None if text is None else self._scalar(text, inner, node.span, what)

    def _scalar(self, text: str, type_: Any, span: Span, what: str) -> Any | None:
        if type_ is str:
            return text
        word = text.strip()
        if type_ is bool:
            if word.lower() in TRUE | FALSE:
                return word.lower() in TRUE
            self.fail(
                "wrong-type", f"{what} is yes or no, not {word[:40]!r}", span, "write `true` or `false`"
            )
            return None
        if type_ is datetime.date:
            return self.date(word, span, what)
        if (_INT if type_ is int else _FLOAT).fullmatch(word):
            return type_(word)
        hint = "write a whole number" if type_ is int else "write a number"
        if _GERMAN_NUMBER.fullmatch(word) and len(word) < 40:
            hint = f"write a point in place of the comma: {word.replace('.', '').replace(',', '.')}"
        kind = "a whole number" if type_ is int else "a number"
        self.fail("wrong-type", f"{what} is {kind}, not {word[:40]!r}", span, hint)
        return None

    def date(self, word: str, span: Span, what: str) -> datetime.date | None:
        """The date that `word` is in ISO 8601."""
        try:
            if _ISO.fullmatch(word):
                return datetime.date.fromisoformat(word)
        except ValueError:
            pass
        fix = "write it as year-month-day: 2021-01-04"
        if german := _GERMAN_DATE.fullmatch(word):
            fix = f"write {german[3]}-{int(german[2]):02}-{int(german[1]):02}"
        elif (short := _SHORT_DATE.fullmatch(word)) and not _ISO.fullmatch(word):
            fix = f"write {short[1]}-{int(short[2]):02}-{int(short[3]):02}"
        self.fail("bad-date", f"{what} is a date, not {word[:40]!r}", span, fix)
        return None

    def _choice(self, node: Node, options: tuple[Any, ...], what: str) -> Any | None:
        text = self.plain(node, what)
        if text is None:
            return None
        for option in options:
            if str(option) == text.strip():
                return option
        words = [str(o) for o in options]
        message = f"{what} can't be {text[:60]!r}{did_you_mean(text, words)}"
        self.fail("wrong-value", message, node.span, f"write one of: {', '.join(words)}")
        return None

    def _tuple(self, node: Node, inner: Any, what: str) -> tuple[Any, ...] | None:
        reader = getattr(inner, "list_from_node", None)
        if reader is not None:
            found: tuple[Any, ...] | None = reader(node, self)
            return found
        nodes = node.items if isinstance(node, Seq) else (node,)
        values = [self.value(n, inner, what) for n in nodes]
        return None if any(v is None for v in values) else tuple(values)

    def _mapping(self, node: Node, inner: Any, what: str) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            self.fail(
                "wrong-type",
                f"{what} is a map, here stands {_what(node)}",
                node.span,
                "write `key: value` lines",
            )
            return None
        values = {e.key.text: self.value(e.value, inner, f"`{e.key.text}`") for e in node.entries}
        return None if any(v is None for v in values.values()) else values

    def from_file(self, node: Map) -> Scalar | None:
        """What `{file: PATH}` stands for, as a `|` block whose places are in that file; line breaks at its end don't count."""
        named = node.entries[0].value
        name = self.plain(named, "a path")
        path = self.workspace.resolve(name, self.file, named.span) if name is not None else None
        data = self.workspace.read(path) if path is not None else None
        if path is None or data is None:
            return None
        self._from_files += len(data)
        if len(data) > TEXT_FILE_LIMIT or self._from_files > FILES_LIMIT:
            limit = "1 MB" if len(data) > TEXT_FILE_LIMIT else "16 MB for all files"
            self.fail("too-large", f"the text is larger than {limit}", named.span, "write a shorter text")
            return None
        label = self.workspace.label(path)
        text = decoded(data, label, self.findings)
        if text is None:
            return None
        if not text.strip():
            self.fail("empty-value", f"the file {label} is empty", named.span, "write a text into it")
            return None
        lines = text.split("\n")
        first = next(n for n, line in enumerate(lines, 1) if line.strip())
        return Scalar("\n".join(lines[first - 1 :]).rstrip("\n"), Span(label, first), "|", False, first, 1)

    def plain(self, node: Node, what: str) -> str | None:
        """The text of a scalar with variables put in, or of the file that `{file: PATH}` names."""
        if is_file(node):
            found = self.from_file(node)
            return found.text if found is not None else None
        if not isinstance(node, Scalar):
            self.fail(
                "wrong-type",
                f"{what} is a text, here stands {_what(node)}",
                node.span,
                f"write a text, {_PLAIN_TEXT}",
            )
            return None
        if node.null:
            self.fail("empty-value", f"{what} is empty", node.span, "give a value or take the key out")
            return None
        return self.variables.insert(node.text, node.span)

    def data_file(self, path: Path) -> bytes | None:
        """The bytes of a table's or chart's file, at most 8 MB; None after an error."""
        return self.workspace.read(
            path, DATA_FILE_LIMIT, "a slide takes far less: save the part that it shows"
        )

    def spend(self, size: int, span: Span) -> bool:
        """Count `size` bytes of data that are to be looked through; False, and an error, once the whole talk has too many."""
        self._from_data += size
        if self._from_data > DATA_LIMIT:
            self.fail("too-large", "the talk's data files are too large together", span, "use smaller files")
            return False
        return True


@cache
def _sort(type_: Any) -> tuple[str, Any]:
    """How values of a type are read: by its own method, as one of several, in a row, by names, as a record, from a scalar; and what of."""
    origin = get_origin(type_)
    if origin in (Union, types.UnionType):
        return _sort(next(a for a in get_args(type_) if a is not type(None)))
    if origin is Literal:
        return "choice", get_args(type_)
    if origin is tuple:
        return "tuple", get_args(type_)[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return "map", get_args(type_)[1]
    if hasattr(type_, "from_node"):
        return "own", type_.from_node
    return "record" if is_dataclass(type_) and isinstance(type_, type) else "scalar", type_


def is_file(node: Node) -> TypeGuard[Map]:
    """Whether `node` is `{file: PATH}`."""
    return isinstance(node, Map) and len(node.entries) == 1 and node.entries[0].key.text == "file"


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at most {high:g}" if low is None else f"{low:g} or more"
    return f"{low:g} to {high:g}"


def _what(node: Node) -> str:
    return {Map: "a map", Seq: "a list", Scalar: "a text"}[type(node)]
