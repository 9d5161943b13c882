"""Which slide answers which comp of a theme, and where ours differs on purpose: `plans/THEME.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

import deckgen
from deckgen.scene.deck import Deck, Scene

from .compare import Comparison, Deviation, compare
from .elements import Element
from .ours import elements_of

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
THEMES = tuple(sorted(p.stem for p in (HERE / "plans").glob("*.yaml")))
"""The themes that have comps."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A difference that is meant: in `comp`, of the elements called `element`, in the ways of `what`; and why."""

    comp: str
    element: str
    what: tuple[str, ...]
    reason: str

    def covers(self, comp: str, deviation: Deviation) -> bool:
        """Whether it allows `deviation` in `comp`."""
        return self.comp == comp and self.element == deviation.element and deviation.what in self.what

    def __str__(self) -> str:
        return f"{self.comp} {self.element} ({', '.join(self.what)}): {self.reason}"


@dataclass(frozen=True, slots=True)
class Plan:
    """`slides` maps a comp of `theme` to (talk, slide id); its talks are `talks/THEME/TALK.yaml`."""

    theme: str
    slides: dict[str, tuple[str, str]]
    exceptions: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A comparison with its exceptions sorted out: `off` is what nobody has given a reason for, `idle` exceptions that no longer occur."""

    comparison: Comparison
    off: tuple[Deviation, ...]
    allowed: tuple[tuple[Reason, tuple[Deviation, ...]], ...]
    idle: tuple[str, ...]


def read_plan(theme: str) -> Plan:
    """The plan of a theme as it stands in the repository."""
    data = yaml.safe_load((HERE / "plans" / f"{theme}.yaml").read_text(encoding="utf-8"))
    slides = {comp: (entry["talk"], entry["slide"]) for comp, entry in data["comps"].items()}
    rows = [
        Reason(comp, row["element"], tuple(row["what"]), row["reason"])
        for row in data.get("exceptions") or ()
        for comp in row["comps"]
    ]
    return Plan(theme, slides, tuple(rows))


class Talks:
    """The talks of the comps, each composed once."""

    def __init__(self) -> None:
        self._decks: dict[tuple[str, str], Deck] = {}

    def deck(self, theme: str, name: str) -> Deck:
        """The deck of a theme's talk."""
        if (theme, name) not in self._decks:
            file = HERE / "talks" / theme / f"{name}.yaml"
            self._decks[theme, name] = deckgen.compose(deckgen.load(file, fonts="brand"))
        return self._decks[theme, name]

    def slide(self, plan: Plan, comp: str) -> tuple[Deck, int, Scene]:
        """The slide that answers `comp`: its deck, its place from 0, itself."""
        talk, ident = plan.slides[comp]
        deck = self.deck(plan.theme, talk)
        for place, scene in enumerate(deck.scenes):
            if scene.id == ident:
                return deck, place, scene
        raise LookupError(f"the talk {talk!r} has no slide {ident!r}: {', '.join(s.id for s in deck.scenes)}")


def judge(plan: Plan, talks: Talks, comp: str, elements: Iterable[Element]) -> Verdict:
    """Compare one comp with our slide and sort the differences."""
    deck, _, scene = talks.slide(plan, comp)
    comparison = compare(comp, tuple(elements), elements_of(deck, scene))
    return sort_out(comparison, [e for e in plan.exceptions if e.comp == comp])


def sort_out(comparison: Comparison, exceptions: Iterable[Reason]) -> Verdict:
    """Which differences have a listed reason, which have none, and which reasons have no difference (any way of it)."""
    off = list(comparison.deviations)
    allowed, idle = [], []
    for exception in exceptions:
        found = tuple(d for d in comparison.deviations if exception.covers(comparison.name, d))
        off = [d for d in off if d not in found]
        allowed.append((exception, found))
        gone = [what for what in exception.what if all(d.what != what for d in found)]
        idle += [f"{exception.element}: {what} no longer differs; take it out of the list" for what in gone]
    return Verdict(comparison, tuple(off), tuple(allowed), tuple(idle))
