"""Shapes and placeholders of looks, from theme.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, cast

from ..records import dataclass
from ..source.nodes import Map, Node, Scalar, Seq
from ..units import Box, inches, points
from .chart_reader import read_chart
from .records import ALWAYS, Level, Pitch, PlaceholderSpec, ShapeSpec, TextSpec, TypeStyle, When
from .repeat_reader import read_repeat
from .roles import ROLES
from .shared import Shared
from .type_reader import read_style
from .values import Values, merge
from .zone import HIGH, WIDE, Move

TEXT_KEYS = (
    "slot", "style", "color", "align", "anchor", "stop", "lead-style", "lead-color", "text-color", "tab", "pitches", "maximum",
    "hang-mark", "hang-text", "even-rows", "mark-color", "shorten", "strong", "spare", "sizes", "suffix", "suffix-scale", "literal", "label",
)  # fmt: skip
PLACEHOLDER_KEYS = (
    *TEXT_KEYS, "box", "when", "move", "geometry", "radius", "behind", "below", "below-gap", "bullet", "name", "prompt", "chart", "push",
)  # fmt: skip
TABLE_KEYS = ("box", "when", "table", "name", "prompt", "below", "below-gap")
SHAPE_KEYS = (
    "name", "shape", "box", "fill", "alpha", "line", "radius", "path", "text", "slot", "when", "repeat", "behind", "fixed", "link",
    "fills", "text-colors", "shapes", "hug", "hug-height",
)  # fmt: skip
PRESETS = {
    "rect", "roundRect", "ellipse", "triangle", "rtTriangle", "diamond", "parallelogram", "trapezoid", "pentagon", "hexagon", "chevron",
    "homePlate", "rightArrow", "leftArrow", "upArrow", "downArrow", "arc", "donut", "pie", "blockArc", "wedgeRectCallout",
    "wedgeRoundRectCallout", "star5", "plus", "teardrop", "round2SameRect", "snip1Rect", "frame", "line", "text", "picture", "path",
}  # fmt: skip
ROUND = {"ellipse", "donut", "pie", "arc", "blockArc", "star5", "teardrop", "plus"}
TEXTS = ("", "text")  # placeholders and text boxes; within other shapes a text stands by its anchor
PICTURES = {"picture", "logo"}
WITHOUT_TEXT = PICTURES | {"chart"}
BODIES = {"body", "body-2", "body-3", "body-4"}
DEPTH = 9


@dataclass(frozen=True, slots=True)
class Pen:
    """What shapes are read with: values, the scale of styles, the roles that exist on each ground of the look."""

    values: Values
    styles: Mapping[str, TypeStyle]
    roles: Mapping[str, frozenset[str]]
    shared: Shared
    title: PlaceholderSpec | None = None  # stands for the title of the theme that a look comes from

    def _box(self, node: Node | None, owner: Node, kind: str = "", text: TextSpec | None = None) -> Box:
        box = self.values.box(node, owner, line=kind == "line")
        if text is not None and kind in TEXTS:
            box = self.shared.settled(box, text)
        move = self._move(node)
        if move is None:
            return box
        least = points(text.style.leading + 1) if text is not None else 0
        return move.box(box, round_=kind in ROUND, least=least)

    def _move(self, node: Node | None) -> Move | None:
        return self.shared.moves.get(node.span.file) if node is not None else None

    def offset(self, node: Node | None) -> tuple[int, int]:
        pair, move = self.values.point(node), self._move(node)
        return move.offset(pair) if move is not None else pair

    def _offset_of(self, node: Node | None) -> int:
        width, move = self.values.length(node, low=0), self._move(node)
        return move.offset((width, 0))[0] if move is not None else width

    def _masters_title(self, node: Node | None) -> Box | None:
        """The title's box in this theme, if `node` is that of the master's title in the theme that it comes from."""
        move = self._move(node)
        if node is None or move is None or self.values.box(node, node) != move.source.title:
            return None
        return move.target.title

    def color(self, node: Node | None, default: str = "") -> str:
        """A colour role that exists on all of the look's grounds."""
        if node is None:
            return default
        role = self.values.text(node, default)
        for ground, known in self.roles.items():
            if role not in known:
                self.values.unknown(
                    "unknown-color", f"the ground {ground!r} has no colour {role!r}", role, known, node.span
                )
                return default
        return role

    def style(self, node: Node | None) -> TypeStyle | None:
        """A style; None if there is none or after a finding."""
        return read_style(self.values, node, self.styles) if node is not None else None

    def when(self, node: Node | None) -> When:
        """Conditions."""
        if node is None:
            return ALWAYS
        v = self.values
        keys = v.keys(
            node,
            (
                "slot",
                "without",
                "count",
                "rows",
                "current",
                "done",
                "first",
                "last",
                "before-current",
                "grounds",
            ),
            "when",
        )
        flags = {
            k: v.flag(keys[k]) if k in keys else None
            for k in ("current", "done", "first", "last", "before-current")
        }
        return When(
            slot=v.texts(keys.get("slot")), without=v.texts(keys.get("without")), count=self._count(keys.get("count")), rows=self._count(keys.get("rows")),
            current=flags["current"], done=flags["done"], first=flags["first"], last=flags["last"], before_current=flags["before-current"],
            grounds=v.texts(keys.get("grounds")),
        )  # fmt: skip

    def _count(self, node: Node | None) -> tuple[int, int] | None:
        if node is None:
            return None
        low, dash, high = self.values.text(node).partition("-")
        if low.isdecimal() and len(low) < 4 and (high.isdecimal() and len(high) < 4 if dash else not high):
            return int(low), int(high or low)
        self.values.wrong(node, "this should be a count or a range of counts", "write `count: 3-6`")
        return None

    def text(self, node: Node, keys: Mapping[str, Node], slot: str) -> TextSpec | None:
        """How a text is set; None after a finding."""
        v = self.values
        style = self.style(keys.get("style"))
        if style is None:
            if "style" not in keys:
                v.wrong(node, "a text needs a style", "write `style: body`, or [size, leading] in points")
            return None
        sizes = []
        for item in v.items(keys.get("sizes"), "sizes"):
            pair = v.numbers(item, 2, 1, 1000)
            if pair:
                sizes.append((int(pair[0]), int(pair[1])))
        pitches = [
            Pitch(v.whole(Scalar(count, value.span), 1, 1, 99), v.length(value))
            for count, value in v.entries(keys.get("pitches"), "pitches").items()
        ]
        return TextSpec(
            slot=v.text(keys.get("slot"), slot),
            style=style,
            color=self.color(keys.get("color"), "text"),
            align=cast(
                Literal["left", "center", "right"],
                v.choice(keys.get("align"), ("left", "center", "right"), "left"),
            ),
            anchor=cast(
                Literal["top", "middle", "bottom"],
                v.choice(keys.get("anchor"), ("top", "middle", "bottom"), "top"),
            ),
            stop=self.color(keys.get("stop")),
            lead=self.style(keys.get("lead-style")),
            lead_color=self.color(keys.get("lead-color")),
            text_color=self.color(keys.get("text-color")),
            tab=self._offset_of(keys.get("tab")),
            pitches=tuple(sorted(pitches, key=lambda p: p.count)),
            maximum=v.whole(keys.get("maximum"), 0, 0, 99),
            hang=points(style.size) if v.flag(keys.get("hang-mark")) else 0,
            strong=self.color(keys.get("strong")),
            spare=v.point(keys.get("spare")),
            sizes=tuple(sorted(sizes)),
            suffix=v.text(keys.get("suffix")),
            suffix_scale=v.number(keys.get("suffix-scale"), 0.46, 0.1, 1),
            beside=v.flag(keys.get("hang-text")),
            even=v.flag(keys.get("even-rows")),
            shorten=v.flag(keys.get("shorten")),
            mark_color=self.color(keys.get("mark-color")),
            literal=v.text(keys.get("literal")),
            label=self._label(keys.get("label")),
        )

    def _label(self, node: Node | None) -> str:
        """The name of a label that the theme has words for."""
        if node is None:
            return ""
        name = self.values.text(node)
        if name not in self.shared.labels:
            self.values.unknown(
                "unknown-label", f"the theme has no label {name!r}", name, self.shared.labels, node.span
            )
        return name

    def placeholder(self, role: str, node: Node) -> PlaceholderSpec | None:
        """A placeholder of `role`; None after a finding."""
        v = self.values
        if not isinstance(node, Map):
            v.wrong(node, f"the placeholder {role!r} is a map or a list of maps")
            return None
        tabular = ROLES[role].type == "tbl"
        keys = v.keys(node, TABLE_KEYS if tabular else PLACEHOLDER_KEYS, f"the placeholder {role!r}")
        known = ROLES[role]
        text = None if role in WITHOUT_TEXT or tabular else self.text(node, keys, role)
        box = self._box(keys.get("box"), node, "" if tabular else v.text(keys.get("geometry")), text)
        if role == "title" and (own := self._masters_title(keys.get("box"))) is not None:
            box = own
            if self.title is not None:
                box, text = self.title.box, self.title.text
        if box.right <= 0 or box.bottom <= 0 or box.x >= WIDE or box.y >= HIGH:
            v.wrong(keys.get("box", node), f"the placeholder {role!r} lies outside of the slide")
        table = self.shared.tables.read(keys.get("table"), node, tuple(self.roles)) if tabular else None
        if text is None and table is None and role not in WITHOUT_TEXT:
            return None
        chart = read_chart(self, self.shared.charts, keys.get("chart"), node) if role == "chart" else None
        if "chart" in keys and role != "chart":
            v.wrong(keys["chart"], f"the placeholder {role!r} has no chart")
        if role == "chart" and chart is None:
            return None
        below = v.text(keys.get("below"))
        if below and below not in ROLES:
            v.unknown("unknown-role", f"there is no role {below!r}", below, ROLES, keys["below"].span)
        return PlaceholderSpec(
            role=role, type=known.type, idx=known.idx, name=v.text(keys.get("name"), known.name),
            prompt=v.text(keys.get("prompt"), known.prompt), box=box, text=text,
            levels=self.levels(text, keys.get("bullet")) if role in BODIES and text is not None else (),
            when=self.when(keys.get("when")), move=self.offset(keys.get("move")),
            geometry=v.choice(keys.get("geometry"), ("rect", "roundRect", "ellipse"), "rect"),
            radius=points(v.number(keys.get("radius"), 0, 0, 500)), behind=v.flag(keys.get("behind")), below=below,
            below_gap=v.length(keys.get("below-gap")), table=table, chart=chart, push=v.flag(keys.get("push")),
        )  # fmt: skip

    def levels(self, text: TextSpec, node: Node | None) -> tuple[Level, ...]:
        """Nine levels: the first as described, each further one 4 pt smaller (least 12) and one step to the right."""
        v = self.values
        keys = v.keys(node, ("char", "color", "size", "indent", "sub", "step"), "bullet")
        indent = v.length(keys.get("indent"), low=0)
        step = v.length(keys.get("step"), 0.4, low=0)
        color = self.color(keys.get("color"), text.color)
        size = v.whole(keys.get("size"), 100, 25, 400)
        levels = [Level(text.style, text.color, v.text(keys.get("char")), color, size, indent, indent)]
        for depth in range(1, DEPTH):
            own = max(12, text.style.size - 4 * depth)
            style = TypeStyle(
                own,
                text.style.ratio * own,
                font=text.style.font,
                italic=text.style.italic,
                tracking=text.style.tracking,
            )
            marker = v.text(keys.get("sub"), "–")
            levels.append(
                Level(
                    style,
                    text.color,
                    marker,
                    color,
                    100,
                    indent + step * depth,
                    min(step, inches(0.3)),
                    before=6.0,
                )
            )
        return tuple(levels)

    def shapes(self, nodes: tuple[Node, ...], over: Mapping[str, Node] | None = None) -> Iterator[ShapeSpec]:
        """Shapes; a group hands its `repeat`, `when` and `behind` to its members."""
        for node in nodes:
            keys = self.values.keys(node, SHAPE_KEYS, "a shape")
            if not keys:
                continue
            if over:
                both = {k: merge(over[k], keys[k]) for k in over if k in keys and k == "when"}
                keys = {**over, **keys, **both}
            if "shapes" in keys:
                odd = [k for k in keys if k not in ("shapes", "repeat", "when", "behind", "link")]
                if odd:
                    self.values.wrong(
                        keys[odd[0]], f"a group of shapes has no {odd[0]!r}", "give it to the shapes in it"
                    )
                handed: dict[str, Node] = {
                    k: keys[k] for k in ("repeat", "when", "behind", "link") if k in keys
                }
                yield from self.shapes(self.values.items(keys["shapes"], "shapes"), handed)
            else:
                shape = self._shape(node, keys)
                if shape is not None:
                    yield shape

    def _shape(self, node: Node, keys: Mapping[str, Node]) -> ShapeSpec | None:
        v = self.values
        kind = v.choice(keys.get("shape"), PRESETS, "rect")
        name = v.text(keys.get("name"))
        if not name:
            v.wrong(node, "a shape needs a name", "write `name: rule`")
        fill, angle = self.fill(keys.get("fill"))
        line = v.keys(keys.get("line"), ("color", "width", "head", "tail"), "line")
        text = None
        if "text" in keys:
            inner = v.keys(keys["text"], TEXT_KEYS, "text")
            given = [key for key in ("slot", "literal", "label") if key in inner]
            if len(given) != 1:
                v.wrong(
                    keys["text"], "a shape's text has one of slot, literal and label", "write `slot: number`"
                )
            text = self.text(keys["text"], inner, "title")
        elif kind == "text":
            v.wrong(node, "a text box needs a text", "write `text: {slot: label, style: label}`")
            return None
        box = self._box(keys.get("box"), node, kind, text)
        path = self._path(keys.get("path"))
        if path and (raw := v.box(keys.get("box"), node)) != box and raw.w and raw.h:
            scales = (box.w / raw.w, box.h / raw.h)
            path = tuple(
                (step[0], *(round(int(p) * scales[i % 2]) for i, p in enumerate(step[1:]))) for step in path
            )
        if (kind == "path") != bool(path):
            v.wrong(node, "`shape: path` and `path:` go together")
        return ShapeSpec(
            name=name, shape=kind, box=box, fill=fill, angle=angle,
            fill_alpha=round(v.number(keys.get("alpha"), 100, 0, 100) * 1000),
            line=self.color(line.get("color"), "text" if line else ""), width=points(v.number(line.get("width"), 1 if line else 0, 0, 100)),
            head=v.flag(line.get("head")), tail=v.flag(line.get("tail")), radius=points(v.number(keys.get("radius"), 0, 0, 500)),
            path=path, text=text, slot=v.text(keys.get("slot")), when=self.when(keys.get("when")), repeat=read_repeat(self, keys.get("repeat")),
            behind=v.flag(keys.get("behind")), fixed=v.choice(keys.get("fixed"), ("", "to"), ""), link=v.text(keys.get("link")),
            fills=tuple(self.color(n) for n in v.items(keys.get("fills"), "fills")),
            text_colors=tuple(self.color(n) for n in v.items(keys.get("text-colors"), "text-colors")), hug=self.role(keys.get("hug")), hug_height=v.flag(keys.get("hug-height")),
        )  # fmt: skip

    def fill(self, node: Node | None) -> tuple[Any, int]:
        """A colour role, or a gradient's stops and its angle; None without one or after a finding."""
        if node is None or isinstance(node, Scalar):
            return (self.color(node) or None, 5_400_000)
        v = self.values
        keys = v.keys(node, ("angle", "stops"), "a gradient")
        stops = []
        for item in v.items(keys.get("stops"), "stops"):
            if not (isinstance(item, Seq) and len(item.items) in (2, 3)):
                v.wrong(item, "a stop is [position, colour, opacity], in percent")
                continue
            at = v.number(item.items[0], 0, 0, 100)
            alpha = v.number(item.items[2], 100, 0, 100) if len(item.items) == 3 else 100.0
            stops.append((round(at * 1000), self.color(item.items[1], "text"), round(alpha * 1000)))
        if len(stops) < 2:
            v.wrong(node, "a gradient has two stops or more")
            return None, 5_400_000
        return tuple(stops), round(v.number(keys.get("angle"), 90, 0, 359) * 60_000)

    def _path(self, node: Node | None) -> tuple[tuple[str | int, ...], ...]:
        v = self.values
        counts = {"M": 2, "L": 2, "C": 6, "Z": 0}
        path: list[tuple[str | int, ...]] = []
        for item in v.items(node, "a path"):
            parts = item.items if isinstance(item, Seq) else ()
            command = v.choice(parts[0], counts, "") if parts else ""
            if not command or len(parts) != counts[command] + 1:
                v.wrong(item, "a path's command is [M, x, y], [L, x, y], [C, six numbers] or [Z]")
                continue
            path.append((command, *(v.length(p) for p in parts[1:])))
        return tuple(path)

    def role(self, node: Node | None) -> str:
        """The role of a placeholder; "" without one or after a finding."""
        role = self.values.text(node) if node is not None else ""
        if role and role not in ROLES:
            assert node is not None
            self.values.unknown("unknown-role", f"there is no role {role!r}", role, ROLES, node.span)
            return ""
        return role
