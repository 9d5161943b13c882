"""LibreOffice draws decks in odd brand colours: the logo is seen on every slide that has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

import deckgen
from deckgen.theme.colors import contrast, difference, to_hex
from tests.rendering import pages, to_pdfs

from .palettes import colors_of

DPI = 60
LOGOS = {
    "#FFE600": [(20, 24, 31, 255), (214, 30, 40, 255)], "#0B0B12": [(255, 255, 255, 255)], "#E8E8E8": [(255, 255, 255, 255), (214, 30, 40, 255)],
}  # fmt: skip
"""A yellow brand with a dark logo, a near-black one with a white logo, a pale grey one with white and red in its logo."""
SLIDES = "  - cover\n  - title: Drei\n    bullets: [Eins, Zwei]\n  - {statement: Dunkel., background: dark}\n  - {statement: Akzent., background: accent}\n  - closing: Danke\n"


@pytest.mark.libreoffice
@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("theme", ["kontor", "werkbank"])
def test_the_logo_is_seen_on_every_ground(tmp_path: Path, theme: str) -> None:
    decks, files = [], []
    for number, (brand, colors) in enumerate(LOGOS.items()):
        image = Image.new("RGBA", (480, 120), (0, 0, 0, 0))
        wide = 460 // len(colors)
        for n, color in enumerate(colors):
            ImageDraw.Draw(image).rectangle((10 + n * wide, 10, n * wide + wide - 10, 110), fill=color)
        image.save(tmp_path / f"{number}.png")
        text = f"title: Alles\nlang: de\ntheme: {{extends: {theme}, colors: {colors_of(theme, brand)}}}\nclient: {{logo: {number}.png}}\nslides:\n{SLIDES}"
        (tmp_path / f"talk{number}.yaml").write_text(text, encoding="utf-8")
        decks.append(deckgen.compose(deckgen.load(tmp_path / f"talk{number}.yaml")))
        files.append(deckgen.write(decks[-1], tmp_path / f"deck{number}.pptx"))
    for deck, pdf, colors in zip(decks, to_pdfs(files), LOGOS.values(), strict=True):
        for scene, page in zip(deck.scenes, pages(pdf, DPI), strict=True):
            box = deck.theme.marks[scene.layout.look, scene.layout.ground, False].box
            shown = Image.open(page).convert("RGB")
            left, top, right, bottom = (
                round(n / 914_400 * DPI) for n in (box.x, box.y, box.right, box.bottom)
            )
            behind = _hex(shown, left - 2, (top + bottom) // 2)
            for n, _ in enumerate(colors):
                part = (right - left) / len(colors)
                seen = _hex(shown, round(left + part * (n + 0.5)), (top + bottom) // 2)
                assert contrast(seen, behind) >= 1.3 and difference(seen, behind) >= 20, (
                    scene.title,
                    n,
                    seen,
                    behind,
                )


def _hex(image: Image.Image, x: int, y: int) -> str:
    r, g, b = image.getpixel((x, y))  # type: ignore[misc]
    return to_hex(r / 255, g / 255, b / 255)
