"""Pictures as they go into a deck: what a file is by its bytes, pixels, metadata dropped.

Most PNG and JPEG files go in as they are and aren't decoded; `pixels`, and with it Pillow, is loaded only for others, `svg_file` for SVG.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import trace
from ..discovery import module
from ..findings import Findings, Span
from ..records import dataclass
from .metadata import stripped_jpeg, stripped_png
from .plain_pictures import is_whole, plain_size
from .profiles import needs_conversion

if TYPE_CHECKING:
    from .svg import Svg

__all__ = ["PictureFile", "fitting", "is_whole", "load_picture", "mean_colors"]

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
    ".svg": "SVG",
    ".svgz": "SVG",
}
SMALL = 96 * 1024  # bytes of a picture that isn't worth being made smaller


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's bytes ("png", "jpeg" or "gif") and its size in pixels; `original` are those of its file.

    `svg` is the drawing of which `data` is a small PNG; then `width` and `height` only say how they stand to each other.  `fonts` are files
    that its texts may be drawn with.
    """

    suffix: str
    data: bytes
    width: int
    height: int
    original: bytes = b""
    svg: Svg | None = None
    fonts: tuple[Path, ...] = ()


def load_picture(
    path: Path,
    label: str,
    findings: Findings,
    span: Span,
    fonts: Sequence[Path] = (),
    named: Callable[[Path], str] | None = None,
) -> PictureFile | None:
    """The picture at `path`; broken, oversized and lying files are findings at `span`.

    `fonts` are files of the theme's fonts; `named` says how findings name a file, for places within an SVG.
    """

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
    said = path.suffix.lower()
    if _is_svg(data, said):
        drawn: PictureFile | None = module("deckgen.source", "svg_file").load_svg(
            data, label, findings, span, fonts, Span(named(path) if named is not None else label, 0, 0)
        )
        return drawn
    if other := _unsupported(data):
        refuse("picture-type", f"{other} pictures can't be used here", "export it as PNG")
        return None
    plain = plain_size(data, PIXELS)
    if (
        plain is not None
        and SUFFIXES.get(said, plain[0]) == plain[0]
        and not needs_conversion(plain[0], data)
    ):
        kind, width, height = plain
        strip = stripped_png if kind == "PNG" else stripped_jpeg
        try:
            return PictureFile(kind.lower(), strip(data), width, height, data)
        except ValueError:
            pass  # `pixels` says what is wrong
    found = module("deckgen.source", "pixels").decoded(data, SUFFIXES, said, refuse)
    if found is None:
        return None
    suffix, kept, width, height = found
    return PictureFile(suffix, kept, width, height, data)


def fitting(picture: PictureFile, label: str) -> Callable[[int, int], bytes] | None:
    """What makes the picture with so many pixels; None for one that is as small as it can be, and for GIFs, which may move."""
    if picture.svg is not None:
        draw: Callable[[int, int], bytes] = module("deckgen.source", "svg_file").drawing(picture, label)
        return draw
    if picture.suffix == "gif" or len(picture.data) <= SMALL:
        return None

    def fit(width: int, height: int) -> bytes:
        made: bytes = module("deckgen.source", "pixels").fitted(picture.original, picture.data, width, height)
        return made

    return fit


def mean_colors(data: bytes) -> tuple[tuple[int, int, int], ...]:
    """32 x 18 mean colours of a picture, row by row, for contrast; none of a transparent one."""
    found: tuple[tuple[int, int, int], ...] = module("deckgen.source", "pixels").mean_colors(data)
    return found


def _is_svg(data: bytes, said: str) -> bool:
    """Whether this is XML that may be an SVG, or a packed one."""
    if said == ".svgz" or (said == ".svg" and data[:2] == b"\x1f\x8b"):
        return True
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return said == ".svg"
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<svg", b"<?xml", b"<!doctype", b"<!--")) and (b"svg" in head or said == ".svg")


def _unsupported(data: bytes) -> str:
    """The name of a known type that can't be used, or ""."""
    if data[40:44] == b" EMF":
        return "EMF"
    if data.startswith(b"\xd7\xcd\xc6\x9a"):
        return "WMF"
    if data[4:8] == b"ftyp":
        return "AVIF" if data[8:12] in (b"avif", b"avis") else "HEIC"
    if data.startswith(b"%PDF"):
        return "PDF"
    return "EPS" if data.startswith((b"%!PS", b"\xc5\xd0\xd3\xc6")) else ""
