"""Grounds: a theme's colour tokens become the colour scheme's twelve slots and, on each ground, roles as scheme colours."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import cast

from ..findings import Span
from ..patterns import pattern
from ..source.nodes import Map, Node, Scalar, Seq
from .client import READ, RECIPE_KEYS, WORDS, Client, Recipe, client_of, reach
from .colors import WHITE, apply, contrast, difference, is_hex, resolve, to_hex, to_rgb
from .paint import Color, Fill, Gradient
from .records import Ground, GroundName
from .series import APART, told_apart
from .solve import WORST, solve
from .values import Values

NAMES: tuple[GroundName, ...] = ("light", "dark", "accent")
REQUIRED = ("text", "muted", "surface", "line", "soft", "primary", "on-primary", "accent-text")
ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
STANDS_OUT = (
    1.8  # contrast of a chart's derived series to its ground; an outline carries the rest (`theme.series`)
)
SHADES = (
    (),
    *((("lumMod", 100_000 - lighter), ("lumOff", lighter)) for lighter in (20_000, 40_000, 60_000, 80_000)),
    *((("lumMod", darker),) for darker in (75_000, 50_000, 25_000)),
)

_LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
_ROLE = pattern(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
KNOWN = (
    *REQUIRED,
    "dot",
    "on-primary-large",
    "tint",
    "node",
    "on-node",
    "bar",
    "code",
    "plate",
    "on-plate",
    "scrim",
    "on-scrim",
)
"""The roles that themes draw with; a theme may have others of its own."""
_FROM = {
    "dot": "text",
    "on-primary-large": "on-primary",
    "tint": "soft",
    "node": "soft",
    "on-node": "text",
    "code": "soft",
}


def hex_of(values: Values, node: Node) -> str:
    """A colour "#RRGGBB"; black after a finding."""
    text = node.text if isinstance(node, Scalar) else ""
    if not is_hex(text):
        values.wrong(node, 'this should be a colour like "#0B1240"', "write six hex digits, in quotes")
        return "#000000"
    return to_hex(*(c / 255 for c in to_rgb(text)))


def _client_of(values: Values, entries: Mapping[str, Node]) -> Client | None:
    """The colour that others derive from; the light ground's text is the ink on it."""
    if "client" not in entries:
        return None
    light = entries.get("light")
    ink = light.get("text") if isinstance(light, Map) else None
    if isinstance(ink, Map):
        ink = ink.get("own")
    return client_of(hex_of(values, entries["client"]), hex_of(values, ink) if ink is not None else "#000000")


def takes_client(node: Node) -> bool:
    """Whether any colour of a theme's `colors:` says what a client's makes of it."""
    if isinstance(node, Map):
        return node.get("own") is not None or any(takes_client(e.value) for e in node.entries)
    return isinstance(node, Seq) and any(takes_client(item) for item in node.items)


def _recipe(values: Values, node: Map) -> Recipe:
    keys = values.keys(node, RECIPE_KEYS, "a colour")
    if "own" not in keys:
        values.wrong(
            node, "a colour that derives from a client's has one of its own too", 'write `own: "#12433A"`'
        )
        return Recipe("#000000")

    def share(key: str) -> float | None:
        return values.number(keys[key], 0, 0, 1) if key in keys else None

    near = None
    if "near" in keys:
        parts = values.items(keys["near"], "near")
        if len(parts) == 3:
            near = (
                values.number(parts[0], 0, 0, 360),
                values.number(parts[1], 0, 0, 180),
                hex_of(values, parts[2]),
            )
        else:
            values.wrong(
                keys["near"], "`near` is [hue, degrees, colour]", 'write `near: [75, 40, "#4D6670"]`'
            )
    return Recipe(
        hex_of(values, keys["own"]), share("lightness"), share("lightness-most"), share("chroma"),
        1.0 if "mix" not in keys else values.number(keys["mix"], 1, 0, 1), near,
    )  # fmt: skip


