"""Text against what really lies behind it: flat and gradient grounds, shapes and scrims in drawing order (WCAG 2.x AA).

A picture counts with the mean colours of the cells below the text; one with transparency counts as black and as white.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..scene.deck import Deck, Scene
from ..scene.items import Item, Picture, Shape, TextFrame
from ..theme.colors import contrast, resolve
from ..theme.paint import Color, Gradient
from ..theme.records import Ground
from ..units import Box
from ._check import Check, finding
from ._ink import ink_box

CODE = "low-contrast"
COLUMNS, ROWS = 32, 18  # of an asset's grid
RGB = tuple[float, float, float]


def run(deck: Deck) -> Iterator[Finding]:
    """Compare every run's colour with the colours behind the text."""
    known: dict[tuple[Color, str], RGB] = {}

    def rgb(color: Color, ground: Ground) -> RGB:
        key = (color, ground.name)
        if key not in known:
            known[key] = _rgb(resolve(color, ground, deck.theme.slots))
        return known[key]

    for scene in deck.scenes:
        ground = deck.theme.grounds[scene.layout.ground]
        below: list[Item] = []
        for item in scene.walk():
            if (
                isinstance(item, (TextFrame, Shape))
                and item.text is not None
                and not item.hidden
                and item.text.plain.strip()
            ):
                behind = _behind(item, below, scene, ground, deck, rgb)
                worst = _worst(item, behind, scene, ground, deck, rgb)
                if worst is not None:
                    have, want = worst
                    yield finding(
                        CODE,
                        f"{item.name} on slide {scene.id!r} has contrast {have:.1f}, {want:.1f} is needed",
                        scene,
                        item.span,
                        fix="choose another background",
                    )
            below.append(item)


def _rgb(value: str) -> RGB:
    text = value.lstrip("#")
    return (int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16))


def _hex(value: RGB) -> str:
    return "#" + "".join(f"{round(v):02X}" for v in value)


def _over(top: RGB, alpha: float, below: RGB) -> RGB:
    return (
        top[0] * alpha + below[0] * (1 - alpha),
        top[1] * alpha + below[1] * (1 - alpha),
        top[2] * alpha + below[2] * (1 - alpha),
    )


