"""Writers: one module or package each, found by name; each turns a composed deck into the bytes of a file."""

from __future__ import annotations

from ..discovery import module, names
from ..errors import OutputError
from ._writer import Writer, save

__all__ = ["Writer", "save", "writer_for"]


def writer_for(suffix: str) -> Writer:
    """The writer for a suffix (".pptx") or a name ("pptx").

    Raises:
        OutputError: if there is none.
    """
    name = suffix.lstrip(".").lower()
    if name not in names(__name__):
        known = ", ".join(f".{n}" for n in names(__name__))
        raise OutputError(suffix or "(no suffix)", f"decks are written as {known}")
    found: Writer = module(__name__, name).WRITER
    return found
