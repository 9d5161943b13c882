"""Decks of charts: each slide is a draft with chart data, composed, laid out and written as any other slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import deckgen
from deckgen import compiler
from deckgen.findings import Span
from deckgen.layout.draft import Draft
from deckgen.model.chart import ChartData, ChartSeries
from deckgen.model.chart_options import ChartOptions
from deckgen.scene.deck import Deck
from deckgen.scene.items import Chart as SceneChart

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
    found = tuple(ChartSeries(name, tuple(values), Span("")) for name, values in rows.items())
    return ChartData(tuple(categories), found, tuple(x) if x is not None else None)


def chart(
    categories: Sequence[str], series: Mapping[str, Values] | Values, type: str = "", *, title: str = "",
    x: Values | None = None, ground: str = "", alt: str = "", **options: Any,
) -> Chart:  # fmt: skip
    """A chart slide; `options` are those of `ChartOptions`."""
    return Chart(title, data(categories, series, x), ChartOptions(type, **options), ground, alt)


@contextmanager
def drawn(charts: Sequence[Chart]) -> Iterator[None]:
    """Within it, slides that have the title of one of `charts` show that chart."""
    real, by_title = compiler.drafts_of, {c.title: c for c in charts}

    def with_chart(draft: Draft) -> Draft:
        c = by_title.get(draft.title.plain)
        if c is None:
            return draft
        return replace(draft, look="chart", chart=c.data, chart_options=c.options, ground=c.ground, alt=c.alt)

    def with_charts(*arguments: Any) -> tuple[list[Draft], *tuple[Any, ...]]:
        drafts, *rest = real(*arguments)
        return [with_chart(d) for d in drafts], *rest

    with patch.object(compiler, "drafts_of", with_charts):
        yield


def compose(
    folder: Path, charts: Sequence[Chart], theme: str = "plain", lang: str = "de", more: str = ""
) -> Deck:
    """The composed deck, a slide for each chart; their titles differ."""
    charts = [c if c.title else replace(c, title=f"Diagramm {i}") for i, c in enumerate(charts, 1)]
    slides = "".join(f"  - title: '{c.title}'\n    source: Beispieldaten\n" for c in charts)
    talk = folder / "talk.yaml"
    talk.write_text(
        f"title: Diagramme\nlang: {lang}\ntheme: {theme}\n{more}slides:\n{slides}", encoding="utf-8"
    )
    with drawn(charts):
        return deckgen.compose(deckgen.load(talk))


def plot_of(folder: Path, one: Chart, theme: str = "plain", lang: str = "de", more: str = "") -> SceneChart:
    """The chart as it stands in the scene."""
    (scene,) = compose(folder, [one], theme, lang, more).scenes
    return next(item for item in scene.walk() if isinstance(item, SceneChart))


def findings_of(folder: Path, one: Chart) -> list[deckgen.Finding]:
    """What is wrong with a chart that can't be drawn."""
    with pytest.raises(deckgen.TalkError) as caught:
        compose(folder, [one])
    return caught.value.findings


def build(
    folder: Path, charts: Sequence[Chart], theme: str = "plain", lang: str = "de", more: str = ""
) -> Path:
    """The deck, written."""
    return deckgen.write(compose(folder, charts, theme, lang, more), folder / f"charts-{theme}.pptx")
