"""The kind `statement`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, findings_of


@both_themes
def test_a_statement_is_the_slides_title(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path, "- statement: Unternehmen sind nur dazu da, Kunden zu begeistern.", theme
    ).slides[0]
    assert slide.shapes.title.text_frame.text == "Unternehmen sind nur dazu da, Kunden zu begeistern."


def test_a_statement_that_cannot_fit_says_how_much_to_cut(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- statement: " + "viel zu viele Worte " * 60)
    assert [f.code for f in found] == ["text-overflow"]
    assert "cut about" in found[0].message


def test_a_word_of_9000_letters_is_an_error_not_a_crash(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- statement: " + "a" * 9000)
    assert "wider than its box" in found[0].message
