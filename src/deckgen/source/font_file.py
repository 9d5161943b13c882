"""Font files from the disk, as bytes."""

from __future__ import annotations

from pathlib import Path

from .. import trace

LIMIT = 32 * 1024 * 1024


def font_bytes(path: Path) -> bytes:
    """The bytes of the font file at `path`.

    Raises:
        ValueError: if it can't be read or is larger than 32 MB.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise ValueError(f"can't be read: {error.strerror}") from error
    if len(data) > LIMIT:
        raise ValueError("larger than 32 MB")
    trace.saw(path, data)
    return data
