"""The decks of this repository's own project: two talks, four clients and none, lengths, languages; all of them sound, and built when they must be."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

import deckgen
from deckgen.batch.axes import Chosen
from deckgen.batch.combine import jobs_of
from deckgen.batch.job import Job
from deckgen.findings import Findings, Severity
from pptx import Presentation

from ..cli.running import run

ROOT = Path(__file__).resolve().parent.parent.parent
CLIENTS = ("beispielkiste", "example-freight", "maschinenbau", "musterbank")


def matrix() -> list[Job]:
    """The decks that `deckgen build` makes here."""
    findings = Findings()
    jobs = jobs_of(ROOT, Chosen(cwd=ROOT), findings)
    assert not list(findings)
    return jobs


def loaded(job: Job) -> deckgen.Loaded:
    """The talk of a deck."""
    return deckgen.load(
        job.talk,
        client=job.client or None,
        variant=job.variant or None,
        lang=job.lang or None,
        cwd=ROOT,
    )


def test_the_matrix_has_each_talk_for_each_client_in_each_length() -> None:
    jobs = matrix()
    assert len(jobs) == 48
    talks = {Path(j.talk).stem for j in jobs}
    found = {(Path(j.talk).stem, Path(j.client).stem, j.variant or "base") for j in jobs}
    assert talks == {"alles-ist-marketing", "product-update"}
    lengths = {
        "alles-ist-marketing": ("base", "impuls", "langfassung"),
        "product-update": ("base", "short", "long"),
    }
    assert found == {(t, c, v) for t in talks for c in ("", *CLIENTS) for v in lengths[t]}


@pytest.mark.parametrize("client", ["", *CLIENTS])
def test_every_deck_of_the_matrix_is_clean(client: str) -> None:
    for job in matrix():
        if Path(job.client).stem != client:
            continue
        talk = loaded(job)
        deck = deckgen.compose(talk)
        told = [
            f
            for f in (*talk.findings, *deckgen.check(deck))
            if f.severity is not Severity.INFO or f.code in ("unknown-id", "nothing-replaced")
        ]
        assert told == [], Path(job.output).relative_to(ROOT)
        if client:  # the talk's own client is nowhere
            assert "ACME GmbH" not in repr(deck.scenes), Path(job.output).relative_to(ROOT)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """A project with this one's talks and clients, and three decks of its matrix."""
    shutil.copytree(ROOT / "talks", tmp_path / "talks")
    (tmp_path / "deckgen.yaml").write_text(
        "build:\n  - {talks: product-update, clients: [base, maschinenbau, musterbank], languages: de}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_new_logo_rebuilds_its_clients_decks_alone(part: Path) -> None:
    first = run(part, "build", "--strict")
    assert first.returncode == 0, first.stderr
    assert len(first.stdout.splitlines()) == 3
    assert run(part, "build", "--strict").stdout == ""
    logo = part / "talks" / "clients" / "logos" / "rheintal.png"
    Image.open(logo).convert("RGBA").transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(logo)
    again = run(part, "build", "--strict")
    assert again.returncode == 0, again.stderr
    assert [Path(line).parts[-2:] for line in again.stdout.splitlines()] == [
        ("maschinenbau", "product-update-de.pptx")
    ]


def test_the_banks_decks_stand_on_its_template(tmp_path: Path) -> None:
    job = next(j for j in matrix() if Path(j.client).stem == "musterbank" and "alles" in j.talk)
    out = deckgen.write(deckgen.compose(loaded(job)), tmp_path / "bank.pptx")
    slides = Presentation(str(out)).slides
    named = {s.slide_layout.name for s in slides}
    assert {
        "Titelfolie",
        "Kapiteltrenner",
        "Kernaussage dunkel",
        "Zitat",
        "Titel und Inhalt",
        "Schlussfolie",
    } <= named
    (quote,) = (s for s in slides if s.slide_layout.name == "Zitat")
    (picture,) = (s for s in quote.shapes if s.name == "Picture")
    words = [s for s in quote.placeholders if s.has_text_frame and s.name in ("Zitat", "Name", "Funktion")]
    assert len(words) == 3
    assert all(w.left + w.width < picture.left or w.top > picture.top + picture.height for w in words)
    profit = next(
        s for s in slides if s.shapes.title is not None and "Applaus" in s.shapes.title.text_frame.text
    )
    assert profit.slide_layout.name == "Kernaussage dunkel"
    assert profit.placeholders[1].text_frame.text == "Er kommt, wenn das Stück gefällt."


def script(name: str) -> ModuleType:
    """A script of this repository, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_the_banks_template_is_what_its_script_writes() -> None:
    path = ROOT / "talks" / "clients" / "musterbank.potx"
    with zipfile.ZipFile(path) as package:
        assert {n: package.read(n) for n in package.namelist()} == script("make_client_template").parts()
    assert path.stat().st_size < 60_000
