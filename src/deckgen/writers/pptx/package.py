"""The package: parts, relationships, content types, one deterministic zip pass (ECMA-376 part 2; APPNOTE.TXT for the zip).

Zip entries carry 1980-01-01 and no attributes; media are stored, all else is deflated as it comes, so that the XML of a
large deck is never in memory as a whole.  Counters and dicts only: growth is linear.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...errors import OutputError
from ...patterns import pattern
from ...scene.deck import Asset
from .resolution import fitted
from .xml import HEAD, esc

if TYPE_CHECKING:
    from ...theme.carried import CarriedLink, CarriedPart

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
PML = "application/vnd.openxmlformats-officedocument.presentationml."
DEFAULTS = {
    "gif": "image/gif", "jpeg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml",
}  # fmt: skip
CONTENT_TYPES = "[Content_Types].xml"
LEVEL = 6
_DAY = 0x21  # 1980-01-01 in DOS form
_UTF8 = 0x800
_ENTRY = struct.Struct("<HHHHHIIIHH")  # what local header and directory have in common
_PLACE = struct.Struct("<HHHII")
# RFC 3986: what may stand in an address as it is; "%" stays, the address may be encoded already
_NOT_IN_URL = pattern(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")


class Entry(NamedTuple):
    """A file of the zip: method (0 stored, 8 deflated), CRC-32, size, bytes as they are written."""

    method: int
    crc: int
    size: int
    data: bytes


def deflated(data: bytes) -> Entry:
    """`data`, packed."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Entry(8, zlib.crc32(data), len(data), squeeze.compress(data) + squeeze.flush())


class Package:
    """Parts by name (without leading slash), their types and relationships."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._types: dict[str, str] = {}
        self._rels: dict[str, dict[tuple[str, str, bool], str]] = {}
        self._media: dict[str, bytes] = {}
        self._alike: dict[tuple[int, int], list[str]] = {}  # media by checksum and size
        self._pictures: dict[str, str] = {}
        self._fitted: dict[
            str, tuple[Asset, float]
        ] = {}  # pictures whose size may change, with the width in pixels that slides need
        self._counts: dict[str, int] = {}
        self._defaults: dict[str, str] = {}  # content types by suffix that carried parts bring along
        self._rows: dict[str, tuple[CarriedLink, ...]] = {}  # relationships that keep their ids
        self._taken: set[str] = set()  # names of carried parts, in small letters

    def add(self, name: str, content_type: str, data: bytes, *, packed: bool = False) -> str:
        """Add a part; its name comes back.  What is `packed` already is stored as it is."""
        return self.put(
            name, content_type, Entry(0, zlib.crc32(data), len(data), data) if packed else deflated(data)
        )

    def carry(self, name: str, part: CarriedPart) -> None:
        """Take over a part of a template, under its name, with its relationships as they are."""
        suffix = name.rpartition(".")[2].lower()
        media = not part.content_type.endswith("xml") and suffix not in ("xml", "rels")
        if media and self._defaults.setdefault(suffix, part.content_type) == part.content_type:
            self._entries[name] = Entry(0, zlib.crc32(part.data), len(part.data), part.data)
        else:
            self.put(name, part.content_type, deflated(part.data))
        if part.links:
            self._rows[name] = part.links
        self._taken.add(name.lower())

    def put(self, name: str, content_type: str, entry: Entry) -> str:
        """Add a part as it is written; its name comes back."""
        self._entries[name] = entry
        self._types[name] = content_type
        return name

    def rel(self, source: str, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship from `source` ("" is the package); the same one is made once."""
        rels = self._rels.get(source)
        if rels is None:
            rels = self._rels[source] = {}
        key = (_kind(kind), target, external)
        return rels.setdefault(key, f"rId{len(rels) + 1}")

    def picture(self, key: str, asset: Asset, pixels: float) -> str:
        """The part of the picture `key`, of which a slide shows as much as if it were `pixels` wide; the same bytes are stored once."""
        known = self._pictures.get(key)
        if known is None:
            known = self._pictures[key] = self._medium(asset.drawing or asset.data, asset.suffix, asset.data)
            if asset.fit is not None:
                self._fitted.setdefault(known, (asset, 0.0))
        if known in self._fitted:
            asset, most = self._fitted[known]
            if pixels > most:
                self._fitted[known] = (asset, pixels)
        return known

    def vector(self, asset: Asset) -> str:
        """The part of a picture's SVG."""
        return self._medium(asset.drawing, "svg", asset.drawing)

    def _medium(self, same: bytes, suffix: str, data: bytes) -> str:
        """The part of `data`; media of one suffix with the same `same` are one."""
        crc, size = zlib.crc32(same), len(same)
        suffix = "jpeg" if suffix == "jpg" else suffix
        alike = self._alike.setdefault((crc, size), [])
        known = next((name for name in alike if self._media[name] == same and name.endswith(suffix)), None)
        if known is None:
            number = len(self._media) + 1
            while (free := f"ppt/media/image{number}.{suffix}") in self._taken:
                number += 1
            known = free
            self._taken.add(known)
            alike.append(known)
            self._media[known] = same
            packed = suffix == "svg"
            self._entries[known] = (
                deflated(data)
                if packed
                else Entry(0, crc if same is data else zlib.crc32(data), len(data), data)
            )
        return known

    def _fit(self) -> None:
        """Give pictures the pixels that the slides need, now that all of their uses are known."""
        for name, (asset, pixels) in self._fitted.items():
            data = fitted(asset, pixels)
            if data is not None:
                self._entries[name] = Entry(0, zlib.crc32(data), len(data), data)

    def next_name(self, stem: str, suffix: str) -> str:
        """The next free name of a numbered part: `stem`1`suffix` and so on."""
        while True:
            self._counts[stem] = self._counts.get(stem, 0) + 1
            name = f"{stem}{self._counts[stem]}{suffix}"
            if name.lower() not in self._taken:
                return name

    def archive(self) -> list[bytes]:
        """The package as a zip file, in pieces.

        Raises:
            OutputError: if the deck is larger than a zip without extensions holds, which is all that PowerPoint reads, or if a picture
                can't be drawn.
        """
        return zip_pieces(self.files())

    def files(self) -> list[tuple[str, Entry]]:
        """All files of the package, in the order in which they are written."""
        self._fit()
        files = self._entries | {
            _rels_name(source): deflated(_rels_part(source, rels)) for source, rels in self._rels.items()
        }
        files |= {
            _rels_name(source): deflated(_carried_rels(source, rows)) for source, rows in self._rows.items()
        }
        first = "_rels/.rels"
        return [
            (CONTENT_TYPES, deflated(self._content_types())),
            (first, files.pop(first)),
            *sorted(files.items()),
        ]

    def _content_types(self) -> bytes:
        suffixes = {"rels", "xml"} | {name.rpartition(".")[2] for name in self._media}
        kinds = {s: DEFAULTS[s] for s in suffixes} | self._defaults
        rows = [
            f'<Default Extension="{esc(s)}" ContentType="{esc(kind)}"/>' for s, kind in sorted(kinds.items())
        ]
        rows += [
            f'<Override PartName="/{_quoted(n)}" ContentType="{t}"/>' for n, t in sorted(self._types.items())
        ]
        return f'{HEAD}<Types xmlns="{PACKAGE}content-types">{"".join(rows)}</Types>'.encode()


