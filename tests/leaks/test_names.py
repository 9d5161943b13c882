"""Which names are looked for: as they are written, whole, and none that are words of every day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import deckgen

from .projects import TALK, leaks, named, project, with_slides


def client(name: str) -> dict[str, Any]:
    return {"client": {"name": name}}


@pytest.mark.parametrize(
    ("file", "name", "text"),
    [
        ("a1", "ACME AG", "Bei ACME ist es so"),
        ("a1", "ACME AG", "ACMEs Ziele"),
        ("a1", "ACME AG", "Die ACME-Zahlen"),
        ("a1", "Müller & Söhne GmbH", "Bei Müller & Söhne"),
        ("a1", "Müller & Söhne GmbH & Co. KG", "Mu\u0308ller & So\u0308hne"),
        ("siemens", "", "Wie Siemens"),
        ("bank-nord", "", "Die Bank Nord"),
        ("vw", "", "Ein VW"),
        ("a1", "Müller-Lüdenscheid", "Müller Lüdenscheid und Müller_Lüdenscheid"),
        ("a1", "SAP SE", "Mit SAP"),
        ("a1", "3M", "Von 3M"),
    ],
)  # fmt: skip
def test_found(tmp_path: Path, file: str, name: str, text: str) -> None:
    given = client(name) if name else {"client": {"color": "#0A4DA2"}}
    assert named(tmp_path, text, **{file: given}), text


@pytest.mark.parametrize(
    ("file", "name", "text"),
    [
        ("a1", "ACME AG", "Die PACME und ACMEX"),
        ("a1", "Stein", "Ein stein, steinig, Steinmetz"),
        ("a1", "Sie", "Sie sind da"),
        ("sie", "", "Sie und sie"),
        ("a1", "Post", "Die Post kommt"),
        ("bank", "Eine Bank", "Eine Bank und die Bank"),
        ("a1", "Ihre Firma", "Ihre Firma"),
        ("ab", "", "Ab jetzt ab"),
        ("a1", "...", "Und ..."),
        ("a1", "Microsoft", "Ein Satz"),
        ("title", "Title", "Ein Satz"),
    ],
)  # fmt: skip
def test_not_found(tmp_path: Path, file: str, name: str, text: str) -> None:
    given = client(name) if name else {"client": {"color": "#0A4DA2"}}
    assert named(tmp_path, text, **{file: given}) == []


def test_avoid_looks_for_a_word_of_every_day(tmp_path: Path) -> None:
    clients = {"a1": client("Post"), "b1": {**client("Wagnerwerke"), "avoid": ["Post"]}}
    found = leaks(tmp_path, with_slides({"statement": "Die Post kommt"}), "b1", **clients)
    assert [f.code for f in found] == ["avoided-word"]


def test_mentions_allow_a_name(tmp_path: Path) -> None:
    slide = {"statement": "Wie bei ACME, der Acme"}
    clients = {"acme": client("ACME AG"), "b1": client("Wagnerwerke")}
    assert leaks(tmp_path, with_slides(slide), **clients)
    for mention in ("ACME AG", "acme", "ACME"):
        assert leaks(tmp_path, with_slides(slide, mentions=[mention]), **clients) == []
    clients["b1"]["mentions"] = ["acme"]
    assert leaks(tmp_path, with_slides(slide), "b1", **clients) == []


def test_mentions_of_nobody_are_told(tmp_path: Path) -> None:
    path = project(tmp_path, {**TALK, "mentions": ["ACMI"]}, acme=client("ACME AG"))
    (found,) = deckgen.load(path, cwd=tmp_path).findings
    assert found.code == "client-missing" and "did you mean" in found.message


def test_a_clients_name_may_hold_anothers(tmp_path: Path) -> None:
    clients = {"a1": client("Nordlicht"), "b1": client("Werft Nordlicht AG")}
    text = "Für die Werft Nordlicht AG"
    assert named(tmp_path, text, "b1", **clients) == []
    assert named(tmp_path, f"{text} und Nordlicht", "b1", **clients) == ["Nordlicht"]


def test_names_by_language_and_of_one_talk(tmp_path: Path) -> None:
    other = {
        "client": {"name": {"de": "Wagnerwerke", "en": "Wagner Works"}},
        "talks": {"vortrag": {"client": {"name": "Wagnerei"}}},
    }
    for name in ("Wagnerwerke", "Wagner Works", "Wagnerei"):
        assert named(tmp_path, f"Wie {name}", a1=other) == [name]


def test_thousands_of_clients(tmp_path: Path) -> None:
    clients = {f"c{n}": client(f"Werk{n} AG") for n in range(1500)}
    assert named(tmp_path, "Wie Werk1234", **clients) == ["Werk1234"]
