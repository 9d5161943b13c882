"""Rich text: what a title, an item or a support text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..patterns import pattern
from ..records import dataclass
from ..source.json_schema import TEXT
from ..source.nodes import Node, Scalar
from .markup import parse, simple
from .runs import Paragraph, Run
from .scalars import place, too_long, written

if TYPE_CHECKING:
    from ..source.decode import Decoder

__all__ = ["Paragraph", "RichText", "Run", "inline", "plain_text", "words_of"]

LONGEST = 20_000  # characters; several times what a slide can hold
_WORD = pattern(r"\w\S*")
_PARAGRAPH = pattern(r"\n[ \t]*(?:\n[ \t]*)+")


def words_of(text: str) -> int:
    """How many words `text` has; what holds no letter or digit isn't one."""
    return sum([1 for part in text.split() if part[0].isalnum() or _WORD.search(part)])


def one_line(text: str) -> str:
    """`text` without marks where a word may break, white space as single spaces."""
    return " ".join(text.replace("\u00ad", "").split())


def name_key(text: str) -> str:
    """What names are compared by: one line, without regard to case."""
    return one_line(text).casefold()


def inline(
    text: str, scalar: Scalar, decoder: Decoder, offset: int = 0, cues: re.Pattern[str] | None = None
) -> tuple[Run, ...]:
    """The runs of `text`, which stands at `offset` in `scalar`; what `cues` matches becomes runs that are cues, as they were typed."""
    if "[" not in text and (plain := simple(text, decoder.lang)) is not None:
        return plain

    def complain(code: str, message: str, at: int, fix: str) -> None:
        decoder.fail(code, message, place(scalar, offset + at), fix)

    def pieces(part: str, at: int) -> list[tuple[str, bool]]:
        return decoder.variables.pieces(part, place(scalar, offset + at))

    if cues is None or "[" not in text or not cues.search(text):
        found = parse(text, decoder.lang, pieces=pieces, complain=complain)
        if "(#" in text:
            _note_links(found, text, scalar, decoder, offset)
        return found

    def with_cues(part: str, at: int) -> list[tuple[str, bool]]:
        result: list[tuple[str, bool]] = []
        end = 0
        for match in cues.finditer(part):
            result += pieces(part[end : match.start()], at + end)
            words = "".join(w for w, _ in pieces(match[0], at + match.start()))
            result.append((f"{_CUE_EDGE}{' '.join(words.split())}{_CUE_EDGE}", True))
            end = match.end()
        return result + pieces(part[end:], at + end)

    runs = parse(text, decoder.lang, pieces=with_cues, complain=complain, always=True)
    _note_links(runs, text, scalar, decoder, offset)
    return tuple(_split_cues(runs))


def _note_links(runs: tuple[Run, ...], text: str, scalar: Scalar, decoder: Decoder, offset: int) -> None:
    """Hand links to slides on to `Reading`, with their places."""
    at = 0
    for link in dict.fromkeys(r.link for r in runs if r.link.startswith("#")):
        at = max(text.find(f"]({link}", at), 0)
        if decoder.reading is not None:
            decoder.reading.links.append((link[1:], place(scalar, offset + at)))


_CUE_EDGE = "\0"  # can't come from a file


def _split_cues(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, with a run of its own for each text between two edges."""
    for run in runs:
        for number, part in enumerate(run.text.split(_CUE_EDGE)):
            if number % 2:
                yield Run(part, cue=True)
            elif part:
                yield replace(run, text=part)


@dataclass(frozen=True, slots=True)
class RichText:
    """Paragraphs of runs, and where they were written."""

    paragraphs: tuple[Paragraph, ...]
    span: Span

    @property
    def plain(self) -> str:
        """The text without emphasis; paragraphs are parted by a line feed, line breaks are "\\v"."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].plain
        return "\n".join([p.plain for p in self.paragraphs])

    @property
    def words(self) -> int:
        """How many words it has."""
        return words_of(self.plain)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> RichText | None:
        """A text with inline Markdown; in a `|` text a line break is one, an empty line begins a paragraph."""
        scalar = written(node, decoder, "this text", LONGEST)
        if scalar is None:
            return None
        text = scalar.text.rstrip()
        if "\n" not in text and "$" not in text:  # as most are
            body = text.lstrip()
            return cls((Paragraph(inline(body, scalar, decoder, len(text) - len(body))),), scalar.span)
        paragraphs = []
        at = 0
        for gap in [*_PARAGRAPH.finditer(text), None] if "\n" in text else (None,):
            part = text[at : gap.start() if gap else len(text)]
            body = part.strip()
            if body:
                start = at + len(part) - len(part.lstrip())
                paragraphs.append(Paragraph(inline(body, scalar, decoder, start)))
            at = gap.end() if gap else at
        length = sum(len(p.plain) for p in paragraphs) if "$" in text else 0
        if length > LONGEST:  # by its variables
            too_long(length, LONGEST, "this text", scalar.span, decoder)
            return None
        return cls(tuple(p for p in paragraphs if p.runs) or (Paragraph(()),), scalar.span)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, or `{file: PATH}`."""
        return dict(TEXT)


def plain_text(text: str, span: Span | None = None) -> RichText:
    """`text` as a rich text of one paragraph."""
    return RichText((Paragraph((Run(text),)),), span or Span(""))
