"""A table's cells: which part of the theme's table each is drawn as, its text at a size, what it needs at least."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import TYPE_CHECKING

from ..model.text import RichText
from ..records import dataclass
from ..scene.items import Align, Paragraph
from ..theme.records import Ground
from ..theme.table_records import CellStyle, TableSpec
from ..typeset.measure import SOFT_HYPHEN
from ..typeset.paragraph import Lines, Para, Unit, extent, line_width, pieces_width, set_paragraphs, units_of
from ..typeset.refusals import shortened
from .direction import directed
from .division import division_of, written_with_breaks
from .jobs import faces_of
from .runs import Faces, Setting, measured
from .table_facts import Marks

if TYPE_CHECKING:
    from ..model.table import TableData

HEAD = -1  # the header's row number
_WIDE = 100_000.0  # pt: no line is broken
_LOSS = 1 - 0.003  # share of a line that the typesetter fills (typeset.paragraph.set_paragraphs)


@dataclass(frozen=True, slots=True)
class Words:
    """A cell's text at one size: what is written, what is measured; points."""

    paragraphs: tuple[Paragraph, ...]
    paras: tuple[Para, ...]
    size: int

    def lines(self, width: float) -> Lines | None:
        """The text in lines; None where a word is wider."""
        return set_paragraphs(self.paras, self.size, width)

    @property
    def faces(self) -> tuple[str, ...]:
        """The names of the faces that it is measured in."""
        return faces_of(self.paras)

    def needs(self, *, cut: bool = False) -> tuple[float, float]:
        """The widths of the text on one line, and of its widest word; with `cut` words part where the author marked it and behind a slash."""
        natural = least = 0.0
        for para in self.paras:
            found = extent(para, self.size)
            if found is None:
                lines = self.lines(_WIDE)
                return lines.width / _LOSS if lines is not None else _WIDE, self.least(cut=cut)
            natural, least = max(natural, found[0]), max(least, found[1])
        return natural / _LOSS, self.least(cut=True) if cut else least / _LOSS

    def natural(self) -> float:
        """The width of the text on one line."""
        return self.needs()[0]

    def least(self, *, cut: bool = False) -> float:
        """The width of the widest word, as `needs` has it."""
        units = (unit for para in self.paras for stretch in units_of(para) for unit in stretch)
        return max((_unit_width(unit, self.size, cut) for unit in units), default=0.0) / _LOSS

    def widest_word(self) -> str:
        """The widest word, for messages."""
        units = [unit for para in self.paras for stretch in units_of(para) for unit in stretch]
        widest = max(units, key=lambda unit: pieces_width(unit.core, self.size))
        word = widest.text.strip(" \t").replace(SOFT_HYPHEN, "")
        return shortened(word)


def _unit_width(unit: Unit, size: int, cut: bool) -> float:
    whole = line_width(unit.core, size) + unit.apart * size
    if not cut or not (SOFT_HYPHEN in unit.text or "/" in unit.text.strip()[1:-1]):
        return whole
    span = unit.core[0][0]
    pieces = [p + "-" for p in unit.text.strip().split(SOFT_HYPHEN)]
    pieces = [q for p in pieces for q in p.replace("/", "/\v").split("\v")]
    return min(whole, max(line_width([(span, p)], size) for p in pieces))


@dataclass(frozen=True, slots=True)
class CellSetter:
    """Sets the cells of one table on one ground."""

    data: TableData
    spec: TableSpec
    ground: Ground
    faces: Faces
    aligns: tuple[Align, ...]
    marks: Marks
    total: bool
    lang: str
    rtl: bool
    _drawn: dict[tuple[bool, bool, bool, bool], CellStyle] = field(default_factory=dict)
    _settings: dict[tuple[bool, bool, bool, bool], Setting] = field(default_factory=dict)

    def text(self, row: int, column: int) -> RichText | None:
        """The text of a cell; `row` is HEAD for the header."""
        cells = (self.data.header or ()) if row == HEAD else self.data.rows[row]
        return cells[column] if column < len(cells) else None

    def is_total(self, row: int) -> bool:
        """Whether the row holds the sums."""
        return self.total and row == len(self.data.rows) - 1

    def is_marked(self, row: int, column: int) -> bool:
        """Whether a cell of the body is highlighted."""
        return row in self.marks.rows or column in self.marks.columns

    def drawn(self, row: int, column: int) -> CellStyle:
        """Type, colour and fill of a cell, without bands."""
        key = self._sort(row, column)
        if key not in self._drawn:
            self._drawn[key] = self._style(row, column)
        return self._drawn[key]

    def _sort(self, row: int, column: int) -> tuple[bool, bool, bool, bool]:
        """What decides how a cell is drawn."""
        if row == HEAD:
            return True, False, False, column in self.marks.columns
        return False, column == 0, self.is_total(row), self.is_marked(row, column)

    def _setting(self, row: int, column: int) -> Setting:
        key = self._sort(row, column)
        if key not in self._settings:
            cell = self.drawn(row, column)
            shade = self.ground.shade(cell.color)
            self._settings[key] = Setting(cell.style, shade, self.ground, False, lang=self.lang)
        return self._settings[key]

    def _style(self, row: int, column: int) -> CellStyle:
        spec = self.spec
        if row == HEAD:
            if column in self.marks.columns and spec.mark is not None and not spec.head.fill:
                return CellStyle(spec.head.style, spec.mark.color, spec.mark.fill)
            return spec.head
        result = spec.body
        layers = (
            spec.first if column == 0 else None,
            spec.total if self.is_total(row) else None,
            spec.mark if self.is_marked(row, column) else None,
        )
        for layer in layers:
            if layer is not None:
                result = CellStyle(
                    layer.style if layer.style != spec.body.style else result.style,
                    layer.color if layer.color != spec.body.color else result.color,
                    layer.fill or result.fill,
                )
        return result

    def words(self, row: int, column: int, size: int, width: float = 0.0) -> Words:
        """The text of a cell at `size`; with `width` its words are cut so that they fit, where that may be."""
        setting = self._setting(row, column)
        cell = self.drawn(row, column)
        source = self.text(row, column)
        align = self.aligns[column]
        if self.rtl and align == "left" and not self._aligned(column):
            align = "right"
        pitch = round(cell.style.ratio * size, 2)
        texts = [tuple(setting.runs(p.runs, size)) for p in source.paragraphs] if source is not None else []
        paragraphs = [
            directed(Paragraph(runs, align=align, pitch=pitch, size=size, rtl=self.rtl))
            for runs in texts or [()]
        ]
        words = self._measured(paragraphs, cell, size)
        return self._cut(words, cell, width) if width else words

    def _aligned(self, column: int) -> bool:
        return column < len(self.data.align) and bool(self.data.align[column])

    def _measured(self, paragraphs: Iterable[Paragraph], cell: CellStyle, size: int) -> Words:
        kept = tuple(paragraphs)
        return Words(kept, tuple([measured(p, cell.style, size, self.faces) for p in kept]), size)

    def _cut(self, words: Words, cell: CellStyle, width: float) -> Words:
        """Hard breaks in words that are wider than the cell: where the author marked one (with a hyphen), behind a slash or hyphen."""
        division = division_of(words.paras, words.size, width, self.lang, title=False)
        if not division.breaks:
            return words
        return self._measured(written_with_breaks(words.paragraphs, division.breaks), cell, words.size)
