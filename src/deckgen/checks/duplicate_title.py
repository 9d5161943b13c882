"""Titles that come twice: in a list of slides nobody can tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Note, Severity
from ..scene.deck import Deck, Scene
from ._check import Check

CODE = "duplicate-title"


def run(deck: Deck) -> Iterator[Finding]:
    """Compare the titles of all slides, white space apart."""
    seen: dict[str, Scene] = {}
    for scene in deck.scenes:
        title = " ".join(scene.title.split())
        if not title:
            continue
        first = seen.setdefault(title, scene)
        if first is not scene:
            shown = title if len(title) <= 60 else title[:57] + "..."
            yield Finding(
                CODE,
                f"the title {shown!r} stands on slide {first.id!r} too",
                scene.span,
                Severity.WARNING,
                "give the slides titles of their own",
                (Note("first used here", first.span),) if first.span else (),
                scene.id,
            )


CHECK = Check(CODE, Severity.WARNING, run, "no two slides share a title")
