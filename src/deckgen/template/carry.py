"""Which parts of a template a deck takes over, and what is cleaned in them.

Masters, layouts, their themes and all that they name are kept byte for byte; so are embedded fonts, guides, tags and table styles of the
presentation.  Slides, notes, comments, sections, custom shows, macros, previews and document properties stay behind, with every part that
only they name.  In masters and layouts only links to slides, macros and files are taken out, and pictures that would be loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from ..pptx_reader.xml import A, P, R
from ..source.parts import Refused
from ..theme.carried import Carried, CarriedLink, CarriedPart, Fragment
from .package import MEDIA_LIMIT, Source

Element = etree._Element
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_LEFT: Final = frozenset(
    ("slide", "notesSlide", "comments", "commentAuthors", "vbaProject", "wordVbaData", "printerSettings", "attachedToolbars", "ctrlProp")
)  # fmt: skip
_LINKS: Final = frozenset(("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_WEB: Final = ("http://", "https://", "mailto:", "tel:")
_GUIDES: Final = frozenset(
    ("{EFAFB233-063F-42B5-8137-9DF3F51BA10A}", "{2D200454-40CA-4A62-9FC3-DE9A4176ACB9}")
)
_BEFORE: Final = ("smartTags", "embeddedFontLst", "custDataLst", "kinsoku")
_KEPT_ATTRIBUTES: Final = (
    "serverZoom", "showSpecialPlsOnTitleSld", "removePersonalInfoOnSave", "compatMode", "strictFirstAndLastChars",
)  # fmt: skip
_NAMES: Final = {"A": A, "P": P, "R": R}
PARTS: Final = 5000
_IMPLICIT: Final = frozenset(("slideMaster", "theme", "themeOverride", "vmlDrawing", "slideLayout"))


def kind_of(link: CarriedLink) -> str:
    """The last word of a relationship's type."""
    return link.kind.rpartition("/")[2]


