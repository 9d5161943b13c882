"""Slides that hold too much go on over several: lists, overviews, tables; titles counted, ids continued."""

from __future__ import annotations

from dataclasses import replace

from .layout.draft import Draft
from .layout.placed import Placed
from .layout.table_sizes import even_parts
from .layout.tables import TableJob
from .model.labels import Labels
from .model.text import RichText, Run
from .theme.records import Look, Theme


def too_long(p: Placed) -> bool:
    """Whether a list or a table on the slide doesn't fit at its smallest size and more slides help."""
    if _table_parts(p) > 1:
        return True
    return any(j.role == "body" and j.first_fit() is None for j in p.jobs) and len(p.draft.body) > 1


def split(p: Placed, labels: Labels) -> list[Draft]:
    """The slide as several: a table in as many parts as it takes, a list in halves."""
    parts = _table_parts(p)
    return _table_ranges(p.draft, parts, labels) if parts > 1 else _halves(p.draft, labels)


def _table_parts(p: Placed) -> int:
    for job in p.jobs:
        if isinstance(job, TableJob) and job.first_fit() is None:
            return job.parts()
    return 0


def _table_ranges(d: Draft, parts: int, labels: Labels) -> list[Draft]:
    """The rows in even ranges, the header with each; notes with the first slide, support and source with the last."""
    assert d.table is not None
    last = parts - 1
    first_row, end = d.table_rows or (0, len(d.table.rows))
    return [
        replace(
            d,
            id=d.id if i == 0 else f"{d.id}/+{i}",
            table_rows=(first_row + a, first_row + b),
            part=(i + 1, parts),
            seconds=d.seconds / parts,
            notes=d.notes if i == 0 else None,
            generated=d.generated or i > 0,
            opens_section=d.opens_section if i == 0 else "",
            slots=d.slots if i == last else _early(d),
            title=_counted(d, i + 1, parts, labels),
        )
        for i, (a, b) in enumerate(even_parts(end - first_row, parts))
    ]


def _early(d: Draft) -> dict[str, RichText]:
    """The slots of all parts but the last."""
    return {k: v for k, v in d.slots.items() if k not in ("support", "source")}


def by_count(d: Draft, theme: Theme, labels: Labels) -> list[Draft]:
    """Split lists that have more items than the look takes."""
    look = theme.looks.get(d.layout or d.look)
    spec = look.placeholder("body") if look else None
    most = spec.text.maximum if spec is not None and spec.text is not None else 0
    if d.splittable and most and len(d.body) > most:
        parts = -(-len(d.body) // most)
        return _parts(d, parts, labels)
    if look is not None and (room := _item_room(look)) and len(d.items) > room:
        return _item_parts(d, room, labels)
    return [d]


def _item_room(look: Look) -> int:
    """How many items the look's repeats draw at most; 0 = any number."""
    repeats = [s for s in look.shapes if s.repeat is not None]
    if not repeats or any(s.when.count is None for s in repeats):
        return 0
    return max(s.when.count[1] for s in repeats if s.when.count is not None)


def _item_parts(d: Draft, room: int, labels: Labels) -> list[Draft]:
    """A series or agenda that is too long for one slide, over several; notes and time go with the first."""
    parts = -(-len(d.items) // room)
    size = -(-len(d.items) // parts)
    chunks = [d.items[i : i + size] for i in range(0, len(d.items), size)]
    return [
        replace(
            d,
            id=d.id if i == 0 else f"{d.id}/+{i}",
            items=chunk,
            count=len(chunk),
            part=(i + 1, parts),
            seconds=d.seconds if i == 0 else 0.0,
            notes=d.notes if i == 0 else None,
            generated=d.generated or i > 0,
            opens_section=d.opens_section if i == 0 else "",
            title=_counted(d, i + 1, parts, labels),
        )
        for i, chunk in enumerate(chunks)
    ]


def _halves(d: Draft, labels: Labels) -> list[Draft]:
    return _parts(d, 2, labels) if len(d.body) > 1 else [replace(d, splittable=False)]


def _parts(d: Draft, parts: int, labels: Labels) -> list[Draft]:
    """Even parts, never a single item alone where it can be helped; titles counted, ids continued."""
    size = -(-len(d.body) // parts)
    chunks = [d.body[i : i + size] for i in range(0, len(d.body), size)]
    base = d.id.split("/+")[0]
    start = int(d.id.split("/+")[1]) if "/+" in d.id else 0
    result = []
    for i, chunk in enumerate(chunks):
        ident = d.id if i == 0 else f"{base}/+{start + i}" if start == 0 else f"{d.id}.{i}"
        result.append(
            replace(
                d,
                id=ident,
                body=chunk,
                part=(i + 1, len(chunks)),
                seconds=d.seconds / len(chunks),
                notes=d.notes if i == 0 else None,
                generated=d.generated or i > 0,
                slots=d.slots if i == len(chunks) - 1 else _early(d),
                title=_counted(d, i + 1, len(chunks), labels),
            )
        )
    return result


def _counted(d: Draft, n: int, count: int, labels: Labels) -> RichText:
    first, *rest = d.title.paragraphs
    suffix = Run(" " + labels.format("continued", n=n, count=count))
    return replace(d.title, paragraphs=(replace(first, runs=(*first.runs, suffix)), *rest))
