"""What a workbook's cell shows: its number by its number format (ECMA-376 part 1, 18.8.31), in the talk's language.

Handled are digits, grouping, scaling commas, percent, literals, currencies, exponents, dates, times, up to three sections.
Fractions and conditions show the plain number.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from ..patterns import pattern
from ..records import dataclass
from .dates import month_name
from .locale import base
from .number_format import percent_sign
from .numbers import decimal_sign, figure, group_sign, grouped

_TOKEN = pattern(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|A/P|General|[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|E[+-]|[0#?]+|[.,%@/]|.',
    re.S,
)
_DIGITS = "0#?"
_WIDE = Context(prec=80)
_SHORT_DATE = {
    "de": "{d:02}.{m:02}.{y:04}", "fr": "{d:02}/{m:02}/{y:04}", "es": "{d:02}/{m:02}/{y:04}", "it": "{d:02}/{m:02}/{y:04}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell's text, and the number that a chart takes: as shown ("12 %" is 12), with all its digits; None for dates."""

    text: str
    value: float | None
    unit: str = ""


def shown(value: float, code: str, lang: str, *, epoch_1904: bool = False) -> Shown:
    """What a cell with this number and number format shows."""
    if code[:4] == "date":
        return Shown(_standard_date(value, code, lang, epoch_1904), None)
    sections, dated = _parsed(code)
    if dated:
        return Shown(_date_text(value, sections[0], lang, epoch_1904), None)
    tokens, number = sections[0], value
    if len(sections) > 1 and value < 0:
        tokens, number = sections[1], abs(value)
    elif len(sections) > 2 and value == 0:
        tokens = sections[2]
    odd = any(t[:2] in ("[<", "[>", "[=") for t in tokens) or ("/" in tokens)
    if not any(t[0] in _DIGITS for t in tokens) or odd:
        literal = (
            "".join(_literal(t) for t in tokens) if tokens and not odd and "General" not in tokens else ""
        )
        text = _general(value, lang) if not literal or "@" in tokens else literal
        return Shown(text, value)
    return _number(value, number, tokens, lang)


