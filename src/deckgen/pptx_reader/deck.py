"""A deck or template: its size, its slides and its layouts, one page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Final

from lxml.etree import _Element as Element

from ..records import dataclass
from ..source.parts import Refused
from .bodies import body_style, read_text
from .fonts import NO_FONTS, ThemeFonts, theme_fonts
from .geometry import Frame, Group, frame_of, geometry, group_of, placed, text_room
from .package import AGAIN, Package
from .placeholders import Slots, placeholder, style_name
from .records import Page, ParagraphStyle, Placeholder, Shape, Table, Text
from .styles import LEVELS, Styles, naming
from .tables import read_table, table_styles
from .xml import A, P, R, children, descend, flag, whole

SLIDES: Final = 10_000
SHAPES: Final = 20_000  # of a page
_KEPT: Final = 256 * 1024 * 1024  # bytes of XML that layouts and masters may have, which stay in memory
_DEPTH: Final = 30  # groups in groups
_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/"
_FRAMES: Final = {"chart": "chart", "diagram": "diagram", "table": "table"}
_NAMED: Final = {"minor": naming("+mn"), "major": naming("+mj")}


class _Part:
    """A layout or master: its tree, placeholders, text styles and what it follows itself."""

    def __init__(self, name: str, root: Element, above: _Part | None, fonts: ThemeFonts) -> None:
        self.name = name
        self.root = root
        self.above = above
        self.fonts = fonts
        self.slots = Slots(descend(root, f"{P}cSld", f"{P}spTree"))
        common = root.find(f"{P}cSld")
        self.title = (common.get("name") or "")[:200] if common is not None else ""

    @property
    def master(self) -> _Part:
        """The master at the end of the chain."""
        return self.above.master if self.above is not None else self


@dataclass(frozen=True, slots=True)
class LayoutPart:
    """A layout: its part and XML, its master's, and both as they are read."""

    part: str
    root: Element
    master: str
    master_root: Element
    page: Page
    master_page: Page


class DeckFile:
    """A deck that is read page by page; `file` stays open as long as pages are asked for.

    `width` and `height` are the slides' in EMU.  `broken` collects what can't be read: (slide's number, what is wrong with it).
    """

    def __init__(self, file: IO[bytes]) -> None:
        """Open the package and find the presentation in it.

        Raises:
            Refused: if this is no deck, or one that isn't safe or possible to read.
        """
        self.package = Package(file)
        self.main = self._find()
        self.presentation = self.package.xml(self.main)
        self.package.relations(self.main)  # without them there is nothing to read
        size = self.presentation.find(f"{P}sldSz")
        self.width, self.height = whole(size, "cx", 9_144_000), whole(size, "cy", 6_858_000)
        self.broken: list[tuple[int, Refused]] = []
        self._parts: dict[str, _Part | None] = {}
        self._defaults = self.presentation.find(f"{P}defaultTextStyle")
        self._tables: dict[str, Element] | None = None
        self._kept = 0  # bytes

    def _find(self) -> str:
        main = self.package.related("", "officeDocument")
        if not main and "ppt/presentation.xml" in self.package:
            main = "ppt/presentation.xml"
        if main.lower().startswith("ppt/") and main.lower().endswith(".xml"):
            return main
        raise Refused("deck-type", f"this is no deck{self._other(main)}", AGAIN)

    def _other(self, main: str) -> str:
        if main.startswith("word/"):
            return ", but a Word document"
        if main.startswith("xl/"):
            return ", but an Excel workbook"
        if b"opendocument.presentation" in self.package.start("mimetype", 100):
            return ", but an OpenDocument presentation (.odp)"
        if "index/document.iwa" in self.package or "index.apxl" in self.package:
            return ", but a Keynote deck"
        return ""

    def __len__(self) -> int:
        """How many slides the deck names."""
        return len(self._slide_ids())

    def _slide_ids(self) -> list[Element]:
        return self.presentation.findall(f"{P}sldIdLst/{P}sldId")

    def slides(self) -> Iterator[Page]:
        """The slides in order.  One that can't be read is left out and noted in `broken`."""
        relations = self.package.relations(self.main)
        for number, entry in enumerate(self._slide_ids(), 1):
            if number > SLIDES:
                self.broken.append(
                    (number, Refused("too-large", f"the deck has more than {SLIDES} slides", "split it"))
                )
                return
            relation = relations.get(entry.get(f"{R}id", ""))
            try:
                if relation is None:
                    raise Refused("deck-broken", "the file lacks the slide's part", AGAIN)
                root = self.package.xml(relation.part)
                layout = self._layout(self.package.related(relation.part, "slideLayout"))
                page = self._page(number, root, layout)
            except Refused as error:
                self.broken.append((number, error))
                continue
            yield page

    def layout_parts(self) -> Iterator[LayoutPart]:
        """The layouts of all masters in order, each with the parts that it is read from.

        Raises:
            Refused: if a master or layout can't be read.
        """
        for master in self.presentation.findall(f"{P}sldMasterIdLst/{P}sldMasterId"):
            relation = self.package.relations(self.main).get(master.get(f"{R}id", ""))
            above = self._master(relation.part) if relation is not None else None
            if relation is None or above is None:
                continue
            known = self.package.relations(relation.part)
            for entry in above.root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
                target = known.get(entry.get(f"{R}id", ""))
                layout = self._layout(target.part) if target is not None else None
                if target is None or layout is None or layout.above is None:
                    continue
                page = self._page(0, layout.root, layout.above, layout.title, layout=True)
                back = self._page(0, above.root, None, above.title, layout=True)
                yield LayoutPart(target.part, layout.root, relation.part, above.root, page, back)

    def _layout(self, name: str) -> _Part | None:
        """A layout with its master; None where the deck has none."""
        if name not in self._parts:
            above = self._master(self.package.related(name, "slideMaster")) if name else None
            self._parts[name] = self._part(name, above) if name else None
        return self._parts[name]

    def _master(self, name: str) -> _Part | None:
        if name not in self._parts:
            self._parts[name] = self._part(name, None) if name else None
        return self._parts[name]

    def _part(self, name: str, above: _Part | None) -> _Part:
        before = self.package.read
        root = self.package.xml(name)
        self._kept += self.package.read - before
        if self._kept > _KEPT:
            raise Refused(
                "too-large", f"the layouts' XML unpacks to more than {_KEPT // 1024**2} MB", "remove layouts"
            )
        fonts = above.fonts if above is not None else self._fonts(name)
        return _Part(name, root, above, fonts)

    def _fonts(self, master: str) -> ThemeFonts:
        theme = self.package.related(master, "theme")
        try:
            return theme_fonts(self.package.xml(theme)) if theme else NO_FONTS
        except Refused:
            return NO_FONTS

    def _page(
        self, number: int, root: Element, above: _Part | None, name: str = "", *, layout: bool = False
    ) -> Page:
        tree = descend(root, f"{P}cSld", f"{P}spTree")
        reader = _PageReader(self, above, layout)
        shapes = tuple(reader.shapes(tree)) if tree is not None else ()
        hidden = flag(root.get("show")) is False
        return Page(number, name, above.title if above is not None else "", hidden, shapes)

    @property
    def defaults(self) -> Element | None:
        """The presentation's default text style."""
        return self._defaults

    def table_styles(self) -> Mapping[str, Element]:
        """The deck's own table styles by their id."""
        if self._tables is None:
            part = self.package.related(self.main, "tableStyles")
            try:
                self._tables = table_styles(self.package.xml(part) if part else None)
            except Refused:
                self._tables = {}
        return self._tables