@lru_cache(maxsize=256)
def _kind(kind: str) -> str:
    return kind if "://" in kind else OFFICE + kind


def _rels_name(source: str) -> str:
    folder, slash, file = source.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def _quoted(name: str) -> str:
    """A part's name as content types and relationships spell it."""
    return address(name) if not name.isascii() or " " in name else name


def _carried_rels(source: str, links: Iterable[CarriedLink]) -> bytes:
    folder = source.rpartition("/")[0]
    rows = []
    for link in links:
        shown = esc(address(link.target)) if link.external else esc(_quoted(relative(folder, link.target)))
        mode = ' TargetMode="External"' if link.external else ""
        rows.append(f'<Relationship Id="{esc(link.id)}" Type="{esc(link.kind)}" Target="{shown}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{"".join(rows)}</Relationships>'.encode()


def _rels_part(source: str, rels: dict[tuple[str, str, bool], str]) -> bytes:
    folder = source.rpartition("/")[0]
    rows = []
    for (kind, target, external), ident in rels.items():
        shown, mode = relative(folder, target), ""
        if external:
            shown, mode = esc(address(target)), ' TargetMode="External"'
        rows.append(f'<Relationship Id="{ident}" Type="{kind}" Target="{shown}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{"".join(rows)}</Relationships>'.encode()


def address(url: str) -> str:
    """`url` with percent signs for what RFC 3986 doesn't allow; PowerPoint repairs decks with spaces in addresses."""
    return _NOT_IN_URL.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "replace")), url)


@lru_cache(maxsize=1024)
def _climb(source: str, target: str) -> str:
    """The path from folder `source` to folder `target`, "" or ending in a slash."""
    here, there = source.split("/") if source else [], target.split("/") if target else []
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "".join(f"{step}/" for step in [".."] * (len(here) - same) + there[same:])


def relative(folder: str, target: str) -> str:
    """`target` as seen from `folder`, both names within the package."""
    place, _, file = target.rpartition("/")
    return _climb(folder, place) + file


def zip_pieces(files: Iterable[tuple[str, Entry]]) -> list[bytes]:
    """A zip of `files` in order, in pieces; the same input gives the same bytes.

    Raises:
        OutputError: from 65,535 files or 4 GiB on.
    """
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for count, (name, entry) in enumerate(files, 1):
        method, crc, size, data = entry
        raw = name.encode("utf-8")
        if count >= 0xFFFF or at + len(data) >= 0xFFFF_FF00:
            raise OutputError("the deck", "it is too large for one PowerPoint file; split the talk")
        common = _ENTRY.pack(20, _UTF8, method, 0, _DAY, crc, len(data), size, len(raw), 0)
        out += (b"PK\x03\x04" + common + raw, data)
        # made by version 2.0 on DOS (create_system 0); no comment, disk 0, no attributes
        directory.append(b"PK\x01\x02\x14\x00" + common + _PLACE.pack(0, 0, 0, 0, at) + raw)
        at += 30 + len(raw) + len(data)
    table = b"".join(directory)
    end = struct.pack("<HHHHIIH", 0, 0, len(directory), len(directory), len(table), at, 0)
    out += (table, b"PK\x05\x06" + end)
    return out
