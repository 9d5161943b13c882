"""Looks, slide master and chrome from theme.yaml; what a look can't mean is a finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from ..source.nodes import Map, Node, Scalar, Seq
from .colors import contrast, resolve
from .records import (
    SCRIM,
    Chrome,
    Ground,
    GroundName,
    Look,
    Master,
    PlaceholderSpec,
    ShapeSpec,
    TypeStyle,
)
from .roles import ROLES
from .shape_reader import Pen
from .shared import Shared
from .tracker_records import TrackerOption, TrackerSpec
from .values import Values, empty, merge

LOOK_KEYS = (
    "like", "label", "ground", "grounds", "layout-type", "hidden-title", "number", "footer", "placeholders", "shapes", "tracker", "common", "page", "omits",
)  # fmt: skip
LAYOUT_TYPES = ("", "title", "secHead", "obj", "titleOnly", "blank")
DEPTH = 8
TEXT_LEAST, LARGE_LEAST, LARGE = 4.5, 3.0, 24


class LookReader:
    """Reads looks against a theme's grounds, slots and styles.

    `common` and `tracker` are what each look gets (`common` is that of `spare` where a theme has none).  `shared` is how looks draw tables
    and charts and how lengths come to this page; `title` stands for the other theme's own title.
    """

    def __init__(
        self, values: Values, grounds: Mapping[str, Ground], slots: Mapping[str, str], styles: Mapping[str, TypeStyle],
        common: Node | None, tracker: Node | None, shared: Shared, spare: LookReader | None = None,
        page: Node | None = None,
    ) -> None:  # fmt: skip
        self.values = values
        self.grounds = grounds
        self.slots = slots
        self.styles = styles
        self.shared = shared
        self.title: PlaceholderSpec | None = None
        self.lender = spare if spare is not None and empty(common) else self
        self.common: dict[str, Node] = (
            values.entries(common, "common") if self.lender is self else dict(self.lender.common)
        )
        self.tracker = tracker
        self.page = page
        for role in [r for r in self.common if r not in ROLES]:
            node = self.common.pop(role)
            if self.lender is self:
                self._unknown_role(role, node, common)

    def pen(self, grounds: tuple[str, ...]) -> Pen:
        """The reader of shapes for a look on these grounds."""
        roles = {g: frozenset(self.grounds[g].roles) for g in grounds}
        return Pen(self.values, self.styles, roles, self.shared, self.title)

    def looks(self, node: Node | None, own: Mapping[str, Look] | None = None) -> dict[str, Look]:
        """The looks of `looks:`, but for those in `own`; what is no more than another name for one of these is it."""
        raw = self.values.entries(node, "looks")
        own = own or {}
        result = {}
        for name, value in raw.items():
            if name in own:
                continue
            twin = own.get(self._twin(value))
            if twin is not None:
                result[name] = replace(twin, name=name, label=f"{twin.label} ({name})")
                continue
            whole = self._whole(name, value, raw, ())
            if whole is not None:
                result[name] = self._look(name, whole)
        return result

    def _twin(self, node: Node) -> str:
        """The look that this one is like in all but its label; "" if it draws anything itself."""
        if not isinstance(node, Map) or {e.key.text for e in node.entries} - {"like", "label"}:
            return ""
        return self.values.text(node.get("like"))

    def _whole(self, name: str, node: Node, raw: Mapping[str, Node], seen: tuple[str, ...]) -> Node | None:
        if not isinstance(node, Map):
            self.values.wrong(node, f"the look {name!r} is a map")
            return None
        like = node.get("like")
        if like is None:
            return node
        other = self.values.text(like)
        if other in (*seen, name) or len(seen) >= DEPTH:
            self.values.wrong(like, f"the look {name!r} is like itself")
            return None
        if other not in raw:
            self.values.unknown(
                "unknown-look", f"there is no look {other!r} in this theme", other, raw, like.span
            )
            return None
        base = self._whole(other, raw[other], raw, (*seen, name))
        own = Map(tuple(e for e in node.entries if e.key.text != "like"), node.span, node.flow)
        return merge(base, own) if base is not None else None

    def _look(self, name: str, node: Node) -> Look:
        v = self.values
        keys = v.keys(node, LOOK_KEYS, f"the look {name!r}")
        first = v.choice(keys.get("ground"), ("light", "dark", "accent"), "light")
        wanted = v.texts(keys.get("grounds")) or tuple(self.grounds)
        for word in wanted:
            if word not in ("light", "dark", "accent"):
                v.unknown(
                    "theme-value",
                    f"there is no ground {word!r}",
                    word,
                    ("light", "dark", "accent"),
                    keys["grounds"].span,
                )
        grounds = (
            tuple(dict.fromkeys(g for g in (first, *wanted) if g in self.grounds)) or tuple(self.grounds)[:1]
        )
        pen = self.pen(grounds)
        placeholders = self._placeholders(pen, keys.get("placeholders"), keys.get("common"))
        shapes = tuple(pen.shapes(v.items(keys.get("shapes"), "shapes")))
        if self.page is not None and v.flag(keys.get("page"), True):
            shapes = (*(replace(s, page=True) for s in pen.shapes(v.items(self.page, "page"))), *shapes)
        for shape in shapes:
            self._legible(name, shape, grounds, node)
        hidden = v.flag(keys.get("hidden-title"))
        if not hidden and not any(p.role == "title" for p in placeholders):
            v.wrong(
                node,
                f"the look {name!r} shows no title",
                "add a placeholder `title`, or `hidden-title: true`",
            )
        return Look(
            name=name, label=v.text(keys.get("label"), name.replace("-", " ").capitalize()), ground=cast(GroundName, grounds[0]),
            grounds=cast("tuple[GroundName, ...]", grounds), placeholders=placeholders, shapes=shapes,
            tracker=self._tracker(keys.get("tracker")), layout_type=v.choice(keys.get("layout-type"), LAYOUT_TYPES, ""),
            span=node.span, number=v.flag(keys.get("number"), True), footer=v.flag(keys.get("footer"), True), hidden_title=hidden,
            omits=v.texts(keys.get("omits")),
        )  # fmt: skip

    def _placeholders(self, pen: Pen, node: Node | None, common: Node | None) -> tuple[PlaceholderSpec, ...]:
        own = self.values.entries(node, "placeholders")
        dropped = {e.key.text for e in node.entries if empty(e.value)} if isinstance(node, Map) else set()
        wanted = set(self.common)
        if common is not None and isinstance(common, Scalar) and common.text == "false":
            wanted = set()
        elif common is not None:
            wanted = set(self.values.texts(common))
        merged = {
            **own,
            **{r: n for r, n in self.common.items() if r in wanted and r not in own and r not in dropped},
        }
        common_pen = pen if self.lender is self else self.lender.pen(tuple(pen.roles))
        result = []
        for role, value in merged.items():
            if role not in ROLES:
                self._unknown_role(role, value, node)
                continue
            for spec in value.items if isinstance(value, Seq) else (value,):
                placeholder = (pen if role in own else common_pen).placeholder(role, spec)
                if placeholder is not None:
                    result.append(placeholder)
        return tuple(result)

    def _unknown_role(self, role: str, value: Node, node: Node | None) -> None:
        keys = [e.key.span for e in node.entries if e.key.text == role] if isinstance(node, Map) else []
        span = keys[0] if keys else value.span
        self.values.unknown("unknown-role", f"there is no placeholder role {role!r}", role, ROLES, span)

    def _tracker(self, node: Node | None) -> TrackerSpec | None:
        node = self.tracker if node is None else node
        if node is None or (isinstance(node, Scalar) and node.text in ("none", "false", "")):
            return None
        entries = self.values.entries(node, "tracker")
        if "name" not in entries:
            self.values.wrong(node, "a tracker needs a name", "write `tracker: none` for a look without one")
            return None
        word = entries.pop("name")
        named = {e.key.text: e.key.span for e in node.entries} if isinstance(node, Map) else {}
        given = {
            key: TrackerOption(self._option(value), value.span, named.get(key))
            for key, value in entries.items()
        }
        return TrackerSpec(self.values.text(word), given, word.span)

    def _option(self, node: Node) -> object:
        """A tracker's option: a number, a flag or a word; the tracker's own list says which (`trackers.check_trackers`)."""
        text = self.values.text(node)
        if text in ("true", "false"):
            return text == "true"
        if text[:1].isalpha():
            return text
        return self.values.number(node, low=-1000, high=1000)

    def _legible(self, name: str, shape: ShapeSpec, grounds: tuple[str, ...], node: Node) -> None:
        """A text on its own fill: 4.5 to 1, from 24 pt 3 to 1."""
        if shape.text is None or shape.fill_alpha < 100_000:
            return
        fills = shape.fills or ((shape.fill,) if isinstance(shape.fill, str) else ())
        colors = shape.text_colors or (shape.text.color,)
        least = LARGE_LEAST if shape.text.style.size >= LARGE else TEXT_LEAST
        for g in grounds:
            ground = self.grounds[g]
            for i, fill in enumerate(fills):
                color = colors[min(i, len(colors) - 1)]
                if fill not in ground.roles or color not in ground.roles:
                    continue
                ratio = contrast(
                    resolve(ground.roles[fill], ground, self.slots),
                    resolve(ground.roles[color], ground, self.slots),
                )
                if ratio < least:
                    self.values.findings.error(
                        "theme-contrast", f"look {name!r}, shape {shape.name!r}: {color} on {fill} has a contrast of {ratio:.2f}"
                        f" on {g}, it needs {least:g}", self.values.place_of(g, (fill, color), node), "take another colour role for one of both",
                    )  # fmt: skip

    def scrim(self, node: Node | None) -> tuple[tuple[tuple[int, str, int], ...], int]:
        """What lies between a background picture and its texts: a gradient."""
        if node is None or empty(node):
            return SCRIM, 0
        fill, angle = self.pen(tuple(self.grounds)).fill(node)
        if not isinstance(fill, tuple):
            self.values.wrong(
                node, "a scrim is a gradient", "write `{angle: 0, stops: [[0, scrim, 90], [66, scrim, 0]]}`"
            )
            return SCRIM, 0
        return fill, angle

    def master(self, node: Node | None, owner: Node) -> Master | None:
        """The slide master's title and body."""
        keys = self.values.keys(node, ("title", "body"), "master")
        pen = self.pen(tuple(self.grounds)[:1])
        specs = {role: pen.placeholder(role, keys[role]) for role in ("title", "body") if role in keys}
        title, body = specs.get("title"), specs.get("body")
        if title is None or body is None:
            if len(specs) < 2:
                self.values.wrong(node or owner, "a master has a title and a body")
            return None
        return Master(title, body, body.levels)

    def chrome(self, node: Node | None, owner: Node) -> Chrome | None:
        """Slide number, footer and date."""
        roles = {"number": "slide-number", "footer": "footer", "date": "date"}
        keys = self.values.keys(node, roles, "chrome")
        pen = self.pen(tuple(self.grounds))
        specs = {key: pen.placeholder(roles[key], keys[key]) for key in roles if key in keys}
        number, footer, date = (specs.get(key) for key in roles)
        if number is None or footer is None or date is None:
            if len(specs) < 3:
                self.values.wrong(node or owner, "chrome has number, footer and date")
            return None
        return Chrome(number, footer, date)
