"""The kind `triangle`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of, texts


@both_themes
def test_three_poles_and_the_centre(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path, "- title: Drei Pole.\n  triangle: [Marke, Angebot/Service, Kunde]\n  centre: alle", theme
    ).slides[0]
    words = [t.replace(" ", "") for t in texts(slide)]
    assert {"Marke", "Angebot/Service", "Kunde", "alle"} <= set(words)


def test_two_poles_are_refused(tmp_path: Path) -> None:
    assert [f.code for f in findings_of(tmp_path, "- title: Zwei\n  triangle: [Eins, Zwei]")] == [
        "wrong-count"
    ]


@both_themes
@pytest.mark.parametrize("in_column", [False, True])
def test_what_it_shows_is_told_once_to_who_cannot_see_it(tmp_path: Path, theme: str, in_column: bool) -> None:
    slides = "- title: Drei Pole\n  triangle: [Marke, Angebot, Kunde]\n  alt: Drei Pole der Marke"
    if in_column:
        slides = "- title: Zwei\n  columns:\n    - {triangle: [Marke, Angebot, Kunde], alt: Drei Pole der Marke}\n    - Text"
    (slide,) = build_deck(tmp_path, slides, theme).slides
    told = [e.get("descr") for e in slide._element.iter() if e.tag.endswith("}cNvPr") and e.get("descr")]
    assert told == ["Drei Pole der Marke"]
