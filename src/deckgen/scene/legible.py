"""Texts that don't stand out from what lies behind them (WCAG 2.2 AA, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import dataclass
from ..theme.colors import contrast
from ..theme.paint import Color
from ..theme.records import Ground, PlaceholderSpec
from ..units import Box
from .backdrop import RGB, Backdrop, hex_of
from .cells import drawn_of, parts_of
from .deck import Deck, Scene
from .ink import ink_box
from .items import Item, Paragraph, Run, Shape, TextFrame
from .spec import spec_of

LARGE, LARGE_BOLD = 24, 18.66  # pt, from which on 3.0 is enough
TOLERANCE = 0.05  # colours are rounded to whole channels
USUAL = 18  # pt, PowerPoint's size of a text that says none


@dataclass(frozen=True, slots=True)
class Miss:
    """A text whose contrast is below what is wanted; `box` is where its lines stand, `shown` the colour ("#RRGGBB") that misses most."""

    item: TextFrame | Shape
    box: Box
    have: float
    want: float
    shown: str


def misses(scene: Scene, deck: Deck, backdrop: Backdrop) -> Iterator[Miss]:
    """The texts of a slide that miss the contrast they need."""
    below: list[Item] = []
    for whole in scene.walk():
        for item in parts_of(whole):
            if (
                isinstance(item, (TextFrame, Shape))
                and item.text is not None
                and not item.hidden
                and item.text.plain.strip()
            ):
                box = ink_box(item, scene, deck)
                worst = _worst(item, backdrop.behind(item, box, below, scene), scene, deck, backdrop)
                if worst is not None:
                    yield Miss(item, box, *worst)
        below += drawn_of(whole)


def _worst(
    item: TextFrame | Shape, behind: Sequence[RGB], scene: Scene, deck: Deck, backdrop: Backdrop
) -> tuple[float, float, str] | None:
    """(contrast, wanted, colour) of the run that misses most, or None."""
    ground = deck.theme.grounds[scene.layout.ground]
    spec = spec_of(item, scene, deck)
    grounds = [hex_of(c) for c in behind]
    # a client's own placeholders are coloured for what its layouts draw behind them
    clients = deck.theme.template is not None and item.placeholder is not None
    worst: tuple[float, float, str] | None = None
    for paragraph in item.text.paragraphs if item.text is not None else ():
        for part in paragraph.runs:
            color = _color(part, paragraph, spec, ground)
            if not part.text.strip() or color.alpha == 0 or (clients and part.color is None):
                continue
            want = 3.0 if _large(part, paragraph, spec) else 4.5
            shown = hex_of(backdrop.rgb(color, ground))
            marked = [hex_of(backdrop.rgb(part.mark, ground))] if part.mark is not None else grounds
            have = min((contrast(shown, c) for c in marked), default=21.0)
            if have < want - TOLERANCE and (worst is None or have / want < worst[0] / worst[1]):
                worst = (have, want, shown)
    return worst


def _color(part: Run, paragraph: Paragraph, spec: PlaceholderSpec | None, ground: Ground) -> Color:
    """The run's colour: its own (a link keeps it), a link's, its level's, its placeholder's, else the ground's text."""
    if part.color is not None:
        return part.color
    if part.link is not None:
        return Color("hlink")
    if spec is not None and paragraph.level < len(spec.levels):
        return ground.roles[spec.levels[paragraph.level].color]
    if spec is not None and spec.text is not None:
        return ground.roles[spec.text.color]
    return Color("tx1")


def _large(part: Run, paragraph: Paragraph, spec: PlaceholderSpec | None) -> bool:
    """Whether a run is large type: 24 pt, or bold from 18.66 pt on."""
    style = None
    if spec is not None and paragraph.level < len(spec.levels):
        style = spec.levels[paragraph.level].style
    elif spec is not None and spec.text is not None:
        style = spec.text.style
    size = part.size or (style.size if style else USUAL)
    bold = part.bold if part.bold is not None else bool(style and style.bold)
    return size >= LARGE or (bold and size >= LARGE_BOLD)
