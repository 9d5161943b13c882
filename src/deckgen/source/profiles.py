"""Colour profiles of PNG and JPEG files: whether the colours are those of sRGB, as decks have them (ICC.1:2010; IEC 61966-2-1)."""

from __future__ import annotations

import struct
import zlib

_ICC = b"ICC_PROFILE\0"
_LARGEST = 4 * 1024 * 1024
_SRGB = ("srgb", "c2\0", "urgb")
"""What profiles of sRGB are called, the shortened ones too."""


def needs_conversion(kind: str, data: bytes) -> bool:
    """Whether a "PNG" or "JPEG" has a profile of other colours than sRGB's; most have none or sRGB's own, and are kept."""
    if kind == "JPEG":
        at = data.find(_ICC)
        if at < 0:
            return False
        profile = data[at + 14 : at + 2 + int.from_bytes(data[at - 2 : at], "big") - 2]
    else:
        at = data.find(b"iCCP", 8, data.find(b"IDAT"))
        if at < 0:
            return False
        length = int.from_bytes(data[at - 4 : at], "big")
        _, _, packed = data[at + 4 : at + 4 + length].partition(b"\0")
        try:
            profile = zlib.decompressobj().decompress(packed[1:], _LARGEST)
        except zlib.error:
            return False
    return not is_srgb(profile)


def is_srgb(profile: bytes) -> bool:
    """Whether a profile is called sRGB in its description."""
    try:
        count = struct.unpack_from(">I", profile, 128)[0]
        for n in range(min(count, 100)):
            tag, start, size = struct.unpack_from(">4sII", profile, 132 + 12 * n)
            if tag == b"desc":
                text = profile[start + 8 : start + min(size, 400)].replace(b"\0\0", b"\0")
                words = text.decode("latin-1").lower()
                return any(word in words or word in words.replace("\0", "") for word in _SRGB)
    except struct.error:
        pass
    return False
