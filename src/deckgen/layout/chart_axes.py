"""Ranges of value axes: round numbers, few grid lines, bars from zero."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

INTERVALS, FEWEST = 5, 3
TINY = 1e-200  # as good as zero; below it steps lose their digits
FAR = 0.4  # lines whose values spread less than this share of the largest one may leave zero out
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0)


class Range(NamedTuple):
    """An axis from `least` to `most` in steps of `step`."""

    least: float
    most: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The numbers at the axis."""
        count = round((self.most - self.least) / self.step)
        return tuple(_clean(self.least + self.step * i, self.step) for i in range(count + 1))


def nice_range(values: Sequence[float], *, zero: bool, intervals: int = INTERVALS) -> Range:
    """The range for `values`: with `zero` it holds zero; at most `intervals` steps of 1, 2, 2.5 or 5 times a power of ten.

    Of these the shortest range is taken, then the one with the fewest steps, if possible three.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    largest = max(abs(low), abs(high))
    if largest < TINY:
        low = high = 0.0
    if zero or low <= 0 <= high or high - low >= FAR * largest:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (0.0, 1.0) if low == 0 else (min(low, 0.0), max(high, 0.0))
    found: list[tuple[float, int, Range]] = []
    power = 10.0 ** math.floor(math.log10((high - low) / intervals))
    for factor in _STEPS:
        step = factor * power
        least, most = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if most - least <= intervals:
            scale = Range(_clean(least * step, step), _clean(most * step, step), _clean(step, step))
            few = most - least if most - least >= FEWEST else intervals + FEWEST
            found.append((round((most - least) * step / (high - low), 2), few, scale))
    return min(found)[2]


def _clean(value: float, step: float) -> float:
    """`value` without what binary fractions added."""
    places = max(0, 2 - math.floor(math.log10(step))) if step < 100 else 0
    rounded = round(value, min(places, 300))
    return rounded + 0.0  # no negative zero


def room_for_labels(values: Sequence[float], needs: Sequence[float], length: float) -> Range:
    """The range of an axis nobody sees: as long as possible, with room for each value's label within `length` points.

    `needs` are the labels' lengths along the axis.  A bar of v takes `length` x v / (most - least).
    """
    ups = [(v, need) for v, need in zip(values, needs, strict=True) if v >= 0]
    downs = [(-v, need) for v, need in zip(values, needs, strict=True) if v < 0]
    most = max((v for v, _ in ups), default=0.0)
    least = max((v for v, _ in downs), default=0.0)
    if max(most, least) < TINY:
        return Range(0.0, 1.0, 1.0)
    for _ in range(40):  # each side's room depends on the whole; it settles quickly
        unit = (most + least) / length
        wanted_up = max((v + need * unit for v, need in ups), default=0.0)
        wanted_down = max((v + need * unit for v, need in downs), default=0.0)
        if wanted_up <= most * 1.0001 and wanted_down <= least * 1.0001:
            break
        most, least = max(most, wanted_up), max(least, wanted_down)
    return Range(-least if least else 0.0, most, most + least)