class _PageReader:
    """Reads the shapes of one page; `above` is the layout of a slide or the master of a layout."""

    def __init__(self, deck: DeckFile, above: _Part | None, layout: bool) -> None:
        self._deck = deck
        self._above = above
        self._layout = layout
        self._left = SHAPES

    def shapes(self, tree: Element, groups: tuple[Group, ...] = (), hidden: bool = False) -> Iterator[Shape]:
        """All shapes below a tree, those of groups where the group stands."""
        for element in children(tree):
            if self._left <= 0:
                raise Refused("too-large", f"the slide has more than {SHAPES} shapes", "split the slide")
            if element.tag == f"{P}grpSp":
                self._left -= 1
                inner = group_of(element.find(f"{P}grpSpPr"))
                away = hidden or _hidden(element)
                if len(groups) < _DEPTH:
                    yield from self.shapes(element, (*groups, inner) if inner is not None else groups, away)
            elif element.tag in (f"{P}sp", f"{P}pic", f"{P}cxnSp", f"{P}graphicFrame"):
                self._left -= 1
                yield self._shape(element, groups, hidden)

    def _shape(self, element: Element, groups: tuple[Group, ...], hidden: bool) -> Shape:
        ph = placeholder(element)
        chain, ph = self._chain(ph)
        properties = [e.find(f"{P}spPr") for e in (element, *chain)]
        if element.tag == f"{P}graphicFrame":
            frame = frame_of(element, f"{P}xfrm")
            kind, table = self._graphic(element)
        else:
            frame, kind, table = None, _kind(element), None
        if frame is None:
            frame = next((f for p in properties if (f := frame_of(p)) is not None), None)
        if frame is not None and groups:
            frame = placed(frame, groups)
        form = next((g for p in properties if (g := geometry(p))), "")
        own = next((p for p in properties if geometry(p)), None)
        body = element.find(f"{P}txBody")
        names = descend(element, *_names(element))
        return Shape(
            id=whole(names, "id"),
            name=(names.get("name", "") if names is not None else "")[:200],
            kind=kind,
            box=frame.box if frame is not None else None,
            rotation=frame.rotation if frame is not None else 0.0,
            room=text_room(frame.box, form, own) if frame is not None else None,
            geometry=form,
            placeholder=ph,
            hidden=hidden or _hidden(element),
            seen=_seen(element, properties),
            text=self._text(element, body, chain, ph, frame) if body is not None and kind == "text" else None,
            table=table,
            levels=self._levels(element, chain, ph) if self._layout and ph is not None else (),
        )

    def _chain(self, ph: Placeholder | None) -> tuple[list[Element], Placeholder | None]:
        """The placeholders that a shape follows, the nearest first, and its own with the type that it inherits."""
        chain: list[Element] = []
        if ph is None or self._above is None:
            return chain, ph
        part = self._above
        if part.above is not None:
            found = part.slots.for_slide(ph)
            if found is not None:
                chain.append(found)
                inherited = placeholder(found)
                if ph.type == "obj" and inherited is not None:
                    ph = Placeholder(inherited.type, ph.index)
            part = part.above
        found = part.slots.for_layout(ph)
        if found is not None and (chain or self._layout or ph.type != "obj" or ph.index == 0):
            chain.append(found)
        return chain, ph

    def _styles(
        self, lists: Sequence[Element | None], ph: Placeholder | None, base: str = "+mn-lt"
    ) -> Styles:
        master = self._above.master if self._above is not None else None
        styles = master.root.find(f"{P}txStyles") if master is not None else None
        fonts = master.fonts if master is not None else NO_FONTS
        if ph is None:
            return Styles([*lists, self._deck.defaults, descend(styles, f"{P}otherStyle")], fonts)
        kind = style_name(ph.type)
        base = "+mj-lt" if kind == "titleStyle" and styles is None else "+mn-lt"
        return Styles([*lists, descend(styles, f"{P}{kind}"), self._deck.defaults], fonts, base)

    def _text(
        self,
        element: Element,
        body: Element,
        chain: list[Element],
        ph: Placeholder | None,
        frame: Frame | None,
    ) -> Text:
        bodies = [body, *(b for e in chain if (b := e.find(f"{P}txBody")) is not None)]
        style = body_style([b.find(f"{A}bodyPr") for b in bodies])
        lists = [b.find(f"{A}lstStyle") for b in bodies]
        reference = descend(element, f"{P}style", f"{A}fontRef")
        named = _NAMED.get(reference.get("idx", "")) if reference is not None else None
        return read_text(body, style, self._styles([lists[0], named, *lists[1:]], ph))

    def _levels(self, element: Element, chain: list[Element], ph: Placeholder) -> tuple[ParagraphStyle, ...]:
        bodies = [b for e in (element, *chain) if (b := e.find(f"{P}txBody")) is not None]
        styles = self._styles([b.find(f"{A}lstStyle") for b in bodies], ph)
        result = []
        for number in range(LEVELS):
            own = element.makeelement(f"{A}pPr", {"lvl": str(number)})
            result.append(styles.paragraph(own, None))
        return tuple(result)

    def _graphic(self, element: Element) -> tuple[str, Table | None]:
        data = descend(element, f"{A}graphic", f"{A}graphicData")
        uri = data.get("uri", "") if data is not None else ""
        kind = _FRAMES.get(uri.removeprefix(_URI), "chart" if "chartex" in uri else "other")
        tbl = descend(data, f"{A}tbl")
        if tbl is None:
            return kind if kind != "table" else "other", None
        return "table", read_table(tbl, self._deck.table_styles(), lambda lists: self._styles(lists, None))


