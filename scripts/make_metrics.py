"""Make a `.metrics` file of the package from up to four faces of one family.

    python scripts/make_metrics.py Regular.ttf Bold.ttf ... -o family.metrics [--name "Family"] [--vertical ASCENT DESCENT]

For a theme's own fonts there is `deckgen theme fonts NAME --add FILE`.  Needs fontTools and an importable deckgen.  The style of each
face comes from OS/2.fsSelection.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from fontTools.ttLib import TTFont

from deckgen.fontfile import face_of, read
from deckgen.typeset.metrics import Face, pack


def main() -> None:
    """Parse the command line, read the fonts, write the file."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("fonts", nargs="+", type=Path)
    cli.add_argument("-o", "--output", type=Path, required=True)
    cli.add_argument("--name", help="family the file stands for, when it is measured on a stand-in")
    cli.add_argument("--vertical", nargs=2, type=float, metavar=("ASCENT", "DESCENT"),
                     help="em fractions, when the stand-in copies only the widths of the family")  # fmt: skip
    args = cli.parse_args()
    faces: dict[str, Face] = {}
    for path in args.fonts:
        for found in read(path.read_bytes()):
            face = found.face
            if args.vertical:
                face = face_of(TTFont(path, lazy=True), face.name, (args.vertical[0], args.vertical[1]))
            if found.style in faces:
                cli.error(f"{path}: a second {found.style} face")
            faces[found.style] = replace(face, name=f"{args.name or found.families[-1]} {found.style}")
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
