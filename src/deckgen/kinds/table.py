"""A native table: from a pipe table, rows, a map, a CSV or an Excel file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, LookForm
from ..layout.table_facts import marks_of
from ..model.slide import Slide
from ..model.table import TableData
from ..records import dataclass
from ._kind import Context, SlideKind, draft

MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns; numbers stand right without being asked."""

    table: TableData = described(
        "a pipe table in a `|` block, rows, or the path of a .csv or .xlsx file", content=True
    )
    header: bool = described("whether the first row is a header", default=True)
    align: tuple[str, ...] = described(
        "left, center or right for each column; else numbers right, texts left",
        default=(),
        choices=("left", "center", "right"),
    )
    highlight: tuple[str, ...] = described(
        "rows or columns that stand out, by their first cell, their header or a row's number", default=()
    )
    total: bool = described("whether the last row holds sums", default=False)

    block: ClassVar[bool] = True


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; a long table goes on to further ones, its header with it."""
    content = slide.content
    assert isinstance(content, Table)
    data = content.table if content.header else content.table.without_header()
    span = data.span or slide.span
    if data.columns > MOST_COLUMNS:
        context.findings.error(
            "wrong-count", f"a slide's table takes {MOST_COLUMNS} columns at most, this one has {data.columns}", span,
            "leave columns out (`range` of a file), or make two tables",
        )  # fmt: skip
        return []
    if content.align:
        if len(content.align) > data.columns:
            context.findings.error(
                "wrong-count", f"`align` has {len(content.align)} values for {data.columns} columns", slide.span
            )  # fmt: skip
            return []
        data = replace(data, align=content.align)
    for word in marks_of(data, content.highlight).unknown:
        known = [row[0].plain for row in data.rows[:6]] + [cell.plain for cell in data.header or ()]
        context.findings.error(
            "unknown-row", f"`highlight` names {word!r}, and the table has no such row or column", slide.span,
            f"write one of: {', '.join(k for k in known if k)}",
        )  # fmt: skip
    return [
        draft(
            slide,
            "table",
            slide.keys.title,
            context,
            table=data,
            highlight=content.highlight,
            total=content.total,
            splittable=True,
        )
    ]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The table in the block's room."""
    return [LookForm(replace(d, splittable=False), slide.span) for d in compose(slide, context)]


KIND = SlideKind(
    Table,
    compose,
    "- title: Every touchpoint is someone's.\n  table: |\n    | Touchpoint | Who shapes it |\n    |---|---|\n    | Offer | Sales |\n    | Invoice | Accounting |\n  highlight: Invoice",
    forms=forms,
)
