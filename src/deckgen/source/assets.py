"""Pictures as they go into a deck: what a file is by its bytes, pixels, metadata dropped.

Pillow is imported here and nowhere else on the build path; this module is loaded only for talks with pictures.
"""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from ..findings import Findings, Span

LIMIT = 32 * 1024 * 1024
PIXELS = 80_000_000
GRID = (32, 18)
KEEP = {
    b"IHDR",
    b"PLTE",
    b"tRNS",
    b"IDAT",
    b"IEND",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"pHYs",
    b"sBIT",
    b"bKGD",
}


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
        size = path.stat().st_size
        if size > LIMIT:
            refuse("picture-too-large", "larger than 32 MB", "export it smaller")
            return None
        data = path.read_bytes()
    except OSError as error:
        refuse("unreadable", f"can't be read: {error.strerror}")
        return None
    head = data[:200].lstrip().lower()
    if head.startswith((b"<svg", b"<?xml", b"<!doctype")):
        refuse("picture-type", "SVG pictures can't be used here", "export it as PNG")
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > PIXELS:
                    refuse(
                        "picture-too-large",
                        f"{image.width} x {image.height} pixels are too many",
                        "export it smaller",
                    )
                    return None
                return _prepared(image, data, path, refuse)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        refuse("picture-too-large", "too many pixels", "export it smaller")
    except UnidentifiedImageError:
        refuse("picture-type", "this is no picture that can be read", "use PNG or JPEG")
    except (
        OSError,
        SyntaxError,
        ValueError,
        struct.error,
        EOFError,
        MemoryError,
        IndexError,
        TypeError,
        OverflowError,
    ):
        refuse("picture-broken", "the picture is broken", "export it again")
    return None


def _prepared(image: Image.Image, data: bytes, path: Path, refuse: object) -> PictureFile | None:
    kind = image.format or ""
    said = path.suffix.lower()
    truth = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"), "GIF": (".gif",)}
    for other, suffixes in truth.items():
        if said in suffixes and kind != other:
            assert callable(refuse)
            refuse(
                "picture-type",
                f"says {said} and is {kind or 'something else'}",
                "rename it, or export it again",
            )
            return None
    image.load()
    if kind == "PNG":
        return PictureFile("png", _png(data), image.width, image.height, _grid(image))
    if kind == "GIF":
        return PictureFile("gif", data, image.width, image.height, _grid(image))
    if kind == "JPEG":
        turned = image.getexif().get(0x0112, 1) != 1
        if not turned and image.mode in ("RGB", "L"):
            return PictureFile("jpeg", _jpeg(data), image.width, image.height, _grid(image))
        result = ImageOps.exif_transpose(image) if turned else image
        return _encoded(result.convert("RGB"), "JPEG")
    return _encoded(image.convert("RGBA" if "A" in image.getbands() else "RGB"), "PNG")


def _grid(image: Image.Image) -> tuple[tuple[int, int, int], ...]:
    """Mean colours of GRID cells; a transparent picture has none, since what is behind it isn't known here."""
    if "A" in image.getbands() or "transparency" in image.info:
        return ()
    small = image.convert("RGB").resize(GRID, Image.Resampling.BOX)
    data = small.tobytes()
    return tuple((data[i], data[i + 1], data[i + 2]) for i in range(0, len(data), 3))


def _encoded(image: Image.Image, kind: str) -> PictureFile:
    out = io.BytesIO()
    image.save(out, kind, **({"quality": 92} if kind == "JPEG" else {}))
    return PictureFile(kind.lower(), out.getvalue(), image.width, image.height, _grid(image))


def _png(data: bytes) -> bytes:
    """The PNG without text, time and EXIF chunks."""
    parts, at = [data[:8]], 8
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        kind = data[at + 4 : at + 8]
        if kind in KEEP:
            parts.append(data[at : at + 12 + length])
        at += 12 + length
        if kind == b"IEND":
            break
    return b"".join(parts)


def _jpeg(data: bytes) -> bytes:
    """The JPEG without EXIF, XMP, IPTC and comments."""
    parts, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            break
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker not in (0xE1, 0xED, 0xFE):
            parts.append(data[at : at + 2 + length])
        at += 2 + length
    return b"".join(parts) + data[at:]
