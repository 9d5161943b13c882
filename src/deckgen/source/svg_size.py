"""How large an SVG is, by its width, height and viewBox (SVG 1.1, 7.2, 7.7 and 7.10; CSS 2.1, 4.3.2)."""

from __future__ import annotations

from ..patterns import pattern
from .svg_style import number
from .svg_tree import Element, SvgError

PX = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6, "em": 16.0, "rem": 16.0,
    "ex": 8.0,
}  # fmt: skip
RATIO = 200  # a side is at most so many times the other
_LENGTH = pattern(r"\s*([-+0-9.eE]*[0-9.])\s*([A-Za-z]*|%)\s*\Z")
_BLANKS = pattern(r"[\s,]+")


def size_of(root: Element) -> tuple[float, float]:
    """Width and height in px; `width`, `height` and `viewBox` of the root are set to say the same.

    Raises:
        SvgError: if they aren't said, or aren't those of a picture.
    """
    view = _view(root)
    width, height = _length(root, "width"), _length(root, "height")
    if view is not None:
        ratio = view[2] / view[3]
        if width is None and height is None:
            width, height = view[2], view[3]
        elif width is None:
            width = (height or 0) * ratio
        elif height is None:
            height = width / ratio
    if width is None or height is None:
        raise root.error(
            "it doesn't say how large it is", 'write viewBox="0 0 WIDTH HEIGHT", or export it again'
        )
    if not (0 < width < 1e6 and 0 < height < 1e6) or not 1 / RATIO <= width / height <= RATIO:
        raise root.error(f"{width:g} x {height:g} is no size of a picture", "export it again")
    root.keys["width"], root.keys["height"] = f"{width:.6g}", f"{height:.6g}"
    if view is None:
        root.keys["viewBox"] = f"0 0 {width:.6g} {height:.6g}"
    for name in ("x", "y", "transform"):
        root.keys.pop(name, None)
    return width, height


def _view(root: Element) -> tuple[float, float, float, float] | None:
    text = root.keys.get("viewBox", "").strip()
    if not text:
        root.keys.pop("viewBox", None)
        return None
    values = [number(word) for word in _BLANKS.split(text)]
    if len(values) != 4 or None in values:
        raise root.error(f"viewBox {text[:40]!r} isn't four numbers", "export it again")
    x, y, width, height = (value or 0.0 for value in values)
    if not (0 < width <= 1e7 and 0 < height <= 1e7):
        raise root.error(f"viewBox {text[:40]!r} is no area", "export it again")
    return x, y, width, height


def _length(root: Element, name: str) -> float | None:
    """A length in px; None where it isn't said or is a share of what it stands in."""
    text = root.keys.get(name, "").strip()
    if not text or text == "auto":
        return None
    found = _LENGTH.match(text)
    value = number(found[1]) if found else None
    if found is None or value is None or (found[2] != "%" and found[2].lower() not in PX):
        raise SvgError(
            f"{name} {text[:40]!r} is no length", "write a number, or export it again", root.line, root.column
        )
    return None if found[2] == "%" else value * PX[found[2].lower()]
