"""What a person says over a template, in `theme.yaml` beside `template:` or in a talk's `theme:` map.

Only what is said here holds; all else is read from the template at every build, so a new version of it keeps these lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Final

from ..findings import Span
from ..records import dataclass
from ..source.nodes import Map, Node, Scalar
from ..theme.carried import SLOTS
from ..theme.grounds import hex_of
from ..theme.type_reader import inside
from ..theme.values import Values, empty
from ..units import Box
from .roles import Layout

KEYS: Final = (
    "template",
    "name",
    "title",
    "layouts",
    "placeholders",
    "body",
    "colors",
    "fonts",
    "labels",
    "transition",
)


@dataclass(frozen=True, slots=True)
class Corrections:
    """Layouts by look (name or number as written), placeholders' idx by look and role (-1: leave it empty), the body area, the scheme's
    colours that are changed ("RRGGBB" by slot), tables of widths, words and the transition."""

    layouts: Mapping[str, tuple[str, Span]] = field(default_factory=dict)
    placeholders: Mapping[str, Mapping[str, tuple[int, Span]]] = field(default_factory=dict)
    body: Box | None = None
    colors: Mapping[str, str] = field(default_factory=dict)
    metrics: tuple[Path, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    transition: str = ""
    name: str = ""
    title: str = ""


NONE: Final = Corrections()


def read_corrections(
    values: Values, node: Map, looks: Iterable[str], roles: Iterable[str], folders: Mapping[str, Path]
) -> Corrections:
    """The corrections in `node`; `folders` are those of the files by their labels.  What is wrong becomes a finding."""
    keys = values.keys(node, (*KEYS, "extends"), "a theme from a template")
    looks, roles = tuple(looks), tuple(roles)
    layouts = {}
    for look, value in values.entries(keys.get("layouts"), "layouts").items():
        if look not in looks:
            values.unknown("unknown-look", f"there is no look {look!r}", look, looks, value.span)
        else:
            layouts[look] = (values.text(value), value.span)
    fonts = values.keys(keys.get("fonts"), ("metrics",), "the fonts of a template")
    metrics = [
        inside(values, item, folders[item.span.file])
        for item in values.items(fonts.get("metrics"), "metrics")
    ]
    body = values.box(keys["body"], keys["body"]) if "body" in keys else None
    return Corrections(
        layouts=layouts, placeholders=_placeholders(values, keys.get("placeholders"), looks, roles),
        body=body if body is not None and body.w > 0 < body.h else None, colors=_colors(values, keys.get("colors")),
        metrics=tuple(path for path in metrics if path is not None),
        labels={
            lang: {key: values.text(text) for key, text in values.entries(words, "labels").items()}
            for lang, words in values.entries(keys.get("labels"), "labels").items()
        },
        transition=values.choice(keys.get("transition"), ("morph", "fade", "none", ""), "").replace("none", ""),
        name=values.text(keys.get("name")), title=values.text(keys.get("title")),
    )  # fmt: skip


def _placeholders(
    values: Values, node: Node | None, looks: tuple[str, ...], roles: tuple[str, ...]
) -> dict[str, dict[str, tuple[int, Span]]]:
    result: dict[str, dict[str, tuple[int, Span]]] = {}
    for look, given in values.entries(node, "placeholders").items():
        if look not in looks:
            values.unknown("unknown-look", f"there is no look {look!r}", look, looks, given.span)
            continue
        for entry in given.entries if isinstance(given, Map) else ():
            role, value = entry.key.text, entry.value
            if role not in roles:
                values.unknown(
                    "unknown-role", f"there is no placeholder role {role!r}", role, roles, entry.key.span
                )
            elif empty(value) or (isinstance(value, Scalar) and value.text == "none"):
                result.setdefault(look, {})[role] = (-1, value.span)
            else:
                result.setdefault(look, {})[role] = (values.whole(value, 0, 0, 2**31 - 1), value.span)
        if not isinstance(given, Map):
            values.wrong(
                given,
                f"the placeholders of {look!r} are a map",
                "write `body: 1`, a role and the placeholder's idx",
            )
    return result


def _colors(values: Values, node: Node | None) -> dict[str, str]:
    return {
        slot: hex_of(values, value)[1:]
        for slot, value in values.keys(node, SLOTS, "the colours of a template").items()
    }


def chosen(corrections: Corrections, layouts: Iterable[Layout], values: Values) -> dict[str, Layout]:
    """The layouts that were chosen by hand, by look; one that the template hasn't is a finding."""
    layouts = list(layouts)
    result: dict[str, Layout] = {}
    for look, (word, span) in corrections.layouts.items():
        found = [lay for lay in layouts if lay.name.casefold() == " ".join(word.split()).casefold()]
        if not found and word.isdecimal():
            found = [lay for lay in layouts if lay.number == int(word)]
        if found:
            result[look] = found[0]
        else:
            known = [lay.name for lay in layouts]
            values.unknown("unknown-layout", f"the template has no layout {word!r}", word, known, span)
    return result
