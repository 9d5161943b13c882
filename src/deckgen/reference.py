"""What the records say about their keys, in words: for `deckgen kinds` and the reference in docs/."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from .fields import FieldInfo, fields_of
from .kinds import kind
from .model.keys import CommonKeys
from .model.notes import Notes
from .model.slide import TITLED
from .model.talk import TalkInfo
from .model.text import RichText
from .records import dataclass

if TYPE_CHECKING:
    from .theme.records import Look, Theme

_WORDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "yes or no",
    RichText: "text with Markdown",
    Notes: "block Markdown",
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key: its type in words (with the words that may be chosen), its default ("" where there is none), what it is for."""

    key: str
    type: str
    default: str
    help: str
    example: str = ""
    content: bool = False
    required: bool = False


def keys_of(record: type) -> tuple[KeyRow, ...]:
    """The keys of a record, in order; the content key first."""
    defaults = {f.name: f.default for f in dataclasses.fields(record)}
    rows = [_row(f, defaults[f.name]) for f in fields_of(record)]
    return tuple(sorted(rows, key=lambda r: not r.content))


def item_keys(record: type) -> dict[str, tuple[KeyRow, ...]]:
    """For each key of the record that holds a list of items: the keys that such an item may have."""
    result = {}
    for field in fields_of(record):
        inner = get_args(field.type)[0] if get_origin(field.type) is tuple else None
        if hasattr(inner, "list_from_node"):
            result[field.key] = keys_of(inner)  # type: ignore[arg-type]
    return result


def common_keys(name: str) -> tuple[KeyRow, ...]:
    """The common keys that a slide of the kind `name` may have."""
    one = kind(name)
    titled = name in TITLED and not one.bare
    own = {f.key for f in fields_of(one.record)}
    return tuple(r for r in keys_of(CommonKeys) if r.key not in own and not (titled and r.key == "title"))


def talk_keys() -> tuple[KeyRow, ...]:
    """The keys at the top of a talk."""
    slides = KeyRow("slides", "list of slides", "", "the slides, in order", required=True)
    return (*keys_of(TalkInfo), slides)


def _row(field: FieldInfo, default: Any) -> KeyRow:
    info = field.info
    words = " | ".join(info.choices) if info.choices else type_words(field.type)
    if info.low is not None and info.high is not None:
        words += f" from {info.low:g} to {info.high:g}"
    return KeyRow(field.key, words, _default(default), info.help, info.example, info.content, field.required)


def type_words(type_: Any) -> str:
    """A field's type in words; of a type that decodes itself the first line of what its `json_schema` says."""
    origin, inner = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        return type_words(next(a for a in inner if a is not type(None)))
    if origin is Literal:
        return " | ".join(str(word) for word in inner)
    if origin is tuple:
        if hasattr(inner[0], "list_from_node"):
            name = inner[0].__name__.lower().removeprefix("list")
            return f"list of {name}s"
        one = type_words(inner[0])
        return f"{one}, or a list of {one}s" if inner[0] in _WORDS else f"list; each {one}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"map of name to {type_words(inner[1])}"
    if type_ in _WORDS:
        return _WORDS[type_]
    said = (
        getattr(getattr(type_, "schema_within", getattr(type_, "json_schema", None)), "__doc__", None)
        or "a map."
    ).strip()
    line = said.split("\n")[0].removesuffix(".")
    return line[:1].lower() + line[1:]


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in (dataclasses.MISSING, None, "", ()):
        return ""
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    if dataclasses.is_dataclass(value):
        inner = [getattr(value, f.name) for f in dataclasses.fields(value)]
        return ", ".join(str(v) for v in inner if v)
    return str(value)


def looks_of(name: str, theme: Theme) -> list[Look]:
    """The looks that draw a kind: those that it names, else the one of its name and those whose names begin with it."""
    key = name.replace("_", "-")
    own = [key, *(n for n in theme.looks if n.startswith(f"{key}-"))]
    return [theme.looks[n] for n in kind(name).looks or own if n in theme.looks]
