"""From a theme's tokens to scheme colours: each token becomes a slot of the colour scheme with transforms.

A slide carries slots only, so that another colour scheme recolours it (DESIGN.md section 4).  HSL lightness is reached exactly with
lumMod, or lumMod and lumOff as PowerPoint's own lighter variants; saturation with satMod where lightness alone leaves a visible difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast, get_args

from .colors import apply, difference, to_hsl
from .paint import Color, Slot

PLAIN = 1.0  # CIEDE2000 up to which a slot without transforms is taken
GOOD = 1.0  # up to which lightness alone will do
WORST = 5.0  # beyond that the token can't be said in the scheme

_NUDGES = (-0.04, -0.02, -0.01, 0.01, 0.02, 0.04)
_SATURATIONS = (0.9, 0.95, 1.05, 1.1)


def solve(token: str, color_map: Mapping[str, str], slots: Mapping[str, str]) -> tuple[Color, float]:
    """The scheme colour that comes closest to `token` ("#RRGGBB") under `color_map`, and its CIEDE2000 to it.

    `color_map` is a p:clrMap (tx1 ... folHlink -> scheme slot), `slots` the scheme ("dk1" ... -> hex).
    """
    names = tuple((name, slots[color_map[name]]) for name in get_args(Slot) if name in color_map)
    return _solve(token.upper(), names)


@lru_cache(maxsize=2048)
def _solve(token: str, names: tuple[tuple[str, str], ...]) -> tuple[Color, float]:
    for name, base in names:
        if base == token:
            return Color(cast(Slot, name)), 0.0
    bare = min(((difference(token, base), i) for i, (_, base) in enumerate(names)), default=(100.0, 0))
    if bare[0] < PLAIN:
        return Color(cast(Slot, names[bare[1]][0])), bare[0]
    best = _best(token, ((name, base, mods) for name, base in names for mods in _lightness(token, base)))
    best = _refined(token, best, dict(names)[best[1].slot])
    if best[0] > GOOD:
        with_sat = _best(
            token, ((name, base, mods) for name, base in names for mods in _saturation(token, base))
        )
        best = min(best, with_sat, key=lambda found: found[0])
    if bare[0] <= best[0]:
        return Color(cast(Slot, names[bare[1]][0])), bare[0]
    return best[1], best[0]


def _best(token: str, tries: Iterator[tuple[str, str, tuple[tuple[str, int], ...]]]) -> tuple[float, Color]:
    found = (100.0, Color("tx1"))
    for name, base, mods in tries:
        distance = difference(token, apply(base, mods))
        if distance < found[0]:
            found = (distance, Color(cast(Slot, name), mods))
    return found


def _lum(have: float, want: float) -> tuple[tuple[str, int], ...]:
    """lumMod, or lumMod and lumOff, that take HSL lightness `have` to `want`, in steps of 1/10 percent."""
    want = min(1.0, max(0.0, want))
    if want <= have and have > 0:
        return (("lumMod", round(want / have * 1000) * 100),)
    if have >= 1:
        return ()
    keep = round((1 - want) / (1 - have) * 1000) * 100
    return (("lumMod", keep), ("lumOff", 100_000 - keep))


def _lightness(token: str, base: str) -> Iterator[tuple[tuple[str, int], ...]]:
    yield _lum(to_hsl(base)[2], to_hsl(token)[2])


def _refined(token: str, best: tuple[float, Color], base: str) -> tuple[float, Color]:
    """HSL lightness isn't lightness: where saturations differ, a little more or less of it comes closer."""
    have, want = to_hsl(base)[2], to_hsl(token)[2]
    tries = ((best[1].slot, base, _lum(have, want + nudge)) for nudge in _NUDGES)
    return min(
        best,
        _best(token, cast("Iterator[tuple[str, str, tuple[tuple[str, int], ...]]]", tries)),
        key=lambda f: f[0],
    )


def _saturation(token: str, base: str) -> Iterator[tuple[tuple[str, int], ...]]:
    _, have, light = to_hsl(base)
    _, want, wanted = to_hsl(token)
    if have == 0:
        return
    lum = _lum(light, wanted)
    for factor in (1.0, *_SATURATIONS):
        share = round(want * factor / have * 200) * 500
        if 0 <= share <= 400_000:
            yield (*lum, ("satMod", share))
