"""Widths of text in points, as an upper bound over PowerPoint and LibreOffice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from deckgen.typeset.metrics import UPEM, Face

SOFT_HYPHEN: Final = "\u00ad"

_CACHED_LENGTH: Final = 80  # longer pieces are measured anew: nobody repeats them
_CACHE_SIZE: Final = 20_000
_CACHED_SIZES: Final = 64


class Measure:
    """Width of text set in one face.

    The width is the largest of three models of how the programs lay glyphs out:

    * LibreOffice: size in whole pixels at 600 dpi, kerned advances in whole pixels;
    * PowerPoint with kerning: kerned advances in whole 1/576 inch;
    * PowerPoint without: the same unkerned (fonts that kern by GPOS alone on Windows, sizes under `kern`).

    `narrow` measures the text as it may really come out when the brand font is there; it is for balancing
    lines only.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.narrow: Measure | None = None
        self._units: dict[str, tuple[list[int], list[int]]] = {}
        self._widths: dict[float, _Widths] = {}

    def width(self, text: str, size: float, tracking: float = 0.0) -> float:
        """Width of `text` in points at `size` points.

        `tracking` is in em and goes after each glyph, the last one too, in whole 1/100 pt. A soft hyphen has
        no width.
        """
        w = self.widths(size)[text]
        if tracking:
            w += round(tracking * size, 2) * (len(text) - text.count(SOFT_HYPHEN))
        return w

    def widths(self, size: float) -> Mapping[str, float]:
        """Widths in points at `size` points without tracking, by text: those that were asked for before are at hand."""
        known = self._widths.get(size)
        if known is None:
            if len(self._widths) >= _CACHED_SIZES:
                self._widths.clear()
            known = self._widths[size] = _Widths(self, size)
        return known

    def model(self, text: str, size: float) -> float:
        """Width of `text` in points at `size` points, calculated."""
        kerned, plain = self._advances(text)
        pixel = int(size * 600 / 72 + 0.5) / UPEM
        eighth = size * 8 / UPEM
        w = max(
            sum([int(x * pixel + 0.5) for x in kerned]) * 0.12,
            sum([int(x * eighth + 0.5) for x in plain]) * 0.125,
        )
        if kerned is not plain:
            w = max(w, sum([int(x * eighth + 0.5) for x in kerned]) * 0.125)
        return w

    def _advances(self, text: str) -> tuple[list[int], list[int]]:
        """(kerned, unkerned) advances in 1/2048 em; the same list twice when nothing kerns."""
        units = self._units.get(text)
        if units is None:
            shown = text.replace(SOFT_HYPHEN, "")
            get, kern = self.face.advances.get, self.face.kerning.get
            plain = [get(ch, UPEM) for ch in shown]
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


class _Widths(dict[str, float]):
    """Widths by text at one size; what is asked for first is calculated."""

    def __init__(self, measure: Measure, size: float) -> None:
        self._measure = measure
        self._size = size

    def __missing__(self, text: str) -> float:
        w = self._measure.model(text, self._size)
        if len(text) <= _CACHED_LENGTH:
            if len(self) >= _CACHE_SIZE:
                self.clear()
            self[text] = w
        return w


class _TrueWidth(Measure):
    """Kerned advances without any grid: the narrowest a program sets the text."""

    def model(self, text: str, size: float) -> float:
        """Width of `text` in points at `size` points."""
        return sum(self._advances(text)[0]) * size / UPEM


@lru_cache(maxsize=256)
def measure_for(face: Face, narrow: Face | None = None) -> Measure:
    """The shared measure of a face; its `.narrow` is the kerned, unrounded width in the face `narrow`."""
    measure = Measure(face)
    if narrow is not None:
        measure.narrow = _TrueWidth(narrow)
    return measure
