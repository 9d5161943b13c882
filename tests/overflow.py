"""A referee for overflow that knows nothing of our measuring: lines read from LibreOffice's PDF against the boxes in the deck.

`overflows(deck, pdf)` names every line of text that stands outside of the box of the shape that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pymupdf
from pptx.shapes.group import GroupShape

from pptx import Presentation

EMU = 12700
SIDE = 3.0  # pt of side bearing and rounding forgiven
APART = 2.0  # em between texts that are no line together
SPACE = 0.24  # em that a space takes at least
RISE = 0.35  # share of the size that a first line may stand above its box: LibreOffice seats it at 1.0 em (ART.md section 2)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", "", text)


def boxes_of(slide: object) -> Iterator[tuple[str, str, tuple[float, float, float, float]]]:
    """Name, words and box (left, top, right, bottom; pt) of all that holds text, within groups too; charts without words."""
    for shape in _flat(slide.shapes):  # type: ignore[attr-defined]
        x, y, right, bottom = _box(shape)
        if shape.has_chart:  # what stands in it is LibreOffice's own layout
            yield shape.name, "", (x, y, right, bottom)
        if (
            shape.has_table
        ):  # rows grow with their texts in LibreOffice: what is too much leaves the frame below
            cells = (cell for row in shape.table.rows for cell in row.cells)
            yield from (
                (shape.name, words, (x, y, right, bottom)) for c in cells if (words := _plain(c.text))
            )
        if not shape.has_text_frame or shape._element.nvSpPr.cNvPr.get("hidden") == "1":
            continue
        words = _plain(shape.text_frame.text)
        if words and shape.width is not None:
            yield shape.name, words, (x, y, right, bottom)


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    """All shapes, those of groups in their place (deckgen's groups have the slide's own coordinates)."""
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _box(shape: Any) -> tuple[float, float, float, float]:
    x, y = (shape.left or 0) / EMU, (shape.top or 0) / EMU
    return x, y, x + (shape.width or 0) / EMU, y + (shape.height or 0) / EMU


def overflows(deck: Path, pdf: Path) -> list[str]:
    """Lines outside of their boxes, as `slide N, shape: line`."""
    found = []
    with pymupdf.open(pdf) as document:
        for number, (slide, page) in enumerate(zip(Presentation(str(deck)).slides, document, strict=True), 1):
            boxes = list(boxes_of(slide))
            scale = 960 / page.rect.width
            for shape in slide.shapes:  # what leaves the page isn't drawn
                if shape.has_table and _box(shape)[3] > page.rect.height * scale + 1:
                    found.append(f"slide {number}, {shape.name}: leaves the slide")
            for line in lines_of(page, scale):
                text, (x0, baseline, x1), size = line
                turned = text[::-1]  # as a PDF has what is read from right to left
                holders = [b for b in boxes if text in b[1] or turned in b[1]]
                if not holders or len(text) < 2:
                    continue
                holders += [b for b in boxes if not b[1]] if holders else []
                if not any(inside(box, x0, x1, baseline, size) for _, _, box in holders):
                    found.append(f"slide {number}, {holders[0][0]}: {text[:40]}")
    return found


def inside(
    box: tuple[float, float, float, float], x0: float, x1: float, baseline: float, size: float
) -> bool:
    """Whether a line from `x0` to `x1` on its baseline stands in the box."""
    left, top, right, bottom = box
    across = x0 >= left - SIDE - 0.6 * size and x1 <= right + SIDE
    return across and baseline - size * (1 - RISE) >= top - 1 and baseline <= bottom + 0.02 * size


def lines_of(page: pymupdf.Page, scale: float) -> Iterator[tuple[str, tuple[float, float, float], float]]:
    """Text, (left, baseline, right) and size of each line drawn, pt."""
    for block in page.get_text("dict")["blocks"]:
        for spans in (part for line in block.get("lines", ()) for part in _apart(line["spans"])):
            text = _plain("".join(s["text"] for s in spans))
            x0 = min(s["bbox"][0] for s in spans) * scale
            last = max(spans, key=lambda s: s["bbox"][2])
            hangs = (
                SPACE * last["size"] if last["text"].endswith(" ") else 0.0
            )  # a space at a line's end hangs out
            x1 = (last["bbox"][2] - hangs) * scale
            yield text, (x0, spans[0]["origin"][1] * scale, x1), max(s["size"] for s in spans) * scale


def _apart(spans: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The pieces of a line of the PDF: texts of neighbouring boxes on one height count as one there."""
    parts: list[list[dict[str, Any]]] = []
    end = 0.0
    for span in sorted((s for s in spans if s["text"].strip()), key=lambda s: float(s["bbox"][0])):
        if not parts or span["bbox"][0] - end > APART * span["size"]:
            parts.append([])
        parts[-1].append(span)
        end = max(end, span["bbox"][2]) if len(parts[-1]) > 1 else span["bbox"][2]
    return [[s for s in spans if any(s is own for own in part)] for part in parts]
