"""What all looks of a theme are read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..records import dataclass
from ..typeset.baseline import first_baseline
from ..typeset.metrics import Face
from ..units import Box, points
from .chart_reader import ChartBase
from .records import TextSpec
from .table_reader import TableReader
from .zone import Move


@dataclass(frozen=True, slots=True)
class Shared:
    """How looks draw tables and charts, the faces by which half-leading is undone, how lengths written in another theme's file come to
    this page (by the file's label), the names of the theme's labels."""

    tables: TableReader
    charts: ChartBase | None = None
    drawn: Mapping[str, Face] = field(default_factory=dict)
    moves: Mapping[str, Move] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()

    def settled(self, box: Box, text: TextSpec) -> Box:
        """A text's box where PowerPoint needs it.

        Design programs and browsers share the leading out evenly above and below a line, PowerPoint by ascent and descent: the box
        moves by the difference, so that the first baseline stands where it was drawn.  An opening quotation mark that hangs gets 1 em at the left.
        """
        style, face = text.style, self.drawn.get(text.style.font)
        if text.hang:
            box = Box(box.x - text.hang, box.y, box.w + text.hang, box.h)
        if face is None:
            return box
        half = (style.leading - (face.ascent + face.descent) * style.size) / 2 + face.ascent * style.size
        return box.moved(0, points(half - first_baseline(face, style.size, style.leading)))
