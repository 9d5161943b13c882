"""The kind `number`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, texts


@both_themes
@pytest.mark.parametrize("number", ["1", "64", "+48", "1,5", "2.000"])
def test_a_number_is_shown_as_it_was_typed(tmp_path: Path, theme: str, number: str) -> None:
    slide = build_deck(
        tmp_path, f"- title: So viele.\n  number: {number}\n  text: Und das heißt etwas.", theme
    ).slides[0]
    assert number in texts(slide)
    assert "Und das heißt etwas." in texts(slide)


def test_the_unit_stands_smaller_after_it(tmp_path: Path) -> None:
    slide = build_deck(
        tmp_path, "- title: So viele.\n  number: 64\n  unit: '%'\n  source: Beispieldaten"
    ).slides[0]
    shape = next(s for s in slide.placeholders if s.placeholder_format.idx == 15)
    runs = shape.text_frame.paragraphs[0].runs
    assert [r.text for r in runs] == ["64", "\u00a0%"]
    assert any("Quelle" in t and "Beispieldaten" in t for t in texts(slide))


@both_themes
def test_a_long_unit_is_set_no_tighter_than_its_number(tmp_path: Path, theme: str) -> None:
    """The layout's tracking is in points, made for the number's size; letters a quarter as large would run into each other."""
    slide = build_deck(
        tmp_path, "- title: So viele.\n  number: 42\n  unit: Stunden\n  text: Mehr.", theme
    ).slides[0]
    shape = next(s for s in slide.placeholders if s.placeholder_format.idx == 15)
    unit = shape.text_frame.paragraphs[0].runs[-1]
    assert unit.text.strip() == "Stunden"
    assert -0.04 * unit.font.size.pt * 100 <= int(unit._r.rPr.get("spc", "-9999")) <= 0


@both_themes
@pytest.mark.parametrize(
    "content", ["number: 120\n  unit: m^2^", "numbers: [{lead: 120, unit: m^2^, text: Fläche}, '1: Raum']"]
)
def test_a_unit_keeps_what_is_raised_in_it(tmp_path: Path, theme: str, content: str) -> None:
    slide = build_deck(tmp_path, f"- title: So viele.\n  {content}", theme).slides[0]
    runs = next(
        p.runs
        for s in slide.shapes
        if s.has_text_frame
        for p in s.text_frame.paragraphs
        if p.text.endswith("m2") and p.text.startswith("120")
    )
    assert [r.text for r in runs] == ["120", "\u00a0m", "2"]
    assert runs[-1]._r.rPr.get("baseline") == "30000"
