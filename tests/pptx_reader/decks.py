"""Decks that deckgen did not make: by python-pptx, with properties written at any level of the chain."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from deckgen.pptx_reader.deck import DeckFile
from deckgen.pptx_reader.records import Page, Shape
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LEVELS = ("own", "shape", "layout", "master", "styles", "defaults")
"""Where a property of a placeholder's text may stand, the nearest first."""


class Foreign:
    """A deck of one slide with a title and a body; its body is what tests look at."""

    def __init__(self) -> None:
        self.deck: Any = Presentation()
        self.layout = self.deck.slide_layouts[1]
        self.slide = self.deck.slides.add_slide(self.layout)
        self.slide.shapes.title.text = "Titel"
        self.body: Any = self.slide.placeholders[1]
        self.body.text = "Ein Text"
        for element in self.body_texts().values():
            _empty(element.find(f"{A}lstStyle"))
        for style in (*self.master().iterfind(f".//{P}bodyStyle/*"), *self.defaults()):
            style.attrib.clear()
            _empty(style)

    def master(self) -> Any:
        """The master's element."""
        return self.deck.slide_masters[0]._element

    def defaults(self) -> Any:
        """The presentation's default text style."""
        return self.deck.part._element.find(f"{P}defaultTextStyle")

    def body_texts(self) -> dict[str, Any]:
        """The text bodies of the slide's body and of the placeholders that it follows."""
        on_layout = next(p for p in self.layout.placeholders if p.placeholder_format.idx == 1)
        on_master = next(p for p in self.deck.slide_masters[0].placeholders if p.placeholder_format.type == 2)
        return {
            "shape": self.body._element.txBody,
            "layout": on_layout._element.txBody,
            "master": on_master._element.txBody,
        }

    def paragraph_properties(self, where: str) -> Any:
        """The element that takes properties of first-level paragraphs at a level of the chain."""
        if where == "own":
            return self.body.text_frame.paragraphs[0]._p.get_or_add_pPr()
        if where in self.body_texts():
            return child(child(self.body_texts()[where], "lstStyle"), "lvl1pPr")
        style = self.master().find(f".//{P}bodyStyle") if where == "styles" else self.defaults()
        return child(style, "lvl1pPr")

    def run_properties(self, where: str) -> Any:
        """The element that takes properties of runs at a level of the chain."""
        if where == "own":
            return self.body.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr()
        return child(self.paragraph_properties(where), "defRPr")

    def data(self) -> bytes:
        """The deck's bytes."""
        out = io.BytesIO()
        self.deck.save(out)
        return out.getvalue()

    def page(self) -> Page:
        """The slide as it is read."""
        return pages(self.data())[0]

    def read(self) -> Shape:
        """The body as it is read."""
        return next(s for s in self.page().shapes if s.placeholder and s.placeholder.index == 1)

    def save(self, path: Path) -> Path:
        """Write the deck."""
        path.write_bytes(self.data())
        return path


def child(parent: Any, name: str, attributes: Mapping[str, str] | None = None) -> Any:
    """The child `name` of an element, made where there is none."""
    found = parent.find(A + name)
    if found is None:
        found = etree.SubElement(parent, A + name)
    for key, value in (attributes or {}).items():
        found.set(key, value)
    return found


def pages(data: bytes) -> list[Page]:
    """All slides of a deck."""
    deck = DeckFile(io.BytesIO(data))
    found = list(deck.slides())
    assert deck.broken == []
    return found


def _empty(element: Any) -> None:
    for inner in list(element if element is not None else ()):
        element.remove(inner)
