"""`deckgen check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pptx_reader.decks import Foreign

from .running import TALK, run


def test_a_clean_talk_is_exit_0_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (tmp_path / "dist").exists()


def test_the_bar_decides_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK.replace("cover", "cover:\n    notes: Worte.") + "  - statement: Ein Satz.\n    notes: Worte.\n",
        encoding="utf-8",
    )
    assert run(tmp_path, "check", "talk.yaml").returncode == 0
    assert run(tmp_path, "check", "talk.yaml", "--fail-on", "warning").returncode == 1


def test_json_has_places(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK + "  - statment: x\n", encoding="utf-8")
    done = run(tmp_path, "check", "talk.yaml", "--format", "json")
    assert done.returncode == 2
    rows = json.loads(done.stdout)
    assert ("talk.yaml", 8) in [(r["file"], r["line"]) for r in rows]


def test_sarif_has_rules_levels_and_places(tmp_path: Path) -> None:
    folder = tmp_path / "Vorträge 1"
    folder.mkdir()
    slides = (
        "  - statement: Ein Satz.\n    notes: Worte.\n  - {statement: Anders, alt: nichts}\n  - statment: x\n"
    )
    (folder / "talk.yaml").write_text(TALK + "  - statement: Ein Satz.\n    alt: x\n", encoding="utf-8")
    (folder / "wrong.yaml").write_text(TALK + slides, encoding="utf-8")
    done = run(tmp_path, "check", "Vorträge 1/talk.yaml", "Vorträge 1/wrong.yaml", "--format", "sarif")
    assert done.returncode == 2
    log = json.loads(done.stdout)
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    (made,) = log["runs"]
    driver, results = made["tool"]["driver"], made["results"]
    assert driver["name"] == "deckgen" and made["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == sorted(set(rules)) and {r["ruleId"] for r in results} == set(rules)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and "Write instead" in rule["help"]["text"]
        assert "Write instead" in rule["help"]["markdown"]
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
    wrong = next(r for r in results if r["ruleId"] == "unknown-key")
    place = wrong["locations"][0]["physicalLocation"]
    assert wrong["level"] == "error" and "did you mean 'statement'" in wrong["message"]["text"]
    assert place["artifactLocation"]["uri"] == "Vortr%C3%A4ge%201/wrong.yaml"
    assert place["region"] == {"startLine": 11, "startColumn": 5, "endLine": 11, "endColumn": 13}
    again = next(r for r in results if r["ruleId"] == "duplicate-title")
    assert again["level"] == "warning" and again["properties"]["slide"] == "ein-satz-2"
    assert again["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 5


def test_findings_and_a_closing_line_go_to_stdout(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        TALK + "  - statement: Ein Satz.\n    notes: Worte.\n", encoding="utf-8"
    )
    rows = run(tmp_path, "check", "talk.yaml").stdout.splitlines()
    at = next(i for i, row in enumerate(rows) if "duplicate-title" in row)
    assert rows[at].startswith("talk.yaml:8:5: warning[duplicate-title]")
    assert rows[at + 1] == "      - statement: Ein Satz."
    assert rows[at + 2].index("^") == 4 + 4
    assert rows[-1] == "1 warning"


def test_every_talk_is_checked_even_if_one_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("titel: x\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TALK + "  - statement: Ein Satz.\n    notes: Worte.\n", encoding="utf-8")
    done = run(tmp_path, "check", "a.yaml", "b.yaml")
    assert done.returncode == 2
    assert "a.yaml:1" in done.stdout and "duplicate-title" in done.stdout


@pytest.mark.foreign_deck
def test_a_finished_deck_is_checked_beside_talks(tmp_path: Path) -> None:
    deck = Foreign()
    deck.body.text = "Ein Satz, der sich immer wiederholt. " * 90
    deck.save(tmp_path / "alt.PPTX")
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    done = run(tmp_path, "check", "alt.PPTX", "talk.yaml", "--fit")
    assert done.returncode == 1, done.stderr
    rows = done.stdout.splitlines()
    assert rows[0].startswith("alt.PPTX: error[text-overflow]: slide 1, ")
    assert rows[1].startswith("    cut about ")
    assert rows[-1] == "1 error"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["alt.PPTX", "talk.yaml"]


@pytest.mark.foreign_deck
def test_a_finished_decks_findings_as_json_have_the_slide_and_no_line(tmp_path: Path) -> None:
    deck = Foreign()
    deck.body.text = "Ein Satz, der sich immer wiederholt. " * 90
    deck.save(tmp_path / "a.pptx")
    row = json.loads(run(tmp_path, "check", "a.pptx", "--format", "json").stdout)[0]
    assert (row["file"], row["line"], row["column"], row["slide"]) == ("a.pptx", None, None, "1")


@pytest.mark.foreign_deck
def test_the_bar_counts_for_finished_decks_too(tmp_path: Path) -> None:
    deck = Foreign()
    deck.body.text = "Worte"
    deck.save(tmp_path / "a.pptx")
    assert run(tmp_path, "check", "a.pptx", "--fail-on", "info").returncode == 0
    deck.body.text = "Donaudampfschifffahrtsgesellschaftskapitänskajütentürschlüsselbundanhänger"
    deck.body.text_frame.paragraphs[0].runs[0].font.size = 508_000
    deck.save(tmp_path / "a.pptx")
    assert run(tmp_path, "check", "a.pptx").returncode == 0
    assert run(tmp_path, "check", "a.pptx", "--fail-on", "warning").returncode == 1


@pytest.mark.foreign_deck
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.pptx", "--theme", "plain"], "--theme is for talks"),
        (["a.pptx", "--profile", "room"], "--profile is for talks"),
        (["talk.yaml", "--fit"], "--fit is for finished decks"),
    ],
)
def test_flags_that_mean_nothing_for_what_is_checked_are_refused(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    (tmp_path / "a.pptx").write_bytes(b"PK")
    done = run(tmp_path, "check", *arguments)
    assert done.returncode == 2
    assert words in done.stderr


@pytest.mark.foreign_deck
def test_files_that_are_no_decks_are_said_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "b.ppt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "c.pptx").write_bytes(b"title: A talk")
    done = run(tmp_path, "check", "a.pptx", "b.ppt", "c.pptx", "d.pptx")
    assert done.returncode == 2
    for words in ("a.pptx: error[deck-broken]", "b.ppt: error[deck-type]: this is an old .ppt deck", "c.pptx: error[deck-type]", "d.pptx: error[not-a-file]"):  # fmt: skip
        assert words in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
