"""No short word stands alone on a paragraph's last line, where that costs no line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..kinds.talks import build_deck, texts

TIED = "Das Wissen steht bei denen, die es jeden Tag\u00a0tun"


def column(folder: Path, words: str) -> list[str]:
    """The texts of a slide with three columns, `words` an item of the first."""
    rest = "    - bullets: [kurz]\n" * 2
    slides = f"- title: T\n  columns:\n    - bullets: ['{words}']\n{rest}"
    return texts(build_deck(folder, slides, "helium").slides[0])


def test_a_short_last_word_takes_the_one_before_it_along(tmp_path: Path) -> None:
    assert TIED in column(tmp_path, TIED.replace("\u00a0", " "))


@pytest.mark.parametrize(
    "words",
    [
        "Das Wissen steht bei denen, die es jeden Tag brauchen",  # long enough to stand alone
        "Wir sind da",  # one line
    ],
)
def test_other_words_stay_as_they_were_typed(tmp_path: Path, words: str) -> None:
    assert words in column(tmp_path, words)
