"""Widths of Arabic, Hebrew, Devanagari and Thai, which programs take from other fonts than the one that is written.

Each is the most in em that the regular and bold faces of Noto Sans, Noto Naskh, Liberation Sans and DejaVu Sans make of it, and a
twentieth more: they are the fonts that programs fall back to, or as wide as those.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

# Code points by their width in em: standing alone or at a word's end ...
_FREE: Final = {
    0.35: "5d9 671-674 903 93b 93e-940 949-94c 94e-94f",
    0.4: "5d5 5df 60c-60d 622-623 625 627 66b-66c 971 e40",
    0.45: "5d6 61b 964",
    0.5: "5e0 5f3 61e 930-931 e42-e44",
    0.55: "5d2 60b 621 907-908 970 97d e27 e30 e32-e33 e45",
    0.6: "5db 66d 675-676 6c0 6c4-6c5 6c9-6ca 6cf 91f 926 939 93d 966-96c 96e-96f e23 e2f",
    0.65: "5d3 5da 5dc 5e8 61f 629 62f-630 647 660-666 669-66a 677 688-690 6c1-6c3 6d5 6f0-6f4 6f6 6f9 909 90d-910 917 920-922 928-92a 935 95a 95c-95d 978 97b 97e e07-e08 e18 e25 e2d e3f e51",
    0.7: "5d1 5e2 5e4-5e6 60f 624 631-632 648 667-668 691-694 696-699 6c6-6c8 6cb 6f5 6f7-6f8 918 924 92c 92e-92f 937 95f 965 96d 97a 97f e01-e03 e09-e0b e10 e16 e22 e24 e2a e2e e41 e46 e4f-e50 e56",
    0.75: "5d4 5d7-5d8 5e1 5e3 5f0-5f2 5f4 606-607 639-63a 695 6a0 919-91a 927 e04-e06 e0e-e0f e11 e14-e15 e17 e19-e1d e20-e21 e26 e28 e2b e54-e55 e58",
    0.8: "5d0 5dd-5de 5e7 5ea 62c-62e 681-687 6bf 90c 91b 925 932 936 938 961 e59",
    0.85: "5e9 645 91d 923 92d 933-934 97c e1e-e1f e29 e2c e52",
    0.9: "620 63d-63f 6d1 904-905 90a 915 91c 91e 92b 958 95b 95e 972-973 976-977 979 e53 e5a",
    0.95: "609 642 644 646 66f 678 6a7-6a8 6b5-6bd 916 959",
    1: "626 6be 6d2-6d3 90b 960 e0c-e0d e13 e57",
    1.05: "608 60e 63b-63c 643 6ac-6ae 6cd e12",
    1.1: "649-64a 6a9 6ab 6af-6b4 6cc 6ce 6d0 950",
    1.15: "637-638 69f",
    1.2: "628 62a-62b 66e 679-680 906 911-914 974-975",
    1.25: "60a e5b",
    1.3: "641 6a1-6a6",
    1.35: "6aa",
    1.5: "69c",
    1.55: "633-636 69a-69b 69d-69e",
}
# ... and Arabic letters joined to the next one.
_JOINED: Final = {
    0.45: "620 626 628 62a-62b 63d-63f 644 646 649-64a 66e 678-680 6b5-6bd 6cc 6ce 6d0-6d1",
    0.55: "63b-63c 6c1-6c2",
    0.6: "6ad",
    0.65: "643 6a9 6ab-6ac 6ae-6b4",
    0.75: "639-63a 645 647 6a0 6be",
    0.8: "62c-62e 641-642 66f 681-687 6a1-6a8 6bf",
    1.05: "637-638 69f",
    1.1: "633-636 69a-69e",
    1.15: "6aa",
}

FIRST: Final = "\u0590"
_ARABIC: Final = ("\u0600", "\u06ff")
_HAMZA: Final = "\u0621"  # joins nothing


@cache
def widths() -> Mapping[str, float]:
    """Em by character, not joined to the next one."""
    return _table(_FREE)


@cache
def _joined() -> Mapping[str, float]:
    return _table(_JOINED)


def _table(ranges: Mapping[float, str]) -> dict[str, float]:
    found = {}
    for em, points in ranges.items():
        for part in points.split():
            a, _, b = part.partition("-")
            found.update({chr(p): em for p in range(int(a, 16), int(b or a, 16) + 1)})
    return found


def joins(text: str) -> dict[int, float]:
    """Positions of the Arabic letters that are joined to the next one, with their widths in em there."""
    found: dict[int, float] = {}
    known, last = _joined(), -1
    for i, ch in enumerate(text):
        if not _ARABIC[0] <= ch <= _ARABIC[1]:
            last = -1
        elif unicodedata.category(ch) == "Lo":
            if last >= 0 and ch != _HAMZA:
                found[last] = known[text[last]]
            last = i if ch in known else -1
        elif unicodedata.category(ch) != "Mn":
            last = -1
    return found
