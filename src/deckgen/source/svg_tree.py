"""An SVG file as a tree of elements with their places: bounded, without entities, nothing fetched (SVG 1.1; XML 1.0).

The parser is the standard library's expat, which reads no file and no address: a DOCTYPE that names a DTD is passed over, one that defines
entities or a reference to an unknown one is refused where it stands.
"""

from __future__ import annotations

import zlib
from typing import Any
from xml.parsers import expat

BYTES = 8 * 1024 * 1024  # of an SVG at most, unpacked
ELEMENTS = 50_000
DEPTH = 100
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"


class SvgError(ValueError):
    """An SVG that can't be used: what is wrong, what to do, and where (line and column from 1, 0 where no place is known)."""

    def __init__(self, message: str, fix: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.fix, self.line, self.column = message, fix, line, column


class Element:
    """An element: its name ("" where it isn't SVG's), its attributes by local name, its children and texts in order, its place.

    Attributes of other namespaces are left out, but for `href` (XLink's) and `space` (XML's).
    """

    __slots__ = ("children", "column", "keys", "line", "name")

    def __init__(self, name: str, keys: dict[str, str], line: int, column: int) -> None:
        self.name, self.keys, self.line, self.column = name, keys, line, column
        self.children: list[Element | str] = []

    @property
    def elements(self) -> list[Element]:
        """The child elements."""
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self) -> str:
        """The texts directly within."""
        return "".join(child for child in self.children if isinstance(child, str))

    def error(self, message: str, fix: str) -> SvgError:
        """An error at this element."""
        return SvgError(message, fix, self.line, self.column)


def unpacked(data: bytes) -> bytes:
    """The SVG's bytes; those of an .svgz are unpacked, up to the limit.

    Raises:
        SvgError: if there are more, or if they can't be unpacked.
    """
    if data.startswith(b"\x1f\x8b"):
        inflate = zlib.decompressobj(31)
        try:
            data = inflate.decompress(data, BYTES + 1)
        except zlib.error as error:
            raise SvgError("the packed SVG is broken", "save it again, as .svg") from error
        if len(data) <= BYTES and not inflate.eof:
            raise SvgError("the packed SVG is broken", "save it again, as .svg")
    if len(data) > BYTES:
        raise SvgError("larger than 8 MB", "simplify its paths, or export it as PNG")
    return data


def parse(data: bytes) -> Element:
    """The root element of an SVG.

    Raises:
        SvgError: if it isn't one, isn't well formed, defines entities, or has too many elements or levels.
    """
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        self._open: list[Element] = []
        self._root: Element | None = None
        self._count = 0

    def read(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            words = expat.errors.messages.get(error.code, "wrong XML")
            raise SvgError(
                f"this isn't well-formed XML: {words}", "export it again", error.lineno, error.offset + 1
            ) from error
        except (LookupError, UnicodeError, ValueError) as error:
            if isinstance(error, SvgError):
                raise
            raise SvgError("its encoding can't be read", "save it as UTF-8") from error
        assert self._root is not None
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line, column = self._place()
        space, _, local = name.rpartition(" ")
        element = Element(local if space == SVG else "", _keys(attributes), line, column)
        self._count += 1
        if self._root is None:
            if local == "svg" and not space:
                raise element.error(
                    "this SVG doesn't say that it is one",
                    f'write <svg xmlns="{SVG}" ...>, or export it again',
                )
            if element.name != "svg":
                raise element.error(
                    f"this is XML, but no SVG: its root is <{local[:40]}>", "export it as SVG or PNG"
                )
            self._root = element
        else:
            self._open[-1].children.append(element)
        if self._count > ELEMENTS:
            raise element.error(f"more than {ELEMENTS:,} elements", "simplify it, or export it as PNG")
        self._open.append(element)
        if len(self._open) > DEPTH:
            raise element.error(f"elements lie more than {DEPTH} deep in each other", "ungroup them")

    def _end(self, name: str) -> None:
        self._open.pop()

    def _text(self, data: str) -> None:
        if self._open:
            self._open[-1].children.append(data)

    def _entity(self, name: str, *_: Any) -> None:
        line, column = self._place()
        raise SvgError(
            f"it defines an entity ({name[:40]})", "export it without entities, as plain SVG", line, column
        )

    def _skipped(self, name: str, _: bool) -> None:
        line, column = self._place()
        raise SvgError(f"&{name[:40]}; isn't defined", "write the character itself", line, column)

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1


def _keys(attributes: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in attributes.items():
        space, _, local = name.rpartition(" ")
        if not space or (space == XLINK and local == "href") or (space == _XML and local == "space"):
            if local != "href" or space or "href" not in found:
                found.setdefault(local, value)
    return found