class Tokens:
    """What `colors:` says of one ground: `fill` (one colour or a gradient's two or more), `flat`, `accents`, `roles`.

    Where the theme has a client's colour, words stand for what is derived from it (`theme.client`).  `colors` is the place of the theme's
    own `colors:`; what it inherits stands in another file.
    """

    def __init__(
        self, values: Values, name: str, node: Node, colors: Span, client: Client | None = None
    ) -> None:
        self.name, self.colors = name, colors
        self._client, self._ground, self._text = client, WHITE, "#000000"
        entries = values.entries(node, f"the ground {name!r}")
        ground = entries.pop("ground", None)
        commented = values.commented(node)
        if ground is None:
            if not commented:
                values.wrong(node, f"the ground {name!r} has no `ground` colour", 'write `ground: "#FFFFFF"`')
            self.fill: tuple[str, ...] = (WHITE,)
        elif isinstance(ground, Seq) and len(ground.items) >= 2:
            self.fill = tuple(self.hex(values, item) for item in ground.items)
        else:
            self.fill = (self.hex(values, ground),)
        flat = entries.pop("flat", None)
        self.flat = self.hex(values, flat) if flat is not None else ""
        self._ground = self.flat or self.fill[-1]
        if "text" in entries:
            self._text = self.hex(values, entries["text"])
        self.angle = round(values.number(entries.pop("angle", None), 90.0, 0, 359) * 60_000)
        accents = entries.pop("accents", None)
        self.accents = tuple(self.hex(values, item) for item in values.items(accents, "accents"))
        if accents is not None and len(self.accents) != 6:
            count = len(self.accents)
            fix = (
                f"write {6 - count} more, for the last series of charts"
                if count < 6
                else "take the last ones out"
            )
            values.wrong(accents, f"a ground has 6 accents, this one has {count}", fix)
        self.roles: dict[str, str] = {}
        self.places: dict[str, Node] = {"ground": ground or node}
        for role, value in entries.items():
            if not _ROLE.match(role) or role in ACCENTS:
                fix = (
                    "write `accents:` with six colours"
                    if role in ACCENTS
                    else "write lower case words with `-`"
                )
                values.wrong(value, f"{role!r} can't be the name of a colour role", fix)
                continue
            near = difflib.get_close_matches(role, KNOWN, n=1, cutoff=0.85)
            if role not in KNOWN and near:  # a slip of the pen, rather than a role of the theme's own
                values.unknown("unknown-color", f"there is no colour role {role!r}", role, KNOWN, value.span)
                continue
            self.roles[role] = self.hex(values, value, self.under(role))
            self.places[role] = value
        missing = [role for role in REQUIRED if role not in self.roles]
        for role in missing if not commented else ():
            values.findings.error(
                "missing-role",
                f"the ground {name!r} has no colour {role!r}",
                node.span,
                f'add `{role}: "#..."`',
            )
            self.roles[role] = "#000000"
        self.sound = not missing
        for role, source in _FROM.items():
            self.take(role, self.roles[source], self.places.get(source))
        self.roles.setdefault("plate", WHITE)
        self.roles.setdefault("on-scrim", WHITE)
        self.roles["ground"] = self.flat or self.fill[-1]

    @property
    def derives(self) -> bool:
        """Whether the theme has a client's colour, from which others are made."""
        return self._client is not None

    def reading(self, role: str, least: float) -> str:
        """The client's colour as text with that contrast, where `role` is it; else "" (see `_ground`)."""
        node = self.places.get(role)
        if self._client is None or not isinstance(node, Scalar) or node.text != "client-text":
            return ""
        return reach(self._client.color, self.under(role), least)

    def under(self, role: str) -> str:
        """What a role stands on: words called `surface-...` on the surface, all others on the ground."""
        return self.roles.get("surface", self._ground) if role.startswith("surface-") else self._ground

    def hex(self, values: Values, node: Node, under: str = "") -> str:
        """A colour, or the one that a word for a client's means on this ground, or a client's makes of the theme's."""
        if isinstance(node, Map):
            return _recipe(values, node).made(self._client, self._ground)
        if self._client is not None and isinstance(node, Scalar) and node.text in WORDS:
            return self._client.on_ground(node.text, under or self._ground, self._text)
        return hex_of(values, node)

    def take(self, role: str, color: str, place: Node | None) -> None:
        """The colour of a role that isn't given, and the place of what it is taken from."""
        if role not in self.roles:
            self.roles[role] = color
            if place is not None:
                self.places[role] = place

    def place(self, *roles: str) -> Span:
        """Where what is wrong with `roles` can be put right: the first of them that the theme itself gives, else its `colors:`."""
        spans = [self.places[role].span for role in roles if role in self.places]
        own = [span for span in spans if span.file == self.colors.file]
        return (own or [self.colors])[0]

    def advice(self, role: str, what: str) -> str:
        """`what` to do about the colour of `role`; where it is inherited, also where to write it."""
        place = self.places.get(role)
        if place is None or place.span.file == self.colors.file:
            return what
        return f'{what}: write `{self.name}: {{{role}: "#..."}}` in `colors`'


