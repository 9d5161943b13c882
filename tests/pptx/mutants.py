"""Good decks, broken on purpose: for each rule of the invariants at least one way to break it.

A mutant is a function that changes a `Deck` in place.  It changes what it finds in the XML, so it holds for any deck
that has: two slides with a list, notes on one, a picture, a bar chart, a link to a slide, and sections.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from tests.opc import (
    A16,
    ADEC,
    CONTENT_TYPES,
    MC,
    P14,
    PRESENTATION,
    A,
    P,
    Package,
    R,
    properties_of,
    shape_of,
)

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TABLE = f"""<p:graphicFrame xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:nvGraphicFramePr><p:cNvPr id="9001" name="T"/>
<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="4"/>
<a:gridCol w="5"/></a:tblGrid><a:tr h="9">%s</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"""
CELL = "<a:tc%s><a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc>"
TIMING = f"""<p:timing xmlns:p="{P[1:-1]}"><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:set><p:cBhvr><p:cTn id="%s"/>
<p:tgtEl><p:spTgt spid="%s"><p:txEl><p:pRg st="0" end="%s"/></p:txEl></p:spTgt></p:tgtEl></p:cBhvr></p:set></p:childTnLst>
</p:cTn></p:par></p:tnLst></p:timing>"""


class Deck:
    """A package that can be changed and zipped again as deckgen zips."""

    def __init__(self, source: bytes) -> None:
        self.package = Package(source)
        self.data = dict(self.package.data)
        self.order = [e.filename for e in self.package.entries]
        self.date = (1980, 1, 1, 0, 0, 0)

    def tree(self, part: str) -> etree._Element:
        """A part's tree; changes to it are written."""
        return self.package.xml[part]

    def slide(self, needs: str = "") -> tuple[str, etree._Element]:
        """The first slide that has an element `needs` (in Clark notation)."""
        for name in self.package.slides():
            tree = self.tree(name)
            if not needs or next(tree.iter(needs), None) is not None:
                return name, tree
        raise AssertionError(f"the deck has no slide with {needs}")

    def first(self, folder: str) -> tuple[str, etree._Element]:
        """The first part of a folder."""
        return next(self.package.parts(folder))

    def title(self) -> etree._Element:
        """The title shape of the first slide."""
        return shape_of(
            next(e for e in self.slide()[1].iter(P + "ph") if e.get("type") in ("title", "ctrTitle"))
        )

    def rels(self, part: str) -> etree._Element:
        """The tree of a part's relationships."""
        folder, name = part.rsplit("/", 1)
        return self.tree(f"{folder}/_rels/{name}.rels")

    def drop_rel(self, part: str, kind: str) -> None:
        """Take a part's relationships of a type away."""
        tree = self.rels(part)
        for rel in [r for r in tree if r.get("Type").endswith("/" + kind)]:
            tree.remove(rel)

    def zipped(self) -> bytes:
        """The package's bytes."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.order:
                data = self.data[name]
                tree = self.package.xml.get(name)
                if tree is not None and data == self.package.data.get(name):
                    data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
                archive.writestr(zipfile.ZipInfo(name, self.date), data)
        return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Mutant:
    """What is done, the rule that must notice, and a part of what it must say."""

    name: str
    rule: str
    says: str
    apply: Callable[[Deck], None]


MUTANTS: list[Mutant] = []


def breaks(rule: str, says: str) -> Callable[[Callable[[Deck], None]], Callable[[Deck], None]]:
    """Register a mutant."""

    def register(function: Callable[[Deck], None]) -> Callable[[Deck], None]:
        MUTANTS.append(Mutant(function.__name__.strip("_"), rule, says, function))
        return function

    return register


def _set(element: etree._Element, key: str, value: str) -> None:
    element.set(key, value)


def _remove(element: etree._Element) -> None:
    element.getparent().remove(element)


# --- the package ---------------------------------------------------------------------------------------------------


@breaks("well-formed", "slide")
def truncated_part(d: Deck) -> None:
    name, _ = d.slide()
    d.data[name] = d.data[name][:-9]


@breaks("well-formed", "document type")
def document_type(d: Deck) -> None:
    name, tree = d.slide()
    d.data[name] = b'<!DOCTYPE x [<!ENTITY y "z">]>' + etree.tostring(tree)


@breaks("well-formed", "presentation.xml is missing")
def no_presentation(d: Deck) -> None:
    d.order.remove(PRESENTATION)


@breaks("zip-entries", "two entries named")
def entry_twice(d: Deck) -> None:
    d.order.append(d.slide()[0].upper())
    d.data[d.order[-1]] = b"x"


@breaks("zip-entries", "the first entry")
def content_types_last(d: Deck) -> None:
    d.order.append(d.order.pop(d.order.index(CONTENT_TYPES)))


@breaks("zip-entries", "is dated")
def dated(d: Deck) -> None:
    d.date = (2024, 2, 29, 12, 0, 0)


@breaks("zip-entries", "no plain entry")
def backslash(d: Deck) -> None:
    d.order.append("ppt\\x.bin")
    d.data[d.order[-1]] = b"x"


@breaks("content-types", "only known as XML")
def part_without_override(d: Deck) -> None:
    name, _ = d.slide()
    _remove(next(e for e in d.tree(CONTENT_TYPES) if e.get("PartName") == "/" + name))


@breaks("content-types", "has none")
def picture_without_default(d: Deck) -> None:
    for e in [e for e in d.tree(CONTENT_TYPES) if e.get("ContentType", "").startswith("image/")]:
        _remove(e)


@breaks("content-types", "which is missing")
def override_for_nothing(d: Deck) -> None:
    extra = copy.deepcopy(next(e for e in d.tree(CONTENT_TYPES) if e.get("PartName")))
    extra.set("PartName", "/ppt/slides/slide9999.xml")
    d.tree(CONTENT_TYPES).append(extra)


@breaks("relationships", "which is missing")
def picture_gone(d: Deck) -> None:
    d.order.remove(next(n for n in d.order if n.startswith("ppt/media/")))


@breaks("relationships", "which is undefined")
def undefined_id(d: Deck) -> None:
    _set(next(d.slide(A + "blip")[1].iter(A + "blip")), R + "embed", "rId999")


@breaks("relationships", "is an orphan")
def orphan(d: Deck) -> None:
    d.order.append("ppt/media/orphan.png")
    d.data[d.order[-1]] = b"\x89PNG\r\n\x1a\norphan"


@breaks("relationships", "two of one id")
def relationship_id_twice(d: Deck) -> None:
    tree = d.rels(d.slide()[0])
    tree.append(copy.deepcopy(tree[0]))


@breaks("relationships", "nothing uses")
def unused_relationship(d: Deck) -> None:
    tree = d.rels(d.slide()[0])
    etree.SubElement(
        tree, REL + "Relationship", Id="rId77", TargetMode="External", Target="https://example.com",
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
    )  # fmt: skip


@breaks("links", "a link without target")
def link_without_target(d: Deck) -> None:
    link = next(d.slide(A + "hlinkClick")[1].iter(A + "hlinkClick"))
    link.set(R + "id", "")
    link.attrib.pop("action", None)


@breaks("links", "which is no slide of the deck")
def jump_to_a_layout(d: Deck) -> None:
    name, tree = next(
        (n, d.tree(n)) for n in d.package.slides()
        if any(e.get("action") == "ppaction://hlinksldjump" for e in d.tree(n).iter(A + "hlinkClick"))
    )  # fmt: skip
    layout = next(r.id for r in d.package.rels(name) if r.type == "slideLayout")
    for link in tree.iter(A + "hlinkClick"):
        link.set(R + "id", layout)


@breaks("core-properties", "there are none")
def no_properties(d: Deck) -> None:
    tree = d.tree("_rels/.rels")
    _remove(next(r for r in tree if r.get("Type").endswith("/core-properties")))


@breaks("core-properties", "created is 'yesterday'")
def bad_date(d: Deck) -> None:
    core = next(r.target for r in d.package.rels("") if r.type == "core-properties")
    next(e for e in d.tree(core) if e.tag.endswith("}created")).text = "yesterday"


@breaks("core-properties", "title is empty")
def no_title_property(d: Deck) -> None:
    core = next(r.target for r in d.package.rels("") if r.type == "core-properties")
    next(e for e in d.tree(core) if e.tag.endswith("}title")).text = " "


@breaks("media", "isn't what its name says")
def picture_of_another_kind(d: Deck) -> None:
    d.data[next(n for n in d.order if n.startswith("ppt/media/"))] = b"GIF89a no such thing"


@breaks("media", "again")
def picture_twice(d: Deck) -> None:
    name = next(n for n in d.order if n.startswith("ppt/media/"))
    d.order.append("ppt/media/copy." + name.rsplit(".", 1)[-1])
    d.data[d.order[-1]] = d.data[name]


@breaks("control-characters", "text")
def control_character(d: Deck) -> None:
    next(d.title().iter(A + "t")).text = "a\x85b"


@breaks("control-characters", "name")
def control_character_in_a_name(d: Deck) -> None:
    _set(properties_of(d.title()), "name", "a\x7fb")


# --- masters, ids, relationships -----------------------------------------------------------------------------------


@breaks("ids", "slide id 256 is there twice")
def slide_id_twice(d: Deck) -> None:
    for e in list(d.package.presentation.iter(P + "sldId"))[:2]:
        e.set("id", "256")


@breaks("ids", "slide id 12 is out of range")
def slide_id_small(d: Deck) -> None:
    _set(next(d.package.presentation.iter(P + "sldId")), "id", "12")


@breaks("ids", "is there twice")
def layout_id_is_master_id(d: Deck) -> None:
    master = next(d.package.presentation.iter(P + "sldMasterId")).get("id")
    _set(next(d.first("slideMasters")[1].iter(P + "sldLayoutId")), "id", master)


@breaks("ids", "is under 2^31")
def layout_id_small(d: Deck) -> None:
    _set(next(d.first("slideMasters")[1].iter(P + "sldLayoutId")), "id", "300")


@breaks("ids", "is listed 0 times")
def slide_not_listed(d: Deck) -> None:
    _remove(next(d.package.presentation.iter(P + "sldId")))


@breaks("masters", "sldLayoutIdLst isn't its layouts")
def layout_not_listed(d: Deck) -> None:
    _remove(next(d.first("slideMasters")[1].iter(P + "sldLayoutId")))


@breaks("masters", "two layouts named")
def layout_name_twice(d: Deck) -> None:
    for _, tree in list(d.package.parts("slideLayouts"))[:2]:
        tree.find(P + "cSld").set("name", "Same")


@breaks("masters", "is shared by two masters")
def theme_shared(d: Deck) -> None:
    slide_theme = d.package.targets(d.first("slideMasters")[0], "theme")[0]
    rel = next(r for r in d.rels(d.first("notesMasters")[0]) if r.get("Type").endswith("/theme"))
    rel.set("Target", "/" + slide_theme)


@breaks("part-relationships", "0 relationships to a slideLayout")
def slide_without_layout(d: Deck) -> None:
    d.drop_rel(d.slide()[0], "slideLayout")


@breaks("part-relationships", "0 relationships to a notesMaster")
def notes_without_master(d: Deck) -> None:
    d.drop_rel(d.first("notesSlides")[0], "notesMaster")


@breaks("shape-ids", "two shapes with id")
def shape_id_twice(d: Deck) -> None:
    for e in list(d.slide()[1].iter(P + "cNvPr"))[:2]:
        e.set("id", "2")


@breaks("shape-ids", "has no name")
def shape_without_name(d: Deck) -> None:
    _set(properties_of(d.title()), "name", "")


@breaks("shape-ids", "two slides named 'Same'")
def slide_name_twice(d: Deck) -> None:
    for name in d.package.slides()[:2]:
        d.tree(name).find(P + "cSld").set("name", "Same")


@breaks("shape-ids", "is no GUID")
def creation_id(d: Deck) -> None:
    etree.SubElement(properties_of(d.title()), A16 + "creationId", id="42")


# --- slides --------------------------------------------------------------------------------------------------------


@breaks("placeholders", "two placeholders")
def placeholder_twice(d: Deck) -> None:
    twin = copy.deepcopy(d.title())
    properties_of(twin).set("id", "9002")
    d.title().getparent().append(twin)


@breaks("placeholders", "isn't in its layout")
def placeholder_of_no_layout(d: Deck) -> None:
    ph = next(d.title().iter(P + "ph"))
    ph.set("idx", "99")
    properties_of(d.title()).attrib.pop("hidden", None)


@breaks("placeholders", "is empty")
def placeholder_empty(d: Deck) -> None:
    twin = copy.deepcopy(d.title())
    next(twin.iter(P + "ph")).set("type", "body")
    for t in list(twin.iter(A + "t")):
        t.text = ""
    d.title().getparent().append(twin)


@breaks("placeholders", "sldNum has idx 4")
def footer_idx(d: Deck) -> None:
    for _, tree in d.package.parts("slideLayouts"):
        for ph in tree.iter(P + "ph"):
            if ph.get("type") == "sldNum":
                ph.set("idx", "4")


@breaks("titles", "has no title")
def no_title(d: Deck) -> None:
    _remove(d.title())


@breaks("titles", "has an empty title")
def empty_title(d: Deck) -> None:
    for t in d.title().iter(A + "t"):
        t.text = " "


@breaks("titles", "is read before the title")
def title_last(d: Deck) -> None:
    title = d.title()
    other = copy.deepcopy(title)
    next(other.iter(P + "nvPr")).clear()
    properties_of(other).set("id", "9003")
    title.addprevious(other)


@breaks("brand", "srgbClr FF0000")
def fixed_colour(d: Deck) -> None:
    fill = etree.SubElement(d.title().find(P + "spPr"), A + "solidFill")
    etree.SubElement(fill, A + "srgbClr", val="FF0000")


@breaks("brand", "slideLayouts")
def fixed_colour_in_a_layout(d: Deck) -> None:
    etree.SubElement(next(d.first("slideLayouts")[1].iter(P + "spPr")), A + "prstClr", val="red")


@breaks("brand", "typeface 'Comic Sans MS'")
def fixed_font(d: Deck) -> None:
    etree.SubElement(next(d.title().iter(A + "rPr")), A + "latin", typeface="Comic Sans MS")


@breaks("autofit", "has a:normAutofit")
def norm_autofit(d: Deck) -> None:
    etree.SubElement(next(d.title().iter(A + "bodyPr")), A + "normAutofit")


@breaks("languages", "language ''")
def no_language(d: Deck) -> None:
    next(d.title().iter(A + "rPr")).attrib.pop("lang")


@breaks("languages", "language 'deutsch'")
def no_such_language(d: Deck) -> None:
    _set(next(d.first("notesSlides")[1].iter(A + "rPr")), "lang", "deutsch")


@breaks("alt-texts", "has no description")
def no_alt_text(d: Deck) -> None:
    props = properties_of(next(d.slide(P + "pic")[1].iter(P + "pic")))
    props.attrib.pop("descr", None)
    for e in list(props.iter(ADEC + "decorative")):
        _remove(e)


@breaks("alt-texts", "is described and decorative")
def described_and_decorative(d: Deck) -> None:
    props = properties_of(next(d.slide(P + "pic")[1].iter(P + "pic")))
    props.set("descr", "A picture")
    etree.SubElement(props, ADEC + "decorative", val="1")


@breaks("notes", "no p:notesMasterIdLst")
def notes_master_not_listed(d: Deck) -> None:
    _remove(d.package.presentation.find(P + "notesMasterIdLst"))


@breaks("notes", "doesn't lead back")
def slide_without_way_to_its_notes(d: Deck) -> None:
    d.drop_rel(d.package.targets(d.first("notesSlides")[0], "slide")[0], "notesSlide")


@breaks("notes", "no body at idx 1")
def notes_body_elsewhere(d: Deck) -> None:
    for ph in d.first("notesSlides")[1].iter(P + "ph"):
        if ph.get("type") == "body":
            ph.set("idx", "3")


@breaks("sections", "once and in order")
def section_out_of_order(d: Deck) -> None:
    listed = list(d.package.presentation.iter(P14 + "sldId"))
    first, last = listed[0].get("id"), listed[-1].get("id")
    listed[0].set("id", last)
    listed[-1].set("id", first)


@breaks("sections", "once and in order")
def slide_in_no_section(d: Deck) -> None:
    _remove(next(d.package.presentation.iter(P14 + "sldId")))


@breaks("sections", "once and in order")
def section_of_a_missing_slide(d: Deck) -> None:
    _set(next(d.package.presentation.iter(P14 + "sldId")), "id", "9999")


@breaks("sections", "with id")
def section_id(d: Deck) -> None:
    _set(next(d.package.presentation.iter(P14 + "section")), "id", "{abc}")


@breaks("timing", "aims at shape 777")
def timing_of_a_missing_shape(d: Deck) -> None:
    d.slide()[1].append(etree.fromstring(TIMING % (2, 777, 0)))


@breaks("timing", "paragraph 30")
def timing_of_a_missing_paragraph(d: Deck) -> None:
    d.slide()[1].append(etree.fromstring(TIMING % (2, properties_of(d.title()).get("id"), 30)))


@breaks("timing", "two time nodes 1")
def time_node_twice(d: Deck) -> None:
    d.slide()[1].append(etree.fromstring(TIMING % (1, properties_of(d.title()).get("id"), 0)))


@breaks("tables", "1 cells for 2 columns")
def row_too_short(d: Deck) -> None:
    d.title().getparent().append(etree.fromstring(TABLE % (CELL % "")))


@breaks("tables", "gridSpan without hMerge")
def span_over_a_plain_cell(d: Deck) -> None:
    d.title().getparent().append(etree.fromstring(TABLE % (CELL % ' gridSpan="2"' + CELL % "")))


@breaks("alternates", "without fallback")
def no_fallback(d: Deck) -> None:
    either = etree.SubElement(d.slide()[1], MC + "AlternateContent", nsmap={"mc": MC[1:-1]})
    etree.SubElement(either, MC + "Choice", Requires="p14", nsmap={"p14": P14[1:-1]})


@breaks("alternates", "prefix 'p159' isn't declared")
def prefix_not_declared(d: Deck) -> None:
    either = etree.SubElement(d.slide()[1], MC + "AlternateContent", nsmap={"mc": MC[1:-1]})
    etree.SubElement(either, MC + "Choice", Requires="p159")
    etree.SubElement(either, MC + "Fallback")


def _chart(d: Deck) -> etree._Element:
    return d.first("charts")[1]


@breaks("charts", "has no other axis")
def axis_alone(d: Deck) -> None:
    next(_chart(d).iter(C + "crossAx")).set("val", "7")


@breaks("charts", "aren't those of its plot")
def axes_of_nothing(d: Deck) -> None:
    next(_chart(d).iter(C + "axId")).set("val", "-5")


@breaks("charts", "no label at r")
def label_beside_a_bar(d: Deck) -> None:
    next(_chart(d).iter(C + "dLblPos")).set("val", "r")


@breaks("charts", "is no colour of the theme")
def fixed_colour_in_a_chart(d: Deck) -> None:
    color = next(_chart(d).iter(A + "schemeClr"))
    color.tag = A + "srgbClr"
    color.set("val", "FF0000")


@breaks("charts", "typeface 'Arial'")
def fixed_font_in_a_chart(d: Deck) -> None:
    next(_chart(d).iter(A + "latin")).set("typeface", "Arial")


@breaks("workbooks", "the chart shows")
def value_that_the_workbook_lacks(d: Deck) -> None:
    next(_chart(d).iter(C + "numCache")).find(f"{C}pt/{C}v").text = "99"


@breaks("workbooks", "is no range")
def range_of_another_sheet(d: Deck) -> None:
    next(_chart(d).iter(C + "f")).text = "Tabelle1!$A$1"


@breaks("workbooks", "has no workbook")
def chart_without_workbook(d: Deck) -> None:
    tree = _chart(d)
    tree.remove(tree.find(C + "externalData"))
