"""Plain text in columns, for terminals of any width and encoding."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

MOST = 100
LEAST = 30


def terminal_width() -> int:
    """Characters across: the terminal's (or COLUMNS), 30 to 100."""
    return max(LEAST, min(shutil.get_terminal_size((80, 24)).columns, MOST))


def definitions(rows: Iterable[tuple[str, str]], width: int, indent: int = 2) -> list[str]:
    """Words and what they mean, which is wrapped beside them; below them where there is little room."""
    rows = list(rows)
    widest = max((len(word) for word, _ in rows), default=0)
    beside = indent + widest + 2 if widest else indent
    if width - beside < 24:
        beside = indent + 4
    result = []
    for word, meaning in rows:
        first, *rest = textwrap.wrap(meaning, width - beside, break_on_hyphens=False) or [""]
        if not word or indent + len(word) + 2 <= beside:
            result.append(f"{' ' * indent}{word}".ljust(beside) + first)
        else:
            result += [" " * indent + word, " " * beside + first]
        result += [" " * beside + line for line in rest]
    return [line.rstrip() for line in result]


def table(rows: Sequence[Sequence[str]], right: Iterable[int] = (), indent: int = 0) -> list[str]:
    """Rows as aligned columns; those in `right` are set to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    numbers = set(right)
    return [
        (
            " " * indent
            + "  ".join(
                cell.rjust(w) if i in numbers else cell.ljust(w)
                for i, (cell, w) in enumerate(zip(row, widths, strict=True))
            )
        ).rstrip()
        for row in rows
    ]


def can_print(text: str) -> bool:
    """Whether stdout's encoding has all of `text`'s characters (a Windows console's often hasn't)."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
