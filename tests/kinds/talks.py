"""Small talks for the tests of kinds: written as a user would, built through the public API."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.presentation import Presentation as Deck

import deckgen
from deckgen.scene.deck import Deck as SceneDeck
from pptx import Presentation

THEMES = ("helium", "plain")
both_themes = pytest.mark.parametrize("theme", THEMES)

HEAD = """title: Ein Vortrag
subtitle: Was alle angeht
speaker: {{name: Siegfried Haider, role: DER Marken-Positionierer, email: name@example.com, url: example.com/kontakt}}
date: 2021-01-04
lang: de
theme: {theme}
slides:
"""


def composed(folder: Path, text: str) -> SceneDeck:
    """The deck of a talk's whole text."""
    (folder / "talk.yaml").write_text(text, encoding="utf-8")
    return deckgen.compose(deckgen.load(folder / "talk.yaml"))


def deck_of(folder: Path, slides: str, theme: str = "plain", head: str = HEAD) -> SceneDeck:
    """The deck of a talk with `slides` (YAML list items without indent)."""
    body = "".join(f"  {line}\n" if line else "\n" for line in slides.splitlines())
    return composed(folder, head.format(theme=theme) + body)


def written(deck: SceneDeck, path: Path) -> Deck:
    """The deck's file, opened with python-pptx."""
    return Presentation(str(deckgen.write(deck, path)))


def build_deck(folder: Path, slides: str, theme: str = "plain", head: str = HEAD) -> Deck:
    """Build a talk with `slides` and open it with python-pptx."""
    return written(deck_of(folder, slides, theme, head), folder / f"talk-{theme}.pptx")


def findings_of(folder: Path, slides: str, theme: str = "plain") -> list[deckgen.Finding]:
    """What is wrong with a talk that doesn't build."""
    with pytest.raises(deckgen.TalkError) as caught:
        build_deck(folder, slides, theme)
    return caught.value.findings


def texts(slide: object) -> list[str]:
    """The texts of a slide's shapes in reading order; line breaks as spaces."""
    return [
        s.text_frame.text.replace("\v", " ") for s in slide.shapes if s.has_text_frame and s.text_frame.text
    ]  # type: ignore[attr-defined]
