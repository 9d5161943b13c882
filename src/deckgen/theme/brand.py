"""A theme's own brand colour carried to the colours that it inherits.

`extends: plain` with a green `primary` would else keep plain's blue discs, dark slides and dividers.  So what a theme inherits in the hue
of its parent's primary colour takes the hue of its own: words as light as they were, fills as far from their ground as they were.
What falls short of its contrast then becomes lighter or darker, or dark where it was white.  Colours that a theme gives itself
are never touched.  Colours made here have the place of the brand colour, for findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..findings import Span
from ..records import dataclass
from ..source.nodes import Map, Node, Scalar, Seq
from .colors import WHITE, contrast, difference, from_hsl, is_hex, luminance, to_hex, to_hsl, to_rgb
from .grounds import NAMES
from .series import APART, told_apart

FAMILY = 15 / 360  # how far a hue may be from the parent's brand to count as its shade
COLORED = 0.05  # saturation below which a colour has no hue to speak of
SEEN = 3.0  # contrast that the brand colour needs to its ground, else it's taken lighter or darker
SERIES = 1.25  # the same for the first chart colour: a yellow brand's charts are yellow
SPARE = 1.04  # contrasts aimed at, over those asked for: the scheme says most colours, but not to the digit
_FILLS = ("ground", "flat", "surface", "line", "soft", "tint", "node", "code", "grid", "bar")
_UNDER = ("surface", "soft", "tint", "node", "code")  # fills that words stand on
_SHOWN = ("primary", "accent-text")
_WORDS = (("text", 4.5), ("muted", 4.5), ("accent-text", 4.5), ("dot", 3.0))
_ON = (("on-primary", "primary", 4.5), ("on-primary-large", "primary", 3.0), ("on-node", "node", 4.5))


def carry(parent: Map, child: Map) -> Map:
    """`parent`, a theme's map, in the brand colour of `child`, which is to be laid over it; the same map if that names none."""
    inherited, own = parent.get("colors"), child.get("colors")
    if not (isinstance(inherited, Map) and isinstance(own, Map)):
        return parent
    old, new = _brand(inherited, own)
    if old is None or new is None or _hex(old) == _hex(new):
        return parent
    brand = _Brand(_hex(old), _hex(new), new.span)
    below, mine = inherited.get("light"), own.get("light")
    assert isinstance(below, Map) and isinstance(mine, Map)
    ink, given = _color(below.get("text")), _color(mine.get("text"))
    if given is not None or ink is not None:
        brand = replace(brand, ink=_hex(given) if given is not None else brand.words(_hex(ink or old)))
    if any(brand.related(color) for color in _given(own)):
        brand = replace(brand, keeps=True)
    grounds = []
    for entry in inherited.entries:
        ground, mine = entry.value, own.get(entry.key.text)
        if entry.key.text in NAMES and isinstance(ground, Map) and (mine is None or isinstance(mine, Map)):
            entry = replace(entry, value=_moved(entry.key.text, ground, mine, brand))
        grounds.append(entry)
    colors = replace(inherited, entries=tuple(grounds))
    entries = (replace(e, value=colors) if e.key.text == "colors" else e for e in parent.entries)
    return replace(parent, entries=tuple(entries))


def _brand(inherited: Map, own: Map) -> tuple[Scalar | None, Scalar | None]:
    """The parent's primary colour and the child's: its `primary`, else the first of its `accents` where the parent's are one colour."""
    below, mine = inherited.get("light"), own.get("light")
    if not (isinstance(below, Map) and isinstance(mine, Map)):
        return None, None
    old = _color(below.get("primary"))
    if mine.get("primary") is not None or old is None:
        return old, _color(mine.get("primary"))
    first, new = _first(below.get("accents")), _first(mine.get("accents"))
    return old, new if first is not None and _hex(first) == _hex(old) else None


def _given(own: Map) -> Iterable[str]:
    """All colours that the child gives its grounds."""
    for ground in own.entries:
        for entry in ground.value.entries if isinstance(ground.value, Map) else ():
            yield from _hexes(entry.value)


def _first(node: Node | None) -> Scalar | None:
    return _color(node.items[0]) if isinstance(node, Seq) and node.items else None


def _color(node: Node | None) -> Scalar | None:
    return node if isinstance(node, Scalar) and is_hex(node.text) else None


def _hex(node: Scalar) -> str:
    return _full(node.text)


def _full(text: str) -> str:
    return to_hex(*(c / 255 for c in to_rgb(text)))


