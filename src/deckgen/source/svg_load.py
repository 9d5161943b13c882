"""What drawing an SVG takes, counted before anything is drawn: references copy what they refer to, some of it many times over.

Ten `use` elements in a row that each draw the one before ten times are a file of one kilobyte and ten billion shapes.
"""

from __future__ import annotations

from ..records import dataclass
from .svg_tree import Element

COPIES = 200_000
"""Elements at most, those that references copy counted each time."""
LEVELS = 150  # elements in each other, through references too
LAYERS = (
    12  # half-transparent, clipped or masked groups in each other: each takes a picture of its own in memory
)
_LAYER = ("opacity", "clip-path", "mask", "filter", "mix-blend-mode", "isolation")
_SLOW = {"filter", "mask", "pattern", "marker", "image"}
_LONG = 200_000  # characters of all paths


@dataclass(frozen=True, slots=True)
class Load:
    """`work` is how often the picture's area is painted at most; `slow` says that some of it takes longer than that tells."""

    work: int
    slow: bool = False


def load_of(root: Element, links: dict[int, list[str]]) -> Load:
    """What drawing the tree takes; `links` are the ids that elements refer to, by the elements' identity.

    Raises:
        SvgError: if it is too much, or if something refers to itself.
    """
    return _Counter(root, links).load()


class _Counter:
    def __init__(self, root: Element, links: dict[int, list[str]]) -> None:
        self._root, self._links = root, links
        self._named: dict[str, Element] = {}
        self._known: dict[int, tuple[int, int, int]] = {}
        self._open: set[int] = set()
        left, letters = [root], 0
        while left:
            element = left.pop()
            letters += len(element.keys.get("d", "")) + len(element.keys.get("points", ""))
            if "id" in element.keys:
                self._named.setdefault(element.keys["id"], element)
            left += element.elements
        self._slow = letters > _LONG

    def load(self) -> Load:
        work, _, _ = self._count(self._root, 1)
        return Load(work, self._slow)

    def _count(self, element: Element, level: int) -> tuple[int, int, int]:
        """Times that it paints, layers within, levels within."""
        known = self._known.get(id(element))
        if known is None:
            if id(element) in self._open:
                raise element.error(f"<{element.name}> refers to itself", "export it again")
            if level > LEVELS:
                raise element.error("references lie too deep in each other", "export it as PNG")
            self._open.add(id(element))
            known = self._known[id(element)] = self._counted(element, level)
            self._open.discard(id(element))
        return known

    def _counted(self, element: Element, level: int) -> tuple[int, int, int]:
        keys = element.keys
        layer = any(keys.get(name, "1") not in ("1", "none", "normal", "auto") for name in _LAYER)
        work, layers, levels = 1 + 7 * layer, 0, 0
        if element.name in ("text", "tspan", "textPath"):
            work += len(element.text) // 4
        if element.name.startswith("fe"):
            work += 60
        self._slow = self._slow or element.name in _SLOW or "stroke-dasharray" in keys
        parts = list(element.elements)
        for name in self._links.get(id(element), []):
            if name in self._named:
                parts.append(self._named[name])
        corners = 1 + (len(keys.get("d", "")) + len(keys.get("points", ""))) // 4
        for part in parts:
            inner, deep, high = self._count(part, level + 1)
            work += inner * (corners if part.name == "marker" else 1)
            layers, levels = max(layers, deep), max(levels, high)
        if work > COPIES:
            raise element.error(
                "it draws too many shapes, those that it copies counted", "simplify it, or export it as PNG"
            )
        if level + levels > LEVELS:
            raise element.error("references lie too deep in each other", "export it as PNG")
        if layers + layer > LAYERS:
            raise element.error(
                f"more than {LAYERS} transparent groups lie in each other",
                "ungroup some, or export it as PNG",
            )
        return work, layers + layer, levels + 1
