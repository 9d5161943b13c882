"""The styles of an SVG as attributes, in words that every program knows: style sheets and `style` resolved, colours of SVG 1.1.

PowerPoint's reader knows SVG 1.1: it takes `rgba()` and `transparent` for black, and not all of a style sheet.  Style rules: CSS 2.1, 5 and 6.4
(types, classes, ids, `*`, descendants and children); colours: CSS Color 4.
"""

from __future__ import annotations

import colorsys

from ..patterns import pattern
from .svg_tree import Element

PAINTS = {
    "fill": "fill-opacity", "stroke": "stroke-opacity", "stop-color": "stop-opacity", "flood-color": "flood-opacity", "color": "",
    "lighting-color": "",
}  # fmt: skip
"""Properties that are colours, and where their opacity goes."""
SHARES = {"opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity"}
STYLES = {
    *PAINTS, *SHARES, "fill-rule", "clip-rule", "clip-path", "mask", "filter", "stroke-width", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "display", "visibility", "overflow", "font-family", "font-size",
    "font-style", "font-weight", "font-stretch", "font-variant", "text-anchor", "text-decoration", "letter-spacing", "word-spacing",
    "dominant-baseline", "alignment-baseline", "baseline-shift", "direction", "writing-mode", "marker-start", "marker-mid", "marker-end",
    "mix-blend-mode", "isolation", "paint-order", "vector-effect", "shape-rendering", "image-rendering", "text-rendering", "mask-type",
    "color-interpolation-filters",
}  # fmt: skip
_COMPOUND = pattern(r"([A-Za-z][\w-]*|\*)?((?:[.#][A-Za-z_][\w-]*)*)\Z")
_PART = pattern(r"([.#])([\w-]+)")
_CALL = pattern(r"(rgba?|hsla?)\(([^()]*)\)\Z")
_HEX = pattern(r"#[0-9a-f]+\Z")
_NUMBER = pattern(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\Z")
_FONT = pattern(r"((?:[a-z-]+|[1-9]00)\s+)*([\d.]+[a-z%]*)\s*(?:/\s*[\w.%]+)?\s+(\D.*)\Z", 2)  # re.IGNORECASE
_UNIT = pattern(r"(?<=[\d.])(?:px|deg)\b")
_MOVES = pattern(r"(?:\s*(?:translate|rotate|scale|skewX|skewY|matrix)\([-+\d.eE,\s]*\))+\s*\Z")
_RULES = 5_000
_LONGEST = 300  # characters of a colour or font
_MATCHES = 2_000_000  # rules tried on elements

Compound = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A type ("" for any), classes, ids."""


class Rule:
    """What a selector gives: compounds from the left, each with the combinator before it (" " or ">")."""

    __slots__ = ("compounds", "keys", "order")

    def __init__(
        self, compounds: list[tuple[str, Compound]], keys: dict[str, tuple[str, bool]], number: int
    ) -> None:
        self.compounds, self.keys = compounds, keys
        ids = sum(len(c[2]) for _, c in compounds)
        classes = sum(len(c[1]) for _, c in compounds)
        self.order = (ids, classes, sum(bool(c[0]) for _, c in compounds), number)


def rules_of(sheet: str) -> tuple[list[Rule], bool]:
    """The rules of a style sheet, the weakest first, and whether there are some that aren't understood."""
    text = _uncommented(sheet).replace("<!--", " ").replace("-->", " ")
    rules: list[Rule] = []
    at, strange = 0, False
    while (brace := text.find("{", at)) >= 0 and len(rules) < _RULES:
        head = text[at:brace].rpartition(";")[2].strip()  # behind @import and the like
        end = _closing(text, brace)
        if head.startswith("@"):
            strange = strange or not head.startswith("@font-face")
        else:
            keys = declarations(text[brace + 1 : end])
            for selector in head.split(",", _RULES)[:_RULES]:
                compounds = _selector(selector) if len(rules) < _RULES else []
                if compounds:
                    rules.append(Rule(compounds, keys, len(rules)))
                else:
                    strange = True
        at = end + 1
    return sorted(rules, key=lambda rule: rule.order), strange


def _uncommented(sheet: str) -> str:
    """The sheet without comments; a comment without an end takes all that follows."""
    parts, at = [], 0
    while (start := sheet.find("/*", at)) >= 0:
        parts.append(sheet[at:start])
        end = sheet.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(sheet)
    return " ".join([*parts, sheet[at:]])


def _closing(text: str, brace: int) -> int:
    """Where the block that begins at `brace` ends."""
    depth = 0
    for at in range(brace, len(text)):
        if text[at] == "{":
            depth += 1
        elif text[at] == "}":
            depth -= 1
            if not depth:
                return at
    return len(text)


def _selector(text: str) -> list[tuple[str, Compound]]:
    """A selector's compounds, or [] where it isn't understood."""
    result: list[tuple[str, Compound]] = []
    combinator = " "
    for word in text.replace(">", " > ").split():
        if word == ">":
            combinator = ">"
            continue
        found = _COMPOUND.match(word)
        if found is None:
            return []
        parts = _PART.findall(found[2])
        classes = tuple(name for sign, name in parts if sign == ".")
        ids = tuple(name for sign, name in parts if sign == "#")
        kind = found[1] or ""
        result.append((combinator, ("" if kind == "*" else kind, classes, ids)))
        combinator = " "
    return result if len(result) <= 8 else []


def declarations(text: str) -> dict[str, tuple[str, bool]]:
    """Properties with their values and whether they are important."""
    result = {}
    for row in text.split(";"):
        name, colon, value = row.partition(":")
        value, bang, word = value.partition("!")
        if colon and value.strip():
            result[name.strip().lower()] = (value.strip(), bang == "!" and word.strip() == "important")
    return result


class Styles:
    """What style rules give to elements."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = rules
        self._tried = 0
        self.strange = (
            False  # whether the last element had colours that aren't understood: var() and the like
        )

    def of(self, element: Element, above: list[Element]) -> dict[str, str]:
        """The element's styles; `above` are the elements that it lies in, the root first.

        Raises:
            SvgError: if the rules and elements are too many.
        """
        found = {name: value for name, value in element.keys.items() if name in STYLES}
        self._tried += len(self._rules)
        if self._tried > _MATCHES:
            raise element.error(
                "too many style rules", "export it with presentation attributes instead of CSS"
            )
        strong: dict[str, str] = {}
        mine = [rule.keys for rule in self._rules if _matches(rule.compounds, element, above)]
        for keys in (*mine, declarations(element.keys.get("style", ""))):
            for name, (value, important) in keys.items():
                into = strong if important else found
                if name in STYLES:
                    into[name] = value
                elif name == "font":
                    into |= _font(value)
                elif name == "transform" and len(value) <= _LONGEST and _MOVES.match(_UNIT.sub("", value)):
                    into[name] = _UNIT.sub("", value)
        found |= strong
        result = plain(found)
        self.strange = any("(" in value for name, value in found.items() if name not in result)
        return result


def _font(value: str) -> dict[str, str]:
    """The parts of a `font`: style and weight, size, family."""
    found = _FONT.match(value) if len(value) <= _LONGEST else None
    if found is None:
        return {}
    words = value[: found.start(2)].lower().split()
    result = {"font-size": found[2], "font-family": found[3]}
    for word in words:
        if word in ("italic", "oblique"):
            result["font-style"] = word
        elif word in ("bold", "bolder", "lighter") or word.isdigit():
            result["font-weight"] = word
    return result


def _matches(compounds: list[tuple[str, Compound]], element: Element, above: list[Element]) -> bool:
    combinator, last = compounds[-1]
    if not _fits(last, element):
        return False
    rest, level = compounds[:-1], len(above) - 1
    while rest:
        if combinator == ">":
            if level < 0 or not _fits(rest[-1][1], above[level]):
                return False
        else:
            while level >= 0 and not _fits(rest[-1][1], above[level]):
                level -= 1
            if level < 0:
                return False
        combinator, rest, level = rest[-1][0], rest[:-1], level - 1
    return True


def _fits(compound: Compound, element: Element) -> bool:
    kind, classes, ids = compound
    if kind and kind != element.name:
        return False
    if any(one != element.keys.get("id") for one in ids):
        return False
    return not classes or set(classes) <= set(element.keys.get("class", "").split())


def plain(styles: dict[str, str]) -> dict[str, str]:
    """Styles with colours and shares as SVG 1.1 writes them; values that aren't understood are left out."""
    result = dict(styles)
    for name in SHARES & result.keys():
        share = number(result[name])
        if share is None:
            del result[name]
        else:
            result[name] = short(min(1.0, max(0.0, share)))
    for name, opacity in PAINTS.items():
        if name not in result:
            continue
        found = color(result[name])
        if found is None:
            del result[name]
            continue
        result[name], share = found
        if found[0] == "none" and name not in ("fill", "stroke"):  # which alone may be none
            result[name], share = "#000000", 0.0
        if share < 1 and opacity:
            result[opacity] = short(share * float(result.get(opacity, "1")))
    return result


def color(value: str) -> tuple[str, float] | None:
    """A colour or paint as SVG 1.1 writes it, and its opacity; None if it isn't one."""
    text = value.strip()
    if len(text) > _LONGEST:
        return None
    small = text.lower()
    if small.startswith("url("):
        link, close, rest = text.partition(")")
        spare = color(rest) if rest.strip() else None
        return (link + close + (f" {spare[0]}" if spare else ""), 1.0)
    if small == "transparent":
        return ("none", 1.0)
    if small == "currentcolor":
        return ("currentColor", 1.0)
    if small.isalpha():  # one name is younger than SVG 1.1
        return ("#663399" if small == "rebeccapurple" else small, 1.0)
    if _HEX.match(small) and len(small) in (4, 5, 7, 9):
        full = small if len(small) > 5 else "#" + "".join(2 * ch for ch in small[1:])
        return (full[:7], int(full[7:] or "ff", 16) / 255)
    call = _CALL.match(small)
    return _called(call[1], call[2]) if call else None


def _called(name: str, text: str) -> tuple[str, float] | None:
    """rgb(), rgba(), hsl() and hsla(), with commas or blanks."""
    words = text.replace(",", " ").replace("/", " ").split()
    if len(words) not in (3, 4):
        return None
    share = number(words[3]) if len(words) == 4 else 1.0
    if name.startswith("rgb"):
        channels = [_channel(word) for word in words[:3]]
    else:
        hue, saturation, light = (number(word.removesuffix("deg")) for word in words[:3])
        if hue is None or saturation is None or light is None:
            return None
        channels = [
            255 * c
            for c in colorsys.hls_to_rgb(hue / 360 % 1, min(1, max(0, light)), min(1, max(0, saturation)))
        ]
    if share is None or None in channels:
        return None
    return ("#" + "".join(f"{min(255, max(0, round(c or 0))):02x}" for c in channels), min(1, max(0, share)))


def _channel(word: str) -> float | None:
    value = number(word)
    return value * 255 if value is not None and word.endswith("%") else value


def number(text: str) -> float | None:
    """A number, or a percentage as a share."""
    text = text.strip()
    share = text.endswith("%")
    text = text.removesuffix("%")
    if not _NUMBER.match(text.lower()) or len(text) > 40:
        return None
    value = float(text)
    return None if abs(value) > 1e9 else value / 100 if share else value


def short(value: float) -> str:
    """A number as SVG writes it, without an exponent."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
