"""A template's package: opened within bounds, or refused with the reason why it can't be one."""

from __future__ import annotations

import posixpath
from typing import IO, Final
from urllib.parse import unquote

from lxml import etree

from ..pptx_reader.deck import DeckFile
from ..records import dataclass
from ..source.parts import Refused, relations_of, target_in
from ..theme.carried import CarriedLink

MEDIA_LIMIT: Final = 256 * 1024 * 1024  # bytes of one picture or film
FILE_LIMIT: Final = 512 * 1024 * 1024  # bytes of the file
_MAIN: Final = "application/vnd.openxmlformats-officedocument.presentationml."
_MACROS: Final = "application/vnd.ms-powerpoint."
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_CT: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RESAVE: Final = "open it in PowerPoint and save it as a PowerPoint template (.potx)"


@dataclass(frozen=True, slots=True)
class Source:
    """An opened template: its deck, the content types of its parts, whether it had macros."""

    deck: DeckFile
    defaults: dict[str, str]
    overrides: dict[str, str]
    macros: bool

    def content_type(self, part: str) -> str:
        """A part's content type, "" where the file says none."""
        return self.overrides.get(part.lower()) or self.defaults.get(part.rpartition(".")[2].lower(), "")

    def links(self, part: str) -> list[CarriedLink]:
        """The relationships of a part, those to addresses outside too."""
        folder, name = relations_of(part)
        if name not in self.deck.package:
            return []
        names = {n.lower(): n for n in self.deck.package.names}
        found: dict[str, CarriedLink] = {}
        for element in self.deck.package.xml(name):
            target, ident = element.get("Target", ""), element.get("Id", "")
            external = element.get("TargetMode", "").lower() == "external"
            if not ident or ident in found or not target:
                continue
            if not external:
                path = target_in(folder, unquote(target))
                target = names.get(path.lower()) or names.get(target_in(folder, target).lower()) or path
            found[ident] = CarriedLink(ident, element.get("Type", ""), target, external)
        return list(found.values())


def open_template(file: IO[bytes]) -> Source:
    """The template in `file`, which stays open as long as it is read.

    Raises:
        Refused: if it is encrypted, damaged, ISO Strict, no presentation, or not safe to unpack.
    """
    file.seek(0, 2)
    if file.tell() > FILE_LIMIT:
        raise Refused("too-large", "the template is larger than 512 MB", "make its pictures smaller")
    deck = DeckFile(file)
    package = deck.package
    if _STRICT in package.start(deck.main, 64 * 1024):
        raise Refused(
            "deck-strict",
            "the template is saved as Strict Open XML, whose names no other part of a deck shares",
            "save it in PowerPoint as .potx or .pptx without `Strict`",
        )
    defaults, overrides = _types(package.xml("[Content_Types].xml"))
    source = Source(deck, defaults, overrides, any("vbaproject" in n.lower() for n in package.names))
    kind = source.content_type(deck.main)
    if not (kind.lower().startswith(_MAIN) or kind.lower().startswith(_MACROS)) or not kind.lower().endswith(
        "main+xml"
    ):
        raise Refused("deck-type", f"this is no presentation by its type {kind[:80]!r}", RESAVE)
    return source


def _types(root: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for element in root:
        kind = element.get("ContentType", "")
        if element.tag == f"{_CT}Default":
            defaults[element.get("Extension", "").lower()] = kind
        elif element.tag == f"{_CT}Override":
            overrides[posixpath.normpath(element.get("PartName", "")).lstrip("/").lower()] = kind
    return defaults, overrides
