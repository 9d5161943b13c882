"""Widths of text in points: the most that PowerPoint and LibreOffice make of it, and the least."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from deckgen.typeset import other_scripts
from deckgen.typeset.fallback import fallback, is_silent
from deckgen.typeset.metrics import UPEM, Face

SOFT_HYPHEN: Final = "\u00ad"

# LibreOffice rounds tracking to its pixels: in 0 to 144 pt it came out up to 0.053 pt wider (negative tracking),
# 0.013 pt (negative) or 0.12 pt (positive) narrower than asked for.
_LOOSE: Final = 0.06
_TIGHT: Final = 0.02

_CACHED_LENGTH: Final = 80  # longer pieces are measured anew: nobody repeats them
_CACHE_SIZE: Final = 20_000
_CACHED_TABLES: Final = 64


class _Advances(dict[str, int]):
    """Advances of a face in 1/2048 em, with those of other fonts for characters that it lacks."""

    def __init__(self, face: Face, which: int) -> None:
        super().__init__(face.advances)
        self._face = face
        self._which = which

    def __missing__(self, ch: str) -> int:
        width = self[ch] = fallback(ch, self._face.advances, UPEM)[self._which]
        return width


class _Table(dict[str, float]):
    """Widths by text at one size and tracking; what is asked for first is measured."""

    def __init__(self, measure: Measure, size: float, tracking: float) -> None:
        self._measure = measure
        self._size = size
        self._tracking = tracking

    def __missing__(self, text: str) -> float:
        width = self._measure.width(text, self._size, self._tracking)
        if len(text) <= _CACHED_LENGTH:
            if len(self) >= _CACHE_SIZE:
                self.clear()
            self[text] = width
        return width


class Measure:
    """Width of text set in one face.

    The width is the largest of three models of how the programs lay glyphs out:

    * LibreOffice: size in whole pixels at 600 dpi, kerned advances in whole pixels;
    * PowerPoint with kerning: kerned advances in whole 1/576 inch;
    * PowerPoint without: the same unkerned (fonts that kern by GPOS alone on Windows, sizes under `kern`).

    `faces` are the measures of the faces that the text may come out in, the one written first; a single face's
    own is the only one.  `names` are the faces' names.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.faces: tuple[Measure, ...] = (self,)
        self.names: tuple[str, ...] = (face.name,)
        self._most = _Advances(face, 0)
        self._least = _Advances(face, 1)
        self._units: dict[str, tuple[list[int], list[int]]] = {}
        self._widths: dict[tuple[str, float], tuple[float, float]] = {}
        self._leasts: dict[tuple[str, float], float] = {}
        self._tables: dict[tuple[float, float], _Table] = {}

    def widths(self, size: float, tracking: float = 0.0) -> Mapping[str, float]:
        """`width` by text; what was asked for before is at hand."""
        known = self._tables.get((size, tracking))
        if known is None:
            if len(self._tables) >= _CACHED_TABLES:
                self._tables.clear()
            known = self._tables[size, tracking] = _Table(self, size, tracking)
        return known

    def width(self, text: str, size: float, tracking: float = 0.0) -> float:
        """The most that `text` takes at `size` points, in points.

        `tracking` is in em and goes after each glyph, the last one too, in whole 1/100 pt. A soft hyphen has
        no width.
        """
        office, ppt = self._known(text, size)
        if tracking:
            spacing, n = round(tracking * size, 2), _glyphs(text, tracking > 0)
            office += (spacing + _LOOSE) * n
            ppt += spacing * n
        return office if office > ppt else ppt

    def least(self, text: str, size: float, tracking: float = 0.0) -> float:
        """The least that `text` takes at `size` points, in points."""
        key = (text, size)
        w = self._leasts.get(key)
        if w is None:
            w = self._least_model(text, size)
            if len(self._leasts) >= _CACHE_SIZE:
                self._leasts.clear()
            self._leasts[key] = w
        if tracking:
            tight = _TIGHT if tracking < 0 else 2 * _LOOSE
            w += (round(tracking * size, 2) - tight) * _glyphs(text, tracking < 0)
        return w

    def _known(self, text: str, size: float) -> tuple[float, float]:
        key = (text, size)
        w = self._widths.get(key)
        if w is None:
            w = self._model(text, size)
            if len(text) <= _CACHED_LENGTH:
                if len(self._widths) >= _CACHE_SIZE:
                    self._widths.clear()
                self._widths[key] = w
        return w

    def _model(self, text: str, size: float) -> tuple[float, float]:
        """The most in LibreOffice and in PowerPoint."""
        kerned, plain = self._advances(text)
        pixel = int(size * 600 / 72 + 0.5) / UPEM
        eighth = size * 8 / UPEM
        ppt = sum([int(x * eighth + 0.5) for x in plain]) * 0.125
        if kerned is not plain:
            ppt = max(ppt, sum([int(x * eighth + 0.5) for x in kerned]) * 0.125)
        return sum([int(x * pixel + 0.5) for x in kerned]) * 0.12, ppt

    def _least_model(self, text: str, size: float) -> float:
        text = text.replace(SOFT_HYPHEN, "")
        plain = [self._least[ch] for ch in text]
        kern = self.face.kerning
        adjust = [kern.get(a, b) for a, b in pairwise(text)] if kern.matrix else []
        kerned = [x + k for x, k in zip(plain, [*adjust, 0], strict=True)] if any(adjust) else plain
        pixel = int(size * 600 / 72 + 0.5) / UPEM
        eighth = size * 8 / UPEM
        grids = [sum([int(x * pixel + 0.5) for x in kerned]) * 0.12]
        grids += [sum([int(x * eighth + 0.5) for x in units]) * 0.125 for units in (kerned, plain)]
        return min(*grids, min(sum(kerned), sum(plain)) * size / UPEM)

    def _advances(self, text: str) -> tuple[list[int], list[int]]:
        """(kerned, unkerned) advances in 1/2048 em; the same list twice when nothing kerns."""
        units = self._units.get(text)
        if units is None:
            shown = text.replace(SOFT_HYPHEN, "")
            most, kern = self._most, self.face.kerning.get
            plain = [most[ch] for ch in shown]
            if not shown.isascii() and max(shown, default="") >= other_scripts.FIRST:
                for i, em in other_scripts.joins(shown).items():
                    if not self.face.has(shown[i]):
                        plain[i] = round(em * UPEM)
            kerned = plain
            adjust = [kern(a, b) for a, b in pairwise(shown)] if self.face.kerning.matrix else []
            if any(adjust):
                kerned = [x + k for x, k in zip(plain, [*adjust, 0], strict=True)]
            units = (kerned, plain)
            if len(text) <= _CACHED_LENGTH:
                if len(self._units) >= _CACHE_SIZE:
                    self._units.clear()
                self._units[text] = units
        return units


