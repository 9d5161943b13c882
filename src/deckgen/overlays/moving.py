"""`insert` and `move`: where slides, points and items go."""

from __future__ import annotations

from ..findings import Findings, Note
from .index import Index, Target, id_span
from .kinds import kind_of
from .shape import Insertion, Move, Spot
from .tree import Branch, Row, Tree, thawed

SORT = {"slides": "slide", "points": "point", "items": "item"}


def insert(
    insertion: Insertion, index: Index, slides: Row, anchor: Target | None, findings: Findings
) -> None:
    """Put new slides, points or items in; `anchor` is what `after` or `before` names (None for `at`)."""
    sort = SORT[insertion.sort]
    if anchor is not None and not _same_sort(anchor, sort, insertion.spot, insertion.sort, findings):
        return
    new = Row([thawed(node) for node in insertion.nodes], insertion.span)
    if sort == "slide":
        if index.expand is not None:
            index.expand(new)
        if not new.items:
            return
        index.bare_slides(new)
    elif sort == "point":
        index.bare_points(new)
    row = anchor.row if anchor is not None else slides
    at = _position(insertion.spot, row, anchor, index, is_section(new.items[0], index))
    row.items[at:at] = new.items
    for item in new.items:
        if not isinstance(item, Branch):
            continue
        if anchor is None or sort == "slide":
            index.slide(item, row, findings)
            continue
        item.ident = item.text("id")
        index.add(item.ident, Target(sort, row, item, anchor.slide), findings)


def _same_sort(anchor: Target, sort: str, spot: Spot, key: str, findings: Findings) -> bool:
    if anchor.sort == sort:
        return True
    where = spot.where.text[:60]
    right = {"slide": "slides", "point": "points", "item": "items"}[anchor.sort]
    if sort == "slide" and anchor.sort == "point":
        fix = f"write `points:`; slides that go deeper into a point: `change: {{{where}: {{slides: [...]}}}}`"
    else:
        fix = f"write `{right}:` in place of `{key}:`"
    findings.error(
        "wrong-value", f"{where!r} is {_a(anchor.sort)}; {key} don't go {spot.how} {_a(anchor.sort)}", spot.where.span, fix,
        [Note(f"the {anchor.sort} stands here", id_span(anchor.element))],
    )  # fmt: skip
    return False


def _a(sort: str) -> str:
    return f"an {sort}" if sort == "item" else f"a {sort}"


def is_section(tree: Tree, index: Index) -> bool:
    """Whether a slide opens a section."""
    return isinstance(tree, Branch) and kind_of(tree, index.kinds) == "section"


def section_end(row: Row, start: int, index: Index) -> int:
    """Behind the last slide of the section that opens at `start`: the next section or closing, else the end."""
    for number in range(start + 1, len(row.items)):
        item = row.items[number]
        if isinstance(item, Branch) and kind_of(item, index.kinds) in ("section", "closing"):
            return number
    return len(row.items)


def _position(spot: Spot, row: Row, anchor: Target | None, index: Index, section: bool) -> int:
    """Where in `row`; a section that goes after another goes behind all of that one's slides."""
    if anchor is None:
        return 0 if spot.where.text == "start" else len(row.items)
    at = row.place_of(anchor.element)
    if spot.how == "before":
        return at
    if section and is_section(anchor.element, index):
        return section_end(row, at, index)
    return at + 1


def move(
    one: Move, target: Target, anchor: Target | None, slides: Row, index: Index, findings: Findings
) -> None:
    """Move a slide (a section with its slides), a point or an item."""
    if anchor is not None and anchor.sort != target.sort:
        findings.error(
            "wrong-value", f"{one.what.text[:60]!r} is {_a(target.sort)}, {one.spot.where.text[:60]!r} is {_a(anchor.sort)}",
            one.spot.where.span, f"name {_a(target.sort)} as the place",
        )  # fmt: skip
        return
    row = target.row
    start = row.place_of(target.element)
    section = target.sort == "slide" and is_section(target.element, index)
    end = section_end(row, start, index) if section else start + 1
    moved = row.items[start:end]
    if anchor is not None and any(anchor.element is item for item in moved):
        message = f"{one.what.text[:60]!r} can't go {one.spot.how} {one.spot.where.text[:60]!r}, which moves with it"
        findings.error("wrong-value", message, one.spot.where.span, "name a place outside of what is moved")
        return
    if anchor is not None and _inside(moved, anchor):
        message = f"{one.spot.where.text[:60]!r} lies within {one.what.text[:60]!r}"
        findings.error("wrong-value", message, one.spot.where.span, "name a place outside of what is moved")
        return
    del row.items[start:end]
    goal = anchor.row if anchor is not None else slides
    at = _position(one.spot, goal, anchor, index, section)
    goal.items[at:at] = moved
    for item in moved:
        found = index.targets.get(item.ident) if isinstance(item, Branch) else None
        if found is not None and found.element is item:
            found.row = goal


def _inside(moved: list[Tree], anchor: Target) -> bool:
    """Whether the anchor stands in a list below what is moved."""
    todo: list[Tree] = list(moved)
    while todo:
        tree = todo.pop()
        if isinstance(tree, Row):
            if tree is anchor.row:
                return True
            todo += tree.items
        elif isinstance(tree, Branch):
            todo += [p.value for p in tree.pairs]
    return False
