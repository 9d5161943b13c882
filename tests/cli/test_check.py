"""`deckgen check`."""

from __future__ import annotations

import json
from pathlib import Path

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
