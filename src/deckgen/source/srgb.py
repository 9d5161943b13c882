"""Colours of other profiles in sRGB, by LittleCMS; loaded only for pictures that have one (ICC.1:2010)."""

from __future__ import annotations

import io

from PIL import Image, ImageCms


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture's colours in sRGB; as they are where the profile is broken or of another kind of colours."""
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    colors = image.convert("L" if image.mode == "LA" else "RGB") if alpha is not None else image
    try:
        result = ImageCms.profileToProfile(
            colors,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    assert result is not None
    if colors.mode == "L":
        result = result.convert("L")
    if alpha is not None:
        result.putalpha(alpha)
    return result
