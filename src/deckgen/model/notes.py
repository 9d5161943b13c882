"""Speaker notes: block Markdown with cues in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..findings import Span
from ..records import dataclass
from ..source.nodes import Node
from .markdown import blocks
from .runs import Paragraph, Run
from .scalars import place, written
from .text import inline, words_of

if TYPE_CHECKING:
    from ..source.decode import Decoder

LONGEST = 200_000  # characters: some hours of speech
MARKS = ("could", "should", "private", "if asked")
_CUE = re.compile(r"\[([^\[\]\n]{1,500})\](?!\()[ \t]*")
_PAUSE = re.compile(r"pause(?:\s+(\d{1,3}(?:[.,]\d)?)\s*(s|sec|sek|m|min)?)?$", re.IGNORECASE)
_PAUSE_SECONDS = 2.0  # of a `[pause]` without a time


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in brackets; `kind` is "click", "pause" (then `seconds`) or "stage"."""

    text: str
    kind: str = "stage"
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class NoteParagraph:
    """A paragraph of notes with the cues before it; `mark` is "", "could", "should", "private" or "if asked"."""

    paragraph: Paragraph
    mark: str = ""
    cues: tuple[Cue, ...] = ()

    @property
    def spoken(self) -> bool:
        """Whether the words are part of the talk as planned."""
        return self.mark not in ("private", "if asked") and self.paragraph.marker != "code"


@dataclass(frozen=True, slots=True)
class Notes:
    """What is said while a slide is shown."""

    paragraphs: tuple[NoteParagraph, ...]
    span: Span

    @property
    def spoken_words(self) -> int:
        """Words that are spoken: no cues, nothing private, nothing for questions."""
        return sum(words_of(p.paragraph.plain) for p in self.paragraphs if p.spoken)

    @property
    def pause_seconds(self) -> float:
        """Seconds of all pauses."""
        return sum(
            c.seconds for p in self.paragraphs if p.mark not in ("private", "if asked") for c in p.cues
        )

    @property
    def clicks(self) -> int:
        """How many `[click]` there are."""
        return sum(1 for p in self.paragraphs for c in p.cues if c.kind == "click")

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
                while match := _CUE.match(text):
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
                runs = inline(text, scalar, decoder, offset)
            paragraph = Paragraph(runs, block.level, block.marker, block.start)
            if runs or cues:
                result.append(NoteParagraph(paragraph, mark, tuple(cues)))
        return cls(tuple(result), scalar.span)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """A text."""
        return {"type": "string"}


def cue(words: str) -> Cue:
    """The cue that `words` (without brackets) mean."""
    if words.lower() == "click":
        return Cue(words, "click")
    match = _PAUSE.match(words)
    if match:
        amount = float(match[1].replace(",", ".")) if match[1] else _PAUSE_SECONDS
        return Cue(words, "pause", amount * (60 if (match[2] or "s").lower().startswith("m") else 1))
    return Cue(words)
