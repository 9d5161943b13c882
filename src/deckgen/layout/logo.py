"""A client's or a brand's logo: which of its files stands where, and on what (ART.md section 9).

The file made for the ground comes first.  It stands directly on a ground on which it is seen: none of its colours is lost there, most of it
has a contrast of 3.  A logo all of one black, grey or white is else shown in the ground's text colour: what a brand calls its negative.  Any
other logo keeps its colours and gets a plate, a white one, or a dark one where it is not seen on white.  A logo that brings a white
ground of its own gets the white plate too.  Nothing is ever cut but clear margins, and nothing is distorted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..discovery import module
from ..model.picture import PictureRef
from ..records import dataclass, replace
from ..scene.deck import Asset
from ..scene.items import Item, Picture, Shape
from ..theme.client import GREY, SEEN
from ..theme.colors import contrast, difference, resolve, to_oklab
from ..theme.marks import Mark
from ..theme.paint import Ground, radius_of
from ..theme.records import Look, PlaceholderSpec, ShapeSpec, Theme
from ..units import Box, inches
from .crop import inside
from .placed import Easel, Placed

LOST, FAINT = 20.0, 1.3  # CIEDE2000 and contrast to the ground below which a colour is lost on it
ALIKE = 12.0  # CIEDE2000 within a logo that is all of one colour
SAME = 2.5  # up to which a logo's own ground is the slide's
LEAST_LOST, MOST_WEAK = 0.06, 0.6  # shares of a logo that may be lost, or have less than 3:1
CLEARANCE = 0.14  # clear space round such a logo, as a share of its plate's height
NARROW = 0.6  # share of its box below which a logo's plate is as wide as the logo asks for
PAD, RADIUS = inches(0.15), inches(0.04)  # of plates that a look doesn't draw
PIXEL, LARGEST = 9_525, 2  # EMU of a pixel at 96 dpi, and how often that size at most


@dataclass(frozen=True, slots=True)
class _Logo:
    """A file of the logo and what was measured of it."""

    key: str
    asset: Asset
    colors: tuple[tuple[str, float], ...]
    rim: tuple[tuple[str, float], ...]
    margins: tuple[int, int, int, int]
    ground: str

    @property
    def size(self) -> tuple[int, int]:
        """Pixels within its clear margins."""
        left, top, right, bottom = self.margins
        wide = self.asset.width * (100_000 - left - right) // 100_000
        high = self.asset.height * (100_000 - top - bottom) // 100_000
        return max(1, wide), max(1, high)

    @property
    def plain(self) -> bool:
        """Whether it is cut out and all of one black, grey or white."""
        if self.ground or not self.colors or self.asset.suffix != "png":
            return False
        labs = [to_oklab(color) for color, _ in self.colors]
        first = self.colors[0][0]
        return all(abs(a) + abs(b) < GREY for _, a, b in labs) and all(
            difference(first, color) < ALIKE for color, _ in self.colors
        )

    def seen(self, stops: Sequence[str]) -> bool:
        """Whether it can stand on these colours as it is."""
        if self.ground:
            if all(difference(self.ground, stop) <= SAME for stop in stops):
                return True
            white = difference(self.ground, "#FFFFFF") <= 2 * SAME
            return not white and all(contrast(self.ground, stop) >= SEEN for stop in stops)
        lost = sum(n for c, n in self.rim if any(_lost(c, stop) for stop in stops))
        weak = sum(n for c, n in self.rim if any(contrast(c, stop) < SEEN for stop in stops))
        return lost <= LEAST_LOST and weak <= MOST_WEAK


def _lost(color: str, ground: str) -> bool:
    """Whether a part of a logo can't be made out: too near to the ground, or as light as it."""
    return contrast(color, ground) < FAINT or difference(color, ground) < LOST


