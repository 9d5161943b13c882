"""deckgen: YAML talk outlines in, branded, native, editable PowerPoint decks out.

Public names are loaded when they are first used, so that `import deckgen` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .api import Loaded, check, check_file, compose, load, outline, presentation, write
    from .batch.job import Built, Job
    from .batch.pool import build_all
    from .errors import DeckgenError, OutputError, TalkError
    from .findings import Finding, Severity

_PLACES = {
    "Loaded": "api", "check": "api", "check_file": "api", "compose": "api", "load": "api", "outline": "api", "presentation": "api", "write": "api",
    "Built": "batch.job", "Job": "batch.job", "build_all": "batch.pool",
    "DeckgenError": "errors", "OutputError": "errors", "TalkError": "errors",
    "Finding": "findings", "Severity": "findings",
}  # fmt: skip

__all__ = [
    "Built", "DeckgenError", "Finding", "Job", "Loaded", "OutputError", "Severity", "TalkError", "__version__",
    "build_all", "check", "check_file", "compose", "load", "outline", "presentation", "write",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module 'deckgen' has no attribute {name!r}")
    value = getattr(import_module(f".{place}", __name__), name)
    globals()[name] = value  # the next look-up is direct; also shields the name from a submodule's
    return value
