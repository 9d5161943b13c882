"""`deckgen explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.explanations import codes, explanation

from .running import run


def test_all_codes_are_listed(tmp_path: Path) -> None:
    done = run(tmp_path, "explain")
    assert done.returncode == 0, done.stderr
    assert [row.split()[0] for row in done.stdout.splitlines() if row[:1] not in ("", " ")] == codes()


@pytest.mark.parametrize("word", ["unknown-key", "[unknown-key]", "Unknown-Key"])
def test_a_finding_is_explained_with_example_and_remedy(tmp_path: Path, word: str) -> None:
    done = run(tmp_path, "explain", word)
    assert done.returncode == 0, done.stderr
    assert "Nothing is accepted and ignored." in " ".join(done.stdout.split())
    assert "    bulets: [one]\n" in done.stdout.partition("This causes it")[2]
    assert "    bullets: [one]\n" in done.stdout.partition("Write instead")[2]


def test_checks_explain_themselves(tmp_path: Path) -> None:
    done = run(tmp_path, "explain", "crowded")
    assert "more words or bullets than people can read" in " ".join(done.stdout.split())
    assert "no slide has more words or bullets than an audience can read." in " ".join(done.stdout.split())


def test_an_unknown_code_is_exit_2(tmp_path: Path) -> None:
    done = run(tmp_path, "explain", "unknwon-key")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'unknown-key'?" in done.stderr


def test_a_speaker_reads_of_slides_and_not_of_the_program(tmp_path: Path) -> None:
    said = " ".join(run(tmp_path, "explain", "text-overflow").stdout.split())
    assert "how much to cut" in said and "put the rest into the notes" in said
    inner = ("metrics table", "the net below", "drawing order", "placeholder", "the fitting")
    for code in codes():
        words = explanation(code).means
        assert not [word for word in inner if word in words] or explanation(code).place == "theme", code
