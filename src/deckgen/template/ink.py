"""Colours of a template as they are shown: the scheme's slots, colour maps, elements of DrawingML, backgrounds and what covers them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, cast

from lxml.etree import _Element as Element

from ..discovery import module
from ..pptx_reader.deck import LayoutPart
from ..pptx_reader.geometry import Frame, frame_of, group_of, placed
from ..pptx_reader.placeholders import placeholder, walk
from ..pptx_reader.records import Placeholder
from ..pptx_reader.xml import A, P, R, children, descend, flag, share, whole
from ..source.parts import Refused
from ..theme.carried import SLOTS
from ..theme.colors import apply, is_hex, to_hex, to_rgb
from ..theme.paint import Color, Slot
from ..theme.solve import solve
from ..units import Box
from .package import MEDIA_LIMIT, Source

NAMES: Final = ("bg1", "tx1", "bg2", "tx2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
USUAL: Final = dict(zip(SLOTS, ("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"), strict=True))  # fmt: skip
USUAL_MAP: Final = {n: n for n in NAMES} | {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_PRESET: Final = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "green": "008000", "gray": "808080", "yellow": "FFFF00"}  # fmt: skip
_HSL: Final = frozenset(("lumMod", "lumOff", "satMod", "satOff"))
_FILLS: Final = tuple(f"{A}{n}" for n in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill"))
COVER: Final = 0.92  # share of a place that a shape must cover to count as what lies behind it


def scheme_of(theme: Element | None) -> dict[str, str]:
    """The twelve slots of a theme part as "RRGGBB"; what it lacks as in Office's own theme."""
    slots = dict(USUAL)
    scheme = descend(theme, f"{A}themeElements", f"{A}clrScheme")
    for name in SLOTS:
        element = descend(scheme, f"{A}{name}")
        color = element[0] if element is not None and len(element) else None
        if color is None:
            continue
        value = (
            (color.get("lastClr") or color.get("val") or "")
            if color.tag != f"{A}prstClr"
            else _PRESET.get(color.get("val", ""), "")
        )
        if color.tag == f"{A}sysClr" and not is_hex(value):
            value = "FFFFFF" if color.get("val") == "window" else "000000"
        if is_hex(value):
            slots[name] = value.upper()
    return slots


def map_of(layout: Element | None, master: Element) -> dict[str, str]:
    """The colour map that a layout's slides have: its own, else its master's."""
    override = descend(layout, f"{P}clrMapOvr", f"{A}overrideClrMapping") if layout is not None else None
    found = override if override is not None else master.find(f"{P}clrMap")
    given = {n: found.get(n, "") for n in NAMES} if found is not None else {}
    return {n: given[n] if given.get(n) in SLOTS else USUAL_MAP[n] for n in NAMES}


class Ink:
    """Shows colours under one colour map: "#RRGGBB"; `placeholder` stands for phClr."""

    def __init__(self, slots: Mapping[str, str], color_map: Mapping[str, str]) -> None:
        self._slots, self._map = slots, color_map

    def color(self, element: Element | None, placeholder: str = "#FFFFFF") -> str:
        """The colour in a parent of one (solidFill, bgRef, gs ...), "" where none is known."""
        child = (
            next((c for c in element if str(c.tag).endswith("Clr")), None) if element is not None else None
        )
        if child is None:
            return ""
        kind, value = str(child.tag).rpartition("}")[2], child.get("val", "")
        base = ""
        if kind == "srgbClr":
            base = value if is_hex(value) else ""
        elif kind == "schemeClr":
            base = placeholder if value == "phClr" else self._slots.get(self._map.get(value, value), "")
        elif kind == "sysClr":
            base = child.get("lastClr", "") or ("FFFFFF" if value == "window" else "000000")
        elif kind == "prstClr":
            base = _PRESET.get(value, "808080")
        elif kind == "scrgbClr":
            parts = [share(child.get(n)) or 0.0 for n in "rgb"]
            base = to_hex(*(max(0.0, p) ** (1 / 2.2) for p in parts))
        if not is_hex(base):
            return ""
        return _changed(base, child)

    def fill(self, element: Element | None, placeholder: str = "#FFFFFF") -> list[str]:
        """The colours of a fill element: one, or a gradient's stops; pictures aside."""
        if element is None:
            return []
        if element.tag == f"{A}solidFill":
            found = [self.color(element, placeholder)]
        elif element.tag == f"{A}gradFill":
            found = [self.color(stop, placeholder) for stop in element.iter(f"{A}gs")]
        elif element.tag == f"{A}pattFill":
            found = [self.color(element.find(f"{A}{n}"), placeholder) for n in ("fgClr", "bgClr")]
        else:
            found = []
        return [c for c in found if c]


