"""Draw the logos of the example clients: a mark and the name beside it, in fonts that the themes ship.

python scripts/make_logos.py [-o talks/clients/logos]
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
LOGOS = ROOT / "talks" / "clients" / "logos"
OUTFIT = ROOT / "themes" / "helium" / "fonts" / "Outfit-Bold.ttf"
ATKINSON = ROOT / "themes" / "werkbank" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
SERIF = ROOT / "themes" / "kontor" / "fonts" / "SourceSerif4-Bold.ttf"
FINE = 4  # drawn so many times as large, for smooth edges
MARK = 200  # pixels, the mark's side

GREEN, ORANGE, BLUE, PETROL, AMBER, WHITE = (
    "#1F6F5C", "#D9481C", "#0A4DA2", "#0B3C49", "#E0A030", "#FFFFFF",
)  # fmt: skip

Draw = ImageDraw.ImageDraw
Mark = Callable[[Draw, float, tuple[str, ...]], None]


def nut(draw: Draw, side: float, colors: tuple[str, ...]) -> None:
    """A hexagon nut, its bore clear."""
    half = side / 2
    corners = [(half + half * math.cos(a), half + half * math.sin(a)) for a in _turns(6)]
    draw.polygon(corners, fill=colors[0])
    bore = side * 0.23
    draw.ellipse((half - bore, half - bore, half + bore, half + bore), fill=(0, 0, 0, 0))


def crate(draw: Draw, side: float, colors: tuple[str, ...]) -> None:
    """A crate of three boards with something round in it."""
    ball = side * 0.27
    draw.ellipse((side / 2 - ball, 0, side / 2 + ball, 2 * ball), fill=colors[1])
    board, gap = side * 0.19, side * 0.035
    for number in range(3):
        top = side - (3 - number) * board - (2 - number) * gap
        draw.rounded_rectangle((0, top, side, top + board), side * 0.03, fill=colors[0])


def route(draw: Draw, side: float, colors: tuple[str, ...]) -> None:
    """Three containers, one after another, each further on."""
    high, step = side * 0.27, side * 0.095
    for number in range(3):
        left = side * 0.19 * number
        top = number * (high + step)
        draw.rectangle((left, top, left + side * 0.62, top + high), fill=colors[number % len(colors)])


def pattern(draw: Draw, side: float, colors: tuple[str, ...]) -> None:
    """Four quarter discs in a square, as scales lie: the motif of the bank's template."""
    cell, gap = side * 0.48, side * 0.04
    for number in range(4):
        left, top = number % 2 * (cell + gap), number // 2 * (cell + gap)
        disc = (left - cell, top, left + cell, top + 2 * cell)
        draw.pieslice(disc, 270, 360, fill=colors[1 if number == 1 else 0])


def _turns(count: int) -> list[float]:
    return [math.radians(30 + 360 * n / count) for n in range(count)]


def logo(mark: Mark, colors: tuple[str, ...], lines: tuple[str, ...], ink: str, font: Path) -> Image.Image:
    """A mark with one or two lines of text beside it, on a clear ground, cropped to what is drawn."""
    side = MARK * FINE
    picture = Image.new("RGBA", (side * 8, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    mark(draw, side, colors)
    size = round(side * (0.62 if len(lines) == 1 else 0.42))
    face = ImageFont.truetype(str(font), size)
    for number, line in enumerate(lines):
        middle = side * (0.5 if len(lines) == 1 else (0.25, 0.72)[number])
        draw.text((side * 1.22, middle), line, fill=ink, font=face, anchor="lm")
    picture = picture.crop(picture.getbbox())
    small = picture.resize((picture.width // FINE, picture.height // FINE), Image.Resampling.LANCZOS)
    return small.quantize(64, Image.Quantize.FASTOCTREE)


def logos() -> dict[str, Image.Image]:
    """All logos by their files' names."""
    return {
        "rheintal": logo(nut, (GREEN,), ("Rheintal", "Maschinenbau"), GREEN, ATKINSON),
        "beispielkiste": logo(crate, (ORANGE, "#F4B62C"), ("beispielkiste",), ORANGE, OUTFIT),
        "example-freight": logo(route, (BLUE, "#5B8FD6"), ("Example", "Freight"), BLUE, OUTFIT),
        "musterbank": logo(pattern, (PETROL, AMBER), ("Musterbank",), PETROL, SERIF),
        "musterbank-white": logo(pattern, (WHITE, AMBER), ("Musterbank",), WHITE, SERIF),
    }


def main() -> None:
    """Draw all into the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-o", "--output", type=Path, default=LOGOS)
    folder = parser.parse_args().output
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in logos().items():
        path = folder / f"{name}.png"
        picture.save(path, optimize=True)
        print(f"{path}: {picture.width} x {picture.height}, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
