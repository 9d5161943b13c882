"""LibreOffice draws every type in the theme's colours, on light and on dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckgen.theme.colors import resolve, to_rgb
from tests.rendering import pages, to_pdf

from .decks import build, chart, compose

MONTHS = ["Januar", "Februar", "März"]
TWO = {"Nord": [12, 15, 11], "Süd": [10, 9, 13]}
TYPES = [
    "column", "bar", "stacked-column", "stacked-bar", "percent-column", "percent-bar", "line", "area", "stacked-area",
]  # fmt: skip


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("theme", ["helium", "plain"])
def test_libreoffice_draws_every_type(tmp_path: Path, theme: str) -> None:
    charts = [chart(MONTHS, TWO, kind, ground=ground) for kind in TYPES for ground in ("", "dark")]
    charts += [chart(MONTHS, [60, 25, 15], kind) for kind in ("pie", "doughnut")]
    charts += [chart([], {"Filiale": [3, 4, 5], "Zweite": [5, 4, 3]}, x=[1, 2, 3])]
    deck = compose(tmp_path, charts, theme)
    shown = pages(to_pdf(build(tmp_path, charts, theme)))
    for page, scene in zip(shown, deck.scenes, strict=True):
        ground = deck.theme.grounds[scene.layout.ground]
        box = Image.open(page).convert("RGB").crop((40, 120, 760, 400))
        pixels = box.getcolors(box.width * box.height)
        assert pixels is not None
        for accent in ("accent1", "accent2"):
            wanted = to_rgb(resolve(ground.roles[accent], ground, deck.theme.slots))
            near = sum(n for n, c in pixels if max(abs(a - b) for a, b in zip(c, wanted, strict=True)) < 60)
            assert near > 15, (scene.title, accent, near)
