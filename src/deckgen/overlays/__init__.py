"""Overlays: one talk for many clients, lengths and languages (LANGUAGE.md section 5).

They act on the tree of a talk's file, before it is decoded: what comes after sees one talk, each of whose nodes has its own place.
Nothing here is loaded for a talk that has no overlays.
"""

from __future__ import annotations

from .choices import Choices, choices
from .files import misnamed
from .guarding import guard_of
from .merge import merged
from .request import Request
from .result import Merged

__all__ = ["Choices", "Merged", "Request", "choices", "guard_of", "merged", "misnamed"]