@dataclass(frozen=True, slots=True)
class _Brand:
    """The parent's brand colour, the child's, and where that stands; `ink` is the text colour on light.

    `keeps` says that the child has colours in the parent's hue too: then that stays among the accents, by which the scheme can say them.
    """

    old: str
    new: str
    span: Span
    ink: str = "#000000"
    keeps: bool = False

    def related(self, color: str) -> bool:
        """Whether `color` is the parent's brand colour, or a shade of it."""
        hue, sat, _ = to_hsl(color)
        base, base_sat, _ = to_hsl(self.old)
        far = abs((hue - base + 0.5) % 1 - 0.5)
        return color == self.old or (min(sat, base_sat) >= COLORED and far <= FAMILY)

    def tinted(self, color: str, light: float) -> str:
        """`color` in the new hue, with the HSL lightness `light` (0..1)."""
        hue, sat, _ = to_hsl(self.new)
        share = to_hsl(color)[1] / (to_hsl(self.old)[1] or 1)
        return from_hsl(hue, min(1.0, sat * share), min(1.0, max(0.0, light)))

    def words(self, color: str) -> str:
        """`color` in the new hue, as light to the eye as it was."""
        low, high, want = 0.0, 1.0, luminance(color)
        for _ in range(20):
            middle = (low + high) / 2
            if luminance(self.tinted(color, middle)) < want:
                low = middle
            else:
                high = middle
        return self.tinted(color, high)


def _moved(name: str, ground: Map, own: Map | None, brand: _Brand) -> Map:
    """The inherited ground `name` in the new brand colour; `own` is what the theme itself says of it."""
    given = {e.key.text: e.value for e in own.entries} if own is not None else {}
    below = {e.key.text: _hexes(e.value) for e in ground.entries}
    if not below.get("ground") or not below.get("text"):
        return ground
    mine = {role: _hexes(value) for role, value in given.items()}
    found = {**below, **{role: colors for role, colors in mine.items() if colors}}
    shift = _Shift(brand, below, found)
    if "ground" not in given:
        found["ground"] = shift.ground()
    for role, colors in below.items():
        if role not in given and role != "ground" and colors:
            found[role] = shift.series(colors) if role == "accents" else [shift.color(role, colors[0])]
    _legible(found, set(below) - set(given), shift)
    entries = []
    for entry in ground.entries:
        colors = found[entry.key.text]
        if name != "light" and entry.key.text == "accents" and "accents" not in given:
            continue  # made anew from the light ones
        same = entry.key.text in given or colors == below[entry.key.text]
        entries.append(entry if same else replace(entry, value=_node(entry.value, colors, brand.span)))
    return replace(ground, entries=tuple(entries))


def _hexes(node: Node) -> list[str]:
    """The colours of a value; none where it isn't one or a list of them."""
    items = node.items if isinstance(node, Seq) else (node,)
    found = [_hex(item) for item in items if isinstance(item, Scalar) and is_hex(item.text)]
    return found if len(found) == len(items) else []


def _node(old: Node, colors: list[str], span: Span) -> Node:
    scalars = tuple(Scalar(color, span, '"') for color in colors)
    return Seq(scalars, span, True) if isinstance(old, Seq) else scalars[0]


