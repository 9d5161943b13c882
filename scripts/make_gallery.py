"""Draw docs/gallery: contact sheets of the designed themes' specimens, a sheet for each theme on light and on dark slides.

python scripts/make_gallery.py [THEME ...] [-o FOLDER]

It needs LibreOffice and poppler.  The German specimen stands for helium, the speaker's own theme, the English one for the others.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.rendering import pages, to_pdfs

import deckgen
from deckgen.findings import Findings
from deckgen.specimen import specimen
from deckgen.theme.colors import to_rgb
from deckgen.theme.reader import load_theme

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "gallery"
THEMES = {"helium": "de", "werkbank": "en", "kontor": "en"}
GROUNDS = ("light", "dark")
COLUMNS, WIDTH, GAP = 6, 240, 6  # pixels
PAPER = (120, 120, 120)
COLORS = 96
MOST = 300_000  # bytes of a sheet


def main() -> None:
    """Parse the command line, build the specimens, render them, write the sheets."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("themes", nargs="*", metavar="THEME", help=f"of {', '.join(THEMES)} (default: all)")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    options = parser.parse_args()
    if unknown := set(options.themes) - set(THEMES):
        parser.error(f"{', '.join(sorted(unknown))}: the gallery shows {', '.join(THEMES)}")
    options.output.mkdir(parents=True, exist_ok=True)
    for name in options.themes or THEMES:
        for path in sheets(name, options.output):
            print(f"{path}: {path.stat().st_size // 1000} kB")


def sheets(name: str, folder: Path) -> list[Path]:
    """The sheets of one theme."""
    theme = load_theme(name, project=None, base=None, findings=Findings())
    assert theme is not None
    deck, lost = specimen(theme, THEMES[name], GROUNDS)
    assert not lost, [str(f) for f in lost]
    brand = {
        to_rgb(c) for g in GROUNDS for c in (*theme.grounds[g].hexes.values(), *theme.grounds[g].fill_hexes)
    }
    made = []
    with tempfile.TemporaryDirectory() as temporary:
        pdf = to_pdfs([deckgen.write(deck, Path(temporary) / f"{name}.pptx")])[0]
        drawn = pages(pdf, 36)
        assert len(drawn) == len(deck.scenes)
        for ground in GROUNDS:
            own = [p for p, scene in zip(drawn, deck.scenes, strict=True) if scene.layout.ground == ground]
            made.append(sheet(own, folder / f"{name}-{ground}.png", brand))
    return made


def sheet(pictures: list[Path], out: Path, brand: set[tuple[int, int, int]]) -> Path:
    """All pictures on one sheet of few colours, among them those of the brand."""
    slides = []
    for path in pictures:
        with Image.open(path) as image:
            height = round(WIDTH * image.height / image.width)
            slides.append(image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS))
    rows = -(-len(slides) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (slides[0].height + GAP) + GAP)
    whole = Image.new("RGB", size, PAPER)
    for number, slide in enumerate(slides):
        row, column = divmod(number, COLUMNS)
        whole.paste(slide, (GAP + column * (WIDTH + GAP), GAP + row * (slide.height + GAP)))
    colors = COLORS
    while True:
        found = whole.quantize(colors, method=Image.Quantize.MEDIANCUT).getpalette() or []
        flat = [channel for color in sorted(brand) for channel in color] + found[: 3 * colors]
        palette = Image.new("P", (1, 1))
        palette.putpalette(flat[: 3 * 256])
        few = whole.quantize(palette=palette, dither=Image.Dither.NONE)
        few.save(out, optimize=True)
        if out.stat().st_size <= MOST or colors <= 16:
            return out
        colors = colors * 3 // 4


if __name__ == "__main__":
    main()
