"""A .pptx as tests read it: zip entries, parsed parts, relationships.  Knows nothing of deckgen."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
P15 = "{http://schemas.microsoft.com/office/powerpoint/2012/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A16 = "{http://schemas.microsoft.com/office/drawing/2014/main}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"

CONTENT_TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class Rel:
    """A relationship; `type` is the last word of its type, `target` a part name, or as written if external."""

    id: str
    type: str
    target: str
    external: bool


class Package:
    """The parts of a package by name ("ppt/slides/slide1.xml"); those that don't parse are in `broken`."""

    def __init__(self, source: Path | bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as archive:
            self.entries = archive.infolist()
            self.data = {e.filename: archive.read(e) for e in self.entries}
        self.xml: dict[str, etree._Element] = {}
        self.broken: dict[str, str] = {}
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        for name, data in self.data.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.xml[name] = etree.fromstring(data, parser)
                except etree.XMLSyntaxError as error:
                    self.broken[name] = str(error)

    def rels(self, part: str) -> list[Rel]:
        """The relationships of a part; "" is the package itself."""
        folder, name = posixpath.split(part)
        tree = self.xml.get(posixpath.join(folder, "_rels", name + ".rels"))
        found = []
        for rel in tree if tree is not None else ():
            external, target = rel.get("TargetMode") == "External", rel.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(Rel(rel.get("Id", ""), rel.get("Type", "").rsplit("/", 1)[-1], target, external))
        return found

    def targets(self, part: str, kind: str) -> list[str]:
        """The parts that `part` leads to by relationships whose type ends in `kind`."""
        return [r.target for r in self.rels(part) if r.type == kind]

    def parts(self, *folders: str) -> Iterator[tuple[str, etree._Element]]:
        """The parsed parts directly in ppt/FOLDER, in the order of their numbers."""
        names = [n for n in self.xml if re.fullmatch(rf"ppt/(?:{'|'.join(folders)})/[^/]+\.xml", n)]
        for name in sorted(names, key=lambda n: (posixpath.dirname(n), int(re.sub(r"\D", "", n) or 0))):
            yield name, self.xml[name]

    @property
    def presentation(self) -> etree._Element:
        """The root of ppt/presentation.xml."""
        return self.xml[PRESENTATION]

    def slides(self) -> list[str]:
        """The slides' part names in the order of the deck."""
        target = {r.id: r.target for r in self.rels(PRESENTATION)}
        return [
            target.get(e.get(R + "id", ""), "") for e in self.presentation.iterfind(f"{P}sldIdLst/{P}sldId")
        ]


def in_fallback(element: etree._Element) -> bool:
    """Whether the element stands in an mc:Fallback, where ids repeat those of the choice."""
    return any(e.tag == MC + "Fallback" for e in element.iterancestors())


def shape_of(holder: etree._Element) -> etree._Element:
    """The shape (p:sp, p:pic, p:graphicFrame ...) that a p:ph or p:cNvPr belongs to."""
    shape = holder.getparent()
    while shape.getparent().tag not in (P + "spTree", P + "grpSp", MC + "Choice", MC + "Fallback"):
        shape = shape.getparent()
    return shape


def properties_of(shape: etree._Element) -> etree._Element:
    """The p:cNvPr of a shape."""
    return next(shape.iter(P + "cNvPr"))


def text_of(element: etree._Element) -> str:
    """All text below an element, paragraphs apart by line feeds."""
    return "\n".join("".join(t.text or "" for t in p.iter(A + "t")) for p in element.iter(A + "p"))


def is_decorative(properties: etree._Element) -> bool:
    """Whether a p:cNvPr carries PowerPoint's "mark as decorative"."""
    return any(e.get("val") in ("1", "true") for e in properties.iter(ADEC + "decorative"))
