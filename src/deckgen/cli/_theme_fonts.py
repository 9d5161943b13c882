"""What `deckgen theme fonts` says of a theme's fonts, and how it makes tables of their widths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..discovery import module
from ..errors import OutputError
from ..typeset.sfnt import NO_SUBSETS, ban
from ._columns import definitions, table, terminal_width
from ._fonts import SUFFIXES, missing_families
from ._options import heading
from ._report import printable

if TYPE_CHECKING:
    from ..fontfile import Measured
    from ..theme.records import Theme

INSTALL = (
    ("Windows", "select the files, right-click, Install for all users"),
    ("macOS", "open the files with Font Book"),
    ("Linux", "copy them to ~/.local/share/fonts, then run fc-cache"),
)


class Refused(click.ClickException):
    """Nothing was written."""

    exit_code = 2


class Missing(Refused):
    """A library is missing."""

    exit_code = 3


def said(theme: Theme) -> list[str]:
    """The theme's fonts: where they are written, whether their widths are known and whether they are installed; what to install."""
    from ..theme.embedding import needed
    from ..typeset.metrics import shipped

    fonts = theme.fonts
    uses: dict[str, list[str]] = {}
    for name, chosen in (("brand", fonts.brand), ("office", fonts.office)):
        for use in ("heading", "body"):
            uses.setdefault(getattr(chosen, use), []).append(f"{name} {use}")
    missing = missing_families(theme)
    rows = [["font", "for", "widths", "installed here"]]
    for family, places in uses.items():
        known = fonts.faces.get((family, "regular")) or fonts.faces.get((family, "bold"))
        guessed = known is None or known.name == "(wide)"
        widths = (
            "none: measured as very wide" if guessed else "deckgen's" if shipped(family) else "the theme's"
        )
        here = "unknown" if missing is None else "no" if family in missing else "yes"
        brand = any(p.startswith("brand") for p in places)
        rows.append([family, ", ".join(places), widths, here if brand else ""])
    lines = [heading("Fonts"), *map(printable, table(rows, indent=2)), ""]
    if fonts.files:
        lines += [heading("To be installed where the decks are shown or changed")]
        lines += [f"  {printable(str(f))}" for f in fonts.files]
        lines += ["", *definitions(INSTALL, terminal_width())]
        others = [
            f
            for f in dict.fromkeys((fonts.office.heading, fonts.office.body))
            if f not in {fonts.brand.heading, fonts.brand.body}
        ]
        if others:
            lines += [
                "",
                f"Without them PowerPoint shows another font; the texts fit in {' and '.join(others)} too (`--fonts office`).",
            ]
    elif own := needed(theme, "brand"):
        lines += [
            f"The theme ships no files: {', '.join(own)} must be installed where the decks are shown or changed."
        ]
    else:
        lines += ["Nothing to install: every Office machine has these fonts."]
    return lines


def add(theme: Theme, files: Sequence[Path], root: Path | None) -> Path:
    """Make or complete a `.metrics` file in the theme's folder from font files; returns its path.

    `root` is the project that the theme may belong to.

    Raises:
        Refused: if a file can't be read, holds none of the theme's fonts, or the table can't be written.
    """
    from ..theme.find import shipped_dirs
    from ..typeset.metrics import load_faces, pack
    from ..writers import save

    if theme.folder is None or (
        theme.folder.parent in shipped_dirs() and not (root and theme.folder.is_relative_to(root))
    ):
        raise Refused(
            f"theme {theme.name} comes with deckgen: make one of your own that says `extends: {theme.name}`"
        )
    found = [(path, one) for path in files for one in _measured(path)]
    family = _family(theme, [one for _, one in found])
    target = theme.folder / "fonts" / f"{'-'.join(family.casefold().split())}.metrics"
    faces = {}
    try:
        faces = dict(load_faces(target))
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        raise Refused(f"{target} can't be completed ({error}); delete it") from error
    for path, one in found:
        if _is(one, family):
            faces[one.style] = one.face
            _tell(path, one)
    try:
        save(pack(faces), target)
    except (OutputError, ValueError) as error:
        raise Refused(str(error)) from error
    for style in ("regular", "bold"):
        if style not in faces:
            click.echo(f"{family} has no {style} face yet: add its file too", err=True)
    if (family, "regular") not in theme.fonts.faces or theme.fonts.faces[family, "regular"].name == "(wide)":
        click.echo(f"write in theme.yaml, under fonts: `metrics: [fonts/{target.name}]`", err=True)
    return target


def _measured(path: Path) -> list[Measured]:
    try:
        reader = module("deckgen", "fontfile")
    except ImportError as error:
        raise Missing("reading fonts needs fontTools: pip install 'deckgen-pptx[fonts]'") from error
    try:
        result: list[Measured] = reader.measured(path)
    except (OSError, reader.FontError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        suffixes = ", ".join(sorted([*SUFFIXES, ".woff", ".woff2"]))
        raise Refused(f"{printable(str(path))}: {reason} (fonts are {suffixes} files)") from error
    return result


def _family(theme: Theme, found: Sequence[Measured]) -> str:
    """The theme's font that the files hold."""
    fonts = theme.fonts
    named = dict.fromkeys((fonts.brand.heading, fonts.brand.body, fonts.office.heading, fonts.office.body))
    held = [family for family in named if any(_is(one, family) for one in found)]
    if not held:
        inside = ", ".join(dict.fromkeys(repr(printable(name)) for one in found for name in one.families))
        raise Refused(
            f"the theme has no font of these names: {inside}; its fonts are {', '.join(named)}:"
            " name the font in theme.yaml first, under `fonts: {brand: ...}`"
        )
    if len(held) > 1:
        raise Refused(f"these files hold several of the theme's fonts: {', '.join(held)}; add one at a time")
    return held[0]


def _is(one: Measured, family: str) -> bool:
    return any(
        " ".join(name.split()).casefold() == " ".join(family.split()).casefold() for name in one.families
    )


def _tell(path: Path, one: Measured) -> None:
    notes = [f"{one.style}: {len(one.face.advances)} characters", *_licence(one.embedding)]
    if one.variable:
        notes.append(
            "an instance of a variable font: PowerPoint wants static files, so check how it looks there"
        )
    click.echo(f"{printable(path.name)}, {'; '.join(notes)}", err=True)


def _licence(bits: int) -> Iterator[str]:
    """What OS/2 fsType says about handing the font on in a deck; it may be measured all the same."""
    if reason := ban(bits):
        yield f"it can't go into a deck: {reason}"
    elif bits & NO_SUBSETS:
        yield "it may be embedded as a whole only"
