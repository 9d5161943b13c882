"""The check `fonts_needed`."""

from __future__ import annotations

from pathlib import Path

import deckgen
from tests.kinds.talks import deck_of

from .decks import codes

SLIDES = "- statement: Alles ist Marketing.\n  notes: Ja."


def test_a_brand_font_that_office_lacks_is_named_with_its_files_and_its_stand_in(tmp_path: Path) -> None:
    (info,) = [f for f in deckgen.check(deck_of(tmp_path, SLIDES, "helium")) if f.code == "fonts-needed"]
    assert info.severity.name == "INFO"
    assert "needs Outfit" in info.message and "Arial" in info.message
    assert "Outfit-Bold.ttf, Outfit-Regular.ttf" in info.fix and "embed-fonts" in info.fix


def test_fonts_that_every_office_machine_has_are_not_named(tmp_path: Path) -> None:
    assert "fonts-needed" not in codes(deck_of(tmp_path, SLIDES, "plain"))
