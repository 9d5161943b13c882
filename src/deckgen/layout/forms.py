"""Forms: what a block of content is before it has a place.  A region of a slide holds one form or several, one below another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..findings import Span
from ..model.picture import PictureRef
from ..model.text import RichText
from ..records import dataclass, replace

if TYPE_CHECKING:
    from .draft import Draft

Marker: TypeAlias = Literal["", "bullet", "number", "code"]
Tone: TypeAlias = Literal["", "heading", "muted", "source", "figure", "quote"]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a text form: texts by slot (`text`, and `lead` where it has one), its list marker and level, its tone.

    `start` is a numbered item's number.  Tones: "heading" (bold), "muted" (support), "source" (small), "figure" (a large number),
    "quote".  `lang` is the row's own language, "" the slide's.
    """

    slots: Mapping[str, RichText]
    marker: Marker = ""
    level: int = 0
    start: int = 1
    tone: Tone = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TextForm:
    """Paragraphs and lists that stand in one text frame."""

    rows: tuple[Row, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PictureForm:
    """A picture that takes the room that the texts leave; `fit` "cover" or "contain", `focus` in shares of the picture."""

    picture: PictureRef
    fit: str = "cover"
    focus: tuple[float, float] = (0.5, 0.5)
    alt: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class LookForm:
    """What a look draws, scaled into the region: diagrams and figures; in a narrow one the look `narrow`, if there is one."""

    draft: Draft
    span: Span | None = None
    narrow: str = ""


Form: TypeAlias = TextForm | PictureForm | LookForm


@dataclass(frozen=True, slots=True)
class Region:
    """The forms that stand in one placeholder's box; `width` is the region's share among its neighbours (0: as drawn)."""

    forms: tuple[Form, ...]
    width: float = 0.0
    span: Span | None = None


def merged(forms: Sequence[Form]) -> tuple[Form, ...]:
    """Neighbouring texts as one: a heading and its list are one text frame, as a person would have made them."""
    result: list[Form] = []
    for form in forms:
        last = result[-1] if result else None
        if isinstance(form, TextForm) and isinstance(last, TextForm):
            result[-1] = replace(last, rows=(*last.rows, *form.rows))
        else:
            result.append(form)
    return tuple(result)


def units(forms: Sequence[Form]) -> Iterator[tuple[Form, ...]]:
    """What a split must not part: a form that isn't text; a row with the rows below it; a heading with what follows."""
    group: list[Form] = []
    for form in forms:
        if not isinstance(form, TextForm):
            yield (*group, form)
            group = []
            continue
        rows: list[Row] = []
        for row in form.rows:
            starts = row.level == 0 and row.tone not in ("muted", "source")
            if rows and starts and rows[-1].tone != "heading":
                yield (*group, replace(form, rows=tuple(rows)))
                group, rows = [], []
            rows.append(row)
        if rows and rows[-1].tone == "heading":
            group.append(replace(form, rows=tuple(rows)))
        elif rows:
            yield (*group, replace(form, rows=tuple(rows)))
            group = []
    if group:
        yield tuple(group)


def halves(forms: Sequence[Form]) -> tuple[tuple[Form, ...], tuple[Form, ...]] | None:
    """The forms in two parts of about the same weight; None where nothing can be parted."""
    parts = list(units(forms))
    if len(parts) < 2:
        return None
    weights = [sum(weight(f) for f in part) for part in parts]
    total, run, cut = sum(weights), 0.0, 1
    for index, own in enumerate(weights[:-1], 1):
        run += own
        cut = index
        if run >= total / 2:
            break
    if len(parts) - cut == 1 and cut > 2:  # never one item alone where it can be helped
        cut -= 1
    first = merged([f for part in parts[:cut] for f in part])
    second = merged([f for part in parts[cut:] for f in part])
    return first, second


def weight(form: Form) -> float:
    """About how much room a form takes, in characters of text."""
    if isinstance(form, TextForm):
        return sum(40 + sum(len(t.plain) for t in row.slots.values()) for row in form.rows)
    return 400.0
