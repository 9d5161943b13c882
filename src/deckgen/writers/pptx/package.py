"""The package: parts, relationships, content types, one deterministic zip pass (ECMA-376 part 2; APPNOTE.TXT for the zip).

Zip entries carry 1980-01-01 and no attributes; media are stored, all else is deflated.  Counters and dicts only: growth is linear.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from posixpath import dirname, relpath

from .xml import HEAD, esc

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
    "jpeg": "image/jpeg", "gif": "image/gif",
}  # fmt: skip
STORED = (".png", ".jpeg", ".gif", ".mp4")


class Package:
    """Parts by name (without leading slash), their types and relationships."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self._rels: dict[str, dict[tuple[str, str, bool], str]] = {}
        self._media: dict[str, str] = {}

    def add(self, name: str, content_type: str, data: bytes) -> str:
        """Add a part; its name comes back."""
        self.parts[name] = data
        self.types[name] = content_type
        return name

    def rel(self, source: str, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship from `source` ("" is the package); the same one is made once."""
        rels = self._rels.setdefault(source, {})
        key = (kind if "://" in kind else OFFICE + kind, target, external)
        if key not in rels:
            rels[key] = f"rId{len(rels) + 1}"
        return rels[key]

    def media(self, data: bytes, suffix: str) -> str:
        """The part of a picture; the same bytes are stored once."""
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        if digest not in self._media:
            name = f"ppt/media/image{len(self._media) + 1}.{suffix}"
            self.parts[name] = data
            self._media[digest] = name
        return self._media[digest]

    def _rels_parts(self) -> dict[str, bytes]:
        result = {}
        for source, rels in self._rels.items():
            folder, _, file = source.rpartition("/")
            name = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
            rows = []
            for (kind, target, external), ident in rels.items():
                shown = esc(target) if external else relpath(target, dirname(source) or ".")
                mode = ' TargetMode="External"' if external else ""
                rows.append(f'<Relationship Id="{ident}" Type="{kind}" Target="{shown}"{mode}/>')
            result[name] = (
                f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{"".join(rows)}</Relationships>'.encode()
            )
        return result

    def _content_types(self) -> bytes:
        suffixes = {n.rsplit(".", 1)[-1] for n in self.parts} | {"rels", "xml"}
        rows = [
            f'<Default Extension="{s}" ContentType="{DEFAULTS[s]}"/>'
            for s in sorted(suffixes)
            if s in DEFAULTS
        ]
        rows += [f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in sorted(self.types.items())]
        return f'{HEAD}<Types xmlns="{PACKAGE}content-types">{"".join(rows)}</Types>'.encode()

    def bytes(self) -> bytes:
        """The package as a zip file."""
        rels = self._rels_parts()
        files = [("[Content_Types].xml", self._content_types()), ("_rels/.rels", rels.pop("_rels/.rels"))]
        files += sorted({**self.parts, **rels}.items())
        return zipped(files)


def zipped(files: list[tuple[str, bytes]]) -> bytes:
    """A zip of `files` in order; the same input gives the same bytes."""
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, data in files:
        raw = name.encode("utf-8")
        crc = zlib.crc32(data)
        method = 0
        packed = data
        if not name.endswith(STORED):
            method = 8
            deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed = deflate.compress(data) + deflate.flush()
        # 0x21 is 1980-01-01 in DOS form
        common = struct.pack(
            "<HHHHHIIIHH", 20, 0x800, method, 0, 0x21, crc, len(packed), len(data), len(raw), 0
        )
        local = b"PK\x03\x04" + common + raw
        directory.append(
            b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + raw
        )
        out += [local, packed]
        at += len(local) + len(packed)
    central = b"".join(directory)
    end = b"PK\x05\x06" + struct.pack(
        "<HHHHIIH", 0, 0, min(len(files), 0xFFFF), min(len(files), 0xFFFF), len(central), at, 0
    )
    if len(files) >= 0xFFFF:
        raise ValueError("too many parts for a zip without zip64")
    return b"".join([*out, central, end])
