"""Items of lists that have a `priority`: they can go from a slide that stays."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import count
from typing import Any

from ..records import dataclass, replace
from .items import Item
from .keys import CommonKeys
from .notes import Notes
from .picture import PictureRef
from .slide import SlideList
from .text import RichText

_LEAVES = (RichText, Notes, PictureRef, CommonKeys, SlideList, str)
"""In these there are no items of the slide's own."""


@dataclass(frozen=True, slots=True)
class Spare:
    """A part of a slide that can go: `part` is "notes" or "items", `place` its number among these, `among` how many items share the slide's time."""

    part: str
    place: int
    priority: str
    among: int = 1


def spare_items(content: object) -> Iterator[Spare]:
    """The items that can go; of each list the first item stays if all could go."""
    lists = list(_lists(content))
    every = sum(len(items) for items in lists)
    place = 0
    for items in lists:
        bound = all(item.priority != "must" for item in items)
        for n, item in enumerate(items):
            if item.priority != "must" and not (bound and n == 0):
                yield Spare("items", place, item.priority, every)
            place += 1


def without_items(content: Any, gone: frozenset[int]) -> Any:
    """`content` without the items at the places `gone`, counted as `spare_items` does."""
    return _without(content, gone, count())


def _are_items(value: object) -> bool:
    """Whether a value is a list of items that can have a priority and are no slides."""
    return (
        isinstance(value, tuple)
        and bool(value)
        and all(isinstance(i, Item) and hasattr(i, "priority") and not hasattr(i, "slides") for i in value)
    )


def _lists(value: Any) -> Iterator[tuple[Any, ...]]:
    if _is_series(value):
        if "each" not in value.show:  # then its points are lines of the overview, else slides
            yield value.points
    elif _are_items(value):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _lists(inner)
    elif dataclasses.is_dataclass(value) and not isinstance(value, _LEAVES):
        for f in dataclasses.fields(value):
            yield from _lists(getattr(value, f.name))


def _is_series(value: object) -> bool:
    return hasattr(value, "points") and hasattr(value, "show")


def _without(value: Any, gone: frozenset[int], places: Iterator[int]) -> Any:
    if _is_series(value):
        left = tuple(point for point in value.points if next(places) not in gone)
        return replace(value, points=left)
    if _are_items(value):
        return tuple(item for item in value if next(places) not in gone)
    if isinstance(value, tuple):
        return tuple(_without(inner, gone, places) for inner in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, _LEAVES):
        old = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        new = {name: _without(inner, gone, places) for name, inner in old.items()}
        changed = {
            name: inner for name, inner in new.items() if inner is not old[name] and inner != old[name]
        }
        return replace(value, **changed) if changed else value
    return value
