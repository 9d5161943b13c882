"""Slides without a title, and titles that come twice: navigation and screen readers need one for each slide."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding
from ..scene.deck import Deck
from ._check import Check, finding


def run(deck: Deck) -> Iterator[Finding]:
    """Look at the titles of all slides."""
    seen: dict[str, str] = {}
    for scene in deck.scenes:
        title = " ".join(scene.title.split())
        if not title:
            yield finding(
                "missing-title",
                f"slide {scene.id!r} has no title",
                scene,
                fix="add `title: ...`; where the look shows none it stays hidden",
            )
        elif title in seen:
            yield finding(
                "duplicate-title",
                f"the title {title[:60]!r} stands on slide {seen[title]!r} too",
                scene,
                fix="give the slides titles of their own",
            )
        else:
            seen[title] = scene.id


CHECK = Check("missing-title", run)