@dataclass(slots=True)
class _Shift:
    """How the colours of one ground move: `below` are the parent's by role, `found` those that hold so far."""

    brand: _Brand
    below: dict[str, list[str]]
    found: dict[str, list[str]]

    def ground(self) -> list[str]:
        """The ground: where it was the brand colour it is the new one, made darker if neither ink nor white could be read on it."""
        brand, stops = self.brand, self.below["ground"]
        if not all(brand.related(stop) for stop in stops):
            return stops
        flat = (self.below.get("flat") or stops)[-1]
        if flat != brand.old:
            return [brand.words(stop) for stop in stops]
        away = to_hsl(brand.new)[2] - to_hsl(brand.old)[2]
        moved = [brand.tinted(stop, to_hsl(stop)[2] + away) if stop != flat else brand.new for stop in stops]
        while not self.tones(moved):
            moved = [from_hsl(hue, sat, light - 0.01) for hue, sat, light in map(to_hsl, moved)]
        return moved

    def tones(self, stops: list[str]) -> list[str]:
        """What can be read on these: the ground's own text colour first, then white, then the ink."""
        tones = (*self.found["text"], WHITE, self.brand.ink)
        return [tone for tone in tones if _least(tone, stops) >= 4.5 * SPARE]

    def color(self, role: str, color: str) -> str:
        """One colour of the ground."""
        brand = self.brand
        stops, old = self.found["ground"], self.below["ground"]
        if role == "flat" and old != stops:
            return stops[old.index(color)] if color in old else brand.words(color)
        if not brand.related(color):
            return color
        if role in _FILLS:
            away = to_hsl(color)[2] - to_hsl(old[-1])[2]
            turned = _dark(self.below["text"][0]) != _dark(self.text())
            return brand.tinted(color, to_hsl(stops[-1])[2] + (-away if turned else away))
        if role in _SHOWN and _dark(stops[-1]) and luminance(brand.new) > luminance(color):
            return brand.new  # a light brand needs no shade of its own on dark
        seen = SERIES if role == "accents" else SEEN
        kept = color == brand.old and _least(brand.new, stops) >= min(seen, _least(color, old))
        return brand.new if kept or color in old else brand.words(color)

    def text(self) -> str:
        """The text colour that will hold on this ground."""
        return (self.tones(self.found["ground"]) or self.found["text"])[0]

    def series(self, colors: list[str]) -> list[str]:
        """Chart colours; one that comes too near to the brand's takes the place that the parent's brand colour left.

        Then neighbours that can't be told apart become lighter or darker (`theme.series`), the parent's own ones too.
        """
        moved = [self.color("accents", color) for color in colors]
        if self.brand.keeps:
            moved[1:] = colors[1:]
        for n, color in enumerate(moved[1:], 1):
            if color == colors[n] and difference(color, moved[0]) < APART:
                moved[n] = self.brand.old
        return list(told_apart(moved)) if moved != colors else moved


def _legible(found: dict[str, list[str]], mine: Iterable[str], shift: _Shift) -> None:
    """Make inherited words of `found` legible on their grounds; only roles in `mine` may change."""
    own = set(mine)
    stops, text, was = found["ground"], shift.text(), found["text"][0]
    if "text" in own and text != was:
        for role in own - {"accents", "ground", "flat"}:  # all that was set in the text's colour
            if shift.below[role] == [was]:
                found[role] = [text]
    for role in own & set(_UNDER):
        before = shift.below[role]
        if before and found[role] != before:
            asked = min(4.5 * SPARE, _least(was, before))
            found[role] = [_calmer(found[role][0], stops[-1], asked, text)]
    for role, least in _WORDS:
        if role in own:
            grey = role == "dot" and to_hsl(found[role][0])[1] < COLORED  # a white full stop would turn grey
            unread = _least(found[role][0], stops) < least * SPARE
            found[role] = [text if grey and unread else _readable(found[role][0], stops, least, text)]
    for role, under, least in _ON:
        if role in own and role in found and found.get(under):
            fills = found[under]
            if _least(found[role][0], fills) < least * SPARE:
                tones = (stops[-1], text, WHITE, shift.brand.ink, "#000000")
                found[role] = [max(tones[:2], key=lambda tone: _least(tone, fills))]
                if _least(found[role][0], fills) < least * SPARE:
                    found[role] = [max(tones, key=lambda tone: _least(tone, fills))]


def _readable(color: str, stops: list[str], least: float, toward: str) -> str:
    """`color` with its lightness moved towards that of `toward` until it can be read on all `stops`."""
    hue, sat, light = to_hsl(color)
    end = 0.0 if _dark(toward) else 1.0
    while _least(color, stops) < least * SPARE and light != end:
        light = min(1.0, max(0.0, light + (0.01 if end else -0.01)))
        color = from_hsl(hue, sat, light)
    return color


def _calmer(color: str, ground: str, least: float, text: str) -> str:
    """`color`, a fill, with its lightness moved towards its ground's until `text` can be read on it, and beyond where that takes more."""
    hue, sat, light = to_hsl(color)
    steps = [light + (to_hsl(ground)[2] - light) * n / 10 for n in range(1, 11)]
    steps += [light + ((1 if _dark(text) else 0) - light) * n / 10 for n in range(1, 11)]
    for step in steps:
        if contrast(color, text) >= least:
            break
        color = from_hsl(hue, sat, min(1.0, max(0.0, step)))
    return color


def _least(color: str, stops: list[str]) -> float:
    return min(contrast(color, stop) for stop in stops)


def _dark(color: str) -> bool:
    return luminance(color) < 0.18
