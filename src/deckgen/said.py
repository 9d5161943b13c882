"""What a slide or a talk's top says, key by key, as lines of plain text: for comparing one version with another."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from .fields import fields_of
from .model.block import Stack
from .model.blocktext import BlockText
from .model.chart import ChartData
from .model.condition import Condition
from .model.duration import Duration, TimeOfDay
from .model.items import Item
from .model.keys import CommonKeys
from .model.notes import Notes
from .model.picture import PictureRef
from .model.slide import Slide, SlideList
from .model.table import TableData
from .model.talk import Talk, TalkInfo
from .model.text import RichText, one_line
from .model.timetable import Timed
from .source.nodes import Map, Node, Scalar, Seq
from .units import minutes

_NOT_SAID = frozenset({"id", "tags", "when", "unless", "hidden", "skip", "time"})
_SILENT = (*_NOT_SAID, "span", "path", "keys", "dropped", "places", "slides", "align", "points")
_APART = ("lang", "languages", "theme", "duration", "client", "labels", "vars", "variants")
_TEXTLESS = ("agenda", "recap")  # deckgen fills them from the other slides


def slide_says(row: Timed) -> dict[str, tuple[str, ...]]:
    """The keys of a slide that show or are spoken, each with its lines; what deckgen fills itself says nothing."""
    keys = row.slide.keys
    if row.slide.generated or row.kind in _TEXTLESS:
        return {}
    said: dict[str, Any] = {"kind": row.kind, "title": keys.title}
    content = row.slide.content
    if content is not None and dataclasses.is_dataclass(content):
        for info in fields_of(type(content)):
            if info.key not in _SILENT:
                said[info.key] = getattr(content, info.name)
        if isinstance(content, Item):
            said["children"] = content.children
    for info in fields_of(CommonKeys):
        if info.key not in _NOT_SAID and said.get(info.key) is None:
            said[info.key] = getattr(keys, info.name)
    return {key: found for key, value in said.items() if (found := tuple(_lines(value)))}


def budget_says(row: Timed) -> dict[str, tuple[str, ...]]:
    """The `time` of a section or series: what is allowed for all in it."""
    time = row.slide.keys.time if row.kind in ("section", "points") else None
    return {"time": tuple(_lines(time))} if time is not None else {}


def talk_says(talk: Talk) -> dict[str, tuple[str, ...]]:
    """The keys at the talk's top that are texts, dates and settings, without facts, theme, language and length."""
    found = ((info.key, getattr(talk.info, info.name)) for info in fields_of(TalkInfo))
    return {key: lines for key, value in found if key not in _APART and (lines := tuple(_lines(value)))}


def talk_facts(talk: Talk) -> dict[str, tuple[str, ...]]:
    """Facts of the client, variables and label words by name: `client.city`, `vars.place`, `labels.agenda`."""
    client = talk.info.client
    logo = {"logo": client.logo, "logo.dark": client.logo_dark}
    groups: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("client", {**client.facts, **logo}), ("vars", talk.info.vars.words), ("labels", talk.info.labels)
    )  # fmt: skip
    return {
        f"{group}.{name}": lines
        for group, words in groups
        for name, value in words.items()
        if (lines := tuple(_lines(value)))
    }


def theme_says(talk: Talk, name: str) -> dict[str, tuple[str, ...]]:
    """The theme's name, and the keys by which the talk changes it."""
    asked = talk.info.theme
    result: dict[str, tuple[str, ...]] = {"theme": (name,)}
    if asked is not None and asked.overrides is not None and asked.name == name:
        result.update({f"theme.{key}": (text,) for key, text in _leaves(asked.overrides, "")})
    return result


def _leaves(node: Node, path: str) -> Iterator[tuple[str, str]]:
    """Every value below a node, with the keys that lead to it."""
    if isinstance(node, Map):
        for entry in node.entries:
            yield from _leaves(entry.value, f"{path}.{entry.key.text}" if path else entry.key.text)
    elif isinstance(node, Seq):
        yield path, ", ".join(text for item in node.items for _, text in _leaves(item, ""))
    elif isinstance(node, Scalar):
        yield path, one_line(node.text)


def _lines(value: Any) -> Iterator[str]:
    """The lines of a value: paragraphs, items, rows; nothing for what says nothing."""
    if isinstance(value, (RichText, BlockText)):
        yield from _paragraphs(value.plain)
    elif isinstance(value, str):
        yield from _paragraphs(value)
    elif isinstance(value, Notes):
        yield from (line for part in value.plain().split("\n\n") if (line := one_line(part)))
    elif isinstance(value, PictureRef):
        yield f"{value.label} ({value.alt})" if value.alt else value.label
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, (int, float)):
        yield f"{value:.10g}" if isinstance(value, float) else str(value)
    elif isinstance(value, datetime.date):
        yield value.isoformat()
    elif isinstance(value, Duration):
        yield minutes(value.seconds)
    elif isinstance(value, TimeOfDay):
        yield f"{value.hour}:{value.minute:02}"
    elif isinstance(value, Item):
        yield from _item(value)
    elif isinstance(value, Slide):
        for key, found in slide_says(Timed(value, value.id, value.kind, 0.0, "")).items():
            if key not in ("kind", "priority"):
                yield from found
    elif isinstance(value, Stack):
        for block in value.blocks:
            yield from _lines(block)
    elif isinstance(value, TableData):
        yield from (_joined(row) for row in value.without_header().rows)
    elif isinstance(value, ChartData):
        yield ", ".join(filter(None, (_named(one.name, one.unit) for one in value.series)))
        for number, category in enumerate(value.categories):
            yield f"{one_line(category)}: {_joined(tuple(s.values[number] for s in value.series))}"
    elif isinstance(value, Mapping):
        yield from (f"{key}: {_joined(one)}" for key, one in value.items())
    elif isinstance(value, (tuple, list)):
        for one in value:
            if isinstance(one, (Item, Slide, Stack)):
                yield from _lines(one)
            elif line := _joined(one):
                yield line
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Condition, SlideList)):
        yield from (line for field in dataclasses.fields(value) for line in _field(value, field.name))


def _paragraphs(text: str) -> Iterator[str]:
    yield from (line for part in text.replace("\v", " ").split("\n") if (line := one_line(part)))


def _item(item: Item) -> Iterator[str]:
    """An item's line, `Lead: text` with what else its kind knows, and those of its children below it."""
    head = ": ".join(" ".join(_lines(part)) for part in (item.lead, item.text) if part is not None)
    names = [
        f.name for f in dataclasses.fields(item) if f.name not in ("lead", "text", "children", "priority")
    ]
    rest = [line for name in names for line in _field(item, name)]
    yield ", ".join(part for part in (head, *rest) if part)
    for child in item.children:
        yield from (f"  {line}" for line in _item(child))


def _field(record: Any, name: str) -> Iterator[str]:
    """A field's lines; of what isn't so nothing, of what is so its name."""
    value = getattr(record, name)
    if name in _SILENT or value is False or value is None:
        return
    if value is True:
        yield name
    else:
        yield from _lines(value)


def _joined(value: Any) -> str:
    """A value in one line."""
    if value is None:
        return "-"
    if isinstance(value, (tuple, list)):
        return " | ".join(_joined(one) for one in value)
    return ", ".join(_lines(value))


def _named(name: str, unit: str) -> str:
    return f"{one_line(name)} ({unit})" if unit else one_line(name)
