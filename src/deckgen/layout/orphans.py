"""No single short word alone on a paragraph's last line: it takes the word before it along, if that costs no line."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import replace
from ..scene.items import Paragraph
from ..typeset.paragraph import Lines, Para, set_paragraphs

SHORT = 5  # letters from which on a word may stand alone
TIE = "\u00a0"


def without_orphans(
    paragraphs: tuple[Paragraph, ...], paras: tuple[Para, ...], lines: Lines, size: int, width: float
) -> tuple[tuple[Paragraph, ...], tuple[Para, ...], Lines]:
    """The paragraphs, as written and as measured, and their lines at `size` points in `width` points."""
    tied, told = list(paragraphs), list(paras)
    changed = False
    for index, texts in enumerate(lines.texts[: len(paras)]):
        if len(texts) > 1 and _orphan(texts[-1]) and texts[-2].endswith(" "):
            where = _last_gap([r.text for r in paragraphs[index].runs])
            if where is None or len(paras[index].spans) != len(paragraphs[index].runs):
                continue
            run, at = where
            runs, spans = list(paragraphs[index].runs), list(paras[index].spans)
            text = runs[run].text[:at] + TIE + runs[run].text[at + 1 :]
            runs[run], spans[run] = replace(runs[run], text=text), replace(spans[run], text=text)
            tied[index] = replace(paragraphs[index], runs=tuple(runs))
            told[index] = replace(paras[index], spans=tuple(spans))
            changed = True
    if not changed:
        return paragraphs, paras, lines
    made = set_paragraphs(told, size, width)
    if made is None or made.count > lines.count or made.height > lines.height:
        return paragraphs, paras, lines
    return tuple(tied), tuple(told), made


def _orphan(line: str) -> bool:
    word = line.strip()
    return 0 < sum(c.isalnum() for c in word) < SHORT and not any(c.isspace() or c == TIE for c in word)


def _last_gap(texts: Sequence[str]) -> tuple[int, int] | None:
    """Which text holds the last space that has a word behind it, and where."""
    behind = False
    for number in range(len(texts) - 1, -1, -1):
        for at in range(len(texts[number]) - 1, -1, -1):
            char = texts[number][at]
            if not char.isspace():
                behind = True
            elif behind:
                return (number, at) if char == " " else None
    return None
