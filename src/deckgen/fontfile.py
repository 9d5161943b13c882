"""Tables of widths from font files: what a theme's `.metrics` are made from.

Apart from the build path: fontTools costs more than building a deck.  A font file is foreign, and fontTools trusts what it reads; so
`measured` reads it in a process of its own, with bounds on time and memory.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from deckgen.records import dataclass
from deckgen.typeset.metrics import STYLES, UPEM, Face, Kerning, pack, parse

MOST_BYTES = 64 << 20
_MOST_MEMORY = 2 << 30
_MOST_SECONDS = 120
_MOST_FACES = 64  # of a collection
_WEIGHTS = {"regular": 400, "bold": 700}

# Latin, IPA accents, Greek, Cyrillic, Vietnamese, punctuation, super- and subscripts, currency, letterlike,
# fractions and numerals, arrows, mathematics, box drawing and shapes, dingbats.
COVERED = [
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x2B0, 0x3FF), (0x400, 0x45F), (0x490, 0x491), (0x1E00, 0x1EFF),
    (0x2010, 0x2027), (0x202F, 0x205F), (0x2070, 0x20CF), (0x2100, 0x218F), (0x2190, 0x22FF), (0x2500, 0x27BF),
]  # fmt: skip
KERNED = [
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0xFF),
    (0x2013, 0x2014),
    (0x2018, 0x201A),
    (0x201C, 0x201E),
    (0x2026, 0x2026),
]

Pairs = Callable[[str, str], int]


def points(ranges: Iterable[tuple[int, int]]) -> list[int]:
    return [p for a, b in ranges for p in range(a, b + 1)]


def x_advance(value: Any) -> int:
    return getattr(value, "XAdvance", 0) or 0 if value else 0


def pair_subtable(st: Any) -> Callable[[str, str], int | None]:
    """Adjustment by one GPOS pair subtable, None where it does not match (then the next one is tried)."""
    if st.Format == 1:
        listed = {
            (left, rec.SecondGlyph): x_advance(rec.Value1)
            for left, ps in zip(st.Coverage.glyphs, st.PairSet, strict=True)
            for rec in ps.PairValueRecord
        }
        return lambda a, b: listed.get((a, b))
    covered, first, second = set(st.Coverage.glyphs), st.ClassDef1.classDefs, st.ClassDef2.classDefs
    matrix = [[x_advance(cell.Value1) for cell in row.Class2Record] for row in st.Class1Record]
    return lambda a, b: matrix[first.get(a, 0)][second.get(b, 0)] if a in covered else None


def default_kern_lookups(table: Any) -> list[int]:
    """Lookups of the `kern` feature for the Latin script (else the default script), default language."""
    scripts = {r.ScriptTag: r.Script for r in table.ScriptList.ScriptRecord} if table.ScriptList else {}
    script = scripts.get("latn") or scripts.get("DFLT")
    if script is None or script.DefaultLangSys is None:
        wanted = range(len(table.FeatureList.FeatureRecord))
    else:
        wanted = script.DefaultLangSys.FeatureIndex
    records = [table.FeatureList.FeatureRecord[i] for i in wanted]
    return sorted({i for r in records if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex})


def kern_pairs(font: TTFont) -> Pairs:
    """Kerning of two glyphs in font units, from GPOS, else from the legacy table."""
    lookups: list[list[Callable[[str, str], int | None]]] = []
    if "GPOS" in font and font["GPOS"].table.FeatureList:
        table = font["GPOS"].table
        for i in default_kern_lookups(table):
            subs = [
                st.ExtSubTable if st.LookupType == 9 else st for st in table.LookupList.Lookup[i].SubTable
            ]
            lookups.append([pair_subtable(st) for st in subs if st.LookupType == 2])
    if lookups:

        def gpos(a: str, b: str) -> int:
            return sum(
                next((v for v in (match(a, b) for match in subs) if v is not None), 0) for subs in lookups
            )

        return gpos
    if "kern" in font and font["kern"].kernTables:
        legacy = font["kern"].kernTables[0].kernTable
        return lambda a, b: legacy.get((a, b), 0)
    return lambda _a, _b: 0


def class_matrix(chars: list[str], pairs: Callable[[str, str], int]) -> Kerning:
    """Merge characters that kern alike into classes."""
    rows = {a: tuple(pairs(a, b) for b in chars) for a in chars}
    row_ids: dict[tuple[int, ...], int] = {}
    for a in chars:
        row_ids.setdefault(rows[a], len(row_ids))
    columns = {b: tuple(row[j] for row in row_ids) for j, b in enumerate(chars)}
    column_ids: dict[tuple[int, ...], int] = {}
    for b in chars:
        column_ids.setdefault(columns[b], len(column_ids))
    classes = {c: (row_ids[rows[c]], column_ids[columns[c]]) for c in chars}
    matrix = array("h", (column[i] for i in range(len(row_ids)) for column in column_ids))
    return Kerning(classes, len(column_ids), matrix)


@dataclass(frozen=True, slots=True)
class Measured:
    """A face of a font file.

    `families` are the names that it goes by: the one that programs list, and the typographic one where its weight is regular or bold.
    `embedding` is OS/2 fsType.  `variable` says that it is an instance of a variable font.
    """

    families: tuple[str, ...]
    style: str
    face: Face
    embedding: int
    variable: bool


class FontError(ValueError):
    """A file that can't be measured, and why."""


