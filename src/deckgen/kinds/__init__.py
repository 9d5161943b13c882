"""Slide kinds: one module each, found by name; `kind(name)` loads only what a talk uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..discovery import module, names
from ._kind import Context, SlideKind, draft

__all__ = ["Context", "Records", "SlideKind", "draft", "kind", "kind_names", "summary"]


def kind_names() -> tuple[str, ...]:
    """All kinds, sorted."""
    return names(__name__)


@cache
def kind(name: str) -> SlideKind:
    """The kind called `name`.

    Raises:
        LookupError: if there is none.
    """
    found: SlideKind = module(__name__, name).KIND
    return found


def summary(name: str) -> str:
    """What the kind called `name` is for: the first line of its module's docstring ("" under python -OO).

    Raises:
        LookupError: if there is none.
    """
    return (module(__name__, name).__doc__ or "").strip().split("\n")[0]


class Records(Mapping[str, type]):
    """Kind name -> record, for the talk's reader; a kind's module is loaded when it is looked up."""

    def __getitem__(self, name: str) -> type:
        try:
            return kind(name).record
        except LookupError:
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        return iter(kind_names())

    def __len__(self) -> int:
        return len(kind_names())
