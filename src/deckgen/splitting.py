"""Slides that hold too much go on over several: lists, texts, overviews, tables; titles counted, ids continued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from .layout.draft import Draft, ItemSlots
from .layout.forms import halves
from .layout.jobs import TextJob
from .layout.placed import Placed
from .layout.regions import RegionJob
from .layout.table_sizes import even_parts
from .layout.tables import TableJob
from .model.labels import Labels
from .model.text import RichText, Run
from .records import replace
from .theme.records import Look, Theme

LAST_ONLY = ("support", "source")  # slots that stand on the last of the slides


def split(p: Placed, steps: dict[tuple[str, ...], int]) -> list[Draft]:
    """The slide as several, where it doesn't fit at its smallest size and more slides help; else as it is.

    A table in as many parts as it takes, lists and texts in halves.  `steps` holds the ladder steps that earlier texts took.
    """
    d = p.draft
    for job in p.jobs:
        if isinstance(job, TextJob):
            if job.fits_somehow(steps) or not job.too_tall():
                continue
        elif job.first_fit() is not None:
            continue
        if isinstance(job, TableJob):
            return _table_parts(d, job.parts())
        if isinstance(job, RegionJob):
            return _region_parts(d, job.role)
        if job.role == "body" and (parts := _halved(d.body)):
            return [_part(d, body=part) for part in parts]
    return [d]


def _halved(items: tuple[ItemSlots, ...]) -> list[tuple[ItemSlots, ...]]:
    """A list in two; of one item with a list below it that list, the item above both halves.  Empty where nothing can be parted."""
    if len(items) > 1:
        return [items[a:b] for a, b in even_parts(len(items), 2)]
    below = _halved(items[0].children) if items else []
    return [(replace(items[0], children=part),) for part in below]


def by_count(d: Draft, theme: Theme) -> list[Draft]:
    """Split lists that have more items than the look takes."""
    look = theme.looks.get(d.layout or d.look)
    spec = look.placeholder("body") if look else None
    most = spec.text.maximum if spec is not None and spec.text is not None else 0
    most = most or (_item_room(look, "body") if look is not None else 0)
    if d.splittable and most and len(d.body) > most:
        return [_part(d, body=d.body[a:b]) for a, b in _runs(len(d.body), most)]
    if look is not None and (room := _item_room(look, "items")) and len(d.items) > room:
        return [_part(d, items=d.items[a:b], count=b - a) for a, b in _runs(len(d.items), room)]
    return [d]


def numbered(drafts: Sequence[Draft], labels: Labels) -> list[Draft]:
    """The parts of split slides with their ids (`ID/+1`), counted titles and their shares of the slide's time.

    Notes go with the first part, support and source with the last.
    """
    return list(_numbered(drafts, labels))


def _numbered(drafts: Sequence[Draft], labels: Labels) -> Iterator[Draft]:
    for _, group in groupby(drafts, key=lambda d: (d.whole or d).id):
        parts = list(group)
        whole = parts[0].whole
        if whole is None:
            yield from parts
            continue
        count = len(parts)
        for i, part in enumerate(parts):
            first, last = i == 0, i == count - 1
            yield replace(
                part,
                id=whole.id if first else f"{whole.id}/+{i}",
                part=(i + 1, count),
                title=_counted(whole.title, i + 1, count, labels),
                seconds=whole.seconds / count,
                notes=whole.notes if first else None,
                generated=whole.generated or not first,
                opens_section=whole.opens_section if first else "",
                stop=whole.stop if first else 0,
                slots=whole.slots if last else {k: v for k, v in whole.slots.items() if k not in LAST_ONLY},
            )


def _part(d: Draft, **own: object) -> Draft:
    return replace(d, whole=d.whole or d, **own)


def _table_parts(d: Draft, count: int) -> list[Draft]:
    assert d.table is not None
    first, end = d.table_rows or (0, len(d.table.rows))
    if count < 2:
        return [d]
    return [_part(d, table_rows=(first + a, first + b)) for a, b in even_parts(end - first, count)]


def _region_parts(d: Draft, role: str) -> list[Draft]:
    """The forms of the slide's one region on two slides."""
    found = halves(d.regions[role].forms) if len(d.regions) == 1 else None
    if found is None:
        return [d]
    return [_part(d, regions={role: replace(d.regions[role], forms=forms)}) for forms in found]


def _item_room(look: Look, over: str) -> int:
    """How many items the look's repeats draw at most; 0 = any number."""
    repeats = [s for s in look.shapes if s.repeat is not None and s.repeat.over == over]
    if not repeats or any(s.when.count is None for s in repeats):
        return 0
    return max(s.when.count[1] for s in repeats if s.when.count is not None)


def _runs(count: int, most: int) -> list[tuple[int, int]]:
    """Even runs of at most `most`."""
    return even_parts(count, -(-count // most))


def _counted(title: RichText, n: int, count: int, labels: Labels) -> RichText:
    if not title.plain.strip():  # a number alone is no title
        return title
    first, *rest = title.paragraphs
    suffix = Run("\u00a0" + labels.fill("continued", n=str(n), count=str(count)))  # never alone on a line
    return replace(title, paragraphs=(replace(first, runs=(*first.runs, suffix)), *rest))
