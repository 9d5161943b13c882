"""A template as a theme: page, fonts, colours, looks on its own layouts, and the parts that decks take over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

from lxml.etree import _Element as Element

from .. import trace
from ..findings import Findings, Span
from ..pptx_reader.deck import LayoutPart
from ..pptx_reader.fonts import theme_fonts
from ..pptx_reader.records import Shape
from ..records import dataclass
from ..source.nodes import Map
from ..source.parts import Refused
from ..theme.carried import Matched
from ..theme.reader import load_theme
from ..theme.records import Fonts, FontSet, Ground, Look, Master, Theme
from ..theme.roles import ROLES
from ..theme.values import Values
from ..typeset.families import Families
from ..typeset.metrics import Face
from ..units import Box, inches
from .carry import Carrier
from .compose import Composer
from .corrections import NONE, Corrections, chosen, read_corrections
from .finders import best
from .grounds import ground_of
from .ink import Backdrops, map_of, scheme_of, text_color
from .matching import Fit, Matcher, Page
from .package import Source, open_template
from .roles import Layout, Setter, Slot, layouts_of, slot_of

STYLES: Final = ("regular", "bold", "italic", "bold-italic")
LEAST_PAGE, MOST_PAGE = inches(1), inches(56)


@dataclass(frozen=True, slots=True)
class Understood:
    """A template as it was understood: the theme, its layouts, the fit of each look, where all else is composed, where its body stands."""

    theme: Theme
    layouts: tuple[Layout, ...]
    fits: Mapping[str, Fit]
    base: Fit
    composed: tuple[str, ...]
    body: Box


def template_theme(
    file: Path, label: str, findings: Findings, span: Span | None = None, node: Map | None = None, folders: Mapping[str, Path] | None = None
) -> Theme | None:  # fmt: skip
    """The theme of the template in `file`, called `label` in findings; None after a finding that says why it is refused.

    `node` holds corrections by hand, `folders` the folders of the files that they stand in, by label.
    """
    trace.saw_file(file)
    try:
        with file.open("rb") as stream:
            return understand(stream, file, findings, span, node, folders).theme
    except Refused as error:
        findings.error(error.code, f"{label}: {error.message}", span, error.fix)
    except OSError as error:
        findings.error("theme-unreadable", f"{label} can't be read: {error.strerror or error}", span)
    return None


def understand(
    stream: IO[bytes], file: Path, findings: Findings, span: Span | None = None, node: Map | None = None, folders: Mapping[str, Path] | None = None
) -> Understood:  # fmt: skip
    """All that is understood of the template in the open file `stream`.

    Raises:
        Refused: if it can't be a template.
    """
    values = Values(findings)
    plain = load_theme("plain", project=None, base=None, findings=Findings())
    assert plain is not None
    own = read_corrections(values, node, plain.looks, ROLES, folders or {}) if node is not None else NONE
    source = open_template(stream)
    deck = source.deck
    width, height = deck.width, deck.height
    if not (LEAST_PAGE <= width <= MOST_PAGE and LEAST_PAGE <= height <= MOST_PAGE):
        raise Refused(
            "deck-broken",
            "the size of its slides is out of bounds",
            "set it in PowerPoint: Design, Slide Size",
        )
    parts = list(deck.layout_parts())
    if not parts:
        raise Refused(
            "deck-broken", "the file has no slide layout", "add one in PowerPoint: View, Slide Master"
        )
    layouts = layouts_of(parts, width, height)
    carried = Carrier(source, own.colors).carry()
    theme_root = _theme_root(source, parts[0].master)
    slots = {**scheme_of(theme_root), **own.colors}
    fonts = theme_fonts(theme_root)
    heading, body_font = fonts.faces.get("mj-latin") or "Calibri", fonts.faces.get("mn-latin") or "Calibri"
    setter = Setter(heading, body_font)
    page = Page(width, height)
    matcher = Matcher(layouts, page, chosen(own, layouts, values))
    fits: dict[str, Fit] = {}
    for name in plain.looks:
        wanted = {role: idx for role, (idx, _) in own.placeholders.get(name, {}).items()}
        if (found := best(matcher, name, wanted)) is not None:
            fits[name] = found
            _check_idx(found, own, name, values)
    base = _base(fits, layouts)
    body = own.body or _body(fits, base, parts[0], width, height)
    content = fits.get("bullets")
    first = content.roles["body"].level(0) if content is not None and "body" in content.roles else None
    composer = Composer(
        plain, width, height, setter, body, round(first.end.size) if first is not None else 20
    )
    backdrops = Backdrops(source, slots, width, height)
    scenery = _Scenery(backdrops, slots)
    light = scenery.ground(content.layout if content is not None else base.layout, body)
    looks: dict[str, Look] = {}
    matched: dict[str, Matched] = {}
    for name, look in plain.looks.items():
        fit = fits.get(name)
        if fit is None:
            fit = base
            if look.hidden_title and "blank" in fits:
                fit = replace(fits["blank"], roles={})
        native = name in fits
        ground = scenery.ground(
            fit.layout, composer.place(look, fit, native=native), native and composer.stacks(look, fit.layout)
        )
        looks[name] = composer.look(look, fit, ground.name, native=native)
        taken = (
            tuple(role for role in fit.roles if looks[name].placeholder(role) is not None)
            if native
            else _held(looks[name], fit)
        )
        reason = fit.reason if native else f"no layout of its own: composed on “{fit.layout.name}”"
        matched[name] = Matched(
            fit.layout.part,
            fit.layout.name,
            fit.layout.number,
            fit.score if native else 0,
            reason,
            taken,
            not native,
        )
    faces = _faces(setter, findings, span, file, own.metrics)
    carried = replace(carried, file=file.name, looks=matched)
    theme = Theme(
        name=own.name or file.stem, title=own.title or own.name or file.stem, slots=slots, fonts=Fonts(FontSet(heading, body_font), FontSet(heading, body_font), faces, span=span),
        styles={name: composer.style(style) for name, style in plain.styles.items()},
        grounds={**scenery.grounds, "light": replace(light, name="light"), "dark": replace(light, name="dark"), "accent": replace(light, name="accent")},
        looks=looks, master=_master(composer, plain, fits, base, body), chrome=composer.chrome(base.layout), width=width, height=height,
        transition=own.transition, labels=own.labels, folder=file.parent, table=composer.table(plain.table), template=carried,
    )  # fmt: skip
    composed = tuple(name for name in looks if name not in fits)
    return Understood(theme, tuple(layouts), fits, base, composed, body)


def _held(look: Look, fit: Fit) -> tuple[str, ...]:
    """The roles of a composed look that stand in placeholders."""
    return tuple(role for role in fit.roles if any(s.role == role and not s.free for s in look.placeholders))


def _theme_root(source: Source, master: str) -> Element | None:
    part = source.deck.package.related(master, "theme")
    try:
        return source.deck.package.xml(part) if part else None
    except Refused:
        return None


class _Scenery:
    """The grounds of layouts: those with the same colours share one."""

    def __init__(self, backdrops: Backdrops, slots: Mapping[str, str]) -> None:
        self._backdrops, self._slots = backdrops, slots
        self.grounds: dict[str, Ground] = {}
        self._known: dict[tuple[object, ...], str] = {}

    def ground(self, layout: Layout, box: Box, own: bool = False) -> Ground:
        """The ground of texts at `box` of a layout; with `own` they take the colour of its title."""
        source, title = layout.source, layout.title
        color_map = map_of(source.root, source.master_root)
        behind = tuple(self._backdrops.behind(source, box))
        color = text_color(source, title.type, title.idx, self._slots) if title is not None else None
        key = (tuple(color_map.items()), behind, color, own)
        if key not in self._known:
            name = f"client-{len(self._known) + 1}"
            self._known[key] = name
            self.grounds[name] = ground_of(name, behind, color_map, self._slots, color, own)
        return self.grounds[self._known[key]]


def _base(fits: Mapping[str, Fit], layouts: list[Layout]) -> Fit:
    """Where looks without a layout are composed: on a title alone, else on the layout for content, else on the one with least in the way."""
    for name in ("title-only", "bullets", "table", "chart", "image-plain"):
        if name in fits:
            fit = fits[name]
            return replace(
                fit,
                roles={r: s for r, s in fit.roles.items() if r in ("title", "kicker", "subtitle", "source")},
            )
    titled = [lay for lay in layouts if lay.title is not None]
    best = min(titled or layouts, key=lambda lay: (not lay.first_master, len(lay.slots), lay.number))
    return Fit(best, 0, "the least in the way", {"title": best.title} if best.title is not None else {})


def _body(fits: Mapping[str, Fit], base: Fit, first: LayoutPart, width: int, height: int) -> Box:
    """The body area: of the layout for content, else of the master, else what a title leaves."""
    for name, role in (("bullets", "body"), ("table", "table"), ("chart", "chart")):
        if name in fits and role in fits[name].roles:
            found = _bounded(fits[name].roles[role].inner, width, height)
            if found.w >= 0.55 * width and found.h >= 0.4 * height:
                return found
    title = base.layout.title
    high = title is not None and title.inner.bottom < 0.5 * height
    top = title.inner.bottom + inches(0.15) if title is not None and high else round(0.22 * height)
    # a band that the title stands on ends above the body
    bands = [
        b.bottom
        for b in base.layout.obstacles
        if b.y < top and b.bottom < 0.35 * height and b.w > 0.4 * width
    ]
    top = max([top, *(low + inches(0.15) for low in bands)])
    slot = next((s for s in _master_slots(first.master_page.shapes) if s.type in ("body", "obj")), None)
    if (
        slot is not None
        and slot.inner.w > 0.55 * width
        and slot.inner.bottom - max(slot.inner.y, top) > 0.4 * height
    ):
        y = max(slot.inner.y, top) if bands else slot.inner.y
        if y >= top - inches(0.5):
            return _bounded(Box(slot.inner.x, y, slot.inner.w, slot.inner.bottom - y), width, height)
    feet = [s.box.y for s in base.layout.footers.values() if s.box.y > 0.7 * height]
    feet += [b.y for b in base.layout.obstacles if b.y > 0.75 * height]
    bottom = min([round(0.92 * height), *feet]) - inches(0.1)
    x = title.inner.x if title is not None and title.inner.x < 0.25 * width else round(0.06 * width)
    w = max(width - 2 * x, title.inner.w if title is not None else 0)
    return _bounded(Box(x, top, w, max(bottom - top, round(0.3 * height))), width, height)


def _bounded(box: Box, width: int, height: int) -> Box:
    """A box within the slide."""
    x, y = max(0, box.x), max(0, box.y)
    return Box(x, y, min(box.right, width) - x, min(box.bottom, height) - y)


def _master_slots(shapes: tuple[Shape, ...]) -> list[Slot]:
    return [
        slot for shape in shapes if shape.placeholder is not None and (slot := slot_of(shape)) is not None
    ]


def _master(composer: Composer, plain: Theme, fits: Mapping[str, Fit], base: Fit, body: Box) -> Master:
    title = base.layout.title
    own = composer.held("title", title) if title is not None else replace(plain.master.title, idx=0)
    content = fits.get("bullets")
    held = (
        composer.held("body", content.roles["body"])
        if content is not None and "body" in content.roles
        else replace(plain.master.body, box=body)
    )
    return Master(own, held, held.levels)


def _check_idx(fit: Fit, own: Corrections, look: str, values: Values) -> None:
    known = {s.idx for s in fit.layout.slots}
    for role, (idx, span) in own.placeholders.get(look, {}).items():
        if idx >= 0 and idx not in known:
            there = ", ".join(f"{s.idx} ({s.name})" for s in fit.layout.slots) or "none"
            values.findings.error(
                "unknown-placeholder",
                f"the layout {fit.layout.name!r} has no placeholder {idx} for {role}",
                span,
                f"it has: {there}",
            )


def _faces(
    setter: Setter, findings: Findings, span: Span | None, file: Path, metrics: tuple[Path, ...]
) -> dict[tuple[str, str], Face]:
    """The faces of all fonts that placeholders name; capitals are as wide as capitals are."""
    families = Families(
        tuple(dict.fromkeys((*(m.parent for m in metrics), file.parent / "fonts", file.parent)))
    )
    wanted = {setter.heading: (setter.heading, False), setter.body: (setter.body, False), **setter.named}
    faces: dict[tuple[str, str], Face] = {}
    for name, (family, capitals) in wanted.items():
        for style in STYLES:
            face = families.pair(family, "bold" in style, "italic" in style).most.face
            faces[name, style] = _in_capitals(face) if capitals else face
    if families.unknown:
        unknown = ", ".join(sorted(families.unknown))
        findings.warning(
            "font-metrics", f"{file.name}: there is no table of the widths of {unknown}; texts are measured as if it were very wide", span,
            f"put a .metrics file of it beside the template: deckgen theme fonts {file.name} --add FONTFILE",
        )  # fmt: skip
    return faces


def _in_capitals(face: Face) -> Face:
    advances = {c: sum(face.advances.get(u, w) for u in c.upper()) for c, w in face.advances.items()}
    return Face(f"{face.name} capitals", face.ascent, face.descent, advances)
