"""A deck says what its talk says, letter by letter: fitting puts no character into a text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import deckgen
from deckgen.model.labels import DEFAULTS
from deckgen.theme.find import names, shipped_dirs
from pptx import Presentation

TALKS = sorted(
    p for p in (Path(__file__).resolve().parents[2] / "talks").glob("*.yaml") if "." not in p.stem
)  # no translations
JOINTS = re.compile(
    r"[\u2002\t\v]|: |, |^[„“”]|[„“”]$"
)  # between a lead and its text, what two texts are joined by, a quote's marks
FIGURE = re.compile(
    r"[IVX]+|[\d.,:]+(/\d+)?(\u00a0?[^\W\d]+|\u00a0?%)?|\d+\.[ \u00a0]\w+[ \u00a0]\d{4}|\w+[ \u00a0]\d+(,[ \u00a0]\d{4})?"
)  # a page, a place in a series, a figure with its unit, a time, a date


def said(value: Any) -> Iterator[str]:
    """All texts of a talk as the model has them: quotes, dashes and fixed blanks are already set."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from said(pair)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from said(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = getattr(value, "plain", "")
        yield from [plain] if isinstance(plain, str) else []
        for field in dataclasses.fields(value):
            yield from said(getattr(value, field.name))


def own(piece: str, labels: list[str]) -> bool:
    """Whether deckgen or the theme says it itself: a label, a figure, a date."""
    return FIGURE.fullmatch(piece) is not None or any(re.fullmatch(label, piece) for label in labels)


def labels_of(texts: Iterable[str]) -> list[str]:
    """Labels as patterns, their numbers open."""
    return [re.sub(r"\\\{\w+\\\}", r"\\w+", re.escape(text)).rstrip(":") for text in texts]


@pytest.mark.parametrize("theme", names(shipped_dirs()))
@pytest.mark.parametrize("talk", TALKS, ids=lambda p: p.stem)
def test_every_text_is_the_talks(tmp_path: Path, talk: Path, theme: str) -> None:
    loaded = deckgen.load(talk, theme=theme)
    told = list(said(loaded))
    words = "\n".join(told)
    deck = deckgen.write(deckgen.compose(loaded), tmp_path / "talk.pptx")
    lang = "de" if "alles" in talk.stem else "en"
    labels = labels_of([*DEFAULTS[lang].values(), *(t for t in told if "{n}" in t or "{count}" in t)])
    pieces = [
        (number, piece)
        for number, slide in enumerate(Presentation(str(deck)).slides, 1)
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for piece in JOINTS.split(paragraph.text)
        if piece and piece.strip()
    ]
    assert len(pieces) > 40
    assert [(n, p) for n, p in pieces if p not in words and not own(p, labels)] == []
