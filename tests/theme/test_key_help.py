"""Every key of theme.yaml has words: for editors (the JSON Schema) and docs/reference/theme.md."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from deckgen.theme.key_help import HELP, sections
from deckgen.theme.schema import theme_schema

ROOT = Path(__file__).resolve().parent.parent.parent


def known() -> dict[str, set[str]]:
    """The keys that the readers know, by section."""
    found: dict[str, set[str]] = {}
    for section, properties in sections(theme_schema()):
        found.setdefault(section, set()).update(properties)
    return found


def test_every_key_has_words_and_no_words_are_left_over() -> None:
    found = known()
    found["placeholder"] -= set(HELP["text"])  # a placeholder has a text's keys too
    assert {section: set(words) for section, words in HELP.items()} == found


def test_editors_are_shown_the_words() -> None:
    silent = [
        f"{section}: {key}"
        for section, properties in sections(theme_schema())
        for key, value in properties.items()
        if not value.get("description")
    ]
    assert silent == []


def test_the_reference_has_every_section() -> None:
    spec = importlib.util.spec_from_file_location("make_docs", ROOT / "scripts" / "make_docs.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert set(script.SECTIONS) == set(HELP)
