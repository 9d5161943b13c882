"""Slides with more words or bullets than an audience reads while someone speaks."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..patterns import pattern
from ..scene.cells import CellShape, texts_of
from ..scene.deck import Deck, Scene
from ..scene.items import Paragraph, Shape, TextFrame
from ..scene.spec import spec_of
from ._check import Check, finding

CODE = "crowded"
WORDS = {"stage": 50, "room": 75, "read": 160}
"""Most words on a slide by profile."""
BULLETS = {"stage": 7, "room": 7}
"""Most bullets of the first level by profile; what is read alone may have more."""

_FIGURE = pattern(r"[^\w]*\d[\d.,:%‰€$£−+\-–]*")


def run(deck: Deck) -> Iterator[Finding]:
    """Count the words and bullets of all slides."""
    most = WORDS.get(deck.profile, WORDS["room"])
    for scene in deck.scenes:
        words = sum(_words(text) for text in texts_of(scene))
        if words > most:
            yield finding(
                CODE,
                f"slide {scene.id!r} has {words} words, {most} are readable in the profile {deck.profile!r}",
                scene,
                fix="move some into the notes, or split the slide",
            )
        bullets = sum(_bullets(text, scene, deck) for text in texts_of(scene))
        if deck.profile in BULLETS and bullets > BULLETS[deck.profile]:
            yield finding(
                CODE,
                f"slide {scene.id!r} has {bullets} bullets; nobody remembers more than {BULLETS[deck.profile]}",
                scene,
                severity=Severity.INFO,
                fix="group them, or split the slide",
            )


def _words(item: TextFrame | Shape) -> int:
    """The words of a text; figures in a table are looked up, not read."""
    words = item.text.plain.split() if item.text is not None else []
    if isinstance(item, CellShape):
        words = [word for word in words if not _FIGURE.fullmatch(word)]
    return len(words)


def _bullets(item: TextFrame | Shape, scene: Scene, deck: Deck) -> int:
    """Paragraphs of the first level that carry a bullet or a number, their own or the level's."""
    spec = spec_of(item, scene, deck)
    inherited = bool(spec and spec.levels and spec.levels[0].bullet)

    def marked(paragraph: Paragraph) -> bool:
        return paragraph.level == 0 and (
            paragraph.bullet in ("bullet", "number") or (paragraph.bullet == "inherit" and inherited)
        )

    return sum(marked(p) for p in item.text.paragraphs) if item.text is not None else 0


CHECK = Check(CODE, Severity.WARNING, run, "no slide has more words or bullets than an audience can read")
