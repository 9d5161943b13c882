"""Texts cut until they fit, where a theme says that they may be (`shorten`)."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import text as model


def shorter(source: model.RichText) -> Iterator[model.RichText]:
    """`source` cut behind fewer and fewer words, at last within the first; an ellipsis stands for the rest."""
    words = source.plain.replace("\v", " ").replace("\u00ad", "").split()
    for count in range(len(words) - 1, 0, -1):
        yield model.plain_text(" ".join(words[:count]).rstrip(",;:.–-") + "\u00a0…", source.span)
    for count in range(len(words[0]) - 1 if words else 0, 2, -1):
        yield model.plain_text(words[0][:count] + "…", source.span)
