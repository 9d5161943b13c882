"""What a chart's layout promises: round axes, sizes that can be read, nothing that touches, colours that mean something."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckgen
from deckgen.layout.chart_axes import nice_range, room_for_labels
from deckgen.model.chart_options import ChartOptions
from deckgen.scene.charts import ChartText, Label, Plot
from deckgen.theme.paint import Color
from tests.checks.decks import codes

from .decks import Chart, chart, compose, findings_of, plot_of

H22 = (["Marke als Ganzes", "Angebot, Produkt", "Einzelne Person", "Werbung"], [64, 21, 9, 6])
QUARTERS = [f"Q{q}" for q in (1, 2, 3, 4, 1, 2, 3, 4)]
H23 = {"mit allen": [12, 15, 17, 24, 33, 41, 50, 58], "ohne": [12, 13, 12, 14, 15, 14, 16, 17]}
LONG = ["Führungskräfteentwicklung", "Kundenzufriedenheitsbefragung im Außendienst", "Öffentlichkeitsarbeit"]
SIX = {f"Reihe {c}": [10 + 7 * i, 17 + 7 * i, 13 + 7 * i] for i, c in enumerate("ABCDEF")}


def plot(folder: Path, one: Chart, theme: str = "plain", lang: str = "de", more: str = "") -> Plot:
    return plot_of(folder, one, theme, lang, more).plot


def texts(p: Plot) -> list[ChartText]:
    """The texts of all parts that are shown."""
    found = [a.text for a in (p.category_axis, p.value_axis, p.x_axis) if a is not None]
    found += [p.legend.text] if p.legend is not None else []
    for s in p.series:
        labels = [s.label, *(pt.label for pt in s.points)]
        found += [label.text for label in labels if isinstance(label, Label)]
    return [t for t in found if t is not None]


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=8), st.booleans())
def test_an_axis_holds_its_values_in_few_round_steps(values: list[float], zero: bool) -> None:
    scale = nice_range(values, zero=zero)
    tolerance = 1e-6 * scale.step
    assert scale.least <= min(values) + tolerance
    assert scale.most >= max(values) - tolerance
    assert 1 <= round((scale.most - scale.least) / scale.step) <= 5
    assert not zero or scale.least <= 0 <= scale.most


@pytest.mark.parametrize(
    ("values", "zero", "wanted"),
    [
        ([12, 58], False, (0, 60, 20)), ([64, 6], True, (0, 75, 25)), ([-8, 12], True, (-10, 15, 5)), ([0, 0], True, (0, 1, 0.25)),
        ([980, 1010], False, (980, 1010, 10)), ([0.1, 0.3], True, (0, 0.3, 0.1)),
    ],
)  # fmt: skip
def test_known_axes(values: list[float], zero: bool, wanted: tuple[float, float, float]) -> None:
    assert tuple(nice_range(values, zero=zero)) == wanted


def test_labels_at_bars_have_room_on_both_sides() -> None:
    scale = room_for_labels([64, -20], [80, 90], 600)
    unit = 600 / (scale.most - scale.least)
    assert (scale.most - 64) * unit >= 79.5
    assert (-20 - scale.least) * unit >= 89.5


def test_bars_of_the_comp(tmp_path: Path) -> None:
    item = plot_of(tmp_path, chart(*H22, highlight=("Marke als Ganzes",), unit="%"), "helium")
    p = item.plot
    assert p.type == "bar"
    assert p.legend is None
    assert p.value_axis is not None and p.value_axis.text is None
    (s,) = p.series
    assert s.label is not None and s.label.text.size == 26
    (main,) = [p for p in s.points if p.label]
    assert isinstance(main.label, Label) and main.label.text.size == 32
    pitch = item.box.h * p.area[3] / 100_000 / 4 / 914_400
    assert pitch == pytest.approx(1.01, abs=0.08)
    assert pitch / (1 + p.gap / 100) == pytest.approx(0.61, abs=0.05)


def test_lines_of_the_comp(tmp_path: Path) -> None:
    p = plot(tmp_path, chart(QUARTERS, H23, highlight=("mit allen",), ground="dark"), "helium")
    assert (p.type, p.legend) == ("line", None)
    assert p.value_axis is not None
    assert (p.value_axis.least, p.value_axis.most, p.value_axis.step) == (0, 60, 20)
    hero, other = p.series
    assert [s.stroke.width for s in p.series if s.stroke] == [57_150, 38_100]
    (end,) = hero.points
    assert (end.index, end.marker.size if end.marker else 0) == (7, 26)
    assert isinstance(end.label, Label) and end.label.series and not end.label.value and end.label.text.bold
    (end,) = other.points
    assert isinstance(end.label, Label) and not end.label.text.bold


CASES = [
    chart(*H22, unit="%"), chart(LONG, [4.5, 3.25, -1.5], unit="Mio. €"), chart(LONG, {"2022": [1, 2, 3], "2023": [2, 3, 4]}),
    chart(["Jan", "Feb", "Mär"], SIX, "column"), chart(["Jan", "Feb", "Mär"], SIX, "line"), chart(["Jan", "Feb", "Mär"], SIX, "stacked-bar"),
    chart(["Jan", "Feb", "Mär"], SIX, "area"), chart([f"{m}/24" for m in range(1, 61)], list(range(60)), "line"),
    chart(list("ABCDEFGHIJ"), list(range(1, 11)), "pie"), chart(["Nur eins"], [1]), chart(["A", "B"], [0, 0]),
    chart([], {"a": [1, 2]}, x=[3, 4]), chart([f"Standort {i}" for i in range(20)], list(range(20)), "bar"),
    chart(["A", "B", "C"], [None, 4, None], "line"),
]  # fmt: skip


@pytest.mark.parametrize("theme", ["helium", "plain"])
@pytest.mark.parametrize("one", CASES, ids=range(len(CASES)))
def test_text_is_at_least_18_points_and_plots_stay_in_their_frame(
    tmp_path: Path, one: Chart, theme: str
) -> None:
    p = plot(tmp_path, one, theme)
    assert min(t.size for t in texts(p)) >= 18
    x, y, w, h = p.area
    assert min(x, y) >= 0
    assert w > 20_000
    assert h > 10_000
    assert max(x + w, y + h) <= 100_000
    if p.legend is not None:
        lx, ly, lw, lh = p.legend.box
        assert lx + lw <= 100_000
        assert ly + lh <= y or lx >= x + w


def test_a_read_deck_may_go_smaller(tmp_path: Path) -> None:
    one = chart([f"Standort Nummer {i}" for i in range(14)], list(range(14)), "bar")
    sizes = {
        profile: min(t.size for t in texts(plot(tmp_path, one, more=f"profile: {profile}\n")))
        for profile in ("room", "read")
    }
    assert sizes["read"] < sizes["room"]


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (chart(*H22), "bar"), (chart(["Nord", "Süd"], {"a": [1, 2], "b": [2, 3]}), "column"), (chart([*LONG, *LONG], {"a": [1] * 6, "b": [2] * 6}), "bar"),
        (chart([str(y) for y in range(2014, 2024)], list(range(10))), "line"), (chart(["2021", "2022"], [1, 2]), "column"),
        (chart(["Januar 2024", "Februar 2024", "März 2024", "April 2024", "Mai 2024"], [1, 2, 3, 2, 1]), "line"),
        (chart(["Q1 24", "Q2 24", "Q3 24"], {"a": [1, 2, 3], "b": [3, 2, 1]}), "line"), (chart([], {"a": [1, 2]}, x=[1, 2]), "scatter"),
        (chart(["Mair GmbH", "Maier AG", "Jansen", "Augustin", "Dezentral"], [5, 4, 3, 2, 1]), "bar"),
    ],
)  # fmt: skip
def test_without_a_type_the_data_choose(tmp_path: Path, one: Chart, wanted: str) -> None:
    assert plot(tmp_path, one).type == wanted


def slots(p: Plot) -> list[str]:
    return [s.color.slot for s in p.series]


def test_colours(tmp_path: Path) -> None:
    assert slots(plot(tmp_path, chart(["A", "B", "C"], SIX, "column"))) == [f"accent{i}" for i in range(1, 7)]
    single = plot(tmp_path, chart(["A", "B"], [1, 2], "bar"))
    assert [s.color for s in single.series] == [Color("accent1")]
    main = plot(tmp_path, chart(["A", "B"], [1, 2], "bar", highlight=("B",)))
    assert main.series[0].color == Color("accent1")
    (rest,) = [pt for pt in main.series[0].points if pt.color]
    assert rest.index == 0
    assert rest.color is not None and rest.color.alpha < 50_000
    series = plot(
        tmp_path, chart(["A", "B"], {"x": [1, 2], "y": [2, 3], "z": [3, 4]}, "stacked-bar", highlight=("y",))
    )
    others = [series.series[0].color, series.series[2].color]
    assert series.series[1].color == Color("accent1")
    assert Color("accent1") not in others
    assert others[0] != others[1]  # told apart, though both are the same tint


def test_more_than_six_parts_become_one(tmp_path: Path) -> None:
    pie = plot(tmp_path, chart(list("ABCDEFGH"), [9, 1, 8, 7, 6, 2, 5, 4], "pie", highlight=("B",)))
    assert pie.categories == ("A", "B", "C", "D", "E", "Übrige")
    assert pie.series[0].values == (9, 1, 8, 7, 6, 11)
    stacked = plot(tmp_path, chart(["A"], {f"s{i}": [i] for i in range(1, 9)}, "stacked-column"), lang="en")
    assert [s.name for s in stacked.series] == ["s4", "s5", "s6", "s7", "s8", "Other"]
    assert stacked.series[-1].values == (6,)


def test_end_labels_move_apart_or_give_way_to_a_legend(tmp_path: Path) -> None:
    near = plot(tmp_path, chart(QUARTERS, {"eins": list(range(8)), "zwei": [*range(7), 7.2]}, "line"))
    ends = [s.points[-1].label for s in near.series]
    assert near.legend is None
    assert [isinstance(e, Label) and e.shift[1] > 0 for e in ends] == [True, False]
    many = plot(tmp_path, chart(QUARTERS, {f"Reihe {i}": [5] * 8 for i in range(6)}, "line"))
    assert many.legend is not None
    assert not any(pt.label for s in many.series for pt in s.points)


def test_numbers_as_names_are_places_only_in_a_scatter_chart(tmp_path: Path) -> None:
    years = chart(["2020", "2021", "2022"], {"a": [1, 2, 3], "b": [3, 2, 1]}, x=[2020, 2021, 2022])
    assert plot(tmp_path, years).type == "line"
    dots = plot(tmp_path, replace(years, options=ChartOptions("scatter")))
    assert dots.x == (2020, 2021, 2022)
    assert dots.x_axis is not None and "," not in dots.x_axis.code  # no group separator in years


def test_the_unit_of_the_data_holds_where_none_is_given(tmp_path: Path) -> None:
    one = chart(*H22)
    data = replace(one.data, series=tuple(replace(s, unit="kg") for s in one.data.series))
    assert '"\u00a0kg"' in plot(tmp_path, replace(one, data=data)).code
    assert '"\u00a0t"' in plot(tmp_path, replace(one, data=data, options=ChartOptions(unit="t"))).code


def test_many_points_show_every_nth_name(tmp_path: Path) -> None:
    p = plot(tmp_path, chart([f"{m}/24" for m in range(1, 61)], list(range(60)), "line"))
    assert p.category_axis is not None
    assert 2 <= p.category_axis.skip <= 12


def codes_of(folder: Path, one: Chart) -> list[str]:
    return [f.code for f in compose(folder, [one]).findings]


def test_crowded_charts_are_warned_about(tmp_path: Path) -> None:
    assert codes_of(tmp_path, chart([f"Standort {i}" for i in range(40)], list(range(40)), "bar")) == [
        "chart-crowded"
    ]
    assert codes_of(tmp_path, chart(["A", "B"], {f"s{i}": [1, i] for i in range(7)}, "line")) == [
        "chart-crowded"
    ]
    assert (
        codes_of(tmp_path, chart(["A", "B"], {f"s{i}": [1, i] for i in range(7)}, "line", highlight=("s3",)))
        == []
    )


@pytest.mark.parametrize(
    ("one", "code", "says"),
    [
        (chart(["A"], [1], "torte"), "chart-type", "torte"), (chart(["A"], [None]), "chart-data", "no values"), (chart([], {}), "chart-data", "no values"),
        (chart(["A", "B"], [1, 2, 3]), "chart-data", "3 values for 2"), (chart(["A"], {"a": [1], "b": [2]}, "pie"), "chart-data", "one series"),
        (chart(["A", "B"], [1, -2], "pie"), "chart-data", "negative"), (chart(["A", "B"], [0, 0], "doughnut"), "chart-data", "zeros"),
        (chart(["A", "B"], [1, 2], "scatter"), "chart-data", "scatter"), (chart([], {"a": [1, 2]}, "bar", x=[1, 2]), "chart-data", "categories"),
        (chart(["A", "B"], [1, 2], format="zwei"), "chart-format", "zwei"), (chart(["Marke", "B"], [1, 2], highlight=("Marle",)), "unknown-highlight", "Marle"),
        (chart(["A"], {str(i): [i] for i in range(300)}), "chart-data", "more than a chart holds"),
        (chart(["A"], [float("nan")]), "chart-data", "no values"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_an_error(tmp_path: Path, one: Chart, code: str, says: str) -> None:
    (found,) = findings_of(tmp_path, one)
    assert found.code == code
    assert says in found.message
    assert found.fix
    assert found.slide


def test_alt_texts_describe_the_chart(tmp_path: Path) -> None:
    bars = plot_of(tmp_path, chart(*H22, unit="%"))
    assert bars.alt == (
        "Balkendiagramm mit 4 Werten. Höchster Wert: Marke als Ganzes, 64\u00a0%. Niedrigster Wert: Werbung, 6\u00a0%."
    )
    lines = plot_of(tmp_path, chart(QUARTERS, H23), lang="en")
    assert lines.alt == (
        "Line chart with 2 series: mit allen, ohne. Highest value: mit allen, Q4, 58. Lowest value: mit allen, Q1, 12."
    )
    assert plot_of(tmp_path, chart(*H22, alt="Die Marke führt.")).alt == "Die Marke führt."
    assert codes(compose(tmp_path, [chart(*H22)])).count("missing-alt-text") == 0


def test_right_to_left_decks_run_from_the_right(tmp_path: Path) -> None:
    p = plot(tmp_path, chart(["א", "ב"], [1, 2], "column"), lang="he")
    assert p.category_axis is not None and p.category_axis.reverse


def test_a_look_without_chart_loses_none_silently(tmp_path: Path) -> None:
    (tmp_path / "themes/acme").mkdir(parents=True)
    (tmp_path / "themes/acme/theme.yaml").write_text(
        "extends: plain\nlooks:\n  chart: {placeholders: {chart: }}\n", encoding="utf-8"
    )
    with pytest.raises(deckgen.TalkError) as caught:
        compose(tmp_path, [chart(["A"], [1])], "acme")
    assert [f.code for f in caught.value.findings] == ["slot-lost"]