def with_marks(
    theme: Theme, light: str, dark: str, assets: Mapping[str, Asset]
) -> tuple[Theme, dict[str, Asset]]:
    """The theme with the logo on its layouts, and the pictures with recoloured ones; `light` and `dark` are keys in `assets`, or ""."""
    measure = module("deckgen.source", "logo_pixels")
    found: dict[str, _Logo] = {}
    for key in (light, dark):
        if key in assets and key not in found:
            traits = measure.logo_traits(assets[key].data)
            found[key] = _Logo(key, assets[key], traits.colors, traits.rim, traits.margins, traits.ground)
    if not found:
        return theme, dict(assets)
    artist = _Artist(theme, found.get(light), found.get(dark), dict(assets))
    looks: dict[str, Look] = {}
    marks: dict[tuple[str, str, bool], Mark] = {}
    for look in theme.looks.values():
        looks[look.name] = look
        if look.placeholder("logo") is None:
            continue
        plates = [shape for shape in look.shapes if is_plate(shape)]
        for name in dict.fromkeys((look.ground, *look.grounds)):
            ground = theme.grounds[look.ground_of(name)]
            for over in (False, True):
                marks[look.name, ground.name, over] = artist.mark(look, ground, plates, over)
        looks[look.name] = replace(look, shapes=tuple(s for s in look.shapes if not is_plate(s)))
    return replace(theme, looks=looks, marks=marks), artist.assets


def put_logo(spec: PlaceholderSpec, ref: PictureRef, placed: Placed, easel: Easel) -> None:
    """The logo on a slide whose layout can't have it, or has it without the plate that a picture behind it asks for."""
    draft, marks, on = placed.draft, easel.theme.marks, (placed.look.name, placed.ground.name)
    mark = marks[*on, False]
    if mark.fixed:
        if draft.ground_picture is None or mark.plate is not None:
            return
        mark = marks[*on, True]
    plate = mark.plate
    items: list[Item] = []
    if plate is not None:
        items.append(
            Shape(
                id=f"{draft.id}:{plate.name}", name=plate.name, box=plate.box, preset=plate.shape, fill=plate.painted(placed.ground),
                adjust=radius_of(plate.radius, plate.box), decorative=True, span=draft.span,
            )
        )  # fmt: skip
    items.append(
        Picture(
            id=f"{draft.id}:logo", name=spec.name, box=mark.box, asset=mark.asset, crop=mark.crop, alt=ref.alt, decorative=not ref.alt,
            span=ref.span,
        )
    )  # fmt: skip
    placed.parts.append(lambda: tuple(items))


def is_plate(shape: ShapeSpec) -> bool:
    """Whether a shape of a look is the logo's plate: it is drawn where the logo needs one."""
    return shape.name == "plate" and "logo" in shape.when.slot


