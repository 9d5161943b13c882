"""What stands on a slide as plain figures, the same record for a comp (`elements.json`) and for a composed slide.

Lengths are points; at 960 pixels of width a point is a pixel.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

Stops = tuple[tuple[float, str, float], ...]
"""Stops of a gradient: position 0..1, colour "#RRGGBB", opacity 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One text, shape, line or picture.

    `kind` is "text", "line", "picture", "background" or a shape's name ("ellipse", "rect", "roundRect", "triangle").  A text's `y` is the top of
    its box; `baseline` is the first line's, from the top of the slide.  `place` says that a text is the slide's number, which is matched
    by that.  `loose` edges ("left", "right", "width", "height") are not the element's own and aren't compared.
    """

    kind: str
    name: str = ""
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0
    fill: str = ""
    alpha: float = 1.0
    stops: Stops = ()
    line: str = ""
    width: float = 0.0
    radius: float = 0.0
    geometry: str = ""
    text: str = ""
    size: float = 0.0
    leading: float = 0.0
    tracking: float = 0.0
    bold: bool = False
    color: str = ""
    align: str = ""
    anchor: str = ""
    baseline: float = 0.0
    lines: int = 0
    place: str = ""
    loose: frozenset[str] = frozenset()

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.h


def words(text: str) -> str:
    """A text for comparison: line breaks (" / " in a comp) and no-break spaces are spaces, the opening quotation mark stands apart."""
    plain = text.replace(" / ", " ").replace("\v", " ").replace("\u00a0", " ").replace("\u00ad", "")
    return " ".join(plain.split())


def read_comps(folder: Path, wanted: Collection[str]) -> dict[str, tuple[Element, ...]]:
    """The comps called `wanted` of a theme's art folder.

    Raises:
        OSError: if there is no `elements.json`.
        LookupError: if a comp isn't there.
    """
    slides = json.loads((folder / "elements.json").read_text(encoding="utf-8"))
    result: dict[str, tuple[Element, ...]] = {}
    for slide in slides:
        if slide["slide"] not in wanted:
            continue
        ground = Element(kind="background", name="background", **_background(slide["background"]))
        rows = next(value for value in slide.values() if isinstance(value, list))
        result[slide["slide"]] = (ground, *(e for row in rows for e in _items(_element(row), row)))
    if missing := set(wanted) - set(result):
        raise LookupError(f"{folder} has no comp {', '.join(sorted(missing))}")
    return result


def _background(ground: str | dict[str, Any]) -> dict[str, Any]:
    """One colour, or a gradient."""
    return {"fill": ground} if isinstance(ground, str) else {"stops": _stops(ground["stops"])}


def _stops(rows: list[list[Any]]) -> Stops:
    return tuple((row[0], row[1], row[2] if len(row) > 2 else 1.0) for row in rows)


def _element(row: dict[str, Any]) -> Element:
    kind, name = row["type"], row.get("name", row["type"])
    if kind == "line":
        x1, y1, x2, y2 = (row[key] * 72 for key in ("x1", "y1", "x2", "y2"))
        return Element(
            kind="line", name=name, x=min(x1, x2), y=min(y1, y2), w=abs(x2 - x1), h=abs(y2 - y1), line=row["line"], width=row["lw"]
        )  # fmt: skip
    if kind == "freeform":
        xs, ys = ([p[i] * 72 for p in row["points"]] for i in (0, 1))
        box: dict[str, Any] = {"x": min(xs), "y": min(ys), "w": max(xs) - min(xs), "h": max(ys) - min(ys)}
        kind = "triangle" if len(row["points"]) == 3 else "freeform"
    else:
        box = {key: row[key] * 72 for key in ("x", "y", "w", "h")}
    if kind == "text":
        return _text(row, name, box)
    fill = row.get("fill", "")
    gradient = isinstance(fill, dict)
    return Element(
        kind=kind, name=name, **box, fill="" if gradient else fill, alpha=row.get("alpha", 1.0), stops=_stops(fill["stops"]) if gradient else (),
        line=row.get("line", ""), width=row.get("lw", 0.0), radius=row.get("radius_pt", 0.0), geometry=row.get("geometry", ""),
    )  # fmt: skip


def _items(element: Element, row: dict[str, Any]) -> Iterator[Element]:
    """A text with several paragraphs (they end in "¶") of one line each: an element for each, as `texts.items_of` has it."""
    if "¶" not in element.text:
        yield element
        return
    parts = element.text.split("¶")
    pitch = row["text_h"] * 72 / len(parts)  # as the pictures show, also behind the last one
    for i, part in enumerate(parts):
        yield replace(
            element, text=words(part), y=element.y + i * pitch, h=element.leading, baseline=element.baseline + i * pitch, lines=1,
        )  # fmt: skip


def _text(row: dict[str, Any], name: str, box: dict[str, Any]) -> Element:
    leading = row["line_pt"]
    mark = name == "mark"
    return Element(
        kind="text", name=name, **box, text=words(row["text"]), size=row["size_pt"], leading=leading, tracking=row.get("spc", 0),
        bold=row.get("bold", False), color=row["color"], align=row["align"], anchor=row["anchor"], baseline=row["baseline"] * 72,
        lines=round(row["text_h"] * 72 / leading), place="number" if name == "slide number" else "",
        loose=frozenset({"left", "width", "height"}) if mark else frozenset(),
    )  # fmt: skip
