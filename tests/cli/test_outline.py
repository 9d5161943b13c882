"""`deckgen outline`."""

from __future__ import annotations

from pathlib import Path

from .running import TALK, run


def test_times_and_clock_add_up(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("duration: 10m\n" + TALK, encoding="utf-8")
    done = run(tmp_path, "outline", "talk.yaml")
    assert done.returncode == 0, done.stderr
    assert "Ein Satz." in done.stdout
    assert "total 2:20 of 10:00: 7:40 to spare" in done.stdout


def test_ids_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    assert "ein-satz" in run(tmp_path, "outline", "talk.yaml", "--ids").stdout


def test_a_talk_that_is_too_long_says_so(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("duration: 1m\n" + TALK, encoding="utf-8")
    assert "too long" in run(tmp_path, "outline", "talk.yaml").stdout


def test_sections_show_their_budgets_and_what_is_over(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text(
        "title: x\nlang: de\nslides:\n  - section: Teil\n    time: 1m\n  - statement: Ein Satz.\n    time: 2m\n",
        encoding="utf-8",
    )
    rows = run(tmp_path, "outline", "talk.yaml").stdout.splitlines()
    assert any("of 1:00  Teil" in row and "over its budget" in row for row in rows)


def test_a_wrong_talk_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("titel: x\n", encoding="utf-8")
    done = run(tmp_path, "outline", "talk.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "talk.yaml:1:1" in done.stderr


def test_the_clock_is_the_time_of_day_where_the_talk_has_a_start(tmp_path: Path) -> None:
    (tmp_path / "talk.yaml").write_text("start: 23:59\n" + TALK, encoding="utf-8")
    rows = run(tmp_path, "outline", "talk.yaml").stdout.splitlines()
    assert [r.split()[2] for r in rows[1:3]] == ["23:59:00", "23:59:20"]


def test_what_of_the_notes_can_go_is_shown(tmp_path: Path) -> None:
    text = TALK.replace(
        "notes: Worte.", "notes: |\n      Worte.\n\n      [could] Eine Geschichte. [pause 18s]"
    )
    (tmp_path / "talk.yaml").write_text(
        text.replace("lang: de", "lang: de\nvariants: {kurz: {duration: 1m}}"), encoding="utf-8"
    )
    shown = run(tmp_path, "outline", "talk.yaml").stdout
    assert "0:19 could" in shown
    assert "could holds 0:19, should 0:00" in shown


def test_short_labels_and_series_with_a_budget_are_shown(tmp_path: Path) -> None:
    slides = "  - {title: Reihe, time: 1m, short: R, points: [a, {point: b, short: Kurz}]}\n  - {statement: c, short: Label}\n"
    (tmp_path / "talk.yaml").write_text(TALK + slides, encoding="utf-8")
    rows = run(tmp_path, "outline", "talk.yaml").stdout.splitlines()
    assert "short" in rows[0].split()
    assert any(row.split()[-2:] == ["b", "Kurz"] for row in rows)
    assert any(row.split()[-2:] == ["c", "Label"] for row in rows)
    assert any(row.split()[4:] == ["recap", "Reihe", "R"] for row in rows)
    assert any("2:15 of 1:00  Reihe  over its budget" in row for row in rows)
    (tmp_path / "talk.yaml").write_text(TALK, encoding="utf-8")
    assert "short" not in run(tmp_path, "outline", "talk.yaml").stdout
