"""Measures of any font family: from a table where there is one, else from a known font's with a factor that spans what fonts do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from .. import trace
from ..records import dataclass
from .measure import Measure, measure_for
from .metrics import Face, load_faces, shipped

Faces = dict[str, Face]
# The open fonts that the shipped tables were measured on, and names of the same design: as wide as the table says.
_SAME: Final = {
    "carlito": "Calibri", "liberation sans": "Arial", "arimo": "Arial", "arial mt": "Arial", "arialmt": "Arial", "nimbus sans": "Arial",
    "liberation serif": "Times New Roman", "tinos": "Times New Roman", "times": "Times New Roman", "liberation mono": "Courier New",
    "cousine": "Courier New", "courier": "Courier New", "caladea": "Cambria", "gelasio": "Georgia",
}  # fmt: skip
# Fonts without a table: the table that they are measured by, and how much narrower and wider than it whole texts of them are.
_LIKE: Final = {
    "calibri light": ("Calibri", 0.97, 1.0), "helvetica neue": ("Arial", 0.97, 1.03), "arial narrow": ("Arial", 0.78, 0.86),
    "verdana": ("Arial", 1.05, 1.25), "tahoma": ("Arial", 0.9, 1.08), "trebuchet ms": ("Arial", 0.9, 1.12),
    "dejavu sans": ("Arial", 1.05, 1.25), "dejavu serif": ("Times New Roman", 1.1, 1.35), "dejavu sans mono": ("Courier New", 1.0, 1.01),
    "consolas": ("Courier New", 0.91, 0.93), "aptos": ("Calibri", 0.98, 1.16), "segoe ui": ("Calibri", 1.0, 1.2),
}  # fmt: skip
_NARROW: Final = re.compile(r"narrow|cond|compress|impact|bebas|oswald", re.IGNORECASE)
_MONO: Final = re.compile(r"\bmono\b|courier|code|console|typewriter", re.IGNORECASE)
_ANY: Final = ("Calibri", 0.75, 1.4)
_STEM: Final = re.compile(r"[a-z0-9-]{1,60}")
_KEPT: Final = 500  # families of a deck that are looked up


@dataclass(frozen=True, slots=True)
class Pair:
    """What a face's text is measured by at most and at least; `known` says that a table has its widths."""

    most: Measure
    least: Measure
    known: bool


class Families:
    """Measures by family and style; `folders` hold `.metrics` files of further families.

    `unknown` collects the families that were asked for and have no table.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = folders
        self._pairs: dict[tuple[str, str], Pair] = {}
        self.unknown: dict[str, None] = {}

    def pair(self, family: str, bold: bool, italic: bool) -> Pair:
        """The measures of a family's face."""
        style = {(False, False): "regular", (True, False): "bold", (False, True): "italic"}.get(
            (bold, italic), "bold-italic"
        )
        name = " ".join(family.split())
        key = (name.casefold(), style)
        known = self._pairs.get(key)
        if known is None:
            if len(self._pairs) >= 4 * _KEPT:
                self._pairs.clear()
            known = self._pairs[key] = self._make(name, style)
        if not known.known and len(self.unknown) < _KEPT:
            self.unknown.setdefault(name or "(none named)")
        return known

    def _make(self, name: str, style: str) -> Pair:
        faces = shipped(_SAME.get(name.casefold(), name)) or self._found(name)
        if faces is not None:
            if style in faces:
                measure = measure_for(faces[style])
                return Pair(measure, measure, True)
            # Programs make up a face that a family lacks: bold is smeared wider, italic is slanted.
            base = measure_for(next(iter(faces.values())))
            wide = measure_for(_scaled(base.face, 1.06)) if "bold" in style else base
            return Pair(wide, base, True)
        like, low, high = _LIKE.get(name.casefold()) or _guess(name)
        table = shipped(like)
        assert table is not None
        face = table.get(style) or table["regular"]
        return Pair(measure_for(_scaled(face, high)), measure_for(_scaled(face, low)), False)

    def _found(self, name: str) -> Faces | None:
        stem = "-".join(name.casefold().split())
        if not _STEM.fullmatch(stem):
            return None
        for folder in self._folders:
            path = folder / f"{stem}.metrics"
            try:
                if trace.is_file(path):
                    return load_faces(path)
            except (OSError, ValueError):
                continue
        return None


def _guess(name: str) -> tuple[str, float, float]:
    if _MONO.search(name):
        return "Courier New", 0.85, 1.06
    if _NARROW.search(name):
        return "Calibri", 0.5, 1.1
    return _ANY


def _scaled(face: Face, factor: float) -> Face:
    """A face whose advances are `factor` times those of another, without kerning."""
    return Face(
        face.name, face.ascent, face.descent, {c: round(w * factor) for c, w in face.advances.items()}
    )


Lookup = Callable[[str, bool, bool], Pair]
