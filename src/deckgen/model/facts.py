"""The talk's smaller records: speakers, client, theme, variants, maps of words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from ..fields import described
from ..findings import Span
from ..records import dataclass
from ..source.json_schema import FILE, LANGUAGE
from ..source.nodes import Map, Node, Scalar, Seq
from ..source.suggest import did_you_mean
from .duration import Duration
from .labels import KEYS
from .picture import PictureRef
from .text import RichText

if TYPE_CHECKING:
    from ..source.decode import Decoder
    from ..source.json_schema import Schemas


class IsoDate(datetime.date):
    """A date written as 2021-01-04."""

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> IsoDate | None:
        """An ISO date."""
        text = decoder.plain(node, "a date")
        if text is None:
            return None
        day = decoder.date(text.strip(), node.span, "`date`")
        return cls(day.year, day.month, day.day) if day is not None else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text."""
        return {"type": "string", "format": "date"}


_NAMED = {
    "german": "de", "deutsch": "de", "english": "en", "englisch": "en", "french": "fr", "französisch": "fr", "français": "fr",
    "spanish": "es", "spanisch": "es", "español": "es", "italian": "it", "italienisch": "it", "italiano": "it", "dutch": "nl",
    "niederländisch": "nl", "nederlands": "nl",
}  # fmt: skip
"""Languages by the names that people write in place of a tag."""


@dataclass(frozen=True, slots=True)
class LangTag:
    """A language tag (BCP 47)."""

    tag: str

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> LangTag | None:
        """A tag like de, de-AT, en-GB."""
        text = decoder.plain(node, "a language")
        if text is None:
            return None
        if not re.fullmatch(LANGUAGE, text):
            decoder.fail(
                "bad-language",
                f"{text[:40]!r} isn't a language",
                node.span,
                f"write `{_NAMED[text.casefold()]}`"
                if text.casefold() in _NAMED
                else "write a tag like de, de-AT or en-GB",
            )
            return None
        return cls(text)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A tag."""
        return {"type": "string", "pattern": LANGUAGE}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks."""

    name: str | None = described("the speaker's name", default=None)
    role: RichText | None = described("what the speaker is", default=None)
    company: RichText | None = described("the speaker's company", default=None)
    email: str | None = described("an e-mail address", default=None)
    phone: str | None = described("a telephone number", default=None)
    url: str | None = described("a web address", default=None)
    photo: PictureRef | None = described("a portrait", default=None)


@dataclass(frozen=True, slots=True)
class Speakers:
    """All speakers: a text, a map, or a list of these."""

    all: tuple[Speaker, ...] = ()

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Speakers | None:
        """One speaker or several."""
        found = [cls._one(n, decoder) for n in (node.items if isinstance(node, Seq) else (node,))]
        return cls(tuple(s for s in found if s is not None)) if None not in found else None

    @staticmethod
    def _one(node: Node, decoder: Decoder) -> Speaker | None:
        if isinstance(node, Scalar):
            name = decoder.plain(node, "a speaker's name")
            return Speaker(name) if name is not None else None
        return decoder.record(node, Speaker)

    @classmethod
    def schema_within(cls, schemas: Schemas) -> dict[str, Any]:
        """A text, a map, or a list."""
        one = {"anyOf": [{"type": "string"}, FILE, schemas.record(Speaker)]}
        return {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]}


def _words(node: Node, decoder: Decoder, what: str) -> dict[str, str] | None:
    if not isinstance(node, Map):
        decoder.fail(
            "wrong-type", f"`{what}` is a map of names to texts", node.span, f"write `{what}: {{name: text}}`"
        )
        return None
    result = {}
    for entry in node.entries:
        value = decoder.plain(entry.value, f"{what}.{entry.key.text}")
        if value is not None:
            result[entry.key.text] = value
    return result


