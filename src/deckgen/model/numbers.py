"""Numbers as people write them: decimal and grouping signs by language, signs, percent, currencies, scales.

`figure` reads one text without knowing whether its comma or its point is the decimal sign; `Decimals` learns that from all
figures of a table or file, and asks the language only where they don't say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

from ..patterns import pattern
from ..records import dataclass
from .locale import base

NBSP, THIN = "\u00a0", "\u202f"
# CLDR 45, numbers: (group, decimal) sign by language, or language and region; all others have a comma and a point
_DOTS, _COMMAS, _SPACED, _THIN, _SWISS = (".", ","), (",", "."), (NBSP, ","), (THIN, ","), ("’", ".")
_SEPARATORS = {
    **dict.fromkeys(["az", "bs", "ca", "da", "de", "el", "es", "eu", "gl", "hr", "id", "is", "it", "lb", "mk", "nl", "pt", "ro", "sl", "sr", "tr", "vi"], _DOTS),
    **dict.fromkeys(["af", "be", "bg", "cs", "et", "fi", "hu", "hy", "ka", "kk", "lt", "lv", "nb", "nn", "no", "pl", "ru", "sk", "sq", "sv", "uk", "uz"], _SPACED),
    "fr": _THIN,
    **dict.fromkeys(["es-do", "es-gt", "es-hn", "es-mx", "es-ni", "es-pa", "es-pe", "es-pr", "es-sv", "es-us"], _COMMAS),
    **dict.fromkeys(["en-be", "en-de", "en-dk", "en-nl", "en-si"], _DOTS),
    **dict.fromkeys(["de-at", "en-at", "en-fi", "en-se", "en-za", "fr-ca", "pt-pt"], _SPACED),
    **dict.fromkeys(["de-ch", "de-li", "it-ch", "rm-ch"], _SWISS),
}  # fmt: skip
MISSING = frozenset(
    {
        "",
        "-",
        "−",
        "–",
        "—",
        ".",
        "…",
        "...",
        "n/a",
        "na",
        "n.a.",
        "k. a.",
        "k.a.",
        "nan",
        "null",
        "#n/a",
        "#nv",
    }
)
_SPACES = " \u00a0\u202f\u2009\u2007"
_BLANK = pattern(f"[{_SPACES}\t\n\v]+")
_GROUPED = r"[1-9][0-9]{0,2}(?:([%s])[0-9]{3})(?:\%d[0-9]{3}){0,7}"
_PLAIN = r"[0-9]{1,25}"


def _body(decimal: str, group: str) -> re.Pattern[str]:
    signs = f"{group}'’{_SPACES}"
    grouped = _GROUPED % (signs, 1)
    return re.compile(
        rf"(?:{grouped}(?:{decimal}[0-9]{{1,25}})?|(?:{_PLAIN}(?:{decimal}[0-9]{{1,25}})?|{decimal}[0-9]{{1,25}})(?:[eE][+-]?[0-9]{{1,3}})?)"
    )


_COMMA, _DOT = _body(",", "."), _body(r"\.", ",")
_CURRENCY = r"€|\$|US\$|£|¥|EUR|USD|GBP|CHF|Fr\.|Euro|Dollar"
_SCALE = r"Mio\.?|Mrd\.?|Bio\.?|Tsd\.?|Mill\.|Millionen|Milliarden|Tausend|million|billion|thousand|bn|k|M"
_PREFIX = pattern(rf"(?:{_CURRENCY})(?=[{_SPACES}0-9.,+−–(-])")
_SUFFIX = pattern(
    rf"(?:%|‰|Prozent|percent|(?:{_SCALE})?[{_SPACES}]?(?:{_CURRENCY})|T(?:€|EUR)|(?:{_SCALE}))"
)
_SAME = {
    "Prozent": "%",
    "percent": "%",
    "EUR": "€",
    "Euro": "€",
    "USD": "$",
    "US$": "$",
    "Dollar": "$",
    "GBP": "£",
}
_SIMPLE = pattern(r"([0-9]+)(?:([.,])([0-9]+))?")
_DIGIT = pattern(r"[0-9]")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: its value where the comma is the decimal sign, and where the point is (None: it can't be), and its unit.

    The unit is as shown after the number ("%", "€", "Mio. €"); the value isn't multiplied by it.
    """

    comma: float | None
    point: float | None
    unit: str = ""

    @property
    def decided(self) -> bool:
        """Whether both readings agree, or only one is possible."""
        return self.comma is None or self.point is None or self.comma == self.point

    def value(self, decimal: str) -> float:
        """The number with this decimal sign, or the only one that it can be."""
        first, second = (self.comma, self.point) if decimal == "," else (self.point, self.comma)
        result = first if first is not None else second
        assert result is not None
        return result


