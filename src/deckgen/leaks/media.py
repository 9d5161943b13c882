"""What media carry beside what they show: comments, titles, camera and rights data."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

RUN = 5  # characters: shorter runs of letters are chance in packed data
_PLAIN = re.compile(rb"[\x20-\x7e\x80-\xff]{%d,}" % RUN)
_LITTLE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){%d,}" % RUN)
_BIG = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){%d,}" % RUN)
_MOST = 1 << 20  # bytes of a packed comment that are unpacked


def metadata(data: bytes) -> Iterator[bytes] | None:
    """The blocks of a picture that aren't pixels; None where the file isn't PNG, JPEG or GIF, and all of it has to be looked at."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _gif(data)
    return None


def strings(data: bytes) -> Iterator[str]:
    """Runs of letters in bytes of any kind: UTF-8, Latin-1, UTF-16."""
    for match in _PLAIN.finditer(data):
        run = match[0]
        yield run.decode("utf-8", "replace")
        if not run.isascii():
            yield run.decode("latin-1")
    for match in _LITTLE.finditer(data):
        yield match[0].decode("utf-16-le", "replace")
    for match in _BIG.finditer(data):
        yield match[0].decode("utf-16-be", "replace")


def _png(data: bytes) -> Iterator[bytes]:
    """Chunks that hold text (PNG 11.3.3), and what lies behind the last one."""
    at = 8
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + size]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            yield body
            for start in (body.find(b"\0") + 2, body.rfind(b"\0") + 1):  # the text follows its keyword
                try:
                    yield zlib.decompressobj().decompress(body[start:], _MOST)
                except zlib.error:
                    continue
        elif kind not in (b"IDAT", b"IHDR", b"PLTE", b"fdAT"):
            yield body
        at += size + 12
        if kind == b"IEND":
            break
    yield data[at:]


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Application segments and comments (ITU T.81 B.2.4), and what lies behind the picture."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        size: int = struct.unpack_from(">H", data, at + 2)[0]
        if 0xE0 <= kind <= 0xEF or kind == 0xFE:
            yield data[at + 4 : at + 2 + size]
        if kind == 0xDA:
            break
        at += 2 + max(size, 2)
    end = data.rfind(b"\xff\xd9")
    yield data[end + 2 :] if end >= 0 else b""


def _gif(data: bytes) -> Iterator[bytes]:
    """Comment, text and application blocks (GIF89a, 24 to 26), joined over their parts."""
    at = 13 + (3 << ((data[10] & 7) + 1) if len(data) > 10 and data[10] & 0x80 else 0)
    while at < len(data):
        if data[at] == 0x21:
            kind, (body, at) = data[at + 1 : at + 2], _blocks(data, at + 2)
            if kind != b"\xf9":
                yield body
        elif data[at] == 0x2C and at + 10 <= len(data):
            flags = data[at + 9]
            _, at = _blocks(data, at + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0))
        else:
            break
    yield data[at + 1 :]


def _blocks(data: bytes, at: int) -> tuple[bytes, int]:
    parts = []
    while at < len(data) and (size := data[at]):
        parts.append(data[at + 1 : at + 1 + size])
        at += 1 + size
    return b"".join(parts), at + 1