def read_colors(values: Values, node: Node) -> tuple[dict[str, str], dict[str, Ground]]:
    """The scheme's slots ("dk1" ... -> "RRGGBB") and the grounds; contrasts that fall short are findings."""
    entries = values.keys(node, (*NAMES, "visited", "client"), "colors")
    before = len(values.findings.found)
    client = _client_of(values, entries)
    tokens = {
        name: Tokens(values, name, entries[name], node.span, client) for name in NAMES if name in entries
    }
    if "light" not in tokens:
        values.wrong(node, "colors need a `light` ground")
        return {}, {}
    light = tokens["light"]
    if client is not None and len(light.accents) == 6:
        light.accents = told_apart(light.accents)
    dark = tokens.get("dark", light)
    if len(light.accents) != 6:
        given = dict(values.entries(entries["light"], "light"))
        if "accents" not in given and not values.commented(entries["light"]):
            values.wrong(entries["light"], "the light ground needs `accents`, six colours in chart order")
        return {}, {}
    for name, token in tokens.items():
        values.colors.update(
            ((name, r), p.span) for r, p in token.places.items() if p.span.file == values.file
        )
        for role, default in (("scrim", light.roles["text"]), ("on-plate", light.roles["text"])):
            token.take(role, default, light.places.get("text"))
    full = {
        "dk1": light.roles["text"], "lt1": light.roles["surface"], "dk2": light.roles["muted"],
        "lt2": dark.roles["muted"] if dark is not light else light.roles["soft"],
        **dict(zip(ACCENTS, light.accents, strict=True)),
        "hlink": light.roles["accent-text"],
        "folHlink": dark.hex(values, entries["visited"]) if "visited" in entries else dark.fill[-1],
    }  # fmt: skip
    slots = {name: value[1:] for name, value in full.items()}
    grounds: dict[str, Ground] = {}
    if len(values.findings.found) == before and all(t.sound for t in tokens.values()):
        grounds = {name: _ground(values, name, t, slots) for name, t in tokens.items()}
    return slots, grounds


def _ground(values: Values, name: GroundName, tokens: Tokens, slots: Mapping[str, str]) -> Ground:
    color_map = _map(tokens, slots)
    stood = _stood(tokens.fill, color_map, slots)
    roles: dict[str, Color] = {}
    derived: dict[str, Color] = {}
    accents = tokens.accents or _series(tokens, slots)
    if name != "light" and (tokens.derives or not tokens.accents):
        bare = Ground(name, None, color_map, {}, {}, ())

        def said(color: str) -> str:
            return resolve(solve(color, color_map, slots)[0], bare, slots)

        accents = told_apart(accents, said)
        derived = {role: solve(c, color_map, slots)[0] for role, c in zip(ACCENTS, accents, strict=False)}
        accents = tuple(map(said, accents))  # which shade it is doesn't matter
    hexes = {**tokens.roles, **dict(zip(ACCENTS, accents, strict=False))}
    for role, token in hexes.items():
        if role in derived:
            roles[role] = derived[role]
            continue
        color, distance = solve(token, color_map, slots)
        # what a scheme can say is a shade off, which may cost the contrast just reached
        under = tokens.under(role)
        behind = stood if under in tokens.fill else _stood((under,), color_map, slots)
        for tenth in range(1, 16):
            shown = apply(slots[color_map[color.slot]], color.mods)
            if min(contrast(shown, stop) for stop in behind) >= READ or not tokens.reading(role, READ):
                break
            color, distance = solve(tokens.reading(role, READ + tenth / 10), color_map, slots)
        # which shade of the client's colour is read doesn't matter
        if distance > WORST and not tokens.reading(role, READ):
            values.findings.error(
                "color-unsolved", f"{role} {token} on {name} is {distance:.1f} (dE2000) from all that the colour scheme can say",
                tokens.place(role, "ground"), tokens.advice(role, "take a colour nearer to one of the accents, texts or grounds"),
            )  # fmt: skip
        roles[role] = color
    stops = []
    for token in tokens.fill:
        color, distance = solve(token, color_map, slots)
        if distance > WORST:
            values.findings.error(
                "color-unsolved", f"the ground {token} of {name} is {distance:.1f} (dE2000) from all that the colour scheme can say",
                tokens.place("ground"), tokens.advice("ground", "take a colour nearer to one of the accents or texts"),
            )  # fmt: skip
        stops.append(color)
    fill: Fill = stops[0]
    if len(stops) > 1:
        fill = Gradient(
            tuple((round(100_000 * i / (len(stops) - 1)), c) for i, c in enumerate(stops)), tokens.angle
        )
    ground = Ground(name, fill, color_map, roles, hexes, tokens.fill)
    _contrasts(values, ground, tokens, slots)
    return ground


