"""Trackers: what looks can't say (progress signs of a theme), one module each; `theme.yaml` names and sizes them."""

from __future__ import annotations

from ..discovery import module, names
from ._tracker import Facts, Tracker

__all__ = ["Facts", "Tracker", "tracker", "tracker_names"]


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
