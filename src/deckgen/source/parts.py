"""The XML parts of a zipped package (.xlsx), read bit by bit within bounds: no bomb unpacks, no entity is expanded."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

PART_LIMIT = 64 * 1024 * 1024  # bytes of one part, unpacked
RATIO = 250  # XML of sheets shrinks to a twentieth, rarely to a hundredth; deflate's best is a thousandth
_SMALL = 1024 * 1024  # below that no ratio matters
_ENTRIES = 5000
_CHUNK = 64 * 1024
_DEPTH = 64

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What comes of reading a damaged part."""


def flaw(entry: zipfile.ZipInfo, most: int, ratio: int, small: int) -> str:
    """Why a part isn't unpacked: "locked", "packing", "large" (more than `most` bytes), "bomb" (beyond `small` bytes over `ratio` times
    its packed size); "" where it may be."""
    if entry.flag_bits & 0x1:
        return "locked"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packing"
    if entry.file_size > most:
        return "large"
    return "bomb" if entry.file_size > max(small, ratio * entry.compress_size) else ""


def relations_of(part: str) -> tuple[str, str]:
    """The folder of `part` ("" for the package), and the part that holds its relationships."""
    folder, _, file = part.rpartition("/")
    return folder, f"{folder}/_rels/{file}.rels".lstrip("/")


def target_in(folder: str, target: str) -> str:
    """The part that `target` names as seen from `folder`."""
    return posixpath.normpath(target if target.startswith("/") else f"{folder}/{target}").lstrip("/")


class Refused(Exception):
    """The package can't be read; (code, message, what to do)."""

    def __init__(self, code: str, message: str, fix: str = "save it again in Excel as .xlsx") -> None:
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix


class Parts:
    """A package's parts by name, without the leading slash; capitals don't count."""

    def __init__(self, data: bytes) -> None:
        """Look through the directory.

        Raises:
            Refused: if this is no zip file, or not one that is safe to unpack.
        """
        self.read = 0  # bytes unpacked so far
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # a damaged directory fails in many ways
            raise Refused("workbook-broken", "the file is no workbook, or it is damaged") from error
        entries = self._zip.infolist()
        if len(entries) > _ENTRIES:
            raise Refused("workbook-bomb", f"the workbook has more than {_ENTRIES} parts")
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename.replace("\\", "/").lstrip("/").lower()
            if name in self._entries:
                raise Refused("workbook-broken", "the workbook has two parts of the same name")
            self._entries[name] = entry

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def start(self, name: str, count: int) -> bytes:
        """The first bytes of a part."""
        return self._zip.open(self._entry(name)).read(count)

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refused("workbook-broken", f"the workbook lacks its part {name[:80]!r}")
        why = flaw(entry, PART_LIMIT, RATIO, _SMALL)
        if why == "locked":
            raise Refused("workbook-locked", "the workbook is encrypted", "save it without a password")
        if why == "packing":
            raise Refused("workbook-broken", "the workbook is packed in an unusual way")
        if why == "large":
            limit = PART_LIMIT // 1024**2
            raise Refused(
                "too-large", f"the workbook unpacks to more than {limit} MB", "save the sheet alone"
            )
        if why:
            raise Refused("workbook-bomb", "the workbook unpacks to many times its size; it was not read")
        return entry

    def parse(self, name: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Read a part's XML; the handlers get local names of elements and attributes.

        Raises:
            Refused: if the part is missing, damaged, too large, or has a DOCTYPE.
        """
        entry = self._entry(name)
        depth = 0

        def starts(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEPTH:
                raise Refused("workbook-broken", f"the part {name[:80]!r} is nested too deep")
            start(_local(tag), {_local(k): v for k, v in attributes.items()})

        def ends(tag: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(_local(tag))

        def doctype(*_: object) -> None:
            raise Refused("workbook-doctype", f"the part {name[:80]!r} has a DOCTYPE, which no workbook has")

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = starts
        parser.EndElementHandler = ends
        parser.StartDoctypeDeclHandler = doctype
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            with self._zip.open(entry) as stream:  # gives no more than the size that was checked
                while chunk := stream.read(_CHUNK):
                    self.read += len(chunk)
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, *DAMAGE) as error:
            raise Refused("workbook-broken", f"the workbook's part {name[:80]!r} is damaged") from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """id -> (last word of the type, part name) of the parts that `part` refers to; links out of the package are left out."""
        folder, name = relations_of(part)
        result: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            target = attributes.get("Target", "")
            if tag != "Relationship" or attributes.get("TargetMode", "").lower() == "external":
                return
            path = target_in(folder, target)
            result[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], path)

        if name in self:
            self.parse(name, start)
        return result


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
