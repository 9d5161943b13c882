"""`deckgen build --explain-fit`, and what is said of texts that fit nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .running import run

LONG = "Ein Satz, der nicht enden will und immer weiter geht. " * 40
TALK = """title: Ein Vortrag
lang: de
theme: {}
slides:
  - id: eins
    statement: Ein Satz, der auf zwei Zeilen steht und ausgeglichen wird.
  - id: liste
    bullets:
      - Erstens wird gemessen, was in der Zeile steht und ob es passt.
      - Zweitens
    title: Eine Liste
  - id: tafel
    title: Eine Tafel
    table: |
      Ort | Umsatz
      --- | ---
      Nord | 12
      Süd | 13
"""


def rows_of(text: str) -> dict[str, list[str]]:
    rows = [re.split(r"  +", line) for line in text.splitlines() if "  " in line]
    return {f"{row[0]}/{row[1]}": row for row in rows}


@pytest.mark.parametrize("theme", ["helium", "plain"])
def test_every_text_is_told_with_font_size_lines_and_height(tmp_path: Path, theme: str) -> None:
    (tmp_path / "t.yaml").write_text(TALK.format(theme), encoding="utf-8")
    done = run(tmp_path, "build", "t.yaml", "-o", "x.pptx", "--explain-fit")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "x.pptx\n"  # the table goes to stderr
    rows = rows_of(done.stderr)
    assert rows["slide/box"] == ["slide", "box", "font", "size", "lines", "height", "remedies"]
    title = rows["eins/Title"]
    assert title[2].startswith({"helium": "Outfit bold / Arial bold", "plain": "Arial bold"}[theme])
    assert int(title[4]) >= 1 and re.fullmatch(r"\d+ of \d+", title[5])
    assert "liste/Body" in rows
    assert any(key.startswith("tafel/") and key.endswith(", 3 rows") for key in rows)
    for key, row in rows.items():
        if key != "slide/box" and len(row) > 5 and re.fullmatch(r"\d+ of \d+", row[5]):
            used, allowed = map(int, row[5].split(" of "))
            assert used <= allowed + 1, key


def test_what_was_done_to_a_text_is_told(tmp_path: Path) -> None:
    talk = "title: T\nlang: de\nslides:\n  - id: a\n    statement: Marketingverantwortungsbewusstseinsschulungsmaßnahmen\n"
    (tmp_path / "t.yaml").write_text(talk, encoding="utf-8")
    row = rows_of(run(tmp_path, "build", "t.yaml", "--explain-fit").stderr)["a/Title"]
    assert re.fullmatch(r"\d+ of \d+", row[3]) and row[6].startswith("smaller") and "words divided" in row[6]


@pytest.mark.parametrize(
    ("slide", "line"),
    [
        (f"  - statement: {LONG}\n", 4),
        (f"  - quote: {LONG}\n    by: Wer\n", 4),
        (f"  - title: {LONG}\n    bullets: [a]\n", 4),
        (f"  - title: T\n    columns:\n      - {LONG * 2}\n      - kurz\n", 6),
        (f"  - title: T\n    table: |\n      A | B\n      --- | ---\n      a | {LONG[:1600].strip()}\n", 8),
    ],
)
def test_a_text_that_fits_nowhere_is_told_with_line_heights_and_how_much_to_cut(
    tmp_path: Path, slide: str, line: int
) -> None:
    (tmp_path / "t.yaml").write_text(f"title: T\nlang: de\nslides:\n{slide}", encoding="utf-8")
    done = run(tmp_path, "check", "t.yaml")
    (found,) = [row for row in (done.stdout + done.stderr).splitlines() if "[text-overflow]" in row]
    assert found.startswith(f"t.yaml:{line}:"), found
    needs, has, cut, words = map(int, re.search(r"needs (\d+) pt at \d+ pt and has (\d+) pt: cut about (\d+) of (\d+) words", found).groups())  # type: ignore[union-attr]  # fmt: skip
    assert needs > has and 0 < cut < words


def test_headings_of_all_columns_are_balanced(tmp_path: Path) -> None:
    """No heading ends with a short word alone where another break takes as many lines."""
    heading = "So wird Ihr gesamtes großes Team fit"
    columns = f"      - title: {heading}\n        text: a\n" * 2
    talk = f"title: T\nlang: de\ntheme: helium\nslides:\n  - id: a\n    title: T\n    columns:\n{columns}"
    (tmp_path / "t.yaml").write_text(talk, encoding="utf-8")
    rows = rows_of(run(tmp_path, "build", "t.yaml", "--explain-fit").stderr)
    assert rows["a/Heading"][4] == rows["a/Heading 2"][4] == "2"
    assert rows["a/Heading"][6].endswith("balanced") and rows["a/Heading 2"][6].endswith("balanced")


@pytest.mark.parametrize("theme", ["plain", "helium"])
@pytest.mark.parametrize("kind", ["bar", "column", "line", "area", "pie", "doughnut", "scatter"])
def test_a_charts_names_have_a_row(tmp_path: Path, kind: str, theme: str) -> None:
    chart = (
        "[[1, 3], [2, 4], [3, 1]]"
        if kind == "scatter"
        else "{Ein erster Name: 3, Ein zweiter längerer Name: 4}"
    )
    talk = f"title: T\nlang: de\ntheme: {theme}\nslides:\n  - id: a\n    title: T\n    type: {kind}\n    chart: {chart}\n"
    (tmp_path / "t.yaml").write_text(talk, encoding="utf-8")
    row = rows_of(run(tmp_path, "build", "t.yaml", "--explain-fit").stderr)["a/Chart, names"]
    used, allowed = map(int, row[5].split(" of "))
    assert 0 < used <= allowed
    assert int(row[3].split(" ")[0]) >= 18


def test_a_last_word_that_was_joined_is_told(tmp_path: Path) -> None:
    words = "Wir gehen heute einmal los und kommen nicht so bald an"
    columns = f"      - bullets: [{words}]\n" + "      - bullets: [kurz]\n" * 2
    (tmp_path / "t.yaml").write_text(
        f"title: T\nlang: de\ntheme: plain\nslides:\n  - id: a\n    title: T\n    columns:\n{columns}",
        encoding="utf-8",
    )
    row = rows_of(run(tmp_path, "build", "t.yaml", "--explain-fit").stderr)["a/Body"]
    assert row[6].endswith("last word joined")
