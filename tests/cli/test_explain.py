"""`deckgen explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.explanations import codes

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
    assert "Slides with more words or bullets" in done.stdout
    assert "no slide has more words or bullets than an audience can read." in " ".join(done.stdout.split())


def test_an_unknown_code_is_exit_2(tmp_path: Path) -> None:
    done = run(tmp_path, "explain", "unknwon-key")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'unknown-key'?" in done.stderr
