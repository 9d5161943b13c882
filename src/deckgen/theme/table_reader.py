"""`table:` of theme.yaml, for the whole theme and over it for one look: what is in each part of a table, rules, heights, insets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..records import dataclass
from ..source.nodes import Map, Node, Seq
from ..units import points
from .colors import contrast, resolve
from .records import Ground, TypeStyle
from .table_records import CellStyle, Rule, TableSpec
from .type_reader import read_style
from .values import Values, merge

TABLE_KEYS = (
    "head",
    "body",
    "first",
    "highlight",
    "total",
    "rules",
    "pitch",
    "maximum",
    "insets",
    "bleed",
    "band",
)
CELL_KEYS = ("style", "color", "fill")
HEAD_KEYS = (*CELL_KEYS, "height", "anchor")
RULE_KEYS = ("head", "row", "column", "outer", "last", "total")
HIGHEST = 200.0  # points
TEXT_LEAST, LARGE_LEAST, LARGE = 4.5, 3.0, 24

Role = Callable[[Node | None, str], str]


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads tables against a theme's grounds, slots and styles; `node` is the theme's own `table:`."""

    values: Values
    grounds: Mapping[str, Ground]
    slots: Mapping[str, str]
    styles: Mapping[str, TypeStyle]
    node: Node | None

    def read(self, own: Node | None, owner: Node, grounds: tuple[str, ...] = ()) -> TableSpec | None:
        """The theme's table with `own` laid over it, on `grounds` (all, if none is named); None after a finding."""
        whole = self.node if own is None else own if self.node is None else merge(self.node, own)
        if whole is None or not isinstance(whole, Map):
            self.values.wrong(
                whole or owner, "a table needs `table:`, a map", "write `table: {body: {style: body}}`"
            )
            return None
        where = grounds or tuple(self.grounds)
        spec = self._spec(whole, self._role(where))
        if spec is not None:
            self._legible(spec, where, whole)
        return spec

    def _role(self, grounds: tuple[str, ...]) -> Role:
        def role(node: Node | None, default: str) -> str:
            if node is None:
                return default
            word = self.values.text(node, default)
            for name in grounds:
                known = self.grounds[name].roles
                if word not in known:
                    self.values.unknown(
                        "unknown-color", f"the ground {name!r} has no colour {word!r}", word, known, node.span
                    )
                    return default
            return word

        return role

    def _spec(self, node: Map, role: Role) -> TableSpec | None:
        v = self.values
        keys = v.keys(node, TABLE_KEYS, "table")
        body = self._cell(keys.get("body"), role, None)
        if body is None:
            if "body" not in keys:
                v.wrong(node, "a table needs a body", "write `body: {style: row, color: text}`")
            return None
        head_keys = v.keys(keys.get("head"), HEAD_KEYS, "head")
        cells = {
            part: self._cell(keys.get(part), role, body) if part in keys else None
            for part in ("first", "highlight", "total")
        }
        head = self._cell(keys.get("head"), role, body, HEAD_KEYS) or body
        rules = v.keys(keys.get("rules"), RULE_KEYS, "rules")
        rule = {name: self._rule(rules.get(name), role) for name in RULE_KEYS}
        pitch = self._points(keys.get("pitch"), "pitch")
        insets = self._points(keys.get("insets"), "insets")
        return TableSpec(
            head=head, body=body, first=cells["first"], mark=cells["highlight"], total=cells["total"],
            head_height=points(v.number(head_keys.get("height"), 0, 0, HIGHEST)),
            head_anchor=v.choice(head_keys.get("anchor"), ("top", "middle", "bottom"), "bottom"),
            pitch=pitch[0], dense=pitch[-1], maximum=v.whole(keys.get("maximum"), 0, 0, 99),
            inset=insets[0], margin=insets[-1], bleed=points(v.number(keys.get("bleed"), 0, 0, 100)),
            under_head=rule["head"], over_total=rule["total"], row=rule["row"], column=rule["column"], outer=rule["outer"],
            last=rule["last"], band=role(keys.get("band"), ""),
        )  # fmt: skip

    def _cell(
        self, node: Node | None, role: Role, base: CellStyle | None, known: tuple[str, ...] = CELL_KEYS
    ) -> CellStyle | None:
        """A part's type, colour and fill; what it doesn't say is the body's."""
        v = self.values
        keys = v.keys(node, known, "a part of a table")
        style = base.style if base else None
        if "style" in keys:
            style = read_style(v, keys["style"], self.styles)
            if style is not None and style.font != "body":
                v.wrong(
                    keys["style"],
                    "tables are set in the body font",
                    "take a style without `font: heading`",
                )
        if style is None:
            if node is not None and "style" not in keys:
                v.wrong(
                    node,
                    "the body of a table needs a style",
                    "write `style: row`, or [size, leading] in points",
                )
            return None
        color = role(keys.get("color"), base.color if base else "text")
        return CellStyle(replace(style, font="body"), color, role(keys.get("fill"), ""))

    def _rule(self, node: Node | None, role: Role) -> Rule:
        keys = self.values.keys(node, ("color", "width"), "a rule")
        if not keys:
            return Rule()
        return Rule(
            role(keys.get("color"), "text"), points(self.values.number(keys.get("width"), 1, 0.25, 12))
        )

    def _points(self, node: Node | None, what: str) -> tuple[int, int]:
        """One length or two, in points, as EMU."""
        v = self.values
        if node is None:
            return (0, 0)
        if isinstance(node, Seq):
            pair = v.numbers(node, 2, 0, HIGHEST)
            return (points(pair[0]), points(pair[1])) if pair else (0, 0)
        one = points(v.number(node, 0, 0, HIGHEST))
        return (one, one)

    def _legible(self, spec: TableSpec, grounds: tuple[str, ...], node: Node) -> None:
        """Texts on the fills of their cells: 4.5 to 1, from 24 pt 3 to 1."""
        inks = [c for c in (spec.body, spec.first, spec.total) if c is not None]
        pairs = [(c, c.fill) for c in (spec.head, *inks) if c.fill]
        if spec.mark is not None:
            own = [spec.mark] if spec.mark.color != spec.body.color else []
            pairs += [(c, spec.mark.fill) for c in (*inks, *own) if spec.mark.fill]
        pairs += [(c, spec.band) for c in inks if spec.band]
        for name in grounds:
            ground = self.grounds[name]
            for cell, fill in pairs:
                ratio = contrast(
                    resolve(ground.roles[fill], ground, self.slots),
                    resolve(ground.roles[cell.color], ground, self.slots),
                )
                least = LARGE_LEAST if min(cell.style.ladder or (cell.style.size,)) >= LARGE else TEXT_LEAST
                if ratio < least:
                    self.values.findings.error(
                        "theme-contrast", f"table: {cell.color} on {fill} has a contrast of {ratio:.2f} on {name}, it needs {least:g}",
                        self.values.place_of(name, (fill, cell.color), node), "take another colour role for one of both",
                    )  # fmt: skip