def _changed(base: str, element: Element) -> str:
    """A colour after its transforms in order (ECMA-376 part 1, 20.1.2.3); those that change hue alone are passed over."""
    color = to_hex(*(c / 255 for c in to_rgb(base)))
    for mod in element:
        name, value = str(mod.tag).rpartition("}")[2], share(mod.get("val"))
        if value is None:
            continue
        if name in _HSL:
            color = apply(color, ((name, round(value * 100_000)),))
        elif name in ("tint", "shade"):
            far = 255 if name == "tint" else 0
            color = to_hex(*((c * value + far * (1 - value)) / 255 for c in to_rgb(color)))
    return color


def fill_in(properties: Element | None) -> Element | None:
    """The fill that shape properties give themselves."""
    return next((c for c in properties if c.tag in _FILLS), None) if properties is not None else None


def text_color(layout: LayoutPart, kind: str, idx: int, slots: Mapping[str, str]) -> Color | None:
    """What a layout's placeholder sets its first level in, as a colour of the scheme; None where nobody says."""
    color_map = map_of(layout.root, layout.master_root)
    title = kind in ("title", "ctrTitle")
    family = "titleStyle" if title else "bodyStyle" if kind in ("body", "subTitle", "obj") else "otherStyle"
    chain = [
        _list_style(
            layout.root,
            lambda p: (p.index == idx and p.type == kind) or (title and p.type in ("title", "ctrTitle")),
        )
    ]
    chain.append(
        _list_style(
            layout.master_root,
            lambda p: p.type in (("title",) if title else ("body",) if family == "bodyStyle" else (kind,)),
        )
    )
    chain.append(descend(layout.master_root, f"{P}txStyles", f"{P}{family}"))
    for styles in chain:
        fill = descend(styles, f"{A}lvl1pPr", f"{A}defRPr", f"{A}solidFill")
        if fill is None:
            continue
        shown = Ink(slots, color_map).color(fill)
        scheme = fill.find(f"{A}schemeClr")
        name = scheme.get("val", "") if scheme is not None else ""
        name = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(name, name)
        if scheme is not None and not len(scheme) and name in color_map:
            return Color(cast(Slot, name))
        return solve(shown, color_map, slots)[0] if shown else None
    return None


def _list_style(root: Element, fits: Callable[[Placeholder], bool]) -> Element | None:
    for element in walk(descend(root, f"{P}cSld", f"{P}spTree")):
        found = placeholder(element) if str(element.tag).startswith(P) else None
        if found is not None and fits(found):
            return descend(element, f"{P}txBody", f"{A}lstStyle")
    return None


