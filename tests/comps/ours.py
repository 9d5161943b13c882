"""A composed slide as elements: what it holds and what its layout draws, colours resolved, first baselines as PowerPoint sets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, assert_never

from deckgen.layout.runs import Faces
from deckgen.scene.deck import Deck, Scene
from deckgen.scene.items import Chart, Connector, Group, Item, Picture, Shape, Table, Text, TextFrame
from deckgen.theme.colors import resolve
from deckgen.theme.paint import Color, Fill, Gradient
from deckgen.theme.records import Ground, Look, PlaceholderSpec, ShapeSpec, Theme
from deckgen.units import Box, to_points

from .charts import chart_elements
from .elements import Element, Stops
from .tables import table_elements
from .texts import Setting, items_of, texts_of


def elements_of(deck: Deck, scene: Scene) -> tuple[Element, ...]:
    """All that a viewer sees on the slide: its ground, the layout's shapes, its own items."""
    view = View(deck, scene)
    shown = [view.background(), *view.decoration()]
    for item in scene.walk():
        if not item.hidden:
            shown += view.item(item)
    return tuple(shown)


class View:
    """A slide as it is seen: what its texts inherit, how its colours come out."""

    def __init__(self, deck: Deck, scene: Scene) -> None:
        self.theme: Theme = deck.theme
        self.look: Look = deck.theme.looks[scene.layout.look]
        self.ground: Ground = deck.theme.grounds[scene.layout.ground]
        self.faces = Faces(deck.theme, "brand")

    def hex(self, color: Color) -> str:
        return resolve(color, self.ground, self.theme.slots)

    def background(self) -> Element:
        fill, _, stops = self._fill(self.ground.fill)
        return Element(kind="background", name="background", fill=fill, stops=stops)

    def decoration(self) -> Iterator[Element]:
        """The layout's own shapes, and the logo that it has."""
        for shape in self.look.shapes:
            if shape.static:
                yield from self._static(shape)
        mark = self.theme.marks.get((self.look.name, self.ground.name, False))
        if mark is not None and mark.fixed:
            if mark.plate is not None:
                yield from self._static(mark.plate)
            yield Element(kind="picture", name="Logo", **_box(mark.box))

    def _static(self, shape: ShapeSpec) -> Iterator[Element]:
        stroke = self.hex(self.ground.roles[shape.line]) if shape.line and shape.width else ""
        fill = shape.fill
        if isinstance(fill, str):
            fill = self.ground.roles[fill]
        stops: Stops = ()
        if isinstance(fill, tuple):
            stops = tuple(
                (at / 100_000, self.hex(self.ground.roles[role]), alpha / 100_000) for at, role, alpha in fill
            )
            fill = None
        drawn: dict[str, Any] = {"line": stroke, "width": to_points(shape.width)}
        drawn |= {
            "fill": self.hex(fill) if fill is not None else "",
            "alpha": shape.fill_alpha / 100_000,
            "stops": stops,
        }
        if shape.path:
            for kind, bounds in _subpaths(shape.path, shape.box):
                yield Element(kind=kind, name=shape.name, **bounds, **drawn)
            return
        yield Element(
            kind=shape.shape, name=shape.name, **_box(shape.box), radius=to_points(shape.radius), **drawn
        )

    def item(self, item: Item) -> Iterator[Element]:
        """The elements of one item: a shape and its text are two, the stops on a thread are many."""
        match item:
            case Connector():
                yield Element(
                    kind="line", name=item.name, **_box(item.box), line=self.hex(item.stroke.color), width=to_points(item.stroke.width)
                )  # fmt: skip
            case Picture():
                yield Element(kind="picture", name=item.name, **_box(item.box), geometry=item.geometry)
            case TextFrame():
                yield from self._text(item, item.text)
            case Shape():
                yield from self._shape(item)
                if item.text is not None:
                    inside = frozenset(
                        {"left", "right", "width", "height"}
                    )  # a comp draws such a text in a box of its own
                    yield from (replace(e, loose=inside) for e in self._text(item, item.text))
            case Table():
                yield from table_elements(item, self.hex, self.faces)
            case Chart():
                yield from chart_elements(item, self.hex, self.faces)
            case Group():
                pass  # `walk` yields what is in it
            case _:
                assert_never(item)

    def _shape(self, item: Shape) -> Iterator[Element]:
        fill, alpha, stops = self._fill(item.fill)
        line = self.hex(item.stroke.color) if item.stroke is not None else ""
        width = to_points(item.stroke.width) if item.stroke is not None else 0.0
        radius = (
            next((v for k, v in item.adjust if k == "adj"), 0)
            / 100_000
            * to_points(min(item.box.w, item.box.h))
        )
        if item.path:
            for kind, bounds in _subpaths(item.path, item.box):
                drawn: dict[str, Any] = {} if kind == "line" else {"fill": fill, "alpha": alpha}
                yield Element(kind=kind, name=item.name, **bounds, **drawn, line=line, width=width)
            return
        if not (fill or stops or line):
            return  # a text's frame
        yield Element(
            kind=item.preset, name=item.name, **_box(item.box), fill=fill, alpha=alpha, stops=stops, line=line, width=width,
            radius=radius if item.preset == "roundRect" else 0.0,
        )  # fmt: skip

    def _fill(self, fill: Fill) -> tuple[str, float, Stops]:
        if isinstance(fill, Gradient):
            return "", 1.0, tuple((at / 100_000, self.hex(c), c.alpha / 100_000) for at, c in fill.stops)
        if isinstance(fill, Color):
            return self.hex(fill), fill.alpha / 100_000, ()
        return "", 1.0, ()

    def _text(self, item: TextFrame | Shape, text: Text) -> Iterator[Element]:
        setting = self.setting(item)
        spec, fit = setting.spec, item.fit
        lines = fit.lines if fit is not None else len(text.paragraphs)
        listed = spec is not None and spec.role.startswith("body") and lines == len(text.paragraphs)
        yield from (items_of if listed else texts_of)(item.name, item.box, text, lines, setting)

    def setting(self, item: TextFrame | Shape) -> Setting:
        """What the item's text inherits."""
        return Setting(self._spec(item), self.ground, self.faces, self.theme, self.hex)

    def _spec(self, item: TextFrame | Shape) -> PlaceholderSpec | None:
        if item.placeholder is None:
            return None
        chrome = self.theme.chrome
        for spec in (chrome.number, chrome.footer, chrome.date):
            if spec.role == item.placeholder.role:
                return spec
        return self.look.placeholder(item.placeholder.role)


def _box(box: Box) -> dict[str, Any]:
    return {"x": to_points(box.x), "y": to_points(box.y), "w": to_points(box.w), "h": to_points(box.h)}


def _subpaths(path: tuple[tuple[str | int, ...], ...], box: Box) -> Iterator[tuple[str, dict[str, float]]]:
    """What each part of a freeform is, and its bounds by its anchor points: round, with three corners, with more, or an open line."""
    part: list[tuple[str | int, ...]] = []
    for command in (*path, ("M",)):
        if command[0] == "M" and part:
            xs = [int(n) for c in part for n in c[1::2]]
            ys = [int(n) for c in part for n in c[2::2]]
            bounds = {
                "x": to_points(box.x + min(xs)), "y": to_points(box.y + min(ys)), "w": to_points(max(xs) - min(xs)), "h": to_points(max(ys) - min(ys)),
            }  # fmt: skip
            letters = "".join(str(c[0]) for c in part)
            kind = "ellipse" if "C" in letters else "freeform" if "Z" in letters else "line"
            yield "triangle" if letters == "MLLZ" else kind, bounds
            part = []
        part.append(command)
