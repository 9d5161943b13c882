"""Decks of charts: each slide is a draft with chart data, composed, laid out and written as any other slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import deckgen
from deckgen import compiler
from deckgen.layout.draft import Draft
from deckgen.model.chart import ChartData, ChartOptions, ChartSeries
from deckgen.scene.deck import Deck

Values = Sequence[float | None]


@dataclass(frozen=True)
class Chart:
    """A slide with a chart."""

    title: str
    data: ChartData
    options: ChartOptions = ChartOptions()
    ground: str = ""
    alt: str = ""


def data(
    categories: Sequence[str], series: Mapping[str, Values] | Values, x: Values | None = None
) -> ChartData:
    """Chart data: series by name, or the values of one without a name."""
    rows = series if isinstance(series, Mapping) else {"": series}
    found = tuple(ChartSeries(name, tuple(values)) for name, values in rows.items())
    return ChartData(tuple(categories), found, tuple(x) if x is not None else None)


def chart(
    categories: Sequence[str], series: Mapping[str, Values] | Values, type: str = "", *, title: str = "Ein Diagramm",
    x: Values | None = None, ground: str = "", alt: str = "", **options: Any,
) -> Chart:  # fmt: skip
    """A chart slide; `options` are those of `ChartOptions`."""
    return Chart(title, data(categories, series, x), ChartOptions(type, **options), ground, alt)


def compose(
    folder: Path, charts: Sequence[Chart], theme: str = "plain", lang: str = "de", more: str = ""
) -> Deck:
    """The composed deck, a slide for each chart."""
    slides = "".join(f"  - title: '{c.title}'\n    source: Beispieldaten\n" for c in charts)
    talk = folder / "talk.yaml"
    talk.write_text(
        f"title: Diagramme\nlang: {lang}\ntheme: {theme}\n{more}slides:\n{slides}", encoding="utf-8"
    )
    real = compiler.drafts_of

    def with_charts(*arguments: Any) -> tuple[list[Draft], Any]:
        drafts, sections = real(*arguments)
        return [
            replace(d, look="chart", chart=c.data, chart_options=c.options, ground=c.ground, alt=c.alt)
            for d, c in zip(drafts, charts, strict=True)
        ], sections

    with patch.object(compiler, "drafts_of", with_charts):
        return deckgen.compose(deckgen.load(talk))


def build(
    folder: Path, charts: Sequence[Chart], theme: str = "plain", lang: str = "de", more: str = ""
) -> Path:
    """The deck, written."""
    return deckgen.write(compose(folder, charts, theme, lang, more), folder / f"charts-{theme}.pptx")
