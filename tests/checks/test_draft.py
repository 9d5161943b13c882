"""The check `draft`."""

from __future__ import annotations

from pathlib import Path

import deckgen
from tests.kinds.talks import deck_of


def test_a_slide_with_only_a_title_is_named(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "- cover\n- title: Kommt noch\n- statement: Da.\n- blank")
    assert [(f.code, f.slide) for f in deckgen.check(deck)] == [("draft", "kommt-noch")]
