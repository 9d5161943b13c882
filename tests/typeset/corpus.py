"""Texts that nobody here wrote: Debian's fortunes packages (German, English) and its FAQ in French."""

from __future__ import annotations

import gzip
import random
import re
from functools import cache
from pathlib import Path

FORTUNES = Path("/usr/share/games/fortunes")
FAQ = Path("/usr/share/doc/debian/FAQ/debian-faq.fr.txt.gz")
_PLAIN = re.compile(r"^[ -~\u00a0-\u017f\u2010-\u2026\u20ac]+$")
_DRAWN = re.compile(r"[\x00-\x08\x0b-\x1f]|  {4,}|[_=*#|\\~^]{2,}")


def _fortunes(folder: Path) -> list[str]:
    found = []
    for path in sorted(p for p in folder.glob("*") if p.is_file() and not p.is_symlink()):
        if path.suffix in {".dat", ".u8"} or "ascii" in path.name:
            continue
        data = path.read_bytes()
        try:
            whole = data.decode("utf-8")
        except UnicodeDecodeError:
            whole = data.decode("latin-1")
        found += re.split(r"\n%+\s*\n", whole)
    return found


def _faq() -> list[str]:
    if not FAQ.is_file():
        return []
    whole = gzip.decompress(FAQ.read_bytes()).decode("utf-8")
    return [t for t in re.split(r"\n\s*\n", whole) if not re.search(r"\b(?:the|you)\b", t)]


@cache
def texts() -> dict[str, tuple[str, ...]]:
    """Texts of one paragraph by language, of the packages that are installed."""
    sources = {"de": _fortunes(FORTUNES / "de"), "en": _fortunes(FORTUNES), "fr": _faq()}
    found = {}
    for lang, items in sources.items():
        whole = (
            re.sub(r"[ \t\n]+", " ", item).strip(" \u00a0").replace("--", "\u2013")
            for item in items
            if not _DRAWN.search(item)
        )
        kept = tuple(t for t in whole if len(t) >= 15 and _PLAIN.match(t))
        if kept:
            found[lang] = kept
    return found


def words_of(rng: random.Random, count: int) -> str:
    """`count` words in a row from a random text in a random language, or a whole shorter text."""
    pool = texts()[rng.choice(list(texts()))]
    while True:
        words = rng.choice(pool).split(" ")
        if len(words) >= count:
            start = rng.randrange(len(words) - count + 1)
            text = " ".join(words[start : start + count])
            if len(text) > 8:
                return text
        elif rng.random() < 0.3:
            return " ".join(words)
