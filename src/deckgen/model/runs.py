"""Runs and paragraphs: text with its emphasis, before any font or size is known."""

from __future__ import annotations

from ..records import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one emphasis.

    `text` may hold "\\v" (a line break) and U+00AD (a possible break in a word, never written).  `script` is "", "sup" or "sub";
    `link` is "", a URL or "#slide-id"; a `cue` ("[click]") stands in speaker notes and isn't spoken.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    script: str = ""
    link: str = ""
    cue: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs of one paragraph; `marker` is "", "bullet", "number" or "code", `start` the number of a numbered one."""

    runs: tuple[Run, ...]
    level: int = 0
    marker: str = ""
    start: int = 1

    @property
    def plain(self) -> str:
        """The text without emphasis; line breaks are "\\v"."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([r.text for r in self.runs])
