"""Writers: one module or package each, found by name; each turns a composed deck into the bytes of a file.

A module of this package exports `WRITER`; its name is the suffix of its files without the dot.
"""

from __future__ import annotations

from ..discovery import module, names
from ..errors import OutputError
from ._writer import Writer, save

__all__ = ["Writer", "save", "writer_for"]


def writer_for(suffix: str) -> Writer:
    """The writer for a suffix (".pptx") or a name ("pptx"); upper and lower case are the same.

    Raises:
        OutputError: if there is none.
    """
    name = suffix.removeprefix(".").lower()
    if name not in names(__name__):
        known = ", ".join(f".{n}" for n in names(__name__))
        raise OutputError(suffix or "(no suffix)", f"decks are written as {known}")
    found: Writer = module(__name__, name).WRITER
    return found
