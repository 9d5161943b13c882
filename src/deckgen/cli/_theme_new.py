"""The theme that `deckgen theme new` writes: another theme's layouts in one colour of one's own, with one's logo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..source.traps import quoted
from ..theme.find import FILE, find_theme, is_path
from ._starter import file_name, refuse, write_new

if TYPE_CHECKING:
    from ..source.assets import PictureFile

HEAD = """# What differs from the theme {parent}; all else comes from there.  docs/themes.md says what each colour draws.
name: {name}
title: {title}
extends: {extends}
{logo}
colors:
"""
PRIMARY = """  light:
    # the brand's colour: what {parent} draws in its own takes this one, also on dark slides and dividers
    primary: "{color}"
    # further colours are derived from it, for as long as they aren't given:
    # accents: six colours in the order in which charts take them
"""
CLIENT = """  # the brand's colour, from which {parent} derives all that it draws in one
  client: "{color}"
"""
FONTS = """
# fonts:
#   brand: {{heading: Georgia, body: Arial}}
"""


class Made:
    """What was written: the theme's folder and name, its files as they are shown, the project's folder; what there is to say of the colour."""

    def __init__(self, folder: Path, files: list[Path], root: Path | None, said: str) -> None:
        self.folder, self.name, self.files, self.root, self.said = folder, folder.name, files, root, said


def written(name: str, color: str | None, parent: str, logo: Path | None, dark: Path | None) -> Made:
    """Write the theme and copy its logo; without a colour the logo's is taken.

    Raises:
        click.UsageError: if the name, the colour, the parent or a logo can't be.
        SystemExit: with code 2 if it is there already or can't be written.
    """
    from ..errors import OutputError
    from ..findings import Findings
    from ..source.project import folder_of
    from ..source.workspace import project_root
    from ..writers import save
    from ._report import printable

    context = click.get_current_context(silent=True)
    stem = file_name(name, "theme")
    chosen = _hex(color, context) if color is not None else ""
    if logo is None and dark is not None:
        raise click.UsageError("--logo-dark needs --logo, the file for light ground", context)
    if logo is None and not chosen:
        raise click.UsageError(
            'say the brand\'s colour or give its logo: --color "#1F6F5C" or --logo logo.png', context
        )
    pictures = {file: _picture(file, context) for file in (logo, dark) if file is not None}
    said = ""
    if not chosen:
        assert logo is not None
        chosen = _color_of(pictures[logo], logo, context)
        said = f"the colour {chosen} is the logo's: --color says another one"
    root = project_root(Path.cwd())
    findings = Findings()
    if is_path(parent) or not parent.isprintable():
        raise click.UsageError(f"{parent[:60]!r} is a path: write a theme's name", context)
    if find_theme(parent, project=root or Path.cwd(), base=Path.cwd(), findings=findings) is None:
        first = findings.sorted()[0]
        raise click.UsageError(f"{first.message}: {first.fix.replace('`theme: ', '`--extends ')}", context)
    folder = (folder_of(root, "themes") if root else Path.cwd() / "themes") / stem
    if folder.exists():
        refuse(_shown(folder / FILE))
    copies = _copies(logo, dark)
    title = stem.replace("-", " ").replace("_", " ").strip()
    text = HEAD.format(
        name=quoted(stem), title=quoted(title[:1].upper() + title[1:]), parent=parent, extends=quoted(parent), logo=_logo_key(logo, dark, copies)
    ) + (CLIENT if _derives(parent, root) else PRIMARY).format(parent=parent, color=chosen) + FONTS.format()  # fmt: skip
    write_new(folder / FILE, text)
    for file, target in copies.items():
        drawing = pictures[file].svg
        try:
            save(drawing.data if drawing is not None else pictures[file].data, folder / target)
        except OutputError as error:
            click.echo(printable(str(error)), err=True)
            raise SystemExit(2) from None
    files = [_shown(folder / file) for file in (FILE, *copies.values())]
    return Made(folder, files, root, said)


def _hex(color: str, context: click.Context | None) -> str:
    from ..theme.colors import is_hex, to_hex, to_rgb

    if not is_hex(color.strip()):
        raise click.UsageError(
            f'{color[:40]!r} isn\'t a colour: write six hex digits, in quotes: "#1F6F5C"', context
        )
    return to_hex(*(c / 255 for c in to_rgb(color.strip())))


def _derives(parent: str, root: Path | None) -> bool:
    """Whether the parent makes its colours from a client's."""
    from ..findings import Findings
    from ..theme.reader import load_theme

    theme = load_theme(parent, project=root, base=Path.cwd(), findings=Findings())
    return theme is not None and bool(theme.client)


def _picture(file: Path, context: click.Context | None) -> PictureFile:
    from ..findings import Findings, Span
    from ..source.assets import load_picture

    findings = Findings()
    found = load_picture(file, str(file), findings, Span(str(file)))
    if found is None:
        first = findings.sorted()[0]
        raise click.UsageError(f"{first.message}{f': {first.fix}' if first.fix else ''}", context)
    return found


def _color_of(picture: PictureFile, file: Path, context: click.Context | None) -> str:
    """The logo's colour: of what is coloured in it, what there is most of; else its black or grey."""
    from ..source.logo_pixels import logo_traits
    from ..theme.client import brand_color

    found = brand_color(logo_traits(picture.data).colors)
    if not found:
        raise click.UsageError(f"{file} has no colour but white: say the brand's with --color", context)
    return found


def _copies(logo: Path | None, dark: Path | None) -> dict[Path, str]:
    """Each logo, and what it is called in the theme's folder."""
    result: dict[Path, str] = {}
    for file, stem in ((logo, "logo"), (dark, "logo-dark")):
        if file is not None:
            suffix = file.suffix.lower()
            result.setdefault(file, stem + (".svg" if suffix == ".svgz" else suffix))  # written unpacked
    return result


def _logo_key(logo: Path | None, dark: Path | None, copies: dict[Path, str]) -> str:
    if logo is None:
        return ""
    if dark is None or copies[dark] == copies[logo]:
        return f"logo: {copies[logo]}\n"
    return f"logo: {{light: {copies[logo]}, dark: {copies[dark]}}}  # for light and for dark ground\n"


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
