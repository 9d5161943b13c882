"""Words and names found in a text: names whole and as they are written, words to avoid in any spelling.

Texts are compared in NFC, without soft hyphens and other characters that aren't seen, all kinds of spaces and hyphens alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from ..model.guarded import OTHER, Guarded
from ..patterns import pattern

WITHIN = 4  # letters from which on a word to avoid is found within others too (Krise in Finanzkrise)
INFLECTED = 4  # letters from which on a name is found with the s of a genitive (Boschs)
_UNSEEN = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_HYPHENS = pattern("[\u2010\u2011]")
_SPACES = pattern(r"\s+")
_WORDS = pattern(r"[^\W_]+")
_BROKEN = pattern(r"(?<=\w)-\n(?=\w)")  # a word that goes on in the next line
_BETWEEN = r"[\s\-_.+]{1,3}"  # what may stand for a space or a hyphen: of file names too


def normal(text: str) -> str:
    """`text` as it is compared; line breaks stay."""
    text = unicodedata.normalize("NFC", _HYPHENS.sub("-", _UNSEEN.sub("", text)))
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


def words_of(text: str) -> list[str]:
    """The words of a text, without what stands between them."""
    return _WORDS.findall(normal(text))


class Matcher:
    """Finds which of `words` a text has; nothing is found within one of the `own` words.

    A text is split into words, once, and those looked up: thousands of names cost no more than one.
    """

    def __init__(self, words: Sequence[Guarded], own: Iterable[str] = ()) -> None:
        self.words = words
        self._names: dict[str, list[int]] = {}
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._anywhere: list[int] = []
        for number, word in enumerate(words):
            parts = words_of(word.text)
            if word.code != OTHER:
                self._anywhere.append(number)
            elif parts:
                self._names.setdefault(parts[0], []).append(number)
                if len(parts) == 1 and len(parts[0]) >= INFLECTED:
                    self._names.setdefault(parts[0] + "s", []).append(number)
        allowed = [f"{_inner(o)}s?" for o in sorted({normal(o) for o in own}, key=len, reverse=True) if o]
        self._own = re.compile(rf"(?<![^\W_])(?:{'|'.join(allowed)})(?![^\W_])") if allowed else None

    def find(self, text: str, least: int = 0) -> set[int]:
        """The numbers of the words in `text`; those of fewer letters than `least` are passed over."""
        if len(text) < 2:
            return set()
        text = normal(text)
        result = self._find(text, least)
        if "-\n" in text:
            result |= self._find(_BROKEN.sub("", text), least)
        if "\n" in text:  # a name over two lines
            result |= self._find(text.replace("\n", " "), least)
        return self._longest(result) if len(result) > 1 else result

    def _longest(self, found: set[int]) -> set[int]:
        """Of a client's names that stand within one another the longest ones: ACME AG, not ACME too."""
        words = [self.words[number] for number in found]
        return {
            number
            for number in found
            if not any(
                (word.code, word.client) == (self.words[number].code, self.words[number].client)
                and word.text != self.words[number].text
                and word.code == OTHER
                and self.words[number].text in word.text
                for word in words
            )
        }

    def _find(self, text: str, least: int) -> set[int]:
        numbers = set(self._anywhere)
        for token in self._names.keys() & set(_WORDS.findall(text)):
            numbers.update(self._names[token])
        allowed: list[tuple[int, int]] | None = None
        result = set()
        for number in numbers:
            if len(self.words[number].text) < least:
                continue
            for match in self._pattern(number).finditer(text):
                if allowed is None:
                    allowed = [m.span() for m in self._own.finditer(text)] if self._own is not None else []
                if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                    result.add(number)
                    break
        return result

    def _pattern(self, number: int) -> re.Pattern[str]:
        known = self._patterns.get(number)
        if known is None:
            known = self._patterns[number] = _pattern(self.words[number])
        return known


def _pattern(word: Guarded) -> re.Pattern[str]:
    text = normal(word.text)
    inner = _inner(text)
    if word.code != OTHER:
        whole = len(text) < WITHIN
        return re.compile(rf"(?<!\w){inner}(?!\w)" if whole else inner, re.IGNORECASE)
    ending = "s?" if len(words_of(text)[-1]) >= INFLECTED else ""
    return re.compile(rf"(?<![^\W_]){inner}{ending}(?![^\W_])")


def _inner(text: str) -> str:
    return _BETWEEN.join(re.escape(part) for part in re.split(r"[\s_\-]+", text) if part)