class Carrier:
    """Collects parts from the masters on; `changed`, `outside` and `dropped` say in words what happened."""

    def __init__(self, source: Source, colors: Mapping[str, str] | None = None) -> None:
        self.source = source
        self.colors = colors or {}  # slots that the client's file changes
        self.parts: dict[str, CarriedPart] = {}
        self.changed: list[str] = []
        self.outside: list[str] = []
        self._todo: list[str] = []

    def carry(self) -> Carried:
        """All that a deck takes over.

        Raises:
            Refused: if a master or one of its parts can't be read.
        """
        deck, source = self.source.deck, self.source
        main = {link.id: link for link in source.links(deck.main) if not link.external}
        root = deck.presentation
        masters = []
        for entry in root.findall(f"{P}sldMasterIdLst/{P}sldMasterId"):
            link = main.get(entry.get(f"{R}id", ""))
            if link is not None and link.target in deck.package:
                masters.append((entry.get("id", ""), link.target))
        if not masters:
            raise Refused(
                "deck-broken", "the file has no slide master", "open it in PowerPoint and save it again"
            )
        notes = self._one(root, main, "notesMaster")
        handout = self._one(root, main, "handoutMaster")
        fragments, named = self._fragments(root, main)
        self._take([*(part for _, part in masters), notes, handout, *named])
        for part in dict.fromkeys(
            link.target for _, m in masters for link in self.parts[m].links if kind_of(link) == "theme"
        ):
            self._recolor(part)
        styles, default = self._styles(main.values())
        return Carried(
            file="", parts=self.parts, masters=tuple(masters), notes_master=notes, handout_master=handout,
            size=_plain(root.find(f"{P}sldSz")), notes_size=_plain(root.find(f"{P}notesSz")), before=fragments,
            attributes="".join(f' {n}="{v}"' for n in _KEPT_ATTRIBUTES if (v := root.get(n)) in ("0", "1", "true", "false")),
            text_style=_plain(root.find(f"{P}defaultTextStyle")), guides=_guides(root), styles=styles, style=default,
            view=self._view(main.values()), dropped=self._dropped(len(root.findall(f"{P}sldIdLst/{P}sldId"))),
            changed=tuple(self.changed), outside=tuple(dict.fromkeys(self.outside)),
        )  # fmt: skip

    def _one(self, root: Element, main: dict[str, CarriedLink], name: str) -> str:
        entry = root.find(f"{P}{name}IdLst/{P}{name}Id")
        link = main.get(entry.get(f"{R}id", "")) if entry is not None else None
        return link.target if link is not None and link.target in self.source.deck.package else ""

    def _fragments(
        self, root: Element, main: dict[str, CarriedLink]
    ) -> tuple[dict[str, Fragment], list[str]]:
        """What stands beside the lists of slides and masters; parts that it names."""
        found: dict[str, Fragment] = {}
        named: list[str] = []
        for name in _BEFORE:
            element = root.find(f"{P}{name}")
            if element is None:
                continue
            element = _copy(element)
            links: list[tuple[str, str, str]] = []
            for inner in list(element.iter()):
                for key, value in list(inner.attrib.items()):
                    if not str(key).startswith(R):
                        continue
                    link = main.get(str(value))
                    if link is None or link.target not in self.source.deck.package:
                        _remove(inner)
                        break
                    token = f"carried-{name}-{len(links) + 1}"
                    inner.set(key, token)
                    links.append((token, link.kind, link.target))
                    named.append(link.target)
            if len(element) or name == "kinsoku":
                for font in element.findall(f"{P}embeddedFont"):
                    if len(font) < 2:  # the font's name alone
                        element.remove(font)
                if len(element) or name == "kinsoku":
                    found[name] = Fragment(_text(element), tuple(links))
        return found, named

    def _take(self, names: Iterable[str]) -> None:
        """The parts named, and all that they name in turn."""
        self._todo = [name for name in names if name]
        while self._todo:
            name = self._todo.pop(0)
            if name in self.parts:
                continue
            if len(self.parts) >= PARTS:
                raise Refused("deck-bomb", f"its masters have more than {PARTS} parts", "remove layouts")
            self._part(name)

    def _part(self, name: str) -> None:
        source, package = self.source, self.source.deck.package
        if name not in package:
            return
        content_type = source.content_type(name) or "application/octet-stream"
        xml = content_type.endswith("xml") and not name.lower().endswith(".vml")
        data = package.data(name) if xml else package.data(name, MEDIA_LIMIT)
        links = source.links(name)
        good = [link for link in links if self._keeps(link)]
        bad = {link.id for link in links if link not in good}
        if xml and (bad or b"ppaction://" in data):
            root = package.xml(name)  # also what tells a damaged part
            if self._clean(root, bad, name):
                data = _document(root)
        elif xml:
            package.xml(name)
        self.outside += [link.target for link in good if link.external]
        self.parts[name] = CarriedPart(content_type, data, tuple(good))
        self._todo += [link.target for link in good if not link.external]

    def _keeps(self, link: CarriedLink) -> bool:
        kind = kind_of(link)
        if link.external:
            return kind == "hyperlink" and link.target.lower().startswith(_WEB)
        return kind not in _LEFT and "vba" not in kind.lower() and link.target in self.source.deck.package

    def _recolor(self, name: str) -> None:
        """Put the client's own colours into a theme part."""
        part = self.parts.get(name)
        if part is None or not self.colors:
            return
        root = self.source.deck.package.xml(name)
        scheme = root.find(f"{A}themeElements/{A}clrScheme")
        for slot, value in self.colors.items():
            element = scheme.find(f"{A}{slot}") if scheme is not None else None
            if element is None:
                continue
            for child in list(element):
                element.remove(child)
            etree.SubElement(element, f"{A}srgbClr", val=value)
            self.changed.append(f"{name}: {slot} is #{value}")
        self.parts[name] = CarriedPart(part.content_type, _document(root), part.links)

    def _clean(self, root: Element, bad: set[str], name: str) -> bool:
        """Take out what names relationships that went, and links that run macros or programs."""
        before = len(self.changed)
        for element in list(root.iter()):
            if not isinstance(element.tag, str):
                continue
            local = etree.QName(element).localname
            ids = {str(v) for k, v in element.attrib.items() if str(k).startswith(R)}
            if local in _LINKS:
                action = element.get("action", "")
                runs = action.startswith(
                    ("ppaction://macro", "ppaction://program", "ppaction://ole", "ppaction://hlinkfile")
                )
                if ids & bad or runs:
                    _remove(element)
                    self.changed.append(f"{name}: a link to a slide, macro or file is gone")
            elif ids & bad:
                self._unlink(element, bad, name)
        return len(self.changed) > before

    def _unlink(self, element: Element, bad: set[str], name: str) -> None:
        local = etree.QName(element).localname
        if local == "blip" and element.get(f"{R}embed") not in bad:
            element.attrib.pop(f"{R}link", "")
        elif local == "blip":
            for key in (f"{R}embed", f"{R}link"):
                element.attrib.pop(key, "")
        else:
            _remove(element)
        self.changed.append(f"{name}: <{local}> named something outside of the template or a part that went")

    def _styles(self, main: Iterable[CarriedLink]) -> tuple[str, str]:
        link = next((x for x in main if kind_of(x) == "tableStyles"), None)
        if link is None or link.target not in self.source.deck.package:
            return "", ""
        try:
            root = self.source.deck.package.xml(link.target)
        except Refused:
            return "", ""
        bare = all(not str(k).startswith(R) for e in root.iter() for k in e.attrib)
        return ("".join(_text(child) for child in root) if bare else ""), root.get("def", "")

    def _view(self, main: Iterable[CarriedLink]) -> bytes:
        """viewProps.xml where it has guides: without the outline's list of slides."""
        link = next((x for x in main if kind_of(x) == "viewProps"), None)
        if link is None or link.target not in self.source.deck.package:
            return b""
        try:
            root = self.source.deck.package.xml(link.target)
        except Refused:
            return b""
        if root.find(f".//{P}guideLst") is None and not root.findall(f".//{P}ext"):
            return b""
        for name in ("outlineViewPr", "sorterViewPr"):
            for element in root.findall(f"{P}{name}"):
                root.remove(element)
        named = any(str(k).startswith(R) for e in root.iter() for k in e.attrib)
        return b"" if named else _document(root)

    def _dropped(self, slides: int) -> tuple[str, ...]:
        kept = {name.lower() for name in self.parts}
        left = [
            n for n in self.source.deck.package.names if n.lower() not in kept and not n.endswith(".rels")
        ]
        found = []
        if self.source.macros:
            found.append("macros (vbaProject.bin)")
        if slides:
            found.append(f"{slides} slide{'s' if slides > 1 else ''} of the template")
        for word, what in (
            ("/notesslides/", "speaker notes"), ("/comments", "comments"), ("/charts/", "charts"), ("/media/", "pictures and films"),
            ("/embeddings/", "embedded files"), ("/slidelayouts/", "layouts that no master lists"), ("customxml/", "custom XML"),
            ("/diagrams/", "diagrams' parts"), ("/tags/", "tags"),
        ):  # fmt: skip
            count = sum(word in f"/{n.lower()}" for n in left)
            if count:
                found.append(f"{count} parts: {what}" if count > 1 else f"1 part: {what}")
        return tuple(found)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copy(element: Element) -> Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _text(element: Element) -> str:
    """An element as XML with the namespaces that it uses."""
    copy = _copy(element)
    etree.cleanup_namespaces(copy, keep_ns_prefixes=["a", "p", "r"])
    return etree.tostring(copy, encoding="unicode", with_tail=False)


def _plain(element: Element | None) -> str:
    """An element that names no part, "" where there is none or it does."""
    if element is None or any(str(k).startswith(R) for e in element.iter() for k in e.attrib):
        return ""
    return _text(element)


def _guides(root: Element) -> str:
    return "".join(
        _text(ext) for ext in root.findall(f"{P}extLst/{P}ext") if ext.get("uri", "").upper() in _GUIDES
    )


def _document(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
