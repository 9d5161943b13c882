"""Which look a slide takes when a picture stands beside its content: its own, if that has a place for one, else a look beside it."""

from __future__ import annotations

from collections.abc import Mapping

from .records import Look

PICTURE = "picture"
ALIKE = {
    "statement": "image-right",
    "title-only": "image-right",
    "blank": "image",
    "point": "point-picture",
    "point-aspects": "point-picture",
    "table-compare": "table-picture",
}
"""Looks whose texts a look for pictures shows too; the others have one of their own, called `NAME-picture`."""
TAKES_PICTURES = (
    "agenda", "bullets", "chart", "closing", "columns-2", "columns-2-plain", "cover", "number", "numbers", "numbers-plain", "points",
    "quote", "section", "table", "text", "triangle", *ALIKE,
)  # fmt: skip
"""The looks of kinds that take a picture beside their content.  Three columns, four, and the panels of a comparison fill the slide."""


def with_picture(name: str, looks: Mapping[str, Look]) -> Look | None:
    """The look that shows what the look `name` shows and a picture; None if there is none."""
    own = looks.get(name)
    if own is not None and own.placeholder(PICTURE) is not None:
        return own
    return looks.get(f"{name}-{PICTURE}") or looks.get(ALIKE.get(name, ""))
