"""The kind `quote`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, texts


@both_themes
def test_a_quote_gets_german_marks_and_a_hidden_title(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path, "- quote: Weniger verkaufen müssen.\n  by: Siegfried Haider\n  role: Redner", theme
    ).slides[0]
    assert "„Weniger verkaufen müssen.“" in texts(slide)
    assert {"Siegfried Haider", "Redner"} <= set(texts(slide))
    title = slide.shapes.title
    assert title._element.nvSpPr.cNvPr.get("hidden") == "1"
    assert title.text_frame.text == "Weniger verkaufen müssen."


@both_themes
def test_the_opening_mark_hangs_left_of_the_edge(tmp_path: Path, theme: str) -> None:
    """By a negative first-line indent in the same box: the lines' left edge is the theme's, the mark stands outside of it."""
    slide = build_deck(
        tmp_path, "- quote: Weniger verkaufen müssen, immer öfter gekauft werden.", theme
    ).slides[0]
    frame = next(s for s in slide.placeholders if "„" in s.text_frame.text)
    props = frame.text_frame.paragraphs[0]._p.pPr
    edge, first = int(props.get("marL")), int(props.get("indent"))
    layout = next(
        s for s in slide.slide_layout.placeholders if s.placeholder_format.idx == frame.placeholder_format.idx
    )
    assert edge == int(next(e for e in layout._element.iter() if e.tag.endswith("}lvl1pPr")).get("marL"))
    assert -edge <= first < 0


@pytest.mark.parametrize(
    ("lang", "shown"), [("de", "„Ein ‚Wort‘.“"), ("en", "“Ein ‘Wort’.”"), ("fr", "«\u202fEin “Wort”.\u202f»")]
)
def test_quotes_within_a_quote_are_inner_ones(tmp_path: Path, lang: str, shown: str) -> None:
    deck = build_deck(tmp_path, f'- quote: Ein "Wort".\n  lang: {lang}')
    assert shown in texts(deck.slides[0])
