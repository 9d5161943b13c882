"""Pictures decoded: what must be turned or encoded again, and mean colours for contrast.

Pillow is imported here and nowhere else on the build path; this module is loaded only for pictures that need it (`plain_pictures`) and by checks.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable

from PIL import Image, ImageOps, UnidentifiedImageError

from .metadata import stripped_gif, stripped_jpeg, stripped_png
from .plain_pictures import is_whole

GRID = (32, 18)
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")  # nothing that starts other programs (EPS)
PIXELS = 50_000_000  # that are decoded at most: 4 bytes each, twice where a picture is turned
_ORIENTATION = 0x0112
Refuse = Callable[[str, str, str], None]
Decoded = tuple[str, bytes, int, int]
"""Suffix ("png", "jpeg" or "gif"), bytes, width and height in pixels."""
Grid = tuple[tuple[int, int, int], ...]


def decoded(data: bytes, suffixes: dict[str, str], said: str, refuse: Refuse) -> Decoded | None:
    """A picture that PowerPoint shows upright; broken, oversized and lying files are refused.

    `said` is the file's suffix, `suffixes` what those mean.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which is dropped
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > PIXELS:
                    size = f"{image.width} x {image.height}"
                    refuse("picture-too-large", f"{size} pixels are too many", "export it smaller")
                    return None
                # phones put further pictures behind a JPEG
                kind = "JPEG" if image.format == "MPO" else image.format or ""
                if suffixes.get(said, kind) != kind:
                    refuse("picture-type", f"says {said} and is {kind}", "rename it, or export it again")
                    return None
                return _prepared(image, kind, data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        refuse("picture-too-large", "too many pixels", "export it smaller")
    except UnidentifiedImageError:
        refuse("picture-type", "this is no picture that can be read", "use PNG or JPEG")
    except Exception:  # decoders of broken files raise whatever they stumble over
        refuse("picture-broken", "the picture is broken", "export it again")
    return None


def _prepared(image: Image.Image, kind: str, data: bytes) -> Decoded:
    """The picture as its own bytes where PowerPoint can show them upright, else encoded again."""
    image.load()
    if kind == "PNG" and not is_whole(data):  # Pillow takes missing rows for black ones
        raise ValueError("a PNG without its last rows")
    turned = image.getexif().get(_ORIENTATION, 1) in range(2, 9)
    if not turned and (kind in ("PNG", "GIF") or (kind == "JPEG" and image.mode in ("RGB", "L"))):
        strip = {"PNG": stripped_png, "GIF": stripped_gif, "JPEG": stripped_jpeg}[kind]
        return kind.lower(), strip(data), image.width, image.height
    profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA") else None
    result = ImageOps.exif_transpose(image)
    clear = "A" in result.getbands() or "transparency" in result.info
    if kind == "JPEG":
        return _encoded(result.convert("RGB"), "JPEG", profile)
    return _encoded(result.convert("RGBA" if clear else "RGB"), "PNG", profile)


def _encoded(image: Image.Image, kind: str, profile: bytes | None) -> Decoded:
    image.info.clear()  # Pillow would write comments, XMP and the like from there
    out = io.BytesIO()
    if kind == "JPEG":
        image.save(out, kind, quality=92, icc_profile=profile)
    else:
        image.save(out, kind, icc_profile=profile)
    return kind.lower(), out.getvalue(), image.width, image.height


def mean_colors(data: bytes) -> Grid:
    """Mean colours of GRID cells, row by row; a transparent picture has none, since what is behind it isn't known here."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            image.draft("RGB", (4 * GRID[0], 4 * GRID[1]))  # a JPEG's cells need no more
            if "A" in image.getbands() or "transparency" in image.info:
                return ()
            # a large picture is not copied to be converted: it takes 4 bytes a pixel as it is
            flat = image if image.mode in ("RGB", "L") else image.convert("RGB")
            mean = flat.resize(GRID, Image.Resampling.BOX).convert("RGB").tobytes()
    except Exception:  # decoders of broken files raise whatever they stumble over
        return ()
    return tuple((mean[i], mean[i + 1], mean[i + 2]) for i in range(0, len(mean), 3))
