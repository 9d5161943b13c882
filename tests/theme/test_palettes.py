"""Themes in 500 brand colours: texts can be read, the series of charts stand out and can be told apart by everyone.

Distances of colours and what the colour-blind see are measured by coloraide, which shares no code with deckgen.
"""

from __future__ import annotations

from functools import cache

import pytest
from coloraide import Color as Referee

from deckgen.theme.colors import contrast, difference, resolve
from deckgen.theme.grounds import ACCENTS
from deckgen.theme.series import APART, lines_of, outline_of
from deckgen.theme.vision import KINDS, simulated

from .palettes import THEMES, brands, palette, shown

FILTERS = {"protanopia": "protan", "deuteranopia": "deutan"}
PAIRS = (
    ("text", "", 4.5), ("muted", "", 4.5), ("accent-text", "", 4.5), ("dot", "", 3.0), ("on-primary", "primary", 4.5),
    ("on-primary-large", "primary", 3.0), ("on-plate", "plate", 4.5), ("on-scrim", "scrim", 4.5), ("on-node", "node", 4.5),
    ("text", "code", 4.5), ("text", "tint", 4.5), ("text", "soft", 4.5), ("on-surface", "surface", 4.5), ("on-block", "block", 4.5),
    ("on-surface-muted", "surface", 4.5), ("surface-accent", "surface", 4.5), ("on-ruler-done", "ruler-done", 4.5), ("on-cap", "cap", 4.5),
    ("on-accent", "accent", 4.5),
)  # fmt: skip
"""Texts and the fills that themes set them on; "" is the ground itself, all of its stops."""


@cache
def seen(color: str) -> tuple[Referee, ...]:
    """The colour as most people see it and as the colour-blind do."""
    given = Referee(color)
    return given, *(given.filter(name, method="machado").convert("srgb").clip() for name in FILTERS.values())


def distance(one: str, other: str) -> float:
    """The least CIEDE2000 for any of them."""
    return min(
        a.delta_e(b, method="2000", space="lab-d65") for a, b in zip(seen(one), seen(other), strict=True)
    )


def test_distances_and_what_the_colour_blind_see_agree_with_the_referee() -> None:
    colors = brands(120)
    for one, other in zip(colors, colors[1:], strict=False):
        want = Referee(one).delta_e(Referee(other), method="2000", space="lab-d65")
        assert difference(one, other) == pytest.approx(want, abs=0.05), (one, other)
    for color in colors:
        for kind in KINDS:
            want = Referee(color).filter(FILTERS[kind], method="machado").convert("srgb").clip()
            have = Referee(simulated(color, kind))
            assert have.coords() == pytest.approx(want.coords(), abs=1 / 255), (color, kind)


@pytest.mark.parametrize("theme", THEMES)
def test_500_brands(theme: str) -> None:
    wrong: list[str] = []
    for brand in ("", *brands()):
        slots, grounds, found = palette(theme, brand)
        wrong += [f"{brand}: {text}" for text in found]
        for name, ground in grounds.items():
            for text, under, least in PAIRS:
                if text in ground.roles and (not under or under in ground.roles):
                    fills = [shown(ground, under, slots)] if under else ground.fill_hexes
                    have = min(contrast(shown(ground, text, slots), fill) for fill in fills)
                    if have < least - 0.005:
                        wrong.append(f"{brand} {name}: {text} on {under or 'ground'} {have:.2f}")
            series = [shown(ground, accent, slots) for accent in ACCENTS]
            near = min(map(distance, series, series[1:]))
            if near < APART:
                wrong.append(f"{brand} {name}: series {near:.1f} apart: {series}")
    assert wrong == []


@pytest.mark.parametrize("theme", THEMES)
def test_fills_have_outlines_where_they_hardly_stand_out_and_lines_always_stand_out(theme: str) -> None:
    wrong: list[str] = []
    for brand in ("", *brands(60)):
        slots, grounds, _ = palette(theme, brand)
        for name, ground in grounds.items():

            def least(color: str, stops: tuple[str, ...] = ground.fill_hexes) -> float:
                return min(contrast(color, stop) for stop in stops)

            for accent in ACCENTS:
                outline = outline_of(ground.roles[accent], ground, slots)
                edge = (
                    resolve(outline, ground, slots) if outline is not None else shown(ground, accent, slots)
                )
                if least(edge) < 3:
                    wrong.append(f"{brand} {name}: {accent} {least(edge):.2f}")
            lines = [resolve(color, ground, slots) for color in lines_of(ACCENTS, ground, slots)]
            wrong += [f"{brand} {name}: line {line} {least(line):.2f}" for line in lines if least(line) < 3]
            near = min(map(distance, lines, lines[1:]))
            if near < APART:
                wrong.append(f"{brand} {name}: lines {near:.1f} apart: {lines}")
    assert wrong == []
