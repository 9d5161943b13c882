"""LibreOffice as the referee of predicted lines; `scripts/referee_lines.py` asks it at length."""

from __future__ import annotations

import os
import shutil
import statistics
from pathlib import Path

import pytest

from tests.typeset import bodies, corpus, referee, scripts

SEED = 20260


@pytest.fixture
def families(tmp_path: Path) -> list[str]:
    """The families that can be drawn; on CI all that scripts/ci-packages installs must be there."""
    have = shutil.which("soffice") is not None and set(corpus.texts()) == {"de", "en", "fr"}
    if not have and not os.environ.get("CI"):
        pytest.skip("LibreOffice, the fortunes packages or debian-faq-fr are not installed")
    assert have, "scripts/ci-packages installs LibreOffice and these texts"
    found = referee.families(tmp_path)
    if os.environ.get("CI"):
        assert {"Arial", "Calibri", "Cambria", "Times New Roman", "Outfit"} <= set(found)
    return found


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
def test_never_fewer_lines_than_libreoffice(tmp_path: Path, families: list[str]) -> None:
    samples = referee.paragraphs(300, SEED, families, running=True) + referee.paragraphs(150, SEED, families)
    outcomes = referee.judge(samples, tmp_path)
    assert [(o.sample, o.drawn) for o in outcomes if o.excess < 0] == []
    assert [(o.sample, o.height_error) for o in outcomes if o.excess == 0 and abs(o.height_error) > 0.5] == []
    # A bound that is far off would pass the above and fill no box.
    running = [o for o in outcomes if o.running and o.predicted is not None]
    assert len(running) > 250
    assert sum(o.excess > 0 for o in running) <= 0.05 * len(running)


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
def test_balanced_titles_come_out_as_intended(tmp_path: Path, families: list[str]) -> None:
    verdicts = referee.judge_titles(referee.titles(100, SEED, families), tmp_path)
    assert len(verdicts) > 30
    assert [v for v in verdicts if v.adds] == []
    assert [v for v in verdicts if not v.holds] == []


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
def test_fitted_bodies_fill_their_boxes_and_stay_inside(tmp_path: Path, families: list[str]) -> None:
    found = [s for s in map(bodies.fitted, bodies.bodies(100, SEED, families)) if s.size]
    assert len(found) > 80
    assert [j for j in bodies.judge(found, tmp_path) if j.outside] == []
    assert statistics.median(s.fill for s in found) >= 0.9  # 0.92 and more over hundreds of them


@pytest.mark.libreoffice
@pytest.mark.foreign_deck
def test_other_scripts_and_emoji_stay_in_their_boxes(tmp_path: Path, families: list[str]) -> None:
    if not scripts.NOTO.is_dir() and not os.environ.get("CI"):
        pytest.skip("Debian's Noto fonts are not installed")
    samples = [s for lang in scripts.LOCALES for s in scripts.paragraphs(40, SEED, lang, families)]
    outcomes = referee.judge(samples, tmp_path)
    assert [(o.sample, o.drawn) for o in outcomes if o.excess < 0 or o.wide] == []
    for lang in scripts.LOCALES:
        placed = [o for o in outcomes if o.predicted is not None and o.sample.kind == lang]
        # Thai has no blanks: long passages have no place for a break
        assert len(placed) >= (20 if lang == "th" else 30)
        assert sum(o.excess > 0 for o in placed) <= 0.6 * len(placed)
