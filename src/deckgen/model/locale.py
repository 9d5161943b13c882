"""What differs by language: likely regions, writing direction, dates, number words, pace of speech."""

from __future__ import annotations

import datetime

_REGIONS = {
    "ar": "SA", "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "et": "EE",
    "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU", "it": "IT", "ja": "JP", "ko": "KR",
    "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK",
    "sl": "SI", "sv": "SE", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
_RTL = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "dv", "ug"})
_ADDRESS = frozenset({"du", "sie", "tu", "vous", "lei", "usted"})  # forms of address, not regions
_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
_SHORT_MONTHS = {
    "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
}
_NUMBERS = {
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici",
}
_PACE = {"de": 115, "en": 130, "fr": 135, "es": 140, "it": 135}
DEFAULT_PACE = 120  # words a minute where the language isn't in the table


def base(lang: str) -> str:
    """The language without region or script: "de" for "de-AT"."""
    return lang.split("-")[0].lower()


def region(lang: str) -> str:
    """The tag that runs carry: "de-DE" for "de" and "de-du"; "de-AT" stays."""
    parts = lang.split("-")
    stem = parts[0].lower()
    if len(parts) > 1 and parts[1].lower() not in _ADDRESS:
        rest = [p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p for p in parts[1:]]
        return "-".join([stem, *rest])
    return f"{stem}-{_REGIONS[stem]}" if stem in _REGIONS else stem


def is_rtl(lang: str) -> bool:
    """Whether the language is written from right to left."""
    return base(lang) in _RTL


def format_date(date: datetime.date, lang: str) -> str:
    """The date in words: "4. Januar 2021", "January 4, 2021"; ISO where the language isn't in the table."""
    stem = base(lang)
    if stem not in _MONTHS:
        return date.isoformat()
    month = _MONTHS[stem].split()[date.month - 1]
    if stem == "de":
        return f"{date.day}. {month} {date.year}"
    if stem == "es":
        return f"{date.day} de {month} de {date.year}"
    if stem == "en" and region(lang) == "en-US":
        return f"{month} {date.day}, {date.year}"
    first = (
        "1er" if stem == "fr" and date.day == 1 else "1º" if stem == "it" and date.day == 1 else str(date.day)
    )
    return f"{first} {month} {date.year}"


def number_word(n: int, lang: str) -> str:
    """`n` as a word up to twelve, above that as digits."""
    words = _NUMBERS.get(base(lang), "").split()
    return words[n] if 0 <= n < len(words) else str(n)


def pace(lang: str) -> int:
    """Words a minute at which the language is usually spoken on a stage."""
    return _PACE.get(base(lang), DEFAULT_PACE)


def month_name(month: int, lang: str, *, short: bool = False) -> str:
    """The name of a month (1 to 12), "" where the language isn't in the table; short as a spreadsheet writes it."""
    names = (_SHORT_MONTHS if short else _MONTHS).get(base(lang), "").split()
    return names[month - 1] if names else ""
