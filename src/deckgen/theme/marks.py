"""A logo as a brand gives it, and as layouts have it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import Span
from ..records import dataclass
from ..units import Box

if TYPE_CHECKING:
    from .records import ShapeSpec


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A file of a theme's logo; `label` is its path as messages show it."""

    path: Path
    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Logos:
    """A theme's logo for light and for dark ground; one of both may be missing."""

    light: LogoFile | None
    dark: LogoFile | None

    @property
    def files(self) -> tuple[LogoFile, ...]:
        """Those that there are."""
        return tuple(file for file in (self.light, self.dark) if file is not None)


@dataclass(frozen=True, slots=True)
class Mark:
    """The logo on one layout: its picture (a key in `Deck.assets`), its place, what is cut from its clear margins (1/100000), its plate.

    `fixed` says that it stands on the layout; else it stands on slides, above the picture that would cover it.
    """

    asset: str
    box: Box
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    plate: ShapeSpec | None = None
    fixed: bool = True
