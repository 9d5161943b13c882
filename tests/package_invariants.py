"""What no schema validator sees and PowerPoint repairs, drops or refuses, and what deckgen promises of every deck.

`problems(deck)` lists what breaks a rule, each as "rule: part: what is wrong".  The rules of this module are about the
package (zip, content types, relationships, properties, media); those about slides, masters and text are in
`slide_invariants.py`, those about charts in `chart_invariants.py`.  The first kind was run over hundreds of decks that PowerPoint saved, which keep them; the second
is DESIGN.md section 8.  A rule is a function that yields messages; a new one needs a mutant in `pptx/test_invariants.py`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from . import chart_invariants, slide_invariants
from .opc import CONTENT_TYPES, PRESENTATION, A, P, Package, R

CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
EP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
MAGIC = {
    "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "gif": b"GIF8", "bmp": b"BM",
    "tif": (b"II*\0", b"MM\0*"), "tiff": (b"II*\0", b"MM\0*"), "svg": (b"<svg", b"<?xml"), "wdp": b"II\xbc",
}  # fmt: skip
W3CDTF = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def problems(deck: Path | bytes) -> list[str]:
    """Everything in the deck that breaks a rule; [] for a good one."""
    package = Package(deck)
    if package.broken or CONTENT_TYPES not in package.xml or PRESENTATION not in package.xml:
        return [f"well-formed: {m}" for m in well_formed(package)]
    return [f"{name}: {m}" for name, rule in RULES.items() for m in dict.fromkeys(rule(package))]


def well_formed(p: Package) -> Iterator[str]:
    """Every XML part parses, as UTF-8 and without a document type; the parts that a deck starts with are there."""
    yield from (f"{name}: {error}" for name, error in p.broken.items())
    yield from (
        f"{name} is missing" for name in (CONTENT_TYPES, "_rels/.rels", PRESENTATION) if name not in p.data
    )
    for name, tree in p.xml.items():
        info = tree.getroottree().docinfo
        if info.doctype:
            yield f"{name} has a document type"
        if (info.encoding or "UTF-8").upper() != "UTF-8":
            yield f"{name} is {info.encoding}"


def zip_entries(p: Package) -> Iterator[str]:
    """Distinct plain names, [Content_Types].xml first, no dates: the same input gives the same bytes."""
    names = [e.filename for e in p.entries]
    lower = [n.lower() for n in names]
    yield from (f"two entries named {n}" for n in names if lower.count(n.lower()) > 1)
    if names[0] != CONTENT_TYPES:
        yield f"the first entry is {names[0]}"
    for e in p.entries:
        if e.date_time != (1980, 1, 1, 0, 0, 0):
            yield f"{e.filename} is dated {e.date_time}"
        if not re.fullmatch(r"[\w.\-/\[\]]+", e.filename, re.ASCII) or e.is_dir() or e.flag_bits & 1:
            yield f"{e.filename!r} is no plain entry"


def content_types(p: Package) -> Iterator[str]:
    """Every part has a content type, and no content type is left over."""
    tree = p.xml[CONTENT_TYPES]
    over = [e.get("PartName", "").lstrip("/") for e in tree if e.tag.endswith("}Override")]
    default = [e.get("Extension", "").lower() for e in tree if e.tag.endswith("}Default")]
    yield from (f"for {o}, which is missing" for o in over if o not in p.data)
    yield from (f"{n} has two" for n in {*over, *default} if (over + default).count(n) > 1)
    for name in p.data:
        if name != CONTENT_TYPES and name not in over and name.rsplit(".", 1)[-1].lower() not in default:
            yield f"{name} has none"
        if (
            name.endswith(".xml")
            and name not in over
            and name != CONTENT_TYPES
            and not name.startswith("customXml/")
        ):
            yield f"{name} is only known as XML"


def relationships(p: Package) -> Iterator[str]:
    """All parts hang together: nothing dangling, nothing undefined, no orphan."""
    seen, todo = {""}, [""]
    while todo:
        source = todo.pop()
        rels = p.rels(source)
        ids = [r.id for r in rels]
        if len(ids) != len(set(ids)):
            yield f"{source or '/'}: two of one id"
        for rel in rels:
            if rel.external or rel.target in seen:
                continue
            if rel.target not in p.data:
                yield f"{source or '/'} leads to {rel.target}, which is missing"
            else:
                seen.add(rel.target)
                todo.append(rel.target)
        if source in p.xml:
            used = {v for e in p.xml[source].iter("*") for k, v in e.attrib.items() if k.startswith(R) and v}
            yield from (f"{source} uses {u}, which is undefined" for u in sorted(used - set(ids)))
            if source.startswith(("ppt/slides/", "ppt/notesSlides/")):
                named = {r.id for r in rels if r.type in ("image", "hyperlink")}
                yield from (f"{source}: nothing uses {u}" for u in sorted(named - used))
    for name in p.data:
        if name not in seen and not name.endswith(".rels") and name != CONTENT_TYPES:
            yield f"{name} is an orphan"


def links(p: Package) -> Iterator[str]:
    """A link leads to a slide, a web or mail address, or is one of PowerPoint's own jumps."""
    for name, tree in p.parts("slides", "slideLayouts", "slideMasters", "notesSlides"):
        rels = {r.id: r for r in p.rels(name)}
        for link in (*tree.iter(A + "hlinkClick"), *tree.iter(A + "hlinkHover")):
            action, rel = link.get("action", ""), rels.get(link.get(R + "id", ""))
            if rel is None:
                if not action.startswith(
                    ("ppaction://hlinkshowjump", "ppaction://noaction", "ppaction://media")
                ):
                    yield f"{name}: a link without target"
            elif action == "ppaction://hlinksldjump":
                if rel.external or rel.target not in p.slides():
                    yield f"{name}: a jump to {rel.target}, which is no slide of the deck"
            elif rel.type != "hyperlink" or not re.match(r"(https?|mailto|tel):", rel.target):
                yield f"{name}: a link to {rel.target}"


