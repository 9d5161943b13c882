"""Regular expressions that are compiled when they are first used: a build uses half of those that its modules hold.

Compiling those takes a tenth of the time of a small build.  So where deckgen was packed by the Python that runs it, they lie compiled beside
it (`precompile`) and go into the cache of `re`, which then finds them there, those of the standard library, click and PyYAML too.
"""

from __future__ import annotations

import re
import sys
from typing import Any, cast

from .prepared import compiled

READY = "patterns"
_HELD: list[_Pattern] = []


class _Pattern:
    """Becomes its pattern method by method."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags
        _HELD.append(self)

    def __getattr__(self, name: str) -> Any:
        if "_made" not in self.__dict__:
            self._made = re.compile(self._text, self._flags)
        found = getattr(self._made, name)
        setattr(self, name, found)  # the next look-up is direct
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, later; its methods and attributes are a pattern's."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


def held() -> list[re.Pattern[str]]:
    """All patterns of the modules that are loaded."""
    return cast("list[re.Pattern[str]]", _HELD)


def _take_ready() -> None:
    """Put what was compiled before into the cache of `re`, if it is for this very interpreter; that cache is private, so all may be missing."""
    known: dict[Any, Any] | None = getattr(re, "_cache", None)
    engine = getattr(sys.modules.get("_sre"), "compile", None)
    found = compiled(READY) if isinstance(known, dict) and engine is not None else None
    if found is None or known is None or engine is None:
        return
    for text, given, flags, code, groups, names, by_number in found:
        key = (type(text), text, given)
        if key not in known:
            known[key] = engine(text, flags, list(code), groups, dict(names), by_number)


_take_ready()
