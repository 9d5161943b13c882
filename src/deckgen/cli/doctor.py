"""`deckgen doctor`: what is there, and what is missing for what."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..theme.records import Theme


@click.command(
    "doctor", short_help="Say what is there and what is missing for what.", epilog="Example: deckgen doctor"
)
def command() -> None:
    """Say what is there (Python, fonts of the themes, LibreOffice, resvg) and what is missing for what."""
    import platform

    from .._version import __version__
    from ..findings import Findings
    from ..source.svg_draw import INSTALL, can_draw
    from ..source.workspace import project_root
    from ..theme.find import names, theme_dirs
    from ..theme.reader import load_theme

    root = project_root(Path.cwd())
    click.echo(f"deckgen {__version__}, Python {platform.python_version()} on {platform.system()}")
    click.echo(f"project: {root or 'none here (no deckgen.yaml in this folder or above)'}")
    office = _libreoffice()
    click.echo(f"LibreOffice: {office or 'missing; needed only to render decks as pictures'}")
    click.echo(f"SVG pictures: {'resvg' if can_draw() else f'resvg is missing; {INSTALL}'}")
    for name in names(theme_dirs(root)):
        findings = Findings()
        theme = load_theme(name, project=root, base=None, findings=findings)
        if theme is None or findings.has_errors:
            why = next((f": {f.message}" for f in findings.sorted()), "")
            click.echo(f"theme {name}: can't be used{why}")
        else:
            click.echo(f"theme {name}: {_fonts(theme)}")


def _fonts(theme: Theme) -> str:
    """What of a theme's brand set is installed, and what to do about the rest."""
    from ._fonts import missing_families

    missing = missing_families(theme)
    families = ", ".join(sorted({theme.fonts.brand.heading, theme.fonts.brand.body}))
    if missing is None:
        return f"{families} (this system's fonts can't be listed)"
    if not missing:
        return f"{families} installed"
    if theme.fonts.files:
        remedy = f"install the fonts in {theme.fonts.files[0].parent}, or build with --fonts office"
    else:
        remedy = "only for looking at decks here; every Office machine has it"
    return f"{', '.join(missing)} not installed; {remedy}"


def _libreoffice() -> str:
    """The path of LibreOffice, or ""."""
    import shutil

    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    places: list[Path] = []
    if sys.platform == "darwin":
        places = [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    elif sys.platform == "win32":
        roots = [os.environ.get(key) for key in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
        places = [Path(r) / "LibreOffice/program/soffice.exe" for r in roots if r]
    return next((str(p) for p in places if p.is_file()), "")
