"""JSON Schemas of the files that users write, for editors: talks, clients, themes, projects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .fields import FieldInfo, fields_of
from .kinds import kind, kind_names, summary
from .model.block import BLOCK_KEYS
from .model.condition import Condition
from .model.keys import CommonKeys
from .model.slide import BESIDE, TITLED
from .model.talk import TalkInfo
from .overlays.shape import NOT_IN_OVERLAYS
from .source.json_schema import DRAFT, SCALAR, TEXT, Schemas, by_language, schema_for
from .source.project_file import Project
from .theme.schema import theme_schema

__all__ = ["SCHEMAS", "client_schema", "project_schema", "talk_schema", "theme_schema"]

"""Definitions that the records refer to by name."""
WHOLE = ("lang", "languages")
"""Keys that are read before the language is known."""
SUFFIX = "-by-language"


def talk_schema() -> dict[str, Any]:
    """A talk: its own keys, and its slides by kind.  With two `languages` or more any value may be a map by language."""
    plain, several = _Talk(), _Talk(by_language=True)
    return {
        "$schema": DRAFT,
        "title": "A deckgen talk",
        "type": "object",
        "if": {
            "properties": {"languages": {"type": "array", "minItems": 2}},
            "required": ["languages"],
        },
        "then": _renamed(several.top(), SUFFIX),
        "else": plain.top(),
        "$defs": dict(
            sorted(
                {
                    **plain.definitions(),
                    **{name + SUFFIX: _renamed(d, SUFFIX) for name, d in several.definitions().items()},
                }.items()
            )
        ),
    }


def client_schema() -> dict[str, Any]:
    """A client's file; any value may be a map by language, for talks that exist in several."""
    talk = _Talk(by_language=True)
    top = talk.client()
    return {
        "$schema": DRAFT,
        "title": "A client of deckgen talks",
        **top,
        "type": ["object", "null"],
        "$defs": dict(sorted(talk.definitions().items())),
    }


def project_schema() -> dict[str, Any]:
    """`deckgen.yaml`: where things lie and which decks are built; it may be empty."""
    found = schema_for(Project, title="A deckgen project")
    return {**found, "type": ["object", "null"]}


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "talk": talk_schema,
    "client": client_schema,
    "theme": theme_schema,
    "project": project_schema,
}
"""All schemas by what they describe."""


