"""Texts over pictures stay readable: a background picture gets a scrim, and a scrim that is too weak is raised (ART.md section 2).

The scrim is the theme's (`scrim:`), a gradient from one side; where a text misses its contrast, a scrim that ends within the slide is
stretched over it, then the stops round it are raised by a
tenth until it doesn't, and if even that isn't enough the text gets a plate.  What is drawn is measured as `check` measures it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import replace
from ..scene.backdrop import Backdrop
from ..scene.deck import Deck, Scene
from ..scene.ink import ink_box
from ..scene.items import Item, Picture, Shape, TextFrame
from ..scene.legible import Miss, misses
from ..theme.colors import contrast, resolve
from ..theme.mirror import turned
from ..theme.paint import Gradient
from ..theme.records import Ground, Theme
from ..units import Box, points

STEP, MOST = 10_000, 95_000  # opacity in 1/1000 percent
NARROWEST = 0.5  # share of the slide's width that a look's scrim takes at least
WIDER = 1.1
PAD = points(9)  # of a plate round the lines
NAME = "scrim"


def with_scrims(deck: Deck) -> Deck:
    """`deck` with scrims on all slides that need one."""
    backdrop = Backdrop(deck)
    scenes = tuple(_scene(scene, deck, backdrop) for scene in deck.scenes)
    return deck if scenes == deck.scenes else replace(deck, scenes=scenes)


def _scene(scene: Scene, deck: Deck, backdrop: Backdrop) -> Scene:
    place = _place(scene, deck)
    if scene.background is not None and place is None:
        scene = replace(scene, items=(_scrim(scene, deck), *scene.items))
        place = 0
    if place is None:
        return scene
    for _ in range(60):
        missed = list(misses(scene, deck, backdrop))
        if not missed:
            break
        items = list(scene.items)
        scrim = items[place]
        assert isinstance(scrim, Shape) and isinstance(scrim.fill, Gradient)
        fill = _raised(scrim.fill, scrim.box, [m.box for m in missed])
        if (wider := _wider(scrim.box, deck.theme.width)) != scrim.box:  # raised, its edge would be seen
            items[place] = replace(scrim, box=wider)
        elif fill != scrim.fill:
            items[place] = replace(scrim, fill=fill)
        else:
            items = _plated(items, missed, scene, deck)
        if tuple(items) == scene.items:
            break
        scene = replace(scene, items=tuple(items))
        place = _place(scene, deck)  # plates stand before it
        assert place is not None  # it only grows, and plates are no gradients
    return scene


def _place(scene: Scene, deck: Deck) -> int | None:
    """The index of the scrim that the look draws over a picture."""
    over = scene.background is not None
    for index, item in enumerate(scene.items):
        over = over or isinstance(item, Picture)
        if over and isinstance(item, Shape) and isinstance(item.fill, Gradient) and item.text is None:
            if item.box.w >= deck.theme.width * NARROWEST and item.box.h >= deck.theme.height * 0.9:
                return index
    return None


def _scrim(scene: Scene, deck: Deck) -> Shape:
    """The theme's scrim over the whole slide, from the side where the texts stand."""
    theme = deck.theme
    ground = theme.grounds[scene.layout.ground]
    stops, angle = theme.scrim
    if _far_side(scene, deck) != deck.rtl:
        angle = turned(angle)
    role = _role(ground, deck)
    shades = tuple((at, ground.shade(role if own == NAME else own, alpha)) for at, own, alpha in stops)
    return Shape(
        id=f"{scene.id}:background-scrim",
        name=NAME,
        box=Box(0, 0, theme.width, _floor(scene, theme)),
        fill=Gradient(shades, angle),
        decorative=True,
        span=scene.span,
    )


def _floor(scene: Scene, theme: Theme) -> int:
    """Where the theme's own shapes at the slide's foot begin, which stay as they are; the slide's bottom without them."""
    feet = [
        s.box.y
        for s in theme.looks[scene.layout.look].shapes
        if s.page and s.static and s.box.w >= theme.width - points(1)
    ]
    return min([y for y in feet if y > theme.height * 0.9], default=theme.height)


def _role(ground: Ground, deck: Deck) -> str:
    """The colour that the ground's texts stand out from: the scrim's, or the ground's own under dark texts."""
    return _under(resolve(ground.roles["text"], ground, deck.theme.slots), ground, deck)


def _under(text: str, ground: Ground, deck: Deck) -> str:
    """The role that a text of that colour stands out from."""
    return NAME if contrast(text, resolve(ground.roles[NAME], ground, deck.theme.slots)) >= 4.5 else "ground"


def _far_side(scene: Scene, deck: Deck) -> bool:
    """Whether the main texts stand at the right."""
    boxes = [
        ink_box(i, scene, deck)
        for i in scene.items
        if isinstance(i, TextFrame) and not i.hidden and i.placeholder is not None
        and i.placeholder.type not in ("sldNum", "ftr", "dt")
    ]  # fmt: skip
    if not boxes:
        return deck.rtl
    return min(b.x for b in boxes) + max(b.right for b in boxes) > deck.theme.width * 1.1


def _wider(box: Box, width: int) -> Box:
    """A scrim that ends within the slide, stretched by a step from the side that it begins at."""
    w = min(width, round(box.w * WIDER))
    if box.w >= width or (box.x > 0 and box.right < width):
        return box
    return Box(box.x if box.x <= 0 else box.right - w, box.y, w, box.h)


def _raised(fill: Gradient, frame: Box, boxes: Sequence[Box]) -> Gradient:
    """`fill` with the stops on both sides of each box raised by a step; the same where they can't be."""
    ends = [Backdrop.span(fill, frame, box) for box in boxes]
    places = [at for at, _ in fill.stops]
    raised = []
    for index, (at, color) in enumerate(fill.stops):
        before = places[index - 1] if index else -1
        after = places[index + 1] if index + 1 < len(places) else 100_001
        near = any(before < high * 100_000 and low * 100_000 < after for low, high in ends)
        alpha = min(MOST, color.alpha + STEP) if near and color.alpha < MOST else color.alpha
        raised.append((at, replace(color, alpha=alpha)))
    return replace(fill, stops=tuple(raised))


def _plated(items: list[Item], missed: Sequence[Miss], scene: Scene, deck: Deck) -> list[Item]:
    """A plate below each text that stands on the picture: of the scrim's colour under light texts, else of the ground's."""
    ground = deck.theme.grounds[scene.layout.ground]
    have = {i.id for i in items}
    wanted = {m.item.id: m for m in missed if isinstance(m.item, TextFrame)}
    result: list[Item] = []
    for item in items:
        miss, ident = wanted.get(item.id), f"{item.id}-plate"
        if miss is not None and ident not in have:
            box, color = miss.box, ground.roles[_under(miss.shown, ground, deck)]
            around = Box(box.x - PAD, box.y - PAD, box.w + 2 * PAD, box.h + 2 * PAD)
            result.append(
                Shape(
                    id=ident,
                    name=f"{item.name} plate",
                    box=around,
                    fill=color,
                    decorative=True,
                    span=item.span,
                )
            )
        result.append(item)
    return result
