"""Pictures as they go into a deck: what a file is by its bytes, pixels, metadata dropped.

Most PNG and JPEG files go in as they are and aren't decoded; `pixels`, and with it Pillow, is loaded only for others.
"""

from __future__ import annotations

from pathlib import Path

from .. import trace
from ..discovery import module
from ..findings import Findings, Span
from ..records import dataclass
from .metadata import stripped_jpeg, stripped_png
from .plain_pictures import is_whole, plain_size

__all__ = ["PictureFile", "is_whole", "load_picture", "mean_colors"]

LIMIT = 32 * 1024 * 1024
PIXELS = {
    "PNG": 50_000_000,
    "JPEG": 80_000_000,
}  # at most; a JPEG's mean colours are taken without decoding all of it
SUFFIXES = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".bmp": "BMP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's bytes ("png", "jpeg" or "gif") and its size in pixels."""

    suffix: str
    data: bytes
    width: int
    height: int


def load_picture(path: Path, label: str, findings: Findings, span: Span) -> PictureFile | None:
    """The picture at `path`; broken, oversized and lying files are findings at `span`."""

    def refuse(code: str, message: str, fix: str = "") -> None:
        findings.error(code, f"{label}: {message}", span, fix)

    try:
        if not trace.is_file(path):
            refuse("file-missing", "there is no such file")
            return None
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
        trace.saw(path, data)
    except OSError as error:
        refuse("unreadable", f"can't be read: {error.strerror}")
        return None
    if len(data) > LIMIT:
        refuse("picture-too-large", "larger than 32 MB", "export it smaller")
        return None
    if other := _unsupported(data):
        refuse("picture-type", f"{other} pictures can't be used here", "export it as PNG")
        return None
    said = path.suffix.lower()
    plain = plain_size(data, PIXELS)
    if plain is not None and SUFFIXES.get(said, plain[0]) == plain[0]:
        kind, width, height = plain
        strip = stripped_png if kind == "PNG" else stripped_jpeg
        try:
            return PictureFile(kind.lower(), strip(data), width, height)
        except ValueError:
            pass  # `pixels` says what is wrong
    found = module("deckgen.source", "pixels").decoded(data, SUFFIXES, said, refuse)
    return PictureFile(*found) if found is not None else None


def mean_colors(data: bytes) -> tuple[tuple[int, int, int], ...]:
    """32 x 18 mean colours of a picture, row by row, for contrast; none of a transparent one."""
    found: tuple[tuple[int, int, int], ...] = module("deckgen.source", "pixels").mean_colors(data)
    return found


def _unsupported(data: bytes) -> str:
    """The name of a known type that can't be used, or ""."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype", b"<!--")) and (b"<svg" in head or b"svg" in head):
        return "SVG"
    if data[40:44] == b" EMF":
        return "EMF"
    if data.startswith(b"\xd7\xcd\xc6\x9a"):
        return "WMF"
    if data[4:8] == b"ftyp":
        return "AVIF" if data[8:12] in (b"avif", b"avis") else "HEIC"
    if data.startswith(b"%PDF"):
        return "PDF"
    return "EPS" if data.startswith((b"%!PS", b"\xc5\xd0\xd3\xc6")) else ""
