"""Render decks with LibreOffice in the themes' fonts and put all slides on one contact sheet.

python scripts/render.py dist/talk.pptx [-o sheet.png] [--dpi 50] [--columns 5]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.rendering import contact_sheet, pages, pdf_fonts, to_pdf


def main() -> None:
    """Parse the command line, render, print the fonts used."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("deck", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--dpi", type=int, default=50)
    parser.add_argument("--columns", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pdf = to_pdf(options.deck, Path(folder))
        pictures = pages(pdf, options.dpi)
        out = options.output or options.deck.with_suffix(".png")
        contact_sheet(pictures, out, options.columns)
        print(f"{out}: {len(pictures)} slides, fonts {', '.join(sorted(pdf_fonts(pdf)))}")


if __name__ == "__main__":
    main()
