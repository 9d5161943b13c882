"""Rules over masters, layouts, slides, notes and their text (see `package_invariants.py`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from .opc import (
    A16,
    MC,
    P14,
    P15,
    PRESENTATION,
    A,
    P,
    Package,
    R,
    in_fallback,
    is_decorative,
    properties_of,
    shape_of,
    text_of,
)  # fmt: skip

WITH_SHAPES = ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters", "handoutMasters")
BRANDED = ("slides", "slideLayouts", "slideMasters")
NEEDS = {
    "slides": ["slideLayout"], "slideLayouts": ["slideMaster"], "slideMasters": ["theme"],
    "notesSlides": ["notesMaster", "slide"], "notesMasters": ["theme"], "handoutMasters": ["theme"],
}  # fmt: skip
GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\d{3})?")
FOOTERS = {"dt": "10", "ftr": "11", "sldNum": "12"}


def _repeated(values: Iterable[str | None]) -> list[str]:
    return [str(v) for v, n in Counter(values).items() if n > 1]


def ids(p: Package) -> Iterator[str]:
    """Masters and layouts share one id space from 2^31 up; slide ids are 256 to 2^31 - 1; all distinct."""
    big = [e.get("id", "0") for e in p.presentation.iter(P + "sldMasterId")]
    for _, tree in p.parts("slideMasters"):
        big += [e.get("id", "0") for e in tree.iter(P + "sldLayoutId")]
    yield from (f"master or layout id {i} is there twice" for i in _repeated(big))
    yield from (f"master or layout id {i} is under 2^31" for i in big if not 2**31 <= int(i) < 2**32)
    slides = [e.get("id", "0") for e in p.presentation.iter(P + "sldId")]
    yield from (f"slide id {i} is there twice" for i in _repeated(slides))
    yield from (f"slide id {i} is out of range" for i in slides if not 256 <= int(i) < 2**31)
    listed = p.slides()
    yield from (
        f"{n} is listed {listed.count(n)} times" for n, _ in p.parts("slides") if listed.count(n) != 1
    )


def masters(p: Package) -> Iterator[str]:
    """Every master lists its layouts, each once, by distinct names, and has a theme of its own."""
    for name, tree in p.parts("slideMasters"):
        target = {r.id: r.target for r in p.rels(name)}
        listed = [
            target.get(e.get(R + "id", ""), "") for e in tree.iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")
        ]
        if not listed or sorted(listed) != sorted(p.targets(name, "slideLayout")):
            yield f"{name}: sldLayoutIdLst isn't its layouts"
        layouts = [n for n in listed if n in p.xml]
        names = [p.xml[n].find(P + "cSld").get("name", "") for n in layouts]
        yield from (f"{name}: two layouts named {n!r}" for n in _repeated(names))
        yield from (f"{n} has no name" for n, words in zip(layouts, names, strict=True) if not words.strip())
        yield from (f"{n} has another master" for n in layouts if p.targets(n, "slideMaster") != [name])
    owners = [n for n, _ in p.parts("slideMasters", "notesMasters", "handoutMasters")]
    yield from (
        f"{t} is shared by two masters" for t in _repeated(t for n in owners for t in p.targets(n, "theme"))
    )
    for tag, kind in (("notesMasterIdLst", "notesMaster"), ("handoutMasterIdLst", "handoutMaster")):
        target = {r.id: r.target for r in p.rels(PRESENTATION)}
        listed = [target.get(e.get(R + "id", "")) for e in p.presentation.iterfind(f"{P}{tag}/*")]
        if listed != [n for n, _ in p.parts(kind + "s")]:
            yield f"{tag} doesn't name the deck's {kind}"


def part_relationships(p: Package) -> Iterator[str]:
    """A slide has one layout, a layout one master, a notes slide its master and its slide, a master one theme."""
    for name, _ in p.parts(*WITH_SHAPES):
        have = [r.type for r in p.rels(name)]
        for need in NEEDS[name.split("/")[1]]:
            if have.count(need) != 1:
                yield f"{name} has {have.count(need)} relationships to a {need}"


def shape_ids(p: Package) -> Iterator[str]:
    """Shape ids, creation ids and slide names are distinct; shapes have names."""
    slide_names = []
    for name, tree in p.parts(*WITH_SHAPES):
        shapes = [e for e in tree.iter(P + "cNvPr") if not in_fallback(e)]
        yield from (f"{name}: two shapes with id {i}" for i in _repeated(e.get("id") for e in shapes))
        if name.startswith("ppt/slides/"):
            made = [c.get("id") for e in shapes for c in e.iter(A16 + "creationId")]
            yield from (f"{name}: two shapes made as {i}" for i in _repeated(made))
            yield from (f"{name}: creationId {i} is no GUID" for i in made if not GUID.fullmatch(i or ""))
            tree_name = tree.find(P + "cSld").get("name")
            slide_names += [tree_name] if tree_name else []
            for e in shapes:
                if e.getparent().tag != P + "nvGrpSpPr" and not e.get("name", "").strip():
                    yield f"{name}: shape {e.get('id')} has no name"
    yield from (f"two slides named {n!r}" for n in _repeated(slide_names))
    made = [
        c.get("val") for _, t in p.parts("slides") for c in t.iterfind(f"{P}cSld/{P}extLst//{P14}creationId")
    ]
    yield from (f"two slides made as {i}" for i in _repeated(made))


def placeholders(p: Package) -> Iterator[str]:
    """Placeholders are told apart, stand in the slide's layout too, and none is left empty; footers are 10, 11, 12."""
    for name, tree in p.parts(*WITH_SHAPES):
        kind = name.split("/")[1]
        holders = [e for e in tree.iter(P + "ph") if not in_fallback(e)]
        keys = [(e.get("type", "obj"), e.get("idx", "0")) for e in holders]
        yield from (f"{name}: two placeholders {k}" for k, n in Counter(keys).items() if n > 1)
        if kind in ("slides", "slideLayouts"):
            for type_, idx in keys:
                if FOOTERS.get(type_, idx) != idx:
                    yield f"{name}: {type_} has idx {idx}"
        if kind != "slides":
            continue
        layout = p.xml.get(next(iter(p.targets(name, "slideLayout")), ""))
        there = {e.get("idx", "0") for e in layout.iter(P + "ph")} if layout is not None else set()
        for holder in holders:
            shape = shape_of(holder)
            hidden = properties_of(shape).get("hidden") == "1"
            if holder.get("idx", "0") not in there and not hidden:
                yield f"{name}: placeholder idx {holder.get('idx', '0')} isn't in its layout"
            if shape.tag == P + "sp" and not text_of(shape).strip():
                yield f"{name}: placeholder idx {holder.get('idx', '0')} is empty"


