"""Texts within a theme's forms keep to the box that programs set them in, or are refused at their line."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

import deckgen
from deckgen.inscribed import inscribed
from deckgen.scene.items import Shape

from ..kinds.talks import deck_of, findings_of, written
from ..overflow import lines_of
from ..rendering import to_pdf

WIDTH, HEIGHT = 360, 180  # pt
WORDS = "Worum es heute geht und was daraus wird"
FORMS = ("ellipse", "chevron", "homePlate", "triangle", "diamond", "hexagon", "roundRect")
THEME = """extends: plain
looks:
  statement:
    shapes:
      - {{name: form, shape: {form}, box: [1, 4.5, 5, 2.5], fill: primary, text: {{literal: '{words}', style: body, color: on-primary, align: {align}, anchor: middle}}}}
"""


def talk(folder: Path, form: str, words: str, align: str = "center") -> str:
    (folder / "theme.yaml").write_text(THEME.format(form=form, words=words, align=align), encoding="utf-8")
    return "- statement: Kurz"


def form_of(deck: deckgen.Deck) -> Shape:
    return next(i for i in deck.scenes[0].items if isinstance(i, Shape) and i.text is not None)


@pytest.mark.parametrize("form", FORMS)
def test_the_room_is_the_inscribed_boxs(tmp_path: Path, form: str) -> None:
    shape = form_of(deck_of(tmp_path, talk(tmp_path, form, "Kurz"), "./theme.yaml"))
    edges = inscribed(form, WIDTH, HEIGHT)
    assert edges is not None
    assert shape.fit is not None
    assert shape.fit.room == pytest.approx(edges[3] - edges[1], abs=0.1)


@pytest.mark.libreoffice
@pytest.mark.parametrize("align", ["left", "right"])
@pytest.mark.parametrize("form", FORMS)
def test_lines_stay_in_the_inscribed_box(tmp_path: Path, libreoffice: None, form: str, align: str) -> None:
    deck = deck_of(tmp_path, talk(tmp_path, form, WORDS, align), "./theme.yaml")
    written(deck, tmp_path / "a.pptx")
    edges = inscribed(form, WIDTH, HEIGHT)
    assert edges is not None
    left, top, right, bottom = (72 + edges[0], 324 + edges[1], 72 + edges[2], 324 + edges[3])
    with pymupdf.open(to_pdf(tmp_path / "a.pptx")) as document:
        (page,) = document
        lines = [
            at for text, at, _ in lines_of(page, 960 / page.rect.width) if text in WORDS.replace(" ", "")
        ]
    assert len(lines) > 1
    for x0, baseline, x1 in lines:
        assert left - 2 <= x0
        assert x1 <= right + 2
        assert top < baseline <= bottom + 0.5


@pytest.mark.parametrize("form", FORMS)
def test_what_fits_the_whole_box_only_is_refused(tmp_path: Path, form: str) -> None:
    """Ten lines in 180 pt: no form has room for what its whole box would hold."""
    (found,) = findings_of(tmp_path, talk(tmp_path, form, WORDS + f" {WORDS}" * 4), "./theme.yaml")
    assert found.code == "text-overflow"
    assert found.span is not None and found.span.line == 8
