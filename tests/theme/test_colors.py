"""Colours: conversions, PowerPoint's transforms, distance, contrast, solving tokens into a scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.theme.colors import apply, contrast, difference, difference_lab, from_hsl, to_hsl, to_oklab
from deckgen.theme.solve import solve

HEX = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")
SLOTS = {"dk1": "0B1240", "lt1": "FFFFFF", "accent1": "FF5A2C"}
MAP = {"tx1": "dk1", "bg1": "lt1", "accent1": "accent1"}


@given(HEX)
def test_hsl_and_back_is_the_same_colour(color: str) -> None:
    assert from_hsl(*to_hsl(color)) == color


@given(HEX, HEX)
def test_contrast_and_difference_are_symmetric(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01
    assert difference(one, other) == pytest.approx(difference(other, one), abs=1e-6)
    assert difference(one, one) == pytest.approx(0, abs=1e-6)


@given(HEX)
def test_solving_never_does_worse_than_the_nearest_slot(token: str) -> None:
    color, distance = solve(token, MAP, SLOTS)
    shown = apply(SLOTS[MAP[color.slot]], color.mods)
    assert difference(token, shown) == pytest.approx(distance, abs=1e-6)
    assert distance <= min(difference(token, base) for base in SLOTS.values()) + 1e-6


@given(HEX)
def test_a_lighter_or_darker_slot_keeps_its_hue(base: str) -> None:
    hue, sat, _ = to_hsl(base)
    for mods in ((("lumMod", 75_000),), (("lumMod", 40_000), ("lumOff", 60_000))):
        shown = apply(base, mods)
        got, got_sat, light = to_hsl(shown)
        if sat > 0.3 and got_sat > 0.1 and 0.1 < light < 0.9:
            assert abs((got - hue + 0.5) % 1 - 0.5) < 0.02


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # from the test data of Sharma, Wu and Dalal
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (50.0, 3.2592, 0.3350), 1.0000),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_difference_meets_the_published_pairs(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert difference_lab(one, other) == pytest.approx(expected, abs=1e-4)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_oklab_of_white_and_red() -> None:
    assert to_oklab("#FFFFFF") == pytest.approx((1, 0, 0), abs=1e-3)
    assert to_oklab("#FF0000") == pytest.approx((0.628, 0.2249, 0.1258), abs=1e-3)


def test_powerpoints_own_lighter_variants() -> None:
    # Office theme: accent1 4472C4 "Lighter 80%" and "Darker 25%"
    assert difference(apply("4472C4", (("lumMod", 20_000), ("lumOff", 80_000))), "#DAE3F3") < 0.6
    assert difference(apply("4472C4", (("lumMod", 75_000),)), "#2F5597") < 0.6


def test_white_stays_white() -> None:
    assert solve("#FFFFFF", MAP, SLOTS)[0].mods == ()
    assert solve("#FFFFFF", MAP, SLOTS)[0].slot == "bg1"


def test_an_unknown_transform_is_refused() -> None:
    with pytest.raises(ValueError, match="alphaMod"):
        apply("#FFFFFF", (("alphaMod", 1),))
