"""Decks of drafts: what a kind would hand to the compiler, composed, written and opened as a user's would be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

import deckgen
from deckgen.findings import Span
from deckgen.layout.draft import Draft
from deckgen.model.runs import Paragraph, Run
from deckgen.model.table import TableData
from deckgen.model.text import RichText
from deckgen.scene.deck import Deck
from tests.kinds.talks import HEAD


def rich(text: str, line: int = 1) -> RichText:
    """A text as a talk would hold it: `**bold**` as a whole, a line feed begins a paragraph."""
    bold = text.startswith("**") and text.endswith("**") and len(text) > 4
    words = text[2:-2] if bold else text
    return RichText(
        tuple(Paragraph((Run(p, bold=bold),) if p else ()) for p in words.split("\n")),
        Span("talk.yaml", line),
    )


def data(header: str | None, *rows: str, align: tuple[str, ...] = ()) -> TableData:
    """A table of lines whose cells are parted by "|"; row n stands at line n + 10."""
    head = tuple(rich(c.strip(), 10) for c in header.split("|")) if header is not None else None
    body = tuple(tuple(rich(c.strip(), 10 + n) for c in row.split("|")) for n, row in enumerate(rows, 1))
    return TableData(head, body, align, Span("talk.yaml", 9))


def table_draft(table: TableData, title: str = "Eine Tabelle", ident: str = "t", **more: object) -> Draft:
    """A slide with a table."""
    fields: dict[str, object] = {
        "id": ident, "kind": "table", "look": "table", "title": rich(title), "table": table, "splittable": True, "lang": "de-DE",
        "span": Span("talk.yaml", 8),
    }  # fmt: skip
    return Draft(**{**fields, **more})  # type: ignore[arg-type]


def composed(
    folder: Path, drafts: Sequence[Draft], theme: str = "plain", profile: str = "room", lang: str = "de"
) -> Deck:
    """The deck of the drafts."""
    talk = folder / "talk.yaml"
    head = HEAD.format(theme=theme).replace("lang: de\n", f"lang: {lang}\nprofile: {profile}\n")
    talk.write_text(head + "  - blank\n", encoding="utf-8")
    with patch("deckgen.compiler.drafts_of", lambda *_: (list(drafts), (), ())):
        return deckgen.compose(deckgen.load(talk))


def problems(folder: Path, drafts: Sequence[Draft], theme: str = "plain") -> list[deckgen.Finding]:
    """What is wrong with drafts that can't be composed."""
    try:
        composed(folder, drafts, theme)
    except deckgen.TalkError as error:
        return list(error.findings)
    return []
