"""PNG and JPEG files that go into a deck as they are: found whole by their structure, without a picture library.

What isn't certain (turned by EXIF, interlaced, CMYK, damaged, of another type) is left to `pixels`, which decodes it.  PNG: ISO/IEC 15948
sections 5, 7 and 11.2; JPEG: ITU-T T.81 annex B.  Nothing here raises.
"""

from __future__ import annotations

import struct
import zlib

from .metadata import exif_orientation

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_LOOKED_AT = 1 << 16  # bytes that are unpacked; checksums vouch for the rest
_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended and progressive DCT with Huffman codes
_SOI, _EOI, _SOS, _DHT, _DQT, _EXIF = 0xD8, 0xD9, 0xDA, 0xC4, 0xDB, 0xE1


def plain_size(data: bytes, most: int) -> tuple[str, int, int] | None:
    """("PNG" or "JPEG", width, height) of a picture of at most `most` pixels that needs no change, or None."""
    try:
        if data.startswith(_SIGNATURE):
            return _png(data, most)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data, most)
    except (struct.error, IndexError, ValueError, zlib.error):
        pass
    return None


def _png(data: bytes, most: int) -> tuple[str, int, int] | None:
    chunks: list[tuple[bytes, int, int]] = []
    at = len(_SIGNATURE)
    while not chunks or chunks[-1][0] != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if struct.unpack_from(">I", data, end)[0] != zlib.crc32(memoryview(data)[at + 4 : end]):
            return None
        chunks.append((kind, at + 8, end))
        at = end + 4
    kinds = [kind for kind, _, _ in chunks]
    if kinds[0] != b"IHDR" or b"eXIf" in kinds or any(k[:1].isupper() for k in set(kinds) - _CRITICAL):
        return None
    width, height, depth, color, *methods = struct.unpack(">IIBBBBB", data[chunks[0][1] : chunks[0][2]])
    if not 0 < width * height <= most or depth not in _DEPTHS.get(color, ()) or any(methods):
        return None
    if color == 3 and b"PLTE" not in kinds:
        return None
    row = 1 + (width * depth * _CHANNELS[color] + 7) // 8
    packed = [memoryview(data)[start:end] for kind, start, end in chunks if kind == b"IDAT"]
    return ("PNG", width, height) if _begins_soundly(packed, row, height) else None


_CRITICAL = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def _begins_soundly(packed: list[memoryview], row: int, height: int) -> bool:
    """Whether the data unpacks, as far as it is looked at, to rows of `row` bytes that begin with a filter type 0 to 4.

    Data that ends there must be whole.
    """
    inflate, out = zlib.decompressobj(), b""
    for part in packed:
        out += inflate.decompress(part, _LOOKED_AT - len(out))
        if inflate.eof or len(out) >= _LOOKED_AT:
            break
    if len(out) > row * height or max(out[::row], default=5) > 4:
        return False
    return len(out) == row * height if inflate.eof else len(out) >= _LOOKED_AT


def _jpeg(data: bytes, most: int) -> tuple[str, int, int] | None:
    at, size, tables = 2, (0, 0), set[int]()
    while True:
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        length = int(struct.unpack_from(">H", data, at + 2)[0])
        body = data[at + 4 : at + 2 + length]
        if len(body) != length - 2:
            return None
        if marker in _FRAMES:
            depth, height, width, components = struct.unpack_from(">BHHB", body)
            if size[0] or depth != 8 or components not in (1, 3) or len(body) != 6 + 3 * components:
                return None
            if not 0 < width * height <= most:
                return None
            size = (width, height)
        elif marker == _EXIF and body.startswith(b"Exif\0\0") and exif_orientation(body[6:]) != 1:
            return None
        elif marker == _SOS:
            # what follows was made by the same program: only its end is looked for
            whole = size[0] and {_DHT, _DQT} <= tables and data.rfind(b"\xff\xd9", at) > at
            return ("JPEG", *size) if whole else None
        elif (
            (marker == _DHT and not _huffman_tables_are_sound(body))
            or marker < 0xC0
            or (0xC3 <= marker <= 0xCF and marker != _DHT)
            or 0xD0 <= marker <= 0xD9
        ):
            return None
        tables.add(marker)
        at += 2 + length


def _huffman_tables_are_sound(body: bytes) -> bool:
    """Whether every table of a DHT segment has its values and no more codes than its lengths allow (T.81 annex C)."""
    at = 0
    while at < len(body):
        counts = body[at + 1 : at + 17]
        room = 0
        for length, count in enumerate(counts, 1):
            room += count << (16 - length)
        if len(counts) < 16 or room > 1 << 16 or not sum(counts):
            return False
        at += 17 + sum(counts)
    return at == len(body)
