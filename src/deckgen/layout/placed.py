"""A slide on its look, its texts still to be settled; which conditions hold for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from ..model.text import RichText
from ..records import dataclass
from ..scene.items import Item
from ..theme.records import Ground, Look, Theme, When
from .draft import Draft, ItemSlots
from .jobs import TextJob
from .runs import Faces


@dataclass(slots=True)
class Placed:
    """A slide with its texts still to be settled: `finish()` gives the items in drawing order."""

    draft: Draft
    look: Look
    ground: Ground
    jobs: list[TextJob] = field(default_factory=list)
    parts: list[Callable[[], Item | None]] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def finish(self) -> tuple[Item, ...]:
        """The items, once all jobs are settled."""
        return tuple(item for part in self.parts if (item := part()) is not None)


@dataclass(frozen=True, slots=True)
class Easel:
    """What placing needs beside the draft: theme, measures, profile, pictures (key -> pixels), right-to-left."""

    theme: Theme
    faces: Faces
    profile: str
    pixels: Mapping[str, tuple[int, int]]
    rtl: bool = False


def holds(
    when: When, draft: Draft, item: ItemSlots | None = None, place: tuple[int, int] = (0, 0), ground: str = ""
) -> bool:
    """Whether a shape's or placeholder's conditions hold for the slide (or for one item of a list)."""
    have = names_of(draft) | (set(item.slots) | ({"picture"} if item.picture else set()) if item else set())
    if any(s not in have for s in when.slot) or any(s in have for s in when.without):
        return False
    count = draft.count or len(draft.items) or len(draft.body)
    if when.count and not when.count[0] <= count <= when.count[1]:
        return False
    if when.grounds and ground not in when.grounds:
        return False
    facts: tuple[tuple[bool | None, bool | None], ...]
    if item is not None:
        first, last = place[0] == 0, place[0] == place[1] - 1
        facts = ((when.current, item.current), (when.done, item.done), (when.first, first), (when.last, last))
    else:
        facts = (
            (when.current, None),
            (when.done, None),
            (when.first, draft.index == 1),
            (when.last, draft.index == draft.count),
        )
    return all(want is None or want == fact for want, fact in facts)


def names_of(draft: Draft) -> set[str]:
    names = set(draft.slots) | set(draft.pictures)
    return names | ({"body"} if draft.body else set()) | ({"items"} if draft.items else set()) | {"title"}


def slot_of(draft: Draft, name: str) -> RichText | None:
    """The slide's text of that slot."""
    return draft.title if name == "title" else draft.slots.get(name)


def unshown(placed: Placed) -> set[str]:
    """Slots with content that the look does not show: nothing is lost silently."""
    draft = placed.draft
    have = {n for n, v in draft.slots.items() if v.plain.strip()} | set(draft.pictures)
    have |= {"body"} if draft.body else set()
    have |= {"items"} if draft.items else set()
    return have - placed.shown
