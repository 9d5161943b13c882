"""What a writer is, and how files are saved: under another name first, then renamed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import OutputError
from ..scene.deck import Deck


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer; `write(deck)` gives the file's bytes."""

    name: str
    suffix: str
    write: Callable[[Deck], bytes]


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path` without ever leaving half a file.

    Raises:
        OutputError: if the folder can't be made, the disk is full, or another program holds the file open.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as error:
        reason = error.strerror or str(error)
        if isinstance(error, PermissionError):
            reason = "can't be written; is it open in PowerPoint? Close it, or write to another file with -o"
        raise OutputError(path, reason) from error
    finally:
        part.unlink(missing_ok=True)
