"""The kind `numbers`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .talks import both_themes, build_deck, findings_of, texts


@both_themes
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_each_figure_has_its_value_text_and_delta(tmp_path: Path, theme: str, count: int) -> None:
    items = "".join(
        f"    - {{lead: 7{n} %, text: Kunden kaufen, delta: +{n} im Jahr}}\n" for n in range(count)
    )
    slide = build_deck(tmp_path, f"- title: Zahlen\n  numbers:\n{items}", theme).slides[0]
    shown = texts(slide)
    for n in range(count):
        assert f"7{n}\u00a0%" in shown
        assert f"+{n} im Jahr" in shown
    assert shown.count("Kunden kaufen") == count


@both_themes
def test_a_unit_is_set_smaller_than_its_value(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path,
        "- title: Zahlen\n  numbers: ['71 %: kaufen', {lead: 12.500, unit: €, text: je Kunde}]",
        theme,
    ).slides[0]
    for unit in ("%", "€"):
        runs = next(
            p.runs
            for s in slide.shapes
            if s.has_text_frame
            for p in s.text_frame.paragraphs
            if p.text.endswith(unit)
        )
        assert runs[-1].font.size < runs[0].font.size


def test_five_figures_are_too_many(tmp_path: Path) -> None:
    found = findings_of(tmp_path, "- title: A\n  numbers: ['1: a', '2: b', '3: c', '4: d', '5: e']")
    assert [f.code for f in found] == ["wrong-count"]


@both_themes
def test_figures_without_change_have_larger_words(tmp_path: Path, theme: str) -> None:
    plain, moved = build_deck(
        tmp_path,
        "- title: Ohne\n  numbers: ['71 %: kaufen', '92 %: kommen']\n"
        "- title: Mit\n  numbers: [{lead: 71 %, text: kaufen, delta: +9}, '92 %: kommen']",
        theme,
    ).slides
    sizes = []
    for slide in (plain, moved):
        label = next(s for s in slide.shapes if s.has_text_frame and s.text_frame.text == "kaufen")
        sizes.append(label.text_frame.paragraphs[0].runs[0].font.size.pt)
    assert sizes[0] > sizes[1]


@both_themes
def test_figures_in_a_column_stand_in_rows_that_can_be_read(tmp_path: Path, theme: str) -> None:
    slide = build_deck(
        tmp_path,
        "- title: A\n  columns:\n    - numbers: ['71 %: kaufen ein zweites Mal', {lead: '+48', text: empfehlen uns, delta: +3}]\n    - text: B",
        theme,
    ).slides[0]
    found = {
        s.text_frame.text.replace("zweites\u00a0Mal", "zweites Mal"): s
        for s in slide.shapes
        if s.has_text_frame
    }
    first, second = found["71\u00a0%"], found["+48"]
    assert second.top >= first.top + first.height and abs(second.left - first.left) < 1000
    label = found["kaufen ein zweites Mal"]
    assert label.left >= first.left + first.width
    for shape in (label, found["+3"], found["empfehlen uns"]):
        assert shape.text_frame.paragraphs[0].runs[0].font.size.pt >= 18


@pytest.mark.parametrize("value", ["'**92**: kennen ihn'", "'**92 %**: kennen ihn'"])
def test_the_figure_that_matters_most_is_strong_and_takes_the_accent(tmp_path: Path, value: str) -> None:
    slide = build_deck(tmp_path, f"- title: Zahlen\n  numbers: ['48: kaufen', {value}]", "helium").slides[0]
    runs = {
        r.text: r
        for s in slide.shapes
        if s.has_text_frame
        for p in s.text_frame.paragraphs
        for r in p.runs
        if s.name.startswith("value")
    }
    assert runs["92"].font.color.theme_color != runs["48"].font.color.theme_color
    assert str(runs["92"].font.color.theme_color).startswith("ACCENT_1")


@both_themes
def test_the_sign_of_a_figure_is_a_true_minus(tmp_path: Path, theme: str) -> None:
    slides = (
        "- title: Z\n  numbers:\n    - {lead: -5, text: A-5 und -3 bleiben, delta: -3 % in 12 Monaten}\n"
        "    - {lead: 2019-2021, text: Jahre, delta: +9}\n- title: Z\n  number: -12\n"
    )
    deck = build_deck(tmp_path, slides, theme)
    shown = texts(deck.slides[0])
    assert "\u22125" in shown and "\u22123\u00a0% in 12 Monaten" in shown
    assert "2019-2021" in shown and "A-5 und -3 bleiben" in shown
    assert any("\u221212" in text for text in texts(deck.slides[1]))
