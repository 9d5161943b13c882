"""What holds for all overlays: their order, what an empty one does, ids that stay unique."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import deckgen

from .talks import items

SLIDES = ["eins", "zwei", "drei", "vier", "teil-a", "teil-b"]
POINTS = ["p1", "p2", "p3"]
ITEMS = ["i1", "i2"]
TALK: dict[str, Any] = {
    "title": "Vortrag", "lang": "de", "vars": {"wert": "talk"}, "variants": {"v": None},
    "slides": [
        "cover", {"statement": "Eins ${wert}", "id": "eins"}, {"section": "Teil A", "id": "teil-a", "tags": ["a"]},
        {"title": "Zwei", "id": "zwei", "bullets": [{"text": "x", "id": "i1"}, {"text": "y", "id": "i2", "tags": ["b"]}, "z"]},
        {"title": "Drei", "id": "drei", "points": [{"point": p, "id": p} for p in POINTS]},
        {"section": "Teil B", "id": "teil-b"}, {"statement": "Vier", "id": "vier", "tags": ["a", "b"]}, "closing",
    ],
}  # fmt: skip
names = st.sampled_from([*SLIDES, *POINTS, *ITEMS])
places = st.one_of(
    st.builds(lambda how, where: {how: where}, st.sampled_from(["after", "before"]), st.sampled_from(SLIDES)),
    st.sampled_from([{"at": "start"}, {"at": "end"}]),
)


@st.composite
def overlays(draw: st.DrawFn) -> dict[str, Any]:
    """An overlay whose ids are all there."""
    result: dict[str, Any] = {}
    if draw(st.booleans()):
        result["drop"] = draw(st.lists(st.one_of(names, st.sampled_from(["a", "b"])), max_size=3))
    if draw(st.booleans()):
        result["change"] = {
            s: {"notes": draw(st.sampled_from(["Ja.", "Nein."]))}
            for s in draw(st.lists(st.sampled_from(SLIDES), max_size=3))
        }
    if draw(st.booleans()):
        result["move"] = [
            {"id": draw(st.sampled_from(SLIDES)), **draw(places)} for _ in range(draw(st.integers(0, 2)))
        ]
    if draw(st.booleans()):
        count = draw(st.integers(1, 2))
        result["insert"] = [{**draw(places), "slides": [{"statement": f"Neu {n}"}]} for n in range(count)]
    if draw(st.booleans()):
        result["vars"] = {"wert": draw(st.sampled_from(["x", "y"]))}
    return {key: value for key, value in result.items() if value}


def load(
    client: dict[str, Any] | None = None, variant: dict[str, Any] | None = None, **options: Any
) -> deckgen.Loaded | list[str]:
    """The talk with two overlays, or the codes of what is wrong."""
    talk = {**TALK, "variants": {"v": variant}} if variant is not None else TALK
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talk-under-test.yaml"
        path.write_text(yaml.safe_dump(talk, allow_unicode=True, sort_keys=False), encoding="utf-8")
        (path.parent / "clients").mkdir()
        own = {"talks": {path.stem: client}} if client else {}
        (path.parent / "clients" / "c.yaml").write_text(
            yaml.safe_dump(own, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        try:
            return deckgen.load(
                path,
                client="c" if client is not None else None,
                variant="v" if variant is not None else None,
                **options,
            )
        except deckgen.TalkError as error:
            return [f.code for f in error.findings]


def told(found: deckgen.Loaded | list[str]) -> Any:
    """What a deck says, without places."""
    if isinstance(found, list):
        return found
    rows: list[Any] = []
    for slide in found.talk.slides:
        notes = slide.keys.notes.plain() if slide.keys.notes else ""
        rows.append(
            (
                slide.id,
                slide.kind,
                notes,
                items(found, slide.id) if slide.kind in ("bullets", "points") else (),
            )
        )
    return rows, dict(found.talk.info.vars.words)


@settings(max_examples=40)
@given(overlays())
def test_ids_stay_unique_and_nothing_fails_but_for_a_reason(client: dict[str, Any]) -> None:
    found = load(client)
    if isinstance(found, list):  # a section can't go behind a slide of its own
        assert set(found) <= {"wrong-value", "no-slides", "empty-value"}
        return
    every = [slide.id for slide in found.talk.slides]
    assert len(every) == len(set(every))
    assert set(SLIDES) & set(every) <= set(SLIDES)


@settings(max_examples=15)
@given(overlays())
def test_an_empty_overlay_changes_nothing(client: dict[str, Any]) -> None:
    assert told(load({}, None)) == told(load(None, None))
    assert told(load(client, {})) == told(load(client, None))


@settings(max_examples=15)
@given(st.lists(st.one_of(names, st.sampled_from(["a", "b"])), min_size=1, max_size=3))
def test_dropping_twice_is_dropping_once(drop: list[str]) -> None:
    once = told(load({"drop": drop}))
    assert told(load({"drop": drop + drop})) == once
    assert told(load({"drop": drop}, {"drop": drop})) == once


@settings(max_examples=25)
@given(overlays(), overlays())
def test_a_variant_and_then_a_client_are_one_overlay_after_the_other(
    first: dict[str, Any], second: dict[str, Any]
) -> None:
    """What the client says of a slide or variable wins, whatever the variant said of it; only drops have no order."""
    found = load(second, first)
    if isinstance(found, list):
        return
    for slide in found.talk.slides:
        wanted = {**first.get("change", {}), **second.get("change", {})}.get(slide.id)
        if wanted:
            assert slide.keys.notes is not None and slide.keys.notes.plain() == wanted["notes"]
    value = {**TALK["vars"], **first.get("vars", {}), **second.get("vars", {})}["wert"]
    assert found.talk.info.vars.words["wert"] == value
    last = load(second, first, set={"wert": "Zeile"})
    assert not isinstance(last, list) and last.talk.info.vars.words["wert"] == "Zeile"


@settings(max_examples=15)
@given(st.lists(st.builds(lambda i, p: {"id": i, **p}, st.sampled_from(SLIDES), places), max_size=3))
def test_moving_loses_and_doubles_nothing(moves: list[dict[str, str]]) -> None:
    found, base = load({"move": moves} if moves else {}), load(None)
    if isinstance(found, list) or isinstance(base, list):
        assert found == ["wrong-value"] * len(found)
        return
    assert sorted(s.id for s in found.talk.slides) == sorted(s.id for s in base.talk.slides)
