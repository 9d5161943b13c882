"""Widths of characters that a font lacks: programs make them up from others or take them from another font.

Each is a pair in em: the most that a program takes and the least.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from deckgen.typeset import other_scripts

# Spaces by definition (Unicode chapter 6.2, HarfBuzz' fallback); some fonts' own are wider, so the thin ones
# count at least a quarter em.
_SPACES: Final = {
    "\u2000": (0.5, 0.5), "\u2001": (1.0, 1.0), "\u2002": (0.5, 0.5), "\u2003": (1.0, 1.0),
    "\u2004": (0.34, 0.33), "\u2005": (0.25, 0.25), "\u2006": (0.25, 1 / 6),
    "\u2009": (0.25, 1 / 6), "\u200a": (0.25, 0.0), "\u202f": (0.25, 0.1), "\u205f": (0.25, 2 / 9), "\u3000": (1.0, 1.0),
}  # fmt: skip

# As wide as another character of the font, at least as wide as in the fonts that programs fall back to.
_LIKE: Final = {
    "\u00a0": (" ", 0.25),
    "\u2007": ("0", 0.64),
    "\u2008": (".", 0.32),
    "\u202f": (" ", 0.25),
    "\u2010": ("-", 0.42),
    "\u2011": ("-", 0.42),
    "\u2012": ("0", 0.64),
    "\u2212": ("+", 0.84),
}

_LONE_MARK: Final = 0.2  # a mark takes its letter along to the other font, which may be wider
_EMOJI: Final = (1.4, 1.0)  # Segoe UI Emoji 1.37 em, Noto Color Emoji 1.25 em
# First code point of a stretch and its widths; the stretch ends where the next one begins.
_BLOCKS: Final = (
    (0x0000, (1.0, 0.2)),
    (0x0900, (1.6, 0.0)),  # Indic and south-east Asian scripts: letters of several parts, joined or not
    (0x1100, (1.0, 0.0)),
    (0x1780, (1.6, 0.0)),
    (0x1800, (1.0, 0.2)),
    (0x20D0, (1.3, 0.0)),
    (0x2100, (1.3, 0.2)),  # letterlike, arrows, mathematics
    (0x2300, _EMOJI),
    (0x2500, (1.0, 0.2)),
    (0x25A0, _EMOJI),  # shapes, symbols, dingbats
    (0x27C0, (1.8, 0.2)),  # long arrows
    (0x2B00, _EMOJI),
    (0x2C00, (1.0, 0.2)),
    (0x2E3A, (3.0, 0.2)),  # two- and three-em dashes
    (0x2E3C, (1.0, 0.2)),
    (0x2E80, (1.0, 1.0)),
    (0xA000, (1.0, 0.2)),
    (0xAC00, (1.0, 0.8)),
    (0xD7B0, (1.0, 0.2)),
    (0xFDF0, (5.0, 0.2)),  # words as one character
    (0xFDFD, (12.0, 0.2)),
    (0xFE00, (1.0, 0.2)),
    (0x12000, (6.0, 0.2)),
    (0x12550, (1.5, 0.2)),
    (0x1F000, _EMOJI),
    (0x1FB00, (1.0, 0.2)),
    (0x20000, (1.0, 1.0)),
    (0x40000, (1.4, 0.0)),
)
_STARTS: Final = tuple(start for start, _ in _BLOCKS)
_SILENT: Final = frozenset("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u3164\ufeff")


def fallback(ch: str, advances: Mapping[str, int], upem: int) -> tuple[int, int]:
    """(most, least) advance of a character that is not in `advances`, in units of `upem` per em.

    Joiners, variation selectors and direction marks take no room; a mark that the font lacks takes none
    itself, but its letter may come from a wider font.
    """
    most, least = _em(ch)
    if ch in _LIKE:
        like, floor = _LIKE[ch]
        own = advances.get(like, round(0.6 * upem))
        return max(own, round(most * upem) if ch in _SPACES else 0, round(floor * upem)), min(
            own, round(least * upem)
        )
    return round(most * upem), round(least * upem)


def _em(ch: str) -> tuple[float, float]:
    if ch in _SPACES:
        return _SPACES[ch]
    if is_silent(ch):
        return 0.0, 0.0
    if ch == "\u20e3":  # a keycap: an emoji with the digit before it
        return _EMOJI[0], 0.0
    if unicodedata.category(ch) in ("Mn", "Me"):
        return _LONE_MARK, 0.0
    if other_scripts.FIRST <= ch < "\u0e80":
        known = other_scripts.widths().get(ch)
        if known is not None:
            return known, min(known, 0.2)
    return _BLOCKS[bisect_right(_STARTS, ord(ch)) - 1][1]


def is_silent(ch: str) -> bool:
    """Whether a character is never drawn: joiners, direction marks, variation selectors, soft hyphens."""
    return (
        ch in _SILENT
        or "\u200b" <= ch <= "\u200f"
        or "\u202a" <= ch <= "\u202e"
        or "\u2060" <= ch <= "\u206f"
        or "\ufe00" <= ch <= "\ufe0f"
        or "\U000e0000" <= ch <= "\U000e0fff"
    )
