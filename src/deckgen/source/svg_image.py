"""Pictures within an SVG: only such as lie in the file itself, PNG and JPEG, without metadata (RFC 2397)."""

from __future__ import annotations

import base64
import binascii

from ..patterns import pattern
from .metadata import stripped_jpeg, stripped_png
from .plain_pictures import plain_size
from .svg_tree import Element

PIXELS = {"PNG": 16_000_000, "JPEG": 16_000_000}
_DATA = pattern(r"\s*data:image/(png|jpeg|jpg);base64,([A-Za-z0-9+/=\s]+)\Z")


def image_link(element: Element, value: str) -> str:
    """The data URI of a picture, its metadata stripped.

    Raises:
        SvgError: if the picture lies elsewhere, or can't be taken.
    """
    found = _DATA.match(value)
    if found is None:
        what = (
            "a picture of another type"
            if value.lstrip().startswith("data:")
            else "a picture from outside of the file"
        )
        raise element.error(f"it shows {what}", "embed it as PNG or JPEG, or export all as PNG")
    try:
        data = base64.b64decode("".join(found[2].split()), validate=True)
        size = plain_size(data, PIXELS)
        if size is not None:
            data = stripped_png(data) if size[0] == "PNG" else stripped_jpeg(data)
    except (binascii.Error, ValueError):
        size = None
    if size is None:
        raise element.error(
            "the picture in it is broken, too large or turned", "embed it again, or export all as PNG"
        )
    return f"data:image/{size[0].lower()};base64,{base64.b64encode(data).decode()}"
