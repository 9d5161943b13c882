"""JSON Schema (draft 2020-12) of a whole talk, for editors; from the same records that reading uses.

An editor sees YAML's core types, so texts may be numbers and booleans too.  What the schema can't say is left to `deckgen check`: which
key of an item is its lead, whether ids are unique, whether files are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..fields import fields_of
from ..source.json_schema import DRAFT, properties_of
from .keys import CommonKeys
from .slide import BESIDE, TITLED
from .talk import TalkInfo

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"


def talk_schema(kinds: Mapping[str, type]) -> dict[str, Any]:
    """The schema of a talk's file; `kinds` maps a kind's name to its record."""
    definitions: dict[str, Any] = {}
    top = _by_language(properties_of(TalkInfo, definitions))
    top["lang"] = properties_of(TalkInfo, definitions)["lang"]
    top["slides"] = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/slide"}}
    definitions.update({f"slide-{name}": _kind(name, kinds[name], definitions) for name in kinds})
    common = properties_of(CommonKeys, definitions)
    draft = {k: v for k, v in common.items() if k not in BESIDE}
    definitions["slide-draft"] = _object(draft, ["title"])
    definitions["slide"] = _slide(kinds, common)
    return {
        "$schema": DRAFT,
        "title": "A deckgen talk",
        **_object(top, ["title", "slides"]),
        "$defs": dict(sorted(definitions.items())),
    }


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _by_language(properties: dict[str, Any]) -> dict[str, Any]:
    """Each value may also be a map by language."""
    result = {}
    for key, schema in properties.items():
        words = {k: v for k, v in schema.items() if k in ("description", "examples")}
        one = {k: v for k, v in schema.items() if k not in words}
        several = {
            "type": "object",
            "propertyNames": {"pattern": LANGUAGE},
            "minProperties": 2,
            "additionalProperties": one,
        }
        result[key] = {"anyOf": [one, several], **words}
    return result


def _kind(name: str, record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """A slide of the kind `name`: its content, the kind's own keys, the common ones."""
    own = properties_of(record, definitions)
    content = next((f.key for f in fields_of(record) if f.info.content), None)
    common = properties_of(CommonKeys, definitions)
    schema = own.pop(content) if content is not None else {"type": "null"}
    if content is not None and getattr(record, "bare", False):
        schema = {"anyOf": [schema, {"type": "null"}]}
    if name in TITLED:
        common.pop("title")
    return _object(_by_language({**common, **own, name: schema}), [name])


def _slide(kinds: Mapping[str, type], common: dict[str, Any]) -> dict[str, Any]:
    """A kind that needs no content, or a map: its content key says which of the kinds' schemas holds."""
    rules = []
    contents = [k for k in kinds if k not in BESIDE]
    for name in kinds:
        condition: dict[str, Any] = {"required": [name]}
        if name in BESIDE:  # a content of its own only where no other is
            condition["not"] = {"anyOf": [{"required": [k]} for k in contents]}
        rules.append({"if": condition, "then": {"$ref": f"#/$defs/slide-{name}"}})
    none = {"not": {"anyOf": [{"required": [k]} for k in kinds]}}
    rules.append({"if": none, "then": {"$ref": "#/$defs/slide-draft"}})
    keys = sorted({*common, *kinds, *(f.key for k in kinds for f in fields_of(kinds[k]))})
    bare = sorted(k for k in kinds if getattr(kinds[k], "bare", False))
    return {
        "if": {"type": "object"},
        "then": {"properties": dict.fromkeys(keys, True), "additionalProperties": False, "allOf": rules},
        "else": {"enum": bare},
    }
