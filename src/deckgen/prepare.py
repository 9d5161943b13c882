"""Makes ready what `prepared` gives a build: patterns and code that are compiled ahead, the shipped themes and their layouts.  Packing runs it, and `python scripts/prepare.py`."""

from __future__ import annotations

from pathlib import Path

from . import patterns, records
from .findings import Findings
from .precompile import ahead
from .prepared import FOLDER, keep, python, sources
from .theme.find import find_theme, names, shipped_dirs
from .theme.prepare import rows_of
from .theme.prepared import key_of
from .theme.whole import read_theme
from .writers.pptx.prepared import LANGUAGES, packed_layouts


def prepare(folder: Path = FOLDER, *, packing: bool = False) -> list[Path]:
    """Make everything ready in `folder`, in place of what is there; `packing` makes it for an installed package.

    Raises:
        ValueError: if a shipped theme has findings.
        TypeError: if it holds what can't be made ready.
    """
    for old in folder.glob("*") if folder.is_dir() else ():
        old.unlink()
    made_from = 0 if packing else sources()
    rows, codes = ahead()
    made = [
        keep(folder, patterns.READY, (python(), rows), made_from),
        keep(folder, records.READY, (python(), codes), made_from),
    ]
    for name in names(shipped_dirs()):
        findings, files = Findings(), list[Path]()
        file = find_theme(name, project=None, base=None, findings=findings)
        theme = read_theme(file.resolve(), None, findings, files) if file is not None else None
        if theme is None or findings.found:
            raise ValueError(f"the shipped theme {name!r} has findings: {findings.found}")
        rows = rows_of(theme, list(dict.fromkeys(files)))
        made.append(keep(folder, name, rows, made_from))
        key = key_of(name, rows[0])
        for lang in LANGUAGES:
            layouts = tuple(
                (look, ground, tuple(part)) for look, ground, part in packed_layouts(theme, lang, "")
            )
            made.append(keep(folder, f"{name}.{lang}", (key, layouts), made_from))
    return made
