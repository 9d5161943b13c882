"""The kind `closing`, as a user sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pptx.shapes.picture import Picture
from pptx.shapes.placeholder import PlaceholderPicture

import deckgen

from .talks import HEAD, both_themes, build_deck, texts


@both_themes
def test_a_closing_shows_how_to_reach_the_speaker(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- closing: Bringen Sie alle nach oben.", theme).slides[0]
    words = " ".join(texts(slide))
    assert slide.shapes.title.text_frame.text == "Bringen Sie alle nach oben."
    assert "name@example.com" in words
    assert "Siegfried Haider" in words


def test_a_bare_closing_says_thanks(tmp_path: Path) -> None:
    assert build_deck(tmp_path, "- closing").slides[0].shapes.title.text_frame.text


SEVERAL = """title: Ein Vortrag
lang: de
theme: {theme}
speaker:
  - {{name: Siegfried Haider, role: DER Macher, company: Haider, email: a@example.com, url: https://example.com}}
  - Erika Mustermann
slides:
"""


@both_themes
def test_several_speakers_stand_one_below_another(tmp_path: Path, theme: str) -> None:
    slide = build_deck(tmp_path, "- closing", theme, SEVERAL).slides[0]
    assert "Siegfried Haider, DER Macher, Haider example.com · a@example.com\nErika Mustermann" in texts(
        slide
    )


@both_themes
def test_a_closing_shows_the_speakers_photo(tmp_path: Path, theme: str) -> None:
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    head = HEAD.replace("{{name: Siegfried Haider,", "{{name: Siegfried Haider, photo: p.jpg,")
    slide = build_deck(tmp_path, "- closing", theme, head).slides[0]
    pictures = [s for s in slide.shapes if isinstance(s, (Picture, PlaceholderPicture))]
    assert [p._element._nvXxPr.cNvPr.get("descr") for p in pictures] == ["Siegfried Haider"]


def test_photos_of_several_speakers_are_an_error(tmp_path: Path) -> None:
    shutil.copy("talks/pictures/pawnA.jpg", tmp_path / "p.jpg")
    head = SEVERAL.replace("role: DER Macher", "photo: p.jpg")
    with pytest.raises(deckgen.TalkError, match="photo-lost"):
        build_deck(tmp_path, "- closing", "plain", head)