@lru_cache(maxsize=512)
def _parsed(code: str) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The tokens of each section (semicolons in quotes don't part them), and whether the first is a date's."""
    parts: list[list[str]] = [[]]
    for token in _TOKEN.findall(code):
        if token == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(map(tuple, parts)), _is_date(parts[0])


def _literal(token: str) -> str:
    """What a token that isn't a digit, date or sign shows."""
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    if token[0] == "[":  # [$€-407] is a currency; colours and locales show nothing
        return token[2:-1].partition("-")[0] if token[1:2] == "$" else ""
    return "" if token[0] in "_*" else token


def _number(value: float, number: float, tokens: Sequence[str], lang: str) -> Shown:
    places = [at for at, t in enumerate(tokens) if t[0] in _DIGITS]
    point = next((at for at, t in enumerate(tokens) if t == "." and at + 1 >= places[0]), None)
    exponent = next((at for at in range(places[0], len(tokens)) if tokens[at] in ("E+", "E-")), None)
    end = exponent if exponent is not None else len(tokens)
    whole = [at for at in places if at < (point if point is not None else end)]
    part = [at for at in places if point is not None and point < at < end]
    last = (whole + part)[-1]
    commas = 0
    while commas < 4 and last + 1 + commas < len(tokens) and tokens[last + 1 + commas] == ",":
        commas += 1
    parted = bool(whole) and any(tokens[at] == "," for at in range(whole[0], whole[-1]))
    percent = min(sum(1 for t in tokens if t == "%"), 2)
    scaled = _exact(number, percent, commas)
    least = sum(tokens[at].count("0") for at in whole)
    fixed = sum(tokens[at].count("0") for at in part)
    most = sum(len(tokens[at]) for at in part)
    if exponent is not None:
        digits = _exponent(scaled, most, lang)
    else:
        digits = _digits(scaled, least, fixed, most, parted, lang)
    before = "".join(_literal(t) for t in tokens[: places[0]] if t not in (".", ",", "%"))
    after = ""
    for at in range(last + 1, len(tokens)):
        if exponent is not None and at <= exponent + 1:
            continue
        if tokens[at] == "%":
            after += "%" if after else percent_sign(lang)
        elif tokens[at] != "," and tokens[at][0] not in _DIGITS:
            after += _literal(tokens[at])
    text = f"{before}{digits}{after}".strip()
    if number == value < 0 and digits.startswith("-"):
        text = "-" + f"{before}{digits[1:]}{after}".strip()
    found = figure(f"1 {after.strip()} ".strip()) or figure(f"{before.strip()} 1")
    unit = "%" if percent else found.unit if found is not None else ""
    return Shown(text, _exact(value, percent, commas), unit)


def _exact(value: float, percent: int, commas: int) -> float:
    """The number as it is shown, scaled in decimal so that 0.07 is 7 percent and not 7.000000000000001."""
    if not percent and not commas:
        return value
    return float(Decimal(repr(value)).scaleb(2 * percent - 3 * commas))


def _digits(value: float, least: int, fixed: int, most: int, parted: bool, lang: str) -> str:
    exact = Decimal(repr(value))
    if abs(exact) >= Decimal(10) ** 25:
        return _general(value, lang)
    rounded = exact.quantize(Decimal(1).scaleb(-min(most, 30)), ROUND_HALF_UP, _WIDE)
    sign = "-" if rounded < 0 else ""
    whole, _, part = f"{abs(rounded):f}".partition(".")
    while len(part) > fixed and part.endswith("0"):
        part = part[:-1]
    if whole == "0" and least == 0 and part:
        whole = ""
    whole = whole.rjust(least, "0")
    if parted:
        whole = grouped(whole, group_sign(lang))
    return sign + whole + (decimal_sign(lang) + part if part else "")


def _exponent(value: float, places: int, lang: str) -> str:
    return f"{value:.{min(places, 15)}E}".replace(".", decimal_sign(lang))


def _general(value: float, lang: str) -> str:
    """A number without a format: up to 11 digits as Excel shows them."""
    text = f"{value:.11g}"
    if "e" not in text:
        return text.replace(".", decimal_sign(lang))
    if 1e-9 <= abs(value) < 1e21:
        text = f"{Decimal(text):f}"
        return text.replace(".", decimal_sign(lang))
    return text.replace("e", "E").replace(".", decimal_sign(lang))


def _is_date(tokens: Sequence[str]) -> bool:
    return any(t[0] in "yYdDhHsSmM" or re.fullmatch(r"\[[hms]+\]", t, re.I) for t in tokens)


def moment(value: float, *, epoch_1904: bool = False) -> datetime.datetime | None:
    """The date and time of a serial number (18.17.4); None where there is none.  1900 is a leap year there."""
    if not 0 <= value < 2_958_466:
        return None
    start = datetime.datetime(1904, 1, 1) if epoch_1904 else datetime.datetime(1899, 12, 30)
    if not epoch_1904 and value < 60:
        start += datetime.timedelta(days=1)
    try:
        return start + datetime.timedelta(seconds=round(value * 86400))
    except OverflowError:
        return None


def _standard_date(value: float, code: str, lang: str, epoch_1904: bool) -> str:
    """A date in the language's short form; `code` is "date", longer with the time of day."""
    when = moment(value, epoch_1904=epoch_1904)
    if when is None:
        return _general(value, lang)
    clock = f" {when:%H:%M}" if len(code) > 4 else ""
    pattern = _SHORT_DATE.get(base(lang))
    day = pattern.format(d=when.day, m=when.month, y=when.year) if pattern else when.date().isoformat()
    return day + clock


def _date_text(value: float, tokens: Sequence[str], lang: str, epoch_1904: bool) -> str:
    when = moment(value, epoch_1904=epoch_1904)
    if when is None:
        return _general(value, lang)
    named = any(t[0] in "mM" and len(t) > 2 for t in tokens)
    if any(t[0] in "dD" and len(t) > 2 for t in tokens) or (named and not month_name(1, lang)):
        return when.date().isoformat()
    return _date_tokens(when, tokens, value, lang).strip()


def _date_tokens(when: datetime.datetime, tokens: Sequence[str], value: float, lang: str) -> str:
    afternoon = any(t in ("AM/PM", "A/P") for t in tokens)
    clock = [
        at for at, t in enumerate(tokens) if t[0] in "hHsSmMyYdD" or re.fullmatch(r"\[[hms]+\]", t, re.I)
    ]
    result = ""
    for at, token in enumerate(tokens):
        low, wide = token.lower(), len(token) > 1
        if elapsed := re.fullmatch(r"\[([hms]+)\]", low):
            unit = {"h": 3600, "m": 60, "s": 1}[elapsed[1][0]]
            result += str(int(round(value * 86400) // unit)).rjust(len(elapsed[1]), "0")
        elif low[0] == "y":
            result += f"{when.year:04}" if len(token) > 2 else f"{when.year % 100:02}"
        elif low[0] == "d":
            result += f"{when.day:02}" if wide else str(when.day)
        elif low[0] == "h":
            hour = (when.hour % 12 or 12) if afternoon else when.hour
            result += f"{hour:02}" if wide else str(hour)
        elif low[0] == "s":
            result += f"{when.second:02}" if wide else str(when.second)
        elif token in ("AM/PM", "A/P"):
            result += "AM" if when.hour < 12 else "PM"
        elif low[0] == "m":
            place = clock.index(at)
            before = tokens[clock[place - 1]].lower() if place else ""
            after = tokens[clock[place + 1]].lower() if place + 1 < len(clock) else ""
            minutes = len(token) < 3 and (before.strip("[")[:1] == "h" or after.strip("[")[:1] == "s")
            if minutes:
                result += f"{when.minute:02}" if wide else str(when.minute)
            elif len(token) > 2:
                name = month_name(when.month, lang, short=len(token) == 3)
                result += name[:1] if len(token) == 5 else name
            else:
                result += f"{when.month:02}" if wide else str(when.month)
        elif (token == "." and at + 1 < len(tokens) and tokens[at + 1][0] == "0") or token[0] in "0@#?":
            continue
        else:
            result += _literal(token)
    return result