class _Artist:
    def __init__(
        self, theme: Theme, light: _Logo | None, dark: _Logo | None, assets: dict[str, Asset]
    ) -> None:
        self.theme, self.assets = theme, assets
        self.light, self.dark = light or dark, dark or light
        self._known: dict[tuple[str, bool], tuple[_Logo, str]] = {}

    def mark(self, look: Look, ground: Ground, plates: Sequence[ShapeSpec], over: bool) -> Mark:
        """The logo on `look` and `ground`; `over` a picture behind the slide, so on a plate in any case."""
        specs = [s for s in look.placeholders if s.role == "logo"]
        bare = next((s for s in specs if not s.when.grounds), specs[0])
        # its place on a plate: the one that the look has on grounds where it draws the plate
        own = next((s for s in specs if ground.name in s.when.grounds), None)
        own = own or next((s for s in specs if s.when.grounds), bare)
        here = [p for p in plates if not p.when.grounds or ground.name in p.when.grounds]
        plate = next(iter(here or plates), None) or _plate_round(own.box)
        covered = _covered(look, own.box)
        always = over or covered or any(not p.when.grounds for p in here)
        key = ground.name, always
        if key not in self._known:
            self._known[key] = self.chosen(ground, always)
        logo, fill = self._known[key]
        fixed = not (over or covered)
        if not fill:
            return self.bare(logo, bare, plate, fixed)
        return self.plated(logo, own.box, replace(plate, fill=fill), fixed)

    def chosen(self, ground: Ground, always: bool) -> tuple[_Logo, str]:
        """The logo for this ground, and the role of its plate's colour, "" if it needs none."""
        assert self.light is not None and self.dark is not None

        def shown(role: str) -> str:
            return resolve(ground.roles[role], ground, self.theme.slots)

        stops = ground.fill_hexes
        night = contrast("#FFFFFF", stops[-1]) > contrast("#000000", stops[-1])
        order = (self.dark, self.light) if night else (self.light, self.dark)
        if not always:
            for logo in order:
                if logo.seen(stops):
                    return logo, ""
            ink = shown("text")
            for logo in order:
                if logo.plain and all(contrast(ink, stop) >= SEEN for stop in stops):
                    return self.inked(logo, ink), ""
        for role, tries in (("plate", (self.light, self.dark)), ("on-plate", (self.dark, self.light))):
            for logo in tries:
                if logo.seen((shown(role),)):
                    return logo, role
        return self.light, "plate"

    def inked(self, logo: _Logo, color: str) -> _Logo:
        """The logo in one colour."""
        key = f"{logo.key}{color}"
        if key not in self.assets:
            data = module("deckgen.source", "logo_pixels").recolored(logo.asset.data, color)
            self.assets[key] = Asset("png", data, logo.asset.width, logo.asset.height, logo.asset.label)
        return replace(logo, key=key, asset=self.assets[key])

    def bare(self, logo: _Logo, spec: PlaceholderSpec, plate: ShapeSpec, fixed: bool) -> Mark:
        """Directly on the ground: at the edge that its plate would have."""
        across = plate.box if plate.when.slot else spec.box
        box = Box(across.x, spec.box.y, max(across.w, spec.box.w), spec.box.h)
        return Mark(logo.key, _fitted(logo, box, self._side(box)), logo.margins, None, fixed)

    def plated(self, logo: _Logo, box: Box, plate: ShapeSpec, fixed: bool) -> Mark:
        """On its plate, in the middle; the plate of a tall or square logo is as wide as that asks for."""
        under = plate.box
        pad = max(box.x - under.x, under.right - box.right, 0)
        own = _fitted(logo, box, "center")
        if own.w < box.w * NARROW:
            pad = min(pad, round(under.h * CLEARANCE))
            own = _fitted(logo, Box(box.x, box.y, box.w, max(box.h, under.h - 2 * pad)), "center")
            wide = max(own.w + 2 * pad, under.h)
            left = under.x if self._side(under) == "left" else under.right - wide
            under = Box(left, under.y, wide, under.h)
        place = Box(under.x + (under.w - own.w) // 2, under.y + (under.h - own.h) // 2, own.w, own.h)
        return Mark(logo.key, place, logo.margins, replace(plate, box=under), fixed)

    def _side(self, box: Box) -> str:
        """The edge of the slide that is nearer."""
        return "left" if box.x + box.w // 2 <= self.theme.width // 2 else "right"


def _fitted(logo: _Logo, box: Box, side: str) -> Box:
    """As large as the box allows, and no larger than its pixels do."""
    wide, high = (n * PIXEL * LARGEST for n in logo.size)
    if wide >= box.w or high >= box.h:
        return inside(logo.size, box, side)
    left = {"left": 0, "center": (box.w - wide) // 2, "right": box.w - wide}[side]
    return Box(box.x + left, box.y + (box.h - high) // 2, wide, high)


def _plate_round(box: Box) -> ShapeSpec:
    return ShapeSpec(
        "plate",
        "roundRect",
        Box(box.x - PAD, box.y - PAD, box.w + 2 * PAD, box.h + 2 * PAD),
        fill="plate",
        radius=RADIUS,
    )


def _covered(look: Look, box: Box) -> bool:
    """Whether a picture of the slide may lie over the logo's place."""
    return any(s.role == "picture" and s.box.meets(box) for s in look.placeholders) or any(
        s.shape == "picture" and s.box.meets(box) for s in look.shapes
    )
