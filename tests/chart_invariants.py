"""Rules over charts and their workbooks (see `package_invariants.py`): what PowerPoint repairs, and what "Edit data" needs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from .opc import A, Package, R

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PLACES = {
    "barChart": {"outEnd", "inEnd", "ctr", "inBase"}, "lineChart": {"t", "b", "l", "r", "ctr"},
    "scatterChart": {"t", "b", "l", "r", "ctr"}, "pieChart": {"outEnd", "inEnd", "ctr", "bestFit"},
    "areaChart": set(), "doughnutChart": set(),
}  # fmt: skip
RANGE = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def charts(p: Package) -> Iterator[str]:
    """Axes are told apart and belong together, label places exist for the type, colours and fonts are the theme's."""
    for name, tree in p.parts("charts"):
        plot = tree.find(f"{C}chart/{C}plotArea")
        kind = next(e for e in plot if e.tag.endswith("Chart"))
        axes = {e.find(C + "axId").get("val"): e for e in plot if e.tag.endswith("Ax")}
        if [e.get("val") for e in kind.findall(C + "axId")] != list(axes):
            yield f"{name}: its axes aren't those of its plot"
        for ident, axis in axes.items():
            if not 0 < int(ident) < 2**32 or axis.find(C + "crossAx").get("val") not in set(axes) - {ident}:
                yield f"{name}: axis {ident} has no other axis"
        allowed = PLACES[etree.QName(kind).localname]
        if kind.find(f"{C}grouping") is not None and kind.find(f"{C}grouping").get("val") != "clustered":
            allowed = allowed - {"outEnd"}
        for place in tree.iter(C + "dLblPos"):
            if place.get("val") not in allowed:
                yield f"{name}: a {etree.QName(kind).localname} has no label at {place.get('val')}"
        for color in tree.iter(A + "srgbClr", A + "sysClr", A + "prstClr"):
            yield f"{name}: {color.get('val')} is no colour of the theme"
        for font in tree.iter(A + "latin", A + "ea", A + "cs"):
            if not font.get("typeface", "").startswith("+m"):
                yield f"{name}: typeface {font.get('typeface')!r}"


def workbooks(p: Package) -> Iterator[str]:
    """Every chart has its workbook, and each range that it names holds what it shows."""
    for name, tree in p.parts("charts"):
        link = tree.find(C + "externalData")
        target = {r.id: r.target for r in p.rels(name)}.get("" if link is None else link.get(R + "id", ""))
        if target not in p.data:
            yield f"{name} has no workbook"
            continue
        sheet = sheet_of(p.data[target])
        for ref in tree.iter(C + "strRef", C + "numRef"):
            place = ref.find(C + "f").text or ""
            if not RANGE.fullmatch(place):
                yield f"{name}: {place!r} is no range of Sheet1"
                continue
            shown, there = _cached(ref), _cells(sheet, place)
            if shown != there:
                yield f"{name}: {place} holds {there!r:.60}, the chart shows {shown!r:.60}"


def _cached(ref: Any) -> list[object]:
    cache = ref.find(C + "strCache") if ref.tag == C + "strRef" else ref.find(C + "numCache")
    values: list[object] = [None] * int(cache.find(C + "ptCount").get("val"))
    for point in cache.iter(C + "pt"):
        text = point.findtext(C + "v") or ""
        values[int(point.get("idx"))] = float(text) if ref.tag == C + "numRef" else _plain(text)
    return values


def sheet_of(workbook: bytes) -> dict[str, str | float]:
    """The cells of a workbook's first sheet by name ("B2")."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        strings, sheet = (
            etree.fromstring(archive.read(f"xl/{name}.xml"))
            for name in ("sharedStrings", "worksheets/sheet1")
        )
    texts = ["".join(t.text or "" for t in item.iter(S + "t")) for item in strings]
    return {
        cell.get("r"): _plain(texts[int(value)]) if cell.get("t") == "s" else float(value)
        for cell in sheet.iter(S + "c")
        if (value := cell.findtext(S + "v")) is not None
    }


def _plain(text: str) -> str:
    """A text with what ST_Xstring escapes undone."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def _cells(sheet: dict[str, str | float], place: str) -> list[object]:
    column, first, _, last = RANGE.fullmatch(place).groups()  # type: ignore[union-attr]
    return [sheet.get(f"{column}{row}") for row in range(int(first), int(last or first) + 1)]


RULES = (charts, workbooks)
