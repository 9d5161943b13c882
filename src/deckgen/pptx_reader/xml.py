"""Reading DrawingML and PresentationML: names, numbers in their several spellings, alternate content."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A14: Final = "{http://schemas.microsoft.com/office/drawing/2010/main}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Namespaces of which everything that holds text is read; of all others the fallback is.
_KNOWN: Final = frozenset(
    (
        A14[1:-1],
        "http://schemas.microsoft.com/office/powerpoint/2010/main",
        "http://schemas.microsoft.com/office/powerpoint/2012/main",
        "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
        "http://schemas.microsoft.com/office/drawing/2014/main",
        "http://schemas.microsoft.com/office/drawing/2010/slicer",
        "http://schemas.microsoft.com/office/drawing/2014/chartex",
        "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
        "http://schemas.microsoft.com/office/drawing/2015/10/21/chartex",
    )
)
_LENGTH: Final = re.compile(r"([-+]?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)")
_EMU: Final = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": 12_700, "pc": 152_400, "pi": 152_400}
FAR: Final = 1 << 40  # EMU: beyond that a length is nonsense


def children(element: Element) -> Iterator[Element]:
    """The children, with the branch of alternate content that is understood in its place (ECMA-376 part 3, 9.3)."""
    for child in element:
        if child.tag != f"{MC}AlternateContent":
            yield child
            continue
        branch = _branch(child)
        if branch is not None:
            yield from children(branch)


def _branch(alternate: Element) -> Element | None:
    for child in alternate:
        if child.tag == f"{MC}Choice":
            prefixes = (child.get("Requires") or "").split()
            if prefixes and all(child.nsmap.get(p) in _KNOWN for p in prefixes):
                return child
        elif child.tag == f"{MC}Fallback":
            return child
    return None


def descend(element: Element | None, *names: str) -> Element | None:
    """The element below `element` along a path of names, or None."""
    for name in names:
        if element is None:
            return None
        element = element.find(name)
    return element


def whole(element: Element | None, name: str, default: int = 0) -> int:
    """A whole number or length in EMU; strict files may write "0.5in".  `default` where it isn't given or is nonsense."""
    text = element.get(name) if element is not None else None
    value = length(text) if text is not None else None
    return default if value is None else value


def length(text: str) -> int | None:
    """A length in EMU from its text, None where it is none."""
    text = text.strip()
    if len(text) > 40:
        return None
    try:
        value = int(text)
    except ValueError:
        found = _LENGTH.fullmatch(text)
        try:
            value = round(float(found[1]) * _EMU[found[2]]) if found else round(float(text))
        except (ValueError, OverflowError):
            return None
    return value if -FAR < value < FAR else None


def share(text: str | None) -> float | None:
    """A percentage as a share: "50%" or 50000 thousandths; None where it is none."""
    if text is None or len(text) > 40:
        return None
    text = text.strip()
    try:
        value = float(text[:-1]) / 100 if text.endswith("%") else float(text) / 100_000
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) < 1000 else None


def hundredths(text: str | None) -> float | None:
    """Points from hundredths of a point ("1800" or, in strict files, "18pt"); None where it is none."""
    if text is None:
        return None
    found = _LENGTH.fullmatch(text.strip()[:40])
    if found:
        return float(found[1]) * _EMU[found[2]] / 12_700
    value = length(text)
    return None if value is None else value / 100


def flag(text: str | None) -> bool | None:
    """A truth value, None where it isn't given or is none."""
    return {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}.get(
        (text or "").strip()
    )
