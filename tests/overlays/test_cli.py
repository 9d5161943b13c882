"""Overlays on the command line: real decks, where they go, what is said."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation

from ..cli.running import run
from .talks import TALK, project, variant

CLIENT = "client: {name: ACME AG}\nchange: {umsatz: {title: Ihr Umsatz}}\ndrop: [alles]\n"


def deck_texts(path: Path) -> list[list[str]]:
    """The texts of each slide, its notes last."""
    result = []
    for one in Presentation(str(path)).slides:
        words = [s.text_frame.text for s in one.shapes if s.has_text_frame and s.text_frame.text]
        result.append(words + ([one.notes_slide.notes_text_frame.text] if one.has_notes_slide else []))
    return result


def test_decks_are_named_by_what_they_are_for(tmp_path: Path) -> None:
    project(tmp_path, variant("duration: 60m"), acme=CLIENT, beta="client: {name: Beta}\n")
    (tmp_path / "talks" / "marke.de-du.yaml").write_text(
        "vars: {branche: deiner Branche}\n", encoding="utf-8"
    )
    cases = {
        (): "marke.pptx", ("--variant", "kurz"): "marke-kurz.pptx", ("--client", "acme"): "acme/marke.pptx",
        ("--client", "acme", "--variant", "kurz", "--lang", "de-du"): "acme/marke-kurz-de-du.pptx",
        ("--client", "talks/clients/beta.yaml"): "beta/marke.pptx",
    }  # fmt: skip
    for options, name in cases.items():
        done = run(tmp_path, "build", "marke", *options)
        assert (done.returncode, Path(done.stdout.strip())) == (0, tmp_path / "dist" / name), done.stderr
    texts = deck_texts(tmp_path / "dist" / "acme" / "marke-kurz-de-du.pptx")
    said = " ".join(word for words in texts for word in words)
    assert "Ihr Umsatz" in said and "ACME AG" in said and "deiner Branche" in said
    assert "marketingrelevant" not in said and "Ihre Firma" not in said and "Satz stehen" not in said


def test_all_clients_and_nothing_of_one_in_anothers_deck(tmp_path: Path) -> None:
    project(tmp_path, acme=CLIENT, beta="client: {name: Beta GmbH}\n")
    done = run(tmp_path, "build", "--all-clients", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(Path("out/acme/marke.pptx")), str(Path("out/beta/marke.pptx"))]
    for name, other in (("acme", b"Beta"), ("beta", b"ACME")):
        import zipfile

        with zipfile.ZipFile(tmp_path / "out" / name / "marke.pptx") as deck:
            assert not [part for part in deck.namelist() if other in deck.read(part)]


def test_all_clients_needs_some(tmp_path: Path) -> None:
    project(tmp_path)
    assert run(tmp_path, "build", "--all-clients").returncode == 2
    done = run(tmp_path, "build", "--all-clients", "--client", "acme")
    assert done.returncode == 2 and "one of the two" in done.stderr


def test_outline_and_check_take_the_same_options(tmp_path: Path) -> None:
    project(tmp_path, variant("drop: [thesen]"), acme=CLIENT)
    done = run(
        tmp_path, "outline", "marke", "--client", "acme", "--variant", "kurz", "--ids", "--duration", "30m"
    )
    assert done.returncode == 0, done.stderr
    assert "umsatz" in done.stdout and "alles" not in done.stdout and "thesen" not in done.stdout
    assert "of 30:00" in done.stdout
    done = run(tmp_path, "check", "marke", "--client", "acme", "--set", "brnche=x")
    assert done.returncode == 2 and "did you mean 'branche'" in done.stdout


def test_the_overlay_s_line_is_shown(tmp_path: Path) -> None:
    project(tmp_path, acme="talks:\n  marke:\n    drop: [umsaz]\n")
    done = run(tmp_path, "build", "marke", "--client", "acme")
    assert (done.returncode, done.stdout) == (2, "")
    assert "talks/clients/acme.yaml:3:12: error[unknown-id]" in done.stderr
    assert "    drop: [umsaz]\n" in done.stderr and "'umsatz' stands here" in done.stderr


def test_translations_are_no_talks_of_their_own(tmp_path: Path) -> None:
    project(tmp_path, TALK)
    (tmp_path / "talks" / "marke.en.yaml").write_text("title: Everything\n", encoding="utf-8")
    done = run(tmp_path, "build")
    assert (done.returncode, len(done.stdout.split())) == (0, 1), done.stderr


def test_shells_complete_clients_variants_languages(tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    project(tmp_path, variant("duration: 60m"), acme=CLIENT, beta="")
    (tmp_path / "talks" / "marke.en.yaml").write_text("title: Everything\n", encoding="utf-8")
    for words, wanted in (
        ("--client ", ["acme", "beta"]),
        ("--variant ", ["kurz"]),
        ("--lang ", ["de", "en"]),
    ):
        line = f"deckgen build marke {words}"
        env = {
            **os.environ, "_DECKGEN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split())),
            "PYTHONUTF8": "1",
        }  # fmt: skip
        code = "from deckgen.cli import group; group(prog_name='deckgen')"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        assert [row.partition(",")[2] for row in done.stdout.split()] == wanted, done.stderr
