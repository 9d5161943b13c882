"""`deckgen new client`: a client's file with the questions to ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

import deckgen

from .running import run

TALK = {
    "de": """\
title: Alles ist Marketing
subtitle: Eine Zeile
lang: de
client: {name: Ihre Firma, stadt: Ihrer Stadt}
vars: {branche: Ihrer Branche}
variants: {impuls: {duration: 20m}}
slides:
  - cover: null
    notes: Guten Tag.
  - statement: Mitarbeiter in ${branche} kennen ${client.name} in der Krise.
    id: satz
    notes: Satz stehen lassen, auch vor Mitarbeiter und Gast.
""",
    "en": """\
title: Everything is marketing
subtitle: A line
lang: en
client: {name: your company, stadt: your city}
vars: {branche: your industry}
variants: {impuls: {duration: 20m}}
slides:
  - cover: null
    notes: Good morning.
  - statement: The employees in ${branche} know ${client.name} in a crisis.
    id: satz
    notes: Let it stand, also for employees and guests.
""",
}


def project(folder: Path, lang: str = "de", settings: str = "") -> None:
    (folder / "talks").mkdir(parents=True, exist_ok=True)
    (folder / "deckgen.yaml").write_text(settings, encoding="utf-8")
    (folder / "talks" / "marke.yaml").write_text(TALK[lang], encoding="utf-8")


def answered(text: str) -> str:
    """The questionnaire with the # taken from all lines that are answers."""
    return re.sub(r"(?m)^((?:  )?)#(?=[A-Za-z]|  +[^ ])", r"\1", text)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_as_written_it_checks_clean_and_speaks_the_talks_language(tmp_path: Path, lang: str) -> None:
    project(tmp_path, lang)
    done = run(tmp_path, "new", "client", "acme", "--name", "ACME: the 'AG'")
    assert (done.returncode, Path(done.stdout.strip())) == (0, Path("talks/clients/acme.yaml")), done.stderr
    assert "deckgen outline marke --client acme --against base" in done.stderr
    text = (tmp_path / "talks" / "clients" / "acme.yaml").read_text(encoding="utf-8")
    assert ("Fragen vor einem Vortrag" in text) is (lang == "de")
    checked = run(tmp_path, "check", "marke", "--client", "acme", "--fail-on", "info")
    assert (checked.returncode, checked.stdout) == (0, "nothing found\n")
    loaded = deckgen.load(tmp_path / "talks" / "marke.yaml", client="acme")
    assert loaded.talk.info.client.facts == {"name": "ACME: the 'AG'"}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_answer_does_something(tmp_path: Path, lang: str) -> None:
    project(tmp_path, lang)
    run(tmp_path, "new", "client", "acme")
    path = tmp_path / "talks" / "clients" / "acme.yaml"
    Image.new("RGB", (64, 32), "#0A4DA2").save(path.parent / "logo.png")
    text = answered(path.read_text(encoding="utf-8")).replace("\nlang: de\n", "\nlang: en-GB\n")
    assert not re.search(r"«|»", text)
    head = text.index("client:")
    path.write_text(text[head:], encoding="utf-8")
    loaded = deckgen.load(tmp_path / "talks" / "marke.yaml", client="acme")
    info = loaded.talk.info
    assert {*info.client.facts} == {"name", "industry", "color", "stadt"} and info.client.logo is not None
    for value in (info.event, info.date, info.start, info.place, info.footer, info.subtitle):
        assert value is not None
    assert (info.duration and info.duration.seconds, info.profile, loaded.fonts) == (2700, "stage", "office")
    assert (loaded.theme.name, loaded.variant) == ("kontor", "impuls")
    assert loaded.lang == ("de-du" if lang == "de" else "en-GB")
    shown = run(tmp_path, "outline", "marke", "--client", "acme", "--against", "base").stdout
    assert "1 added" in shown
    assert ("Kolleginnen" if lang == "de" else "colleagues") in shown
    found = deckgen.check(deckgen.compose(loaded))
    avoided = [f.span for f in found if f.code == "avoided-word"]
    assert avoided
    assert run(tmp_path, "build", "marke", "--client", "acme").returncode == 2
    text = re.sub(r"(?m)^avoid: .*$", "avoid: [Quastenflosser]", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    assert run(tmp_path, "build", "marke", "--client", "acme").returncode == 0


def test_the_talks_own_words_and_variants_are_asked_for(tmp_path: Path) -> None:
    project(tmp_path)
    run(tmp_path, "new", "client", "acme")
    text = (tmp_path / "talks" / "clients" / "acme.yaml").read_text(encoding="utf-8")
    for row in (
        "#variant: impuls",
        "#  branche: Ihrer Branche",
        "  #stadt: Ihrer Stadt",
        "#  marke:",
        "#      - after: satz",
    ):
        assert row in text.splitlines()
    assert "Ihre Firma" not in text


def test_it_goes_where_the_project_keeps_its_clients(tmp_path: Path) -> None:
    project(tmp_path, settings="clients: kunden\n")
    done = run(tmp_path / "talks", "new", "client", "acme", "--lang", "en")
    assert done.returncode == 0, done.stderr
    path = tmp_path / "kunden" / "acme.yaml"
    assert "Questions before a talk" in path.read_text(encoding="utf-8")
    assert run(tmp_path, "check", "marke", "--client", "acme").returncode == 0


def test_beside_talks_without_a_project(tmp_path: Path) -> None:
    (tmp_path / "marke.yaml").write_text(TALK["de"], encoding="utf-8")
    assert run(tmp_path, "new", "client", "acme", "--quiet").stderr == ""
    assert run(tmp_path, "outline", "marke.yaml", "--client", "acme").returncode == 0
    (tmp_path / "new").mkdir()
    done = run(tmp_path / "new", "new", "client", "acme")
    assert Path(done.stdout.strip()) == Path("talks/clients/acme.yaml") and "no talk here yet" in done.stderr


def test_mistake_a_client_that_is_there_is_left_alone(tmp_path: Path) -> None:
    project(tmp_path, settings="clients: kunden\n")
    for name, there in (("acme", "talks/clients/acme.yaml"), ("bank", "kunden/bank.yml")):
        (tmp_path / there).parent.mkdir(exist_ok=True)
        (tmp_path / there).write_text("mine", encoding="utf-8")
        done = run(tmp_path, "new", "client", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{Path(there)} is there already" in done.stderr
    assert sorted(p.name for p in tmp_path.rglob("*.y*ml")) == [
        "acme.yaml",
        "bank.yml",
        "deckgen.yaml",
        "marke.yaml",
    ]


@pytest.mark.parametrize("name", ["base", "All", "a,b", "../x", "clients/acme", "", "con"])
def test_mistake_a_name_that_means_something_else(tmp_path: Path, name: str) -> None:
    project(tmp_path)
    done = run(tmp_path, "new", "client", name)
    assert done.returncode == 2 and done.stderr
    assert not (tmp_path / "talks" / "clients").exists()


def test_mistake_a_talk_that_cannot_be_read_hides_no_question(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "talks" / "a.yaml").write_text("title: [\n", encoding="utf-8")
    (tmp_path / "talks" / "b.yaml").write_bytes(b"\xff\xfe\x00")
    done = run(tmp_path, "new", "client", "acme")
    assert done.returncode == 0, done.stderr
    assert "#variant: impuls" in (tmp_path / "talks" / "clients" / "acme.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["${alle} & 'x' \"y\"", "- [x]", "a\nslides: b", "#1 «name»", "null", " "])
def test_any_name_can_be_given(tmp_path: Path, name: str) -> None:
    project(tmp_path)
    assert run(tmp_path, "new", "client", "probe", "--name", name).returncode == 0
    facts = deckgen.load(tmp_path / "talks" / "marke.yaml", client="probe").talk.info.client.facts
    assert facts["name"] == (" ".join(name.split()) or "Probe")
