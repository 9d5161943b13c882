"""Block Markdown for notes and `|` lists: paragraphs, lists that nest by indent, fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import pattern
from ..records import dataclass

_ITEM = pattern(r"([ \t]*)(?:([-*+])|(\d{1,9})[.)])(?:[ \t]+(.*))?$")
_FENCE = pattern(r"[ \t]*(`{3,}|~{3,})[ \t]*[\w+#.-]*[ \t]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or fence: its source text, its offset in the whole, level from 0.

    `marker` is "", "bullet", "number" or "code"; lines of a paragraph are parted by "\\n" only where a break was asked for.
    """

    text: str
    offset: int
    level: int = 0
    marker: str = ""
    start: int = 1


def _lines(text: str) -> Iterator[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        yield offset, line.expandtabs(4) if "\t" in line else line
        offset += len(line) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def blocks(text: str, *, breaks: bool = False, own_line: re.Pattern[str] | None = None) -> list[Block]:
    """The blocks of `text`, in order.

    A line break within a paragraph is a space, unless two spaces or a backslash stand before it, or `breaks` is true.  A line that
    `own_line` matches begins a paragraph.
    """
    result: list[Block] = []
    current: list[str] = []
    head = (0, 0, "", 1)  # offset, level, marker, start of the block that is open
    indents: list[int] = []  # columns of the open lists' markers
    contents: list[int] = []  # columns of their texts
    fence = ""
    blank = False

    def close() -> None:
        if current:
            result.append(Block(_joined(current, breaks), *head))
            current.clear()

    for offset, line in _lines(text):
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                result.append(Block("\n".join(current), head[0], head[1], "code"))
                current.clear()
                fence = ""
            else:
                current.append(line[min(_indent(line), head[3]) :])
            continue
        if not line.strip():
            close()
            blank = True
            continue
        worded = line[0].isalpha()  # as most lines are: no marker, no fence, no cue
        match = None if worded else _FENCE.match(line)
        if match:
            close()
            fence = match[1]
            head = (offset, len(indents), "code", _indent(line))
            continue
        item = None if worded else _ITEM.match(line)
        column = 0 if worded else _indent(line)
        if item and not (current and not indents and not head[2] and item[3] and item[3] != "1"):
            close()
            while indents and column < (contents[-1] if column > indents[-1] else indents[-1]):
                if column > indents[-1] and column - indents[-1] < 2:
                    break
                indents.pop()
                contents.pop()
            if not indents or column > indents[-1] + 1:
                indents.append(column)
                contents.append(column + 2)
            words = item[4] or ""
            level = min(len(indents) - 1, 8)
            marker = "bullet" if item[2] else "number"
            head = (offset + len(line) - len(words) if words else offset, level, marker, int(item[3] or 1))
            current.append(words)
            blank = False
            continue
        if blank and indents and column <= indents[0]:
            indents.clear()
            contents.clear()
        starts = own_line is not None and own_line.match(line.lstrip()) is not None
        if starts and not (indents and column > indents[0]):
            close()
            indents.clear()
            contents.clear()
        if not current:
            level = len(indents)
            head = (offset + column, max(0, level - 1) if level else 0, "", 1)
        blank = False
        current.append(line[column:])
    if fence:
        result.append(Block("\n".join(current), head[0], head[1], "code"))
    else:
        close()
    return result


def _joined(lines: list[str], breaks: bool) -> str:
    parts: list[str] = []
    for i, line in enumerate(lines):
        if i + 1 == len(lines):
            parts.append(line.rstrip())
        elif breaks or line.endswith("  "):
            parts.append(line.rstrip() + "\n")
        elif line.endswith("\\") and not line.endswith("\\\\"):
            parts.append(line[:-1].rstrip() + "\n")
        else:
            parts.append(line.rstrip() + " ")
    return "".join(parts)
