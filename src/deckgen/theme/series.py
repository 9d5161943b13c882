"""The colours of a chart's series: neighbours that everyone can tell apart, and outlines for those that hardly stand out.

A series keeps the colour that the theme or the client means for it as long as that can be told from the one before.  Else it becomes lighter
or darker, by as little as it takes; hue and chroma stay.  A fill may be as pale as it likes (a yellow brand has yellow charts): below a
contrast of 3 to its ground it has an outline of its own hue that reaches it (WCAG 2.2, 1.4.11).  Lines and dots have no outline; they
take such a shade themselves.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from .client import SEEN, mixed
from .colors import WHITE, contrast, difference, from_oklch, luminance, resolve, to_oklab
from .paint import Color, Gradient, Ground
from .solve import solve
from .vision import apart

APART = 12  # CIEDE2000 from one series to the next, for the colour-blind too
ALIKE = 10  # up to which two that aren't neighbours would be taken for one
SPARE = 1.06  # aimed at over what is asked for: the scheme says most colours, but not to the digit
NEAR = 0.8  # share of a distance that a shade needs before it is asked how the scheme says it
_STEP = 0.03  # of OKLCH lightness
_DARKEST, _LIGHTEST = 0.1, 0.985


def told_apart(
    wanted: Sequence[str], shown: Callable[[str], str] = str, stops: Sequence[str] = (), least: float = 1.0
) -> tuple[str, ...]:
    """Colours "#RRGGBB" near those `wanted`, each told from the one before it, and if it may be from all; the first one too.

    `shown` is what becomes of a colour on the slide.  On all `stops` they have a contrast of `least`, where any shade of theirs does.
    """
    chosen: list[str] = []
    seen: list[str] = []
    for color in wanted:
        found, look = color, shown(color)
        if not (_fits(look, seen, stops, least) and all(difference(look, old) >= ALIKE for old in seen)):
            found, look = _moved(color, look, shown, seen, stops, least)
        chosen.append(found)
        seen.append(look)
    return tuple(chosen)


def _moved(
    color: str,
    look: str,
    shown: Callable[[str], str],
    seen: Sequence[str],
    stops: Sequence[str],
    least: float,
) -> tuple[str, str]:
    """The nearest shade that is told from all that are `seen`, else from the last one, else the best; and how it is shown."""
    near: tuple[str, str] | None = (color, look) if _fits(look, seen, stops, least) else None
    best = _nearest(near[1], seen) if near is not None else 0.0
    shades = list(_shades(color))
    for shade in shades:
        if _nearest(shade, seen[-1:]) < APART * NEAR or _nearest(shade, seen) < min(best, APART) * NEAR:
            continue  # what the scheme makes of it would be no better
        made = shown(shade)
        if _fits(made, seen, stops, least):
            far = _nearest(made, seen)
            if far >= APART:
                return shade, made
            if near is None or far > best:
                near, best = (shade, made), far
    if near is not None:
        return near
    return max(((c, shown(c)) for c in (color, *shades)), key=lambda t: _margin(t[1], seen, stops, least))


def _shades(color: str) -> Iterator[str]:
    """Lighter and darker ones of the same hue, the nearest first; greyer ones where sRGB has no more of it; white and black at last."""
    light, a, b = to_oklab(color)
    chroma, hue = math.hypot(a, b), math.atan2(b, a)
    for n in range(1, 29):
        for at in (light + n * _STEP, light - n * _STEP):
            if _DARKEST <= at <= _LIGHTEST:
                yield from_oklch(at, chroma, hue)
    yield from (WHITE, "#000000")


def _nearest(color: str, seen: Sequence[str]) -> float:
    return min((apart(color, old) for old in seen), default=100.0)


def _fits(color: str, seen: Sequence[str], stops: Sequence[str], least: float) -> bool:
    if any(contrast(color, stop) < least for stop in stops):
        return False
    return not seen or apart(color, seen[-1]) >= APART * SPARE


def _margin(color: str, seen: Sequence[str], stops: Sequence[str], least: float) -> float:
    """How well a colour does that isn't good enough: the worse of its distances, as shares of what is asked for."""
    near = apart(color, seen[-1]) / APART if seen else 1.0
    return min(near, *(contrast(color, stop) / least for stop in stops), 99.0)


