"""Links from slide to slide, as a user sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.items import TextFrame

HEAD = "title: T\nlang: de\nagenda: {agenda}\nslides:\n"
POINTS = """  - statement: "[Zu den Thesen](#{target})"
  - title: Die Thesen
    id: thesen
    show: [{show}]
    points: [Eins, Zwei]
"""


def composed(folder: Path, slides: str, agenda: str = "off") -> Deck:
    (folder / "talk.yaml").write_text(HEAD.format(agenda=agenda) + slides, encoding="utf-8")
    return deckgen.compose(deckgen.load(folder / "talk.yaml"))


def targets(deck: Deck) -> list[str]:
    """Where the links of the first slide's texts lead."""
    texts = [i for i in deck.scenes[0].items if isinstance(i, TextFrame)]
    links = [r.link.slide for i in texts for p in i.text.paragraphs for r in p.runs if r.link is not None]
    return [deck.aliases.get(link, link) for link in links]


@pytest.mark.parametrize(
    ("target", "show", "place"),
    [
        ("thesen/recap", "overview, each, recap", "thesen/recap"),
        ("thesen/2", "each", "thesen/2"),
        ("thesen", "overview, each", "thesen/overview"),
        ("thesen", "each", "thesen/1"),
    ],
)
def test_a_link_leads_to_the_slide_or_to_the_first_that_it_makes(
    tmp_path: Path, target: str, show: str, place: str
) -> None:
    assert targets(composed(tmp_path, POINTS.format(target=target, show=show))) == [place]


@pytest.mark.parametrize(
    ("target", "show", "meant"),
    [("thesen/recap", "overview, each", "thesen/"), ("thesen/2", "overview", "thesen")],
)
def test_a_link_to_a_slide_that_the_talk_does_not_make_is_an_error(
    tmp_path: Path, target: str, show: str, meant: str
) -> None:
    with pytest.raises(deckgen.TalkError) as caught:
        composed(tmp_path, POINTS.format(target=target, show=show))
    (finding,) = caught.value.findings
    assert finding.code == "unknown-slide"
    assert target in finding.message and meant in finding.message
    assert finding.span is not None and finding.span.line == 5


@pytest.mark.parametrize("agenda", ["off", "once"])
def test_a_link_to_an_agenda_needs_one(tmp_path: Path, agenda: str) -> None:
    slides = '  - cover\n  - statement: "[Zur Übersicht](#agenda)"\n  - section: Eins\n  - statement: Zwei\n'
    if agenda == "once":
        assert len(composed(tmp_path, slides, agenda).scenes) == 5
    else:
        with pytest.raises(deckgen.TalkError):
            composed(tmp_path, slides, agenda)


def test_a_section_without_divider_is_where_it_begins(tmp_path: Path) -> None:
    slides = """  - statement: "[Weiter](#teil)"
  - {section: Teil, id: teil, divider: false}
  - {statement: Der Anfang, id: anfang}
"""
    assert targets(composed(tmp_path, slides)) == ["anfang"]


def test_the_agenda_links_to_where_such_a_section_begins(tmp_path: Path) -> None:
    slides = """  - agenda
  - {section: Teil, id: teil, divider: false, time: 5m}
  - {statement: Der Anfang, id: anfang}
"""
    deck = composed(tmp_path, slides)
    links = [i.link.slide for i in deck.scenes[0].walk() if i.link is not None]
    assert [deck.aliases.get(link, link) for link in links] == ["anfang"]
