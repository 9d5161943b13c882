"""The tracker `ruler`: the time of day, or sections and slides; a divider's large ruler; the boxes of a series."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.findings import Findings
from deckgen.scene.items import Group, Item, Shape
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme
from deckgen.trackers import Clock, Facts, tracker
from deckgen.units import to_inches


def theme() -> Theme:
    found = load_theme("werkbank", project=None, base=None, findings=Findings())
    assert found is not None
    return found


def draw(facts: Facts, ground: str = "light", **options: object) -> list[Item]:
    own = {"done": "ruler-done", "on-done": "on-ruler-done", "ink": "text", **options}
    items = tracker("ruler").draw(facts, own, theme().grounds[ground], theme())
    return [*items, *(i for group in items if isinstance(group, Group) for i in group.items)]


def named(items: list[Item], name: str) -> Shape:
    (found,) = (i for i in items if i.name == name)
    assert isinstance(found, Shape)
    return found


def figures(items: list[Item]) -> dict[str, float]:
    texts = [i for i in items if isinstance(i, Shape) and i.text is not None]
    return {i.text.plain: to_inches(i.box.x) for i in texts if i.text is not None}


def facts(**more: object) -> Facts:
    return Facts("s", 0.0, 0, **more)  # type: ignore[arg-type]


def test_hours_stand_where_the_art_direction_puts_them() -> None:
    items = draw(facts(clock=Clock(9 * 60, 17 * 60, 10 * 60 + 45)))
    assert to_inches(named(items, "!!elapsed").box.w) == pytest.approx(2.771, abs=0.002)
    assert figures(items) == pytest.approx(
        {str(h): 0.097 + 1.5833 * (h - 9) for h in range(9, 17)}, abs=0.002
    )
    pointer = named(items, "!!pointer")
    assert to_inches(pointer.box.x + pointer.box.w // 2) == pytest.approx(2.771, abs=0.002)
    assert all(i.decorative for i in items)


def test_the_pointer_stays_on_the_slide_when_the_day_begins() -> None:
    items = draw(facts(clock=Clock(9 * 60, 17 * 60, 9 * 60)))
    assert not [i for i in items if i.name == "!!elapsed"]
    assert to_inches(named(items, "!!pointer").box.x) == pytest.approx(0.014, abs=0.002)


def test_a_short_talk_has_figures_between_the_hours() -> None:
    assert list(figures(draw(facts(clock=Clock(540, 585, 540))))) == [
        "9:00",
        "9:10",
        "9:20",
        "9:30",
        "9:40",
        "9:50",
    ]
    assert list(figures(draw(facts(clock=Clock(540, 650, 540))))) == ["9:00", "9:30", "10:00", "10:30"]


def test_without_a_clock_sections_are_numbered_and_slides_are_ticks() -> None:
    items = draw(facts(place=5, slides=11, openings=(1, 5, 9), section=2))
    assert figures(items) == pytest.approx({"1": 1.364, "2": 6.43, "3": 11.497}, abs=0.01)
    assert to_inches(named(items, "!!elapsed").box.w) == pytest.approx(12.667 / 2, abs=0.002)
    assert (
        len([c for c in named(items, "Ticks").path if c[0] == "M"]) == 9
    )  # neither the first slide nor the last


@pytest.mark.parametrize(
    ("count", "section", "shown"),
    [(5, 2, "12345"), (5, 5, "2345"), (8, 1, "12345"), (8, 4, "34567"), (8, 8, "5678"), (1, 1, "1")],
)
def test_a_dividers_ruler_shows_its_section_whole(count: int, section: int, shown: str) -> None:
    found = figures(draw(facts(openings=tuple(range(count)), section=section), ground="accent", large=True))
    assert "".join(found) == shown
    assert found[str(section)] < 11  # not cut by the slide's edge


def test_a_figure_on_the_border_is_left_out_where_its_colours_differ() -> None:
    now = facts(clock=Clock(9 * 60, 17 * 60, 11 * 60 + 6))
    assert "11" in figures(draw(now, "light")) and "11" not in figures(draw(now, "dark"))


def test_a_point_has_a_box_for_each_of_its_series() -> None:
    items = draw(facts(index=3, count=7), boxes=True, box="on-block")
    boxes = [i for i in items if isinstance(i, Shape) and i.name.startswith("Point box")]
    assert [b.fill is not None for b in boxes] == [True] * 3 + [False] * 4
    assert to_inches(boxes[0].box.x) == pytest.approx(0.667, abs=0.002)
    assert not [i for i in draw(facts(index=1, count=1), boxes=True) if i.name.startswith("Point box")]


TALK = """title: T
theme: werkbank
start: 9:00
slides:
  - {title: Vorher, time: 15m}
  - {section: Eins, divider: false, time: 60m}
  - {title: A, id: a, time: 10m}
  - {title: B, id: b, time: 20m}
  - {title: C, hidden: true}
  - {section: Zwei, divider: false, time: 45m}
  - {title: D, id: d}
  - agenda:
    id: e
"""


def test_slides_share_the_time_of_their_section(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    deck = deckgen.compose(deckgen.load(tmp_path / "talk.yaml"))
    hour = 12.667 / 2  # from nine to eleven
    at = {s.id: to_inches(i.box.w) / hour for s in deck.scenes for i in s.items if i.name == "!!elapsed"}
    assert at["a"] == pytest.approx(0.25, abs=0.002)
    assert at["b"] == pytest.approx(0.25 + 1 / 3, abs=0.002)
    assert at["d"] == pytest.approx(1.25, abs=0.002)
    agenda = next(s for s in deck.scenes if s.id == "e")
    words = [t.plain for i in agenda.items if (t := getattr(i, "text", None)) is not None]
    assert "9:15" in words and "10:15" in words