def _series(tokens: Tokens, slots: Mapping[str, str]) -> tuple[str, ...]:
    """The chart colours of a ground that names none: its primary, then the light ground's, lighter or darker where they don't stand out."""
    chosen = [tokens.roles["primary"]]
    for name in ACCENTS[1:]:
        ways = [apply(slots[name], mods) for mods in SHADES]
        clear = [c for c in ways if all(contrast(c, stop) >= STANDS_OUT for stop in tokens.fill)] or [
            tokens.roles["text"]
        ]
        chosen.append(
            next((c for c in clear if all(difference(c, old) >= APART for old in chosen)), clear[0])
        )
    return tuple(chosen)


def _stood(fill: Sequence[str], color_map: Mapping[str, str], slots: Mapping[str, str]) -> list[str]:
    """A fill's colours, as the theme has them and as the scheme says them, which is a shade off."""
    bare = Ground("", None, color_map, {}, {}, ())
    return [*fill, *(resolve(solve(token, color_map, slots)[0], bare, slots) for token in fill)]


def _map(tokens: Tokens, slots: Mapping[str, str]) -> dict[str, str]:
    """The ground's p:clrMap: the text slot nearest to its text, links in a colour that can be read on it."""
    text = tokens.roles["text"]
    light_text = difference(text, "#" + slots["lt1"]) < difference(text, "#" + slots["dk1"])
    color_map = {**(_DARK if light_text else _LIGHT), **{a: a for a in ACCENTS}}

    stops = _stood(tokens.fill, color_map, slots)

    def legible(slot: str) -> bool:
        return all(contrast("#" + slots[slot], stop) >= 4.6 for stop in stops)

    link = [s for s in ("hlink", *ACCENTS, color_map["tx2"], color_map["tx1"]) if legible(s)] or [
        color_map["tx1"]
    ]
    color_map["hlink"] = min(link, key=lambda s: difference("#" + slots[s], tokens.roles["accent-text"]))
    seen = [s for s in ("folHlink", color_map["tx2"], color_map["tx1"]) if legible(s)] or [color_map["tx1"]]
    color_map["folHlink"] = seen[0]
    return color_map


def _contrasts(values: Values, ground: Ground, tokens: Tokens, slots: Mapping[str, str]) -> None:
    shown = {role: resolve(color, ground, slots) for role, color in ground.roles.items()}
    stops = ground.fill.stops if isinstance(ground.fill, Gradient) else ((0, cast(Color, ground.fill)),)
    fills = [resolve(color, ground, slots) for _, color in stops]
    flat = [shown["ground"]]
    checks = [
        ("text", fills, "ground", 4.5), ("muted", fills, "ground", 4.5), ("accent-text", fills, "ground", 4.5),
        ("dot", flat, "ground", 3.0), *((role, [shown[fill]], fill, least) for role, fill, least in (
            ("on-primary", "primary", 4.5), ("on-primary-large", "primary", 3.0), ("on-plate", "plate", 4.5),
            ("text", "code", 4.5), ("on-scrim", "scrim", 4.5),
        )),
    ]  # fmt: skip
    for role, under, fill, least in checks:
        ratio = min(contrast(shown[role], color) for color in under)
        if ratio < least:
            values.findings.error(
                "theme-contrast", f"{role} on {'' if fill == 'ground' else fill + ' on '}{ground.name} has a contrast of {ratio:.2f}, it needs {least:g}",
                tokens.place(role, fill), tokens.advice(role, "make one of both lighter or darker"),
            )  # fmt: skip
    for name in ("hlink",):
        link = apply(slots[ground.color_map[name]], ())
        if min(contrast(link, fill) for fill in fills) < 4.5:
            values.findings.error(
                "theme-contrast",
                f"links on {ground.name} can't be read",
                tokens.place("accent-text", "ground"),
            )
