"""How long a slide takes."""

from __future__ import annotations

from . import locale
from .keys import CommonKeys
from .notes import Notes

_DEFAULT = 45.0
# seconds of a slide without notes
_SECONDS = {
    "cover": 20.0, "agenda": 15.0, "section": 10.0, "statement": 30.0, "quote": 30.0, "bullets": 60.0, "points": 30.0, "point": 45.0,
    "number": 30.0, "image": 20.0, "triangle": 45.0, "closing": 20.0, "blank": 10.0,
}  # fmt: skip
_BUDGETS = ("section", "points")  # their `time` is a budget for all their slides
_CLICK = 1.0  # seconds that a click takes


def marked_seconds(notes: Notes | None, mark: str, lang: str, pace: int | float | None = None) -> float:
    """Seconds of the paragraphs of `notes` that carry `mark` ("could", "should"): what can be saved by leaving them out."""
    marked = [p for p in notes.paragraphs if p.mark == mark] if notes is not None else []
    words = sum(p.words for p in marked)
    return words * 60.0 / (pace or locale.pace(lang)) + sum(p.seconds for p in marked)


def estimate(notes: Notes | None, kind: str, lang: str, pace: int | float | None = None) -> float:
    """Seconds: the spoken words at `pace` words a minute (else the language's) with pauses, or what the kind usually takes."""
    if notes is not None:
        return spoken(notes.spoken_words, notes.pause_seconds, notes.clicks, kind, lang, pace)
    return _SECONDS.get(kind, _DEFAULT)


def spoken(
    words: int, pauses: float, clicks: int, kind: str, lang: str, pace: int | float | None = None
) -> float:
    """Seconds of notes with so many words, seconds of pauses and clicks; what the kind usually takes if there is nothing of the first two."""
    if words or pauses:
        return words * 60.0 / (pace or locale.pace(lang)) + pauses + clicks * _CLICK
    return _SECONDS.get(kind, _DEFAULT)


def planned(keys: CommonKeys, kind: str, lang: str, pace: int | float | None = None) -> float:
    """Seconds of a slide: its own `time`, else the estimate."""
    if keys.time is not None and kind not in _BUDGETS:
        return keys.time.seconds
    return estimate(keys.notes, kind, lang, pace)