def titles(p: Package) -> Iterator[str]:
    """Every slide has a title in a title placeholder, before all other text in reading order."""
    for name, tree in p.parts("slides"):
        found = [
            e for e in tree.iter(P + "ph") if e.get("type") in ("title", "ctrTitle") and not in_fallback(e)
        ]
        if len(found) != 1 or not text_of(shape_of(found[0])).strip():
            yield f"{name} has {'an empty title' if found else 'no title'}"
            continue
        title = shape_of(found[0])
        for shape in tree.find(f"{P}cSld/{P}spTree"):
            if shape is title:
                break
            if text_of(shape).strip() and not is_decorative(properties_of(shape)):
                yield f"{name}: {text_of(shape)[:30]!r} is read before the title"


def brand(p: Package) -> Iterator[str]:
    """Colours are the scheme's and typefaces the theme's: change the theme in PowerPoint, and everything follows."""
    fixed = ("srgbClr", "sysClr", "prstClr", "scrgbClr", "hslClr")
    for name, tree in p.parts(*WITH_SHAPES):
        branded = name.split("/")[1] in BRANDED
        for color in tree.iter(*(A + c for c in (fixed if branded else fixed[:1]))):
            if color.getparent().tag != P15 + "clr":  # a guide's own colour is no part of the picture
                yield f"{name}: {etree.QName(color).localname} {color.get('val')}"
        for font in tree.iter(*(A + t for t in ("latin", "ea", "cs", "sym", "buFont"))) if branded else ():
            if not re.match(r"\+m[jn]-", font.get("typeface", "")):
                yield f"{name}: typeface {font.get('typeface')!r}"


def autofit(p: Package) -> Iterator[str]:
    """Sizes are worked out, never left to a:normAutofit, which PowerPoint applies only when the text is edited."""
    for name, tree in p.parts("slides"):
        if next(tree.iter(A + "normAutofit"), None) is not None:
            yield f"{name} has a:normAutofit"


def languages(p: Package) -> Iterator[str]:
    """Every run says its language, so that nothing is underlined as misspelt."""
    for name, tree in p.parts("slides", "notesSlides"):
        for run in tree.iter(A + "r", A + "fld", A + "br"):
            props = run.find(A + "rPr")
            if run.tag == A + "br" and props is None:
                continue
            lang = "" if props is None else props.get("lang", "")
            if not LANGUAGE.fullmatch(lang):
                yield f"{name}: language {lang!r} of {''.join(run.itertext())[:30]!r}"


def alt_texts(p: Package) -> Iterator[str]:
    """Every picture, chart and diagram is described or marked as decorative, not both."""
    for name, tree in p.parts(*WITH_SHAPES):
        for shape in tree.iter(P + "pic", P + "graphicFrame"):
            props = properties_of(shape)
            if in_fallback(shape) or next(shape.iter(A + "tbl"), None) is not None:
                continue
            described = bool(props.get("descr", "").strip())
            if described == is_decorative(props):
                both = "is described and decorative" if described else "has no description"
                yield f"{name}: {props.get('name')!r} {both}"


