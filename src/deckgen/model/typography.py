"""Quotation marks by language, and the spaces at which a line must not break."""

from __future__ import annotations

import re

from ..patterns import pattern
from .locale import base

NBSP = "\u00a0"
NNBSP = "\u202f"
# outer opening, outer closing, inner opening, inner closing
_MARKS: dict[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "de-ch": ("«", "»", "‹", "›"),
    "fr": ("«" + NNBSP, NNBSP + "»", "“", "”"),
    "fr-ch": ("«", "»", "‹", "›"),
    "es": ("«", "»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "pl": ("„", "”", "‚", "’"),
    "cs": ("„", "“", "‚", "‘"),
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "da": ("“", "”", "‘", "’"),
}
_OPENS_AFTER = frozenset(" \t\n\v\u00a0\u202f([{–—-/„“‚‘«‹»>=")

# what an apostrophe begins: a year ('68, the '90s), a shortened word ('n', 'ne, 'tis)
_ELISION = pattern(
    r"\d\ds?\b(?!')|(?:n['’]|s|ne[nmrs]?|n|em|tis|twas|til|cause|round)(?!['\w])", re.IGNORECASE
)

_UNITS = "%|‰|€|°C|km|cm|mm|m|kg|g|t|ml|kWh|kW|MW|GW|GB|MB|TB|Uhr|Euro|Prozent|Mio\\.|Mrd\\.|Millionen|Milliarden|min|Min\\.|Std\\."
_SHORT_WORDS = "|".join(rf"(?<=(?<!\w){word}\. )" for word in ("S", "Nr", "Abb", "Tab", "Kap", "Art", "Bd"))
# What ends in a space that keeps together: between number and unit; after a full stop in "S. 5" and "z. B."; in "§ 5".  The few signs that
# stand before such a space come first: they are found fastest.
_TOGETHER = pattern(
    rf"[0-9.§] (?:(?<=[0-9] )(?=(?:{_UNITS})(?!\w))"
    rf"|(?<=\. )(?:(?:{_SHORT_WORDS})(?=\d)|(?<=(?<!\w)[zduois]\. )(?=(?:B|h|a|Ä|ä|U|u|d|o)\.))|(?<=(?<!\w)§ )(?=\d))"
)
_SIGN = pattern(r"(?<![^\s(\u00a0\u202f])-(?=\d)")


def marks(lang: str) -> tuple[str, str, str, str]:
    """The quotation marks of `lang`: outer opening and closing, inner opening and closing."""
    low = lang.lower()
    return _MARKS.get(low) or _MARKS.get(base(low)) or _MARKS["en"]


def keep_together(text: str, lang: str) -> str:
    """German text with no-break spaces between number and unit, in "z. B." and "S. 5"; other languages as they are."""
    if " " not in text or not lang.lower().startswith("de"):
        return text
    return _TOGETHER.sub(_held, text)


def _held(found: re.Match[str]) -> str:
    return found[0][0] + NBSP


def with_minus(text: str) -> str:
    """A hyphen that stands before a number as its sign becomes the minus sign, U+2212; one within words, numbers, ranges stays."""
    return _SIGN.sub("\u2212", text) if "-" in text else text


class Quotes:
    """Turns straight quotes of one text into the language's own, from left to right."""

    def __init__(self, text: str, lang: str) -> None:
        self._text = text
        self._marks = marks(lang)
        self._outer = self._inner = False
        # where a single quote could close an inner quotation
        self._last_closing = -1
        if "'" in text:
            for match in re.finditer(r"(?<=\S)'(?!\w)", text):
                self._last_closing = match.start()

    def turn(self, at: int) -> str:
        """What stands for the straight quote at position `at`."""
        text = self._text
        before = at - 1
        while before >= 0 and text[before] in "*_~\\":
            before -= 1
        after = at + 1
        while after < len(text) and after < at + 4 and text[after] in "*_~":
            after += 1
        previous = text[before] if before >= 0 else " "
        following = text[after] if after < len(text) else " "
        opens = previous in _OPENS_AFTER and not following.isspace()
        if opens and text[at] == "'" and _ELISION.match(text, at + 1):
            return "’"
        if text[at] == '"':
            if previous == "„":  # typed an opening mark already
                opens = False
            if opens and not self._outer:
                self._outer = True
                return self._marks[0]
            if not self._outer and previous.isdigit():
                return '"'  # inches
            self._outer = False
            return self._marks[1]
        if opens and at < self._last_closing:
            self._inner = True
            return self._marks[2]
        if self._inner and not following.isalnum():
            self._inner = False
            return self._marks[3]
        return "’"
