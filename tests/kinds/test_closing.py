"""The kind `closing`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, texts


@both_themes
def test_a_closing_shows_how_to_reach_the_speaker(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- closing: Bringen Sie alle nach oben.", theme).slides[0]
    words = " ".join(texts(slide))
    assert slide.shapes.title.text_frame.text == "Bringen Sie alle nach oben."
    assert "name@example.com" in words
    assert "Siegfried Haider" in words


def test_a_bare_closing_says_thanks(tmp_path: Path) -> None:
    assert build_deck(tmp_path, "- closing").slides[0].shapes.title.text_frame.text