def core_properties(p: Package) -> Iterator[str]:
    """Title, author and dates are there and well-formed; the count of slides is right."""
    core = next((r.target for r in p.rels("") if r.type == "core-properties"), "")
    tree = p.xml.get(core)
    if tree is None:
        yield "there are none"
        return
    if tree.tag != CP + "coreProperties":
        yield f"the root is {tree.tag}"
    for tag in (DC + "title", DC + "creator", CP + "lastModifiedBy"):
        if len(tree.findall(tag)) != 1 or (tag == DC + "title" and not (tree.findtext(tag) or "").strip()):
            yield f"{tag.rsplit('}')[-1]} is empty or isn't there once"
    for tag in (DCTERMS + "created", DCTERMS + "modified"):
        if not W3CDTF.fullmatch(tree.findtext(tag) or ""):
            yield f"{tag.rsplit('}')[-1]} is {tree.findtext(tag)!r}"
    app = p.xml.get(next((r.target for r in p.rels("") if r.type == "extended-properties"), ""))
    if app is None:
        yield "docProps/app.xml isn't there"
    elif app.find(EP + "Slides") is not None and app.findtext(EP + "Slides") != str(len(p.slides())):
        yield f"app.xml counts {app.findtext(EP + 'Slides')} slides of {len(p.slides())}"


def media(p: Package) -> Iterator[str]:
    """A picture's bytes are what its name says; the same bytes are there once."""
    seen: dict[bytes, str] = {}
    for name, data in p.data.items():
        if not name.startswith("ppt/media/"):
            continue
        magic = MAGIC.get(posixpath.splitext(name)[1].lstrip(".").lower())
        if magic is not None and not data.startswith(magic):
            yield f"{name} isn't what its name says"
        if data in seen:
            yield f"{name} is {seen[data]} again"
        seen[data] = name


def control_characters(p: Package) -> Iterator[str]:
    """No control character (tabs apart, as PowerPoint writes them), no-character or invisible break mark reaches a text, a name or a description."""
    in_text = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
    in_name = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\ufffe\uffff]")
    for name, tree in p.xml.items():
        for text in tree.iter(A + "t"):
            if in_text.search(text.text or ""):
                yield f"{name}: text {text.text!r}"
        for shape in tree.iter(P + "cNvPr", P + "cSld"):
            for key in ("name", "descr", "title"):
                if in_name.search(shape.get(key, "")):
                    yield f"{name}: {key} {shape.get(key)!r}"


RULES = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        well_formed, zip_entries, content_types, relationships, links, core_properties, media, control_characters,
        *slide_invariants.RULES, *chart_invariants.RULES,
    )
}  # fmt: skip
