"""Fonts that texts in SVG pictures ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.talks import deck_of
from tests.svgs import svg

from .decks import codes


@pytest.mark.parametrize(
    ("family", "found"),
    [
        ("House Sans, Arial", True),
        ("Arial", False),
        ("'Times New Roman', serif", False),
        ("sans-serif", False),
    ],
)
@pytest.mark.parametrize("place", ["image: a.svg", "background: a.svg"])
def test_a_font_that_not_every_machine_has_is_told_once(
    tmp_path: Path, place: str, family: str, found: bool
) -> None:
    (tmp_path / "a.svg").write_bytes(svg(f'<text y="20" font-family="{family}">Wort</text>'))
    one = f"- statement: Oben.\n  {place}" if "back" in place else f"- title: Oben.\n  {place}\n  alt: Wort"
    deck = deck_of(tmp_path, f"{one}\n{one}")
    assert codes(deck).count("svg-fonts") == found


def test_texts_as_paths_need_no_font(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(svg('<g font-family="House Sans"><path d="M0 0H9V9Z"/></g>'))
    assert "svg-fonts" not in codes(deck_of(tmp_path, "- title: Oben.\n  image: a.svg\n  alt: Pfad"))
