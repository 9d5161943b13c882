"""The frames of placeholders keep apart on every slide: someone who clicks into one in PowerPoint sees where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import deckgen
from deckgen.scene.deck import Deck
from deckgen.scene.items import Picture, TextFrame
from deckgen.units import points

from ..kinds.talks import both_themes, composed
from .every_slide import KINDS, SHORT, picture, talk
from .test_clearance import composed_or_refused

MEANT = {
    frozenset(
        {"number", "slide-number"}
    ),  # a balloon with its numeral rises from below the slide's edge, past its number
}
KEYS = [(), ("subtitle",), ("text", "source"), ("kicker", "subtitle"), tuple(SHORT)]


def met(deck: Deck) -> Iterator[str]:
    """Placeholders whose frames share room; texts on a picture that fills the slide are meant so."""
    for scene in deck.scenes:
        items = [
            i for i in scene.walk()
            if getattr(i, "placeholder", None) is not None and not getattr(i, "hidden", False)
            and not (isinstance(i, Picture) and i.box.w * i.box.h > 0.99 * deck.theme.width * deck.theme.height)
        ]  # fmt: skip
        for n, one in enumerate(items):
            for other in items[n + 1 :]:
                roles = frozenset({one.placeholder.role, other.placeholder.role})  # type: ignore[union-attr]
                if roles not in MEANT and one.box.meets(other.box):
                    yield f"{scene.id}: {one.name} meets {other.name}"


@both_themes
@pytest.mark.parametrize("kind", KINDS)
def test_no_two_frames_of_a_slide_meet(tmp_path: Path, theme: str, kind: str) -> None:
    picture(tmp_path)
    found = []
    for long_title in (False, True):
        for keys in KEYS:
            text = talk(kind, {k: SHORT[k] for k in keys}, theme, long_title)
            deck, refused = composed_or_refused(tmp_path, text)
            if len(keys) < len(SHORT) or not kind.startswith(
                "points"
            ):  # four keys have no room beside a rising drawing
                found += [(str(f), keys, long_title) for f in refused]
            found += [(hit, keys, long_title) for hit in met(deck)] if deck is not None else []
    assert found == []


@both_themes
@pytest.mark.parametrize("name", ["alles-ist-marketing", "product-update"])
def test_no_two_frames_of_our_own_talks_meet(name: str, theme: str) -> None:
    deck = deckgen.compose(deckgen.load(f"talks/{name}.yaml", theme=theme))
    assert list(met(deck)) == []


@both_themes
def test_a_frame_ends_below_its_last_line(tmp_path: Path, theme: str) -> None:
    picture(tmp_path)
    deck = composed(tmp_path, talk("bullets-3", {"subtitle": "Was alle angeht"}, theme))
    title = next(
        i for i in deck.scenes[0].items
        if isinstance(i, TextFrame) and i.placeholder is not None and i.placeholder.role == "title"
    )  # fmt: skip
    assert title.fit is not None
    assert title.fit.height <= title.box.h / points(1) <= title.fit.height + 12
