"""Links to slides, as a speaker would click them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.presentation import Presentation as Deck

import deckgen
from deckgen.scene.deck import Deck as SceneDeck
from deckgen.scene.items import TextFrame
from tests.kinds.talks import HEAD, build_deck, composed, findings_of


def targets(deck: Deck) -> dict[str, int]:
    """Link text -> number of the slide it leads to, of all runs."""
    numbers = {s.part.partname: n for n, s in enumerate(deck.slides, 1)}
    result = {}
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                for run in paragraph.runs:
                    click = None if run._r.rPr is None else run._r.rPr.hlinkClick
                    if click is not None and click.get("action"):
                        result[run.text] = numbers[slide.part.related_part(click.rId).partname]
    return result


TALK = """- title: Reihe
  id: r
  points: [Erster, {point: Zweiter, id: zwei}]
- section: Ohne Divider
  id: s
  divider: no
- statement: "[a](#r) [b](#r/2) [c](#zwei) [d](#s) [e](#lang/+1) [f](#r/recap)"
- title: Lang
  bullets: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
"""


def test_a_link_leads_to_slides_that_a_kind_makes(tmp_path: Path) -> None:
    found = targets(build_deck(tmp_path, TALK.replace(" [b](#r/2)", "")))
    assert found == {"a": 1, "c": 3, "d": 5, "e": 7, "f": 4}


@pytest.mark.parametrize(
    ("slides", "code", "words"),
    [
        ("- statement: A [x](#nirgends)", "unknown-slide", "nirgends"),
        ("- statement: A [x](#agenda)", "unknown-slide", "agenda"),
        ("- statement: A\n- title: A\n  bullets: [b]\n- statement: C [x](#a)", "shared-id", "lines 8, 9"),
        ("- statement: A\n- title: A\n  bullets: [b]\n- statement: C [x](#a-2)", "shared-id", "`id`"),
        (
            "- title: R\n  points: [a]\n  show: [each]\n- statement: C [x](#r/recap)",
            "unknown-slide",
            "r/recap",
        ),
        ("- statement: A\n  notes: Siehe [x](#nix).", "unknown-slide", "nix"),
        ("- statement: A\n  id: cover", "bad-id", "belongs to the kind"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(tmp_path: Path, slides: str, code: str, words: str) -> None:
    (finding,) = findings_of(tmp_path, slides)
    assert finding.code == code
    assert words in str(finding)
    assert finding.span is not None and finding.span.line >= len(HEAD.splitlines()) + 1


def test_a_shared_id_given_to_one_is_that_ones(tmp_path: Path) -> None:
    slides = "- statement: A\n- title: A\n  id: a\n  bullets: [b]\n- statement: C [x](#a)"
    assert targets(build_deck(tmp_path, slides)) == {"x": 2}


def test_links_of_a_slide_that_is_left_out_are_not_followed(tmp_path: Path) -> None:
    build_deck(tmp_path, "- statement: A\n- statement: B [x](#nix)\n  skip: yes")


POINTS = """  - statement: "[Zu den Thesen](#{target})"
  - title: Die Thesen
    id: thesen
    show: [{show}]
    points: [Eins, Zwei]
"""


def deck_of(folder: Path, slides: str, agenda: str = "off") -> SceneDeck:
    return composed(folder, f"title: T\nlang: de\nagenda: {agenda}\nslides:\n{slides}")


def meant(deck: SceneDeck) -> list[str]:
    """The ids of the slides to which the links of the first slide's texts lead."""
    items = [i for i in deck.scenes[0].items if isinstance(i, TextFrame)]
    links = [r.link.slide for i in items for p in i.text.paragraphs for r in p.runs if r.link is not None]
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
    assert meant(deck_of(tmp_path, POINTS.format(target=target, show=show))) == [place]


@pytest.mark.parametrize(
    ("target", "show", "nearest"),
    [("thesen/recap", "overview, each", "thesen/"), ("thesen/2", "overview", "thesen")],
)
def test_a_link_to_a_slide_that_the_talk_does_not_make_is_an_error(
    tmp_path: Path, target: str, show: str, nearest: str
) -> None:
    with pytest.raises(deckgen.TalkError) as caught:
        deck_of(tmp_path, POINTS.format(target=target, show=show))
    (finding,) = caught.value.findings
    assert finding.code == "unknown-slide"
    assert target in finding.message and nearest in finding.message
    assert finding.span is not None and finding.span.line == 5


@pytest.mark.parametrize("agenda", ["off", "once"])
def test_a_link_to_an_agenda_needs_one(tmp_path: Path, agenda: str) -> None:
    slides = '  - cover\n  - statement: "[Zur Übersicht](#agenda)"\n  - section: Eins\n  - statement: Zwei\n'
    if agenda == "once":
        assert len(deck_of(tmp_path, slides, agenda).scenes) == 5
    else:
        with pytest.raises(deckgen.TalkError):
            deck_of(tmp_path, slides, agenda)


def test_a_section_without_divider_is_where_it_begins(tmp_path: Path) -> None:
    slides = """  - statement: "[Weiter](#teil)"
  - {section: Teil, id: teil, divider: false}
  - {statement: Der Anfang, id: anfang}
"""
    assert meant(deck_of(tmp_path, slides)) == ["anfang"]


def test_the_agenda_links_to_where_such_a_section_begins(tmp_path: Path) -> None:
    slides = """  - agenda
  - {section: Teil, id: teil, divider: false, time: 5m}
  - {statement: Der Anfang, id: anfang}
"""
    deck = deck_of(tmp_path, slides)
    links = [i.link.slide for i in deck.scenes[0].walk() if i.link is not None]
    assert [deck.aliases.get(link, link) for link in links] == ["anfang"]


def test_of_thousands_of_wrong_links_twenty_are_told(tmp_path: Path) -> None:
    slides = "\n".join(f'- statement: "S{n} [x](#weg-{n}) [y](#fort-{n})"' for n in range(400))
    found = findings_of(tmp_path, slides)
    assert len(found) == 21
    assert found[-1].message == "780 more links lead to no slide"
    assert found[-1].span is not None and found[-1].span.line == found[0].span.line + 10  # type: ignore[union-attr]


def test_an_id_that_many_slides_share_is_told_with_some_of_their_lines(tmp_path: Path) -> None:
    slides = "\n".join("- statement: Gleich" for _ in range(30)) + "\n- statement: Los [x](#gleich)"
    (finding,) = findings_of(tmp_path, slides)
    assert "lines 8, 9, 10, 11, 12, 13, 14, 15 and 22 more share" in finding.message
