"""Looks on a template's layouts: what the layout has a placeholder for stands in it, all else is composed in its body area.

Composed parts are those of the theme `plain`, moved by `theme.zone` and set in the template's fonts and colours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..theme.records import Chrome, Level, Look, PlaceholderSpec, TextSpec
from ..theme.zone import Move
from ..units import Box, inches, points
from .beside import Beside
from .matching import Fit
from .parts import BODIES, GAP, GRAPHICS, STACKED
from .roles import Layout, Slot, exact, levels_of, text_of

ROOMY = ("support", "subtitle", "source", "role", "name", "credit", "occasion", "wordmark", "contact")


class Composer(Beside):
    """Makes looks for layouts."""

    def place(self, look: Look, fit: Fit, *, native: bool) -> Box:
        """Where a look's composed texts stand on a layout: by what lies behind it their colours are chosen."""
        texts = [s.inner for role, s in fit.roles.items() if role not in GRAPHICS and role not in BODIES]
        if not (native and self.stacks(look, fit.layout)) or not texts:
            return self._area(fit.roles) or self.body if native else self.body
        x, y = min(b.x for b in texts), min(b.y for b in texts)
        low = min(self.height, max(b.bottom for b in texts) + inches(0.8))
        return Box(x, y, max(b.right for b in texts) - x, low - y)

    def stacks(self, look: Look, layout: Layout) -> bool:
        """Whether what a layout lacks of its look stands below its own texts, rather than in the body area."""
        low = layout.title is not None and layout.title.inner.y > 0.4 * self.height  # such as on covers
        return look.name in STACKED or low

    def look(self, look: Look, fit: Fit, ground: str, *, native: bool) -> Look:
        """A look of plain on a layout.  `native`: the layout was made for it, so its placeholders stand where the layout has them."""
        layout, roles = fit.layout, dict(fit.roles)
        area = self._area(roles) if native else None
        home = self.plain.master.title.box
        titles = [s.box for s in look.placeholders if s.role == "title"]
        spread = not any(b.y == home.y and b.h <= home.h + inches(0.3) for b in titles)
        move = self.move(layout, area, spread=spread)
        stacked = native and self.stacks(look, layout)
        specs = [self._free(spec, move, layout) for spec in look.placeholders]
        beside = {s.role for s in look.placeholders if s.role in ("kicker", "subtitle", "source")}
        if not native and any(s.role == "title" and s.box == home for s in look.placeholders):
            kept = {role: slot for role, slot in roles.items() if role in beside}
            specs = [s for s in specs if s.role not in kept] + [
                self.held(role, slot) for role, slot in kept.items()
            ]
            roles = {"title": roles["title"], **kept} if "title" in roles else kept
        elif not native:
            roles = {role: slot for role, slot in roles.items() if role == "title"}
        if native:
            specs = [spec for spec in specs if spec.role not in roles or spec.role == "title"]
            specs += [
                self.held(role, slot)
                for role, slot in roles.items()
                if role != "title" and self._wanted(role, look)
            ]
            if "title" in roles and not look.hidden_title:
                specs = [s for s in specs if s.role != "title"]
                specs.insert(0, self.held("title", roles["title"]))
        feet = [kind for kind, on in (("sldNum", look.number), ("ftr", look.footer)) if on]
        specs = (
            self.stacked(specs, layout, roles, feet)
            if stacked
            else self.footed(specs, layout, roles, area or self.body)
        )
        if stacked and "picture" not in roles:
            specs = [one for spec in specs for one in _clear_of_picture(spec, specs)]
        hidden = look.hidden_title
        if not hidden and not any(s.role == "title" for s in specs):
            hidden = True
        drawn = [s for s in look.shapes if not s.when.grounds or "light" in s.when.grounds]
        shapes = () if stacked else tuple(self.shape(shape, move) for shape in drawn)
        return replace(
            look, ground="light", grounds=("light", "dark", "accent"), on=dict.fromkeys(("light", "dark", "accent"), ground),
            placeholders=tuple(specs), shapes=shapes, tracker=None, number=look.number and "sldNum" in layout.footers,
            footer=look.footer and "ftr" in layout.footers, chrome=self.chrome(layout), hidden_title=hidden, layout_type="",
        )  # fmt: skip

    def _wanted(self, role: str, look: Look) -> bool:
        """Whether slides of a look ever fill a role."""
        return role in {s.role for s in look.placeholders} or look.name in ("cover", "section", "quote")

    def _area(self, roles: Mapping[str, Slot]) -> Box | None:
        """The body area of a layout: what its slots take up together."""
        boxes = [
            s.inner for role, s in roles.items() if role not in ("title", "kicker", "subtitle", "source")
        ]
        if not boxes:
            return None
        x, y = min(b.x for b in boxes), min(b.y for b in boxes)
        return Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)

    def held(self, role: str, slot: Slot) -> PlaceholderSpec:
        """A placeholder of the layout as it is, for a role."""
        name, first = role, slot.level(0)
        listed = role in BODIES
        kind = "" if slot.type == "obj" else slot.type
        base = PlaceholderSpec(
            role=role,
            type=kind,
            idx=slot.idx,
            name=slot.name,
            prompt="",
            box=slot.box,
            text=None,
            home=slot.box,
        )
        model = next((s for s in self._models(role)), None)
        if role in ("picture", "logo"):
            return base
        if role == "table" and model is not None:
            return replace(base, table=self.table(model.table))
        if role == "chart" and model is not None:
            return replace(base, chart=self.chart(model.chart))
        text = text_of(slot, name, self.setter)
        inherits = first is not None and not exact(first) and (listed or not slot.bulleted)
        levels: tuple[Level, ...] = ()
        if listed:
            levels = levels_of(slot, self.setter)
            text = replace(text, tab=round(0.36 * slot.inner.w))
        inner, anchor = slot.inner, text.anchor
        short = points(text.style.leading + 2) - inner.h
        if short > 0:  # the layout's own text stands out of its frame
            up = {"top": 0, "middle": short // 2, "bottom": short}[anchor]
            inner = Box(inner.x, inner.y - up, inner.w, inner.h + short)
        if role == "title" and anchor != "bottom" and not (first is not None and exact(first)):
            room = self.body.y - GAP - inner.bottom
            text = replace(text, spare=(0, room)) if 0 < room < inches(1.5) else text
        elif role != "title" and not listed and anchor == "top":
            text = replace(text, spare=(0, inches(0.8)))  # as far as nothing else begins
        return replace(
            base, box=inner, home=inner, insets=slot.insets, text=text, levels=levels, inherits=inherits
        )

    def _models(self, role: str) -> list[PlaceholderSpec]:
        return [s for look in self.plain.looks.values() for s in look.placeholders if s.role == role]

    def _free(self, spec: PlaceholderSpec, move: Move, layout: Layout) -> PlaceholderSpec:
        """A part of plain's look, moved: a box of the slide, but for the title, which is always the layout's."""
        text = self.words(spec.text, move)
        least = points(text.style.leading + 1) if text is not None else 0
        box = move.box(spec.box, round_=spec.geometry == "ellipse", least=least)
        if spec.role == "title":
            return self._title(spec, box, text, layout)
        if text is not None and spec.role in ROOMY:
            box = self.roomy(box, text, 2 if spec.role in ("support", "subtitle") else 1, spec.box.h)
        if spec.role in ("picture",) and spec.box.w > inches(13) and spec.box.h > inches(7):
            box = Box(0, 0, self.width, self.height)
        return replace(
            spec, idx=-1, box=box, text=text, levels=self.levels(spec.levels), move=move.offset(spec.move), table=self.table(spec.table),
            chart=self.chart(spec.chart), inherits=False, below_gap=round(spec.below_gap * self.text),
        )  # fmt: skip

    def _title(
        self, spec: PlaceholderSpec, box: Box, text: TextSpec | None, layout: Layout
    ) -> PlaceholderSpec:
        slot, home = layout.title, self.plain.master.title
        if slot is None:
            assert text is not None
            return replace(
                spec, type="title", idx=0, box=box, text=replace(text, color="title"), inherits=False
            )
        own = self.held("title", slot)
        if spec.text is None or spec.text.style == home.text.style if home.text is not None else True:
            if spec.box == home.box:
                return replace(own, when=spec.when)
            if spec.box.y == home.box.y:  # narrower, beside a picture
                right = min(box.right, own.box.right)
                width = right - own.box.x
                if width > inches(2):
                    return replace(
                        own, when=spec.when, box=Box(own.box.x, own.box.y, width, max(own.box.h, box.h))
                    )
            return replace(own, when=spec.when, box=box)
        assert text is not None and own.text is not None
        drawn = own.text.style  # the placeholder's own font and weight, in the size of the look
        style = replace(
            text.style, font=drawn.font, bold=drawn.bold, italic=drawn.italic, tracking=drawn.tracking
        )
        return replace(
            own, when=spec.when, box=box, text=replace(text, style=style, color="title"), inherits=False
        )

    def chrome(self, layout: Layout) -> Chrome:
        """Footer, date and number as a layout has them; what it lacks stands as in plain and is never shown."""
        roles = {
            "sldNum": self.plain.chrome.number,
            "ftr": self.plain.chrome.footer,
            "dt": self.plain.chrome.date,
        }
        found = {}
        for kind, spec in roles.items():
            slot = layout.footers.get(kind)
            if slot is None:
                found[kind] = spec
                continue
            text = text_of(slot, spec.role, self.setter)
            box, home, size = slot.inner, slot.inner, text.style.size
            if kind == "sldNum" and box.w < points(2.4 * size):  # three figures need more than it has
                more = points(2.4 * size) - box.w
                left = {"left": 0, "center": more // 2, "right": more}[text.align]
                box = Box(max(0, box.x - left), box.y, box.w + more, box.h)
            # lines stand out of a low frame, as on the layout itself: one of a number, two of a footer
            rows = 2 if kind == "ftr" else 1
            high = max(box.h, points(rows * text.style.leading + 2))
            y = min(box.y - (high - box.h) // 2, self.height - high)
            box, home = (Box(b.x, y, b.w, high) for b in (box, home))
            found[kind] = replace(
                spec,
                type=kind,
                idx=slot.idx,
                name=slot.name,
                box=box,
                home=home,
                insets=slot.insets,
                text=text,
                inherits=True,
            )
        return Chrome(found["sldNum"], found["ftr"], found["dt"])


def _clear_of_picture(spec: PlaceholderSpec, specs: Sequence[PlaceholderSpec]) -> list[PlaceholderSpec]:
    """A text of the layout, and before it one that ends where a composed picture at the right begins, for slides that have it."""
    found = next((s.box for s in specs if s.role == "picture"), None)
    if found is None or spec.role == "picture" or spec.text is None or "picture" in spec.when.slot:
        return [spec]
    width = found.x - GAP - spec.box.x
    if not spec.box.meets(found) or width < inches(2):
        return [spec]
    box = Box(spec.box.x, spec.box.y, width, spec.box.h)
    return [replace(spec, box=box, when=replace(spec.when, slot=(*spec.when.slot, "picture"))), spec]
