"""Widths of text in points, as an upper bound over PowerPoint and LibreOffice."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Final

from deckgen.typeset.metrics import UPEM, Face

SOFT_HYPHEN: Final = "\u00ad"

_CACHED_LENGTH: Final = 80  # longer pieces are measured anew: nobody repeats them
_CACHE_SIZE: Final = 20_000
_HUNDREDTH_MM: Final = 72 / 2540  # pt


class Measure:
    """Width of text set in one face.

    The width is the largest of three models of how the programs lay glyphs out:

    * LibreOffice: size in whole pixels at 600 dpi, kerned advances in whole pixels;
    * PowerPoint with kerning: kerned advances in whole 1/576 inch;
    * PowerPoint without: the same unkerned (fonts that kern by GPOS alone on Windows, sizes under `kern`).

    For balancing lines, `written` is the same bound for the face that the file names (it differs from the
    measure itself where that measures an envelope), and `narrow` the smallest of the models for it.
    """

    def __init__(self, face: Face) -> None:
        self.face = face
        self.written: Measure = self
        self.narrow: Measure | None = None
        self._units: dict[str, tuple[list[int], list[int]]] = {}
        self._widths: dict[tuple[str, float], float] = {}

    def width(self, text: str, size: float, tracking: float = 0.0) -> float:
        """Width of `text` in points at `size` points.

        `tracking` is in em and goes after each glyph, the last one too, in whole 1/100 pt (PowerPoint) or
        1/100 mm (LibreOffice). A soft hyphen has no width.
        """
        key = (text, size)
        w = self._widths.get(key)
        if w is None:
            w = self._model(text, size)
            if len(text) <= _CACHED_LENGTH:
                if len(self._widths) >= _CACHE_SIZE:
                    self._widths.clear()
                self._widths[key] = w
        if tracking:
            w += self._tracked(tracking * size) * (len(text) - text.count(SOFT_HYPHEN))
        return w

    def _tracked(self, pt: float) -> float:
        return max(_trackings(pt))

    def _model(self, text: str, size: float) -> float:
        return max(self._models(text, size))

    def _models(self, text: str, size: float) -> list[float]:
        kerned, plain = self._advances(text)
        pixel = int(size * 600 / 72 + 0.5) / UPEM
        eighth = size * 8 / UPEM
        widths = [
            sum([int(x * pixel + 0.5) for x in kerned]) * 0.12,
            sum([int(x * eighth + 0.5) for x in plain]) * 0.125,
        ]
        if kerned is not plain:
            widths.append(sum([int(x * eighth + 0.5) for x in kerned]) * 0.125)
        return widths

    def _advances(self, text: str) -> tuple[list[int], list[int]]:
        """(kerned, unkerned) advances in 1/2048 em; the same list twice when nothing kerns."""
        units = self._units.get(text)
        if units is None:
            shown = text.replace(SOFT_HYPHEN, "")
            known, kern = self.face.advances, self.face.kerning.get
            plain = [known[ch] if ch in known else self.face.advance(ch) for ch in shown]
            kerned = plain
            adjust = [kern(a, b) for a, b in pairwise(shown)] if self.face.kerning else []
            if any(adjust):
                kerned = [x + k for x, k in zip(plain, [*adjust, 0], strict=True)]
            units = (kerned, plain)
            if len(text) <= _CACHED_LENGTH:
                if len(self._units) >= _CACHE_SIZE:
                    self._units.clear()
                self._units[text] = units
        return units


def _trackings(pt: float) -> tuple[float, float]:
    """A tracking of `pt` points as PowerPoint and LibreOffice round it."""
    written = round(pt, 2)
    return written, round(written / _HUNDREDTH_MM) * _HUNDREDTH_MM


class _Narrow(Measure):
    """The narrowest that a program sets the text: the smallest of the models, without a grid too."""

    def _tracked(self, pt: float) -> float:
        return min(_trackings(pt))

    def _model(self, text: str, size: float) -> float:
        return min(sum(self._advances(text)[0]) * size / UPEM, *self._models(text, size))


@lru_cache(maxsize=256)
def measure_for(face: Face, written: Face | None = None) -> Measure:
    """The shared measure of a face.

    `written` is the face that the file names, when `face` is an envelope around it; by default they are one.
    """
    measure = Measure(face)
    if written is not None and written is not face:
        measure.written = measure_for(written)
        measure.narrow = measure.written.narrow
    else:
        measure.narrow = _Narrow(face)
    return measure
