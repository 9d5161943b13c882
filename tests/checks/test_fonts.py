"""The check `fonts`: families without a metrics table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.kinds.talks import deck_of

from .decks import codes


def test_a_font_without_a_table_is_found(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- statement: Eins.")
    assert "unmeasured-font" not in codes(deck)
    fonts = deck.theme.fonts
    unknown = replace(fonts, brand=replace(fonts.brand, heading="Unbekannt"))
    assert "unmeasured-font" in codes(replace(deck, theme=replace(deck.theme, fonts=unknown)))
