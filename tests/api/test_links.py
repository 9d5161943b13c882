"""Links to slides, as a speaker would click them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx.presentation import Presentation as Deck

from tests.kinds.talks import HEAD, build_deck, findings_of


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
