"""Speaker notes: block Markdown with cues in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..patterns import pattern
from ..records import dataclass
from ..source.nodes import Node
from .markdown import blocks
from .runs import Paragraph, Run
from .scalars import place, written
from .text import RichText, inline, words_of

if TYPE_CHECKING:
    from ..source.decode import Decoder

LONGEST = 200_000  # characters: some hours of speech
MARKS = ("could", "should", "private", "if asked")
UNPLANNED = ("private", "if asked")  # not part of the talk as planned
_CUE = pattern(r"\[([^\[\]\n]{1,500})\](?!\()[ \t]*")
_WITHIN = pattern(r"(?<!\\)\[([^\[\]\n]{1,500})\](?![(\[])")
_PAUSE = pattern(r"pause(?:\s+(\d{1,3}(?:[.,]\d)?)\s*(s|sec|sek|m|min)?)?$", re.IGNORECASE)
_PAUSE_SECONDS = 2.0  # of a `[pause]` without a time


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in brackets; `kind` is "click", "pause" (then `seconds`) or "stage"."""

    text: str
    kind: str = "stage"
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class NoteParagraph:
    """A paragraph of notes with the cues before it; `mark` is "", "could", "should", "private" or "if asked".

    `within` are the cues that stand in the paragraph, in order; each is a run of its own there.
    """

    paragraph: Paragraph
    mark: str = ""
    cues: tuple[Cue, ...] = ()
    within: tuple[Cue, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has, cues apart."""
        runs = self.paragraph.runs
        if len(runs) == 1 and not runs[0].cue:  # as most are
            return words_of(runs[0].text)
        return words_of("".join([" " if r.cue else r.text for r in runs]))

    @property
    def seconds(self) -> float:
        """Seconds of its pauses."""
        return sum(c.seconds for c in (*self.cues, *self.within))

    @property
    def spoken(self) -> bool:
        """Whether the words are part of the talk as planned."""
        return self.mark not in UNPLANNED and self.paragraph.marker != "code"


@dataclass(frozen=True, slots=True)
class Notes:
    """What is said while a slide is shown."""

    paragraphs: tuple[NoteParagraph, ...]
    span: Span

    @property
    def spoken_words(self) -> int:
        """Words that are spoken: no cues, nothing private, nothing for questions."""
        return sum([p.words for p in self.paragraphs if p.spoken])

    @property
    def pause_seconds(self) -> float:
        """Seconds of all pauses."""
        cued = [p for p in self.paragraphs if p.cues or p.within]
        return sum([p.seconds for p in cued if p.mark not in UNPLANNED], 0.0)

    @property
    def clicks(self) -> int:
        """How many `[click]` there are."""
        cued = [p for p in self.paragraphs if p.cues or p.within]
        return sum(1 for p in cued for c in (*p.cues, *p.within) if c.kind == "click")

    def plain(self) -> str:
        """All of it as text, cues in brackets."""
        rows = []
        for note in self.paragraphs:
            heads = ([f"[{note.mark}]"] if note.mark else []) + [f"[{c.text}]" for c in note.cues]
            rows.append(" ".join([*heads, note.paragraph.plain.replace("\v", "\n")]).strip())
        return "\n\n".join(rows)

    @classmethod
    def from_node(cls, node: Node, decoder: Decoder) -> Notes | None:
        """Notes from a text (usually a `|` block)."""
        scalar = written(node, decoder, "the text of the notes", LONGEST)
        if scalar is None:
            return None
        result: list[NoteParagraph] = []
        for block in blocks(scalar.text.rstrip(), own_line=_CUE):
            text, offset, mark = block.text, block.offset, ""
            cues: list[Cue] = []
            if block.marker == "code":
                runs: tuple[Run, ...] = (Run(text.replace("\n", "\v"), code=True),) if text else ()
            else:
                while text[:1] == "[" and (match := _CUE.match(text)):
                    words = " ".join(match[1].split())
                    low = words.lower()
                    if low in MARKS:
                        mark = mark or low
                    else:
                        shown = (
                            decoder.variables.insert(words, place(scalar, offset)) if "$" in words else words
                        )
                        cues.append(cue(shown))
                    text, offset = text[match.end() :], offset + match.end()
                runs = inline(text, scalar, decoder, offset, _WITHIN)
            paragraph = Paragraph(runs, block.level, block.marker, block.start)
            within = tuple([cue(r.text[1:-1]) for r in runs if r.cue]) if "[" in text else ()
            if runs or cues:
                result.append(NoteParagraph(paragraph, mark, tuple(cues), within))
        return cls(tuple(result), scalar.span)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text, or `{file: PATH}`."""
        return RichText.json_schema()


def cue(words: str) -> Cue:
    """The cue that `words` (without brackets) mean."""
    if words.lower() == "click":
        return Cue(words, "click")
    match = _PAUSE.match(words)
    if match:
        amount = float(match[1].replace(",", ".")) if match[1] else _PAUSE_SECONDS
        return Cue(words, "pause", amount * (60 if (match[2] or "s").lower().startswith("m") else 1))
    return Cue(words)
