"""The kind `number`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, texts


@both_themes
@pytest.mark.parametrize("number", ["1", "64", "+48", "1,5", "2.000"])
def test_a_number_is_shown_as_it_was_typed(tmp_path: Path, theme: str, number: str) -> None:
    slide = build_deck(
        tmp_path, f"- title: So viele.\n  number: {number}\n  text: Und das heißt etwas.", theme
    ).slides[0]
    assert number in texts(slide)
    assert "Und das heißt etwas." in texts(slide)


def test_the_unit_stands_smaller_after_it(tmp_path: Path) -> None:
    slide = build_deck(
        tmp_path, "- title: So viele.\n  number: 64\n  unit: '%'\n  source: Beispieldaten"
    ).slides[0]
    shape = next(s for s in slide.placeholders if s.placeholder_format.idx == 15)
    runs = shape.text_frame.paragraphs[0].runs
    assert [r.text for r in runs] == ["64", "\u00a0%"]
    assert any("Quelle" in t and "Beispieldaten" in t for t in texts(slide))
