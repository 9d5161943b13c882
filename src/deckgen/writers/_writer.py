"""What a writer is, and how files are saved: under another name first, then renamed."""

from __future__ import annotations

import errno
import os
from _thread import get_ident  # of `threading`, which a build needs for nothing else
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import OutputError
from ..records import dataclass
from ..scene.deck import Deck

_BUFFER = 1 << 16  # bytes: thousands of small parts go to the disk in few calls, and pictures as they are
_REASONS = {
    errno.ENOSPC: "the disk is full; nothing was written",
    errno.ENAMETOOLONG: "the file's name is too long; choose a shorter one with -o",
    errno.EROFS: "the disk is read-only; write to another place with -o",
    errno.EISDIR: "this is a folder; name a file in it with -o",
    errno.ENOTDIR: "its folder isn't a folder; choose another place with -o",
    errno.EEXIST: "its folder isn't a folder; choose another place with -o",
}


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer; `pieces(deck)` gives the file's bytes and may raise OutputError where the format can't hold the deck.

    They come in pieces so that a large deck, whose pictures are in memory already, isn't there a second time.
    """

    name: str
    suffix: str
    pieces: Callable[[Deck], list[bytes]]

    def write(self, deck: Deck) -> bytes:
        """The file's bytes as a whole."""
        return b"".join(self.pieces(deck))


def save(data: bytes | Sequence[bytes], path: Path) -> None:
    """Write `data` (whole or in pieces) to `path` without ever leaving half a file; a missing folder is made.

    Raises:
        OutputError: if the folder can't be made, the disk is full, or another program holds the file open.
    """
    part = path.parent / f".deckgen-{os.getpid()}-{get_ident():x}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise OutputError(path, _REASONS[errno.EISDIR])
        with part.open("wb", _BUFFER) as file:
            file.writelines([data] if isinstance(data, bytes) else data)
        os.replace(part, path)
    except OSError as error:
        raise OutputError(path, _reason(error)) from error
    except ValueError as error:  # a null character in the name
        raise OutputError(repr(str(path)), "this can't be a file's name; choose another with -o") from error
    finally:
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "can't be written; is it open in PowerPoint? Close it, or write to another file with -o"
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
