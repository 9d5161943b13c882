"""The tracker `altimeter`: where the balloon stands, which stops are ahead."""

from __future__ import annotations

import pytest

from deckgen.findings import Findings
from deckgen.scene.items import Connector, Shape
from deckgen.theme.reader import load_theme
from deckgen.trackers import Facts, tracker
from deckgen.units import to_inches

OPTIONS = {"x": 12.917, "from": 6.25, "travel": 5.333, "balloon": 0.278, "stop": 0.069, "clear": 0.22}


def draw(progress: float, stops: int) -> dict[str, Shape | Connector]:
    theme = load_theme("plain", project=None, base=None, findings=Findings())
    assert theme is not None
    items = tracker("altimeter").draw(Facts("s", progress, stops), OPTIONS, theme.grounds["light"], theme)
    return {i.name: i for i in items}  # type: ignore[misc]


@pytest.mark.parametrize(("progress", "centre"), [(0.0, 6.25), (0.5, 3.5835), (1.0, 0.917)])
def test_the_balloon_climbs(progress: float, centre: float) -> None:
    box = draw(progress, 7)["!!balloon"].box
    assert to_inches(box.y + box.h / 2) == pytest.approx(centre, abs=0.001)


def test_only_stops_above_the_balloon_are_drawn() -> None:
    stops = draw(0.5, 7)["Stops"]
    assert isinstance(stops, Shape)
    assert sum(1 for c in stops.path if c[0] == "M") == 3
    assert "Stops" not in draw(1.0, 7)
