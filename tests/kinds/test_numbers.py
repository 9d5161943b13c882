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