def _kind(element: Element) -> str:
    return {f"{P}sp": "text", f"{P}pic": "picture", f"{P}cxnSp": "connector"}.get(str(element.tag), "other")


def _names(element: Element) -> tuple[str, str]:
    kind = str(element.tag).rpartition("}")[2]
    outer = {"sp": "nvSpPr", "pic": "nvPicPr", "cxnSp": "nvCxnSpPr", "grpSp": "nvGrpSpPr"}.get(
        kind, "nvGraphicFramePr"
    )
    return f"{P}{outer}", f"{P}cNvPr"


def _hidden(element: Element) -> bool:
    names = descend(element, *_names(element))
    return names is not None and bool(flag(names.get("hidden")))


_FILLS: Final = tuple(f"{A}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))


def _seen(element: Element, properties: Sequence[Element | None]) -> bool:
    """Whether a fill or an outline shows where the shape ends."""
    for spot, reference in (("fill", "fillRef"), ("line", "lnRef")):
        decided: bool | None = None
        for one in properties:
            where = one if spot == "fill" or one is None else one.find(f"{A}ln")
            if where is None:
                continue
            if any(where.find(f) is not None for f in _FILLS):
                decided = True
            elif where.find(f"{A}noFill") is not None:
                decided = False
            if decided is not None:
                break
        if decided is None:
            style = descend(element, f"{P}style", f"{A}{reference}")
            decided = style is not None and whole(style, "idx") > 0
        if decided:
            return True
    return False
