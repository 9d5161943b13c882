"""Slide layouts of a shipped theme, packed when deckgen was: the same for all talks in a language whose slides have no footer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ...prepared import ready
from ...theme.records import Theme
from .layouts import layout_names, layout_part
from .package import Entry, deflated

LANGUAGES = ("de-DE", "en-US")


def packed_layouts(
    theme: Theme, lang: str, footer: str, used: Collection[tuple[str, str]] | None = None
) -> Iterator[tuple[str, str, Entry]]:
    """(look, ground, part) of every layout, in the order of their numbers; each look's own ground comes first.

    With `used` a look's other grounds are there only where they are among these looks and grounds.
    """

    def wanted(look: str, ground: str) -> bool:
        return used is None or theme.looks[look].ground == ground or (look, ground) in used

    known = ready(f"{theme.name}.{lang}") if theme.prepared and lang in LANGUAGES and not footer else None
    if known is not None and known[0] == theme.prepared:
        return ((look, ground, Entry(*entry)) for look, ground, entry in known[1] if wanted(look, ground))
    return (
        (look.name, ground, deflated(layout_part(theme, look, ground, name, lang, footer)))
        for look, ground, name in layout_names(theme)
        if wanted(look.name, ground)
    )