def _meets(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


def _sampled(
    grid: tuple[tuple[int, int, int], ...], frame: Box, crop: tuple[int, int, int, int], box: Box
) -> list[RGB]:
    """The picture's mean colours below `box`; black and white where they aren't known."""
    if len(grid) != COLUMNS * ROWS or not frame.w or not frame.h:
        return [(0.0, 0.0, 0.0), (255.0, 255.0, 255.0)]
    left, top, right, bottom = (c / 100_000 for c in crop)

    def cell(at: float, low: float, high: float, count: int) -> int:
        return min(count - 1, max(0, int((low + min(1.0, max(0.0, at)) * (1 - low - high)) * count)))

    first = cell((box.x - frame.x) / frame.w, left, right, COLUMNS)
    last = cell((box.right - frame.x) / frame.w, left, right, COLUMNS)
    upper = cell((box.y - frame.y) / frame.h, top, bottom, ROWS)
    lower = cell((box.bottom - frame.y) / frame.h, top, bottom, ROWS)
    cells = {
        grid[row * COLUMNS + column] for row in range(upper, lower + 1) for column in range(first, last + 1)
    }
    by_light = sorted(cells, key=lambda c: 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2])
    return [tuple(map(float, c)) for c in (by_light[0], by_light[len(by_light) // 2], by_light[-1])]  # type: ignore[misc]


def _covers(shape: Shape, box: Box) -> bool:
    """Whether the shape lies behind all of the box; an ellipse behind its corners, 8 % of the diameter forgiven (glyphs don't fill corners)."""
    if shape.preset != "ellipse":
        return _holds(shape.box, box)
    rx, ry = shape.box.w / 2 * 1.08, shape.box.h / 2 * 1.08
    cx, cy = shape.box.x + shape.box.w / 2, shape.box.y + shape.box.h / 2
    return all(
        ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
        for x in (box.x, box.right)
        for y in (box.y, box.bottom)
    )


def _behind(
    item: Item, below: list[Item], scene: Scene, ground: Ground, deck: Deck, rgb: object
) -> list[RGB]:
    """The colours that can lie behind an item, from the ground up."""
    assert callable(rgb)
    colors: list[RGB] = []
    box = ink_box(item, scene, deck)
    fill = ground.fill
    if scene.background is not None:
        frame = Box(0, 0, deck.theme.width, deck.theme.height)
        colors = _sampled(deck.assets[scene.background.asset].grid, frame, scene.background.crop, box)
    elif isinstance(fill, Gradient):
        colors = [_rgb(_at(fill, y / deck.theme.height, ground, rgb)) for y in (box.y, box.y + box.h)]
    elif fill is not None:
        colors = [rgb(fill, ground)]
    for other in below:
        if not _meets(other.box, box):
            continue
        if isinstance(other, Picture):
            seen = _sampled(deck.assets[other.asset].grid, other.box, other.crop, box)
            colors = seen if _holds(other.box, box) else [*colors, *seen]
        elif isinstance(other, Shape) and other.fill is not None:
            colors = _painted(other, box, other is item, colors, ground, rgb)
    if isinstance(item, Shape) and item.fill is not None:
        colors = _painted(item, box, True, colors, ground, rgb)
    return colors


def _painted(shape: Shape, box: Box, own: bool, colors: list[RGB], ground: Ground, rgb: object) -> list[RGB]:
    assert callable(rgb)
    if isinstance(shape.fill, Color):
        alpha = shape.fill.alpha / 100_000
        covered = [_over(rgb(shape.fill, ground), alpha, c) for c in colors]
        whole = own or _covers(shape, box)
        return covered if whole else [*colors, *covered]
    if isinstance(shape.fill, Gradient):
        result = []
        across = shape.fill.angle % 10_800_000 == 0
        size = (shape.box.w if across else shape.box.h) or 1
        start = box.x - shape.box.x if across else box.y - shape.box.y
        length = box.w if across else box.h
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            at = min(1.0, max(0.0, (start + length * share) / size))
            color, alpha = _stop(shape.fill, at, ground, rgb)
            result += [_over(color, alpha, c) for c in colors]
        return result
    return colors


def _stop(fill: Gradient, at: float, ground: Ground, rgb: object) -> tuple[RGB, float]:
    assert callable(rgb)
    stops = [(p / 100_000, rgb(c, ground), c.alpha / 100_000) for p, c in fill.stops]
    previous = stops[0]
    for stop in stops:
        if at <= stop[0]:
            span = stop[0] - previous[0]
            share = (at - previous[0]) / span if span else 0.0
            return _over(stop[1], share, previous[1]), previous[2] + (stop[2] - previous[2]) * share
        previous = stop
    return previous[1], previous[2]


def _at(fill: Gradient, at: float, ground: Ground, rgb: object) -> str:
    return _hex(_stop(fill, min(1.0, max(0.0, at)), ground, rgb)[0])


def _worst(
    item: TextFrame | Shape, behind: list[RGB], scene: Scene, ground: Ground, deck: Deck, rgb: object
) -> tuple[float, float] | None:
    """(contrast, wanted) of the run that misses most, or None."""
    assert callable(rgb)
    assert item.text is not None
    look = deck.theme.looks[scene.layout.look]
    spec = look.placeholder(item.placeholder.role) if item.placeholder is not None else None
    worst: tuple[float, float] | None = None
    for paragraph in item.text.paragraphs:
        for run in paragraph.runs:
            if not run.text.strip() or run.link is not None:
                continue
            color = run.color
            size = run.size
            if spec is not None and spec.text is not None:
                color = color or ground.roles[spec.text.color]
                size = size or spec.text.style.size
            if color is None or color.alpha == 0:
                continue
            want = 3.0 if (size or 18) >= 24 else 4.5
            have = min((contrast(_hex(rgb(color, ground)), _hex(c)) for c in behind), default=21.0)
            if have < want - 0.05 and (worst is None or have / want < worst[0] / worst[1]):
                worst = (have, want)
    return worst


CHECK = Check(CODE, run)
