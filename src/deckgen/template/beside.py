"""What shares a layout with its placeholders: the kicker over the title, support and source at the foot, or all of it in one stack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..theme.records import ALWAYS, PlaceholderSpec, When
from ..units import Box, points
from .parts import ABOVE, BELOW, GAP, LINES, MARGIN, Parts, replace_h
from .roles import Layout, Slot


class Beside(Parts):
    """Places what a layout has no placeholder for."""

    def _high(self, spec: PlaceholderSpec) -> int:
        assert spec.text is not None
        return points(spec.text.style.leading * LINES.get(spec.role, 1) + 2)

    def footed(
        self, specs: list[PlaceholderSpec], layout: Layout, roles: Mapping[str, Slot], area: Box
    ) -> list[PlaceholderSpec]:
        """Support and source at the foot of the body area, the kicker over the title; the layout's own placeholders give way."""
        result = []
        texts = {
            s.role: s
            for s in specs
            if s.role in ("support", "source") and s.text is not None and s.role not in roles
        }
        heights = {
            role: self.roomy(Box(0, 0, 1, 1), s.text, 2 if role == "support" else 1).h
            for role, s in texts.items()
            if s.text
        }
        foot = self.foot(layout, area)
        alone = any(
            role not in ("title", "kicker", "subtitle", "source") for role in roles
        )  # the layout's placeholders fill the body area
        taking = [n for n in ("support", "source") if n in heights and (n != "source" or foot is None)]
        for spec in specs:
            if spec.role == "source" and spec.text is not None and spec.role in heights:
                inside = Box(area.x, area.bottom - heights["source"], area.w, heights["source"])
                result.append(
                    replace(
                        spec,
                        box=foot or inside,
                        text=replace(spec.text, anchor="top" if foot else "bottom", align="left"),
                    )
                )
            elif alone and spec.role == "support" and spec.text is not None and spec.role in heights:
                high = heights["support"]
                text = replace(spec.text, anchor="bottom")
                if "source" in taking:
                    y = area.bottom - high - heights["source"] - GAP
                    result.append(
                        replace(
                            spec,
                            box=Box(area.x, y, area.w, high),
                            text=text,
                            when=When(slot=("source",)),
                            below="",
                        )
                    )
                result.append(
                    replace(spec, box=Box(area.x, area.bottom - high, area.w, high), text=text, below="")
                )
            elif alone and spec.role in roles and spec.role != "title":
                for names in _subsets(taking):
                    low = area.bottom - sum(heights[n] + GAP for n in names)
                    high = min(spec.box.bottom, low) - spec.box.y
                    if points(40) < high < spec.box.h:
                        result.append(replace(spec, box=replace_h(spec.box, high), when=When(slot=names)))
                result.append(spec)
            else:
                result.append(spec)
        return self._topped(result, layout)

    def _topped(self, specs: list[PlaceholderSpec], layout: Layout) -> list[PlaceholderSpec]:
        """Kicker and eyebrow over the title, which gives way where there is no room; the subtitle below it."""
        slot = layout.title
        titles = [s for s in specs if s.role == "title" and slot is not None and s.box == slot.inner]
        if slot is None or not titles:
            return specs
        title = titles[0]
        tops = [s for s in specs if s.role in ABOVE]
        heights = {s.role: self._high(s) for s in tops}
        room = title.box.y - max([MARGIN, *(b.bottom for b in layout.obstacles if b.bottom <= title.box.y and b.right > title.box.x and b.x < title.box.right)])  # fmt: skip
        above = sum(h + GAP // 2 for h in heights.values()) <= room
        result = []
        y = title.box.y - sum(h + GAP // 2 for h in heights.values()) if above else title.box.y
        places: dict[str, int] = {}
        for role in (r for r in ABOVE if r in heights):
            places[role] = y
            y += heights[role] + GAP // 2
        for spec in specs:
            if spec is title and tops and not above:
                for names in _subsets([r for r in ABOVE if r in heights]):
                    takes = max(places[n] + heights[n] for n in names) + GAP // 2 - title.box.y
                    low = max(
                        title.box.h - takes,
                        min(title.box.h, points(title.text.style.leading) if title.text else 0),
                    )
                    result.append(
                        replace(
                            title,
                            box=Box(title.box.x, title.box.bottom - low, title.box.w, low),
                            when=When(slot=names),
                        )
                    )
                result.append(title)
            elif spec.role in places:
                result.append(
                    replace(
                        spec,
                        box=Box(title.box.x, places[spec.role], title.box.w, heights[spec.role]),
                        below="",
                    )
                )
            elif spec.role == "subtitle" and spec.free and spec.text is not None:
                high = self._high(spec)
                y0 = max(title.box.y, title.box.bottom - high)
                result.append(replace(spec, box=Box(title.box.x, y0, title.box.w, high), below="title"))
            else:
                result.append(spec)
        return result

    def stacked(
        self, specs: list[PlaceholderSpec], layout: Layout, roles: Mapping[str, Slot], shown: Sequence[str]
    ) -> list[PlaceholderSpec]:
        """What the layout has no place for, one below another: under its lowest text, or in the largest gap beside its placeholders."""
        title = layout.title
        held = {role: slot.inner for role, slot in roles.items() if role not in ("picture", "logo")}
        free = {s.role: s for s in specs if s.free and s.text is not None}
        rest = [s for s in specs if not s.free or s.text is None]
        below = [free[r] for r in BELOW if r in free]
        own = held.get("title")
        near = [r for r, b in held.items() if own is None or (b.x < own.right and b.right > own.x)]
        anchor = max(near, key=lambda r: held[r].bottom) if near else ""
        column = held.get("title") or held.get(anchor) or self.body
        if column.w < 0.3 * self.width:
            column = max(held.values(), key=lambda b: b.w) if held else column
        needed = sum(
            points(s.text.style.leading) + GAP
            for s in below
            if s.role in ("wordmark", "occasion", "name", "role") and s.text
        )
        result = [self._cornered(spec, layout, held) if spec.role == "logo" else spec for spec in rest]
        if below:
            start, base = self._room(layout, held, column, needed, anchor, shown)
            y, last = start, base
            for spec in below:
                high = self._high(spec)
                box = Box(column.x, min(y, self.height - high), column.w, high)
                result.append(replace(spec, box=box, text=replace(spec.text, anchor="top", align=self._align(title)), below=last, below_gap=GAP, when=ALWAYS))  # type: ignore[type-var]  # fmt: skip
                y, last = y + high + GAP, spec.role
        result += [free[r] for r in ABOVE if r in free]
        done = self._topped(result, layout)
        return _unique(done)

    def _cornered(self, spec: PlaceholderSpec, layout: Layout, held: Mapping[str, Box]) -> PlaceholderSpec:
        """A client's logo in the first corner where nothing stands."""
        w, h, edge = spec.box.w, spec.box.h, 2 * MARGIN
        right, low = self.width - w - edge, self.height - h - edge
        taken = (*held.values(), *layout.obstacles, *(s.box for s in layout.slots if s.type == "pic"))
        corners = [Box(x, y, w, h) for y in (edge, low) for x in (edge, right)]
        return replace(spec, box=next((c for c in corners if not any(b.meets(c) for b in taken)), corners[0]))

    @staticmethod
    def _align(title: Slot | None) -> str:
        level = title.level(0) if title is not None else None
        return {"ctr": "center", "r": "right"}.get(level.align if level is not None else "l", "left")

    def _room(
        self,
        layout: Layout,
        held: Mapping[str, Box],
        column: Box,
        needed: int,
        anchor: str,
        shown: Sequence[str],
    ) -> tuple[int, str]:
        """Where a stack begins, and what it follows ("" for nothing)."""
        taken = [*layout.obstacles, *(layout.footers[kind].box for kind in shown if kind in layout.footers)]
        pictures = [s.box for s in layout.slots if s.type == "pic"]
        taken = [
            b for b in taken if not any(_holds(b, own) for own in held.values())
        ]  # behind a text, not in its way
        across = [b for b in (*taken, *pictures) if b.right > column.x and b.x < column.right]
        if anchor:
            low = held[anchor]
            floor = min([self.height - MARGIN, *(b.y for b in across if b.y >= low.y + low.h // 2)])
            used = low.y + min(low.h, points(60))
            if floor - used >= needed or floor - low.bottom >= needed:
                return low.bottom + GAP, anchor
        edges = sorted(
            [
                (0, MARGIN),
                *((b.y, b.bottom) for b in (*across, *held.values())),
                (self.height - MARGIN, self.height),
            ]
        )
        best, end = (0, MARGIN), 0
        for top, bottom in edges:
            if top - end > best[0]:
                best = (top - end, end)
            end = max(end, bottom)
        return best[1] + GAP, ""


def _subsets(names: Sequence[str]) -> list[tuple[str, ...]]:
    """All names together, then each alone."""
    if not names:
        return []
    alone: list[tuple[str, ...]] = [(n,) for n in reversed(names)]
    return [tuple(names), *alone] if len(names) > 1 else alone


def _unique(specs: Sequence[PlaceholderSpec]) -> list[PlaceholderSpec]:
    seen: set[tuple[str, When]] = set()
    result = []
    for spec in specs:
        if (spec.role, spec.when) not in seen:
            seen.add((spec.role, spec.when))
            result.append(spec)
    return result


def _holds(outer: Box, inner: Box) -> bool:
    """Whether a box has most of another one in it."""
    w = min(outer.right, inner.right) - max(outer.x, inner.x)
    h = min(outer.bottom, inner.bottom) - max(outer.y, inner.y)
    return w > 0 < h and w * h >= 0.7 * inner.w * inner.h
