"""Durations and times of day."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..patterns import pattern
from ..records import dataclass
from ..source.nodes import Node

if TYPE_CHECKING:
    from ..source.decode import Decoder

_PARTS = pattern(
    r"(?:(\d{1,3})\s*(?:h|std|stunden?|hours?))?\s*(?:(\d{1,4})\s*(?:m|min|minuten?|minutes?))?\s*"
    r"(?:(\d{1,5})\s*(?:s|sec|sek|sekunden?|seconds?))?$",
    re.IGNORECASE,
)
_CLOCK = pattern(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*(?:Uhr|h))?$")
_HOUR = pattern(r"([01]?\d|2[0-3])\s*(?:Uhr|h|o'clock)?$", re.IGNORECASE)
_DECIMAL = pattern(r"(\d{1,3})[.,](\d{1,2})\s*(h|m)(?:[a-z]*)$", re.IGNORECASE)
_COLON = pattern(r"(\d{1,3}):(\d{2})$")


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A length of time in seconds; `span` is where it is written."""

    seconds: float
    span: Span | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        whole = round(self.seconds)
        parts = [(whole // 3600, "h"), (whole % 3600 // 60, "min"), (whole % 60, "s")]
        return " ".join(f"{n} {unit}" for n, unit in parts if n) or "0 s"

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """`90s`, `2m`, `1h30m`, `45 min`; None if it is none of these."""
        match = _PARTS.match(text.strip()) if len(text) <= 60 else None
        if match is None or not any(match.groups()):
            return None
        hours, minutes, seconds = (int(g or 0) for g in match.groups())
        return cls(hours * 3600 + minutes * 60 + seconds)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Duration | None:
        """A duration; a bare number or `1:30` is an error that says what to write."""
        text = decoder.plain(node, "a duration")
        if text is None:
            return None
        text = text.strip()
        found = cls.parse(text)
        if found is not None and found.seconds > 0:
            return cls(found.seconds, node.span)
        fix = "write it like 90s, 2m, 1h30m or 45 min"
        colon = _COLON.match(text)
        if colon:
            a, b = int(colon[1]), int(colon[2])
            fix = f"write {a}m{b}s for minutes and seconds, or {a}h{b}m for hours and minutes"
        elif decimal := _DECIMAL.match(text):
            share = round(float(f"0.{decimal[2]}") * 60)
            smaller = {"h": "m", "m": "s"}[decimal[3][0].lower()]
            fix = f"write {decimal[1]}{decimal[3][0].lower()}{share}{smaller}"
        elif text.isascii() and text.isdigit() and len(text) < 6:
            fix = f"write {text}m for minutes, or {text}s for seconds"
        decoder.fail("bad-duration", f"{_short(text)} isn't a duration", node.span, fix)
        return None

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text like `2m`."""
        return {
            "type": "string",
            "pattern": r"^\s*(\d+\s*[A-Za-z]+\s*)+$",
            "examples": ["90s", "2m", "1h30m", "45 min"],
        }


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay:
    """A time of day."""

    hour: int
    minute: int

    def __str__(self) -> str:
        return f"{self.hour}:{self.minute:02}"

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> TimeOfDay | None:
        """`9:00` or `09:00`."""
        text = decoder.plain(node, "a time of day")
        if text is None:
            return None
        match = _CLOCK.match(text.strip())
        if match is None:
            hour = _HOUR.match(text.strip())
            fix = f"write {hour[1]}:00" if hour else "write it like 9:00 or 14:30"
            decoder.fail("bad-time", f"{_short(text)} isn't a time of day", node.span, fix)
            return None
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text like `9:00`."""
        return {"type": "string", "pattern": r"^([01]?\d|2[0-3])[:.][0-5]\d", "examples": ["9:00"]}


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "...")
