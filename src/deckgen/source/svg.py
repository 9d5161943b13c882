"""SVG pictures as decks take them: an allowlist of what draws, styles as attributes, no scripts, links or metadata (SVG 1.1, SVG 2).

What is written is made from the tree, never copied from the file.  What would show something else than its author saw is refused where it
stands; what draws nothing is left out, and told where it may be missed.
"""

from __future__ import annotations

from dataclasses import field

from ..patterns import pattern
from ..records import dataclass
from .svg_image import image_link
from .svg_load import Load, load_of
from .svg_size import size_of
from .svg_style import Styles, rules_of
from .svg_tree import Element, parse, unpacked
from .svg_writer import svg_bytes

__all__ = ["Svg", "read_svg"]

SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
FILTERS = {
    "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix", "feComposite", "feFlood", "feMerge", "feMergeNode", "feDropShadow",
    "feComponentTransfer", "feFuncR", "feFuncG", "feFuncB", "feFuncA",
}  # fmt: skip
DRAWN = {
    *SHAPES, *FILTERS, "svg", "g", "defs", "symbol", "use", "text", "tspan", "textPath", "image", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask", "pattern", "marker", "filter",
}  # fmt: skip
TOLD = {
    "script": "a script", "animate": "an animation", "animateTransform": "an animation", "animateMotion": "an animation", "animateColor":
    "an animation", "set": "an animation", "video": "a film", "audio": "a sound", "iframe": "a web page", "font": "an SVG font",
}  # fmt: skip
"""What is left out, and is told."""
REFUSED = {
    "foreignObject": ("HTML in an SVG is drawn by browsers alone", "export its texts as text or paths, or all as PNG"),
    "mesh": ("a mesh gradient is drawn by few programs", "export it as PNG"),
    "meshgradient": ("a mesh gradient is drawn by few programs", "export it as PNG"),
    **{
        name: (f"the filter {name} takes programs too long, and PowerPoint doesn't know it", "export it as PNG")
        for name in ("feTurbulence", "feDisplacementMap", "feMorphology", "feConvolveMatrix", "feDiffuseLighting", "feSpecularLighting",
                     "feImage", "feTile")
    },
}  # fmt: skip
PLACES = {
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height", "dx", "dy", "rotate", "d", "points",
    "transform", "gradientTransform", "patternTransform", "gradientUnits", "patternUnits", "patternContentUnits", "clipPathUnits",
    "maskUnits", "maskContentUnits", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient", "spreadMethod", "offset",
    "viewBox", "preserveAspectRatio", "textLength", "lengthAdjust", "startOffset", "pathLength", "filterUnits", "primitiveUnits", "in",
    "in2", "result", "stdDeviation", "mode", "type", "values", "operator", "k1", "k2", "k3", "k4", "tableValues", "slope", "intercept",
    "amplitude", "exponent", "edgeMode", "space",
}  # fmt: skip
"""Attributes beside styles."""
NOT_SURE = {"mask": "a mask", "filter": "a filter", "pattern": "a pattern", "textPath": "text along a path"}
"""Elements that PowerPoint doesn't draw, or not as others do: then the deck has the picture in pixels alone."""
STRANGE = "styles that only browsers know"
_VALUE = pattern(r"[^\x00-\x1f<>\\]*\Z")
_LINK = pattern(r"\s*#(.+?)\s*\Z")
_URL = pattern(r"url\(\s*[\"']?\s*#([^\"')]*?)\s*[\"']?\s*\)")
_NAME = pattern(r"[A-Za-z_][A-Za-z0-9_.-]{0,60}\Z")
_OFFICE_CLASS = pattern(r"Msft\w{1,60}\Z")
_FAMILY = pattern(r"[\"']")
_LONG = 2_000  # characters of an attribute, but for shapes' own
_GENERIC = {"sans-serif", "serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial"}


@dataclass(frozen=True, slots=True)
class Svg:
    """An SVG, cleaned.

    `width` and `height` in px (1/96 inch); `left_out` says what was left out, with lines; `pixels` why PowerPoint should have it in pixels
    alone ("" if it needn't); `families` are the fonts of its texts; `load` is what drawing it takes.
    """

    data: bytes
    width: float
    height: float
    load: Load
    left_out: tuple[str, ...] = ()
    pixels: str = ""
    families: tuple[str, ...] = ()
    textless: bytes = field(default=b"", compare=False)  # the same without its texts, where it has some


def read_svg(data: bytes) -> Svg:
    """The SVG in `data` (.svg or .svgz), cleaned.

    Raises:
        SvgError: with a place, if it is broken, hostile, or can't be drawn the same everywhere.
    """
    root = parse(unpacked(data))
    cleaner = _Cleaner(root)
    width, height = size_of(root)
    load = load_of(root, cleaner.links)
    textless = svg_bytes(root, texts=False) if cleaner.has_text else b""
    return Svg(
        svg_bytes(root),
        width,
        height,
        load,
        tuple(f"{what} (line {line})" for what, line in cleaner.left_out.items()),
        cleaner.pixels,
        tuple(cleaner.families) if cleaner.has_text else (),
        textless,
    )


