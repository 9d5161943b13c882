"""The kind `cover`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck, texts


@both_themes
def test_a_cover_shows_title_subtitle_and_speaker(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- cover", theme).slides[0]
    assert slide.shapes.title.text_frame.text == "Ein Vortrag"
    assert {"Was alle angeht", "Siegfried Haider"} <= set(texts(slide))


def test_a_cover_can_have_a_title_of_its_own(tmp_path: Path) -> None:
    slide = build_deck(tmp_path, "- cover:\n  title: Ein anderer Titel").slides[0]
    assert slide.shapes.title.text_frame.text == "Ein anderer Titel"