def missing(text: str) -> bool:
    """Whether a text says that there is no number: empty, a dash, "n/a", "k. A."."""
    return _BLANK.sub(" ", text).strip().lower() in MISSING


def figure(text: str) -> Figure | None:
    """The number that `text` is, or None; nothing else may stand beside it ("12 Stück" is none)."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    if text.isascii() and len(text) <= 25 and (found := _SIMPLE.fullmatch(text)):  # as most are
        return _simple(found)
    rest = text.strip(_SPACES + "\t\n\v")
    negative = False
    if rest.startswith("(") and rest.endswith(")"):
        negative, rest = True, rest[1:-1].strip(_SPACES)
    signs, rest = _sign(rest)
    prefix = ""
    if found := _PREFIX.match(rest):
        prefix, rest = found[0], rest[found.end() :].lstrip(_SPACES)
        if not signs:
            signs, rest = _sign(rest)
    end = len(rest)
    while end and not _DIGIT.match(rest, end - 1):
        end -= 1
    suffix = rest[end:].strip(_SPACES)
    if suffix[-1:] in ("-", "−") and not signs:  # SAP writes the sign last
        signs, suffix = "-", suffix[:-1].rstrip(_SPACES)
    body = rest[:end]
    if suffix and not _SUFFIX.fullmatch(suffix):
        return None
    if negative and signs:
        return None
    negative = negative or signs == "-"
    comma, point = (_value(body, pattern, negative) for pattern in (_COMMA, _DOT))
    if comma is None and point is None:
        return None
    return Figure(comma, point, _unit(prefix, suffix))


def _simple(found: re.Match[str]) -> Figure:
    """Digits alone, or with one comma or point in them, which may part thousands."""
    head, sign, tail = found[1], found[2], found[3]
    if not sign:
        return Figure(float(head), float(head))
    value = float(f"{head}.{tail}")
    other = float(head + tail) if len(tail) == 3 and len(head) <= 3 and head[0] != "0" else None
    return Figure(value, other) if sign == "," else Figure(other, value)


def _sign(text: str) -> tuple[str, str]:
    if text[:1] in ("-", "−", "–"):
        return "-", text[1:].lstrip(_SPACES)
    if text[:1] == "+":
        return "+", text[1:].lstrip(_SPACES)
    return "", text


def _value(body: str, pattern: re.Pattern[str], negative: bool) -> float | None:
    if not pattern.fullmatch(body):
        return None
    result = float(body) if body.isascii() and body.isdigit() else float(_plain(body, pattern))
    if not math.isfinite(result):
        return None
    return -result if negative and result else result


def _plain(body: str, pattern: re.Pattern[str]) -> str:
    """A number as `float` reads it."""
    decimal = "," if pattern is _COMMA else "."
    return "".join(["." if char == decimal else char for char in body if char in "0123456789eE+-" + decimal])


def _unit(prefix: str, suffix: str) -> str:
    if not prefix and not suffix:
        return ""
    words = [w for w in _BLANK.sub(" ", suffix).split(" ") if w]
    if words and (found := re.fullmatch(rf"({_SCALE})({_CURRENCY})", words[0])):
        words = [found[1], found[2]]
    if prefix and not any(re.fullmatch(_CURRENCY, w) for w in words):
        words.append(prefix)
    return " ".join(_SAME.get(w, w) for w in words)


@lru_cache(maxsize=256)
def separators(lang: str) -> tuple[str, str]:
    """Group and decimal sign of a language."""
    return _SEPARATORS.get(lang.lower()) or _SEPARATORS.get(base(lang), _COMMAS)


def decimal_sign(lang: str) -> str:
    """The decimal sign of a language: "," or "."."""
    return separators(lang)[1]


def group_sign(lang: str) -> str:
    """What parts the thousands in a language."""
    return separators(lang)[0]


def grouped(digits: str, sign: str) -> str:
    """A whole number's digits in groups of three."""
    first = len(digits) % 3 or 3
    return sign.join([digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))])


@dataclass(frozen=True, slots=True)
class Decimals:
    """The decimal sign of many figures: `sign`; `told` says that they show it, `mixed` that they show both."""

    sign: str
    told: bool
    mixed: bool = False

    @classmethod
    def of(cls, figures: Iterable[Figure], lang: str) -> Decimals:
        """What the figures show; the language's sign where they don't, or where they contradict each other evenly."""
        comma = point = 0
        for one in figures:
            comma += one.point is None
            point += one.comma is None
        if comma == point:
            return cls(decimal_sign(lang), bool(comma), bool(comma))
        return cls("," if comma > point else ".", True, bool(comma and point))
