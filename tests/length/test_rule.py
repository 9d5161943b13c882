"""What goes when a talk is longer than its duration: the rule, on talks of all shapes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import deckgen
from deckgen.model.length import LEVELS, units_of
from deckgen.model.timetable import timetable

from .talks import length, talk, too_long, written

durations = st.integers(min_value=1, max_value=1500)


def at(folder: str, made: dict[str, Any], seconds: int, keep_hidden: bool = False) -> deckgen.api.Loaded:
    """The talk, loaded for a duration."""
    return deckgen.load(written(Path(folder), made), duration=f"{seconds}s", keep_hidden=keep_hidden)


def parts(loaded: deckgen.api.Loaded) -> set[tuple[str, object]]:
    """All that was left out: slides, paragraphs and items by their places."""
    cut = loaded.cut
    if cut is None:
        return set()
    inner = [
        (kind, (path, n))
        for kind, found in (("notes", cut.notes), ("items", cut.items))
        for path, places in found.items()
        for n in places
    ]
    return {("slide", path) for path in cut.slides} | set(inner)


@settings(max_examples=150, deadline=None)
@given(made=talk(), seconds=durations, keep=st.booleans())
def test_a_talk_fits_or_the_error_says_by_how_much_it_does_not(
    made: dict[str, Any], seconds: int, keep: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = deckgen.load(written(Path(folder), made))
        loaded = at(folder, made, seconds, keep)
    told = too_long(loaded)
    if told is None:
        assert length(loaded) <= seconds + 1e-6
        assert (loaded.cut is None) == (length(whole) <= seconds + 1e-6)
        if loaded.cut is not None:
            assert length(loaded) == pytest.approx(loaded.cut.after)
            assert length(whole) == pytest.approx(loaded.cut.before)
    else:
        assert loaded.cut is None
        assert len(timetable(loaded.talk)) == len(
            timetable(whole.talk)
        )  # nothing is left out of a talk that can't fit
        with pytest.raises(deckgen.TalkError):
            deckgen.compose(loaded)


@settings(max_examples=150, deadline=None)
@given(made=talk(least=3), seconds=durations)
def test_what_goes_goes_could_before_should_from_the_back(made: dict[str, Any], seconds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded = at(folder, made, seconds)
    cut = loaded.cut
    if cut is None:
        return
    assert cut.whole is not None
    units = [u for u in units_of(cut.whole) if not u.hidden and not u.hollow]
    if not cut.sections:
        units = [u for u in units if u.slide.kind != "agenda"]  # goes with the last section
    for unit in units:
        assert unit.level or unit.path not in cut.slides  # must never goes
    for level in (LEVELS["could"], LEVELS["should"]):
        mine = [u for u in units if u.level == level]
        gone = [u.path in cut.slides for u in mine]
        assert gone == sorted(gone)  # from the back: all after the first that went
    if any(u.path in cut.slides for u in units if u.level == LEVELS["should"]):
        assert all(u.path in cut.slides for u in units if u.level == LEVELS["could"])


@settings(max_examples=100, deadline=None)
@given(made=talk(least=3), seconds=durations, more=st.integers(0, 300))
def test_a_longer_duration_never_drops_more(made: dict[str, Any], seconds: int, more: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        short, long = at(folder, made, seconds), at(folder, made, seconds + more)
    if too_long(short) is None:
        assert too_long(long) is None
        shorter = {p for kind, p in parts(short) if kind == "slide"}
        for kind, place in parts(long):
            path = place if kind == "slide" else place[0]  # type: ignore[index]
            assert (kind, place) in parts(short) or path in shorter


@settings(max_examples=150, deadline=None)
@given(made=talk(least=2, most=5), seconds=durations, keep=st.booleans())
def test_the_deck_has_the_slides_of_the_outline_and_no_trace_of_others(
    made: dict[str, Any], seconds: int, keep: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        loaded = at(folder, made, seconds, keep)
    if too_long(loaded) is not None:
        return
    outline = deckgen.outline(loaded)
    deck = deckgen.compose(loaded)
    rows = [r for r in outline.rows if r.number]
    scenes = {s.id.removesuffix("/overview"): s for s in deck.scenes}
    assert [r.number for r in rows] == list(range(1, len(deck.scenes) + 1))
    assert [r.id for r in rows] == list(scenes)
    assert [r.hidden for r in rows] == [s.hidden for s in deck.scenes]
    assert outline.total == pytest.approx(length(loaded))
    dropped = {r.id for r in outline.rows if r.dropped}
    if keep:
        assert all(scenes[ident].hidden for ident in dropped & set(scenes))
    else:
        assert not dropped & set(scenes)
    shown = [s for s in deck.scenes if not s.hidden]
    targets = {
        run.link.slide
        for scene in shown
        for item in scene.walk()
        for paragraph in getattr(getattr(item, "text", None), "paragraphs", ())
        for run in paragraph.runs
        if run.link is not None and run.link.slide
    }
    assert not targets & dropped


@settings(max_examples=25, deadline=None)
@given(made=talk(least=2, most=5), seconds=durations)
def test_the_same_talk_is_shortened_in_the_same_way(made: dict[str, Any], seconds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = at(folder, made, seconds), at(folder, made, seconds)
    assert first.cut == second.cut
    assert first.findings == second.findings
    assert first.talk == second.talk
