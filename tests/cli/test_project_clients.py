"""`deckgen build` of a project with clients, variants and languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..writers.specimen import png
from .running import run
from .test_project import build

SHARED = """\
title: Für ${client.name}
lang: de
languages: [de, en]
vars: {ort: Köln}
variants:
  kurz: {drop: [zwei]}
slides:
  - cover
  - statement: {de: Ein Satz., en: A sentence.}
    id: eins
    notes: {de: Worte., en: Words.}
    time: 1m
  - statement: {de: Noch einer., en: One more.}
    id: zwei
    notes: {de: Worte., en: Words.}
    time: 1m
"""


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """One talk, three clients with a logo each, two variants, two languages."""
    (tmp_path / "deckgen.yaml").write_text("build:\n  - clients: all\n", encoding="utf-8")
    clients = tmp_path / "talks" / "clients"
    clients.mkdir(parents=True)
    (tmp_path / "talks" / "rede.yaml").write_text(SHARED, encoding="utf-8")
    for n, name in enumerate(("acme", "beta", "gamma")):
        (clients / f"{name}.png").write_bytes(png(40, 20 + n, 90))
        (clients / f"{name}.yaml").write_text(
            f"client: {{name: {name.title()}, logo: {name}.png}}\n", encoding="utf-8"
        )
    return tmp_path


def paths(folder: Path) -> list[str]:
    """The decks below a folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.pptx"))


def test_a_clients_logo_rebuilds_that_client_alone(agency: Path) -> None:
    build(agency)
    assert paths(agency / "dist") == ["acme/rede.pptx", "beta/rede.pptx", "gamma/rede.pptx"]
    assert build(agency) == []
    (agency / "talks" / "clients" / "beta.png").write_bytes(png(44, 20, 90))
    done = run(agency, "build")
    assert [Path(line).parent.name for line in done.stdout.splitlines()] == ["beta"]
    (agency / "talks" / "clients" / "acme.yaml").write_text("client: {name: Andere}\n", encoding="utf-8")
    done = run(agency, "build")
    assert [Path(line).parent.name for line in done.stdout.splitlines()] == ["acme"]
    (agency / "talks" / "rede.yaml").write_text(SHARED.replace("Ein Satz", "Sätze"), encoding="utf-8")
    assert len(build(agency)) == 3


def test_clients_variants_and_languages_are_multiplied_out(agency: Path) -> None:
    (agency / "deckgen.yaml").write_text(
        "build:\n  - clients: [base, beta]\n    variants: [base, kurz]\n    languages: all\n",
        encoding="utf-8",
    )
    (agency / "talks" / "rede.yaml").write_text(SHARED.replace("${client.name}", "alle"), encoding="utf-8")
    build(agency)
    wanted = ["rede-en.pptx", "rede-kurz-en.pptx", "rede-kurz.pptx", "rede.pptx"]
    assert paths(agency / "dist") == [*(f"beta/{n}" for n in wanted), *wanted]
    assert build(agency) == []
    deck = agency / "dist" / "beta" / "rede-kurz-en.pptx"
    before = deck.read_bytes()
    deck.unlink()
    run(agency, "build", "rede", "--client", "beta", "--variant", "kurz", "--lang", "en")
    assert deck.read_bytes() == before
    assert build(agency) == []


def test_the_command_line_narrows_a_project(agency: Path) -> None:
    assert build(agency, "--client", "beta") == ["rede.pptx"]
    assert paths(agency / "dist") == ["beta/rede.pptx"]
    assert len(build(agency, "rede", "--all-clients")) == 2
    assert len(build(agency, "--set", "ort=Bonn", "--client", "beta", "--dry-run")) == 0


def test_a_client_of_the_talks_own_that_comes_takes_the_place_of_a_shared_one(agency: Path) -> None:
    (agency / "talks" / "rede").mkdir()
    (agency / "talks" / "rede.yaml").rename(agency / "talks" / "rede" / "talk.yaml")
    build(agency)
    own = agency / "talks" / "rede" / "clients"
    own.mkdir()
    (own / "beta.yaml").write_text("client: {name: Eigene}\n", encoding="utf-8")
    done = run(agency, "build")
    assert [Path(line).parent.name for line in done.stdout.splitlines()] == ["beta"]


def test_clients_may_lie_in_a_folder_of_the_project(agency: Path) -> None:
    (agency / "talks" / "clients").rename(agency / "kunden")
    (agency / "deckgen.yaml").write_text(
        "clients: kunden\nbuild:\n  - clients: [acme, gamma]\n", encoding="utf-8"
    )
    assert build(agency) == ["rede.pptx", "rede.pptx"]
    assert run(agency, "build", "rede", "--client", "beta").returncode == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("build:\n  - clients: [acne]\n", "did you mean 'acme'?"),
        ("build:\n  - variants: [krz]\n", "did you mean 'kurz'?"),
        ("build:\n  - languages: [fr]\n", "there is no language 'fr'"),
        ("build:\n  - clients: all\nname: '{talk}.pptx'\n", "two decks would be called"),
    ],
)
def test_names_that_no_talk_has_are_told(agency: Path, text: str, said: str) -> None:
    (agency / "deckgen.yaml").write_text(text, encoding="utf-8")
    done = run(agency, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert "deckgen.yaml:2:" in done.stderr
    assert said in done.stderr
