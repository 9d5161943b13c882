"""The kind `number`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of, texts


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
    unit = shape.text_frame.paragraphs[-1].runs[-1]  # of its own where it stands below
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


@both_themes
def test_what_is_counted_is_the_unit(tmp_path: Path, theme: str) -> None:
    """ "42 Mitarbeitende" is a number and a word, set as if the word were given as `unit`: smaller, and below where it is long."""
    typed = build_deck(tmp_path, "- title: So viele.\n  number: 42 Mitarbeitende", theme).slides[0]
    given = build_deck(tmp_path, "- title: So viele.\n  number: 42\n  unit: Mitarbeitende", theme).slides[0]
    shape, same = (
        next(s for s in slide.placeholders if s.placeholder_format.idx == 15).text_frame
        for slide in (typed, given)
    )
    assert [p.text.split() for p in shape.paragraphs] == [p.text.split() for p in same.paragraphs]
    number, unit = (r for p in shape.paragraphs for r in p.runs)
    assert unit.font.size is not None
    assert number.font.size is None or number.font.size > 2 * unit.font.size


@both_themes
def test_a_figure_that_is_too_wide_is_to_be_rounded(tmp_path: Path, theme: str) -> None:
    (found,) = findings_of(tmp_path, f"- title: So viele.\n  number: {'1234.' * 12}5", theme)
    assert "round it" in found.message
    assert "\\-" not in found.message
