"""The referee of overflow sees what is planted: a text that the fitter would have refused, let through by a damaged fitter.

Each kind's text is a third longer than the longest that fits, so the damage shows only just; the referee must see it all the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.util import Emu

import deckgen
from deckgen.layout import jobs, regions, tables
from deckgen.layout.jobs import TextJob
from deckgen.theme.find import names, shipped_dirs
from pptx import Presentation
from tests.kinds.talks import deck_of
from tests.overflow import overflows
from tests.rendering import to_pdfs

WORDS = "Wir sagen heute noch einmal in aller Ruhe, was wir wollen, und gehen dann an die Arbeit. " * 40
KINDS = {
    "statement": "- statement: {}",
    "list": "- title: T\n  bullets:\n    - {}",
    "column": "- title: T\n  columns:\n    - text: {}\n    - text: kurz\n    - text: kurz",
    "table": "- title: T\n  table:\n    - [a, b]\n    - [{}, b]",
}
THEMES = names(shipped_dirs())
pytestmark = pytest.mark.libreoffice


def _slide(kind: str, words: int) -> str:
    return KINDS[kind].format("'" + " ".join(WORDS.split()[:words]) + "'")


def _refused(folder: Path, kind: str, theme: str, words: int) -> bool:
    try:
        deck_of(folder, _slide(kind, words), theme)
    except deckgen.TalkError:
        return True
    return False


def shortest(folder: Path, kind: str, theme: str) -> int:
    """How many words the shortest text has that is refused."""
    fits, refused = 1, 320
    assert _refused(folder, kind, theme, refused)
    while refused - fits > 1:
        middle = (fits + refused) // 2
        if _refused(folder, kind, theme, middle):
            refused = middle
        else:
            fits = middle
    return refused


def built(folder: Path, name: str, slides: str, theme: str) -> Path:
    return deckgen.write(deck_of(folder, slides, theme), folder / f"{name}.pptx")


def seen(deck: Path, pdf: Path) -> set[int]:
    """The numbers of the slides on which the referee finds something."""
    return {int(line.split()[1].rstrip(",")) for line in overflows(deck, pdf)}


def fit_nothing(patch: pytest.MonkeyPatch) -> None:
    """All that is wanted is taken to fit at the least size."""
    patch.setattr(TextJob, "_holds", lambda *_: True)
    patch.setattr(regions.RegionJob, "fits", lambda *_: True)
    patch.setattr(tables.TableJob, "_best", lambda job, step: job._at(step, True))


def narrow(patch: pytest.MonkeyPatch) -> None:
    """Words are measured at seven tenths of their widths."""
    for module in (jobs, regions):
        real = module.set_paragraphs
        patch.setattr(module, "set_paragraphs", lambda p, s, w, real=real: real(p, s, w / 0.7))
    words = tables.Words.lines
    patch.setattr(tables.Words, "lines", lambda cell, width: words(cell, width / 0.7))


def low(patch: pytest.MonkeyPatch) -> None:
    """Lines are measured at seven tenths of their heights."""
    from deckgen.typeset import paragraph

    real = paragraph._set

    def lower(*arguments: Any) -> Any:
        found = real(*arguments)
        return (found[0], found[1] * 0.7, found[2]) if found is not None else None

    patch.setattr(paragraph, "_set", lower)


@pytest.mark.parametrize("damage", [fit_nothing, narrow, low])
@pytest.mark.parametrize("theme", THEMES)
def test_a_damaged_fitter_is_seen(
    tmp_path: Path, libreoffice: None, monkeypatch: pytest.MonkeyPatch, theme: str, damage: Any
) -> None:
    least = {kind: shortest(tmp_path, kind, theme) for kind in KINDS}
    sound = built(tmp_path, "sound", "\n".join(_slide(kind, n - 1) for kind, n in least.items()), theme)
    damage(monkeypatch)
    bad = built(
        tmp_path, "bad", "\n".join(_slide(kind, n * 13 // 10 + 1) for kind, n in least.items()), theme
    )
    pdfs = to_pdfs([sound, bad])
    assert seen(sound, pdfs[0]) == set()
    assert seen(bad, pdfs[1]) == {1, 2, 3, 4}


def made_smaller(path: Path, name: str, width: float, height: float, wrap: bool) -> Path:
    """The deck with the fullest box of each slide at these shares of its width and height; what stands in it stays."""
    deck = Presentation(str(path))
    for slide in deck.slides:
        shape = max((s for s in slide.shapes if s.has_text_frame), key=lambda s: len(s.text_frame.text))
        left, top, w, h = shape.left, shape.top, shape.width, shape.height
        shape.left, shape.top, shape.width, shape.height = (
            left,
            top,
            Emu(int(w * width)),
            Emu(int(h * height)),
        )
        shape.text_frame.word_wrap = wrap
        shape.text_frame.margin_left = shape.text_frame.margin_right = 0
    deck.save(str(path.with_name(f"{name}.pptx")))
    return path.with_name(f"{name}.pptx")


@pytest.mark.foreign_deck
@pytest.mark.parametrize("theme", THEMES)
def test_a_text_wider_or_higher_than_its_box_is_seen(tmp_path: Path, libreoffice: None, theme: str) -> None:
    # LibreOffice wraps bodies whatever the file says
    lines = (
        "- statement: Ein Satz auf einer Zeile\n- triangle: [Ein langer Satz an der Ecke, b, c]\n  title: T"
    )
    wide = made_smaller(built(tmp_path, "lines", lines, theme), "wide", 0.3, 1.0, False)
    full = "\n".join(_slide(kind, 24) for kind in ("statement", "list", "column"))
    high = made_smaller(built(tmp_path, "full", full, theme), "high", 1.0, 0.1, True)
    pdfs = to_pdfs([wide, high])
    assert seen(wide, pdfs[0]) == {1, 2}
    assert seen(high, pdfs[1]) == {1, 2, 3}
