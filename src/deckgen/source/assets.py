"""Pictures as they go into a deck: what a file is by its bytes, pixels, metadata dropped.

Pillow is imported here and nowhere else on the build path; this module is loaded only for talks with pictures.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from ..findings import Findings, Span
from .metadata import stripped_gif, stripped_jpeg, stripped_png

LIMIT = 32 * 1024 * 1024
PIXELS = 80_000_000
GRID = (32, 18)
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")  # nothing that starts other programs (EPS)
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
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's bytes ("png", "jpeg" or "gif") and its size in pixels."""

    suffix: str
    data: bytes
    width: int
    height: int
    grid: tuple[tuple[int, int, int], ...] = ()  # GRID mean colours, row by row, for contrast


def load_picture(path: Path, label: str, findings: Findings, span: Span) -> PictureFile | None:
    """The picture at `path`; broken, oversized and lying files are findings at `span`."""

    def refuse(code: str, message: str, fix: str = "") -> None:
        findings.error(code, f"{label}: {message}", span, fix)

    try:
        if not path.is_file():
            refuse("file-missing", "there is no such file")
            return None
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        refuse("unreadable", f"can't be read: {error.strerror}")
        return None
    if len(data) > LIMIT:
        refuse("picture-too-large", "larger than 32 MB", "export it smaller")
        return None
    if other := _unsupported(data):
        refuse("picture-type", f"{other} pictures can't be used here", "export it as PNG")
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which is dropped
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                pixels = image.width * image.height
                if pixels > PIXELS:
                    size = f"{image.width} x {image.height}"
                    refuse("picture-too-large", f"{size} pixels are too many", "export it smaller")
                    return None
                return _prepared(image, data, path.suffix.lower(), refuse)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        refuse("picture-too-large", "too many pixels", "export it smaller")
    except UnidentifiedImageError:
        refuse("picture-type", "this is no picture that can be read", "use PNG or JPEG")
    except Exception:  # decoders of broken files raise whatever they stumble over
        refuse("picture-broken", "the picture is broken", "export it again")
    return None


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


def _prepared(
    image: Image.Image, data: bytes, said: str, refuse: Callable[[str, str, str], None]
) -> PictureFile | None:
    """The picture as its own bytes where PowerPoint can show them upright, else encoded again."""
    kind = (
        "JPEG" if image.format == "MPO" else image.format or ""
    )  # phones put further pictures behind a JPEG
    if SUFFIXES.get(said, kind) != kind:
        refuse("picture-type", f"says {said} and is {kind}", "rename it, or export it again")
        return None
    image.load()
    turned = image.getexif().get(_ORIENTATION, 1) in range(2, 9)
    if not turned and (kind in ("PNG", "GIF") or (kind == "JPEG" and image.mode in ("RGB", "L"))):
        strip = {"PNG": stripped_png, "GIF": stripped_gif, "JPEG": stripped_jpeg}[kind]
        return PictureFile(kind.lower(), strip(data), image.width, image.height, _grid(image))
    profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA") else None
    result = ImageOps.exif_transpose(image)
    clear = "A" in result.getbands() or "transparency" in result.info
    if kind == "JPEG":
        return _encoded(result.convert("RGB"), "JPEG", profile)
    return _encoded(result.convert("RGBA" if clear else "RGB"), "PNG", profile)


def _grid(image: Image.Image) -> tuple[tuple[int, int, int], ...]:
    """Mean colours of GRID cells; a transparent picture has none, since what is behind it isn't known here."""
    if "A" in image.getbands() or "transparency" in image.info:
        return ()
    small = image.convert("RGB").resize(GRID, Image.Resampling.BOX)
    data = small.tobytes()
    return tuple((data[i], data[i + 1], data[i + 2]) for i in range(0, len(data), 3))


def _encoded(image: Image.Image, kind: str, profile: bytes | None) -> PictureFile:
    image.info.clear()  # Pillow would write comments, XMP and the like from there
    out = io.BytesIO()
    if kind == "JPEG":
        image.save(out, kind, quality=92, icc_profile=profile)
    else:
        image.save(out, kind, icc_profile=profile)
    return PictureFile(kind.lower(), out.getvalue(), image.width, image.height, _grid(image))
