"""What is made ready when deckgen is packed: plain data that a build would otherwise work out anew each time.

A file here holds one tuple of numbers, texts, bytes and tuples, as `marshal` writes them (version 2, which every Python reads; the files
are as much part of the installation as the modules beside them).  In an installed package nothing changes any more.  In a checkout a file
counts only as long as the sources are those that it was made from, by their times and sizes, as for the interpreter's own `.pyc`; else
it is as if it weren't there.  `python scripts/prepare.py` makes them (`deckgen.prepare`).
"""

from __future__ import annotations

import marshal
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

PACKAGE = Path(__file__).resolve().parent
FOLDER = PACKAGE / "data" / "prepared"
SUFFIX = ".ready"
_SOURCES = ("", "model", "scene", "source", "theme", "typeset", "writers/pptx", "data/metrics")


@cache
def sources() -> int:
    """A number that changes when a source file does; 0 in an installed package."""
    if PACKAGE.parent.name != "src":
        return 0
    files = [
        (folder, entry.name, (stat := entry.stat()).st_mtime_ns, stat.st_size)
        for folder in _SOURCES
        for entry in os.scandir(PACKAGE / folder)
        if entry.name.endswith((".py", ".metrics"))
    ]
    return crc32(repr(sorted(files)).encode())


def ready(name: str) -> Any:
    """What was made ready under `name`, or None: nothing was, or from other sources."""
    try:
        made_from, data = marshal.loads((FOLDER / f"{name}{SUFFIX}").read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return data if made_from == sources() else None


def python() -> str:
    """The interpreter that compiled code and patterns are of; another one can't read them."""
    return f"{sys.implementation.cache_tag} {sys.hexversion:x}"


def compiled(name: str) -> Any:
    """What was compiled ahead under `name` for this interpreter, or None."""
    found = ready(name)
    return found[1] if found is not None and found[0] == python() else None


def keep(folder: Path, name: str, data: tuple[Any, ...], made_from: int) -> Path:
    """Write `data` to `folder` under `name`; who reads meanwhile sees the old file or the new one."""
    folder.mkdir(parents=True, exist_ok=True)
    target, part = folder / f"{name}{SUFFIX}", folder / f".{name}-{os.getpid()}.part"
    part.write_bytes(marshal.dumps((made_from, data), 2))
    os.replace(part, target)
    return target
