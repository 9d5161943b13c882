"""JSON Schema (draft 2020-12) from the same records that decoding reads."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from dataclasses import field, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..fields import FieldInfo, fields_of
from ..records import dataclass

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCALAR: dict[str, Any] = {
    "type": ["string", "number", "boolean"]
}  # every scalar is text until its field decides
FILE: dict[str, Any] = {
    "type": "object",
    "properties": {"file": {"type": "string"}},
    "required": ["file"],
    "additionalProperties": False,
}
TEXT: dict[str, Any] = {"anyOf": [SCALAR, FILE]}
LANGUAGE = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: TEXT,
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
    schemas = Schemas()
    result = {"$schema": DRAFT, "title": title, **schemas.record(cls)}
    if schemas.definitions:
        result["$defs"] = dict(sorted(schemas.definitions.items()))
    return result


@dataclass(slots=True)
class Schemas:
    """Schemas of records; those that they refer to collect in `definitions` (for `$defs`).

    `by_language`: any value may also be a map by language, as in a talk with `languages`.
    """

    by_language: bool = False
    definitions: dict[str, Any] = field(default_factory=dict)

    def record(self, cls: type) -> dict[str, Any]:
        """A map with the record's keys and no others."""
        fields = fields_of(cls)
        result: dict[str, Any] = {
            "type": "object",
            "properties": {f.key: self.field(f) for f in fields},
            "additionalProperties": False,
        }
        if required := [f.key for f in fields if f.required]:
            result["required"] = required
        return result

    def field(self, field: FieldInfo) -> dict[str, Any]:
        """A key's value, with its description."""
        info = field.info
        result = dict(self._type(field.type))
        if info.choices:
            choice = {"enum": list(info.choices)}
            many = result.get("anyOf", [result])[-1].get("type") == "array"
            result = {"anyOf": [choice, {"type": "array", "items": choice}]} if many else choice
        if info.low is not None:
            result["minimum"] = info.low
        if info.high is not None:
            result["maximum"] = info.high
        if self.by_language:
            result = by_language(result)
        result["description"] = info.help
        if info.example:
            result["examples"] = [info.example]
        return result

    def _type(self, type_: Any) -> dict[str, Any]:
        origin, inner = get_origin(type_), get_args(type_)
        if origin in (Union, types.UnionType):
            return self._type(next(a for a in inner if a is not type(None)))
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is tuple:
            if hasattr(inner[0], "list_from_node"):
                many = {"type": "array", "items": self._item(inner[0]), "minItems": 1}
                return {"anyOf": [{"type": "string"}, FILE, many]}  # a text: a Markdown list in a block
            one = self._type(inner[0])
            return {
                "anyOf": [one, {"type": "array", "items": one}]
            }  # a single value stands for a list of one
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self._type(inner[1])}
        if hasattr(type_, "schema_within"):  # its schema holds those of other records
            return dict(type_.schema_within(self))
        if hasattr(type_, "json_schema"):
            found = dict(type_.json_schema())
            values = found.get("additionalProperties")
            if self.by_language and isinstance(values, dict):  # names and their texts
                found["additionalProperties"] = by_language(values)
            return found
        if isinstance(type_, type) and is_dataclass(type_):
            return self._named(type_, self.record)
        return dict(_PLAIN[type_])

    def _named(self, cls: type, make: Any) -> dict[str, Any]:
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # known before its fields are read: records may hold themselves
            self.definitions[name] = make(cls)
        return {"$ref": f"#/$defs/{name}"}

    def _item(self, cls: type) -> dict[str, Any]:
        return self._named(cls, self._item_forms)

    def _item_forms(self, cls: type) -> dict[str, Any]:
        """An item of a list: a text, a map of its keys, or a map in which one key that isn't known is the lead."""
        hints = get_type_hints(cls)
        fields = {f.key: f for f in fields_of(cls)}
        if "keys" in hints:  # it carries the common keys of a slide too
            common = next(a for a in get_args(hints["keys"]) if a is not type(None))
            fields = {**{f.key: f for f in fields_of(common)}, **fields}
        known = {key: self.field(f) for key, f in fields.items()}
        words = [key for key in ("text", "lead", cls.__name__.lower()) if key in known]
        children = self._item(get_args(hints["children"])[0])
        below = {"anyOf": [*TEXT["anyOf"], {"type": "array", "items": children, "minItems": 1}]}
        whole = {"type": "object", "properties": known, "additionalProperties": False}
        led = {
            "type": "object",
            "minProperties": 1,
            "properties": known,
            "additionalProperties": below,
            "not": {"anyOf": [{"required": [word]} for word in words]},
        }
        return {"anyOf": [SCALAR, whole, led]}


def by_language(schema: dict[str, Any]) -> dict[str, Any]:
    """What `schema` takes, or a map of language tag to it."""
    each = {
        "type": "object",
        "patternProperties": {LANGUAGE: schema},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [schema, each]}
