"""Which font families this machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..theme.records import Theme

SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}


def missing_families(theme: Theme) -> list[str] | None:
    """The families of the theme's brand set that aren't installed, sorted; None if this machine's fonts can't be listed."""
    return not_installed({theme.fonts.brand.heading, theme.fonts.brand.body})


def not_installed(families: Iterable[str]) -> list[str] | None:
    """Those of `families` that aren't installed, sorted; None if this machine's fonts can't be listed."""
    here = _installed()
    return sorted(f for f in families if _key(f) not in here) if here is not None else None


def tell_not_installed(missing: Sequence[str], folder: Path | str) -> None:
    """Say on stderr that families aren't installed, and what to do: their files lie in `folder`."""
    verb = "isn't" if len(missing) == 1 else "aren't"
    click.echo(
        f"{', '.join(missing)} {verb} installed here: install the fonts in {folder}, or build with --fonts office",
        err=True,
    )


def _key(family: str) -> str:
    """A family's name as lists and file names spell it: without spaces, hyphens and case."""
    return "".join(c for c in family.casefold() if c not in " -_\\")


@cache
def _installed() -> frozenset[str] | None:
    lister = shutil.which("fc-list")
    found = _listed(lister) if lister else None
    return found if found is not None else _in_folders()


def _listed(lister: str) -> frozenset[str] | None:
    """The families that fontconfig knows."""
    try:
        done = subprocess.run(
            [lister, ":", "family"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=20,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(_key(name) for line in done.stdout.splitlines() for name in line.split(","))


def _in_folders() -> frozenset[str] | None:
    """Families by the names of the files in the usual folders ("SourceSans3-Bold.ttf"), or None without such folders."""
    stems: set[str] = set()
    for folder in _folders():
        try:
            files = [p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES]
        except OSError:
            continue
        stems |= {_key(p.stem.split("-")[0].split("[")[0]) for p in files}
    return frozenset(stems) if stems else None


def _folders() -> list[Path]:
    if sys.platform == "win32":
        folders = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"]
        own = os.environ.get("LOCALAPPDATA")
        return [*folders, Path(own) / "Microsoft/Windows/Fonts"] if own else folders
    home = Path(os.path.expanduser("~"))
    if sys.platform == "darwin":
        return [Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts"]
