"""PNG and JPEG files that go into a deck as they are: found whole by their structure, without a picture library.

What isn't certain (turned by EXIF, interlaced, CMYK, damaged, of another type) is left to `pixels`, which decodes it.  PNG: ISO/IEC 15948
sections 5, 7 and 11.2; JPEG: ITU-T T.81 annex B.  Nothing here raises.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from .metadata import exif_orientation

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_STEP = 1 << 18  # bytes that are unpacked at once
_DENSE = 20  # rows of photographs are at most so many times as long as their packed data; what claims more is unpacked whole
_LOOKED_AT = 1 << 12  # bytes of packed data that are always unpacked
_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended and progressive DCT with Huffman codes
_SOI, _EOI, _SOS, _DHT, _DQT, _EXIF = 0xD8, 0xD9, 0xDA, 0xC4, 0xDB, 0xE1


def plain_size(data: bytes, most: Mapping[str, int]) -> tuple[str, int, int] | None:
    """("PNG" or "JPEG", width, height) of a picture that needs no change, of at most `most` pixels by type, or None."""
    try:
        if data.startswith(_SIGNATURE):
            return _png(data, most["PNG"])
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data, most["JPEG"])
    except (struct.error, IndexError, ValueError, zlib.error):
        pass
    return None


def _png(data: bytes, most: int) -> tuple[str, int, int] | None:
    chunks = _chunks(data)
    kinds = [kind for kind, _, _ in chunks]
    if kinds[0] != b"IHDR" or b"eXIf" in kinds or any(k[:1].isupper() for k in set(kinds) - _CRITICAL):
        return None
    width, height, depth, color, *methods = _header(data, chunks)
    if not 0 < width * height <= most or depth not in _DEPTHS.get(color, ()) or any(methods):
        return None
    if color == 3 and b"PLTE" not in kinds:
        return None
    return ("PNG", width, height) if _unpacks(data, chunks, _LOOKED_AT) else None


def is_whole(data: bytes) -> bool:
    """Whether a PNG has all of its rows; of an interlaced one, whose rows come several times, nothing is said."""
    try:
        chunks = _chunks(data)
        return bool(_header(data, chunks)[6]) or _unpacks(data, chunks)
    except (struct.error, IndexError, KeyError, ValueError, zlib.error):
        return False


def _chunks(data: bytes) -> list[tuple[bytes, int, int]]:
    """Type, start and end of each chunk's data.

    Raises:
        ValueError: if a checksum is wrong.
    """
    result: list[tuple[bytes, int, int]] = []
    at = len(_SIGNATURE)
    while not result or result[-1][0] != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if struct.unpack_from(">I", data, end)[0] != zlib.crc32(memoryview(data)[at + 4 : end]):
            raise ValueError("a wrong checksum")
        result.append((kind, at + 8, end))
        at = end + 4
    return result


def _header(data: bytes, chunks: list[tuple[bytes, int, int]]) -> tuple[int, ...]:
    return struct.unpack(">IIBBBBB", data[chunks[0][1] : chunks[0][2]])


_CRITICAL = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def _unpacks(data: bytes, chunks: list[tuple[bytes, int, int]], dense: int = 0) -> bool:
    """Whether the data is a whole zlib stream of rows, as many as there are, each of which begins with a filter type 0 to 4.

    It is unpacked bit by bit and let go: checksums say that a file came over whole, and nothing of what its program put into it.  With
    `dense`, only so many bytes of packed data are, where there are more and they are as long as photographs' must be: unpacking pictures takes
    as long as packing the whole deck.  `is_whole` is for checks.
    """
    width, height, depth, color, *_ = _header(data, chunks)
    row = 1 + (width * depth * _CHANNELS[color] + 7) // 8
    packed = [data[start:end] for kind, start, end in chunks if kind == b"IDAT"]
    size = sum(map(len, packed))
    begun = bool(dense) and size > dense and size < row * height + row * height // 100 < _DENSE * size
    if begun:
        packed = [b"".join(packed)[:dense]]
    inflate, at = zlib.decompressobj(), 0
    for part in packed:
        rest, out = part, b""
        while not inflate.eof and (rest or len(out) == _STEP):
            out = inflate.decompress(rest, _STEP)
            rest = inflate.unconsumed_tail
            if at + len(out) > row * height or max(out[-at % row :: row], default=0) > 4:
                return False
            at += len(out)
    return not inflate.eof if begun else inflate.eof and at == row * height


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
