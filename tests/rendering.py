"""LibreOffice as referee: decks to PDF in the themes' own fonts, pages to pictures."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent


def font_folders() -> list[Path]:
    """The folders of all fonts that themes ship."""
    return sorted(
        {
            p.parent
            for base in (ROOT / "themes", ROOT / "src/deckgen/data/themes")
            for p in base.glob("*/fonts/*.ttf")
        }
    )


def font_config(folder: Path, extra: Sequence[Path] = ()) -> Path:
    """A fontconfig file in `folder` that knows the system's fonts, the themes' and those in the folders `extra`."""
    dirs = [Path("/usr/share/fonts"), *font_folders(), *(p.resolve() for p in extra)]
    lines = "".join(f"<dir>{escape(str(d))}</dir>" for d in dirs)
    path = folder / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{lines}'
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        '<alias binding="same"><family>Arial</family><prefer><family>Liberation Sans</family></prefer></alias></fontconfig>',
        encoding="utf-8",
    )
    return path


_HOME: tempfile.TemporaryDirectory[str] | None = None


def to_pdf(deck: Path, out: Path | None = None, *, hidden: bool = True, fonts: Sequence[Path] = ()) -> Path:
    """`deck` as PDF beside it (or in `out`), with its hidden slides unless told otherwise."""
    return to_pdfs([deck], out, hidden=hidden, fonts=fonts)[0]


def to_pdfs(
    decks: Sequence[Path], out: Path | None = None, *, hidden: bool = True, fonts: Sequence[Path] = ()
) -> list[Path]:
    """Decks of different names as PDFs beside the first (or in `out`), in one run of LibreOffice."""
    global _HOME
    if _HOME is None:
        _HOME = tempfile.TemporaryDirectory(prefix="deckgen-office-")
    home = Path(_HOME.name)
    out = out or decks[0].parent
    env = {**os.environ, "FONTCONFIG_FILE": str(font_config(home, fonts)), "HOME": str(home)}
    shown = "true" if hidden else "false"
    pdf_filter = f'pdf:impress_pdf_Export:{{"ExportHiddenSlides":{{"type":"boolean","value":"{shown}"}}}}'
    command = [
        "soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--convert-to", pdf_filter,
        "--outdir", str(out), *map(str, decks),
    ]  # fmt: skip
    subprocess.run(command, env=env, capture_output=True, timeout=240 + 60 * len(decks), check=True)
    pdfs = [out / (deck.stem + ".pdf") for deck in decks]
    for deck, pdf in zip(decks, pdfs, strict=True):
        if not pdf.is_file():
            raise AssertionError(f"LibreOffice wrote no PDF of {deck.name}")
    return pdfs


def pages(pdf: Path, dpi: int = 60) -> list[Path]:
    """The PDF's pages as PNG files beside it."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(stem)], check=True, timeout=300)
    return sorted(pdf.parent.glob(f"{stem.name}-*.png"))


def pdf_fonts(pdf: Path) -> set[str]:
    """The names of the fonts in a PDF, without subset prefixes."""
    done = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True)
    return {line.split()[0].split("+")[-1] for line in done.stdout.splitlines()[2:] if line.strip()}


def contact_sheet(pictures: list[Path], out: Path, columns: int = 4) -> Path:
    """All pictures on one sheet."""
    images = [Image.open(p).convert("RGB") for p in pictures]
    width, height = images[0].size
    gap = 10
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (columns * (width + gap) + gap, rows * (height + gap) + gap), (110, 110, 110))
    for i, image in enumerate(images):
        sheet.paste(image, (gap + (i % columns) * (width + gap), gap + (i // columns) * (height + gap)))
    sheet.save(out)
    return out
