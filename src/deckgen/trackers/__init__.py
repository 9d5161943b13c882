"""Trackers: what looks can't say (progress signs of a theme), one module each; `theme.yaml` names and sizes them."""

from __future__ import annotations

from collections.abc import Iterator

from ..discovery import module, names
from ..findings import Findings
from ..records import replace
from ..source.suggest import did_you_mean
from ..theme.records import Look, Theme
from ..theme.tracker_records import TrackerOption, TrackerSpec
from ._tracker import Clock, Facts, Sort, Tracker

__all__ = ["Clock", "Facts", "Tracker", "check_trackers", "tracker", "tracker_names"]

_TYPES: dict[Sort, tuple[type, ...]] = {
    "number": (float, int),
    "role": (str,),
    "flag": (bool,),
    "word": (str,),
}
_SHOULD = {"number": "a number", "role": "a colour role", "flag": "`true` or `false`", "word": "a word"}


def tracker_names() -> tuple[str, ...]:
    """All trackers, sorted."""
    return names(__name__)


def tracker(name: str) -> Tracker:
    """The tracker called `name`.

    Raises:
        LookupError: if there is none.
    """
    found: Tracker = module(__name__, name).TRACKER
    return found


def check_trackers(theme: Theme, findings: Findings) -> None:
    """Add what is wrong with the trackers that a theme names: the name, an option's name, its value."""
    seen: set[TrackerSpec] = set()
    known = tracker_names()
    for look in theme.looks.values():
        spec = look.tracker
        if spec is None or spec in seen:
            continue
        seen.add(spec)
        if spec.name not in known:
            findings.error(
                "unknown-tracker",
                f"there is no tracker {spec.name!r}{did_you_mean(spec.name, known)}",
                spec.span,
                f"write one of: {', '.join((*known, 'none'))}",
            )
            continue
        for code, message, option in _problems(spec, look, theme):
            findings.error(code, message, option.span)


def _problems(spec: TrackerSpec, look: Look, theme: Theme) -> Iterator[tuple[str, str, TrackerOption]]:
    declared = tracker(spec.name).options
    for key, option in spec.given.items():
        sort = declared.get(key)
        if sort is None:
            yield (
                "unknown-key",
                f"the tracker {spec.name!r} has no option {key!r}{did_you_mean(key, declared)}",
                replace(option, span=option.named or option.span),
            )
        elif not isinstance(option.value, _TYPES[sort]) or (sort == "number" and option.value is True):
            yield "theme-value", f"{key!r} of the tracker {spec.name!r} should be {_SHOULD[sort]}", option
        elif sort == "role":
            for ground in look.grounds:
                roles = theme.grounds[ground].roles
                if option.value not in roles:
                    yield (
                        "unknown-color",
                        f"the ground {ground!r} has no colour {option.value!r}{did_you_mean(str(option.value), roles)}",
                        option,
                    )
                    break
