"""What theme.yaml says to trackers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..findings import Span
from ..records import dataclass


@dataclass(frozen=True, slots=True)
class TrackerOption:
    """What theme.yaml says to a tracker: a float, a bool or a str, and where; `named` is the place of its name."""

    value: object
    span: Span | None = None
    named: Span | None = None


@dataclass(frozen=True, slots=True)
class TrackerSpec:
    """A tracker of `deckgen.trackers`, with what `theme.yaml` says to it (numbers in inches, points or roles, as the tracker documents)."""

    name: str
    given: Mapping[str, TrackerOption] = field(hash=False)
    span: Span | None = None

    @property
    def options(self) -> dict[str, object]:
        """The values by name."""
        return {key: option.value for key, option in self.given.items()}
