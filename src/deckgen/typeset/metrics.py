"""Font metrics: advances and kerning of a family, read from one small `.metrics` file.

File format (all numbers little endian)::

    "DGM1"                magic
    u32                   length of the body before compression, at most 4 MiB
    zlib stream           the body

    body:  u8  number of faces (1..4), then for each face
        u8  style: 0 regular, 1 bold, 2 italic, 3 bold-italic (each at most once)
        u8  flags: bit 0 = the font has a legacy `kern` table (PowerPoint for Windows kerns from nothing else)
        u8  length of the name, then the name in UTF-8
        u16 ascent, u16 descent in 1/10000 em
        u16 number of ranges R, then R x (u32 first code point, u16 count), ascending, not overlapping
        u16 advance for each code point of the ranges, at 2048 units per em; 0xFFFF = the font lacks the
        character u16 number of kerned characters K, u16 rows, u16 columns
        K x u32 code point, K x u16 row class (as the left character), K x u16 column class (as the right one)
        rows x columns x s16 adjustment of the advance of the left character, at 2048 units per em

Kerning is stored as a class matrix because fonts kern groups of letters alike.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import field
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from deckgen import trace
from deckgen.records import dataclass

UPEM: Final = 2048
STYLES: Final = ("regular", "bold", "italic", "bold-italic")

_FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "metrics"
_MAGIC: Final = b"DGM1"
_MAX_FILE: Final = 1 << 20
_MAX_BODY: Final = 4 << 20
_MISSING: Final = 0xFFFF
_LEGACY: Final = 1
_WIDE: Final = 1.25  # of Arial's advances: Verdana takes 1.12, Montserrat 1.2
_LEAST_WIDE: Final = round(0.36 * UPEM)

_SHIPPED: Final = {
    "arial": "arial",
    "helvetica": "arial",
    "calibri": "calibri",
    "cambria": "cambria",
    "courier new": "courier-new",
    "georgia": "georgia",
    "times new roman": "times-new-roman",
}


@dataclass(frozen=True, slots=True, eq=False)
class Kerning:
    """Kerning as a class matrix: `classes[ch]` = (row as left character, column as right character)."""

    classes: Mapping[str, tuple[int, int]]
    columns: int
    matrix: array[int]

    def get(self, left: str, right: str) -> int:
        """Adjustment of the advance of `left` before `right`, in 1/2048 em (0 for unknown pairs)."""
        a, b = self.classes.get(left), self.classes.get(right)
        return self.matrix[a[0] * self.columns + b[1]] if a and b else 0


_NO_KERNING: Final = Kerning({}, 0, array("h"))


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a family. Compared and hashed by identity.

    `ascent` and `descent` are fractions of the em and place first baselines as PowerPoint does;
    `advances` maps a character to its advance in 1/2048 em.
    """

    name: str
    ascent: float
    descent: float
    advances: Mapping[str, int] = field(repr=False)
    kerning: Kerning = field(default=_NO_KERNING, repr=False)
    legacy_kern: bool = False

    def has(self, ch: str) -> bool:
        """Whether the font itself has the character (the rest falls back to another font)."""
        return ch in self.advances


def load_faces(path: Path) -> dict[str, Face]:
    """Read a `.metrics` file: faces keyed "regular", "bold", "italic", "bold-italic" (those the file has).

    Raises OSError when the file cannot be read and ValueError when it is not a whole, well-formed metrics
    file.
    """
    with path.open("rb") as f:
        data = f.read(_MAX_FILE + 1)
    trace.saw(path, data)
    return _parsed(data)


@lru_cache(maxsize=16)
def _parsed(data: bytes) -> dict[str, Face]:
    """The same faces for the same bytes: widths are kept by face."""
    return parse(data)


@cache
def _shipped(stem: str) -> dict[str, Face]:
    return load_faces(_FOLDER / f"{stem}.metrics")


def shipped(family: str) -> dict[str, Face] | None:
    """Metrics that come with deckgen (measured on metric-compatible open fonts), or None for other families.

    The name is compared without regard to case. Cached.
    """
    stem = _SHIPPED.get(" ".join(family.split()).casefold())
    return _shipped(stem) if stem else None


@cache
def wide() -> dict[str, Face]:
    """Faces to measure with in place of a font that has no table: wider than nearly all that texts are set in."""
    found = {}
    for style, face in _shipped("arial").items():
        advances = {
            ch: w if unicodedata.combining(ch) or not w else max(round(w * _WIDE), _LEAST_WIDE)
            for ch, w in face.advances.items()
        }
        found[style] = Face("(wide)", face.ascent, face.descent, advances)
    return found


