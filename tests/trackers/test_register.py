"""The tracker `register`: one bar for each stop, the current one marked."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.findings import Findings
from deckgen.scene.items import Shape
from deckgen.theme.paint import Color
from deckgen.theme.reader import load_theme
from deckgen.trackers import Facts, tracker
from deckgen.units import to_inches

OPTIONS = {"x": 0.667, "y": 0.417, "width": 12.0, "height": 0.056, "gap": 0.083}


def draw(progress: float, stops: int, **more: Any) -> list[Shape]:
    theme = load_theme("plain", project=None, base=None, findings=Findings())
    assert theme is not None
    items = tracker("register").draw(
        Facts("s", progress, stops, **more), OPTIONS, theme.grounds["light"], theme
    )
    return [i for i in items if isinstance(i, Shape)]


def test_the_bars_fill_the_width() -> None:
    bars = draw(0.0, 5)
    assert len(bars) == 5
    assert to_inches(bars[0].box.x) == pytest.approx(0.667, abs=0.001)
    assert to_inches(bars[-1].box.right) == pytest.approx(12.667, abs=0.001)
    gaps = {to_inches(b.box.x - a.box.right) for a, b in zip(bars, bars[1:], strict=False)}
    assert all(gap == pytest.approx(0.083, abs=0.001) for gap in gaps)
    assert all(bar.decorative for bar in bars)


@pytest.mark.parametrize(("progress", "current"), [(0.0, 0), (0.2, 0), (0.25, 1), (0.7, 2), (1.0, 4)])
def test_what_is_done_current_and_ahead_differs(progress: float, current: int) -> None:
    fills = [bar.fill for bar in draw(progress, 5)]
    assert all(isinstance(fill, Color) for fill in fills)
    assert len(set(fills[:current])) <= 1 and len(set(fills[current + 1 :])) <= 1
    assert fills[current] not in fills[:current] + fills[current + 1 :]


def test_sections_come_before_points() -> None:
    fills = [bar.fill for bar in draw(0.0, 7, openings=(2, 5, 9), section=2)]
    assert len(fills) == 3 and len(set(fills)) == 3


def test_before_the_first_section_all_is_ahead() -> None:
    assert len({bar.fill for bar in draw(0.0, 7, openings=(2, 5, 9))}) == 1


def test_without_stops_one_row_shows_how_far_the_talk_is() -> None:
    done, ahead = draw(0.25, 0)
    assert to_inches(done.box.w) == pytest.approx(3, abs=0.001)
    assert to_inches(ahead.box.x) == pytest.approx(to_inches(done.box.right), abs=0.001)
    assert to_inches(ahead.box.right) == pytest.approx(12.667, abs=0.001)
    assert len(draw(0.0, 1)) == len(draw(1.0, 1)) == 1
