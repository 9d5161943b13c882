"""The kind `agenda`, as a user sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import deckgen
from deckgen.api import outline

from .talks import HEAD, both_themes, build_deck, findings_of, texts

PICTURE = Path(__file__).resolve().parent.parent.parent / "talks" / "pictures" / "sky.jpg"
SLIDES = """- agenda
- section: Warum
- statement: Darum.
- section: Wohin
- statement: Dorthin."""


@both_themes
def test_an_agenda_lists_the_sections(tmp_path: Path, theme: str) -> None:
    words = texts(build_deck(tmp_path, SLIDES, theme).slides[0])
    assert "Warum" in words
    assert "Wohin" in words
    assert words.index("Warum") < words.index("Wohin")


def test_an_agenda_without_sections_is_refused_with_its_place(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- agenda")
    assert [f.code for f in found] == ["agenda-empty"]
    assert found[0].span is not None
    assert found[0].span.line == 8


def test_each_section_gets_an_agenda_of_its_own_title(tmp_path: Path) -> None:
    deck = build_deck(
        tmp_path,
        SLIDES.removeprefix("- agenda\n"),
        head=HEAD.replace("slides:", "agenda: each-section\nslides:"),
    )
    titles = [s.shapes.title.text_frame.text for s in deck.slides]
    assert len(titles) == len(set(titles)) == 6
    assert sum("Warum" in t for t in titles) == 2


def _titles(folder: Path, slides: str, agenda: str) -> list[str]:
    deck = build_deck(folder, slides, head=HEAD.replace("slides:", f"agenda: {agenda}\nslides:"))
    return [s.shapes.title.text_frame.text for s in deck.slides]


def test_one_agenda_stands_after_the_cover_or_before_the_first_section(tmp_path: Path) -> None:
    rest = "- statement: Los.\n" + SLIDES.removeprefix("- agenda\n")
    assert _titles(tmp_path, "- cover\n" + rest, "once")[:3] == ["Ein Vortrag", "Agenda", "Los."]
    assert _titles(tmp_path, rest, "once")[:3] == ["Los.", "Agenda", "Warum"]
    assert _titles(tmp_path, "- cover\n" + rest + "\n- agenda", "once").count("Agenda") == 1


def test_an_agenda_asked_for_needs_sections(tmp_path: Path) -> None:
    head = HEAD.replace("slides:", "agenda: once\nslides:")
    with pytest.raises(deckgen.TalkError, match=r"talk.yaml:7:9: error\[agenda-empty\]"):
        build_deck(tmp_path, "- statement: Los.", head=head)


@pytest.mark.parametrize(
    ("section", "minutes"),
    [
        ("- section: A\n- statement: Da\n  time: 230s", 4),  # with the divider's ten seconds
        ("- section: A\n  divider: no\n- statement: Da\n  time: 200s", 3),
        ("- section: A\n- title: R\n  points: [a, b, c, d]", 4),  # 30 s, 45 s each, 15 s
        ("- section: A\n- title: R\n  show: [each]\n  points: [a, b, c, d]", 3),
        ("- section: A\n- title: R\n  show: [overview]\n  points: [a, b, c, d]", 1),
        ("- section: A\n- statement: Da\n  time: 2m\n- closing\n- statement: Danach\n  time: 9m", 2),
        ("- section: A\n  time: 7m\n- statement: Da", 7),
    ],
)
def test_agenda_and_outline_count_the_same(tmp_path: Path, section: str, minutes: int) -> None:
    agenda = build_deck(tmp_path, f"- agenda\n{section}", "helium").slides[0]
    assert f"{minutes}\u00a0min" in [s.text_frame.text for s in agenda.shapes if s.has_text_frame]
    (found,) = outline(deckgen.load(tmp_path / "talk.yaml")).sections
    assert round((found.budget or found.seconds) / 60) == minutes


def test_hidden_slides_take_no_time_on_the_agenda(tmp_path: Path) -> None:
    section = "- agenda\n- section: A\n- statement: Da\n  time: 4m\n- statement: Versteckt\n  time: 10m\n  hidden: yes"
    agenda = build_deck(tmp_path, section, "helium").slides[0]
    words = [s.text_frame.text for s in agenda.shapes if s.has_text_frame]
    assert "4\u00a0min" in words


@pytest.mark.parametrize("count", [3, 6, 9])
def test_an_agenda_and_points_beside_a_picture_are_drawn_by_helium_itself(tmp_path: Path, count: int) -> None:
    shutil.copy(PICTURE, tmp_path / "sky.jpg")
    names = [f"Teil {n}" for n in range(count)]
    points = (
        f"- title: P\n  image: sky.jpg\n  alt: Ballons\n  show: [overview]\n  points: [{', '.join(names)}]\n"
    )
    agenda = "- section: Anfang\n- agenda:\n  image: sky.jpg\n  alt: Ballons\n"
    slides = points + agenda + "".join(f"- section: {n}\n" for n in names[1:])
    deck = build_deck(tmp_path, slides, "helium")
    balloons = [s for s in deck.slides[0].shapes if s.name.startswith("balloon")]
    assert len(balloons) == count and all(s.width == s.height for s in balloons)
    now = [s for s in deck.slides[2].shapes if s.name.startswith("current")]
    assert len(now) == 1 and not [s for s in deck.slides[2].shapes if s.name.startswith("marker")]
