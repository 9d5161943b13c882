"""Every text in an XML part: paragraphs joined over their runs, names and descriptions, targets of links, comments."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, NamedTuple
from xml.parsers import expat

_CHUNK = 64 * 1024
_DEPTH = 256
_JOINED = frozenset({"p", "si", "is", "text"})  # paragraphs of DrawingML and text, cells, a text of SVG
_TEXTS = frozenset({"t", "tspan", "text", "textPath"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": " "}
_OFFICE = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.oclc.org/ooxml/",
)
_FREE = frozenset(
    {"name", "descr", "title", "tooltip", "Target", "author", "initials", "displayName", "userId", "caption", "typeface", "alt", "prompt", "invalidUrl"}
)  # fmt: skip
"""Attributes of Office's own elements that hold what somebody wrote; the others hold words of the format."""
_SPOKEN = frozenset({"descr", "title", "tooltip"})
_FIXED = frozenset({"gd", "ahXY", "ahPolar", "Override", "Default"})  # their names are the format's
_PROGRAM = frozenset({"Application", "PresentationFormat", "AppVersion", "attrName"})


class _Kind(NamedTuple):
    """What there is to know of an element: all of its attributes are texts (`every`), or none (`fixed`)."""

    name: str
    special: bool
    every: bool
    fixed: bool


_KINDS: dict[str, _Kind] = {}
_MOST_KINDS = 5_000


def _kind(tag: str) -> _Kind:
    space, _, name = tag.rpartition(" ")
    special = name in _JOINED or name in _BREAKS or name == "Relationship"
    every = not space.startswith(_OFFICE) or name == "tag"
    found = _Kind(name, special, every, name in _FIXED)
    if len(_KINDS) < _MOST_KINDS:
        _KINDS[tag] = found
    return found


class Broken(Exception):
    """The part is no XML that any program reads."""


def read_texts(stream: BinaryIO, say: Callable[[str, str], None], most: int) -> None:
    """Tell each text of the XML in `stream` to `say(sort, text)`; sorts are "text", "name" (of a shape, a layout), "description", "link", "comment".

    Raises:
        Broken: if it isn't well-formed, has a DOCTYPE, is nested deeper than 256 or longer than `most` bytes.
    """
    reader = _Reader(say)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.CommentHandler = lambda text: say("comment", text)
    parser.ProcessingInstructionHandler = lambda _, text: say("comment", text)
    parser.StartDoctypeDeclHandler = _refuse
    read = 0
    try:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            if read > most:
                raise Broken
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Broken from error


def _refuse(*_: object) -> None:
    raise Broken


class _Reader:
    """The open elements and what they have said so far."""

    def __init__(self, say: Callable[[str, str], None]) -> None:
        self.say = say
        self.names: list[str] = []
        self.joined: list[list[str]] = []
        self.loose: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.loose:
            self.flush()
        kind = _KINDS.get(tag)
        if kind is None:
            kind = _kind(tag)
        name = kind.name
        self.names.append(name)
        if len(self.names) > _DEPTH:
            raise Broken
        if kind.special:
            if name in _JOINED:
                self.joined.append([])
            elif self.joined and name in _BREAKS:
                self.joined[-1].append(_BREAKS[name])
            elif name == "Relationship":
                if attributes.get("TargetMode") == "External":
                    self.say("link", attributes.get("Target", ""))
                return
        if attributes and not kind.fixed:
            for key, value in attributes.items():
                if (key in _FREE or kind.every) and value:
                    self.say("description" if key in _SPOKEN else "name", value)

    def end(self, _: str) -> None:
        if self.loose:
            self.flush()
        name = self.names.pop()
        if name in _JOINED and self.joined and (text := "".join(self.joined.pop())):
            self.say("text", text)

    def data(self, text: str) -> None:
        if self.joined:
            if self.names[-1] in _TEXTS or not text.isspace():
                self.joined[-1].append(text)
        else:
            self.loose.append(text)

    def flush(self) -> None:
        """Tell what stands outside of paragraphs."""
        text = "".join(self.loose)
        self.loose.clear()
        if not text.isspace() and self.names[-1] not in _PROGRAM:
            self.say("text", text)