class Backdrops:
    """What lies behind places of a template's layouts."""

    def __init__(self, source: Source, slots: Mapping[str, str], width: int, height: int) -> None:
        self._source, self._slots = source, slots
        self._page = Box(0, 0, width, height)
        self._pictures: dict[str, tuple[tuple[int, int, int], ...]] = {}

    def behind(self, layout: LayoutPart, box: Box) -> list[str]:
        """The colours behind `box`: of the background and of what the master and the layout draw over it."""
        ink = Ink(self._slots, map_of(layout.root, layout.master_root))
        colors = self._background(layout, ink, box)
        trees = []
        if flag(layout.root.get("showMasterSp")) is not False:
            trees.append((layout.master, layout.master_root))
        trees.append((layout.part, layout.root))
        for part, root in trees:
            for element, frame in drawn(descend(root, f"{P}cSld", f"{P}spTree")):
                seen = self._seen(part, element, frame.box, box, ink)
                if seen:
                    whole = _share(frame.box, box) >= COVER
                    colors = seen if whole else [*colors, *seen]
        return list(dict.fromkeys(colors)) or ["#FFFFFF"]

    def _seen(self, part: str, element: Element, frame: Box, box: Box, ink: Ink) -> list[str]:
        if _share(frame, box) <= 0.02:
            return []
        if element.tag == f"{P}pic":
            return self._sampled(part, element.find(f"{P}blipFill"), frame, box)
        properties = element.find(f"{P}spPr")
        fill = fill_in(properties)
        if fill is not None and fill.tag == f"{A}blipFill":
            return self._sampled(part, fill, frame, box)
        if fill is None:
            reference = descend(element, f"{P}style", f"{A}fillRef")
            return (
                [c]
                if reference is not None and reference.get("idx", "0") != "0" and (c := ink.color(reference))
                else []
            )
        return self._within(fill, ink, frame, box)

    @staticmethod
    def _within(fill: Element, ink: Ink, frame: Box, box: Box, placeholder: str = "#FFFFFF") -> list[str]:
        """A fill's colours below `box`: of a linear gradient those between its first and last place there."""
        line = fill.find(f"{A}lin")
        stops = [(share(g.get("pos")) or 0.0, ink.color(g, placeholder)) for g in fill.iter(f"{A}gs")]
        if line is None or len(stops) < 2 or not all(c for _, c in stops):
            return ink.fill(fill, placeholder)
        angle = math.radians(whole(line, "ang") / 60_000)
        dx, dy = math.cos(angle), math.sin(angle)
        length = abs(frame.w * dx) + abs(frame.h * dy) or 1.0
        cx, cy = frame.x + frame.w / 2, frame.y + frame.h / 2
        places = [
            ((x - cx) * dx + (y - cy) * dy) / length + 0.5
            for x in (box.x, box.right)
            for y in (box.y, box.bottom)
        ]
        low, high = max(0.0, min(places)), min(1.0, max(places))
        stops.sort()
        return [_between(stops, at) for at in (low, *(p for p, _ in stops if low < p < high), high)]

    def _background(self, layout: LayoutPart, ink: Ink, box: Box) -> list[str]:
        for part, root in ((layout.part, layout.root), (layout.master, layout.master_root)):
            bg = descend(root, f"{P}cSld", f"{P}bg")
            if bg is None:
                continue
            own = fill_in(bg.find(f"{P}bgPr"))
            if own is not None and own.tag == f"{A}blipFill":
                return self._sampled(part, own, self._page, box) or ["#FFFFFF"]
            if own is not None:
                return self._within(own, ink, self._page, box) or ["#FFFFFF"]
            reference = bg.find(f"{P}bgRef")
            if reference is not None:
                return self._referred(layout.master, reference, ink, box) or ["#FFFFFF"]
        return ["#FFFFFF"]

    def _referred(self, master: str, reference: Element, ink: Ink, box: Box) -> list[str]:
        color = ink.color(reference) or "#FFFFFF"
        number = int(reference.get("idx", "0")) if reference.get("idx", "0").isdecimal() else 0
        theme = self._source.deck.package.related(master, "theme")
        name, at = ("bgFillStyleLst", number - 1001) if number > 1000 else ("fillStyleLst", number - 1)
        try:
            root = self._source.deck.package.xml(theme) if theme else None
        except Refused:
            root = None
        styles = descend(root, f"{A}themeElements", f"{A}fmtScheme", f"{A}{name}")
        if styles is None or not 0 <= at < len(styles):
            return [color]
        if styles[at].tag == f"{A}blipFill":
            return self._sampled(theme, styles[at], self._page, box) or [color]
        return self._within(styles[at], ink, self._page, box, color) or [color]

    def _sampled(self, part: str, fill: Element | None, frame: Box, box: Box) -> list[str]:
        """The darkest, middle and lightest colours of a picture below `box`; black and white where it can't be read."""
        blip = fill.find(f"{A}blip") if fill is not None else None
        relation = (
            self._source.deck.package.relations(part).get(blip.get(f"{R}embed", ""))
            if blip is not None
            else None
        )
        if relation is None:
            return []
        grid = self._grid(relation.part)
        if len(grid) != 32 * 18:
            return [] if not grid else ["#000000", "#FFFFFF"]

        def cells(low: int, high: int, start: int, size: int, count: int) -> range:
            first = max(0, min(count - 1, (low - start) * count // max(size, 1)))
            return range(first, max(first, min(count - 1, (high - start) * count // max(size, 1))) + 1)

        rows, columns = (
            cells(box.y, box.bottom, frame.y, frame.h, 18),
            cells(box.x, box.right, frame.x, frame.w, 32),
        )
        found = sorted({grid[r * 32 + c] for r in rows for c in columns}, key=sum)
        return [
            to_hex(*(v / 255 for v in found[i])) for i in dict.fromkeys((0, len(found) // 2, len(found) - 1))
        ]

    def _grid(self, part: str) -> tuple[tuple[int, int, int], ...]:
        if part not in self._pictures:
            try:
                data = self._source.deck.package.data(part, MEDIA_LIMIT)
                self._pictures[part] = tuple(module("deckgen.source", "pixels").mean_colors(data))
            except Exception:  # Pillow fails in many ways on pictures that it doesn't know
                self._pictures[part] = ()
        return self._pictures[part]


def _between(stops: Sequence[tuple[float, str]], at: float) -> str:
    """A gradient's colour at a place from 0 to 1."""
    before = stops[0]
    for stop in stops:
        if at <= stop[0]:
            span = stop[0] - before[0]
            part = (at - before[0]) / span if span > 0 else 1.0
            return to_hex(
                *(
                    (a * (1 - part) + b * part) / 255
                    for a, b in zip(to_rgb(before[1]), to_rgb(stop[1]), strict=True)
                )
            )
        before = stop
    return before[1]


def drawn(tree: Element | None) -> list[tuple[Element, Frame]]:
    """The shapes of a tree that are no placeholders, with their frames on the slide, in drawing order."""
    found: list[tuple[Element, Frame]] = []

    def walk(parent: Element, groups: tuple[object, ...]) -> None:
        for element in children(parent):
            if len(found) > 2000:
                return
            if element.tag == f"{P}grpSp":
                inner = group_of(element.find(f"{P}grpSpPr"))
                if len(groups) < 20:
                    walk(element, (*groups, inner) if inner is not None else groups)
            elif element.tag in (f"{P}sp", f"{P}pic") and placeholder(element) is None:
                frame = frame_of(element.find(f"{P}spPr"))
                if frame is not None:
                    found.append((element, placed(frame, groups) if groups else frame))  # type: ignore[arg-type]

    if tree is not None:
        walk(tree, ())
    return found


def _share(outer: Box, inner: Box) -> float:
    """The share of `inner` that lies in `outer`."""
    w = min(outer.right, inner.right) - max(outer.x, inner.x)
    h = min(outer.bottom, inner.bottom) - max(outer.y, inner.y)
    return max(0, w) * max(0, h) / max(1, inner.w * inner.h)


def spread(colors: Sequence[str]) -> tuple[str, ...]:
    """Each colour once, in order."""
    return tuple(dict.fromkeys(colors))
