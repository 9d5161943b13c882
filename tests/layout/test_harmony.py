"""Slides of a kind are set alike: one size for all texts of a role in a deck, siblings too; what is split repeats its head."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from deckgen.scene.deck import Deck
from deckgen.scene.items import Table, TextFrame

from ..kinds.talks import both_themes, composed, deck_of

WORDS = [
    "Wir",
    "sagen",
    "heute",
    "noch",
    "einmal",
    "in",
    "aller",
    "Ruhe",
    "was",
    "wir",
    "wollen",
    "und",
    "gehen",
    "dann",
    "an",
    "die",
    "Arbeit",
]


def some(count: int) -> str:
    return " ".join(WORDS[i % len(WORDS)] for i in range(count))


def sizes(deck: Deck) -> dict[tuple[str, str], set[int]]:
    """The sizes in points of each role's texts, by look."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for scene in deck.scenes:
        for item in scene.items:
            if isinstance(item, TextFrame) and item.fit is not None and item.placeholder is not None:
                found[scene.layout.look, item.placeholder.role].add(item.fit.size)
    return found


@both_themes
def test_thirty_lists_of_different_lengths_have_one_size(tmp_path: Path, theme: str) -> None:
    slides = [
        f"- title: {some(1 + n % 9)}\n  bullets:\n"
        + "".join(f"    - {some(2 + (n * 7 + i * 5) % 17)}\n" for i in range(1 + n % 6))
        for n in range(30)
    ]
    deck = deck_of(tmp_path, "".join(slides), theme)
    found = sizes(deck)
    assert len(deck.scenes) >= 30
    assert all(len(own) == 1 for own in found.values()), found
    alone = [sizes(deck_of(tmp_path, s, theme))["bullets", "body"] for s in slides]
    assert len(set.union(*alone)) > 1  # each by itself they differ
    assert found["bullets", "body"] == {min(set.union(*alone))}


@both_themes
def test_siblings_are_alike(tmp_path: Path, theme: str) -> None:
    columns = "".join(f"    - title: {some(n)}\n      text: {some(4 + 8 * n)}\n" for n in range(1, 4))
    found = sizes(deck_of(tmp_path, f"- title: T\n  columns:\n{columns}", theme))
    for role in ("heading", "body"):
        own = [v for (_, name), v in found.items() if name.startswith(role)]
        assert len(own) == 3
        assert len(set.union(*own)) == 1


@both_themes
def test_what_is_split_repeats_its_head(tmp_path: Path, theme: str) -> None:
    rows = "".join(f"      - [Zeile {n}, {some(8)}]\n" for n in range(40))
    sections = "".join(f"  - section: Abschnitt {n}\n  - statement: Satz {n}\n" for n in range(1, 19))
    talk = f"title: T\nlang: de\ntheme: {theme}\nslides:\n  - agenda:\n    title: Worum es geht\n  - title: Viele\n    table:\n      - [Name, Wert]\n{rows}{sections}"
    deck = composed(tmp_path, talk)
    tables = [i for s in deck.scenes for i in s.items if isinstance(i, Table)]
    assert len(tables) > 2
    assert {t.rows[0].cells[0].text.plain for t in tables} == {"Name"}
    assert len({c.fit.size for t in tables for r in t.rows for c in r.cells if c.fit}) <= 2  # head and body
    agendas = [s for s in deck.scenes if s.layout.look.startswith("agenda")]
    heads = [i.text.plain for s in agendas for i in s.items if isinstance(i, TextFrame) and i.name == "Title"]
    assert heads == [f"Worum es geht\u00a0({n}/{len(agendas)})" for n in range(1, len(agendas) + 1)]
    assert len(agendas) > 1
