"""What no schema validator sees, and PowerPoint repairs: rules over a whole package.

`problems(path)` lists what breaks a rule.  The rules come from decks that PowerPoint saved (presentationml.md 0.1) and
from what deckgen promises (DESIGN.md section 8).
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
P15 = "{http://schemas.microsoft.com/office/powerpoint/2012/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
MAGIC = {".png": b"\x89PNG", ".jpeg": b"\xff\xd8\xff", ".jpg": b"\xff\xd8\xff", ".gif": b"GIF8"}
BRANDED = re.compile(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml$")
WITH_SHAPES = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters)/[^/]+\.xml$")
NEEDS = {
    "slides": ["slideLayout"], "slideLayouts": ["slideMaster"], "slideMasters": ["theme"],
    "notesSlides": ["notesMaster", "slide"], "notesMasters": ["theme"], "handoutMasters": ["theme"],
}  # fmt: skip
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class Package:
    """A package's parts, parsed."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self.data = {i.filename: archive.read(i) for i in self.infos}
        self.xml: dict[str, etree._Element] = {}
        self.broken: list[str] = []
        for name, data in self.data.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.xml[name] = etree.fromstring(data)
                except etree.XMLSyntaxError as error:
                    self.broken.append(f"{name} doesn't parse: {error}")

    def rels(self, part: str) -> list[tuple[str, str, str, bool]]:
        """(id, type's last word, target, external) of a part's relationships."""
        folder, name = posixpath.split(part)
        tree = self.xml.get(posixpath.join(folder, "_rels", name + ".rels"))
        result = []
        for rel in tree if tree is not None else ():
            external = rel.get("TargetMode") == "External"
            target = rel.get("Target")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            result.append((rel.get("Id"), rel.get("Type").rsplit("/", 1)[-1], target, external))
        return result

    def parts(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, etree._Element]]:
        """Parsed parts whose name matches."""
        for name, tree in self.xml.items():
            if pattern.match(name):
                yield name, tree


def problems(path: Path) -> list[str]:
    """Everything in the package at `path` that breaks a rule."""
    package = Package(path)
    if package.broken:
        return package.broken
    found: list[str] = []
    for rule in (_zip, _graph, _ids, _shapes, _brand, _text, _notes, _sections, _timing, _tables, _media, _titles):
        found += rule(package)
    return found


def _zip(p: Package) -> list[str]:
    names = [i.filename for i in p.infos]
    bad = [] if len(names) == len(set(names)) else ["two parts of one name"]
    if names[0] != "[Content_Types].xml":
        bad.append("[Content_Types].xml is not the first part")
    bad += [f"{i.filename} carries a date" for i in p.infos if i.date_time != (1980, 1, 1, 0, 0, 0)][:1]
    return bad


def _graph(p: Package) -> list[str]:
    bad: list[str] = []
    types = p.xml["[Content_Types].xml"]
    over = {e.get("PartName").lstrip("/") for e in types if e.tag.endswith("Override")}
    default = {e.get("Extension").lower() for e in types if e.tag.endswith("Default")}
    bad += [f"content type for a missing part {o}" for o in over if o not in p.data]
    seen: set[str] = set()
    todo = [""]
    while todo:
        source = todo.pop()
        rels = [r for r in _root_rels(p)] if source == "" else p.rels(source)
        ids = {r[0] for r in rels}
        if len(ids) != len(rels):
            bad.append(f"{source}: two relationships of one id")
        for _, kind, target, external in rels:
            if external:
                continue
            if target not in p.data:
                bad.append(f"{source or '/'} leads to a missing part {target}")
            elif target not in seen:
                seen.add(target)
                todo.append(target)
            del kind
        tree = p.xml.get(source)
        if tree is not None:
            used = {v for e in tree.iter() if isinstance(e.tag, str) for k, v in e.attrib.items() if k.startswith(R) and v}
            bad += [f"{source} uses undefined {u}" for u in used - ids]
    for name in p.data:
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        if name not in seen:
            bad.append(f"orphan part {name}")
        if name not in over and name.rsplit(".", 1)[-1].lower() not in default:
            bad.append(f"no content type for {name}")
    for want in ("docProps/core.xml", "docProps/app.xml", "ppt/presentation.xml"):
        if want not in p.data:
            bad.append(f"{want} is missing")
    return bad


