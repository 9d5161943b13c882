"""Two sides against each other, each with its list and its result; with row labels a table."""

from __future__ import annotations

from collections.abc import Sequence

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import LookForm, PictureForm, Region
from ..model.block import Side
from ..model.slide import Slide
from ..model.table import TableData
from ..model.text import RichText, plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft, framed, whole

MOST_SIDES = 4  # in a table


@dataclass(frozen=True, slots=True)
class Compare:
    """Sides with `title`, a block and `result`."""

    compare: tuple[Side, ...] = described("the sides: `title`, a block, `result`", content=True)
    rows: tuple[RichText, ...] = described(
        "labels for the sides' items, which then stand in a table", default=()
    )


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide with a panel for each side, or with a table."""
    content = slide.content
    assert isinstance(content, Compare)
    if content.rows:
        return _table(slide, content, context)
    sides = content.compare
    if len(sides) != 2:
        context.findings.error(
            "wrong-count", f"`compare` sets two sides against each other, here {_are(len(sides))}", slide.span,
            "write two sides; give `rows` for a table of more; or use `columns`",
        )  # fmt: skip
        return []
    slots: dict[str, RichText] = {}
    regions: dict[str, Region] = {}
    for suffix, side in zip(("", "-2"), sides, strict=True):
        if side.block.keys.title is not None:
            slots[f"heading{suffix}"] = side.block.keys.title
        if side.result is not None:
            slots[f"result{suffix}"] = side.result
        made = framed(side.block, context, context.forms(side.block), heading=False)
        if any(isinstance(form, (LookForm, PictureForm)) for form in made):
            context.findings.error(
                "not-a-side", f"`{side.block.kind}` can't stand on a side of `compare`", side.span,
                "use `columns`, or write `bullets:` or `text:`",
            )  # fmt: skip
        regions[f"body{suffix}"] = Region(made, span=side.span)
    return [draft(slide, "compare", slide.keys.title, context, slots=slots, regions=regions)]


def _are(count: int) -> str:
    return "is one" if count == 1 else f"are {count}"


def _table(slide: Slide, content: Compare, context: Context) -> Sequence[Draft]:
    """Labels at the left, the sides as columns, the last one set apart; results as the last row."""
    sides, empty = content.compare, plain_text("", slide.span)
    if not 2 <= len(sides) <= MOST_SIDES:
        context.findings.error(
            "wrong-count", f"`compare` with `rows` takes 2 to {MOST_SIDES} sides, here {_are(len(sides))}", slide.span
        )  # fmt: skip
        return []
    columns: list[tuple[RichText, ...]] = []
    for side in sides:
        items = getattr(side.block.content, "bullets", None)
        if items is None or len(items) != len(content.rows):
            has = "has no `bullets`" if items is None else f"has {len(items)} items"
            context.findings.error(
                "wrong-count", f"there are {len(content.rows)} labels in `rows`, and this side {has}", side.span,
                "write `bullets:` with an item for each label",
            )  # fmt: skip
            return []
        columns.append(tuple(whole(i) for i in items))
    heads = tuple(side.block.keys.title or empty for side in sides)
    rows = [(label, *(column[i] for column in columns)) for i, label in enumerate(content.rows)]
    results = any(side.result is not None for side in sides)
    if results:
        rows.append((empty, *(side.result or empty for side in sides)))
    data = TableData((empty, *heads), tuple(rows), ("left",) * (len(sides) + 1), slide.span)
    named = heads[-1].plain
    marked = (named,) if named and all(named != row[0].plain for row in rows) else ()
    return [
        draft(
            slide, "table-compare", slide.keys.title, context, table=data, highlight=marked, total=results, splittable=True
        )
    ]  # fmt: skip


KIND = SlideKind(
    Compare,
    compose,
    "- title: Control keeps us on the ground.\n  compare:\n    - {title: Control alone, bullets: [Processes, Orders], result: works a little}\n    - {title: A culture that is lived, bullets: [understood, felt], result: inspires}",
)
