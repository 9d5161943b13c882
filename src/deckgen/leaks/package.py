"""Everything that the bytes of a deck say, part by part: texts, names, links, properties, workbooks inside, what media carry."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Sequence
from typing import BinaryIO, cast
from urllib.parse import unquote
from xml.parsers import expat

from ..patterns import pattern
from ..source.parts import DAMAGE, PART_LIMIT, RATIO, flaw, relations_of, target_in
from . import media
from .pieces import Pieces
from .xml_texts import Broken, read_texts

Say = Callable[[str, str, str], None]
"""Told of each text: the part's name, the sort ("text", "name", "description", "link", "comment", "data", "part"), the text."""
_SMALL = 4 * 1024 * 1024  # below that no ratio matters
_DEPTH = 2  # packages within packages
_XML = (".xml", ".rels", ".svg", ".vml", ".xhtml", ".html")
_USUAL = pattern(
    r"(?:presentation|presProps|viewProps|tableStyles|commentAuthors|slides?|notesSlides?|slideLayouts?|slideMasters?|notesMasters?|handoutMasters?|"
    r"theme|themeOverride|charts?|chartEx|style|colors|diagrams?|data|layout|quickStyle|drawings?|vmlDrawing|embeddings|tags?|comments?|media|image|"
    r"fonts?|customXml|item|itemProps|docProps|core|app|custom|thumbnail|printerSettings|vbaProject|ppt|xl|workbook|worksheets|sheet|sharedStrings|"
    r"styles|tables?|Microsoft_Excel_(?:Work)?[Ss]heet|_rels|\[Content_Types\]|)\d*$"
)
"""How parts are called by programs."""


_OF_THEME = (
    "ppt/slideLayouts/slide",
    "ppt/slideMasters/slide",
    "ppt/theme/",
    "ppt/notesMasters/notes",
    "ppt/handoutMasters/hand",
)
_MOST_KNOWN = 500
_known: dict[
    tuple[str, int, int], tuple[tuple[str, str], ...]
] = {}  # what a theme's parts say, which are the same in each deck of a process


def read_package(pieces: Sequence[bytes], say: Say) -> dict[str, int]:
    """Tell all that the zip file in `pieces` holds; which parts belong to which slide comes back, by name and number."""
    slides: dict[str, int] = {}
    with io.BufferedReader(Pieces(pieces), 1 << 16) as stream:
        _read(cast("BinaryIO", stream), "", say, slides, 0)
    return slides


def _read(stream: BinaryIO, within: str, say: Say, slides: dict[str, int], depth: int) -> None:
    with zipfile.ZipFile(stream) as file:
        for text in media.strings(file.comment):
            say(within or "the file", "comment", text)
        for entry in file.infolist():
            name = entry.filename
            shown = f"{within}/{name}" if within else name
            if unusual := _unusual(name):
                say(shown, "part", unusual)
            for extra in (entry.comment, entry.extra):
                for text in media.strings(extra):
                    say(shown, "comment", text)
            if flaw(entry, PART_LIMIT, RATIO, _SMALL):
                with file.open(entry) as part:  # what unpacks to too much is looked at as far as it may be
                    _strings(part.read(_SMALL), shown, say)
            elif name.lower().endswith(_XML):
                _xml(file, entry, shown, say)
                if not within and name.startswith("ppt/slides/_rels/"):
                    _belonging(file, entry, slides)
            else:
                _other(file.read(entry), shown, say, slides, depth)


def _unusual(name: str) -> str:
    """What of a part's name no program made up."""
    own = [step for step in name.split("/") if not _USUAL.match(step.split(".")[0])]
    return "/".join(own)


def _xml(file: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str, say: Say) -> None:
    def tell(sort: str, text: str) -> None:
        say(shown, sort, text)
        if "%" in text and (plain := unquote(text)) != text:
            say(shown, sort, plain)

    key = (entry.filename, entry.CRC, entry.file_size) if entry.filename.startswith(_OF_THEME) else None
    if key is not None:
        if key not in _known:
            found: list[tuple[str, str]] = []
            try:
                with file.open(entry) as part:
                    read_texts(
                        cast("BinaryIO", part), lambda sort, text: found.append((sort, text)), PART_LIMIT
                    )
            except (Broken, *DAMAGE):
                key = None
            else:
                if len(_known) >= _MOST_KNOWN:
                    _known.clear()
                _known[key] = tuple(dict.fromkeys(found))
        if key is not None:
            for sort, text in _known[key]:
                tell(sort, text)
            return
    try:
        with file.open(entry) as part:
            read_texts(cast("BinaryIO", part), tell, PART_LIMIT)
    except Broken:
        _strings(file.read(entry), shown, say)
    except DAMAGE:
        return  # nobody can read it


def _other(data: bytes, shown: str, say: Say, slides: dict[str, int], depth: int) -> None:
    """A part that is no XML: a package, a picture, or anything else."""
    if data.startswith(b"PK\x03\x04") and depth < _DEPTH:
        try:
            _read(io.BytesIO(data), shown, say, slides, depth + 1)
        except DAMAGE:
            _strings(data, shown, say)
        return
    blocks = media.metadata(data)
    if blocks is None:
        _strings(data, shown, say)
        return
    for block in blocks:
        for text in media.strings(block):
            say(shown, "metadata", text)


def _strings(data: bytes, shown: str, say: Say) -> None:
    for text in media.strings(data):
        say(shown, "data", text)


def _belonging(file: zipfile.ZipFile, entry: zipfile.ZipInfo, slides: dict[str, int]) -> None:
    """Note the parts that a slide leads to: its notes, charts, and their workbooks."""
    own = posixpath.basename(entry.filename).removesuffix(".rels")
    digits = own.removeprefix("slide").removesuffix(".xml")
    if not digits.isdigit():
        return
    todo, names = [f"ppt/slides/{own}"], file.NameToInfo
    while todo:
        part = todo.pop()
        slides.setdefault(part, int(digits))
        folder, rels = relations_of(part)
        if rels not in names:
            continue
        for target in _targets(file.read(rels)):
            name = target_in(folder, target)
            if name in names and name not in slides and name.startswith(_OF_SLIDES):
                todo.append(name)


_OF_SLIDES = (
    "ppt/notesSlides/", "ppt/charts/", "ppt/embeddings/", "ppt/drawings/", "ppt/diagrams/", "ppt/tags/", "ppt/comments/",
)  # fmt: skip


def _targets(data: bytes) -> list[str]:
    found: list[str] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") != "External" and "Target" in attributes:
            found.append(attributes["Target"])

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return []
    return found
