"""Projects with a talk and clients, and decks with a part of them put in by hand."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import yaml

import deckgen
from deckgen.api import writer_for
from deckgen.leaks import find_leaks

TALK: dict[str, Any] = {
    "title": "Ein Vortrag", "lang": "de", "client": {"name": "Ihre Firma"},
    "slides": [
        "cover", {"section": "Teil"},
        {"title": "Zahlen", "id": "zahlen", "chart": {"Nord": 1, "Süd": 2}, "alt": "Umsatz nach Gegend", "notes": "Zeigen."},
        {"title": "Werte", "id": "werte", "table": [["Ort", "Wert"], ["Wien", "7"]]},
        {"title": "Liste", "id": "liste", "bullets": ["Eins", "Zwei"]},
        "closing",
    ],
}  # fmt: skip
ACME = {"client": {"name": "ACME AG"}}


def project(folder: Path, talk: dict[str, Any], **clients: dict[str, Any]) -> Path:
    """A talk with clients beside it."""
    (folder / "clients").mkdir(exist_ok=True)
    (folder / "deckgen.yaml").touch()
    for name, client in clients.items():
        file = folder / "clients" / f"{name}.yaml"
        file.write_text(yaml.safe_dump(client, allow_unicode=True), encoding="utf-8")
    path = folder / "vortrag.yaml"
    path.write_text(yaml.safe_dump(talk, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def with_slides(*slides: Any, **top: Any) -> dict[str, Any]:
    """The talk with further slides and keys."""
    return {**TALK, **top, "slides": [*TALK["slides"][:-1], *slides, "closing"]}


def deck_of(folder: Path, talk: dict[str, Any], client: str = "", **clients: dict[str, Any]) -> Any:
    """A composed deck; clients are "acme" if none are given."""
    path = project(folder, talk, **(clients or {"acme": ACME}))
    return deckgen.compose(deckgen.load(path, client=client or None, cwd=folder))


def leaks(folder: Path, talk: dict[str, Any], client: str = "", **clients: dict[str, Any]) -> list[Any]:
    """What must not be said in a deck and is."""
    found = deckgen.check(deck_of(folder, talk, client, **clients))
    return [f for f in found if f.code in ("other-client", "avoided-word")]


def named(folder: Path, text: str, client: str = "", **clients: dict[str, Any]) -> list[str]:
    """The names that are found where a slide says `text`."""
    found = leaks(folder, with_slides({"statement": text}), client, **clients)
    return sorted({f.message.split("'")[1] for f in found})


def with_part(deck: Any, name: str, data: bytes, old: bytes = b"") -> list[Any]:
    """What is found in the deck's bytes with a part put in by hand, or with `old` in that part replaced by `data`."""
    before = zipfile.ZipFile(io.BytesIO(writer_for(".pptx").write(deck)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.namelist():
            content = before.read(entry)
            if entry == name:
                assert old and old in content
                content = content.replace(old, data)
            after.writestr(entry, content)
        if not old:
            after.writestr(name, data)
    return find_leaks(deck, deck.guard, [out.getvalue()], None)
