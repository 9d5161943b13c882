"""The deck checks themselves: a good deck passes, and each rule notices what it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import deckgen
from tests import validators
from tests.charts.decks import chart, drawn
from tests.opc import P
from tests.package_invariants import RULES, problems

from .mutants import MUTANTS, Deck, Mutant

TALK = """title: Ein Vortrag
speaker: {name: Siegfried Haider, email: name@example.com}
date: 2021-01-04
lang: de
theme: plain
slides:
  - cover
  - section: Erster Teil
  - title: Worum es geht
    bullets:
      - Eins
      - Zwei, [mit einem Verweis](https://example.com/seite)
    notes: |
      Das **erste** ist wichtig.

      - Liste
      - in den Notizen
  - title: Drei Dinge
    id: dinge
    points: [Eins, Zwei, Drei]
  - section: Zweiter Teil
  - title: Ein Bild
    image: bild.png
    alt: Ein graues Feld
  - title: Ein Diagramm
  - closing
"""


@pytest.fixture(scope="module")
def good_deck(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small deck with links, notes, a picture, a chart and sections."""
    folder = tmp_path_factory.mktemp("good")
    Image.new("RGB", (640, 360), (120, 120, 120)).save(folder / "bild.png")
    talk = folder / "vortrag.yaml"
    talk.write_text(TALK, encoding="utf-8")
    out = folder / "vortrag.pptx"
    with drawn([chart(["Nord", "Süd"], {"Umsatz": [12, 7.5]}, title="Ein Diagramm")]):
        deckgen.write(deckgen.compose(deckgen.load(talk)), out)
    return out.read_bytes()


def test_a_good_deck_breaks_no_rule(good_deck: bytes) -> None:
    assert problems(good_deck) == []


def test_zipping_again_is_no_mutant(good_deck: bytes) -> None:
    assert problems(Deck(good_deck).zipped()) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda m: m.name)
def test_a_broken_deck_is_noticed(good_deck: bytes, mutant: Mutant) -> None:
    deck = Deck(good_deck)
    mutant.apply(deck)
    found = problems(deck.zipped())
    assert [f for f in found if f.startswith(mutant.rule + ": ") and mutant.says in f], found


def test_every_rule_has_a_mutant() -> None:
    assert {m.rule for m in MUTANTS} == set(RULES)


@pytest.fixture
def wrong_order(good_deck: bytes, tmp_path: Path) -> Path:
    """A deck that only a schema validator notices: p:clrMapOvr before p:cSld."""
    deck = Deck(good_deck)
    slide = deck.slide()[1]
    slide.insert(0, slide.find(P + "clrMapOvr"))
    path = tmp_path / "wrong-order.pptx"
    path.write_bytes(deck.zipped())
    return path


@pytest.mark.foreign_deck
def test_openxml_audit_notices_a_wrong_order(wrong_order: Path) -> None:
    assert validators.audit_problems(wrong_order)


@pytest.mark.sdk
@pytest.mark.foreign_deck
def test_the_sdk_validator_notices_a_wrong_order(wrong_order: Path) -> None:
    program = validators.sdk_program()
    if program is None:
        pytest.skip("the Open XML SDK validator isn't installed")
    assert any("clrMapOvr" in p or "cSld" in p for p in validators.sdk_problems(program, wrong_order))
