"""`replace`: whole words of a talk's texts, in all that people read; ids, paths, code and variables stay as they are."""

from __future__ import annotations

import re

from ..findings import Note, Span
from ..records import replace
from ..source.nodes import Scalar
from .kinds import Kinds, item_keys, kind_of, slide_keys
from .tree import Branch, Pair, Row, Tree, texts

_LITERAL = (
    "id tags when unless layout lang priority time hidden skip background transition build image file theme code math"
    " type highlight format align header widths side fit focus show divider language lines duration"
    " date start fonts embed-fonts profile pace agenda client vars photo url email phone logo color include qr video audio"
)
LITERAL = frozenset(_LITERAL.split())
"""Keys whose values aren't prose."""
_KEPT = r"`[^`\n]*`|\$\$?\{[^{}\n]*\}|\]\([^()\n]*\)"


class Words:
    """The words that one `replace` replaces."""

    def __init__(self, words: list[tuple[Scalar, Scalar]], origins: dict[Span, Note]) -> None:
        self.words = {old.text.strip(): (old, new) for old, new in words}
        self.hits: set[str] = set()
        self.origins = origins
        longest_first = sorted(self.words, key=len, reverse=True)
        each = "|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in longest_first)
        self._pattern = re.compile(f"(?P<kept>{_KEPT})|{each}")

    def top(self, talk: Branch) -> None:
        """Replace in the texts at the top of a talk."""
        for pair in talk.pairs:
            if pair.key.text not in LITERAL and pair.key.text not in ("slides", "variants", "languages"):
                pair.value = self._within(pair.value, None)

    def slides(self, row: Tree | None, kinds: Kinds) -> None:
        """Replace in all slides of a list."""
        if isinstance(row, Row):
            for item in row.items:
                if isinstance(item, Branch):
                    self.slide(item, kinds)

    def slide(self, slide: Branch, kinds: Kinds) -> None:
        """Replace in one slide."""
        kind = kind_of(slide, kinds)
        known = slide_keys(kind, kinds) | item_keys(kind, kinds)
        for pair in slide.pairs:
            self._pair(pair, known, kinds)

    def _pair(self, pair: Pair, known: set[str], kinds: Kinds) -> None:
        if pair.key.text in LITERAL:
            return
        if pair.key.text == "slides":
            self.slides(pair.value, kinds)
            return
        if pair.key.text not in known and pair.key.text not in kinds:  # a lead
            pair.key = self._scalar(pair.key)
        pair.value = self._within(pair.value, known, kinds)

    def _within(self, tree: Tree, known: set[str] | None, kinds: Kinds | None = None) -> Tree:
        if isinstance(tree, Scalar):
            return self._scalar(tree)
        if isinstance(tree, Row):
            tree.items = [self._within(item, known, kinds) for item in tree.items]
            return tree
        for pair in tree.pairs:
            if known is not None and kinds is not None:
                self._pair(pair, known, kinds)
            elif pair.key.text not in LITERAL:
                pair.value = self._within(pair.value, known)
        if tree.bare is not None and len(tree.pairs) == 1 and isinstance(tree.pairs[0].value, Scalar):
            value = tree.pairs[0].value
            if tree.pairs[0].key.text == "text" and value is not tree.bare:
                tree.bare = value
        return tree

    def _scalar(self, scalar: Scalar) -> Scalar:
        text = scalar.text
        if scalar.null or not self._pattern.search(text):
            return scalar
        used: list[Scalar] = []

        def put(match: re.Match[str]) -> str:
            if match["kept"] is not None:
                return match[0]
            old, new = self.words[match[0]]
            self.hits.add(match[0])
            used.append(old)
            return "" if new.null else new.text

        changed = self._pattern.sub(put, text)
        if changed == text:
            return scalar
        where = used[-1]
        note = Note(f"{where.text[:60]!r} in this text is replaced here", where.span)
        self.origins[Span(scalar.span.file, scalar.span.line)] = note
        return replace(scalar, text=changed)


def variants_of(tree: Tree | None, word: str) -> list[str]:
    """Words below `tree` that are `word` but for capitals or an ending, for messages."""
    low = word.lower()
    found: dict[str, None] = {}
    for scalar in texts(tree) if tree is not None else ():
        for one in re.findall(r"\w+", scalar.text):
            if one != word and (one.lower() == low or (len(low) > 3 and one.lower().startswith(low[:-1]))):
                found[one] = None
    return list(found)[:3]
