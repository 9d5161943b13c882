"""What a tracker is given and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from ..records import dataclass
from ..scene.items import Item
from ..theme.records import Ground, Theme


@dataclass(frozen=True, slots=True)
class Facts:
    """Where a slide stands: `progress` 0 to 1, the number of `stops`, `index` of `count` in a series (0 of 0 outside)."""

    slide: str
    progress: float
    stops: int
    index: int = 0
    count: int = 0


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
