"""Every text of a talk with its place, for what a finished deck says to be found in the source."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from ..findings import Span
from ..model.notes import Notes
from ..model.picture import PictureRef
from ..model.talk import Talk
from ..model.text import RichText

_SKIPPED = frozenset(
    {"span", "id", "tags", "vars", "client", "versions", "theme", "label_words", "lang_tag", "languages", "mentions",
     "links", "path", "file", "source"}
)  # fmt: skip


def texts_of(talk: Talk) -> Iterator[tuple[str, Span, Span | None]]:
    """(text, the nearest place, the place of its slide) of all that the talk says."""
    for text, span in _texts(talk.info, Span(talk.file)):
        yield text, span, None
    for slide in talk.slides:
        for text, span in _texts(slide, slide.span):
            yield text, span, slide.span


def _texts(value: Any, span: Span) -> Iterator[tuple[str, Span]]:
    if isinstance(value, RichText):
        yield value.plain, value.span
        for paragraph in value.paragraphs:
            for run in paragraph.runs:
                if run.link and not run.link.startswith("#"):
                    yield run.link, value.span
    elif isinstance(value, Notes):
        yield value.plain(), value.span
    elif isinstance(value, PictureRef):
        yield value.alt, value.span
    elif isinstance(value, str):
        yield value, span
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one, span)
    elif isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from _texts(one, span)
    elif dataclasses.is_dataclass(value):
        here = getattr(value, "span", span)
        for field in dataclasses.fields(value):
            if field.name not in _SKIPPED:
                yield from _texts(getattr(value, field.name), here if isinstance(here, Span) else span)
