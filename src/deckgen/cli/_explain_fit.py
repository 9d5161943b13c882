"""How each text of a deck was fitted, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ._columns import table
from ._report import printable

if TYPE_CHECKING:
    from ..scene.deck import Deck, Scene
    from ..scene.items import Fit

HEADER = ("slide", "box", "font", "size", "lines", "height", "remedies")


def fit_table(deck: Deck) -> list[str]:
    """A row for each text: its slide, its name in the selection pane, the face that is written and the one that stands in for it, the size
    given (of the one wanted), its lines, the height used and allowed, and what was done so that it fits.

    A table has one row, that of its tightest cell; a chart has one, that of its names.
    """
    rows = [HEADER, *(row for scene in deck.scenes for row in _rows(scene))]
    return table(rows, right=(4,))


def _rows(scene: Scene) -> Iterator[tuple[str, ...]]:
    from ..scene.items import Chart, Shape, Table, TextFrame

    for item in scene.walk():
        if isinstance(item, Table):
            cells = [cell.fit for row in item.rows for cell in row.cells if cell.fit is not None]
            if cells:
                yield _row(scene, f"{item.name}, {len(item.rows)} rows", max(cells, key=_tightness))
        elif isinstance(item, Chart):
            if item.fit is not None:
                yield _row(scene, f"{item.name}, names", item.fit)
        elif isinstance(item, (TextFrame, Shape)) and item.fit is not None and item.text is not None:
            if item.text.plain.strip() and not item.hidden:
                yield _row(scene, item.name, item.fit)


def _tightness(fit: Fit) -> float:
    return fit.height / max(fit.room, 1.0)


def _row(scene: Scene, name: str, fit: Fit) -> tuple[str, ...]:
    smaller = ("smaller",) if fit.size < fit.wanted else ()
    split = ("split",) if "/+" in scene.id else ()
    size = f"{fit.size} of {fit.wanted}" if smaller else str(fit.size)
    words = (scene.id, name, " / ".join(fit.faces) or "-", size, str(fit.lines), f"{fit.height:.0f} of {fit.room:.0f}",
             ", ".join((*smaller, *fit.remedies, *split)))  # fmt: skip
    return tuple(printable(word) for word in words)
