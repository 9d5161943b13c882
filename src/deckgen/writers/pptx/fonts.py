"""Embedded fonts: TrueType files wrapped as EOT, as PowerPoint keeps them (ppt/fonts/*.fntdata).

EOT: the W3C's member submission "Embedded OpenType (EOT) File Format", version 0x00020001, neither compressed nor encrypted.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import groupby

from ...typeset.sfnt import Sfnt
from .package import Package
from .xml import esc

TYPE = "application/x-fontdata"
_VERSION = 0x00020001
_MAGIC = 0x504C
_ANY_CHARSET = 1
_FACES = ("regular", "bold", "italic", "boldItalic")  # their order in CT_EmbeddedFontListEntry


def font_list(fonts: Sequence[Sfnt], package: Package, owner: str) -> str:
    """p:embeddedFontLst with the files' parts added, or "" without fonts; `fonts` are sorted by family."""
    rows = []
    for family, files in groupby(fonts, lambda font: font.family):
        faces = {font.face: font for font in files}
        inside = ""
        for face in (f for f in _FACES if f in faces):
            name = package.add(package.next_name("ppt/fonts/font", ".fntdata"), TYPE, eot(faces[face]))
            inside += f'<p:{face} r:id="{package.rel(owner, "font", name)}"/>'
        rows.append(f'<p:embeddedFont><p:font typeface="{esc(family)}"/>{inside}</p:embeddedFont>')
    return f"<p:embeddedFontLst>{''.join(rows)}</p:embeddedFontLst>" if rows else ""


def eot(font: Sfnt) -> bytes:
    """`font` as an EOT file."""
    fixed = font.panose + bytes((_ANY_CHARSET, font.italic)) + struct.pack("<I", font.weight)
    fixed += struct.pack("<HH6II", font.fs_type, _MAGIC, *font.ranges, font.checksum) + bytes(16)
    words = b"".join(_word(text) for text in (font.family, font.style, font.version, font.full, ""))
    length = 16 + len(fixed) + len(words) + len(font.data)
    return struct.pack("<4I", length, len(font.data), _VERSION, 0) + fixed + words + font.data


def _word(text: str) -> bytes:
    """Two bytes of padding, the length in bytes, the text."""
    raw = text.encode("utf-16-le", "replace")
    return struct.pack("<HH", 0, len(raw)) + raw
