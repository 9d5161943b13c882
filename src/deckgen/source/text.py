"""Bytes of a text file to text: UTF-8, line feeds, and no characters that a deck can't hold or nobody sees."""

from __future__ import annotations

import re

from ..findings import Findings, Span
from ..patterns import pattern

SHOWN = 20  # so many problems of one sort are listed
_BAD = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_NAMES = {
    "\ufeff": "a byte order mark in the middle of the text",
    "\u2028": "an invisible line separator",
    "\u2029": "an invisible paragraph separator",
}


def decoded(data: bytes, label: str, findings: Findings) -> str | None:
    """The text of a file with "\\n" as line ends, or None after findings; `label` names the file in them."""
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff")) or (data[:4].count(0) == 2 and data[:2].count(0) == 1)
    if utf16:
        findings.error("not-utf8", "the file is UTF-16, not UTF-8", Span(label), "save it as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # with the BOM codec, `start` counts from behind the mark
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") and error.object != data else 0)
        before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        span = Span(label, before.count(b"\n") + 1, column)
        findings.error(
            "not-utf8", "the file isn't UTF-8: this byte begins no character", span, "save it as UTF-8"
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if _clean(data) or not _bad_characters(text, label, findings) else None


def _clean(data: bytes) -> bool:
    """Whether there is surely none of the characters that `_BAD` matches in UTF-8: looked for by bytes, which takes a tenth of the time."""
    return not (
        len(data.translate(None, _CONTROLS)) < len(data)
        or _C1.search(data)
        or b"\xe2\x80\xa8" in data
        or b"\xe2\x80\xa9" in data
        or b"\xef\xbb\xbf" in data
        or b"\xef\xbf\xbe" in data
        or b"\xef\xbf\xbf" in data
    )


def line_ends(text: str, label: str, findings: Findings) -> str | None:
    """`text` with "\n" as line ends, or None after findings about characters that a deck can't hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if _bad_characters(text, label, findings) else text


def bad_character(text: str) -> str:
    """What is wrong with the first character in `text` that can't stand in a deck, or ""."""
    match = _BAD.search(text)
    return _name(match[0]) if match else ""


def _name(char: str) -> str:
    if "\ud800" <= char <= "\udfff":
        return "half of a character (an unpaired surrogate)"
    return f"{_NAMES.get(char, 'a control character')} (U+{ord(char):04X})"


def _bad_characters(text: str, label: str, findings: Findings) -> bool:
    line, start, at, shown = 1, 0, 0, 0
    for match in _BAD.finditer(text):
        line += text.count("\n", at, match.start())
        start = text.rfind("\n", 0, match.start()) + 1
        at = match.start()
        span = Span(label, line, at - start + 1)
        fix = "write a line break or a space" if match[0] in "\u2028\u2029" else "delete it"
        findings.error("control-character", _name(match[0]), span, fix)
        shown += 1
        if shown == SHOWN:
            break
    return shown > 0
