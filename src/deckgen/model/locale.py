"""What differs by language: likely regions, writing direction, number words, pace of speech."""

from __future__ import annotations

from functools import lru_cache

_REGIONS = {
    "ar": "SA", "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "et": "EE",
    "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU", "it": "IT", "ja": "JP", "ko": "KR",
    "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK",
    "sl": "SI", "sv": "SE", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
_RTL = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "dv", "ug"})
_ADDRESS = frozenset({"du", "sie", "tu", "vous", "lei", "usted"})  # forms of address, not regions
_NUMBERS = {
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici",
}
_PACE = {"de": 115, "en": 130, "fr": 135, "es": 140, "it": 135}
DEFAULT_PACE = 120  # words a minute where the language isn't in the table


@lru_cache(maxsize=256)
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


@lru_cache(maxsize=256)
def is_rtl(lang: str) -> bool:
    """Whether the language is written from right to left."""
    return base(lang) in _RTL


def number_word(n: int, lang: str) -> str:
    """`n` as a word up to twelve, above that as digits."""
    words = _NUMBERS.get(base(lang), "").split()
    return words[n] if 0 <= n < len(words) else str(n)


def pace(lang: str) -> int:
    """Words a minute at which the language is usually spoken on a stage."""
    return _PACE.get(base(lang), DEFAULT_PACE)
