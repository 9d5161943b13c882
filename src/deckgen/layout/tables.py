"""A table to be fitted: columns by what they hold, rows by their lines, the step of the ladder at which all stays in the box."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial

from ..findings import Span
from ..records import dataclass, replace
from ..scene.items import Fit
from ..theme.records import PlaceholderSpec, TypeStyle
from ..typeset.refusals import needs, to_cut
from ..units import Box, to_points
from .division import Division
from .draft import Draft
from .jobs import LEAST, ladder
from .placed import Easel, Placed, Spot
from .table_cells import HEAD, CellSetter, Words
from .table_facts import alignments, marks_of, number_columns
from .table_item import table_item
from .table_plan import Plan
from .table_sizes import Need, column_widths, eased, even_parts, row_heights

MOST_PARTS = 12  # slides that one table may go on over
SLACK = 0.05  # pt of rounding forgiven
MOST_COLUMNS = 20
MOST_EASED = 240  # cells of a table whose columns are tried at several widths
_NEVER = 1e6
_EASE = 0.7  # of the space round a single line, which rows of several lines keep
AIR = 0.5  # pt of width that a line keeps free: cells are rounded to whole units


@dataclass(frozen=True, slots=True)
class _Columns:
    """The whole table measured at one step: words by (row, column), widths of columns (empty where they don't fit)."""

    words: Mapping[tuple[int, int], Words]
    widths: tuple[float, ...]


@dataclass(slots=True)
class TableJob:
    """One table in one box; a job like a text's.

    `rows` are the rows shown (from, to): a table that goes on over several slides is measured whole, so that its columns stay where they
    are.  After `settle` the result stands in `plan`.
    """

    key: tuple[str, ...]
    box: Box
    setter: CellSetter
    rows: tuple[int, int]
    numbers: tuple[bool, ...]
    shares: tuple[float, ...]
    sizes: tuple[int, ...]
    heads: tuple[int, ...]
    siblings: int = 1  # slides that the table stands on
    span: Span | None = None
    role: str = "table"
    trouble: str = ""
    division: Division = Division()
    plan: Plan | None = None
    _plans: dict[tuple[int, bool, bool], Plan] = field(default_factory=dict)
    _measured: dict[tuple[int, bool], _Columns] = field(default_factory=dict)
    _sides: tuple[tuple[int, int], ...] = ()

    @property
    def done(self) -> bool:
        """Whether it is settled."""
        return self.plan is not None

    @property
    def fills(self) -> bool:
        """Whether any cell of the whole table has a fill: then the outer columns' texts stand within it."""
        spec, marks = self.setter.spec, self.setter.marks
        if spec.band or any(cell.fill for cell in (spec.body, spec.first or spec.body)):
            return True
        head = bool(spec.head.fill) and self.setter.data.header is not None
        total = self.setter.total and spec.total is not None and bool(spec.total.fill)
        marked = bool(marks.rows or marks.columns) and spec.mark is not None and bool(spec.mark.fill)
        return head or total or marked

    def insets(self, column: int) -> tuple[int, int]:
        """Left and right inset of a column, EMU."""
        if not self._sides:
            spec, count = self.setter.spec, self.setter.data.columns
            edge = (spec.bleed if self.fills else 0) if spec.bleed else spec.inset
            sides = [
                (edge if n == 0 else spec.inset, edge if n == count - 1 else spec.inset) for n in range(count)
            ]
            self._sides = tuple([(right, left) for left, right in sides] if self.setter.rtl else sides)
        return self._sides[column]

    def _inset(self, column: int) -> float:
        return to_points(sum(self.insets(column)))

    def first_fit(self, start: int = 0) -> int | None:
        """The index of the first size at which the table stays in its box, or None."""
        if self._hopeless():
            return None
        for step in range(start, len(self.sizes)):
            if self._best(step) is not None:
                return step
        return None

    def _hopeless(self) -> str:
        """Why the table can't stand on slides whatever is in its cells, so that it isn't worth measuring; else ""."""
        setter, spec = self.setter, self.setter.spec
        rows, columns = len(setter.data.rows), setter.data.columns
        least = spec.body.style.ratio * self.sizes[-1] + 2 * to_points(spec.margin)
        if rows > MOST_PARTS * to_points(self.box.h) / least:
            return f"a table of {rows} rows is more than {MOST_PARTS} slides take: show the rows that matter"
        if columns > MOST_COLUMNS:
            return f"a table of {columns} columns is more than a slide takes: show at most {MOST_COLUMNS}"
        return ""

    def _best(self, step: int) -> Plan | None:
        """The table at a step with the roomiest rows that the box takes, or None."""
        spec, most = self.setter.spec, -(-len(self.setter.data.rows) // self.siblings)
        few = not spec.maximum or most <= spec.maximum
        for dense in (False, True):
            # more rows than usual: lower ones, one step smaller
            if not few and (not dense or (step == 0 and len(self.sizes) > 1)):
                continue
            plan = self._at(step, dense)
            if plan.widths and plan.tight is None and plan.height <= to_points(self.box.h) + SLACK:
                return plan
        return None

    def _at(self, step: int, dense: bool) -> Plan:
        """The table at a step; at the last one words that are too wide are cut where that may be."""
        plan = self._plan(step, dense, False)
        if step < len(self.sizes) - 1 or (plan.widths and plan.tight is None):
            return plan
        return self._plan(step, dense, True)

    def _plan(self, step: int, dense: bool, cut: bool) -> Plan:
        key = (step, dense, cut)
        if key not in self._plans:
            self._plans[key] = self._made(step, dense, cut)
        return self._plans[key]

    def _size(self, row: int, step: int) -> int:
        """The type size of a row; a header is never larger than the rows below it, where its ladder goes so far."""
        if row != HEAD:
            return self.sizes[step]
        return next((size for size in self.heads if size <= self.sizes[step]), self.heads[-1])

    def _every(self, rows: Sequence[int]) -> list[int]:
        return ([HEAD] if self.setter.data.header is not None else []) + list(rows)

    def _columns(self, step: int, cut: bool) -> _Columns:
        key = (step, cut)
        if key not in self._measured:
            setter = self.setter
            columns = range(setter.data.columns)
            rows = self._every(range(len(setter.data.rows)))
            words = {(row, c): setter.words(row, c, self._size(row, step)) for row in rows for c in columns}
            cells = [[words[row, c] for row in rows] for c in columns]
            needs = [self._need(cells[c], c, cut) for c in columns]
            room = to_points(self.box.w)
            widths = column_widths(needs, room, self.shares) or []
            if widths and not cut and not self.shares and sum(need.natural for need in needs) > room:
                widths = self._eased(widths, needs, cells)
            self._measured[key] = _Columns(words, tuple(widths))
        return self._measured[key]

    def _made(self, step: int, dense: bool, cut: bool) -> Plan:
        setter, spec, whole = self.setter, self.setter.spec, self._columns(step, cut)
        if not whole.widths:
            return Plan(self.sizes[step])
        rows = self._every(range(*self.rows))
        words, set_, blocks, tight = [], [], [], None
        for row in rows:
            cells, broken, block = [], [], 0.0
            for c, width in enumerate(whole.widths):
                room = width - self._inset(c) - AIR
                cell = setter.words(row, c, self._size(row, step), room) if cut else whole.words[row, c]
                lines = cell.lines(room)
                if lines is None:
                    tight = tight or (row, c)
                else:
                    block = max(block, lines.height)
                cells.append(cell)
                broken.append(lines)
            words.append(tuple(cells))
            set_.append(tuple(broken))
            blocks.append(block)
        margin = to_points(spec.margin)
        pitch = to_points(spec.dense if dense else spec.pitch)
        # rows of several lines look crowded with the least margin; there is room for more where rows aren't dense
        single = spec.body.style.ratio * self.sizes[step]
        around = margin if dense else max(margin, _EASE * (pitch - single) / 2)
        heights = row_heights(blocks, around, pitch)
        if rows[0] == HEAD:
            heights[0] = max(to_points(spec.head_height), blocks[0] + margin + self.head_top)
        return Plan(
            self.sizes[step],
            whole.widths,
            tuple(rows),
            tuple(heights),
            tuple(blocks),
            tuple(words),
            tight,
            tuple(set_),
        )

    def _eased(
        self, widths: list[float], needs: Sequence[Need], cells: Sequence[Sequence[Words]]
    ) -> list[float]:
        """Widths with fewer lines, for tables that aren't too long to try some."""
        if len(cells[0]) * len(cells) > MOST_EASED:
            return widths
        known: dict[tuple[int, float], list[float]] = {}

        def heights(column: int, width: float) -> list[float]:
            key = (column, width)
            if key not in known:
                room = width - self._inset(column) - AIR
                known[key] = [
                    lines.height if (lines := w.lines(room)) is not None else _NEVER for w in cells[column]
                ]
            return known[key]

        return eased(widths, [need.floor for need in needs], heights)

    @property
    def head_top(self) -> float:
        """What a header keeps free above its text, points: nothing where it has no fill and stands on its rule."""
        spec = self.setter.spec
        return 0.0 if spec.head_anchor == "bottom" and not spec.head.fill else to_points(spec.margin)

    def _need(self, cells: Sequence[Words], column: int, cut: bool) -> Need:
        inset = self._inset(column) + AIR + SLACK
        needs = [w.needs(cut=cut) for w in cells]
        natural = max([need[0] for need in needs], default=0.0)
        least = max([need[1] for need in needs], default=0.0)
        return Need(natural + inset, least + inset, self.numbers[column])

    def settle(self, step: int) -> None:
        """Set the table at a step, or say why it can't be."""
        found = None if self._hopeless() else self._best(step)
        if found is None:
            self.trouble = self._explain()
        self.plan = found

    def parts(self) -> int:
        """On how many slides the table fits at its smallest size with even parts; 0 where that doesn't help."""
        if self._hopeless():
            return 0
        plan = self._at(len(self.sizes) - 1, True)
        if not plan.widths or plan.tight is not None:
            return 0
        has_head = plan.rows[0] == HEAD
        room = to_points(self.box.h) + SLACK - (plan.heights[0] if has_head else 0.0)
        heights = plan.heights[1:] if has_head else plan.heights
        for parts in range(2, min(MOST_PARTS, len(heights)) + 1):
            if all(sum(heights[a:b]) <= room for a, b in even_parts(len(heights), parts)):
                return parts
        return 0

    def _explain(self) -> str:
        """Why the table doesn't fit, measured and allowed; `span` becomes the place of what is too long."""
        high, last = to_points(self.box.h), len(self.sizes) - 1
        if hopeless := self._hopeless():
            return hopeless
        plan = self._at(last, True)
        if not plan.widths:
            return self._too_wide(last)
        if plan.tight is not None:
            row, column = plan.tight
            cell = plan.words[plan.rows.index(row)][column]
            self._blame(row, column)
            room = plan.widths[column] - self._inset(column)
            word = needs(f"the word {cell.widest_word()!r}", cell.least(), cell.size, room)
            return f"{word} in its column; shorten it, mark a break with \\-, or give the column more width"
        tallest = max(range(len(plan.rows)), key=lambda i: plan.heights[i])
        head = plan.heights[0] if plan.rows[0] == HEAD else 0.0
        if plan.rows[tallest] != HEAD and plan.heights[tallest] + head > high:
            cells = plan.words[tallest]
            column = max(
                range(len(cells)), key=lambda c: lines.height if (lines := plan.lines[tallest][c]) else 0.0
            )
            self._blame(plan.rows[tallest], column)
            around = plan.heights[tallest] - plan.blocks[tallest]
            cut, words = to_cut(cells[column].paras, plan.blocks[tallest], high - head - around)
            row_needs = needs(f"row {plan.rows[tallest] + 1}", plan.heights[tallest], plan.size, high - head)
            return f"{row_needs}: cut about {cut} of {words} words in column {column + 1}"
        count = len(plan.rows) - (1 if plan.rows[0] == HEAD else 0)
        over = max(1, math.ceil(count * (plan.height - high) / (plan.height - head or 1.0)))
        table_needs = needs(f"a table of {count} rows", plan.height, plan.size, high)
        return f"{table_needs}: leave out about {over} rows, or shorten their texts"

    def _too_wide(self, step: int) -> str:
        setter = self.setter
        rows = self._every(range(len(setter.data.rows)))
        worst: tuple[float, int, int] = (0.0, 0, 0)
        total = 0.0
        for c in range(setter.data.columns):
            cells = [setter.words(row, c, self._size(row, step)) for row in rows]
            total += self._need(cells, c, True).floor
            widths = [w.natural() if self.numbers[c] else w.least(cut=True) for w in cells]
            at = max(range(len(widths)), key=lambda i: widths[i])
            worst = max(worst, (widths[at], rows[at], c))
        self._blame(worst[1], worst[2])
        word = setter.words(worst[1], worst[2], self.sizes[step]).widest_word()
        return (
            f"its {setter.data.columns} columns need {total:.0f} pt side by side at {self.sizes[step]} pt and have"
            f" {to_points(self.box.w):.0f} pt; the widest word is {word!r}: shorten it, mark a break with \\-, or leave out a column"
        )

    def _blame(self, row: int, column: int) -> None:
        text = self.setter.text(row, column)
        if text is not None and text.span.file:
            self.span = text.span

    def fit(self, row: int, column: int) -> Fit:
        """How the text of a cell was fitted; `row` counts the rows shown, the header too."""
        assert self.plan is not None
        plan = self.plan
        words = plan.words[row][column]
        lines = plan.lines[row][column]
        wanted = self.heads[0] if plan.rows[row] == HEAD else self.sizes[0]
        room = plan.heights[row] - to_points(self.setter.spec.margin)
        room -= self.head_top if plan.rows[row] == HEAD else to_points(self.setter.spec.margin)
        if lines is None:
            return Fit(words.size, wanted, 0, room + 1, room)
        return Fit(words.size, wanted, lines.count, lines.height, room, lines.width, words.faces)


def put_table(spec: PlaceholderSpec, spot: Spot, placed: Placed, easel: Easel) -> None:
    """The draft's table into the look's placeholder."""
    draft = placed.draft
    if draft.table is None or spec.table is None or not draft.table.columns:
        return
    job = _job(spec, draft, placed, easel)
    spot.moved = partial(setattr, job, "box")
    placed.spots.append(spot)
    placed.jobs.append(job)
    placed.parts.append(partial(table_item, job, spec, draft))


def _job(spec: PlaceholderSpec, draft: Draft, placed: Placed, easel: Easel) -> TableJob:
    data, table = draft.table, spec.table
    assert data is not None and table is not None
    numbers = number_columns(data)
    setter = CellSetter(
        data=data,
        spec=table,
        ground=placed.ground,
        faces=easel.faces,
        aligns=alignments(data, numbers),
        marks=marks_of(data, draft.highlight),
        total=draft.total,
        lang=draft.lang,
        rtl=easel.rtl,
    )
    return TableJob(
        key=(placed.look.name, spec.role),
        box=spec.box,
        setter=setter,
        rows=draft.table_rows or (0, len(data.rows)),
        numbers=numbers,
        shares=draft.widths,
        sizes=_sizes(table.body.style, easel.profile),
        heads=_sizes(table.head.style, easel.profile),
        span=data.span or draft.span,
        siblings=draft.part[1],
    )


def _sizes(style: TypeStyle, profile: str) -> tuple[int, ...]:
    """The ladder of a table's text: a table is read, so the least size of texts that aren't the body holds."""
    plain = replace(style, ladder=style.ladder or (style.size,)) if style.size <= LEAST[profile][1] else style
    return ladder(plain, plain.size, profile, False)
