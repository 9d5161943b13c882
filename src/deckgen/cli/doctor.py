"""`deckgen doctor`: what is there, and what is missing for what."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import click


@click.command("doctor", epilog="Example: deckgen doctor")
def command() -> None:
    """Say what is there (Python, fonts of the themes, LibreOffice) and what is missing for what."""
    from .._version import __version__
    from ..findings import Findings
    from ..theme.find import names, shipped_dirs
    from ..theme.reader import load_theme

    click.echo(f"deckgen {__version__}, Python {platform.python_version()} on {platform.system()}")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    click.echo(
        f"LibreOffice: {'there' if office else 'missing; needed only to render decks as pictures and for the tests'}"
    )
    here = installed_families()
    for name in names(shipped_dirs()):
        theme = load_theme(name, project=None, base=None, findings=Findings())
        if theme is None:
            click.echo(f"theme {name}: broken")
            continue
        families = sorted({theme.fonts.brand.heading, theme.fonts.brand.body})
        if here is None:
            click.echo(f"theme {name}: {', '.join(families)} (this system's fonts can't be listed)")
            continue
        missing = [f for f in families if f not in here and theme.fonts.files]
        if missing:
            click.echo(
                f"theme {name}: {', '.join(missing)} not installed; install the fonts in {theme.fonts.files[0].parent}, or build with --fonts office"
            )
        else:
            click.echo(f"theme {name}: {', '.join(families)} ready")


def installed_families() -> set[str] | None:
    """The font families of this machine, or None if they can't be listed."""
    lister = shutil.which("fc-list")
    if lister:
        try:
            done = subprocess.run(
                [lister, ":", "family"], capture_output=True, text=True, timeout=20, check=True
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return {name.strip() for line in done.stdout.splitlines() for name in line.split(",")}
    folders: list[Path] = []
    if sys.platform == "win32":
        folders = [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft/Windows/Fonts",
        ]
    elif sys.platform == "darwin":
        folders = [Path("/Library/Fonts"), Path("/System/Library/Fonts"), Path.home() / "Library/Fonts"]
    stems = {p.stem.split("-")[0] for f in folders if f.is_dir() for p in f.rglob("*.[to]t[fc]")}
    return stems or None