def outline_of(color: Color, ground: Ground, slots: Mapping[str, str]) -> Color | None:
    """The outline that a fill needs on `ground`: its own hue at a contrast of 3, None where the fill has that itself."""
    return _outline(color, _stops(ground, slots), tuple(ground.color_map.items()), tuple(slots.items()))


def _stops(ground: Ground, slots: Mapping[str, str]) -> tuple[str, ...]:
    """The ground's colours as the theme has them and as the slide shows them."""
    stops = [c for _, c in ground.fill.stops] if isinstance(ground.fill, Gradient) else [ground.fill]
    shown = (resolve(color, ground, slots) for color in stops if color is not None)
    return (*ground.fill_hexes, *shown)


@lru_cache(maxsize=512)
def _outline(
    color: Color,
    stops: tuple[str, ...],
    color_map: tuple[tuple[str, str], ...],
    slots: tuple[tuple[str, str], ...],
) -> Color | None:
    names, scheme = dict(color_map), dict(slots)
    bare = resolve(color, Ground("", None, names, {}, {}, stops), scheme)
    fills = [mixed(bare, stop, color.alpha / 100_000) for stop in stops]
    if all(contrast(fill, stop) >= SEEN for fill, stop in zip(fills, stops, strict=True)):
        return None
    return seen_on(fills[-1], stops, names, scheme)


def seen_on(
    color: str, stops: Sequence[str], color_map: Mapping[str, str], slots: Mapping[str, str]
) -> Color:
    """The shade of `color` that the scheme can say and that has a contrast of 3 to all `stops`; away from them first."""
    tries = []
    dark = min(luminance(s) for s in stops) < 0.18
    for shade in _toward(color, lighter=dark):
        found, _ = solve(shade, color_map, slots)
        shown = resolve(found, Ground("", None, color_map, {}, {}, ()), slots)
        have = min(contrast(shown, stop) for stop in stops)
        if have >= SEEN:
            return found
        tries.append((have, found))
    return max(tries, key=lambda t: t[0])[1]


def _toward(color: str, *, lighter: bool) -> Iterator[str]:
    light, a, b = to_oklab(color)
    chroma, hue = math.hypot(a, b), math.atan2(b, a)
    for way in (1, -1) if lighter else (-1, 1):
        for n in range(51):
            at = light + way * n * 0.02
            if 0 <= at <= 1:
                yield from_oklch(at, chroma, hue)


def lines_of(roles: Sequence[str], ground: Ground, slots: Mapping[str, str]) -> tuple[Color, ...]:
    """The colours of lines and dots drawn in `roles` one after the other: told apart, each with a contrast of 3."""
    colors = tuple(ground.shade(role) for role in roles)
    return _lines(colors, _stops(ground, slots), tuple(ground.color_map.items()), tuple(slots.items()))


@lru_cache(maxsize=64)
def _lines(
    colors: tuple[Color, ...],
    stops: tuple[str, ...],
    color_map: tuple[tuple[str, str], ...],
    slots: tuple[tuple[str, str], ...],
) -> tuple[Color, ...]:
    names, scheme = dict(color_map), dict(slots)
    bare = Ground("", None, names, {}, {}, ())

    def shown(color: str) -> str:
        return resolve(solve(color, names, scheme)[0], bare, scheme)

    wanted = [resolve(color, bare, scheme) for color in colors]
    made = told_apart(wanted, shown, stops, SEEN)
    return tuple(
        color if found == old else solve(found, names, scheme)[0]
        for color, found, old in zip(colors, made, wanted, strict=True)
    )
