"""A theme's specimen: a deck that shows every kind of slide and every look in that theme, on each ground, after pages of its colours and type."""

from __future__ import annotations

from .deck import specimen
from .samples import LANGS

__all__ = ["LANGS", "specimen"]
