"""Colours as numbers: hex, HSL and its transforms as PowerPoint computes them, CIELAB distance, WCAG contrast.

Formulas: DrawingML colour transforms (ECMA-376 part 1, 20.1.2.3) on HSL of gamma-coded sRGB; CIEDE2000 (Sharma, Wu, Dalal 2005);
relative luminance and contrast (WCAG 2.2); OKLab (Ottosson 2020).  Channels are floats 0..1 unless a docstring says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..patterns import pattern
from .paint import Color
from .records import Ground, Theme

WHITE = "#FFFFFF"
_HEX = pattern(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\Z")


def is_hex(text: str) -> bool:
    """Whether `text` is a colour as "#RRGGBB" or, each digit doubled, "#RGB"; the # may be left out."""
    return _HEX.match(text) is not None


def to_rgb(text: str) -> tuple[int, int, int]:
    """Channels 0..255 of a hex colour; raises ValueError for anything else."""
    found = _HEX.match(text)
    if found is None:
        raise ValueError(f"not a colour: {text!r}")
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    value = int(digits, 16)
    return value >> 16, value >> 8 & 255, value & 255


def to_hex(r: float, g: float, b: float) -> str:
    """ "#RRGGBB" from channels 0..1, clamped and rounded."""
    return "#" + "".join(f"{min(255, max(0, math.floor(c * 255 + 0.5))):02X}" for c in (r, g, b))


def to_hsl(text: str) -> tuple[float, float, float]:
    """Hue 0..1, saturation 0..1, lightness 0..1."""
    r, g, b = (c / 255 for c in to_rgb(text))
    high, low = max(r, g, b), min(r, g, b)
    light, span = (high + low) / 2, high - low
    if span == 0:
        return 0.0, 0.0, light
    sat = span / (2 - high - low) if light > 0.5 else span / (high + low)
    if high == r:
        hue = (g - b) / span % 6
    elif high == g:
        hue = (b - r) / span + 2
    else:
        hue = (r - g) / span + 4
    return hue / 6, sat, light


def from_hsl(hue: float, sat: float, light: float) -> str:
    """ "#RRGGBB" from HSL, each 0..1."""
    span = (1 - abs(2 * light - 1)) * sat
    low = light - span / 2

    def channel(offset: float) -> float:
        place = (hue * 6 + offset) % 6
        return low + span * min(max(min(place, 4 - place), 0), 1)

    return to_hex(channel(2), channel(0), channel(4))


def apply(text: str, mods: Iterable[tuple[str, int]]) -> str:
    """A colour after DrawingML transforms in order: lumMod, lumOff, satMod, satOff in HSL, shade and tint are not used here.

    Raises ValueError for another transform.
    """
    if not mods:
        return to_hex(*(c / 255 for c in to_rgb(text)))
    hue, sat, light = to_hsl(text)
    for name, value in mods:
        share = value / 100_000
        if name == "lumMod":
            light = _unit(light * share)
        elif name == "lumOff":
            light = _unit(light + share)
        elif name == "satMod":
            sat = _unit(sat * share)
        elif name == "satOff":
            sat = _unit(sat + share)
        else:
            raise ValueError(f"unknown colour transform {name!r}")
    return from_hsl(hue, sat, light)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def resolve(color: Color, ground: Ground, slots: Mapping[str, str]) -> str:
    """The colour "#RRGGBB" that PowerPoint shows for `color` under the ground's colour map; alpha is left out."""
    return apply(slots[ground.color_map[color.slot]], color.mods)


def linear(channel: int) -> float:
    c = channel / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=4096)
def luminance(text: str) -> float:
    """Relative luminance 0..1 (WCAG)."""
    r, g, b = (linear(c) for c in to_rgb(text))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 (WCAG)."""
    a, b = sorted((luminance(one), luminance(other)))
    return (b + 0.05) / (a + 0.05)


def shown_color(theme: Theme, ground: Ground, role: str) -> tuple[str, float]:
    """What PowerPoint shows for `role` on `ground`, and its least contrast to what it stands on: of `on-X` to X, else to the ground."""
    shown = resolve(ground.roles[role], ground, theme.slots)
    under = role.removeprefix("on-").removesuffix("-large")
    behind = list(ground.fill_hexes)
    if under != role and under in ground.roles:
        behind = [resolve(ground.roles[under], ground, theme.slots)]
    return shown, min(contrast(shown, color) for color in behind)


@lru_cache(maxsize=4096)
def to_oklab(text: str) -> tuple[float, float, float]:
    """OKLab L, a, b."""
    r, g, b = (linear(c) for c in to_rgb(text))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_oklch(light: float, chroma: float, hue: float) -> str:
    """ "#RRGGBB" of OKLCH (hue in radians), with as much of the chroma as sRGB has."""
    low, high = 0.0, chroma
    if _inside(_to_linear(light, chroma, hue)):
        low = chroma
    else:
        for _ in range(24):
            middle = (low + high) / 2
            low, high = (middle, high) if _inside(_to_linear(light, middle, hue)) else (low, middle)
    return to_hex(*(coded(c) for c in _to_linear(light, low, hue)))


def _to_linear(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Linear sRGB (Ottosson 2020, the inverse of `to_oklab`)."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _inside(channels: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= c <= 1 + 1e-4 for c in channels)


def coded(channel: float) -> float:
    c = min(1.0, max(0.0, channel))
    return 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


def _curve(t: float) -> float:
    return math.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116


@lru_cache(maxsize=4096)
def to_lab(text: str) -> tuple[float, float, float]:
    """CIELAB L* 0..100, a*, b* (D65)."""
    r, g, b = (linear(c) for c in to_rgb(text))
    x = _curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    y = _curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    z = _curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str) -> float:
    """CIEDE2000 between two colours; about 1 can just be seen side by side."""
    return difference_lab(to_lab(one), to_lab(other))


def difference_lab(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIEDE2000 between two CIELAB colours."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    c7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - math.sqrt(c7 / (c7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    grey = c1 * c2 == 0
    turn = 0.0 if grey else (h2 - h1 + 180) % 360 - 180
    if not grey and turn == -180:
        turn = 180.0
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    if grey:
        hm = h1 + h2
    elif abs(h1 - h2) <= 180:
        hm = (h1 + h2) / 2
    else:
        hm = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    cos, rad = math.cos, math.radians
    t = 1 - 0.17 * cos(rad(hm - 30)) + 0.24 * cos(rad(2 * hm))
    t = t + 0.32 * cos(rad(3 * hm + 6)) - 0.20 * cos(rad(4 * hm - 63))
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rt = (
        -2
        * math.sqrt(cm**7 / (cm**7 + 25**7))
        * math.sin(math.radians(60 * math.exp(-(((hm - 275) / 25) ** 2))))
    )
    dl, dc, dhs = (l2 - l1) / sl, (c2 - c1) / sc, dh / sh
    return math.sqrt(max(0.0, dl * dl + dc * dc + dhs * dhs + rt * dc * dhs))
