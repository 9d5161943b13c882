"""The zipped package (ECMA-376 part 2) within bounds: nothing unpacks without a limit, no entity is expanded, no link is followed."""

from __future__ import annotations

import zipfile
from typing import IO, Final
from urllib.parse import unquote

from lxml import etree

from ..records import dataclass
from ..source.parts import DAMAGE, Refused, flaw, relations_of, target_in

PART_LIMIT: Final = 24 * 1024 * 1024  # bytes of one part's XML
TOTAL_LIMIT: Final = 1024 * 1024 * 1024  # bytes of XML in all
ENTRIES: Final = 60_000
RATIO: Final = 400  # XML of slides shrinks to a twentieth, of generated ones to a hundredth; deflate's best is a thousandth
_SMALL: Final = 2 * 1024 * 1024  # below that no ratio matters
_DIRECTORY: Final = 12 * 1024 * 1024  # bytes that zipfile may ask for in one go: its directory
_CHUNK: Final = 64 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AGAIN: Final = "open it in PowerPoint and save it as .pptx"

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
# Namespaces of ISO/IEC 29500 strict files, and their transitional twins that everything here is written for.
_TRANSITIONAL: Final = (
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/presentationml/", b"http://schemas.openxmlformats.org/presentationml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)  # fmt: skip


class _Bounded:
    """A file of which nobody reads more than the bound in one go."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, count: int = -1) -> bytes:
        data = self._file.read(count if 0 <= count <= _DIRECTORY else _DIRECTORY + 1)
        if len(data) > _DIRECTORY:
            raise Refused("deck-bomb", "the file's directory is far larger than that of any deck", AGAIN)
        return data


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another refers to; `kind` is the last word of the relationship's type."""

    kind: str
    part: str


class Package:
    """A package's parts by name, without the leading slash; capitals don't count."""

    def __init__(self, file: IO[bytes]) -> None:
        """Look through the directory of `file`.

        Raises:
            Refused: if this is no zip file, or not one that is safe to unpack.
        """
        self.read = 0  # bytes unpacked so far
        _recognise(file)
        try:
            self._zip = zipfile.ZipFile(_Bounded(file))
        except Refused:
            raise
        except Exception as error:  # a damaged directory fails in many ways
            raise Refused("deck-broken", "the file is no deck, or it is damaged", AGAIN) from error
        entries = self._zip.infolist()
        if len(entries) > ENTRIES:
            raise Refused("deck-bomb", f"the file has more than {ENTRIES} parts", AGAIN)
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename.replace("\\", "/").lstrip("/").lower()
            self._entries.setdefault(name, entry)
        self._relations: dict[str, dict[str, Relation]] = {}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> list[str]:
        """The parts' names as the file spells them."""
        return [e.filename.replace("\\", "/").lstrip("/") for e in self._entries.values() if not e.is_dir()]

    def data(self, name: str, most: int = PART_LIMIT) -> bytes:
        """A part's bytes, whatever it is, at most `most` of them.

        Raises:
            Refused: if it is missing, damaged, encrypted or too large.
        """
        entry = self._entry(name, most)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size)
        except DAMAGE as error:
            raise Refused("deck-broken", f"the file's part {name[:80]!r} is damaged", AGAIN) from error
        self.read += len(data)
        if self.read > TOTAL_LIMIT:
            raise Refused("too-large", "the file unpacks to more than 1 GB", "make its pictures smaller")
        return data

    def start(self, name: str, count: int) -> bytes:
        """The first bytes of a part, b"" if it isn't there or can't be read."""
        if name not in self:
            return b""
        try:
            with self._zip.open(self._entry(name)) as stream:
                return stream.read(count)
        except (RuntimeError, *DAMAGE):
            return b""

    def _entry(self, name: str, most: int = PART_LIMIT) -> zipfile.ZipInfo:
        entry = self._entries.get(name.lower())
        shown = name[:80]
        if entry is None:
            raise Refused("deck-broken", f"the file lacks its part {shown!r}", AGAIN)
        why = flaw(entry, most, RATIO, _SMALL)
        if why == "locked":
            raise Refused("deck-locked", "the file is encrypted", "save it without a password")
        if why == "packing":
            raise Refused("deck-broken", "the file is packed in an unusual way", AGAIN)
        if why == "large":
            limit = most // 1024**2
            raise Refused(
                "too-large", f"the part {shown!r} unpacks to more than {limit} MB", "split the slide"
            )
        if why:
            raise Refused(
                "deck-bomb", f"the part {shown!r} unpacks to many times its size; it was not read", AGAIN
            )
        return entry

    def xml(self, name: str) -> etree._Element:
        """A part's XML, without comments and processing instructions; namespaces of strict files become transitional ones.

        Raises:
            Refused: if the part is missing, damaged, too large, or has a DOCTYPE.
        """
        entry = self._entry(name)
        try:
            chunks = []
            with self._zip.open(entry) as stream:  # gives no more than the size that was checked
                while chunk := stream.read(_CHUNK):
                    self.read += len(chunk)
                    if self.read > TOTAL_LIMIT:
                        raise Refused(
                            "too-large", "the file's XML unpacks to more than 1 GB", "split the deck"
                        )
                    chunks.append(chunk)
            data = b"".join(chunks)
            if b"<!DOCTYPE" in data[:4096]:
                raise Refused(
                    "deck-doctype", f"the part {name[:80]!r} has a DOCTYPE, which no deck has", AGAIN
                )
            if _STRICT in data:
                for strict, transitional in _TRANSITIONAL:
                    data = data.replace(strict, transitional)
            root: etree._Element = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, *DAMAGE) as error:
            raise Refused("deck-broken", f"the file's part {name[:80]!r} is damaged", AGAIN) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Refused("deck-doctype", f"the part {name[:80]!r} has a DOCTYPE, which no deck has", AGAIN)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """By id, the parts that `part` ("" for the package) refers to; links out of the package are left out."""
        known = self._relations.get(part)
        if known is not None:
            return known
        folder, name = relations_of(part)
        result: dict[str, Relation] = {}
        if name in self:
            for element in self.xml(name):
                target = element.get("Target", "")
                if element.get("TargetMode", "").lower() == "external" or not target:
                    continue
                path = target_in(folder, unquote(target))
                result[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], path)
        self._relations[part] = result
        return result

    def related(self, part: str, kind: str) -> str:
        """The first part of a kind that `part` refers to and the package has, or ""."""
        return next((r.part for r in self.relations(part).values() if r.kind == kind and r.part in self), "")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _recognise(file: IO[bytes]) -> None:
    """Refuse what isn't a zip file, by what it is."""
    file.seek(0)
    head = file.read(64 * 1024)
    file.seek(0)
    if head.startswith(_OLE):
        marks = ("EncryptedPackage".encode("utf-16-le"), "DRMEncrypted".encode("utf-16-le"))
        size = file.seek(0, 2)
        file.seek(max(0, size - 1024 * 1024))
        if any(mark in head or mark in file.read() for mark in marks):
            raise Refused("deck-locked", "the deck has a password", "save it without one")
        raise Refused("deck-type", "this is an old .ppt deck", AGAIN)
    if not head.startswith(b"PK"):
        if not head.strip():
            raise Refused("deck-type", "the file is empty", AGAIN)
        what = "a PDF" if head.startswith(b"%PDF") else "no deck"
        raise Refused("deck-type", f"by its content this is {what}", AGAIN)
