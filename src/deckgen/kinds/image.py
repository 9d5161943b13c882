"""A picture: full, at one side, or whole under a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ..fields import described
from ..layout.draft import Draft
from ..layout.forms import Form, PictureForm, TextForm
from ..model.picture import PictureRef
from ..model.slide import Slide
from ..model.text import RichText, plain_text
from ..records import dataclass
from ._kind import Context, SlideKind, draft, text_row

WORDS = {"left": 0.0, "top": 0.0, "center": 0.5, "centre": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with a title and a support text where they are given."""

    image: PictureRef = described(
        "the picture's file, beside or below the talk", content=True, example="pictures/sky.jpg"
    )
    side: str = described("where it stands", default="full", choices=("full", "left", "right"))
    fit: str = described(
        "fill the box (cover) or show all of the picture (contain)",
        default="cover",
        choices=("cover", "contain"),
    )
    focus: str | None = described(
        "what stays in sight when it is cropped, as `30% 40%` or `left top`", default=None, example="30% 40%"
    )
    credit: RichText | None = described("who made the picture", default=None)

    block: ClassVar[bool] = True


def focus_of(text: str | None) -> tuple[float, float] | None:
    """`30% 40%`, `left top` or one of them, as shares of width and height; None if it isn't one."""
    if text is None:
        return (0.5, 0.5)
    parts = text.replace(",", " ").split()
    if not 1 <= len(parts) <= 2:
        return None
    values: list[float] = []
    for part in parts:
        if part in WORDS:
            values.append(WORDS[part])
        elif part.endswith("%") and part[:-1].isdigit() and int(part[:-1]) <= 100:
            values.append(int(part[:-1]) / 100)
        else:
            return None
    if len(parts) == 2 and parts[0] in ("top", "bottom"):
        values.reverse()
    elif len(parts) == 1:
        values = [0.5, values[0]] if parts[0] in ("top", "bottom") else [values[0], 0.5]
    return (values[0], values[1])


def _focus(slide: Slide, content: Image, context: Context) -> tuple[float, float]:
    focus = focus_of(content.focus)
    if focus is not None:
        return focus
    context.findings.error(
        "wrong-value",
        f"focus {content.focus!r} isn't a place in the picture",
        slide.span,
        "write `focus: 30% 40%` or `focus: left top`",
    )
    return (0.5, 0.5)


def compose(slide: Slide, context: Context) -> Sequence[Draft]:
    """One slide; without a title the hidden one is the support text or the alt text."""
    content, keys = slide.content, slide.keys
    assert isinstance(content, Image)
    focus = _focus(slide, content, context)
    look = "image" if content.side == "full" else f"image-{content.side}"
    if content.fit == "contain" and content.side == "full":
        look = "image-plain"
    slots = {"credit": content.credit} if content.credit is not None else {}
    title = keys.title or keys.text or plain_text(content.image.alt or keys.alt or "", slide.span)
    return [
        draft(
            slide,
            look,
            title,
            context,
            slots=slots,
            pictures={"picture": content.image},
            fit=content.fit,
            focus=focus,
            hide_title=keys.title is None,
        )
    ]


def forms(slide: Slide, context: Context) -> Sequence[Form]:
    """The picture in the room that the texts leave, its credit below it."""
    content = slide.content
    assert isinstance(content, Image)
    alt = content.image.alt or slide.keys.alt or ""
    made: list[Form] = [
        PictureForm(content.image, content.fit, _focus(slide, content, context), alt, slide.span)
    ]
    if content.credit is not None:
        made.append(TextForm((text_row(content.credit, tone="source"),), slide.span))
    return made


KIND = SlideKind(
    Image,
    compose,
    "- title: There is room at the top.\n  image: pictures/sky.jpg\n  alt: Balloons in the sky",
    forms=forms,
)
