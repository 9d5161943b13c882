"""No short word stands alone on a paragraph's last line, where that costs no line; the text stays as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf
import pytest

from deckgen.typeset.balance import company
from deckgen.typeset.measure import measure_for
from deckgen.typeset.metrics import shipped
from deckgen.typeset.paragraph import Para, Span, set_paragraphs

from ..kinds.talks import deck_of, written
from ..overflow import lines_of
from ..rendering import to_pdf

WORDS = "Wir gehen heute einmal los und kommen nicht so bald an"
OTHER = "Das ist es, was wir suchen"
ARIAL = measure_for((shipped("Arial") or {})["regular"])


def columns(*items: str) -> str:
    """A slide of three columns, the first with these items."""
    rest = "    - bullets: [kurz]\n" * 2
    return f"- title: T\n  columns:\n    - bullets: [{', '.join(f'{i!r}' for i in items)}]\n{rest}"


def frames(deck: Any) -> list[Any]:
    """The text frames of its only slide."""
    return [s.text_frame for s in deck.slides[0].shapes if s.has_text_frame]


def frame_with(deck: Any, words: str) -> Any:
    """The frame that holds a paragraph with these words, as they were typed."""
    return next(f for f in frames(deck) if words in [p.text for p in f.paragraphs])


def right(frame: Any) -> int:
    return int(frame._txBody.bodyPr.get("rIns", 0))


def margins(frame: Any) -> list[int]:
    return [int(p._p.pPr.get("marR", 0)) if p._p.pPr is not None else 0 for p in frame.paragraphs]


def drawn(path: Path) -> list[str]:
    """The lines of the only slide as LibreOffice draws them, without blanks."""
    with pymupdf.open(to_pdf(path)) as document:
        (page,) = document
        return [text for text, _, _ in lines_of(page, 960 / page.rect.width)]


def test_a_single_paragraphs_box_has_a_larger_inset_and_its_words_as_typed(tmp_path: Path) -> None:
    frame = frame_with(written(deck_of(tmp_path, columns(WORDS)), tmp_path / "a.pptx"), WORDS)
    assert right(frame) > 0
    assert margins(frame) == [0]


def test_one_of_several_paragraphs_has_a_right_margin(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, columns(WORDS, OTHER))
    frame = frame_with(written(deck, tmp_path / "a.pptx"), WORDS)
    assert right(frame) == 0
    first, second = margins(frame)
    assert first > 0
    assert second == 0


@pytest.mark.libreoffice
@pytest.mark.parametrize("items", [(WORDS,), (WORDS, OTHER)])
def test_libreoffice_draws_the_word_in_company(
    tmp_path: Path, libreoffice: None, items: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(deck_of(tmp_path, columns(*items)), tmp_path / "a.pptx")
    lines = drawn(tmp_path / "a.pptx")
    assert "baldan" in lines
    assert "an" not in lines
    monkeypatch.setattr("deckgen.layout.orphans.company", lambda *_: 0.0)
    written(deck_of(tmp_path, columns(*items)), tmp_path / "b.pptx")
    assert "an" in drawn(tmp_path / "b.pptx")


@pytest.mark.parametrize(
    "words",
    [
        "Das Wissen steht bei denen, die es jeden Tag brauchen",  # long enough to stand alone
        "Wir sind da",  # one line
    ],
)
def test_other_texts_have_all_the_width(tmp_path: Path, words: str) -> None:
    deck = written(deck_of(tmp_path, columns(words, "kurz"), "helium"), tmp_path / "a.pptx")
    frame = frame_with(deck, words)
    assert (right(frame), margins(frame)) == (0, [0, 0])


def test_company_costs_no_line() -> None:
    para = Para((Span("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zu", ARIAL),))
    helped = 0
    for width in range(150, 420, 3):
        found, inset = set_paragraphs((para,), 20, width), company(para, 20, width)
        narrow = set_paragraphs((para,), 20, width - inset)
        assert found is not None
        assert narrow is not None
        if inset:
            helped += 1
            assert narrow.count == found.count
            assert found.texts[0][-1] == "zu"
            assert narrow.texts[0][-1].endswith("elf zu")
    assert helped >= 2


def test_a_word_that_no_inset_helps_stays_alone() -> None:
    long = "Marketingverantwortungsbewusstseins"
    width = ARIAL.width(long, 20) + 6
    assert company(Para((Span(f"{long} zu", ARIAL),)), 20, width) == 0.0


def test_the_titles_number_never_stands_alone(tmp_path: Path) -> None:
    """What deckgen adds to a title it ties to it."""
    slides = "- title: Viel\n  bullets:\n" + "".join(f"    - Punkt {n} von vielen\n" for n in range(40))
    deck = written(deck_of(tmp_path, slides), tmp_path / "a.pptx")
    assert deck.slides[0].shapes.title.text_frame.text.startswith("Viel\u00a0(1/")
