"""`avoid`: words that must not be said to a client, looked for in all that its deck says."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from ..findings import Findings, Note, Span
from ..model.notes import Notes
from ..model.talk import Talk
from ..model.text import RichText
from ..source.nodes import Scalar

WITHIN = 4  # letters from which on a word is found within others too (Krise in Finanzkrise)
_SKIPPED = frozenset(
    {"span", "id", "tags", "vars", "client", "versions", "theme", "label_words", "lang_tag", "languages"}
)


def report_avoided(talk: Talk, words: tuple[Scalar, ...], findings: Findings) -> None:
    """A warning for each text that has one of the words, whichever way it is written."""
    each = {}
    for word in words:
        text = " ".join(word.text.split())
        inner = re.escape(text).replace(r"\ ", r"\s+")
        each[word] = re.compile(inner if len(text) >= WITHIN else rf"(?<!\w){inner}(?!\w)", re.IGNORECASE)
    for value, span in (*_texts(talk.info, Span(talk.file)), *_texts(talk.slides, Span(talk.file))):
        for word, wanted in each.items():
            if wanted.search(value.replace("\u00ad", "")):
                findings.warning(
                    "avoided-word", f"{word.text[:60]!r} must not be said to this client", span,
                    "say it in other words: `change` or `replace` it for this client", [Note("avoided here", word.span)],
                )  # fmt: skip


def _texts(value: Any, span: Span) -> Iterator[tuple[str, Span]]:
    """Every text in a record, with the nearest place."""
    if isinstance(value, RichText):
        yield value.plain, value.span
    elif isinstance(value, Notes):
        yield value.plain(), value.span
    elif isinstance(value, str):
        yield value, span
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one, span)
    elif dataclasses.is_dataclass(value):
        here = getattr(value, "span", span)
        for field in dataclasses.fields(value):
            if field.name not in _SKIPPED:
                yield from _texts(getattr(value, field.name), here if isinstance(here, Span) else span)
