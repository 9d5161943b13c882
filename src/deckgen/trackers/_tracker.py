"""What a tracker is given and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from ..records import dataclass
from ..scene.items import Item
from ..theme.records import Ground, Theme


class Clock(NamedTuple):
    """The time of day as planned, in minutes after midnight: when the talk begins and ends, when the slide comes."""

    start: float
    end: float
    now: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Where a slide stands: `progress` 0 to 1, the number of `stops`, `index` of `count` in a series (0 of 0 outside).

    `place` is the slide's among the `slides` that are shown, from 0; `openings` are the places of those that open a section, `section` the
    number of its own (0 before the first).  `clock` is None for a talk that doesn't say when it starts.
    """

    slide: str
    progress: float
    stops: int
    index: int = 0
    count: int = 0
    place: int = 0
    slides: int = 1
    openings: tuple[int, ...] = ()
    section: int = 0
    clock: Clock | None = None


Sort: TypeAlias = Literal["number", "role", "flag", "word"]
"""What an option takes: a number, a colour role, true or false, a word."""


def number(options: Mapping[str, object], key: str, default: float) -> float:
    """An option's number; `check_trackers` has told of values that are none."""
    value = options.get(key, default)
    return float(value) if isinstance(value, (int, float)) else default


@dataclass(frozen=True, slots=True)
class Tracker:
    """`draw(facts, options, ground, theme)` gives decorative items; `options` are theme.yaml's, of the names and sorts declared."""

    draw: Callable[[Facts, Mapping[str, object], Ground, Theme], tuple[Item, ...]]
    options: Mapping[str, Sort]