def _root_rels(p: Package) -> list[tuple[str, str, str, bool]]:
    tree = p.xml.get("_rels/.rels")
    return [(r.get("Id"), r.get("Type").rsplit("/", 1)[-1], r.get("Target").lstrip("/"), False) for r in tree] if tree is not None else []


def _ids(p: Package) -> list[str]:
    bad = []
    pres = p.xml["ppt/presentation.xml"]
    big = [e.get("id") for e in pres.iter(P + "sldMasterId")]
    for name, tree in p.parts(re.compile(r"ppt/slideMasters/[^/]+\.xml$")):
        big += [e.get("id") for e in tree.iter(P + "sldLayoutId")]
        layouts = [t for _, k, t, _ in p.rels(name) if k == "slideLayout"]
        names = [p.xml[t].find(P + "cSld").get("name") for t in layouts]
        if len(names) != len(set(names)):
            bad.append(f"{name}: two layouts of one name")
        if len(layouts) != len(list(tree.iter(P + "sldLayoutId"))):
            bad.append(f"{name}: sldLayoutIdLst and relationships differ")
    if len(big) != len(set(big)) or any(int(i) < 2**31 for i in big):
        bad.append("ids of masters and layouts aren't unique or under 2^31")
    slides = [int(e.get("id")) for e in pres.iter(P + "sldId")]
    if len(slides) != len(set(slides)) or any(not 256 <= i < 2**31 for i in slides):
        bad.append("slide ids aren't unique or out of range")
    themes = [t for n in p.xml if re.search(r"(slideMaster|notesMaster|handoutMaster)\d+\.xml$", n) for _, k, t, _ in p.rels(n) if k == "theme"]
    if len(themes) != len(set(themes)):
        bad.append("two masters share a theme part")
    names = [t.find(P + "cSld").get("name") for _, t in p.parts(re.compile(r"ppt/slides/[^/]+\.xml$"))]
    names = [n for n in names if n]
    if len(names) != len(set(names)):
        bad.append("two slides of one name")
    return bad


def _in_fallback(element: etree._Element) -> bool:
    return any(e.tag == MC + "Fallback" for e in element.iterancestors())


def _shapes(p: Package) -> list[str]:
    bad = []
    for name, tree in p.parts(WITH_SHAPES):
        kind = name.split("/")[1]
        ids = [e.get("id") for e in tree.iter(P + "cNvPr") if not _in_fallback(e)]
        if len(ids) != len(set(ids)):
            bad.append(f"{name}: two shapes of one id")
        holders = [(e.get("type", "obj"), e.get("idx", "0")) for e in tree.iter(P + "ph") if not _in_fallback(e)]
        if len(holders) != len(set(holders)):
            bad.append(f"{name}: two placeholders with one type and idx")
        have = [k for _, k, _, _ in p.rels(name)]
        bad += [f"{name} has {have.count(n)} {n} relationships" for n in NEEDS[kind] if have.count(n) != 1]
        if kind in ("slides", "slideLayouts"):
            for ph in tree.iter(P + "ph"):
                want = {"dt": "10", "ftr": "11", "sldNum": "12"}.get(ph.get("type", ""))
                if want and ph.get("idx") != want:
                    bad.append(f"{name}: {ph.get('type')} has idx {ph.get('idx')}")
        if kind == "slides":
            layout = next((t for _, k, t, _ in p.rels(name) if k == "slideLayout"), "")
            there = {e.get("idx", "0") for e in p.xml[layout].iter(P + "ph")} if layout in p.xml else set()
            for ph in tree.iter(P + "ph"):
                hidden = ph.getparent().getparent().find(P + "cNvPr").get("hidden") == "1"
                if ph.get("idx", "0") not in there and not hidden:
                    bad.append(f"{name}: placeholder idx {ph.get('idx', '0')} isn't in its layout")
        for picture in tree.iter(P + "pic"):
            props = picture.find(P + "nvPicPr/" + P + "cNvPr")
            if not props.get("descr") and not any(e.get("val") == "1" for e in props.iter(ADEC + "decorative")):
                bad.append(f"{name}: picture {props.get('name')!r} has no alt text and isn't decorative")
    return bad


