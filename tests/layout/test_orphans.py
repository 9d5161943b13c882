"""No short word stands alone on a paragraph's last line, where that costs no line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..kinds.talks import build_deck, texts

COLUMNS = "- title: T\n  columns:\n" + "".join(
    f"    - {{title: {name}, bullets: [{words}]}}\n"
    for name, words in (("Eins", "moves what doesn’t fit"), ("Zwei", "changes names and dates"), ("Drei", "kurz"))
)  # fmt: skip


def test_a_short_last_word_takes_the_one_before_it_along(tmp_path: Path) -> None:
    slide = build_deck(tmp_path, COLUMNS, "helium").slides[0]
    assert "moves what doesn’t\u00a0fit" in texts(slide)


@pytest.mark.parametrize("words", ["changes names and dates", "kurz"])
def test_other_words_stay_as_they_were_typed(tmp_path: Path, words: str) -> None:
    """`dates` has five letters; a text of one line has no last line to mend."""
    assert words in texts(build_deck(tmp_path, COLUMNS, "helium").slides[0])
