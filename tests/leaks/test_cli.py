"""`build`, `build --all-clients` and `check` stop at a name that isn't this client's."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..cli.running import run
from .projects import ACME, project, with_slides


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project(
        tmp_path,
        with_slides({"statement": "Wie ACME", "notes": "Ja."}),
        acme=ACME,
        b1={"client": {"name": "Wagnerwerke"}},
    )
    return tmp_path


@pytest.mark.parametrize("more", [[], ["--strict"], ["--client", "b1"]])
def test_build_writes_nothing(folder: Path, more: list[str]) -> None:
    done = run(folder, "build", "vortrag.yaml", *more)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "other-client" in done.stdout + done.stderr and "nothing written" in done.stdout + done.stderr
    assert not list(folder.rglob("*.pptx"))


def test_the_client_itself_gets_its_deck(folder: Path) -> None:
    assert run(folder, "build", "vortrag.yaml", "--client", "acme").returncode == 0
    assert (folder / "dist" / "acme" / "vortrag.pptx").exists()


def test_all_clients(folder: Path) -> None:
    done = run(folder, "build", "vortrag.yaml", "--all-clients", "--jobs", "2")
    assert done.returncode != 0 and "other-client" in done.stdout + done.stderr
    assert [p.parent.name for p in folder.rglob("*.pptx")] == ["acme"]


def test_check_says_so(folder: Path) -> None:
    done = run(folder, "check", "vortrag.yaml", "--format", "json")
    assert done.returncode == 2 and '"other-client"' in done.stdout + done.stderr
    assert run(folder, "check", "vortrag.yaml", "--client", "acme").returncode == 0


def test_a_variable_that_nothing_asks_for(tmp_path: Path) -> None:
    talk = {
        **with_slides({"statement": "In ${ort}"}),
        "vars": {"ort": "Wien", "jahr": "2026", "gast": "Gäste"},
    }
    project(tmp_path, talk, acme={**ACME, "change": {"liste": {"title": "Für ${gast}"}}})
    done = run(tmp_path, "check", "vortrag.yaml")
    assert (done.stdout + done.stderr).count("unused-variable") == 1 and "'jahr'" in done.stdout + done.stderr


def test_a_client_that_comes_later_is_looked_for_in_decks_that_are_up_to_date(tmp_path: Path) -> None:
    project(
        tmp_path, with_slides({"statement": "Wie ACME", "notes": "Ja."}), b1={"client": {"name": "Werft"}}
    )
    (tmp_path / "talks").mkdir()
    for name in ("vortrag.yaml", "clients"):
        (tmp_path / name).rename(tmp_path / "talks" / name)
    assert "built" in (done := run(tmp_path, "build")).stdout + done.stderr, done.stderr
    assert (tmp_path / "dist" / "vortrag.pptx").exists()
    again = run(tmp_path, "build")
    assert again.returncode == 0 and "names" not in again.stderr
    client = tmp_path / "talks" / "clients" / "c1.yaml"
    client.write_text("client: {name: Wagnerwerke}\n", encoding="utf-8")
    assert run(tmp_path, "build").returncode == 0
    client.write_text("client: {name: ACME}\n", encoding="utf-8")
    done = run(tmp_path, "build")
    assert done.returncode != 0 and "other-client" in done.stdout + done.stderr
