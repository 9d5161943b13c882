"""`chart:` of theme.yaml: what a theme may say about charts, and what its author sees when something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.findings import Finding, Findings
from deckgen.scene.charts import Label
from deckgen.theme.reader import load_theme
from deckgen.theme.records import Theme

from .decks import build, chart, plot_of

LEDGER = """
extends: plain
styles:
  chart-category: {size: 20, leading: 28, ladder: [20, 18]}
  chart-value: {size: 22, leading: 30, bold: true, ladder: [22, 20, 18]}
  chart-label: {size: 20, leading: 28, bold: true, ladder: [20, 18]}
chart:
  category: {style: chart-category, color: text}
  value: {style: chart-value, color: text}
  axis: {style: caption, color: muted}
  label: {style: chart-label, color: muted}
  label-highlight: {color: primary}
  colors: {highlight: accent2, rest: accent3, rest-alpha: 100, line-rest: accent3, other: muted}
  gap: 90
  lines: {highlight: 3.5, other: 2.5}
  markers: {highlight: 12, other: 10}
  grid: {color: line, width: 0.75}
  base: {color: text, width: 1.5}
  end-label: [value, name]
  legend: right
"""
SPEC = "extends: plain\nchart:\n"
H22 = (["Marke als Ganzes", "Angebot, Produkt", "Einzelne Person", "Werbung"], [64, 21, 9, 6])
QUARTERS = [f"Q{q}" for q in (1, 2, 3, 4, 1, 2, 3, 4)]
H23 = {"mit allen": [12, 15, 17, 24, 33, 41, 50, 58], "ohne": [12, 13, 12, 14, 15, 14, 16, 17]}


def made(folder: Path, text: str) -> tuple[Theme | None, list[Finding]]:
    home = folder / "themes" / "ledger"
    home.mkdir(parents=True, exist_ok=True)
    (home / "theme.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    return load_theme("ledger", project=folder, base=folder, findings=findings), findings.sorted()


def test_a_theme_draws_the_look_of_its_parent_in_its_own_way(tmp_path: Path) -> None:
    theme, findings = made(tmp_path, LEDGER)
    assert findings == []
    assert theme is not None
    bars = plot_of(tmp_path, chart(*H22, highlight=("Einzelne Person",)), "ledger").plot
    assert bars.gap == 90
    assert bars.value_axis is not None and bars.value_axis.grid is not None
    assert bars.value_axis.grid.width == 19_050  # the line that the bars stand on
    roles = theme.grounds["light"].roles
    assert bars.series[0].color == roles["accent2"]
    assert {p.index: p.color for p in bars.series[0].points if p.color} == dict.fromkeys(
        (0, 1, 3), roles["accent3"]
    )
    lines = plot_of(tmp_path, chart(QUARTERS, H23, highlight=("mit allen",)), "ledger").plot
    end = lines.series[0].points[-1].label
    assert isinstance(end, Label) and end.value and end.series and end.text.bold
    stacked = plot_of(tmp_path, chart(["A", "B"], {"x": [9, 8], "y": [7, 6]}, "area"), "ledger").plot
    assert stacked.legend is not None and stacked.legend.place == "r"
    build(tmp_path, [chart(*H22), chart(QUARTERS, H23), chart(*H22, "pie")], "ledger")


def test_a_look_may_lay_its_own_over_the_themes(tmp_path: Path) -> None:
    theme, findings = made(
        tmp_path,
        "extends: plain\nlooks:\n  chart:\n    placeholders:\n      chart: {box: [1, 2, 8, 4], chart: {gap: 20, colors: {highlight: accent4}}}\n",
    )
    assert findings == []
    assert theme is not None
    spec = theme.looks["chart"].placeholder("chart")
    assert spec is not None and spec.chart is not None
    assert (spec.chart.gap, spec.chart.hero, spec.chart.rest) == (20, "accent4", "accent1")


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (SPEC + "  gap: 900\n", "theme-value", "0 to 500"),
        (SPEC + "  axes: {}\n", "unknown-key", "axes"),
        (SPEC + "  category: {style: chart-tex, color: text}\n", "unknown-style", "chart-tex"),
        (SPEC + "  category: {style: chart-text, color: grün}\n", "unknown-color", "grün"),
        (SPEC + "  colors: {rest: blau}\n", "unknown-color", "blau"),
        (SPEC + "  legend: left\n", "theme-value", "left"),
        (SPEC + "  end-label: [percent]\n", "theme-value", "percent"),
        (SPEC + "  lines: 3\n", "theme-value", "lines"),
        (SPEC + "  markers: {highlight: 99}\n", "theme-value", "2 to 72"),
        (SPEC + "  value:\n", "theme-value", "value"),
        (
            "extends: plain\nlooks: {chart: {placeholders: {title: {chart: {gap: 1}}}}}\n",
            "theme-value",
            "no chart",
        ),
    ],
)
def test_what_a_theme_cannot_mean_is_a_finding(tmp_path: Path, text: str, code: str, says: str) -> None:
    _, findings = made(tmp_path, text)
    assert findings
    assert {f.code for f in findings} == {code}
    assert says in findings[0].message
    assert findings[0].span is not None