class _Talk:
    """The parts of a talk's schema."""

    def __init__(self, *, by_language: bool = False) -> None:
        self._schemas = Schemas(by_language=by_language)
        self._common = {f.key: f for f in fields_of(CommonKeys)}
        self._whole = Schemas()

    def top(self) -> dict[str, Any]:
        """The talk's keys."""
        fields = fields_of(TalkInfo)
        properties = {f.key: (self._whole if f.key in WHOLE else self._schemas).field(f) for f in fields}
        properties["variants"] = {
            "type": "object",
            "additionalProperties": {"anyOf": [{"$ref": "#/$defs/overlay"}, {"type": "null"}]},
            "description": next(f.info.help for f in fields if f.key == "variants"),
        }
        properties["slides"] = {
            "type": "array",
            "minItems": 1,
            "items": {"$ref": "#/$defs/slide"},
            "description": "the slides, in order",
        }
        required = [*(f.key for f in fields if f.required), "slides"]
        return {"properties": properties, "required": required, "additionalProperties": False}

    def overlay(self) -> dict[str, Any]:
        """An overlay: what it does to slides, and the talk's own keys; null takes one out."""
        fields = [f for f in fields_of(TalkInfo) if f.key not in NOT_IN_OVERLAYS]
        own = {f.key: (self._whole if f.key in WHOLE else self._schemas).field(f) for f in fields}
        own["theme"] = {
            **own["theme"],
            "anyOf": [{"type": "string"}, {"type": "object"}],
            "description": "a theme's name or path, or keys that change the talk's theme",
        }
        properties = {
            key: {"anyOf": [schema, {"type": "null"}], "description": schema["description"]}
            for key, schema in own.items()
        }
        return {
            "type": "object",
            "properties": {**_actions(self._schemas.by_language), **properties},
            "additionalProperties": False,
        }

    def client(self) -> dict[str, Any]:
        """A client's file: an overlay for any talk, with overlays for single ones."""
        overlay = self.overlay()
        variants = {
            "type": "object",
            "additionalProperties": {"anyOf": [{"$ref": "#/$defs/overlay"}, {"type": "null"}]},
            "description": "what is other where this variant of a talk is chosen, and variants of the client's own",
        }
        more = {
            "variant": {**TEXT, "description": "the variant that this client gets"},
            "variants": variants,
            "avoid": {
                "anyOf": [SCALAR, {"type": "array", "items": SCALAR}],
                "description": "words never to be said there",
            },
        }
        one = {**overlay, "properties": {**overlay["properties"], **more}}
        talks = {
            "type": "object",
            "additionalProperties": one,
            "description": "overlays for one talk alone, by the talks' names",
        }
        return {**overlay, "properties": {**one["properties"], "talks": talks}}

    def definitions(self) -> dict[str, Any]:
        """What the talk's keys and the slides refer to."""
        kinds = {name.replace("_", "-"): name for name in kind_names()}
        able = [key for key, name in kinds.items() if getattr(kind(name).record, "block", False)]
        bare = [key for key, name in kinds.items() if kind(name).bare]
        draft = self._map(
            {}, tuple(k for k in self._common if k not in BESIDE), ["title"], "only a title: a draft"
        )
        slide = self._choice({key: self._slide(key, name) for key, name in kinds.items()}, kinds, draft)
        block = self._choice({key: self._block(key, kinds[key]) for key in able}, kinds)
        result = {"result": {**self._common_schema("title"), "description": "what the side comes to"}}
        side = self._choice({key: self._block(key, kinds[key], result) for key in able}, kinds)
        keys = {f"key-{key}": self._common_schema(key) for key in self._common}
        return {
            **self._schemas.definitions,
            **keys,
            "slide": {
                "if": {"type": "object", "required": ["include"]},
                "then": _include(),
                "else": {"if": {"type": "object"}, "then": slide, "else": {"enum": bare}},
            },
            "block": {"if": {"type": "object"}, "then": block, "else": TEXT},
            "side": {"type": "object", **side},
            "overlay": self.overlay(),
        }

    def _common_schema(self, key: str) -> dict[str, Any]:
        return self._schemas.field(self._common[key])

    def _choice(
        self, forms: dict[str, dict[str, Any]], kinds: dict[str, str], none: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """A map in which one key says which form holds; what may stand beside another content is one only where that isn't there."""
        own = {
            key: {f.key for f in fields_of(kind(name).record) if not f.info.content}
            for key, name in kinds.items()
        }
        rules = []
        for key, form in forms.items():
            before = [k for k in forms if k != key and (key in own[k] or (key in BESIDE and k not in BESIDE))]
            before += BESIDE[: BESIDE.index(key)] if key in BESIDE else ()
            condition: dict[str, Any] = {"required": [key]}
            if before:
                condition["not"] = {"anyOf": [{"required": [k]} for k in before]}
            rules.append({"if": condition, "then": form})
        if none is None:
            closed: dict[str, Any] = {"anyOf": [{"required": [key]} for key in forms]}
        else:
            closed = {}
            missing = {"not": {"anyOf": [{"required": [key]} for key in forms]}}
            rules.append({"if": missing, "then": none})
        words: dict[str, Any] = {}
        for form in [*forms.values(), *([none] if none else [])]:
            for one in form.get("anyOf", [form]):
                for key, schema in one["properties"].items():
                    told = schema.get("description")
                    if "$ref" in schema:
                        told = self._common[key].info.help if key in self._common else told
                    words.setdefault(key, {"description": told} if told else {})
        return {"properties": words, "additionalProperties": False, "allOf": rules, **closed}

    def _map(
        self, own: dict[str, Any], common: tuple[str, ...], required: list[str], words: str
    ) -> dict[str, Any]:
        shared = {key: {"$ref": f"#/$defs/key-{key}"} for key in common}
        return {
            "type": "object",
            "description": words,
            "properties": {**shared, **own},
            "required": required,
            "additionalProperties": False,
        }

    def _slide(self, key: str, name: str) -> dict[str, Any]:
        """A kind's slide: with its content, and without where it needs none."""
        one = kind(name)
        common = tuple(self._common)
        content, own = self._parts(one.record)
        forms = []
        if content is not None:
            titled = name in TITLED
            beside = tuple(k for k in common if not (titled and k == "title"))
            forms.append(self._map({key: content, **own}, beside, [key], summary(name)))
        if one.bare:
            forms.append(self._map({key: {"type": "null"}, **own}, common, [key], summary(name)))
        return forms[0] if len(forms) == 1 else {"anyOf": forms}

    def _block(self, key: str, name: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
        content, own = self._parts(kind(name).record)
        return self._map({key: content, **own, **(more or {})}, BLOCK_KEYS, [key], summary(name))

    def _parts(self, record: type) -> tuple[dict[str, Any] | None, dict[str, Any]]:
        """The schema of the content key, and those of the kind's own keys."""
        content: FieldInfo | None = next((f for f in fields_of(record) if f.info.content), None)
        own = {f.key: self._schemas.field(f) for f in fields_of(record) if not f.info.content}
        return (self._schemas.field(content) if content is not None else None), own


def _actions(languages: bool = False) -> dict[str, Any]:
    """What an overlay does to slides, points and items; with `languages` words may stand by language."""
    words: dict[str, Any] = {
        "type": "object",
        "additionalProperties": {"anyOf": [SCALAR, {"type": "null"}]},
    }
    if languages:
        words = by_language(words)
    place = {"after": SCALAR, "before": SCALAR, "at": {"enum": ["start", "end"]}}
    spot = [{"required": [key]} for key in place]
    things = {
        "slides": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/slide"}},
        "points": {"type": "array", "minItems": 1},
        "items": {"type": "array", "minItems": 1},
    }
    insert = {
        "type": "object",
        "properties": {**place, **things},
        "additionalProperties": False,
        "allOf": [{"oneOf": spot}, {"oneOf": [{"required": [key]} for key in things]}],
    }
    move = {
        "type": "object",
        "properties": {"id": SCALAR, **place},
        "additionalProperties": False,
        "required": ["id"],
        "oneOf": spot,
    }
    change = {"type": "object", "properties": {"replace": words, "id": False}}
    return {
        "drop": {
            "anyOf": [SCALAR, {"type": "array", "items": SCALAR}],
            "description": "ids and tags of slides, points and items that are left out; a section goes with its slides",
        },
        "change": {
            "type": "object",
            "additionalProperties": change,
            "description": "keys of slides, points and items by id: maps merge, texts and lists are replaced, `KEY+` appends, null removes",
        },
        "insert": {
            "anyOf": [insert, {"type": "array", "items": insert}],
            "description": "new slides, points or items, and where they go",
        },
        "move": {
            "anyOf": [move, {"type": "array", "items": move}],
            "description": "what goes to another place",
        },
        "replace": {**words, "description": "whole words, and what stands in their place; capitals count"},
    }


def _include() -> dict[str, Any]:
    """Slides of another file."""
    several = {"anyOf": [SCALAR, {"type": "array", "items": SCALAR}]}
    condition = Condition.json_schema()
    own = {
        "include": {"type": "string", "description": "a talk, or a file that is a list of slides"},
        "pick": {
            **several,
            "description": "ids of the slides that come, a section with its slides; else all do",
        },
        "drop": {**several, "description": "ids and tags of what stays there"},
        "change": _actions()["change"],
        "when": {**condition, "description": "the slides come only where all of this is so"},
        "unless": {**condition, "description": "the slides stay there where all of this is so"},
    }
    return {"type": "object", "properties": own, "additionalProperties": False}


def _renamed(tree: Any, suffix: str) -> Any:
    """The tree with all references to definitions renamed."""
    if isinstance(tree, dict):
        return {
            k: v + suffix if k == "$ref" and isinstance(v, str) else _renamed(v, suffix)
            for k, v in tree.items()
        }
    if isinstance(tree, list):
        return [_renamed(item, suffix) for item in tree]
    return tree
