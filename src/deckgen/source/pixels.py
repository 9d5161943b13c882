"""Pictures decoded: what must be turned, converted or made smaller, and mean colours for contrast.

Pillow is imported here and nowhere else on the build path; this module is loaded only for pictures that need it (`plain_pictures`), for those
that have more pixels than their slides need, and by checks.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable

from PIL import Image, ImageOps, UnidentifiedImageError

from ..discovery import module
from .metadata import stripped_gif, stripped_jpeg, stripped_png
from .plain_pictures import is_whole
from .profiles import is_srgb

GRID = (32, 18)
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")  # nothing that starts other programs (EPS)
PIXELS = 50_000_000  # that are decoded at most: 4 bytes each, twice where a picture is turned
LARGEST = 80_000_000  # of a JPEG that is made smaller while it is decoded
QUALITY = 90  # of a JPEG: no difference is seen at the size for which it is made
WORTH = 0.9  # a smaller picture is taken where its bytes are at most this share
_ORIENTATION = 0x0112
Refuse = Callable[[str, str, str], None]
Decoded = tuple[str, bytes, int, int]
"""Suffix ("png", "jpeg" or "gif"), bytes, width and height in pixels."""
Grid = tuple[tuple[int, int, int], ...]


def decoded(data: bytes, suffixes: dict[str, str], said: str, refuse: Refuse) -> Decoded | None:
    """A picture that PowerPoint shows upright, in sRGB; broken, oversized and lying files are refused.

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
    """The picture as its own bytes where PowerPoint can show them upright and in its colours, else encoded again."""
    image.load()
    if kind == "PNG" and not is_whole(data):  # Pillow takes missing rows for black ones
        raise ValueError("a PNG without its last rows")
    turned = image.getexif().get(_ORIENTATION, 1) in range(2, 9)
    foreign = kind != "GIF" and _profile(image) is not None
    if (
        not turned
        and not foreign
        and (kind in ("PNG", "GIF") or (kind == "JPEG" and image.mode in ("RGB", "L")))
    ):
        strip = {"PNG": stripped_png, "GIF": stripped_gif, "JPEG": stripped_jpeg}[kind]
        return kind.lower(), strip(data), image.width, image.height
    result = _upright(image)
    # a photograph in WebP would be several times as large as a PNG
    lossy = kind == "JPEG" or (kind == "WEBP" and data[12:16] == b"VP8 ")
    suffix = "jpeg" if lossy and result.mode in ("RGB", "L") else "png"
    return suffix, _encoded(result, suffix.upper()), result.width, result.height


def _profile(image: Image.Image) -> bytes | None:
    """The picture's colour profile, if it isn't sRGB's."""
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) and profile and not is_srgb(profile) else None


def _upright(image: Image.Image) -> Image.Image:
    """The picture as it is seen: turned as its EXIF says, in sRGB, of 8 bits a channel; "L", "LA", "RGB" or "RGBA"."""
    profile = _profile(image)
    result = ImageOps.exif_transpose(image)
    if (
        result.mode.startswith("I") or result.mode == "F"
    ):  # 16 bits of grey, which Pillow would cut off instead of scaling
        result = result.convert("I").point([i >> 8 for i in range(65536)], "L")
    elif result.mode == "P":
        result = result.convert("RGBA" if "transparency" in result.info else "RGB")
    elif "transparency" in result.info and result.mode in ("1", "L", "RGB"):
        result = result.convert("RGBA")
    if profile is not None:
        result = module("deckgen.source", "srgb").in_srgb(result, profile)
    if result.mode not in ("L", "LA", "RGB", "RGBA"):
        result = result.convert("L" if result.mode == "1" else "RGBA" if "A" in result.getbands() else "RGB")
    result.info.clear()  # Pillow would write comments, XMP and the like from there
    return result


def _encoded(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    if kind == "JPEG":
        image.save(out, kind, quality=QUALITY, optimize=True, progressive=False)
    else:
        image.save(out, kind, optimize=image.width * image.height < 1_000_000)
    return out.getvalue()


def fitted(original: bytes, kept: bytes, width: int, height: int) -> bytes:
    """The picture with `width` x `height` pixels, or `kept`, its bytes as they are, where little is saved.

    It is made from `original`, the file: a picture that was encoded for being turned isn't encoded twice.  `kept` says what it becomes: a
    JPEG or a PNG, the latter with a palette where it had one and that is smaller.
    """
    kind = "PNG" if kept.startswith(b"\x89PNG") else "JPEG"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(original), formats=FORMATS) as image:
                if image.width * image.height > LARGEST:
                    return kept
                palette = image.mode == "P"
                longest = max(width, height)
                image.draft(
                    None, (2 * longest, 2 * longest)
                )  # a JPEG's blocks are decoded as small as still is enough
                small = _upright(image).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        if kind == "JPEG":
            new = _encoded(small.convert("RGB") if small.mode not in ("RGB", "L") else small, "JPEG")
        else:
            new = _encoded(small, "PNG")
            if palette:
                few = small.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
                new = min(new, _encoded(few, "PNG"), key=len)
    except Exception:  # decoders of broken files raise whatever they stumble over; `check` tells
        return kept
    return new if len(new) <= WORTH * len(kept) else kept


def mean_colors(data: bytes) -> Grid:
    """Mean colours of GRID cells, row by row; a transparent picture has none, since what is behind it isn't known here."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            image.draft("RGB", (4 * GRID[0], 4 * GRID[1]))  # a JPEG's cells need no more
            if "A" in image.getbands() or "transparency" in image.info:
                return ()
            # a large picture is not copied to be converted: it takes 4 bytes a pixel as it is
            flat = image if image.mode in ("RGB", "L") else _upright(image)
            mean = flat.resize(GRID, Image.Resampling.BOX).convert("RGB").tobytes()
    except Exception:  # decoders of broken files raise whatever they stumble over
        return ()
    return tuple((mean[i], mean[i + 1], mean[i + 2]) for i in range(0, len(mean), 3))
