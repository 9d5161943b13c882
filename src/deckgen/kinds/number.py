"""One number, as large as the slide allows, and the sentence that makes sense of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, Row, TextForm
from ..model.slide import Slide
from ..model.text import RichText, Run, plain_text
from ..patterns import pattern
from ..records import dataclass
from ._kind import Context, SlideKind, draft, figure_text


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is to be shown ("64", "1,5", "+12"; of "42 Stunden" the word is its unit)."""

    number: RichText = described("the number, as it is to be shown", content=True)
    unit: RichText | None = described("its unit, set smaller after it", default=None)

    block: ClassVar[bool] = True


_COUNTED = pattern(r"([+\-\u2212\u00b1]?\d(?:[\d.,\u00a0\u202f]*\d)?)[ \u00a0\u202f]+([^\d\s][^\d]*)\Z")


def _parts(content: Number) -> tuple[RichText, RichText | None]:
    """The number and its unit; of a plain "42 Mitarbeitende" what is counted is the unit."""
    number = figure_text(content.number)
    runs = [run for p in number.paragraphs for run in p.runs]
    apart = _COUNTED.match(runs[0].text.strip()) if len(runs) == 1 and runs == [Run(runs[0].text)] else None
    if content.unit is not None or apart is None:
        return number, content.unit
    return plain_text(apart[1], number.span), plain_text(apart[2], number.span)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide: number and unit, the title beside it, a support text."""
    content = slide.content
    assert isinstance(content, Number)
    number, unit = _parts(content)
    slots = {"number": number} | ({"unit": unit} if unit is not None else {})
    return [draft(slide, "number", slide.keys.title, context, slots=slots)]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The number, large."""
    content = slide.content
    assert isinstance(content, Number)
    number, unit = _parts(content)
    slots = {"text": number} | ({"unit": unit} if unit is not None else {})
    return [TextForm((Row(slots, tone="figure"),), slide.span)]


KIND = SlideKind(Number, compose, "- title: So many come back.\n  number: 64\n  unit: '%'", forms=forms)
