"""Regular expressions that are compiled when they are first used: a build uses half of those that its modules hold."""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Becomes its pattern method by method."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if "_made" not in self.__dict__:
            self._made = re.compile(self._text, self._flags)
        found = getattr(self._made, name)
        setattr(self, name, found)  # the next look-up is direct
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(text, flags)`, later; its methods and attributes are a pattern's."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
