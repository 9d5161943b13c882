"""How a record's field is described: one definition for decoding, JSON Schema and reference docs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from .records import dataclass


@dataclass(frozen=True, slots=True)
class Described:
    """What a field's metadata says beyond its type."""

    help: str
    key: str = ""  # the key in YAML, where it differs from the field's name (`date-format`)
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    example: str = ""
    content: bool = False  # the field that the kind's content key fills


def described(
    help: str,
    *,
    default: Any = dataclasses.MISSING,
    default_factory: Callable[[], Any] | None = None,
    key: str = "",
    choices: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
    example: str = "",
    content: bool = False,
) -> Any:
    """A dataclass field with its description; `help` is the sentence that the reference prints."""
    metadata = {"described": Described(help, key, choices, low, high, example, content)}
    if default_factory is not None:
        return dataclasses.field(default_factory=default_factory, metadata=metadata)
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A described field of a record, as the decoder, the schema and the docs see it."""

    name: str
    key: str
    type: Any
    required: bool
    info: Described


_CACHE: dict[type, tuple[FieldInfo, ...]] = {}
_BY_KEY: dict[type, dict[str, FieldInfo]] = {}
_REQUIRED: dict[type, tuple[FieldInfo, ...]] = {}


def fields_of(record: type) -> tuple[FieldInfo, ...]:
    """The described fields of a dataclass, in order; fields without a description are left out."""
    known = _CACHE.get(record)
    if known is not None:
        return known
    hints = get_type_hints(record)
    result = []
    for item in dataclasses.fields(record):
        info = item.metadata.get("described")
        if info is None:
            continue
        required = item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
        key = info.key or item.name.rstrip("_").replace("_", "-")
        result.append(FieldInfo(item.name, key, hints[item.name], required, info))
    _CACHE[record] = tuple(result)
    return _CACHE[record]


def by_key(record: type) -> Mapping[str, FieldInfo]:
    """The described fields of a dataclass by their keys in YAML, in order."""
    known = _BY_KEY.get(record)
    if known is None:
        known = _BY_KEY[record] = {f.key: f for f in fields_of(record)}
    return known


def required_of(record: type) -> tuple[FieldInfo, ...]:
    """The described fields of a dataclass that have no default, in order."""
    known = _REQUIRED.get(record)
    if known is None:
        known = _REQUIRED[record] = tuple([f for f in fields_of(record) if f.required])
    return known