class _Reader:
    """A cursor over bytes that refuses to read past the end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pos = 0

    def take(self, n: int) -> bytes:
        end = self._pos + n
        if end > len(self._data):
            raise ValueError("metrics file ends too early")
        chunk = self._data[self._pos : end]
        self._pos = end
        return chunk

    def unpack(self, fmt: str) -> tuple[int, ...]:
        return struct.unpack("<" + fmt, self.take(struct.calcsize("<" + fmt)))

    def numbers(self, typecode: str, n: int) -> array[int]:
        out: array[int] = array(typecode)
        out.frombytes(self.take(n * out.itemsize))
        if sys.byteorder == "big":
            out.byteswap()
        return out

    def done(self) -> bool:
        return self._pos == len(self._data)


def parse(data: bytes) -> dict[str, Face]:
    """Faces from the bytes of a `.metrics` file. Raises ValueError when they are not well-formed."""
    if len(data) > _MAX_FILE:
        raise ValueError("metrics file is larger than 1 MiB")
    if len(data) < 8 or data[:4] != _MAGIC:
        raise ValueError("not a metrics file")
    (size,) = struct.unpack("<I", data[4:8])
    if size > _MAX_BODY:
        raise ValueError("metrics file claims more than 4 MiB")
    inflate = zlib.decompressobj()
    try:
        body = inflate.decompress(data[8:], size + 1)
    except zlib.error as e:
        raise ValueError("metrics file is damaged") from e
    if len(body) != size or not inflate.eof or inflate.unused_data:
        raise ValueError("metrics file is damaged")
    r = _Reader(body)
    (count,) = r.unpack("B")
    if not 1 <= count <= len(STYLES):
        raise ValueError("metrics file must hold 1 to 4 faces")
    faces: dict[str, Face] = {}
    for _ in range(count):
        style, face = _face(r)
        if style in faces:
            raise ValueError(f"metrics file holds the {style} face twice")
        faces[style] = face
    if not r.done():
        raise ValueError("metrics file has bytes left over")
    return faces


def _face(r: _Reader) -> tuple[str, Face]:
    style, flags, n = r.unpack("3B")
    if style >= len(STYLES) or flags & ~_LEGACY:
        raise ValueError("unknown style or flag in metrics file")
    name = r.take(n).decode("utf-8")  # UnicodeDecodeError is a ValueError
    ascent, descent = r.unpack("2H")
    if not ascent + descent:
        raise ValueError("face without height in metrics file")
    (n_ranges,) = r.unpack("H")
    points: list[int] = []
    end = 0
    for _ in range(n_ranges):
        first, length = r.unpack("IH")
        if first < end or not length or first + length > sys.maxunicode + 1:
            raise ValueError("bad character range in metrics file")
        end = first + length
        points.extend(range(first, end))
        if len(points) > _MAX_BODY // 2:
            raise ValueError("too many characters in metrics file")
    widths = r.numbers("H", len(points))
    advances = dict(zip(map(chr, points), widths, strict=True))
    if _MISSING in widths:
        advances = {ch: w for ch, w in advances.items() if w != _MISSING}
    return STYLES[style], Face(
        name, ascent / 10000, descent / 10000, advances, _kerning(r), bool(flags & _LEGACY)
    )


def _kerning(r: _Reader) -> Kerning:
    n, rows, columns = r.unpack("3H")
    chars = r.unpack(f"{n}I")
    row_class, column_class = r.numbers("H", n), r.numbers("H", n)
    matrix = r.numbers("h", rows * columns)
    if n and (max(chars) > sys.maxunicode or max(row_class) >= rows or max(column_class) >= columns):
        raise ValueError("bad kerning in metrics file")
    classes = dict(zip(map(chr, chars), zip(row_class, column_class, strict=True), strict=True))
    return Kerning(classes, columns, matrix)


def pack(faces: Mapping[str, Face]) -> bytes:
    """The bytes of a `.metrics` file, the inverse of `parse`. Raises ValueError for unknown styles."""
    if not 1 <= len(faces) <= len(STYLES) or set(faces) - set(STYLES):
        raise ValueError(f"faces must be among {', '.join(STYLES)}")
    body = bytes([len(faces)]) + b"".join(_packed(STYLES.index(s), faces[s]) for s in STYLES if s in faces)
    data = _MAGIC + struct.pack("<I", len(body)) + zlib.compress(body, 9)
    if len(body) > _MAX_BODY or len(data) > _MAX_FILE:
        raise ValueError("too much for a metrics file")
    return data


def _packed(style: int, face: Face) -> bytes:
    name = face.name.encode("utf-8")
    points = sorted(map(ord, face.advances))
    # A gap of up to three characters costs less than the header of another range.
    starts = [0] + [i + 1 for i, (a, b) in enumerate(pairwise(points)) if b - a > 4] if points else []
    ranges = [
        (points[i], points[j - 1] - points[i] + 1)
        for i, j in zip(starts, [*starts[1:], len(points)], strict=True)
    ]
    widths = [face.advances.get(chr(p), _MISSING) for first, n in ranges for p in range(first, first + n)]
    k = face.kerning
    chars = list(k.classes)
    rows = len(k.matrix) // k.columns if k.columns else 0
    return b"".join(
        (
            struct.pack("<3B", style, _LEGACY if face.legacy_kern else 0, len(name)),
            name,
            struct.pack("<2H", round(face.ascent * 10000), round(face.descent * 10000)),
            struct.pack("<H", len(ranges)),
            *(struct.pack("<IH", *r) for r in ranges),
            struct.pack(f"<{len(widths)}H", *widths),
            struct.pack("<3H", len(chars), rows, k.columns),
            struct.pack(f"<{len(chars)}I", *map(ord, chars)),
            struct.pack(f"<{len(chars)}H", *(k.classes[c][0] for c in chars)),
            struct.pack(f"<{len(chars)}H", *(k.classes[c][1] for c in chars)),
            struct.pack(f"<{len(k.matrix)}h", *k.matrix),
        )
    )