def notes(p: Package) -> Iterator[str]:
    """Slide and notes lead to each other; notes have the slide's image and a body at idx 1; their master is listed."""
    pages = [n for n, _ in p.parts("notesSlides")]
    if pages and p.presentation.find(P + "notesMasterIdLst") is None:
        yield "notes slides but no p:notesMasterIdLst"
    for name in pages:
        slides = p.targets(name, "slide")
        if not slides or p.targets(slides[0], "notesSlide") != [name]:
            yield f"{name}: its slide doesn't lead back to it"
        if p.targets(name, "notesMaster") != [n for n, _ in p.parts("notesMasters")]:
            yield f"{name} has another notes master"
        holders = {(e.get("type"), e.get("idx", "0")) for e in p.xml[name].iter(P + "ph")}
        if not any(t == "sldImg" for t, _ in holders) or ("body", "1") not in holders:
            yield f"{name} has no slide image or no body at idx 1"
    for name, _ in p.parts("slides"):
        if len(p.targets(name, "notesSlide")) > 1:
            yield f"{name} has two notes slides"


def sections(p: Package) -> Iterator[str]:
    """The sections hold every slide once, in the order of the deck, and are told apart."""
    found = list(p.presentation.iter(P14 + "section"))
    listed = [e.get("id") for s in found for e in s.iter(P14 + "sldId")]
    if found and listed != [e.get("id") for e in p.presentation.iterfind(f"{P}sldIdLst/{P}sldId")]:
        yield "they don't hold every slide once and in order"
    yield from (f"two of id {i}" for i in _repeated(s.get("id") for s in found))
    for s in found:
        if not GUID.fullmatch(s.get("id", "")) or not s.get("name", "").strip():
            yield f"{s.get('name')!r} with id {s.get('id')!r}"


def timing(p: Package) -> Iterator[str]:
    """Builds aim at shapes and paragraphs that are there, by distinct time nodes."""
    for name, tree in p.parts("slides", "slideLayouts", "slideMasters"):
        shapes = {
            e.get("id"): shape_of(e)
            for e in tree.iter(P + "cNvPr")
            if e.getparent().getparent().tag != P + "spTree"
        }
        for timed in tree.iter(P + "timing"):
            nodes = [e.get("id") for e in timed.iter(P + "cTn") if e.get("id")]
            yield from (f"{name}: two time nodes {i}" for i in _repeated(nodes))
            for target in timed.iter(P + "spTgt"):
                shape = shapes.get(target.get("spid"))
                if shape is None:
                    yield f"{name} aims at shape {target.get('spid')}, which is missing"
                    continue
                for span in target.iterfind(f"{P}txEl/{P}pRg"):
                    if int(span.get("end", "0")) >= len(shape.findall(f"{P}txBody/{A}p")):
                        yield f"{name}: paragraph {span.get('end')} of shape {target.get('spid')} is missing"


def tables(p: Package) -> Iterator[str]:
    """A row has a cell for each column; covered cells are marked; the header row is one for screen readers."""
    for name, tree in p.parts(*WITH_SHAPES):
        for table in tree.iter(A + "tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            for number, row in enumerate(table.findall(A + "tr"), 1):
                cells = row.findall(A + "tc")
                if len(cells) != columns:
                    yield f"{name}: row {number} has {len(cells)} cells for {columns} columns"
                for at, cell in enumerate(cells):
                    covered = cells[at + 1 : at + int(cell.get("gridSpan", "1"))]
                    if len(covered) != int(cell.get("gridSpan", "1")) - 1 or any(
                        c.get("hMerge") not in ("1", "true") for c in covered
                    ):
                        yield f"{name}: gridSpan without hMerge cells in row {number}"


def alternates(p: Package) -> Iterator[str]:
    """An mc:AlternateContent has a fallback, and its choice's prefix is declared."""
    for name, tree in p.xml.items():
        for either in tree.iter(MC + "AlternateContent"):
            if either.find(MC + "Fallback") is None:
                yield f"{name}: an alternate without fallback"
            for choice in either.iterfind(MC + "Choice"):
                missing = set(choice.get("Requires", "?").split()) - {str(k) for k in choice.nsmap}
                yield from (f"{name}: prefix {m!r} isn't declared" for m in missing)
        ignorable = set(tree.get(MC + "Ignorable", "").split()) - {str(k) for k in tree.nsmap}
        yield from (f"{name}: ignorable prefix {m!r} isn't declared" for m in ignorable)


RULES = (
    ids, masters, part_relationships, shape_ids, placeholders, titles, brand, autofit, languages, alt_texts, notes,
    sections, timing, tables, alternates,
)  # fmt: skip
