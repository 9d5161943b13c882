"""The colours that lie behind a place on a slide: ground, layout, pictures, shapes and scrims, composited in drawing order."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from ..theme.colors import luminance, resolve, to_hex, to_rgb
from ..theme.paint import Color, Gradient
from ..theme.records import Ground
from ..units import Box
from .deck import Deck, Scene
from .items import Item, Picture, Shape

RGB = tuple[float, float, float]
"""Channels 0..255."""

COLUMNS, ROWS = 32, 18  # of an asset's grid
MOST = 64  # colours kept for a place: many half-covering shapes would double them each time
BLACK_AND_WHITE: tuple[RGB, ...] = ((0.0, 0.0, 0.0), (255.0, 255.0, 255.0))


def hex_of(value: RGB) -> str:
    """ "#RRGGBB"."""
    return to_hex(*(v / 255 for v in value))


class Backdrop:
    """What lies behind the items of a deck's slides.  Colours and layouts are looked up once for the whole deck."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._slide = Box(0, 0, deck.theme.width, deck.theme.height)
        self._colors: dict[tuple[Color, str], RGB] = {}
        self._layouts: dict[tuple[str, str], tuple[Shape, ...]] = {}

    def rgb(self, color: Color, ground: Ground) -> RGB:
        """A scheme colour as shown on `ground`; its alpha is left out."""
        key = (color, ground.name)
        if key not in self._colors:
            r, g, b = to_rgb(resolve(color, ground, self._deck.theme.slots))
            self._colors[key] = (float(r), float(g), float(b))
        return self._colors[key]

    def behind(self, item: Item, box: Box, below: Iterable[Item], scene: Scene) -> list[RGB]:
        """The colours behind `box`, the place of `item`'s text: `below` are the items drawn before it, in order."""
        ground = self._deck.theme.grounds[scene.layout.ground]
        colors: list[RGB] = []
        if scene.background is not None:
            colors = self._sampled(scene.background.asset, self._slide, scene.background.crop, box)
        elif ground.fill is not None:
            whole = Shape(id="", name="", box=self._slide, fill=ground.fill)
            colors = self._painted(whole, box, [(255.0, 255.0, 255.0)], ground)
        for other in (*self._layout(scene), *below):
            if other.hidden or not _meets(other, box):
                continue
            if isinstance(other, Picture):
                seen = self._sampled(other.asset, other.box, other.crop, box)
                colors = seen if _holds(other.box, box) else [*colors, *seen]
            elif isinstance(other, Shape):
                colors = self._painted(other, box, colors, ground)
            colors = _few(colors)
        if isinstance(item, Shape):
            colors = self._painted(item, box, colors, ground, own=True)
        return _few(colors)

    def _layout(self, scene: Scene) -> tuple[Shape, ...]:
        """The shapes that stand on the slide's layout, below all of its items."""
        key = (scene.layout.look, scene.layout.ground)
        if key not in self._layouts:
            ground = self._deck.theme.grounds[scene.layout.ground]
            specs = self._deck.theme.looks[scene.layout.look].shapes
            self._layouts[key] = tuple(
                Shape(id="", name=s.name, box=s.box, preset=s.shape, path=s.path, fill=s.painted(ground))
                for s in specs
                if s.static and s.shape not in ("line", "picture")
            )
        return self._layouts[key]

    def _sampled(self, asset: str, frame: Box, crop: tuple[int, int, int, int], box: Box) -> list[RGB]:
        """A picture's darkest, middle and lightest mean colour below `box`; black and white where they aren't known."""
        grid = self._deck.assets[asset].grid
        if len(grid) != COLUMNS * ROWS or not frame.w or not frame.h:
            return list(BLACK_AND_WHITE)
        left, top, right, bottom = (c / 100_000 for c in crop)

        def cell(at: float, low: float, high: float, count: int) -> int:
            share = low + min(1.0, max(0.0, at)) * (1 - low - high)
            return min(count - 1, max(0, int(share * count)))

        first = cell((box.x - frame.x) / frame.w, left, right, COLUMNS)
        last = cell((box.right - frame.x) / frame.w, left, right, COLUMNS)
        upper = cell((box.y - frame.y) / frame.h, top, bottom, ROWS)
        lower = cell((box.bottom - frame.y) / frame.h, top, bottom, ROWS)
        cells = {grid[row * COLUMNS + c] for row in range(upper, lower + 1) for c in range(first, last + 1)}
        colors = [(float(r), float(g), float(b)) for r, g, b in cells]
        by_light = sorted(colors, key=lambda c: luminance(hex_of(c)))
        return [by_light[0], by_light[len(by_light) // 2], by_light[-1]]

    def _painted(
        self, shape: Shape, box: Box, colors: Sequence[RGB], ground: Ground, own: bool = False
    ) -> list[RGB]:
        """`colors` after `shape` is drawn over them; what it doesn't cover whole keeps the colours below it too."""
        layers: list[tuple[RGB, float]] = []
        if isinstance(shape.fill, Color):
            layers = [(self.rgb(shape.fill, ground), shape.fill.alpha / 100_000)]
        elif isinstance(shape.fill, Gradient):
            layers = self._shades(shape.fill, shape.box, box, ground)
        if not layers:
            return list(colors)
        covered = [_over(color, alpha, c) for color, alpha in layers for c in colors]
        return covered if own or _covers(shape, box) else [*colors, *covered]

    @staticmethod
    def span(fill: Gradient, frame: Box, box: Box) -> tuple[float, float]:
        """The part of a gradient over `frame` that `box` covers, 0..1."""
        angle = math.radians(fill.angle / 60_000)
        dx, dy = math.cos(angle), math.sin(angle)
        length = abs(frame.w * dx) + abs(frame.h * dy) or 1.0
        cx, cy = frame.x + frame.w / 2, frame.y + frame.h / 2
        corners = [
            min(1.0, max(0.0, ((x - cx) * dx + (y - cy) * dy) / length + 0.5))
            for x in (box.x, box.right)
            for y in (box.y, box.bottom)
        ]
        return min(corners), max(corners)

    def _shades(self, fill: Gradient, frame: Box, box: Box, ground: Ground) -> list[tuple[RGB, float]]:
        """Colours and opacities of a gradient over `frame` within `box`: at its ends and at every stop between."""
        low, high = self.span(fill, frame, box)
        stops = [(at / 100_000, self.rgb(c, ground), c.alpha / 100_000) for at, c in fill.stops]
        places = [low, high, *(at for at, _, _ in stops if low < at < high)]
        return [_stop(stops, at) for at in places]


def _stop(stops: Sequence[tuple[float, RGB, float]], at: float) -> tuple[RGB, float]:
    """Colour and opacity of a gradient at `at` (0..1)."""
    previous = stops[0]
    for stop in stops:
        if at <= stop[0]:
            span = stop[0] - previous[0]
            share = (at - previous[0]) / span if span else 0.0
            return _over(stop[1], share, previous[1]), previous[2] + (stop[2] - previous[2]) * share
        previous = stop
    return previous[1], previous[2]


def _over(top: RGB, alpha: float, below: RGB) -> RGB:
    return (
        top[0] * alpha + below[0] * (1 - alpha),
        top[1] * alpha + below[1] * (1 - alpha),
        top[2] * alpha + below[2] * (1 - alpha),
    )


def _few(colors: Sequence[RGB]) -> list[RGB]:
    """Each colour once, at most `MOST` of them, spread from the darkest to the lightest."""
    once = list(dict.fromkeys((round(r), round(g), round(b)) for r, g, b in colors))
    if len(once) > MOST:
        once.sort(key=lambda c: luminance(hex_of(c)))
        once = [once[i * (len(once) - 1) // (MOST - 1)] for i in range(MOST)]
    return [(float(r), float(g), float(b)) for r, g, b in once]


def _meets(item: Item, box: Box) -> bool:
    """Whether any of the item lies behind the box; an ellipse has no corners."""
    a = item.box
    if not a.meets(box):
        return False
    if not isinstance(item, Shape) or item.preset != "ellipse" or item.path or not a.w or not a.h:
        return True
    cx, cy = a.x + a.w / 2, a.y + a.h / 2
    x, y = min(max(cx, box.x), box.right), min(max(cy, box.y), box.bottom)
    return ((x - cx) / (a.w / 2)) ** 2 + ((y - cy) / (a.h / 2)) ** 2 < 1


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


def _covers(shape: Shape, box: Box) -> bool:
    """Whether the shape lies behind all of the box: a freeform never surely does.

    An ellipse lies behind a box's corners, 8 % of the diameter forgiven (glyphs don't fill corners).
    """
    if shape.path:
        return False
    if shape.preset != "ellipse":
        return _holds(shape.box, box)
    rx, ry = shape.box.w / 2 * 1.08, shape.box.h / 2 * 1.08
    if not rx or not ry:
        return False
    cx, cy = shape.box.x + shape.box.w / 2, shape.box.y + shape.box.h / 2
    return all(
        ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
        for x in (box.x, box.right)
        for y in (box.y, box.bottom)
    )
