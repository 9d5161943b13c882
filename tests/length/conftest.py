"""Reading a theme takes longer than all that is tested here: these tests read theirs once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import deckgen.api
from deckgen.theme.records import Theme


@pytest.fixture(scope="module", autouse=True)
def one_theme() -> Iterator[None]:
    """Themes as they were read the first time."""
    patch = pytest.MonkeyPatch()
    read = deckgen.api.load_theme
    known: dict[str, Theme | None] = {}

    def load(name: str, **more: Any) -> Theme | None:
        if name not in known:
            known[name] = read(name, **more)
        return known[name]

    patch.setattr(deckgen.api, "load_theme", load)
    yield
    patch.undo()
