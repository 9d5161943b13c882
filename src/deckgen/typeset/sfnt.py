"""What a TrueType file says of itself: names, weight, and whether it may be embedded.

Rules: OpenType 1.9, tables `head`, `name`, `OS/2`.  Standard library only; a file that lies is a `ValueError`, never more.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from ..records import dataclass

TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_MOST_TABLES = 256
_MOST_NAMES = 2_000
_WINDOWS, _ENGLISH = 3, 0x409
_RESTRICTED, _PREVIEW, _EDITABLE, NO_SUBSETS, _BITMAPS = 0x2, 0x4, 0x8, 0x100, 0x200  # OS/2.fsType


@dataclass(frozen=True, slots=True)
class Sfnt:
    """A font file: `family`, `style`, `version` and `full` are its names 1, 2, 5 and 4; `ranges` the six words of what it covers."""

    data: bytes
    family: str
    style: str
    version: str
    full: str
    weight: int
    panose: bytes
    bold: bool
    italic: bool
    fs_type: int
    ranges: tuple[int, ...]
    checksum: int

    @property
    def face(self) -> str:
        """Which of a family's four faces it is, as PresentationML calls them (CT_EmbeddedFontListEntry)."""
        if self.bold:
            return "boldItalic" if self.italic else "bold"
        return "italic" if self.italic else "regular"


def read_sfnt(data: bytes) -> Sfnt:
    """What the TrueType file `data` says of itself.

    Raises:
        ValueError: if it is no TrueType file, or broken; the text says what to do.
    """
    if data[:4] in (b"OTTO", b"ttcf", b"wOFF", b"wOF2"):
        raise ValueError("PowerPoint embeds single TrueType files (.ttf) only")
    if data[:4] not in TRUETYPE:
        raise ValueError("this is no font file")
    try:
        tables = _tables(data)
        if "glyf" not in tables:
            raise ValueError("PowerPoint embeds TrueType outlines only, and this file has others")
        return _described(data, tables)
    except (struct.error, KeyError, IndexError) as error:
        raise ValueError("the font file is broken") from error


def ban(fs_type: int) -> str:
    """Why a font can't go into a deck that others edit, "" where it can; of several permissions the widest holds."""
    if fs_type & _EDITABLE:
        granted = _EDITABLE
    else:
        granted = fs_type & _PREVIEW or fs_type & _RESTRICTED
    if granted == _RESTRICTED:
        return "its licence forbids embedding"
    if fs_type & _BITMAPS:
        return "its licence allows to embed bitmaps only"
    if granted == _PREVIEW:
        return "its licence allows embedding for viewing only, and then nobody could edit the deck"
    return ""


def _tables(data: bytes) -> Mapping[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    if count > _MOST_TABLES:
        raise ValueError("the font file is broken")
    tables = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if start + length > len(data):
            raise ValueError("the font file ends too early")
        tables[tag.decode("latin-1")] = data[start : start + length] if tag != b"glyf" else b""
    return tables


def _described(data: bytes, tables: Mapping[str, bytes]) -> Sfnt:
    os2, names = tables["OS/2"], _names(tables["name"])
    weight, _, fs_type = struct.unpack_from(">HHH", os2, 4)
    covered = struct.unpack_from(">4I", os2, 42)
    (selection,) = struct.unpack_from(">H", os2, 62)
    (version,) = struct.unpack_from(">H", os2, 0)
    pages = struct.unpack_from(">2I", os2, 78) if version >= 1 else (0, 0)
    (checksum,) = struct.unpack_from(">I", tables["head"], 8)
    if not names.get(1):
        raise ValueError("the font file doesn't say its name")
    return Sfnt(
        data, names[1], names.get(2, ""), names.get(5, ""), names.get(4, ""), weight, os2[32:42], bool(selection & 0x20),
        bool(selection & 1), fs_type, (*covered, *pages), checksum,
    )  # fmt: skip


def _names(table: bytes) -> dict[int, str]:
    """The names 1, 2, 4 and 5 in English, else in the language that comes first."""
    _, count, strings = struct.unpack_from(">HHH", table, 0)
    found: dict[int, str] = {}
    for number in range(min(count, _MOST_NAMES)):
        row = struct.unpack_from(">6H", table, 6 + 12 * number)
        platform, _, language, ident, length, start = row
        if platform == _WINDOWS and ident in (1, 2, 4, 5) and (language == _ENGLISH or ident not in found):
            text = table[strings + start : strings + start + length].decode("utf-16-be", "replace")
            found[ident] = "".join(c for c in text if c.isprintable())[:250]
    return found
