"""The kind `blank`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

from .talks import both_themes, build_deck


@both_themes
def test_a_blank_slide_keeps_its_title_hidden(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- blank:\n  title: Eine Pause\n  background: dark", theme).slides[0]
    assert slide.shapes.title.text_frame.text == "Eine Pause"
    assert slide.shapes.title._element.nvSpPr.cNvPr.get("hidden") == "1"


@both_themes
def test_a_slide_with_only_a_title_builds_and_shows_it(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- title: Noch ein Entwurf", theme).slides[0]
    assert slide.shapes.title._element.nvSpPr.cNvPr.get("hidden") is None
