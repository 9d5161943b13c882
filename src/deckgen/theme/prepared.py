"""A shipped theme as it was read when deckgen was packed: records from rows of plain values.

Reading `theme.yaml` takes longer than all else that a small build does.  A theme is taken from its rows only while the files that it was
read from hold the same; so an edited one is read.  Rows stand in an order in which each needs only those before it; equal ones stand once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from ..findings import Span
from ..prepared import ready
from ..typeset.metrics import Face, load_faces, shipped
from ..units import Box
from . import chart_spec, paint, records, table_records, tracker_records
from .find import FILE, shipped_dirs
from .records import Theme

TUPLE, DICT, SPAN, PATH, FACES = "tuple", "dict", "span", "path", "faces"
RECORDS: dict[str, Any] = {
    name: made
    for module in (paint, records, table_records, chart_spec, tracker_records)
    for name, made in vars(module).items()
    if hasattr(made, "__dataclass_fields__")
} | {"Box": Box}


class Faces(Mapping[tuple[str, str], Face]):
    """A theme's faces by family and style; a family's metrics are read when one of its faces is asked for."""

    def __init__(self, families: dict[tuple[str, str], Path | None]) -> None:
        self._families = families
        self._read: dict[str, Mapping[str, Face]] = {}

    def __getitem__(self, key: tuple[str, str]) -> Face:
        path, family = self._families[key], key[0]
        if family not in self._read:
            self._read[family] = load_faces(path) if path is not None else shipped(family) or {}
        return self._read[family][key[1]]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._families)

    def __len__(self) -> int:
        return len(self._families)


def stamp(file: Path) -> tuple[int, int]:
    """What tells one state of a file from another: its length and its CRC-32."""
    data = file.read_bytes()
    return len(data), crc32(data)


def key_of(name: str, stamps: tuple[Any, ...]) -> str:
    """`Theme.prepared` of the theme `name` that was read from such files."""
    return f"{name}-{crc32(repr(stamps).encode()):08x}"


def prepared_theme(file: Path, label: Callable[[Path], str]) -> tuple[Theme, list[Path]] | None:
    """The theme at `file`, a shipped one's `theme.yaml`, and the files that it was read from; None if it has to be read.

    `label` gives the names by which spans speak of files.
    """
    folder = file.parent
    if file.name != FILE or folder.parent not in shipped_dirs():
        return None
    data = ready(folder.name)
    if data is None:
        return None
    stamps, kinds, rows = data
    files = [_shipped(theme, path, folder) for theme, path, *_ in stamps]
    try:
        if any(file is None or stamp(file) != (size, crc) for file, (_, _, size, crc) in zip(files, stamps)):
            return None
    except OSError:
        return None
    known = [file for file in files if file is not None]
    theme: Theme = _made(kinds, rows, known, [label(path) for path in known])
    object.__setattr__(theme, "prepared", key_of(folder.name, stamps))
    return theme, [path for path in known if path.name == FILE]


def _shipped(theme: str, path: str, own: Path) -> Path | None:
    """A file of a shipped theme; the theme asked for lies in the folder `own`."""
    if theme == own.name:
        return own / path
    return next((d / theme / path for d in shipped_dirs() if (d / theme / FILE).is_file()), None)


def _made(kinds: tuple[str, ...], rows: Any, files: list[Path], labels: list[str]) -> Any:
    """What the last of the rows stands for."""
    folder = files[0].parent

    def faces(*given: Any) -> Faces:
        return Faces({(family, style): folder / path if path else None for family, style, path in given})

    makers: dict[str, Callable[..., Any]] = {
        TUPLE: lambda *values: values,
        DICT: lambda *values: dict(zip(values[::2], values[1::2])),
        SPAN: lambda file, *place: Span(labels[file], *place),
        PATH: lambda path: folder / path,
        FACES: faces,
    }
    found = [makers.get(kind) or RECORDS[kind] for kind in kinds]
    table: list[Any] = []
    for kind, values, others in rows:
        if others:
            values = list(values)
            for place in others:
                values[place] = table[values[place]]
        table.append(found[kind](*values))
    return table[-1]
