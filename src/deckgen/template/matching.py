"""Layouts of a template looked at: content, columns, headings, pictures, small texts; points for type, name and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from ..records import dataclass
from .roles import Layout, Slot
from .words import SOURCE, WORDS, named, says

TYPES: Final[dict[str, tuple[str, ...]]] = {
    "cover": ("title",), "section": ("secHead",), "content": ("obj", "tx"), "two": ("twoObj", "twoColTx"), "compare": ("twoTxTwoObj",),
    "title-only": ("titleOnly",), "blank": ("blank",), "picture": ("picTx",), "table": ("tbl",), "chart": ("chart",),
}  # fmt: skip
KIN: Final[dict[str, tuple[str, ...]]] = {
    "table": ("content",), "chart": ("content",), "picture": ("content", "cover"), "two": ("compare", "content"), "compare": ("two", "content"),
    "three": ("content",), "four": ("content",), "content": ("table", "chart"), "blank": ("title-only",),
}  # fmt: skip
"""Groups whose words in a name don't speak against a look."""
LEAST: Final = 40
"""The score from which on a look stands on a layout as one made for it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A layout for a look: which slot holds which role, its score, and the reason."""

    layout: Layout
    score: int
    reason: str
    roles: Mapping[str, Slot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """The slide's size."""

    width: int
    height: int

    def big(self, slot: Slot) -> bool:
        """Whether content has room in it."""
        b = slot.box
        return (
            b.w >= 0.18 * self.width
            and b.h >= 0.22 * self.height
            and b.w * b.h >= 0.06 * self.width * self.height
        )


class Matcher:
    """Matches a template's layouts to looks; `fixed` are layouts that a person chose, by look."""

    def __init__(
        self, layouts: Sequence[Layout], page: Page, fixed: Mapping[str, Layout] | None = None
    ) -> None:
        self.layouts, self.page, self.fixed = layouts, page, fixed or {}

    # -------------------------------------------------------- what layouts look like

    def contents(self, layout: Layout) -> list[Slot]:
        """Slots with room for content or a list, the largest first."""
        found = [s for s in layout.others if s.type in ("obj", "body") and self.page.big(s)]
        return sorted(found, key=lambda s: -s.box.w * s.box.h)

    def columns(self, layout: Layout) -> list[Slot]:
        """Content slots side by side, from left to right: as many as share height and width with the largest."""
        big = self.contents(layout)
        if len(big) < 2:
            return []
        first = big[0].box
        alike = [
            s for s in big
            if abs(s.box.y - first.y) < 0.12 * self.page.height and abs(s.box.w - first.w) < 0.35 * max(s.box.w, first.w)
        ]  # fmt: skip
        alike.sort(key=lambda s: s.box.x)
        apart = all(
            a.box.right <= b.box.x + 0.03 * self.page.width for a, b in zip(alike, alike[1:], strict=False)
        )
        return alike if apart and len(alike) > 1 else []

    def heads(self, layout: Layout, columns: Sequence[Slot]) -> list[Slot]:
        """A text slot above each of some columns; empty where one lacks."""
        rest = [
            s
            for s in layout.others
            if (s not in columns and s.type == "body" and not s.bulleted)
            or (s.type == "body" and s not in columns)
        ]
        result = []
        for column in columns:
            above = [
                s for s in rest
                if s not in result and s.box.bottom <= column.box.y + 0.03 * self.page.height
                and abs(s.box.x - column.box.x) < 0.08 * self.page.width and column.box.y - s.box.bottom < 0.12 * self.page.height
            ]  # fmt: skip
            if not above:
                return []
            result.append(max(above, key=lambda s: s.box.bottom))
        return result

    def texts(self, layout: Layout, *not_these: Slot) -> list[Slot]:
        """Text slots from top to bottom."""
        found = [
            s for s in layout.others if s.type in ("body", "subTitle") and s.takes_text and s not in not_these
        ]
        return sorted(found, key=lambda s: (s.box.y, s.box.x))

    def pictures(self, layout: Layout) -> list[Slot]:
        """Slots for pictures, the largest first."""
        return sorted((s for s in layout.others if s.type == "pic"), key=lambda s: -s.box.w * s.box.h)

    def extras(self, layout: Layout, roles: Mapping[str, Slot]) -> dict[str, Slot]:
        """Small texts that many layouts have beside what makes them: a line over the title, one below it, a source at the foot."""
        title = layout.title
        if title is None or title not in roles.values():
            return {}
        low = min((s.box.y for role, s in roles.items() if role != "title"), default=self.page.height)
        near = 0.03 * self.page.height
        found: dict[str, Slot] = {}
        for slot in self.texts(layout):
            if slot in roles.values() or slot.box.h > 0.14 * self.page.height or slot.bulleted:
                continue
            across = slot.box.x < title.box.right and slot.box.right > title.box.x
            if across and slot.box.bottom <= title.box.y + near and title.box.y - slot.box.bottom < 3 * near:
                found.setdefault("kicker", slot)
            elif (
                across
                and slot.box.y >= title.box.bottom - near
                and slot.box.bottom <= low + near
                and slot.box.y < title.box.bottom + 3 * near
            ):
                found.setdefault("subtitle", slot)
            elif slot.box.y > 0.8 * self.page.height and says(slot, SOURCE):
                found.setdefault("source", slot)
        return {role: slot for role, slot in found.items() if role not in roles}

    def scored(self, layout: Layout, group: str, points: int, reasons: list[str]) -> tuple[int, list[str]]:
        """Points for type and name beside those for places."""
        kind = layout.type in TYPES.get(group, ())
        word = named(layout, group)
        if kind:
            points += 45
            reasons = [f"its type is {layout.type}", *reasons]
        if word:
            points += 35 if not kind else 15
            reasons = [f"its name says “{word}”", *reasons]
        elsewhere = [g for g, types in TYPES.items() if layout.type in types and g != group]
        if elsewhere and not kind:
            points -= 20 if not word else 5
        strange = [g for g in WORDS if g != group and not word and named(layout, g)]
        if strange and not kind:
            points -= 25 if strange[0] not in KIN.get(group, ()) else 5
        return points, reasons

    def made(
        self, layout: Layout, group: str, points: int, reasons: list[str], roles: Mapping[str, Slot]
    ) -> Fit:
        """A fit; slots that stay empty cost a little."""
        roles = {**roles, **self.extras(layout, roles)}
        spare = len([s for s in layout.slots if s not in roles.values()])
        points, reasons = self.scored(layout, group, points, reasons)
        return Fit(layout, max(0, min(100, points - 3 * spare)), ", ".join(reasons), roles)