class _Widest(Measure):
    """Width in the widest of several faces: a true bound, whatever each of them kerns."""

    def __init__(self, faces: tuple[Measure, ...]) -> None:
        self.face = faces[0].face
        self.faces = faces
        self.names = tuple([m.face.name for m in faces])
        self._widths = {}
        self._leasts = {}
        self._tables = {}

    def _model(self, text: str, size: float) -> tuple[float, float]:
        both = [m._known(text, size) for m in self.faces]
        return max([office for office, _ in both]), max([ppt for _, ppt in both])

    def _least_model(self, text: str, size: float) -> float:
        return min([m.least(text, size) for m in self.faces])


def _glyphs(text: str, most: bool) -> int:
    """How many glyphs get tracking: programs differ in whether joiners and marks do."""
    if text.isascii():
        return len(text)
    if most:
        return len(text) - text.count(SOFT_HYPHEN)
    return sum(1 for ch in text if not is_silent(ch) and unicodedata.category(ch) not in ("Mn", "Me"))


@lru_cache(maxsize=256)
def measure_for(face: Face, other: Face | None = None) -> Measure:
    """The shared measure of a face, or of a face and the one that stands in for it where it is missing."""
    if other is None or other is face:
        return Measure(face)
    return _Widest((measure_for(face), measure_for(other)))