def _brand(p: Package) -> list[str]:
    bad = []
    for name, tree in p.parts(BRANDED):
        for color in tree.iter(A + "srgbClr"):
            if color.getparent().tag != P15 + "clr":
                bad.append(f"{name}: srgbClr {color.get('val')}")
        for tag in ("latin", "ea", "cs", "buFont"):
            for font in tree.iter(A + tag):
                if not font.get("typeface", "").startswith(("+mj-", "+mn-")):
                    bad.append(f"{name}: typeface {font.get('typeface')!r}")
        if name.startswith("ppt/slides/") and next(tree.iter(A + "normAutofit"), None) is not None:
            bad.append(f"{name}: normAutofit on a slide")
    return bad


def _text(p: Package) -> list[str]:
    bad = []
    for name, tree in p.parts(re.compile(r"ppt/(slides|notesSlides)/[^/]+\.xml$")):
        for run in (*tree.iter(A + "r"), *tree.iter(A + "fld")):
            props = run.find(A + "rPr")
            if props is None or not props.get("lang"):
                bad.append(f"{name}: a run without language: {''.join(run.itertext())[:30]!r}")
        for text in tree.iter(A + "t"):
            if CONTROL.search(text.text or "") or "\u00ad" in (text.text or ""):
                bad.append(f"{name}: a control character or soft hyphen in {text.text!r}")
    return bad


def _notes(p: Package) -> list[str]:
    bad = []
    notes = [n for n, _ in p.parts(re.compile(r"ppt/notesSlides/[^/]+\.xml$"))]
    if notes and p.xml["ppt/presentation.xml"].find(P + "notesMasterIdLst") is None:
        bad.append("notes slides but no p:notesMasterIdLst")
    for name in notes:
        slide = next((t for _, k, t, _ in p.rels(name) if k == "slide"), "")
        if name not in [t for _, k, t, _ in p.rels(slide) if k == "notesSlide"]:
            bad.append(f"{name}: its slide doesn't lead back to it")
    return bad


def _sections(p: Package) -> list[str]:
    pres = p.xml["ppt/presentation.xml"]
    slides = [e.get("id") for e in pres.iter(P + "sldId")]
    sections = [[e.get("id") for e in s.iter(P14 + "sldId")] for s in pres.iter(P14 + "section")]
    flat = [i for s in sections for i in s]
    return ["sections don't hold every slide once, in order"] if sections and flat != slides else []


def _timing(p: Package) -> list[str]:
    bad = []
    for name, tree in p.parts(re.compile(r"ppt/slides/[^/]+\.xml$")):
        shapes = {e.get("id") for e in tree.iter(P + "cNvPr")}
        for timing in tree.iter(P + "timing"):
            ids = [e.get("id") for e in timing.iter(P + "cTn") if e.get("id")]
            if len(ids) != len(set(ids)):
                bad.append(f"{name}: two time nodes of one id")
            bad += [f"{name}: timing aims at a missing shape" for t in timing.iter(P + "spTgt") if t.get("spid") not in shapes]
    return bad


def _tables(p: Package) -> list[str]:
    bad = []
    for name, tree in p.parts(WITH_SHAPES):
        for table in tree.iter(A + "tbl"):
            columns = len(table.findall(A + "tblGrid/" + A + "gridCol"))
            bad += [f"{name}: a row of another length" for r in table.findall(A + "tr") if len(r.findall(A + "tc")) != columns]
    return bad


def _media(p: Package) -> list[str]:
    bad = []
    for name, data in p.data.items():
        magic = MAGIC.get(posixpath.splitext(name)[1].lower())
        if name.startswith("ppt/media/") and magic and not data.startswith(magic):
            bad.append(f"{name} isn't what its name says")
    return bad


def _titles(p: Package) -> list[str]:
    bad = []
    for name, tree in p.parts(re.compile(r"ppt/slides/[^/]+\.xml$")):
        titles = [e for e in tree.iter(P + "ph") if e.get("type") in ("title", "ctrTitle")]
        shape = titles[0].getparent().getparent().getparent() if titles else None
        if shape is None or not "".join(t.text or "" for t in shape.iter(A + "t")).strip():
            bad.append(f"{name} has no title")
    return bad
