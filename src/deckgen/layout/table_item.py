"""A fitted table as an item of the scene: cells with fills and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..scene.items import Anchor, Cell, Row, Table, Text
from ..theme.paint import Color, Stroke
from ..theme.records import PlaceholderSpec
from ..theme.table_records import Rule
from ..units import Box, points
from .draft import Draft
from .placed import holder_of
from .table_cells import HEAD

if TYPE_CHECKING:
    from .tables import TableJob


def table_item(job: TableJob, spec: PlaceholderSpec, draft: Draft) -> Table | None:
    """The table of a settled job; None if it couldn't be set (then the job says why)."""
    if job.plan is None and not job.trouble:
        job.settle(0)
    plan = job.plan
    if plan is None:
        return None
    setter, outer = job.setter, job.box
    widths = [points(w) for w in plan.widths]
    widths[-1] += outer.w - sum(widths)
    heights = [points(h) for h in plan.heights]
    across, down = _across(job), _down(job)
    anchors = [_anchor(job, i) for i in range(len(heights))]
    rows = tuple(
        Row(heights[i], tuple(_cell(job, i, c, anchors[i], across, down) for c in range(len(widths))))
        for i in range(len(heights))
    )
    return Table(
        id=f"{draft.id}:{spec.role}",
        name=spec.name,
        box=Box(outer.x, outer.y, outer.w, sum(heights)),
        placeholder=holder_of(spec),
        widths=tuple(widths),
        rows=rows,
        header=setter.data.header is not None,
        first_column=setter.spec.first is not None,
        total=any(setter.is_total(row) for row in plan.rows),
        banded=bool(setter.spec.band),
        rtl=setter.rtl,
        span=job.span or draft.span,
    )


def _cell(
    job: TableJob,
    row: int,
    column: int,
    anchored: tuple[Anchor, int],
    across: list[Stroke | None],
    down: list[Stroke | None],
) -> Cell:
    """A cell; `across` and `down` are the rules between rows and between columns, outer ones included."""
    plan, setter = job.plan, job.setter
    assert plan is not None
    margin, left_right = setter.spec.margin, job.insets(column)
    anchor, top = anchored
    start, end = (column + 1, column) if setter.rtl else (column, column + 1)
    return Cell(
        Text(plan.words[row][column].paragraphs, anchor, (left_right[0], top, left_right[1], margin)),
        fill=_fill(job, row, column),
        left=down[start],
        right=down[end],
        top=across[row],
        bottom=across[row + 1],
        fit=job.fit(row, column),
    )


def _anchor(job: TableJob, row: int) -> tuple[Anchor, int]:
    """Anchor and top inset (EMU).  A row with one line in each cell stands in the middle; in others first lines stand side by side."""
    plan, spec = job.plan, job.setter.spec
    assert plan is not None
    if plan.rows[row] == HEAD:
        anchors: dict[str, Anchor] = {"top": "top", "middle": "middle", "bottom": "bottom"}
        return anchors[spec.head_anchor], points(job.head_top)
    if all(lines is None or lines.count <= 1 for lines in plan.lines[row]):
        return "middle", spec.margin
    return "top", max(spec.margin, points((plan.heights[row] - plan.blocks[row]) / 2))


def _fill(job: TableJob, row: int, column: int) -> Color | None:
    plan, setter = job.plan, job.setter
    assert plan is not None
    number = plan.rows[row]
    fill = setter.drawn(number, column).fill
    if setter.spec.band and number != HEAD and (number - job.rows[0]) % 2 and not setter.is_total(number):
        marked = setter.is_marked(number, column) and setter.spec.mark is not None
        fill = fill if marked else setter.spec.band
    return setter.ground.shade(fill) if fill else None


def _stroke(job: TableJob, rule: Rule) -> Stroke | None:
    return Stroke(job.setter.ground.shade(rule.color), rule.width) if rule.width else None


def _down(job: TableJob) -> list[Stroke | None]:
    spec, count = job.setter.spec, job.setter.data.columns
    outer, inner = _stroke(job, spec.outer), _stroke(job, spec.column)
    return [outer, *[inner] * (count - 1), outer]


def _across(job: TableJob) -> list[Stroke | None]:
    """The rules above the first row, between rows, below the last.

    A highlighted row's fill ends where the rule would be: without a grid there is none.
    """
    plan, setter, spec = job.plan, job.setter, job.setter.spec
    assert plan is not None
    marks = (
        setter.marks.rows
        if spec.mark is not None and spec.mark.fill and not spec.column.width
        else frozenset()
    )
    result = [_stroke(job, spec.outer)]
    for above, below in zip(plan.rows, plan.rows[1:], strict=False):
        rule = spec.row
        if above == HEAD:
            rule = spec.under_head if spec.under_head.width else spec.row
        elif setter.is_total(below) and spec.over_total.width:
            rule = spec.over_total
        elif (above in marks) != (below in marks):
            rule = Rule()
        result.append(_stroke(job, rule))
    last = spec.outer if spec.outer.width else Rule() if plan.rows[-1] in marks else spec.last
    return [*result, _stroke(job, last)]
