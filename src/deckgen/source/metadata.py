"""PNG, JPEG and GIF without what they say beside the picture (places, names, thumbnails), their pixels untouched.

Formats: PNG (ISO/IEC 15948, 5.3), JPEG (ITU-T T.81, B.1), GIF89a.  All raise ValueError for a file that ends too early.
"""

from __future__ import annotations

import struct

_PNG_KEEP = {
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"cICP", b"pHYs", b"sBIT", b"bKGD",
}  # fmt: skip
_SOS, _EOI = 0xDA, 0xD9
_KEPT = {0xE0: b"JFIF\0", 0xEE: b"Adobe"}
_ALONE = {0x01, *range(0xD0, 0xD9)}  # JPEG markers without a length


def stripped_png(data: bytes) -> bytes:
    """The PNG without text, time, EXIF, colour profile and unknown chunks, and without what follows its end."""
    parts: list[bytes | memoryview] = [data[:8]]
    at, whole = 8, True
    while at + 12 <= len(data):
        length = int(struct.unpack_from(">I", data, at)[0])
        kind = data[at + 4 : at + 8]
        if kind in _PNG_KEEP:
            parts.append(memoryview(data)[at : at + 12 + length])
        else:
            whole = False
        at += 12 + length
        if kind == b"IEND" and at <= len(data):
            return data if whole and at == len(data) else b"".join(parts)
    raise ValueError("a PNG without its end")


def stripped_jpeg(data: bytes) -> bytes:
    """The JPEG without its programs' segments (EXIF, XMP, IPTC, colour profile, thumbnails, origin), comments, and what follows its end.

    What decoders need stays: JFIF's segment and Adobe's, which says how colours are coded.
    """
    parts, at = [data[:2]], 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker where one must stand")
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _EOI:
            parts.append(data[at : at + 2])
            return b"".join(parts)
        end = at + 2
        if marker not in _ALONE:
            end += int(struct.unpack_from(">H", data, at + 2)[0])
        private = marker == 0xFE or (
            0xE0 <= marker <= 0xEF and not data.startswith(_KEPT.get(marker, b"\0none"), at + 4)
        )
        if marker == _SOS:
            end = _after_scan(data, end)
        if (
            marker == 0xE0 and not private and end > at + 18
        ):  # with a thumbnail, that may show what was cut off
            parts.append(b"\xff\xe0\x00\x10" + data[at + 4 : at + 16] + b"\0\0")
        elif not private:
            parts.append(data[at:end])
        at = end
    raise ValueError("a JPEG without its end")


def _after_scan(data: bytes, at: int) -> int:
    """The index of the first marker behind a scan's data, in which FF is followed by 00 or a restart marker."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0x00 and data[at + 1] not in _ALONE and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
    raise ValueError("a scan without an end")


def exif_orientation(tiff: bytes) -> int:
    """How an EXIF block (from its TIFF header on) says that the picture is turned: 1 is upright (EXIF 2.32, 4.6.4 A)."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        raise ValueError("no TIFF header")
    start = int(struct.unpack_from(order + "I", tiff, 4)[0])
    for n in range(struct.unpack_from(order + "H", tiff, start)[0]):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * n)
        if tag == 0x0112:
            return int(value) if kind == 3 else 0
    return 1


def stripped_gif(data: bytes) -> bytes:
    """The GIF without comments, plain-text and foreign extensions (looping stays), and what follows its end."""
    at = 13 + _table(data[10])
    parts = [data[:at]]
    while at < len(data):
        start, kind = at, data[at]
        if kind == 0x3B:
            parts.append(b"\x3b")
            return b"".join(parts)
        if kind == 0x2C:
            at = _blocks(data, at + 10 + _table(data[at + 9]) + 1)
        elif kind == 0x21:
            at = _blocks(data, at + 2)
            label = data[start + 1]
            known = data[start + 3 : start + 14] == b"NETSCAPE2.0"
            if label in (0xFE, 0x01) or (label == 0xFF and not known):
                continue
        else:
            raise ValueError("an unknown block")
        parts.append(data[start:at])
    raise ValueError("a GIF without its end")


def _table(packed: int) -> int:
    """The bytes of a colour table as announced by a packed field."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks(data: bytes, at: int) -> int:
    """The index behind a row of sub-blocks."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    if at >= len(data):
        raise ValueError("a block without an end")
    return at + 1
