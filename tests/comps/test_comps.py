"""Our slides stand where the art direction's comps stand; what differs has its reason in the theme's plan."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from .compare import Comparison, compare
from .elements import Element, read_comps
from .ours import elements_of
from .plan import ROOT, THEMES, Plan, Reason, Talks, judge, read_plan, sort_out

ART = Path(os.environ.get("DECKGEN_ART") or ROOT.parent / "shared" / "art")
PLANS = {theme: read_plan(theme) for theme in THEMES}
PLAN = PLANS["helium"]
TALKS = Talks()
COMPS = [(theme, comp) for theme, plan in PLANS.items() for comp in plan.slides]


@pytest.mark.parametrize(("theme", "comp"), COMPS)
def test_a_slide_stands_where_its_comp_stands(theme: str, comp: str) -> None:
    art = ART / theme
    if not (art / "elements.json").is_file():
        pytest.skip(f"the comps are not at {art}; DECKGEN_ART names another art folder")
    verdict = judge(PLANS[theme], TALKS, comp, read_comps(art, [comp])[comp])
    assert [str(d) for d in verdict.off] == []
    assert list(verdict.idle) == []


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_every_comp_has_a_slide_and_every_exception_a_comp(plan: Plan) -> None:
    for comp in plan.slides:
        assert TALKS.slide(plan, comp)[2].items
    assert {e.comp for e in plan.exceptions} <= set(plan.slides)


def _slide(comp: str) -> tuple[Element, ...]:
    deck, _, scene = TALKS.slide(PLAN, comp)
    return elements_of(deck, scene)


def _changed(elements: tuple[Element, ...], name: str, **changes: object) -> list[Element]:
    return [replace(e, **changes) if e.name == name else e for e in elements]  # type: ignore[arg-type]


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_a_slide_equals_itself(plan: Plan) -> None:
    for comp in plan.slides:
        deck, _, scene = TALKS.slide(plan, comp)
        own = elements_of(deck, scene)
        found = compare(comp, own, own)
        assert found.deviations == []
        assert found.matched == found.elements


@pytest.mark.parametrize(
    ("name", "field", "by", "what"),
    [
        ("Title", "baseline", 0.6, "baseline"),
        ("Title", "x", 2.5, "box"),
        ("Title", "size", 4, "size"),
        ("!!balloon", "x", -2.5, "box"),
    ],
)
def test_what_is_off_is_found(name: str, field: str, by: float, what: str) -> None:
    own = _slide("h04-statement")
    moved = _changed(own, name, **{field: getattr(next(e for e in own if e.name == name), field) + by})
    assert {(d.element, d.what) for d in compare("h04-statement", moved, own).deviations} == {(name, what)}


def test_colours_words_and_things_are_compared() -> None:
    own = _slide("h04-statement")
    recolored = _changed(own, "!!balloon", fill="#FFB627")
    assert [(d.element, d.what) for d in compare("c", recolored, own).deviations] == [("!!balloon", "fill")]
    reworded = _changed(own, "Title", text="Etwas anderes.")
    assert {d.what for d in compare("c", reworded, own).deviations} == {"missing", "extra"}
    fewer = [e for e in own if e.name != "!!balloon"]
    assert [(d.element, d.what) for d in compare("c", fewer, own).deviations] == [("!!balloon", "extra")]


def test_an_exception_allows_its_difference_and_no_other_and_must_occur() -> None:
    own = _slide("h04-statement")
    moved = _changed(own, "Title", x=100.0, baseline=300.0)
    comparison: Comparison = compare("h04-statement", moved, own)
    known = Reason("h04-statement", "Title", ("box", "size"), "a reason")
    verdict = sort_out(comparison, [known])
    assert [d.what for d in verdict.off] == ["baseline"]
    assert ["size" in line for line in verdict.idle] == [True]


def test_the_opening_mark_hangs_left_of_the_quotation() -> None:
    own = {e.name: e for e in _slide("h06-quote")}
    mark, quote = own["mark"], own["Quote"]
    assert (mark.text, quote.text[:5]) == ("„", "Damit")
    assert quote.x == pytest.approx(60, abs=0.1)
    assert mark.right == pytest.approx(quote.x, abs=0.1)
    assert mark.baseline == quote.baseline
