"""Inline Markdown (LANGUAGE.md section 3) to runs, in linear time.

Emphasis follows CommonMark 0.31, "Emphasis and strong emphasis" (delimiter runs, the rule of three); `~~`, `^sup^` and `~sub~`
are ours.  A marker that isn't closed stays as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field

from ..patterns import pattern
from ..records import dataclass
from .runs import Run
from .typography import Quotes, keep_together

# (code, message, offset in the text, fix)
Complain = Callable[[str, str, int, str], None]
# text -> pieces, each with whether a variable was inserted there
Pieces = Callable[[str, int], list[tuple[str, bool]]]

SCHEMES = ("http", "https", "mailto", "tel")
_SPECIAL = pattern(r"[\\*_~^\[\]\"'`\n]")
_OTHER = pattern(r"[\\_~^\[\]\"'`\n$]")  # what more there may be than asterisks
_AFTER = frozenset(".,;:!?)")  # what strong words that end in a letter or digit may be followed by
_TARGET = pattern(r"\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\s*\)")
_SCRIPT = {"^": pattern(r"\^([^\s^]{1,60})\^"), "~": pattern(r"~([^\s~]{1,60})~(?!~)")}
_TICKS = pattern(r"`+")
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(slots=True)
class _Token:
    text: str
    fixed: bool = True  # no typography
    code: bool = False
    script: str = ""
    char: str = ""  # of a delimiter run
    count: int = 0
    original: int = 0
    opens: bool = False
    closes: bool = False
    starts: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


def parse(
    text: str,
    lang: str,
    *,
    pieces: Pieces | None = None,
    complain: Complain | None = None,
    always: bool = False,
) -> tuple[Run, ...]:
    """The runs of `text`; a line break in it becomes "\\v".

    `pieces` resolves variables in what isn't code (`always`: it is asked also where no "$" stands); `complain` is told of links that can't be.
    """
    found = None if always else simple(text, lang)
    if found is not None:
        return found
    return _Parser(lang, complain).run(*_resolve(text, pieces, always))


def simple(text: str, lang: str) -> tuple[Run, ...] | None:
    """The runs of a text without any mark but `**` round whole words, as most are; None for others."""
    if not _SPECIAL.search(text) and "${" not in text:
        return (Run(keep_together(text, lang)),) if text else ()
    return (_strong(text, lang) or None) if "**" in text else None


def _strong(text: str, lang: str) -> tuple[Run, ...]:
    """The runs of a text whose only marks are `**` round whole words, as in most lists; () for others."""
    if _OTHER.search(text):
        return ()
    parts = text.split("**")
    if len(parts) % 2 == 0 or text.count("*") != 2 * len(parts) - 2:
        return ()
    runs = []
    last = len(parts) - 1
    ends_in_word = True
    for n, part in enumerate(parts):
        if n % 2:
            if not part or part[0].isspace() or part[-1].isspace():
                return ()
            ends_in_word = part[-1].isalnum()
        else:
            if n and (part or n < last) and part[:1] != " " and not (ends_in_word and part[:1] in _AFTER):
                return ()
            if n < last and (part or n) and part[-1:] != " ":
                return ()
        if part:
            runs.append(Run(keep_together(part, lang), bool(n % 2)))
    return tuple(runs)


def _code_spans(text: str) -> list[tuple[int, int, int]]:
    """(start, end, length of the fence) of code spans; backticks after a backslash open none (CommonMark 6.1)."""
    if "`" not in text:
        return []
    ticks = [(m.start(), m.end()) for m in _TICKS.finditer(text)]
    by_length: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(ticks):
        by_length.setdefault(end - start, []).append(index)
    spans: list[tuple[int, int, int]] = []
    at = 0
    used: dict[int, int] = {}
    while at < len(ticks):
        start, end = ticks[at]
        slashes = 0
        while start - slashes > 0 and text[start - slashes - 1] == "\\":
            slashes += 1
        if slashes % 2:  # the first backtick is escaped, a shorter run may open
            start += 1
        length = end - start
        row = by_length.get(length, [])
        place = used.get(length, 0)
        while place < len(row) and row[place] <= at:
            place += 1
        used[length] = place
        if length and place < len(row):
            spans.append((start, ticks[row[place]][1], length))
            at = row[place] + 1
        else:
            at += 1
    return spans


def _resolve(
    text: str, pieces: Pieces | None, always: bool
) -> tuple[str, list[tuple[int, int, str]], list[tuple[int, int]]]:
    """The text with variables inserted; fixed stretches (start, end, "code" or "text"); (place in it, offset in the source)."""
    spans = _code_spans(text)
    if not spans and (pieces is None or not (always or "$" in text)):
        return text, [], [(0, 0)]
    parts: list[str] = []
    fixed: list[tuple[int, int, str]] = []
    origin: list[tuple[int, int]] = []
    length = 0

    def put(part: str, kind: str, source: int) -> None:
        nonlocal length
        if kind:
            fixed.append((length, length + len(part), kind))
        origin.append((length, source))
        parts.append(part)
        length += len(part)

    at = 0
    for start, end, fence in [*spans, (len(text), len(text), 0)]:
        plain = text[at:start]
        if plain and pieces is not None and (always or "$" in plain):
            for piece, inserted in pieces(plain, at):
                if piece:
                    put(piece, "text" if inserted else "", at)
        elif plain:
            put(plain, "", at)
        if fence:
            code = text[start + fence : end - fence].replace("\n", " ")
            if len(code) > 2 and code[0] == code[-1] == " " and code.strip():
                code = code[1:-1]
            put(f"`{code}`", "code", start)  # the backticks count for what stands beside them
        at = end
    return "".join(parts), fixed, origin


def _is_space(char: str) -> bool:
    return char.isspace()


def _is_punctuation(char: str) -> bool:
    return char in _PUNCTUATION or (not char.isascii() and unicodedata.category(char)[0] in "PS")


class _Parser:
    def __init__(self, lang: str, complain: Complain | None) -> None:
        self._lang = lang
        self._complain = complain
        self._tokens: list[_Token] = []

    def run(
        self, text: str, fixed: list[tuple[int, int, str]], origin: list[tuple[int, int]]
    ) -> tuple[Run, ...]:
        quotes = Quotes(text, self._lang)
        brackets: list[int] = []  # token indices of "["
        at = stretch = 0
        edges = [f[0] for f in fixed]
        limit = edges[0] if edges else len(text)
        while at < len(text):
            while stretch < len(fixed) and fixed[stretch][0] < at:
                stretch += 1
            limit = edges[stretch] if stretch < len(fixed) else len(text)
            if stretch < len(fixed) and at == limit:
                start, end, kind = fixed[stretch]
                body = text[start + 1 : end - 1] if kind == "code" else text[start:end].replace("\n", "\v")
                self._tokens.append(_Token(body, code=kind == "code"))
                at, stretch = end, stretch + 1
                continue
            found = _SPECIAL.search(text, at, limit)
            stop = found.start() if found else limit
            if stop > at:
                self._tokens.append(_Token(text[at:stop], fixed=False))
                at = stop
                continue
            at = self._special(text, at, limit, quotes, brackets, origin)
        self._emphasise(0)
        return self._merge()

    def _special(
        self,
        text: str,
        at: int,
        limit: int,
        quotes: Quotes,
        brackets: list[int],
        origin: list[tuple[int, int]],
    ) -> int:
        char = text[at]
        tokens = self._tokens
        if char == "\\":
            following = text[at + 1] if at + 1 < limit else ""
            if following == "-":
                tokens.append(_Token("\u00ad"))
            elif following == "\n":
                tokens.append(_Token("\v"))
            elif following and following in _PUNCTUATION:
                tokens.append(_Token(following))
            else:
                tokens.append(_Token("\\"))
                return at + 1
            return at + 2
        if char == "\n":
            tokens.append(_Token("\v"))
            return at + 1
        if char in "\"'":
            tokens.append(_Token(quotes.turn(at)))
            return at + 1
        if char == "[":
            brackets.append(len(tokens))
            tokens.append(_Token("["))
            return at + 1
        if char == "]":
            return self._close_bracket(text, at, brackets, origin)
        if char in "^~" and text[at : at + 2] != "~~":
            match = _SCRIPT[char].match(text, at, limit)
            if match:
                tokens.append(
                    _Token(re.sub(r"\\([^\w\s])", r"\1", match[1]), script="sup" if char == "^" else "sub")
                )
                return match.end()
        if char in "*_~":
            end = at
            while end < limit and text[end] == char:
                end += 1
            self._delimiter(text, at, end)
            return end
        tokens.append(_Token(char))
        return at + 1

    def _delimiter(self, text: str, at: int, end: int) -> None:
        char, count = text[at], end - at
        if char == "~" and count != 2:
            self._tokens.append(_Token(char * count))
            return
        previous = text[at - 1] if at else " "
        following = text[end] if end < len(text) else " "
        space_before, space_after = _is_space(previous), _is_space(following)
        mark_before, mark_after = _is_punctuation(previous), _is_punctuation(following)
        left = not space_after and (not mark_after or space_before or mark_before)
        right = not space_before and (not mark_before or space_after or mark_after)
        opens, closes = left, right
        if char == "_":
            opens = left and (not right or mark_before)
            closes = right and (not left or mark_after)
        self._tokens.append(_Token("", char=char, count=count, original=count, opens=opens, closes=closes))

    def _close_bracket(self, text: str, at: int, brackets: list[int], origin: list[tuple[int, int]]) -> int:
        match = _TARGET.match(text, at + 1, at + 2002) if brackets else None
        if match is None or not match[1]:
            if brackets:
                brackets.pop()
            self._tokens.append(_Token("]"))
            return at + 1
        opener = brackets.pop()
        target = match[1]
        scheme = _SCHEME.match(target)
        problem = fix = ""
        if target.startswith("#"):
            if len(target) == 1:
                problem, fix = "a link to no slide", "write [text](#id-of-a-slide)"
        elif scheme is None:
            problem, fix = (
                f"{target!r} isn't a link that works in a deck",
                "write https://..., or #id for a slide",
            )
        elif scheme[1].lower() not in SCHEMES:
            problem = f"links can't begin with {scheme[1]!r}:"
            fix = "write a link with https:, http:, mailto: or tel:"
        if problem:
            if self._complain is not None:
                place = max((o for o in origin if o[0] <= at), default=(0, 0))
                self._complain("bad-link", problem, place[1] + at - place[0], fix)
            target = ""
        self._emphasise(opener + 1)
        head = self._tokens[opener]
        head.text = ""
        head.starts.append("link:" + target)
        self._tokens.append(_Token("", ends=["link:" + target]))
        brackets.clear()  # links don't nest
        return match.end()

    def _emphasise(self, first: int) -> None:
        """Match the delimiters from token `first` on (CommonMark, "process emphasis")."""
        stack: list[int] = []
        bottom: dict[tuple[str, bool, int], int] = {}
        tokens = self._tokens
        for index in range(first, len(tokens)):
            token = tokens[index]
            if not token.char or not token.count:
                continue
            while token.closes and token.count:
                key = (token.char, token.opens, token.original % 3)
                lowest = bottom.get(key, -1)
                found = -1
                for place in range(len(stack) - 1, -1, -1):
                    if stack[place] < lowest:
                        break
                    other = tokens[stack[place]]
                    if other.char != token.char:
                        continue
                    odd = (other.closes or token.opens) and (other.original + token.original) % 3 == 0
                    if token.char != "~" and odd and (other.original % 3 or token.original % 3):
                        continue
                    found = place
                    break
                if found < 0:
                    bottom[key] = index
                    break
                opener = tokens[stack[found]]
                width = 2 if opener.count >= 2 and token.count >= 2 else 1
                style = "strike" if token.char == "~" else "bold" if width == 2 else "italic"
                opener.starts.append(style)
                token.ends.append(style)
                opener.count -= width
                token.count -= width
                del stack[found + (1 if opener.count else 0) :]
            if token.opens and token.count:
                stack.append(index)
        # what is left can't match anything outside of this range
        for index in range(first, len(tokens)):
            token = tokens[index]
            token.text += token.char * token.count
            token.char, token.count = "", 0

    def _merge(self) -> tuple[Run, ...]:
        depth = {"bold": 0, "italic": 0, "strike": 0}
        link = ""
        runs: list[Run] = []
        texts: list[str] = []
        style: tuple[bool, bool, bool, bool, str, str] | None = None

        def flush() -> None:
            if style is not None and texts:
                bold, italic, code, strike, script, target = style
                runs.append(Run("".join(texts), bold, italic, code, strike, script, target))
            texts.clear()

        for token in self._tokens:
            for end in token.ends:
                if end in depth:
                    depth[end] -= 1
                else:
                    link = ""
            if token.text:
                now = (
                    depth["bold"] > 0,
                    depth["italic"] > 0,
                    token.code,
                    depth["strike"] > 0,
                    token.script,
                    link,
                )
                if now != style:
                    flush()
                    style = now
                texts.append(token.text if token.fixed else keep_together(token.text, self._lang))
            for start in token.starts:
                if start in depth:
                    depth[start] += 1
                else:
                    link = start[5:]
        flush()
        return tuple(runs)
