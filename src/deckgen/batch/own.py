"""Whether a deck is as deckgen wrote it: what people changed since is theirs, and nothing overwrites it unasked."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

from ..trace import digest

_FLAGS, _DAY = 0x800, (1980, 1, 1, 0, 0, 0)
LIMIT = 1 << 31


def present(path: Path) -> str:
    """The digest of the file at `path`; "" where there is none."""
    try:
        return digest(path.read_bytes()) if path.stat().st_size < LIMIT else "large"
    except FileNotFoundError:
        return ""
    except OSError:
        return "unreadable"


def untouched(path: Path) -> bool:
    """Whether no program saved the deck since deckgen packed it.

    Every entry has the day, the flags and the system that `writers.pptx.package` gives it; PowerPoint sets other flags, and LibreOffice,
    python-pptx and whoever packs a changed part write the day of saving.
    """
    try:
        with zipfile.ZipFile(path) as package:
            return all(
                (i.flag_bits, i.date_time, i.create_system, i.external_attr, i.extra)
                == (_FLAGS, _DAY, 0, 0, b"")
                for i in package.infolist()
            )
    except (OSError, ValueError, RuntimeError, zipfile.BadZipFile, NotImplementedError, struct.error):
        return False


def may_replace(path: Path, known: str) -> bool:
    """Whether a build may overwrite `path`: there is nothing, or what the build wrote last (`known`), or any deck as deckgen packed it."""
    there = present(path)
    return there in ("", known) or untouched(path)
