"""Grounds from a template's colours: what its layouts have behind the body becomes roles, each a colour of its own scheme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, cast, get_args

from ..theme.colors import apply, contrast, luminance, to_hex, to_rgb
from ..theme.paint import Color, Slot
from ..theme.records import Ground
from ..theme.solve import solve

READ: Final = 4.6  # a little above WCAG AA's 4.5, since solved colours are rounded
SEEN: Final = 3.0
UNSEEN: Final = 2.5  # no designer sets a title in less
ACCENTS: Final = tuple(f"accent{n}" for n in range(1, 7))
_STEPS: Final = (
    (),
    *((("lumMod", 100_000 - step),) for step in (15_000, 25_000, 35_000, 50_000, 65_000, 75_000)),
    *((("lumMod", 100_000 - step), ("lumOff", step)) for step in (20_000, 40_000, 60_000, 75_000, 85_000)),
)


class Palette:
    """Chooses colours of a scheme that stand out from `behind` ("#RRGGBB" each)."""

    def __init__(self, slots: Mapping[str, str], color_map: Mapping[str, str], behind: Sequence[str]) -> None:
        self.slots, self.color_map = slots, color_map
        self.behind = tuple(behind) or ("#FFFFFF",)
        if max(min(contrast(c, b) for b in self.behind) for c in ("#000000", "#FFFFFF")) < READ:
            # from light to dark: nothing is read on all of it; what a designer sets there is read in its middle
            self.behind = (sorted(self.behind, key=luminance)[len(self.behind) // 2],)

    def shown(self, color: Color) -> str:
        """A colour as it is seen."""
        return apply(self.slots[self.color_map[color.slot]], color.mods)

    def least(self, color: Color, under: Sequence[str] = ()) -> float:
        """Its least contrast to what lies behind."""
        seen = self.shown(color)
        return min(contrast(seen, c) for c in under or self.behind)

    def text(self, wanted: Color, under: Sequence[str] = ()) -> Color:
        """`wanted`, if it can be read, else the text or background colour that is read best."""
        if self.least(wanted, under) >= READ:
            return wanted
        ways = [Color(n) for n in ("tx1", "bg1", "tx2", "bg2")]
        ways += [Color("tx1", (("lumMod", 50_000),)), Color("bg1", (("lumMod", 25_000),))]
        return max(ways, key=lambda c: min(self.least(c, under), READ))

    def muted(self, text: Color) -> Color:
        """A softer shade of the text's colour that can still be read."""
        bright = luminance(self.shown(text)) > 0.4
        steps = [(("lumMod", 75_000),), (("lumMod", 85_000),)] if bright else [(("lumMod", p), ("lumOff", 100_000 - p)) for p in (65_000, 75_000, 85_000)]  # fmt: skip
        for mods in steps:
            soft = Color(text.slot, (*text.mods, *mods))
            if self.least(soft) >= READ:
                return soft
        return text

    def accent(self, least: float) -> Color:
        """The first accent that stands out by `least` as it is, else one that is darker or lighter."""
        for mods in _STEPS:
            for name in ("accent1", "accent2", "tx2", "accent3", "accent4", "accent5", "accent6"):
                color = Color(name, mods)
                if self.least(color) >= least and self.shown(color) not in self.behind:
                    return color
        return self.text(Color("tx1"))

    def toward(self, share: float, color: str) -> Color:
        """The ground with `share` of another colour in it, as near as the scheme can say."""
        base = self.behind[len(self.behind) // 2]
        mixed = to_hex(
            *((a * (1 - share) + b * share) / 255 for a, b in zip(to_rgb(base), to_rgb(color), strict=True))
        )
        return solve(mixed, self.color_map, self.slots)[0]


def ground_of(
    name: str, behind: Sequence[str], color_map: Mapping[str, str], slots: Mapping[str, str], title: Color | None = None, own: bool = False
) -> Ground:  # fmt: skip
    """The ground `name` of layouts with the colours `behind`; `title` is what their titles are set in.

    With `own` all words take that colour: they stand beside the layout's own texts, on what its designer drew for them.
    """
    palette = Palette(slots, color_map, behind)
    if own and title is not None:
        seen = palette.shown(title)
        under = max((*behind, "#FFFFFF")[: len(behind) or 1], key=lambda c: contrast(seen, c))
        if (
            contrast(seen, under) < UNSEEN
        ):  # what its designer set it on isn't known, such as a drawing without pixels
            under = "#FFFFFF" if luminance(seen) < 0.3 else "#000000"
        palette = Palette(slots, color_map, (under,))
    base = solve(palette.behind[len(palette.behind) // 2], color_map, slots)[0]
    text = palette.text(Color("tx1"))
    primary = palette.accent(SEEN)
    on_primary = _on(palette, primary)
    if palette.least(on_primary, (palette.shown(primary),)) < READ:
        primary = _deeper(palette, primary)
        on_primary = _on(palette, primary)
    accent_text = primary if palette.least(primary) >= READ else palette.accent(READ)
    tinted = palette.shown(primary)
    soft, tint = palette.toward(0.18, tinted), palette.toward(0.08, tinted)
    quiet = [c for c in (soft, tint) if palette.least(text, (palette.shown(c),)) < READ]
    if quiet:  # words stand on both
        soft = tint = palette.toward(0.06, palette.shown(text))
    if palette.least(text, (palette.shown(soft),)) < READ:
        soft = tint = base
    roles = {
        "ground": base, "text": text, "muted": palette.muted(text), "surface": base, "line": palette.toward(0.25, palette.shown(text)),
        "soft": soft, "tint": tint, "node": soft, "code": tint, "primary": primary, "on-primary": on_primary, "on-primary-large": on_primary,
        "accent-text": accent_text, "dot": accent_text, "plate": base, "on-plate": text, "scrim": base, "on-scrim": text, "bar": primary,
        "title": palette.text(title) if title is not None else text,
        **{a: Color(cast(Slot, a)) for a in ACCENTS},
    }  # fmt: skip
    if own and title is not None:
        roles |= dict.fromkeys(
            ("text", "muted", "accent-text", "dot", "on-scrim", "title"), palette.text(title)
        )
    hexes = {role: palette.shown(color) for role, color in roles.items()}
    names = get_args(Slot)
    return Ground(name, base, {n: color_map[n] for n in names}, roles, hexes, palette.behind)


def _on(palette: Palette, under: Color) -> Color:
    """What can be read on a fill."""
    seen = (palette.shown(under),)
    return max(
        (Color("bg1"), Color("tx1")),
        key=lambda c: min(palette.least(c, seen), READ + 0.1 * (c.slot == "bg1")),
    )


def _deeper(palette: Palette, color: Color) -> Color:
    for mods in _STEPS[1:]:
        changed = Color(color.slot, (*color.mods, *mods))
        seen = (palette.shown(changed),)
        if palette.least(changed) >= SEEN and palette.least(_on(palette, changed), seen) >= READ:
            return changed
    return palette.text(Color("tx1"))