class _Cleaner:
    """Cleans a tree in place: what stays has only attributes that may be written."""

    def __init__(self, root: Element) -> None:
        self.left_out: dict[str, int] = {}
        self.families: dict[str, None] = {}
        self.pixels = ""
        self.has_text = False
        self.links: dict[int, list[str]] = {}  # what an element refers to, by its identity
        self._root = root
        self._names: dict[str, str] = {}
        sheets = [e for e in _walk(root) if e.name == "style"]
        rules, strange = rules_of("\n".join(e.text for e in sheets))
        if strange:
            self._tell(STRANGE, sheets[0])
        self._styles = Styles(rules)
        self._clean(root, [])
        used = {name for names in self.links.values() for name in names}
        for element in _walk(root):
            if element.keys.get("id") not in used:
                element.keys.pop("id", None)

    def _tell(self, what: str, element: Element) -> None:
        self.left_out.setdefault(what, element.line)

    def _clean(self, element: Element, above: list[Element]) -> None:
        links: list[str] = []
        styles = self._styles.of(element, above)
        if self._styles.strange:
            self._tell(STRANGE, element)
        if any(name[:2].lower() == "on" and name.isalpha() for name in element.keys):
            self._tell("an event handler", element)
        inner = [*above, element]
        keep: list[Element | str] = []
        original = element.keys
        for child in _chosen(element) if element.name == "switch" else element.children:
            if isinstance(child, str):
                if element.name in ("text", "tspan", "textPath"):
                    keep.append(child)
            elif self._stays(child):
                self._clean(child, inner)
                keep.append(child)
        element.children = keep
        element.keys = self._attributes(element, original, styles, links)
        self.links[id(element)] = links
        if element.name in ("a", "switch"):
            element.name = "tspan" if above and above[-1].name in ("text", "tspan") else "g"
        if element.name in NOT_SURE:
            self._not_sure(NOT_SURE[element.name])
        if element.name == "text":
            self.has_text = True

    def _stays(self, child: Element) -> bool:
        """Whether an element is drawn.

        Raises:
            SvgError: if it is one that must be, and can't be.
        """
        if child.name in REFUSED:
            raise child.error(*REFUSED[child.name])
        if child.name in TOLD:
            self._tell(TOLD[child.name], child)
            return False
        if child.name == "a" or child.name == "switch":
            return True
        return child.name in DRAWN

    def _attributes(
        self, element: Element, keys: dict[str, str], styles: dict[str, str], links: list[str]
    ) -> dict[str, str]:
        found: dict[str, str] = {}
        if name := next(
            (k for k in ("transform-origin", "transform-box") if k in keys or k in keys.get("style", "")), ""
        ):
            self._tell(name, element)
        places = {k: v for k, v in keys.items() if k in PLACES and k not in styles}
        for name, value in (styles | places).items():
            value = (
                " ".join(value.split())
                if name not in ("d", "points")
                else value.replace("\n", " ").replace("\t", " ")
            )
            value = value.replace("\r", " ")
            if (
                not value
                or not _VALUE.match(value)
                or (
                    len(value) > _LONG
                    and name not in ("d", "points", "x", "y", "dx", "dy", "rotate", "values")
                )
            ):
                continue
            if "(" in value and name not in ("transform", "gradientTransform", "patternTransform"):
                value = self._linked(value, links)
                if not value:
                    self._tell(STRANGE, element)
                    continue
            found[name] = value
        if "font-family" in found:
            self._family(found["font-family"])
        if found.get("mix-blend-mode", "normal") != "normal":
            self._not_sure("blended colours")
        if name := keys.get("id", ""):
            found["id"] = self._name(name)
        classes = " ".join(word for word in keys.get("class", "").split() if _OFFICE_CLASS.match(word))
        if classes:  # Office's own: which colours of an icon follow the theme
            found["class"] = classes
        if "href" in keys and element.name in (
            "use",
            "linearGradient",
            "radialGradient",
            "pattern",
            "textPath",
            "image",
            "filter",
        ):
            href = self._href(element, keys["href"], links)
            if href:
                found["href"] = href
        return found

    def _linked(self, value: str, links: list[str]) -> str:
        """A value with `url(#...)` and no other function, or ""."""
        names = [found[1] for found in _URL.finditer(value)]
        if not names or "(" in _URL.sub("", value):
            return ""
        links += [self._name(name) for name in names]
        return _URL.sub(lambda m: f"url(#{self._name(m[1])})", value)

    def _href(self, element: Element, value: str, links: list[str]) -> str:
        found = _LINK.match(value)
        if found:
            links.append(self._name(found[1]))
            return f"#{self._name(found[1])}"
        if element.name == "image":
            return image_link(element, value)
        raise element.error(
            f"it takes <{element.name}> from outside of the file", "put it into this SVG, or export it as PNG"
        )

    def _name(self, name: str) -> str:
        """An id that every program takes."""
        if _NAME.match(name):
            return name
        return self._names.setdefault(name, f"deckgen-{len(self._names) + 1}")

    def _family(self, value: str) -> None:
        first = _FAMILY.sub("", value.split(",")[0]).strip()
        if first and first.lower() not in _GENERIC:
            self.families[first] = None

    def _not_sure(self, what: str) -> None:
        self.pixels = self.pixels or what


def _chosen(switch: Element) -> list[Element | str]:
    """The child of a `switch` that is drawn: the first for which nothing special is needed (SVG 1.1, 5.8.2)."""
    fit = [e for e in switch.elements if e.name in DRAWN and "requiredExtensions" not in e.keys]
    plain = [e for e in fit if "systemLanguage" not in e.keys]
    return list((plain or fit)[:1]) or list(switch.elements)


def _walk(element: Element) -> list[Element]:
    """The element and all within it."""
    found, left = [], [element]
    while left:
        found.append(one := left.pop())
        left += reversed(one.elements)
    return found
