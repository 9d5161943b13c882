"""Numbers as a language writes them: as text, and as the format code that charts and their workbooks carry.

A code is always written with en-US separators (ECMA-376 part 1, 18.8.31); which separators a viewer sees is up to the
viewer's system.  Charts keep codes all the same, so that their numbers stay numbers that can be edited.  Text that
deckgen sets itself (tables, figures, descriptions) uses `text` and is the same everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from ..patterns import pattern
from ..records import dataclass, replace
from .locale import base
from .numbers import NBSP, THIN, grouped, separators

MINUS = "\u2212"
# languages that leave four digits together
_LATE_GROUPING = frozenset({"es", "it", "pl", "pt-pt", "bg"})
_TIGHT_PERCENT = frozenset({"en", "nl", "it", "pt", "pl", "tr", "ja", "zh", "ko", "he", "el", "id"})
_SYMBOLS = {
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "CHF": "CHF", "PLN": "zł", "CZK": "Kč",
    "SEK": "kr", "NOK": "kr", "DKK": "kr.",
}  # fmt: skip
_SYMBOL_FIRST = frozenset({"en", "ja", "zh", "ko", "he", "hi"})
_SPACED_FIRST = frozenset({"nl", "de-ch", "fr-ch", "it-ch", "de-at", "de-li"})
_NO_CENTS = frozenset({"JPY", "KRW", "HUF", "CLP", "ISK"})
_PATTERN = pattern(r"(?P<sign>\+?)(?P<group>#,##)?0(?:\.(?P<places>0{1,6}))?(?P<percent>%?)\Z")
_WORDED = pattern(r"(?P<word>percent|currency)(?: (?P<code>[A-Z]{3}))?(?: (?P<pattern>[+#,0.]+))?\Z")
MOST_PLACES = 2  # of numbers whose format nobody gave
_EXACT = Context(prec=400)

HINT = "write a pattern (`0.0`, `#,##0`, `+0`), `percent` (0.64 is 64 %) or `currency EUR`"
"""What a format may be, for findings."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How numbers are written in `lang`.

    `share`: the number is a share of one, shown as a percentage.  `signed`: a plus sign stands before positive numbers.
    `prefix` and `suffix` stand around it, their spaces in them.
    """

    lang: str
    places: int = 0
    grouped: bool = True
    share: bool = False
    signed: bool = False
    prefix: str = ""
    suffix: str = ""

    def text(self, value: float) -> str:
        """`value` as the language writes it; halves are rounded away from zero, as spreadsheets do."""
        whole, _, rest = repr(abs(float(value))).partition(".")
        rest = "" if rest == "0" else rest
        if self.share or len(rest) > self.places or not (whole + rest).isdecimal():  # rounded exactly
            number = _EXACT.create_decimal(repr(float(value))) * (100 if self.share else 1)
            number = number.quantize(Decimal(1).scaleb(-self.places), ROUND_HALF_UP, _EXACT)
            whole, _, rest = f"{abs(number):f}".partition(".")
            value = -1 if number < 0 else int(number > 0)
        else:
            rest = rest.ljust(self.places, "0")
        group, point = separators(self.lang)
        least = 5 if _known(self.lang, _LATE_GROUPING) else 4
        if self.grouped and len(whole) >= least:
            whole = grouped(whole, group)
        sign = MINUS if value < 0 else "+" if self.signed and value > 0 else ""
        return f"{sign}{self.prefix}{whole}{point + rest if rest else ''}{self.suffix}"

    @property
    def code(self) -> str:
        """The format code; negative numbers have a section of their own for the minus sign U+2212."""
        digits = ("#,##0" if self.grouped else "0") + ("." + "0" * self.places if self.places else "")
        before, after = _literal(self.prefix), _literal(self.suffix)
        if self.share:  # the percent sign itself multiplies by a hundred
            after = _literal(self.suffix[: self.suffix.index("%")]) + "%"
        body = f"{before}{digits}{after}"
        sections = [("+" if self.signed else "") + body, f'"{MINUS}"{body}']
        return ";".join([*sections, body] if self.signed else sections)

    @property
    def spaced_code(self) -> str:
        """The code with a space on the side of zero: labels at the ends of bars keep clear of them."""
        sections = self.code.split(";")
        return ";".join(f'{s}"{NBSP}"' if i == 1 else f'"{NBSP}"{s}' for i, s in enumerate(sections))

    def with_places(self, places: int) -> NumberFormat:
        """The same with other decimal places."""
        return replace(self, places=places)


def number_format(unit: str, pattern: str, lang: str, values: Iterable[float | None]) -> NumberFormat:
    """The format of a chart's or table's `unit` and `format`.

    `unit` is what stands after each number ("%", "Mio. €"); English puts a currency sign before it.  `pattern` is "" (then as many
    decimal places as `values` need, at most two), a pattern of digits (`0.0`, `#,##0.00`, `+0`, `0%`), `percent` (values are
    shares of one), or `currency EUR`; both words may be followed by a pattern.

    Raises:
        ValueError: for a pattern that is none of these.
    """
    given = [v for v in values if v is not None]
    made = NumberFormat(lang, grouped=True)
    worded = _WORDED.match(pattern.strip())
    digits = pattern.strip()
    if worded is not None and (worded["code"] is not None) == (worded["word"] == "currency"):
        digits = worded["pattern"] or ""
        made = _percent(made) if worded["word"] == "percent" else _currency(made, worded["code"])
    if digits:
        found = _PATTERN.match(digits)
        if found is None:
            raise ValueError(pattern)
        if found["percent"]:
            made = _percent(made)
        places = len(found["places"] or "")
        made = replace(made, places=places, grouped=bool(found["group"]), signed=bool(found["sign"]))
    else:
        made = replace(made, places=_places(made, given, worded["code"] if worded else None))
    return _with_unit(made, unit.strip()) if unit.strip() and not made.share else made


def _places(made: NumberFormat, values: list[float], currency: str | None) -> int:
    scale = 100 if made.share else 1
    need = max((decimals(v * scale) for v in values), default=0)
    if currency is not None:
        return 0 if currency in _NO_CENTS or need == 0 else 2
    return need


def decimals(value: float, most: int = MOST_PLACES) -> int:
    """How many decimal places `value` needs, at most `most`; what binary fractions add is no digit."""
    for places in range(most):
        if math.isclose(value, round(value, places), rel_tol=1e-9, abs_tol=1e-12):
            return places
    return most


def _known(lang: str, table: frozenset[str]) -> bool:
    return lang.lower() in table or base(lang) in table


def _space(lang: str) -> str:
    return THIN if base(lang) == "fr" else NBSP


def _percent(made: NumberFormat) -> NumberFormat:
    return replace(made, share=True, suffix=percent_sign(made.lang))


def percent_sign(lang: str) -> str:
    """The percent sign behind a number, with the space that the language sets before it."""
    return "%" if _known(lang, _TIGHT_PERCENT) else f"{_space(lang)}%"


def _currency(made: NumberFormat, code: str) -> NumberFormat:
    symbol, lang = _SYMBOLS.get(code, code), made.lang
    if _known(lang, _SPACED_FIRST):
        return replace(made, prefix=symbol + NBSP)
    if _known(lang, _SYMBOL_FIRST):
        return replace(made, prefix=symbol + (NBSP if symbol[-1].isalpha() else ""))
    return replace(made, suffix=_space(lang) + symbol)


def _with_unit(made: NumberFormat, unit: str) -> NumberFormat:
    if unit in "€$£¥₹" and _known(made.lang, _SYMBOL_FIRST):
        return replace(made, prefix=made.prefix + unit)
    tight = unit in "°′″" or (unit[0] in "%‰" and _known(made.lang, _TIGHT_PERCENT))
    unit = unit.replace(" ", NBSP)
    return replace(made, suffix=made.suffix + ("" if tight else _space(made.lang)) + unit)


def _literal(text: str) -> str:
    """Text that a format code shows as it is; a code knows no quote within quotes."""
    return f'"{text.replace(chr(34), "″")}"' if text else ""