@dataclass(frozen=True, slots=True)
class TextMap:
    """Names and their texts."""

    words: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> TextMap | None:
        """A map of texts."""
        words = _words(node, decoder, "vars")
        return cls(words) if words is not None else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A map of texts."""
        return {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Label words that differ from the language's own."""

    words: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> LabelWords | None:
        """A map of label to word; labels that don't exist are errors."""
        words = _words(node, decoder, "labels")
        if words is None or not isinstance(node, Map):
            return None
        for entry in node.entries:
            if entry.key.text not in KEYS:
                decoder.fail(
                    "unknown-key", f"unknown label {entry.key.text[:60]!r}{did_you_mean(entry.key.text, KEYS)}", entry.key.span,
                    f"labels are: {', '.join(KEYS)}",
                )  # fmt: skip
        return cls({k: v for k, v in words.items() if k in KEYS})

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A map of known labels."""
        return {
            "type": "object",
            "properties": {k: {"type": "string"} for k in KEYS},
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Client:
    """For whom the talk is; `facts` holds all its texts by name (name, industry, color and any other)."""

    facts: Mapping[str, str] = field(default_factory=dict)
    logo: PictureRef | None = None  # for light ground, or for any
    logo_dark: PictureRef | None = None
    color: Node | None = None  # as it was written, for themes that take it

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Client | None:
        """A map of facts; `logo` is a picture."""
        if isinstance(node, Map):
            entries = tuple(e for e in node.entries if e.key.text != "logo")
            logo = node.get("logo")
            facts = _words(Map(entries, node.span), decoder, "client")
            color = node.get("color")
            if not isinstance(logo, Map):
                picture = PictureRef.from_node(logo, decoder) if logo is not None else None
                return cls(facts or {}, picture, color=color)
            light, dark = _logos(logo, decoder)
            return cls(facts or {}, light or dark, dark, color)
        decoder.fail("wrong-type", "`client` is a map", node.span, "write `client: {name: ...}`")
        return None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A map of texts."""
        path = {"type": "string"}
        grounds = {
            "type": "object",
            "properties": dict.fromkeys(GROUNDS, path),
            "additionalProperties": False,
        }
        return {
            "type": "object",
            "properties": {"logo": {"anyOf": [path, grounds]}},
            "additionalProperties": {"type": ["string", "number"]},
        }


GROUNDS = ("light", "dark")


def _logos(node: Map, decoder: Decoder) -> tuple[PictureRef | None, PictureRef | None]:
    """`logo: {light: logo.png, dark: logo-white.png}`: the files for light and for dark ground."""
    found: dict[str, PictureRef | None] = {}
    for entry in node.entries:
        if entry.key.text in GROUNDS:
            found[entry.key.text] = PictureRef.from_node(entry.value, decoder)
        else:
            decoder.fail(
                "unknown-key", f"unknown key {entry.key.text[:60]!r}{did_you_mean(entry.key.text, GROUNDS)}", entry.key.span,
                "a logo has files for `light` and `dark` ground",
            )  # fmt: skip
    return found.get("light"), found.get("dark")


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """The theme by name or path; `overrides` are the keys that stand beside `extends`, as they were written."""

    name: str
    span: Span
    overrides: Map | None = None

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> ThemeChoice | None:
        """A name, a path, or a map with `extends`."""
        if isinstance(node, Map):
            base = node.get("extends")
            if base is None:
                decoder.fail(
                    "missing-key",
                    "a theme written as a map needs `extends`",
                    node.span,
                    "write `extends: plain`",
                )
                return None
            name = decoder.plain(base, "extends")
            rest = tuple(e for e in node.entries if e.key.text != "extends")
            return cls(name, base.span, Map(rest, node.span)) if name is not None else None
        name = decoder.plain(node, "theme")
        return cls(name, node.span) if name is not None else None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, or a map with `extends`."""
        return {"anyOf": [{"type": "string"}, {"type": "object", "required": ["extends"]}]}


@dataclass(frozen=True, slots=True)
class Variant:
    """A version of the talk."""

    duration: Duration | None = described("how long this version is", default=None)


@dataclass(frozen=True, slots=True)
class Variants:
    """All versions by name."""

    all: Mapping[str, Variant] = field(default_factory=dict)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Variants | None:
        """A map of name to variant."""
        if not isinstance(node, Map):
            decoder.fail(
                "wrong-type", "`variants` is a map", node.span, "write `variants: {short: {duration: 20m}}`"
            )
            return None
        result = {}
        for entry in node.entries:
            variant = decoder.record(entry.value, Variant)
            if variant is not None:
                result[entry.key.text] = variant
        return cls(result)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A map of variants."""
        one = {
            "type": "object",
            "properties": {"duration": Duration.json_schema()},
            "additionalProperties": False,
        }
        return {"type": "object", "additionalProperties": one}
