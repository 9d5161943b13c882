"""Cut marks: notes that say with which slide to go on when time is short on stage."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.labels import Labels
from ..model.length import priorities
from ..model.locale import is_rtl
from ..model.talk import Talk
from ..records import replace
from ..scene.deck import NotesText, Scene
from ..scene.items import Paragraph, Run
from ..units import minutes

LEAST = 30.0  # seconds: to skip less isn't worth a look into the notes


def marked(scenes: Sequence[Scene], talk: Talk, labels: Labels) -> tuple[Scene, ...]:
    """`scenes` with a mark before each run of slides that are `should` or `could`: at the end of the notes of the slide before it.

    A divider and its agenda can be skipped if all slides of the section can, an overview and a recap if all points can.  There is no mark
    where the run saves less than LEAST, where nothing comes after it, or where no slide has notes.
    """
    if not any(scene.notes for scene in scenes):
        return tuple(scenes)
    result = list(scenes)
    shown = [i for i, scene in enumerate(scenes) if not scene.hidden]
    spare = _spare([scenes[i] for i in shown], talk)
    start = 0
    while start < len(shown):
        end = start
        while end < len(shown) and spare[end]:
            end += 1
        saved = sum(scenes[i].seconds for i in shown[start:end])
        if 0 < start < end < len(shown) and saved >= LEAST:
            at = shown[start - 1]
            words = labels.fill("late", n=str(shown[end] + 1), time=minutes(saved))
            result[at] = _noted(result[at], words)
        start = max(end, start + 1)
    return tuple(result)


def _spare(scenes: Sequence[Scene], talk: Talk) -> list[bool]:
    """Which scenes can be skipped."""
    levels = priorities(talk)
    result = []
    for scene in scenes:
        base = scene.id.partition("/+")[0]  # a long list goes on
        result.append(levels.get(base, "must") != "must")
    heads: dict[str, list[int]] = {}  # by series and section: the slides in it that aren't made by deckgen
    own: dict[str, list[int]] = {}  # and those that are
    series = {
        s.id: (f"{s.id}/overview", f"{s.id}/recap") for s in talk.slides if hasattr(s.content, "points")
    }
    points = {p: ident for ident, ids in _points(talk).items() for p in ids}
    for n, scene in enumerate(scenes):
        base = scene.id.partition("/+")[0]
        if scene.kind == "section" or base == f"agenda/{scene.section}":
            own.setdefault(scene.section, []).append(n)
        elif scene.section:
            heads.setdefault(scene.section, []).append(n)
        for ident, made in series.items():
            if base in made:
                own.setdefault(f"#{ident}", []).append(n)
        if base in points:
            heads.setdefault(f"#{points[base]}", []).append(n)
    for name in sorted(own):  # series ("#...") before sections: an overview counts as a section's slide
        inside = heads.get(name)
        if inside and all(result[n] for n in inside):
            for n in own[name]:
                result[n] = True
    return result


def _points(talk: Talk) -> dict[str, list[str]]:
    """The ids of the points' slides by series."""
    return {
        slide.id: [point.id or f"{slide.id}/{n}" for n, point in enumerate(points, 1)]
        for slide in talk.slides
        if (points := getattr(slide.content, "points", ()))
    }


def _noted(scene: Scene, words: str) -> Scene:
    rtl = is_rtl(scene.lang)
    mark = Paragraph(
        (Run(f"[{words}]", bold=True, italic=True, lang=scene.lang),),
        align="right" if rtl else None, rtl=True if rtl else None,
    )  # fmt: skip
    if scene.notes is None:
        return replace(scene, notes=NotesText((mark,), scene.lang, spoken=False))
    return replace(scene, notes=replace(scene.notes, paragraphs=(*scene.notes.paragraphs, mark)))
