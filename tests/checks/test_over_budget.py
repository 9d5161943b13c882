"""The check `over-budget`: `time` on a section or series is the budget of all in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from tests.cli.running import run
from tests.kinds.talks import deck_of

SECTION = "- section: Teil\n  time: 2m\n- statement: Kurz.\n  time: {time}\n- section: Ende\n- statement: Lang.\n  time: 9m"
SERIES = "- title: Reihe\n  time: 2m\n  points:\n    - point: Eins\n      time: {time}\n      slides:\n        - {{statement: Tief, time: 15s}}"


@pytest.mark.parametrize(
    ("slides", "time", "words"),
    [
        (SECTION, "110s", ""),
        (SECTION, "150s", "the section 'Teil' takes 2:40 of its 2:00"),
        (SERIES, "60s", ""),
        (SERIES, "90s", "the series 'Reihe' takes 2:30 of its 2:00"),  # overview 30 s, recap 15 s
    ],
)
def test_what_takes_longer_than_its_budget_is_named(
    tmp_path: Path, slides: str, time: str, words: str
) -> None:
    found = [f for f in deckgen.check(deck_of(tmp_path, slides.format(time=time))) if f.code == "over-budget"]
    assert [f.message for f in found] == ([words] if words else [])
    assert all(f.span is not None and f.span.line == 8 for f in found)


def test_a_build_warns_and_a_strict_one_stops(tmp_path: Path) -> None:
    rows = "".join(f"  {row}\n" for row in SECTION.format(time="3m").splitlines())
    (tmp_path / "talk.yaml").write_text(f"title: T\nlang: de\nslides:\n{rows}", encoding="utf-8")
    done = run(tmp_path, "build", "talk.yaml")
    assert done.returncode == 0 and (tmp_path / "dist" / "talk.pptx").exists()
    assert "talk.yaml:4:5: warning[over-budget]: the section 'Teil' takes 3:10 of its 2:00" in done.stderr
    assert run(tmp_path, "build", "talk.yaml", "--strict").returncode == 1
