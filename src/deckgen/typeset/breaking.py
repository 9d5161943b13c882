"""Where a line may break: where PowerPoint and LibreOffice both do, where either may, and where it looks well.

Both programs fill lines greedily, which uses the fewest lines; leaving out an opportunity that only one of
them takes can therefore only predict more lines, never fewer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..patterns import pattern

# A space, unless closing punctuation follows (UAX #14 LB13) or a word joiner is next to it; a tab; a hyphen
# between letters; an en or em dash before a letter or digit. Not: slash, dot, underscore, soft hyphen, U+2010,
# NBSP, U+2011.
_CLOSES: Final = r")\]}!?.,:;/\u2060"


def _western(closes: str) -> str:
    return rf"(?<![ \t\u2060])[ \t]++(?:(?<=\t)|(?![{closes}]))|(?<=[^\W\d_])-(?=[^\W\d_])|[\u2013\u2014](?=[^\W_])"


_CJK: Final = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
# Kinsoku: characters that may not start a line (closing marks, small kana, marks of repetition and length)
# ...
_NOT_FIRST: Final = (
    "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301c\u301e\u301f\u303b"
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u3099-\u309e\u30a0"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e\uff60\uffe0"
)
# ... and that may not end one (opening marks, currency).
_NOT_LAST: Final = (
    "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff04\uff08\uff3b\uff5b\uff5f\uffe1\uffe5"
)
# Closing marks, which keep to the text before them over a blank too.
_CLOSING_CJK: Final = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60"
_IDEOGRAPHIC: Final = f"(?<=[{_CJK}])(?<![{_NOT_LAST}])(?=[{_CJK}])(?![{_NOT_FIRST}])"

_BREAK: Final = pattern(_western(_CLOSES))
# Signs at which more than single blanks between words decides where a text breaks, scripts other than those of Europe among them; and
# blanks that don't part words.
_MORE: Final = pattern("[^ !-,.0-\u10ff\u2010-\u2012\u2015-\u205f\u20a0-\u20bf]")
_NO_PART: Final = pattern(rf" [{_CLOSES} ]")
_FIRST_CJK: Final = "\u2e80"


_HANGUL: Final = "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"


@cache
def _meeting() -> re.Pattern[str]:
    east = f"[{_CJK}{_HANGUL}]"
    return re.compile(rf"{east}(?=\s*[^\s{_CJK}{_HANGUL}])|[^\s{_CJK}{_HANGUL}](?=\s*{east})")


def meetings(text: str) -> list[int]:
    """Positions of the characters behind which East Asian and other text meet, blanks aside: LibreOffice parts them a little."""
    if text.isascii() or max(text, default="") < "\u1100":
        return []
    return [m.start() for m in _meeting().finditer(text)]


@cache
def _break_with_cjk() -> re.Pattern[str]:
    """Compiled only for texts that need it: it takes ten times as long as all other patterns of this package."""
    return re.compile(f"{_western(_CLOSES + _CLOSING_CJK)}|{_IDEOGRAPHIC}")


# Where one program or the other breaks besides: any space; after marks and signs inside of words, unless
# closing punctuation follows; around symbols and ideographs.
_SYMBOL: Final = f"{_CJK}\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_CLOSING: Final = r"\s)\]}!?.,:;/%\u2019\u201c\u201d\u00bb\u203a\u2026\u2060\ufe0f\u200d"
_INSIDE: Final = rf"(?<![ \t])[ \t]++|[-\u00ad\u200b\u2010\u2012-\u2014\u2026/?!|}}](?=[^{_CLOSING}])"
_ANYWHERE: Final = pattern(rf"{_INSIDE}|(?<=[^\s\u00a0\u2060])(?=\u2014)")
_FIRST_SYMBOL: Final = "\u2190"


@cache
def _anywhere_with_symbols() -> re.Pattern[str]:
    """Compiled only for texts that need it, as `_break_with_cjk`."""
    return re.compile(
        rf"{_INSIDE}|(?<=[^\s\u00a0\u2060])(?=[\u2014{_SYMBOL}])|(?<=[{_SYMBOL}])(?=[^{_CLOSING}])"
    )


_SIGN: Final = pattern(r"(?<=\w\w)(?:/|[-\u2010\u2013](?=[^\W\d]))(?=\w\w)|(?<=\w)/(?=\w\w)")

# Words that want to stay with the next one: articles, prepositions, conjunctions, titles, abbreviations.
_NEXT: Final = {
    "de": """der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
        mein dein sein ihr unser euer zur zum am an ans auf aufs aus außer bei beim bis durch für gegen
        hinter im in ins mit nach neben ob ohne seit über um unter vom von vor während wegen zu zwischen
        und oder als wie nicht sehr pro per je herr frau dr. prof. dipl.-ing. st. nr. ca. bzw. s. abb. tab.
        kap. bd. vgl. inkl. exkl. max. min. sog. ggf. evtl. d. h. z. b. u. a. i. o. s. v.""",
    "en": """a an the this that these those my your our their its his her about above after against among
        around as at before behind below between by down during for from in into like of off on onto out
        over per since through to toward towards under until up upon with within without and or but nor
        not no very mr mrs ms dr mr. mrs. ms. dr. prof. st. no. fig. vs. e.g. i.e. p. pp. ca.""",
    "fr": """le la les un une des du de au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre
        nos vos leur leurs à dans en par pour sans sous sur avec chez entre vers et ou ni si ne pas très m.
        mme dr p.""",
    "es": """el la los las un una unos unas al del de a ante bajo con contra desde en entre hacia hasta para
        por según sin sobre tras y e o u ni no muy mi tu su mis tus sus sr. sra. dr. dra. p.""",
    "it": """il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle al
        allo alla ai agli alle dal dalla nel nella sul sulla e o ma non mio tuo suo sig. dott. p.""",
    "nl": """de het een aan bij door in met naar om onder op over per te tegen tot uit van voor zonder en of
        maar niet zeer mijn jouw uw zijn haar ons onze hun dhr. mevr. dr. nr. p. blz.""",
}  # fmt: skip
# Words that want the number behind them.
_BEFORE_NUMBER: Final = frozenset(
    [
        "jahr",
        "jahre",
        "jahren",
        "seite",
        "kapitel",
        "punkt",
        "schritt",
        "teil",
        "phase",
        "etappe",
        "band",
        "anno",
        "stufe",
        "tag",
        "woche",
        "year",
        "years",
        "page",
        "chapter",
        "point",
        "step",
        "part",
        "phase",
        "stage",
        "day",
        "week",
        "version",
        "level",
        "vol.",
        "no.",
        "fig.",
    ]
)
_MONTHS: Final = frozenset(
    [
        "januar",
        "jänner",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "january",
        "february",
        "march",
        "may",
        "june",
        "july",
        "october",
        "december",
        "jan",
        "feb",
        "mär",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "oct",
        "nov",
        "dez",
        "dec",
        "janvier",
        "février",
        "mars",
        "avril",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
)
# A number that counts something; a year does not.
_NUMBER: Final = pattern(r"(?!(?:1[89]|20)\d\d$)[\d.,:+\u2212\u2013-]*\d")
_ORDINAL: Final = pattern(r"\d{1,3}\.")
_INITIAL: Final = pattern(r"[^\W\d_]\.")
_YEAR: Final = pattern(r"(?:1[89]|20)\d\d")
_DASH: Final = pattern("[\u2013\u2014]")
_OPENING: Final = "(\u201e\u201c\u201a\u2018\u00bb\u00ab\"'"
_QUOTED: Final = pattern("\u201e[^\u201c\u201d]*[\u201c\u201d]|\u201c[^\u201d]*\u201d|\u00bb[^\u00ab]*\u00ab|\u00ab[^\u00bb]*\u00bb")  # fmt: skip
_SHORT_QUOTE: Final = 3  # words that a quotation may have to stay on one line


def words_alone(text: str) -> bool:
    """Whether a text breaks behind every blank and nowhere else: it has single blanks between words, and no sign that decides more."""
    if _MORE.search(text) is not None or _NO_PART.search(text) is not None:
        return False
    return text[:1] != " " and text[-1:] != " "


def opportunities(text: str) -> list[int]:
    """Positions in `text` before which a line may start in both programs, ascending, without 0 and the end.

    Hard breaks ("\\v") are not looked at. Korean breaks at spaces only.
    """
    n = len(text)
    pattern = _BREAK if text.isascii() or max(text, default="") < _FIRST_CJK else _break_with_cjk()
    found = [end for m in pattern.finditer(text) if 0 < (end := m.end()) < n]
    return _not_before_slashes(text, found) if "/" in text else found


def _not_before_slashes(text: str, found: list[int]) -> list[int]:
    """The positions without those inside of a word that has a slash further on.

    LibreOffice looks for the last opportunity that fits, and where that is behind a slash it takes the word's
    beginning, past its hyphens.
    """
    kept: list[int] = []
    slash = False  # whether the word has one behind the position
    stop = len(text)
    for at in reversed(found):
        slash = "/" in text[at:stop].rstrip(" \t/") or (slash and text[stop - 1] not in " \t")
        if text[at - 1] in " \t" or not slash:
            kept.append(at)
        stop = at
    return kept[::-1]


def anywhere(text: str) -> list[int]:
    """Positions before which a line may start in one of the programs at least; holds all `opportunities`."""
    n = len(text)
    pattern = _ANYWHERE if max(text, default="") < _FIRST_SYMBOL else _anywhere_with_symbols()
    found = {end for m in pattern.finditer(text) if 0 < (end := m.end()) < n}
    return sorted(found.union(opportunities(text)))


def at_signs(word: str) -> list[int]:
    """Positions in a word behind a sign at which a reader expects a break, though not every program breaks."""
    return [m.end() for m in _SIGN.finditer(word) if m.end() < len(word)]


@cache
def _words(lang: str) -> frozenset[str]:
    return frozenset(_NEXT.get(lang, "").split())


def preferred(text: str, lang: str) -> list[int]:
    """Those of `opportunities(text)` that part nothing which belongs together.

    Kept together: article, preposition, conjunction or title and the next word; number and what it counts;
    the parts of dates and of abbreviations ("z. B.", "S. 5", initials); quotations of up to three words; a
    dash and the word before it.
    """
    words = _words(lang.lower().split("-")[0])
    quotes = [m.span() for m in _QUOTED.finditer(text) if len(m[0].split()) <= _SHORT_QUOTE]
    found = opportunities(text)
    edges = [0, *found, len(text)]
    result = []
    for i, at in enumerate(found, 1):
        if any(a < at < b for a, b in quotes):
            continue
        before = text[edges[i - 1] : at].strip(" \t").casefold().lstrip(_OPENING)
        after = text[at : edges[i + 1]].strip(" \t").casefold()
        if not _clings(before, after, words):
            result.append(at)
    return result


def _clings(before: str, after: str, words: frozenset[str]) -> bool:
    if before in words or _DASH.match(after):
        return True
    bare = after.rstrip(".,:;!?)\u201c\u201d\u00ab\u00bb")
    if _NUMBER.fullmatch(before) or _ORDINAL.fullmatch(before):
        return after not in words
    if _INITIAL.fullmatch(before):
        return True
    if before.rstrip(".") in _MONTHS:
        return bool(_YEAR.fullmatch(bare) or _NUMBER.fullmatch(bare))
    return before in _BEFORE_NUMBER and bool(_NUMBER.fullmatch(bare) or _YEAR.fullmatch(bare))
