"""JSON Schema (draft 2020-12) from the same records that decoding reads."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, Union, get_args, get_origin

from ..fields import FieldInfo, fields_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": ["string", "number", "boolean"]},  # every scalar is text until its field decides
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {
        "anyOf": [
            {"type": "boolean"},
            {"type": "string", "pattern": "^([Tt]rue|[Yy]es|[Oo]n|[Ff]alse|[Nn]o|[Oo]ff)$"},
        ]
    },
    datetime.date: {"type": "string", "format": "date"},
}


def schema_for(cls: type, *, title: str) -> dict[str, Any]:
    """The schema of a described dataclass; records within it stand under `$defs`."""
    definitions: dict[str, Any] = {}
    result = {"$schema": DRAFT, "title": title, **_record(cls, definitions)}
    if definitions:
        result["$defs"] = dict(sorted(definitions.items()))
    return result


def properties_of(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schemas of a record's fields by key; records within them go into `definitions`, which stand under `$defs`."""
    return {f.key: _field(f, definitions) for f in fields_of(cls)}


def _record(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = fields_of(cls)
    result: dict[str, Any] = {
        "type": "object",
        "properties": properties_of(cls, definitions),
        "additionalProperties": False,
    }
    if required := [f.key for f in fields if f.required]:
        result["required"] = required
    return result


def _field(field: FieldInfo, definitions: dict[str, Any]) -> dict[str, Any]:
    info = field.info
    result = dict(_type(field.type, definitions))
    if info.choices:
        choice = {"enum": list(info.choices)}
        many = result.get("anyOf", [result])[-1].get("type") == "array"
        result = {"anyOf": [choice, {"type": "array", "items": choice}]} if many else choice
    if info.low is not None:
        result["minimum"] = info.low
    if info.high is not None:
        result["maximum"] = info.high
    result["description"] = info.help
    if info.example:
        result["examples"] = [info.example]
    return result


def _type(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, inner = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        return _type(next(a for a in inner if a is not type(None)), definitions)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        one = _type(inner[0], definitions)
        return {"anyOf": [one, {"type": "array", "items": one}]}  # a single value stands for a list of one
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _type(inner[1], definitions)}
    if hasattr(type_, "json_schema"):
        return dict(type_.json_schema())
    if isinstance(type_, type) and is_dataclass(type_):
        name = type_.__name__
        if name not in definitions:
            definitions[name] = {}  # known before its fields are read: records may hold themselves
            definitions[name] = _record(type_, definitions)
        return {"$ref": f"#/$defs/{name}"}
    return dict(_PLAIN[type_])
