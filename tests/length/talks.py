"""Talks of all shapes as Hypothesis makes them, and what they are when they are loaded for a duration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import yaml

import deckgen
from deckgen.api import Loaded
from deckgen.model.timetable import timetable

PRIORITIES = ("must", "should", "could")
priority = st.sampled_from(PRIORITIES)
seconds = st.integers(min_value=5, max_value=240)


@st.composite
def notes(draw: st.DrawFn) -> str:
    """Some paragraphs, of which some can go."""
    rows = []
    for n in range(draw(st.integers(1, 3))):
        mark = draw(st.sampled_from(["", "[could] ", "[should] ", "[private] ", "[if asked] "]))
        pause = draw(st.sampled_from(["", " [pause 20s]", " [click]"]))
        rows.append(f"{mark}Wort {'wort ' * draw(st.integers(1, 40))}{n}.{pause}")
    return "\n\n".join(rows)


@st.composite
def slide(draw: st.DrawFn, depth: int = 0) -> dict[str, Any]:
    """A slide: a statement, a list, a series (with slides below its points), or one that is hidden or skipped."""
    kinds = ["statement", "statement", "bullets"] + (["points"] if depth == 0 else [])
    kind = draw(st.sampled_from(kinds))
    made: dict[str, Any] = {}
    if kind == "statement":
        made["statement"] = "Ein Satz"
    elif kind == "bullets":
        items = [{"text": "Zeile", "priority": draw(priority)} for _ in range(draw(st.integers(1, 4)))]
        made |= {"title": "Liste", "bullets": items}
    else:
        shown = draw(
            st.sampled_from([["overview", "each", "recap"], ["overview", "each"], ["each"], ["overview"]])
        )
        points = [draw(point("each" in shown)) for _ in range(draw(st.integers(1, 4)))]
        made |= {"title": "Reihe", "points": points, "show": shown}
        if "overview" not in shown:
            return made | {"priority": draw(priority)}
    if kind != "points" and draw(st.booleans()):
        made["time"] = f"{draw(seconds)}s"
    if draw(st.booleans()):
        made["notes"] = draw(notes())
    made["priority"] = draw(priority)
    flag = draw(st.sampled_from(["", "", "", "", "hidden", "skip"]))
    return made | ({flag: True} if flag else {})


@st.composite
def point(draw: st.DrawFn, slides: bool) -> dict[str, Any]:
    """A point of a series; with `slides` it has a slide of its own."""
    made: dict[str, Any] = {"point": "Punkt", "priority": draw(priority)}
    if slides:
        if draw(st.booleans()):
            made["time"] = f"{draw(seconds)}s"
        if draw(st.integers(0, 3)) == 0:
            made["slides"] = [draw(slide(1)) for _ in range(draw(st.integers(1, 2)))]
    return made


@st.composite
def talk(draw: st.DrawFn, least: int = 1, most: int = 8) -> dict[str, Any]:
    """A talk of some slides with or without sections, agendas, cover and closing."""
    slides: list[Any] = ["cover"] if draw(st.booleans()) else []
    sections = False
    for _ in range(draw(st.integers(least, most))):
        if draw(st.integers(0, 3)) == 0:
            sections = True
            slides.append({"section": "Teil", "divider": draw(st.booleans()), "priority": draw(priority)})
        else:
            slides.append(draw(slide()))
    if sections and draw(st.integers(0, 3)) == 0:
        slides.insert(
            draw(st.integers(0, len(slides))), {"agenda": None, "title": "Plan", "priority": draw(priority)}
        )
    slides += ["closing"] if draw(st.booleans()) else []
    if not slides or all(isinstance(s, dict) and s.get("skip") for s in slides):
        slides.append({"statement": "Ein Satz"})
    for n, one in enumerate(slides):
        if isinstance(one, dict):
            if "agenda" not in one:
                one["id"] = f"s{n}"
            for m, inner in enumerate(one.get("points", ())):
                for k, deeper in enumerate(inner.get("slides", ())):
                    deeper["id"] = f"s{n}-{m}-{k}"
    agenda = draw(st.sampled_from(["off", "once", "each-section"])) if sections else "off"
    return {"title": "T", "lang": "de", "theme": "plain", "agenda": agenda, "slides": slides}


def written(folder: Path, made: dict[str, Any]) -> Path:
    """The talk as a file."""
    path = folder / "talk.yaml"
    path.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def length(loaded: Loaded) -> float:
    """Seconds that a talk takes as it was loaded."""
    return sum(row.seconds for row in timetable(loaded.talk))


def too_long(loaded: Loaded) -> deckgen.Finding | None:
    """The error of a talk that can't be so short."""
    return next((f for f in loaded.findings if f.code == "must-too-long"), None)
