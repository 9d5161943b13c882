"""A theme, read, as rows of plain values: what `theme.prepared` makes it from again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..findings import Span
from ..typeset.metrics import shipped
from .find import FALLBACK, FILE
from .prepared import DICT, FACES, PATH, RECORDS, SPAN, TUPLE, stamp
from .records import Fonts, Theme

_PLAIN = (str, int, float, bool, type(None))


def rows_of(theme: Theme, files: list[Path]) -> tuple[Any, ...]:
    """Stamps of what `theme` was read from, the kinds of records, the rows; `files` are its `theme.yaml` and the fallback's, as spans name them.

    Raises:
        TypeError: if the theme holds something that rows can't.
    """
    folder = files[0].parent
    if any(file.parent.name != FALLBACK for file in files[1:]):
        raise TypeError(f"{theme.name} extends a theme, which a project may have an own one of")
    metrics = sorted(folder.rglob("*.metrics"))
    stamps = [(file.parent.name, FILE, *stamp(file)) for file in files]
    stamps += [(folder.name, path.relative_to(folder).as_posix(), *stamp(path)) for path in metrics]
    table = _Table([str(file) for file in files], folder, {path.stem: path for path in metrics})
    table.add(theme)
    return tuple(stamps), tuple(table.kinds), tuple(table.rows)


class _Table:
    """Rows: the kind's number, values, the places of values that are numbers of other rows."""

    def __init__(self, labels: list[str], folder: Path, metrics: Mapping[str, Path]) -> None:
        self.kinds: list[str] = []
        self.rows: list[tuple[int, tuple[Any, ...], tuple[int, ...]]] = []
        self._labels, self._folder, self._metrics = labels, folder, metrics
        self._known: dict[str, int] = {}

    def add(self, value: Any) -> int:
        """The number of the row for `value`."""
        if isinstance(value, tuple):
            return self._row(TUPLE, value)
        if isinstance(value, Mapping):
            return self._row(DICT, [part for pair in value.items() for part in pair])
        if isinstance(value, Path):
            return self._row(PATH, (value.relative_to(self._folder).as_posix(),))
        if isinstance(value, Span):
            place = (value.line, value.column, value.end_line, value.end_column)
            return self._row(SPAN, (self._labels.index(value.file), *place))
        name = type(value).__name__
        if RECORDS.get(name) is not type(value):
            raise TypeError(f"rows hold no {name}")
        given = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        if isinstance(value, Fonts):
            faces = self._faces(value)
            return self._row(name, [_Row(faces) if key == "faces" else v for key, v in given.items()])
        return self._row(name, list(given.values()))

    def _faces(self, fonts: Fonts) -> int:
        rows = []
        for (family, style), face in fonts.faces.items():
            own = self._metrics.get("-".join(family.casefold().split()))
            if own is None and (shipped(family) or {}).get(style) is not face:
                raise TypeError(f"{family} has metrics of unknown origin")
            rows.append((family, style, own.relative_to(self._folder).as_posix() if own is not None else ""))
        return self._row(FACES, tuple(rows))

    def _row(self, kind: str, values: Any) -> int:
        kept, others = [], []
        for place, value in enumerate(values):
            if isinstance(value, _PLAIN) or (isinstance(value, tuple) and _plain(value)):
                kept.append(value)
            else:
                kept.append(value.number if isinstance(value, _Row) else self.add(value))
                others.append(place)
        if kind not in self.kinds:
            self.kinds.append(kind)
        row = (self.kinds.index(kind), tuple(kept), tuple(others))
        key = repr(row)  # tells 1 from 1.0 and from True
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append(row)
        return self._known[key]


class _Row:
    """A row that is there already, as a value of another."""

    def __init__(self, number: int) -> None:
        self.number = number


def _plain(value: Any) -> bool:
    """Whether a value holds nothing that needs a row of its own."""
    return all(map(_plain, value)) if isinstance(value, tuple) else isinstance(value, _PLAIN)
