"""A small project with a talk and clients, and what of it a deck says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import deckgen
from deckgen.model.items import Item
from deckgen.model.slide import Slide

TALK = """\
title: Alles ist Marketing
speaker: {name: Siegfried Haider}
lang: de
client: {name: Ihre Firma}
vars:
  branche: Ihrer Branche
slides:
  - cover
  - section: Die Provokation
  - statement: __ALLES__, was passiert, ist marketingrelevant!
    id: alles
    notes: Satz stehen lassen.
  - title: Woher speist sich das?
    id: thesen
    points:
      - Unternehmen begeistern Kunden.
      - point: Alle Mitarbeiter richten sich aus.
        id: ausrichten
      - Preise sind ehrlich.
  - section: Zahlen
    tags: [zahlenwerk]
  - title: Umsatz
    bullets:
      - Mitarbeiter zuerst
      - Preis: hoch
        id: preis
      - In ${branche}
  - statement: Ein Satz von ${client.name}
  - closing
"""


def project(folder: Path, talk: str = TALK, name: str = "marke", **clients: str) -> Path:
    """A project in `folder` with a talk and its clients; the talk's path."""
    (folder / "talks" / "clients").mkdir(parents=True, exist_ok=True)
    (folder / "deckgen.yaml").write_text("", encoding="utf-8")
    path = folder / "talks" / f"{name}.yaml"
    path.write_text(talk, encoding="utf-8")
    for client, text in clients.items():
        (folder / "talks" / "clients" / f"{client}.yaml").write_text(text, encoding="utf-8")
    return path


def variant(text: str, name: str = "kurz") -> str:
    """The talk with a variant, written as the lines below its name."""
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    return TALK.replace("slides:\n  - cover", f"variants:\n  {name}:\n{lines}slides:\n  - cover", 1)


def loaded(folder: Path, client: str = "", talk: str = TALK, **options: Any) -> deckgen.Loaded:
    """The talk with a client's file `client`."""
    if client and not client.startswith(("#", "- ")) and "client:" not in client:
        client += "client: {name: Ihre Firma}\n"
    path = project(folder, talk, **({"acme": client} if client else {}))
    return deckgen.load(path, client="acme" if client else None, cwd=folder, **options)


def wrong(folder: Path, client: str = "", talk: str = TALK, **options: Any) -> list[deckgen.Finding]:
    """What is wrong with the talk for a client, all findings."""
    try:
        return list(loaded(folder, client, talk, **options).findings)
    except deckgen.TalkError as error:
        return error.findings


def ids(talk: deckgen.Loaded) -> list[str]:
    """The ids of the slides."""
    return [slide.id for slide in talk.talk.slides]


def slide(talk: deckgen.Loaded, ident: str) -> Slide:
    """The slide called `ident`."""
    return next(s for s in talk.talk.slides if s.id == ident)


def title(talk: deckgen.Loaded, ident: str) -> str:
    """A slide's title, or the text that is its content."""
    one = slide(talk, ident)
    text = one.keys.title or getattr(one.content, one.kind)
    return str(text.plain)


def items(talk: deckgen.Loaded, ident: str) -> list[str]:
    """The items of a slide, leads before a colon."""
    one = slide(talk, ident)
    return [_item(item) for item in getattr(one.content, one.kind)]


def _item(item: Item) -> str:
    text = getattr(item, "point", None) or item.text
    parts = [t.plain for t in (item.lead, text) if t is not None]
    return ": ".join(parts)
