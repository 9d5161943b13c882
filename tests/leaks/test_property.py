"""Whatever a talk and its clients say: nothing of one client is in another's file, and a name that is put there is found."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import deckgen

from .projects import TALK, project, with_slides

CLIENTS = ("nordk", "westk", "ostk")
PLACES = (
    "vars",
    "statement",
    "insert",
    "notes",
    "bullets",
    "alt",
    "table",
    "chart",
    "event",
    "title",
    "link",
)
letters = st.text("BCDFGHJKLMNPQRSTVWXZÄÖÜ", min_size=4, max_size=8)


def overlay(places: set[str], mark: str) -> dict[str, Any]:
    """A client's file that says `mark`, followed by the place's name, in each of the places."""
    result: dict[str, Any] = {"client": {"name": f"{mark}name AG", "stadt": f"{mark}stadt"}}
    change: dict[str, Any] = {}
    if "vars" in places:
        result["vars"] = {"wert": f"{mark}vars"}
    if "event" in places:
        result["event"] = f"{mark}event"
    if "title" in places:
        result["title"] = f"{mark}title"
    if "insert" in places:
        result["insert"] = [
            {"after": "zahlen", "slides": [{"statement": f"{mark}insert", "notes": f"{mark}ins"}]}
        ]
    if "notes" in places:
        change.setdefault("zahlen", {})["notes+"] = f"Und **{mark}**notes."
    if "alt" in places:
        change.setdefault("zahlen", {})["alt"] = f"{mark}alt"
    if "chart" in places:
        change.setdefault("zahlen", {})["chart"] = {f"{mark}chart": 1, "Rest": 2}
    if "table" in places:
        change["werte"] = {"table": [["Ort", "Wert"], [f"{mark}table", "7"]]}
    if "bullets" in places:
        change["liste"] = {"bullets+": [f"{mark}bullets"]}
    if "link" in places:
        change["mehr"] = {"text": f"Siehe [dort](https://example.org/{mark}link)"}
    if "statement" in places:
        change["satz"] = {"statement": f"Für {mark}statement"}
    return {**result, "change": change} if change else result


BASE = with_slides(
    {"statement": "Für ${client.name} in ${client.stadt}: ${wert}", "id": "satz"},
    {"title": "Mehr", "id": "mehr", "text": "Nichts"},
    vars={"wert": "vieles"}, client={"name": "Ihre Firma", "stadt": "Ihrer Stadt"},
)  # fmt: skip


def everything(data: bytes) -> Iterator[tuple[str, bytes]]:
    """All parts of a zip unpacked, those of packages within too."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            part = file.read(name)
            yield name, part
            yield name, name.encode()
            if part.startswith(b"PK"):
                yield from ((f"{name}/{inner}", inside) for inner, inside in everything(part))


@settings(max_examples=6)
@given(
    st.lists(letters, min_size=3, max_size=3, unique=True),
    st.lists(st.sets(st.sampled_from(PLACES)), min_size=3, max_size=3),
)
def test_no_clients_words_are_in_anothers_file(stems: list[str], places: list[set[str]]) -> None:
    marks = [f"{name.upper()}{stem}" for name, stem in zip(CLIENTS, stems, strict=True)]
    clients = {n: overlay(p, m) for n, p, m in zip(CLIENTS, places, marks, strict=True)}
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder), BASE, **clients)
        for client in (*CLIENTS, None):
            deck = deckgen.compose(deckgen.load(path, client=client, cwd=Path(folder)))
            to = deckgen.write(deck, Path(folder) / "dist" / (client or "") / "vortrag.pptx")
            parts = list(everything(to.read_bytes()))
            for name, mark in zip(CLIENTS, marks, strict=True):
                holding = [part for part, data in parts if mark.encode() in data]
                assert bool(holding) == (name == client), (client, name, holding)


@settings(max_examples=8)
@given(letters, st.sampled_from(PLACES), st.sampled_from(["{}", "{}s", "Wie {}.", "({})"]))
def test_a_name_that_is_put_there_is_found(stem: str, place: str, form: str) -> None:
    name = f"Q{stem}"
    said = overlay({place}, "MARKE")

    def planted(value: Any) -> Any:
        if isinstance(value, dict):
            return {planted(k): planted(v) for k, v in value.items()}
        if isinstance(value, list):
            return [planted(v) for v in value]
        return value.replace(f"MARKE{place}", form.format(name)) if isinstance(value, str) else value

    client = planted({**said, "client": {"name": "Eigene Werft", "stadt": "Köln"}})
    if place == "notes":
        client["change"]["zahlen"]["notes+"] = form.format(f"**{name[:3]}**{name[3:]}")
    if place == "link":
        client["change"]["mehr"]["text"] = f"[dort](https://example.org/{name})"
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder), BASE, eigen=client, fremd={"client": {"name": f"{name} AG"}})
        deck = deckgen.compose(deckgen.load(path, client="eigen", cwd=Path(folder)))
        with pytest.raises(deckgen.TalkError) as raised:
            deckgen.write(deck, Path(folder) / "vortrag.pptx")
        assert {f.code for f in raised.value.findings} == {"other-client"}
        assert not (Path(folder) / "vortrag.pptx").exists()


def test_the_talk_alone_says_nothing_of_clients() -> None:
    assert not any(word in str(TALK) for word in ("MARKE", *map(str.upper, CLIENTS)))
