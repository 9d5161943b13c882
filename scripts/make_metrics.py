"""Make a `.metrics` file from up to four faces of one family.

    python scripts/make_metrics.py Regular.ttf Bold.ttf ... -o family.metrics [--name "Family"]

Needs fontTools and an importable deckgen. The style of each face comes from OS/2.fsSelection.
"""

from __future__ import annotations

import argparse
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from deckgen.typeset.metrics import STYLES, UPEM, Face, Kerning, pack

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


def read_face(path: Path, family: str | None, vertical: tuple[float, float] | None) -> tuple[str, Face]:
    """(style, face) of a TrueType or OpenType file."""
    font = TTFont(path, lazy=True)
    upem, cmap, hmtx = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"].metrics
    os2, hhea = font["OS/2"], font["hhea"]
    italic, bold = os2.fsSelection & 1, os2.fsSelection & 0x20
    style = STYLES[(1 if bold else 0) + (2 if italic else 0)]
    ascent, descent = hhea.ascent, -hhea.descent
    if ascent + descent <= 0:
        ascent, descent = os2.usWinAscent, os2.usWinDescent
    above, below = vertical or (ascent / upem, descent / upem)

    def units(v: int) -> int:
        return round(v * UPEM / upem)

    advances = {chr(p): units(hmtx[cmap[p]][0]) for p in points(COVERED) if p in cmap}
    pairs = kern_pairs(font)
    kerned = [chr(p) for p in points(KERNED) if p in cmap]
    kerning = class_matrix(kerned, lambda a, b: units(pairs(cmap[ord(a)], cmap[ord(b)])))
    name = f"{family or font['name'].getBestFamilyName()} {style}"
    return style, Face(name, above, below, advances, kerning, "kern" in font)


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("fonts", nargs="+", type=Path)
    cli.add_argument("-o", "--output", type=Path, required=True)
    cli.add_argument("--name", help="family the file stands for, when it is measured on a stand-in")
    cli.add_argument("--vertical", nargs=2, type=float, metavar=("ASCENT", "DESCENT"),
                     help="em fractions, when the stand-in copies only the widths of the family")  # fmt: skip
    args = cli.parse_args()
    vertical = (args.vertical[0], args.vertical[1]) if args.vertical else None
    faces: dict[str, Face] = {}
    for path in args.fonts:
        style, face = read_face(path, args.name, vertical)
        if style in faces:
            cli.error(f"{path}: a second {style} face")
        faces[style] = face
    data = pack(faces)
    args.output.write_bytes(data)
    for style, face in faces.items():
        print(
            f"{style:12} {len(face.advances)} characters, ascent {face.ascent:.4f}, descent {face.descent:.4f}, "
            f"{len(face.kerning.matrix)} kerning cells, legacy kern: {face.legacy_kern}"
        )
    print(f"{args.output}: {len(data)} bytes")


if __name__ == "__main__":
    main()