def measured(path: Path) -> list[Measured]:
    """The faces of a TrueType, OpenType, WOFF or WOFF2 file or of a collection.

    A variable font gives its regular and its bold instance.

    Raises:
        FontError: if it can't be read as a font, within 2 GiB of memory (where the system keeps such a bound) and two minutes.
        OSError: if there is no such file.
    """
    with path.open("rb") as f:
        data = f.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise FontError(f"it is larger than {MOST_BYTES >> 20} MB")
    command = [sys.executable, "-m", "deckgen.fontfile"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise FontError("reading it takes too long") from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise FontError("it is damaged, or asks for too much memory") from error
    if isinstance(found, str):
        raise FontError(found)
    result = []
    for one in found:
        (face,) = parse(b64decode(one["face"])).values()
        result.append(Measured(tuple(one["families"]), one["style"], face, one["embedding"], one["variable"]))
    return result


def read(data: bytes) -> Iterator[Measured]:
    """The faces of a font file, read in this process.  Whatever fontTools raises comes through."""
    count = len(TTCollection(BytesIO(data), lazy=True).fonts) if data[:4] == b"ttcf" else 1
    for number in range(min(count, _MOST_FACES)):
        font = TTFont(BytesIO(data), lazy=True, fontNumber=number)
        if "fvar" not in font:
            yield _read(font, _style(font), False)
            continue
        axes = {axis.axisTag: axis for axis in font["fvar"].axes}
        italic = "italic" in _style(font)
        for name, weight in _WEIGHTS.items() if "wght" in axes else [("regular", 0)]:
            place = {tag: axis.defaultValue for tag, axis in axes.items()}
            if weight:
                place["wght"] = min(max(weight, axes["wght"].minValue), axes["wght"].maxValue)
            fresh = TTFont(BytesIO(data), lazy=True, fontNumber=number)
            style = {"regular": "italic", "bold": "bold-italic"}[name] if italic else name
            yield _read(instantiateVariableFont(fresh, place), style, True)


def _style(font: TTFont) -> str:
    flags = font["OS/2"].fsSelection
    return STYLES[(1 if flags & 0x20 else 0) + (2 if flags & 1 else 0)]


def _read(font: TTFont, style: str, variable: bool) -> Measured:
    names, weight = font["name"], font["OS/2"].usWeightClass
    families = [names.getDebugName(1)]
    if variable or weight in (0, 400, 700) or not names.getDebugName(16):
        families += [names.getDebugName(16)]
    known = tuple(dict.fromkeys(" ".join(f.split())[:100] for f in families if f and f.split()))
    if not known:
        raise FontError("it has no family name")
    return Measured(known, style, face_of(font, f"{known[0]} {style}"), font["OS/2"].fsType, variable)


def face_of(font: TTFont, name: str, vertical: tuple[float, float] | None = None) -> Face:
    """The widths and kerning of an open font; `vertical` (ascent, descent in em) in place of its own."""
    upem, cmap, hmtx = font["head"].unitsPerEm, font.getBestCmap() or {}, font["hmtx"].metrics
    os2, hhea = font["OS/2"], font["hhea"]
    ascent, descent = hhea.ascent, -hhea.descent
    if ascent + descent <= 0:
        ascent, descent = os2.usWinAscent, os2.usWinDescent
    above, below = vertical or (ascent / upem, descent / upem)

    scale: float = UPEM / upem

    def units(v: int) -> int:
        return round(v * scale)

    advances = {chr(p): units(hmtx[cmap[p]][0]) for p in points(COVERED) if p in cmap}
    if not advances:
        raise FontError("it has none of the characters that deckgen measures (Latin, Greek, Cyrillic)")
    pairs = kern_pairs(font)
    kerned = [chr(p) for p in points(KERNED) if p in cmap]
    kerning = class_matrix(kerned, lambda a, b: units(pairs(cmap[ord(a)], cmap[ord(b)])))
    return Face(name[:200], above, below, advances, kerning, "kern" in font)


def _main() -> None:
    """Read a font from stdin; its faces, or what is wrong with it, as JSON to stdout."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        resource = import_module("resource")  # not on Windows
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    data = sys.stdin.buffer.read()
    result: object
    try:
        result = [
            {
                "families": m.families, "style": m.style, "embedding": m.embedding, "variable": m.variable,
                "face": b64encode(pack({m.style: m.face})).decode("ascii"),
            }
            for m in read(data)
        ]  # fmt: skip
    except FontError as error:
        result = str(error)
    except ImportError:  # only brotli is left to import
        result = "WOFF2 needs the Python package brotli: pip install 'deckgen-pptx[fonts]', or take the font's TTF file"
    except Exception:  # whatever a damaged font makes fontTools raise
        result = "it is no font, or a damaged one"
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    _main()
