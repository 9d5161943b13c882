"""Which placeholder of the layout a slide's placeholder follows, and which of the master's that one does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from .records import Placeholder
from .xml import P, children, descend, whole

_TITLES: Final = frozenset(("title", "ctrTitle"))
_SAME: Final = frozenset(("dt", "ftr", "sldNum", "hdr", "sldImg"))
"""Types that the master has one of each."""


class Slots:
    """The placeholders of a layout or master."""

    def __init__(self, tree: Element | None) -> None:
        self._every: list[tuple[Placeholder, Element]] = []
        for element in walk(tree):
            found = placeholder(element)
            if found is not None:
                self._every.append((found, element))

    def for_slide(self, wanted: Placeholder) -> Element | None:
        """The layout's placeholder for a slide's: a title by its type; else one of the same index and of a type that agrees;
        else one of the same index; else, for dates, footers and numbers, by their type.
        """
        if wanted.type in _TITLES:
            return self._of(lambda p: p.type in _TITLES)
        same = [(p, e) for p, e in self._every if p.index == wanted.index and p.type not in _TITLES]
        for p, e in same:
            if kin(p.type) == kin(wanted.type) or wanted.type == "obj":
                return e
        if wanted.type in _SAME:
            return self._of(lambda p: p.type == wanted.type)
        if same:
            return same[0][1]
        if wanted.type in ("subTitle", "body") and wanted.index in (0, 1):
            return self._of(lambda p: p.type == wanted.type)
        return None

    def for_layout(self, wanted: Placeholder) -> Element | None:
        """The master's placeholder for a layout's: titles follow the title, dates, footers and numbers theirs, all else the body."""
        kind = kin(wanted.type)
        return self._of(lambda p: kin(p.type) == kind)

    def _of(self, fits: object) -> Element | None:
        return next((e for p, e in self._every if fits(p)), None)  # type: ignore[operator]


def placeholder(shape: Element) -> Placeholder | None:
    """What a shape is a placeholder of, None if it is none."""
    for child in shape:
        if str(child.tag).startswith(f"{P}nv"):
            found = descend(child, f"{P}nvPr", f"{P}ph")
            if found is not None:
                return Placeholder((found.get("type") or "obj")[:20], whole(found, "idx"))
            return None
    return None


def kin(kind: str) -> str:
    """The master's placeholder and text style that a type follows: "title", "body", or the type itself."""
    if kind in _TITLES:
        return "title"
    return kind if kind in _SAME else "body"


def style_name(kind: str) -> str:
    """The name of the master's text style for a type."""
    return {"title": "titleStyle", "body": "bodyStyle"}.get(kin(kind), "otherStyle")


def walk(tree: Element | None, depth: int = 0) -> Iterator[Element]:
    """All shapes of a tree, those in groups too."""
    if tree is None or depth > 30:
        return
    for child in children(tree):
        if child.tag == f"{P}grpSp":
            yield from walk(child, depth + 1)
        else:
            yield child
