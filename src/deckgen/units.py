"""Lengths: English Metric Units (EMU), points, inches; boxes; how times are shown.

1 in = 914,400 EMU = 72 pt; 1 pt = 12,700 EMU (ECMA-376 part 1, 20.1.2.1).
"""

from __future__ import annotations

from .records import dataclass

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def inches(value: float) -> int:
    """Inches to EMU, rounded to a whole EMU."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """Points to EMU, rounded to a whole EMU."""
    return round(value * EMU_PER_POINT)


def to_points(emu: float) -> float:
    """EMU to points."""
    return emu / EMU_PER_POINT


def to_inches(emu: float) -> float:
    """EMU to inches."""
    return emu / EMU_PER_INCH


def minutes(seconds: float) -> str:
    """Minutes and seconds: "7:05", "75:00"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in EMU: left, top, width, height."""

    x: int
    y: int
    w: int
    h: int

    @classmethod
    def of_inches(cls, x: float, y: float, w: float, h: float) -> Box:
        """A box from inches."""
        return cls(inches(x), inches(y), inches(w), inches(h))

    @property
    def right(self) -> int:
        """The right edge, EMU."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The bottom edge, EMU."""
        return self.y + self.h

    def meets(self, other: Box) -> bool:
        """Whether they share any room."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def moved(self, dx: int, dy: int) -> Box:
        """The same box, moved by EMU."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def mirrored(self, width: int) -> Box:
        """The box mirrored on a slide that is `width` EMU wide (right-to-left decks)."""
        return Box(width - self.x - self.w, self.y, self.w, self.h)
