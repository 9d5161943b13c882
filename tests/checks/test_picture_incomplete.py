"""Pictures whose pixels end early, under right checksums."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from tests.kinds.talks import deck_of

from .decks import codes

ROWS = (b"\0" + bytes(range(250)) * 4) * 600  # 600,600 bytes


def _png(rows: bytes, packed: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", 1000, len(rows) // 1001, 8, 0, 0, 0, 0)
    parts = [b"\x89PNG\r\n\x1a\n"]
    for kind, body in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")):
        parts.append(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)))
    return b"".join(parts)


@pytest.mark.parametrize(
    ("packed", "found"),
    [(zlib.compress(ROWS, 0), False), (zlib.compress(ROWS, 0)[:-40_000] + b"\xff" * 40_000, True)],
    ids=["sound", "garbage at its end"],
)
@pytest.mark.parametrize("place", ["image: bild.png", "background: bild.png"])
def test_a_picture_that_ends_early_is_found(tmp_path: Path, place: str, packed: bytes, found: bool) -> None:
    (tmp_path / "bild.png").write_bytes(_png(ROWS, packed))
    deck = deck_of(
        tmp_path, f"- statement: Oben.\n  {place}" if "back" in place else f"- title: Oben.\n  {place}"
    )
    assert ("picture-incomplete" in codes(deck)) is found
