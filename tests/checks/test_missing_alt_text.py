"""The check `missing_alt_text`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.kinds.talks import deck_of

from .decks import codes


@pytest.mark.parametrize(("alt", "found"), [("", True), ("\n  alt: Ein Ballon", False)])
def test_a_picture_without_alt_text_is_found(tmp_path: Path, alt: str, found: bool) -> None:
    Image.new("RGB", (64, 48), (20, 20, 60)).save(tmp_path / "bild.png")
    deck = deck_of(tmp_path, f"- title: Oben.\n  image: bild.png\n  side: right{alt}")
    assert ("missing-alt-text" in codes(deck)) is found
